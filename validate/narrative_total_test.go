package validate

import (
	"strings"
	"testing"

	"voortgang/config"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// smallFigures are those of a small organisation: numbers of which each is
// near another.
func smallFigures() *model.Figures {
	figs := model.NewFigures(2021)
	add := func(key, part string, unit model.Unit, now, before float64) {
		fig := &model.Figure{Key: key, Title: key, Unit: unit, Now: model.Value{Year: 2021, Value: now, Known: true}}
		if part != "" {
			fig.Parts = []string{part}
		}
		if before > 0 {
			fig.Years = append(fig.Years, model.Value{Year: 2020, Value: before, Known: true})
		}
		fig.Years = append(fig.Years, fig.Now)
		figs.Add(fig)
	}
	add("activiteiten.totaal", "", model.UnitCount, 9, 6)
	add("activiteiten.thema.wonen", "Wonen", model.UnitCount, 3, 4)
	add("activiteiten.soort.werkgroepen", "Werkgroepen", model.UnitCount, 5, 2)
	add("deelnames.totaal", "", model.UnitCount, 1345, 1171)
	add("deelnames.thema.wonen", "Wonen", model.UnitCount, 431, 200)
	add("vrijwilligers.totaal", "", model.UnitCount, 9, 0)
	add("vrijwilligers.som", "", model.UnitCount, 11, 0)
	add("vte.totaal", "", model.UnitFTE, 9.8, 9.1)
	add("vte.thema.wonen", "Wonen", model.UnitFTE, 2, 2)
	add("communicatie.aantal", "", model.UnitCount, 3, 0)
	add("communicatie.soort.artikel", "artikel", model.UnitCount, 2, 0)
	add("projecten.totaal", "", model.UnitCount, 8, 0)
	add("projecten.fase.lopend", "Lopend", model.UnitCount, 6, 0)
	add("middelen.totaal", "", model.UnitEuro, 3_439_532.31, 3_452_867)
	add("middelen.bron.enveloppe", "Enveloppe", model.UnitEuro, 1_885_700, 1_838_600)
	return figs
}

// TestPlainTotals: T20 on numbers in sentences that say nothing else, right and
// wrong ones.
func TestPlainTotals(t *testing.T) {
	cfg := config.Defaults()
	cfg.Report.Year = 2021
	cfg.Organisation.Name = "Opbouwwerk De Schelde"
	cfg.Themes = []config.Theme{{Name: "Wonen"}}
	for _, c := range []struct{ name, text, want string }{
		{"voorwoord", "Dit jaar verschenen vijf communicatieacties.", "vijf"},
		{"voorwoord", "Dit jaar verschenen drie communicatieacties.", ""},
		{"voorwoord", "Dit jaar verschenen twee communicatieacties.", "twee"},
		{"voorwoord", "In 2021 organiseerden we 10 activiteiten.", "10"},
		{"voorwoord", "In 2021 organiseerden we **10** activiteiten.", "10"},
		{"voorwoord", "In 2021 organiseerden we 6 activiteiten.", "6"},
		{"voorwoord", "In 2020 organiseerden we 6 activiteiten.", ""},
		{"voorwoord", "Vorig jaar organiseerden we 6 activiteiten.", ""},
		{"voorwoord", "Vorig jaar organiseerden we 9 activiteiten.", "9"},
		{"voorwoord", "We organiseerden 6 activiteiten.", ""},
		{"voorwoord", "Volgend jaar plannen we 10 activiteiten.", ""},
		{"voorwoord", "In Genk organiseerden we 10 activiteiten.", ""},
		{"voorwoord", "We organiseerden 10 nieuwe activiteiten.", ""},
		{"voorwoord", "In 2020 en 2021 organiseerden we 15 activiteiten.", ""},
		{"voorwoord", "In Genk startten we pas in mei. We organiseerden 10 activiteiten.", ""},
		{"voorwoord", "Samen met de stad Genk en de scholen\norganiseerden we 10 activiteiten.", ""},
		{"voorwoord", "Meer dan 8 activiteiten hielden we dit jaar.", ""},
		{"voorwoord", "Bijna 10 activiteiten hielden we dit jaar.", ""},
		{"voorwoord", "Meer dan 10 activiteiten hielden we dit jaar.", "meer dan 10"},
		{"signalen", "## De Buurtbabbel\n\nIn 2021 organiseerden we 8 activiteiten.", ""},
		{"voorwoord", "Er waren 10 vrijwilligers actief in 2021.", "10"},
		{"voorwoord", "Er waren 11 vrijwilligers actief in 2021.", ""},
		{"voorwoord", "Er kwamen 5 vrijwilligers bij in 2021.", ""},
		{"voorwoord", "We voerden dit jaar 19 projecten uit.", "19"},
		{"voorwoord", "We voerden dit jaar 6 projecten uit.", ""},
		{"voorwoord", "Opbouwwerk De Schelde telde dit jaar vier communicatieacties.", "vier"},
		{"themas/wonen", "Alle activiteiten samen waren goed voor 1.354 deelnames.", "1.354"},
		{"themas/wonen", "Alle activiteiten samen waren goed voor 1.345 deelnames.", ""},
		{"voorwoord", "Dertienhonderd vierenvijftig deelnames telden we dit jaar.", "Dertienhonderd vierenvijftig"},
		{"voorwoord", "We telden dit jaar duizend driehonderd en vierenvijftig deelnames.", "duizend driehonderd en vierenvijftig"},
		{"voorwoord", "We telden dit jaar dertienhonderdvijfenveertig deelnames.", ""},
		{"voorwoord", "We telden dit jaar een dikke dertienhonderd deelnames.", ""},
		{"voorwoord", "We telden dit jaar tussen twaalfhonderd en veertienhonderd deelnames.", ""},
		{"voorwoord", "We telden dit jaar anderhalf duizend deelnames.", ""},
		{"voorwoord", "Duizend dank aan wie dit jaar meedeed: honderden deelnames!", ""},
		{"themas/wonen", "Alle activiteiten samen waren goed voor 431 deelnames.", ""},
		{"themas/wonen", "Alle activiteiten samen waren goed voor 413 deelnames.", "413"},
		{"themas/wonen", "In 2021 organiseerden we 2 activiteiten.", ""},
		{"voorwoord", "In totaal ging het om € 3.508.322 aan middelen.", "3.508.322"},
		{"voorwoord", "In totaal ging het om € 3.439.532 aan middelen.", ""},
		{"voorwoord", "In totaal ging het om 3,4 miljoen euro aan middelen.", ""},
		{"voorwoord", "In totaal ging het om 3,7 miljoen euro aan middelen.", "3,7 miljoen"},
		{"voorwoord", "In totaal ging het om ruim 3.400.000 euro aan middelen.", ""},
		{"voorwoord", "De enveloppe gaf ons € 1.900.000 aan middelen, in totaal.", ""},
		{"voorwoord", "De renovatie kostte € 3.508.322.", ""},
		{"voorwoord", "De helft van de activiteiten waren werkgroepen.", ""},
		{"voorwoord", "Meer dan de helft van de activiteiten waren werkgroepen.", ""},
		{"voorwoord", "Een kwart van de activiteiten waren werkgroepen.", "Een kwart"},
		{"voorwoord", "Een kwart van de activiteiten in de wijk waren werkgroepen.", ""},
		{"voorwoord", "Een kwart van de activiteiten mikte op jongeren, vooral werkgroepen.", ""},
		{"voorwoord", "Ruim de helft van de middelen komt uit de enveloppe.", ""},
		{"voorwoord", "Een derde van de middelen komt uit de enveloppe.", "Een derde"},
		{"indicatoren/vte", "De personeelsinzet is 9,55 VTE.", "9,55"},
		{"indicatoren/vte", "De personeelsinzet is 5,2 VTE.", "5,2"},
		{"indicatoren/vte", "De personeelsinzet is 9,80 VTE.", ""},
		{"indicatoren/vte", "De personeelsinzet is 9,1 VTE.", "9,1"},
		{"indicatoren/vte", "In 2020 was de personeelsinzet 9,1 VTE.", ""},
		{"indicatoren/vte", "In 2020 was de personeelsinzet 9,2 VTE.", "9,2"},
		{"indicatoren/vte", "De personeelsinzet is bijna 10 VTE.", ""},
		{"indicatoren/vte", "Het totaal is 9,55.", "9,55"},
		{"indicatoren/vte", "De totale inzet bedroeg 9,8 VTE, 0,7 meer dan in 2020.", ""},
		{"indicatoren/vte", "De totale inzet bedroeg 9,8 VTE tegenover 9,1 VTE in 2020.", ""},
		{"indicatoren/vte", "In Genk liep het anders. De personeelsinzet bedraagt dit jaar 9,55 VTE.", "9,55"},
		{"indicatoren/vte", "We kijken terug. De totale personeelsinzet bedraagt 9,55 VTE.", "9,55"},
		{"indicatoren/vte", "### Onthaal\n\nDe personeelsinzet is 1,5 VTE.", ""},
		{"indicatoren/vte", "De personeelsinzet voor onthaal is 1,5 VTE.", ""},
		{"indicatoren/vte", "De personeelsinzet is 1,5 VTE per project.", ""},
		{"indicatoren/vte", "De personeelsinzet stijgt volgend jaar naar 11 VTE.", ""},
		{"indicatoren/activiteiten", "Het aantal activiteiten was 12 in 2021.", "12"},
		{"voorwoord", "Het aantal activiteiten was 12 in 2021.", "12"},
		{"themas/wonen", "De personeelsinzet is 2,5 VTE.", "2,5"},
		{"themas/wonen", "De personeelsinzet is 2 VTE.", ""},
	} {
		text := &model.Narrative{Name: c.name, Text: c.text, File: source.File{Path: "teksten/" + c.name + ".md"}}
		figs := smallFigures()
		if got := contradicted(Text([]*model.Narrative{text}, newBook().data, figs, figs, &cfg)); got != c.want {
			t.Errorf("%s: %s\ngot %q, want %q", c.name, c.text, got, c.want)
		}
	}
}

// TestTotalsInReviews: in the texts of projects only what is said of the whole
// organisation is compared with its figures.
func TestTotalsInReviews(t *testing.T) {
	cfg := config.Defaults()
	cfg.Report.Year = 2021
	for text, want := range map[string]string{
		"De organisatie telde dit jaar 4 communicatieacties.":                 "4",
		"De organisatie telde dit jaar 3 communicatieacties.":                 "",
		"Dit jaar telden we 4 communicatieacties.":                            "",
		"We organiseerden 12 activiteiten.":                                   "",
		"De organisatie telde dit jaar 300 vrijwilligers.":                    "",
		"CAW werkte goed mee. De organisatie telde dit jaar 12 activiteiten.": "",
	} {
		b := newBook()
		b.add(&model.ConclusionSheet, "p1", "Op schema", text)
		figs := smallFigures()
		list := Text(nil, b.data, figs, figs, &cfg)
		if got := contradicted(list); got != want {
			t.Errorf("%s\ngot %q, want %q", text, got, want)
		}
	}
}

// contradicted gives what was found by T20.
func contradicted(list []finding.Finding) string {
	var out []string
	for _, f := range list {
		if f.Code() == "T20" {
			out = append(out, f.Found)
		}
	}
	return strings.Join(out, ", ")
}
