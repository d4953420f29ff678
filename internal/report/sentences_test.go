package report

import (
	"strings"
	"testing"

	"voortgang/internal/model"
)

// spaced writes no-break spaces as spaces, for reading.
func spaced(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

// one makes a figure of 2021 with, when given, the value of 2020.
func one(key string, unit model.Unit, decimals int, values ...float64) *model.Figure {
	f := &model.Figure{Key: key, Unit: unit, Decimals: decimals, Now: model.Value{Year: 2021}}
	if len(values) > 1 {
		f.Years = append(f.Years, model.Value{Year: 2020, Value: values[1], Known: true})
	}
	if len(values) > 0 {
		f.Now = model.Value{Year: 2021, Value: values[0], Known: true}
		f.Years = append(f.Years, f.Now)
	}
	return f
}

func builderOf(figs ...*model.Figure) *builder {
	list := model.NewFigures(2021)
	for _, f := range figs {
		list.Add(f)
	}
	return newBuilder(Input{Config: configure("Wonen"), Figures: list})
}

// Figures with a line stand before those without; what has no year before says
// what it is made of, or its note.
func TestKeyFigures(t *testing.T) {
	b := builderOf(one("projecten.totaal", model.UnitCount, 0, 4), one("projecten.afgerond", model.UnitCount, 0, 1), one("projecten.stil", model.UnitCount, 0, 0),
		one("projecten.acties", model.UnitCount, 0, 3), one("actoren.totaal", model.UnitCount, 0, 9), one("deelnames.totaal", model.UnitCount, 0, 12, 10))
	var got []string
	for _, f := range b.keyFigures([]keyLine{
		{Key: "projecten.totaal", Name: "Projecten", Note: "niet te zien", Parts: []keyPart{{"projecten.afgerond", "afgerond", "afgerond"},
			{"projecten.stil", "stil", "stil"}, {"projecten.acties", "actie", "acties"}}},
		{Key: "actoren.totaal", Name: "Actoren", Note: "elk één keer geteld"},
		{Key: "projecten.stil", Name: "Stil"},
		{Key: "deelnames.totaal", Name: "Deelnames", Note: "niet te zien"},
	}) {
		got = append(got, spaced(f.Label+" "+f.Value+": "+f.Change))
	}
	want := "Deelnames 12: 2 meer dan in 2020\nProjecten 4: 1 afgerond en 3 acties\nActoren 9: elk één keer geteld"
	if text := strings.Join(got, "\n"); text != want {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
}

func part(f *model.Figure, label string) *model.Figure {
	f.Parts = []string{label}
	return f
}

func TestAnswers(t *testing.T) {
	fte, count, percent, hours := model.UnitFTE, model.UnitCount, model.UnitPercent, model.UnitHours
	for _, c := range []struct {
		name  string
		write func(*builder) content
		figs  []*model.Figure
		want  string
	}{
		{"more than last year", (*builder).fte, []*model.Figure{one("vte.totaal", fte, 2, 51.79, 46.53), one("vte.aandeel_doelgroep", percent, 1, 83.49)},
			"In 2021 zetten we 51,79 VTE in, 5,26 meer dan in 2020. 83,5 % daarvan werkt rechtstreeks met de doelgroep."},
		{"no year before", (*builder).fte, []*model.Figure{one("vte.totaal", fte, 2, 51.79)}, "In 2021 zetten we 51,79 VTE in."},
		{"unknown", (*builder).fte, []*model.Figure{one("vte.totaal", fte, 2)}, "Voor 2021 is de personeelsinzet niet bekend."},
		{"as many", (*builder).activities, []*model.Figure{one("activiteiten.totaal", count, 0, 12, 12)}, "In 2021 organiseerden we 12 activiteiten, evenveel als in 2020."},
		{"one", (*builder).activities, []*model.Figure{one("activiteiten.totaal", count, 0, 1, 3)}, "In 2021 organiseerden we 1 activiteit, 2 minder dan in 2020."},
		{"none", (*builder).activities, []*model.Figure{one("activiteiten.totaal", count, 0, 0, 3)}, "In 2021 organiseerden we geen activiteiten, 3 minder dan in 2020."},
		{"the most frequent kind", (*builder).activities, []*model.Figure{one("activiteiten.totaal", count, 0, 1200), part(one("activiteiten.soort.acties", count, 0, 700), "Acties"), part(one("activiteiten.soort.uitstappen", count, 0, 500), "Uitstappen")},
			"In 2021 organiseerden we 1.200 activiteiten. Acties kwamen het meest voor: 700."},
		{"one kind only", (*builder).activities, []*model.Figure{one("activiteiten.totaal", count, 0, 1), part(one("activiteiten.soort.acties", count, 0, 1), "Acties")},
			"In 2021 organiseerden we 1 activiteit."},
		{"actors", (*builder).actors, []*model.Figure{one("actoren.partners.totaal", count, 0, 1), one("actoren.oplossingsactoren.totaal", count, 0, 2), one("actoren.totaal", count, 0, 3)},
			"In 2021 werkten we samen met 1 partner en 2 oplossingsactoren, samen 3 verschillende actoren."},
		{"one dossier", (*builder).dossiers, []*model.Figure{one("dossiers.totaal", count, 0, 1)}, "In 2021 rondden we 1 beleidsdossier af."},
		{"no dossier", (*builder).dossiers, []*model.Figure{one("dossiers.totaal", count, 0, 0)}, "In 2021 rondden we geen beleidsdossiers af."},
		{"dossiers by government", (*builder).dossiers, []*model.Figure{one("dossiers.totaal", count, 0, 34), part(one("dossiers.niveau.lokaal", count, 0, 33), "Lokaal")},
			"In 2021 rondden we 34 beleidsdossiers af. Het vaakst waren ze voor het lokale bestuur: 33."},
		{"one volunteer", (*builder).volunteers, []*model.Figure{one("vrijwilligers.totaal", count, 0, 1)}, "In 2021 was 1 vrijwilliger actief."},
		{"training", (*builder).training, []*model.Figure{one("vorming.formeel", hours, 0, 1451, 1112), one("vorming.informeel", hours, 0, 521), one("vorming.deelnemers", count, 0, 46)},
			"In 2021 volgden onze medewerkers 1.451 uur formele vorming, 339 meer dan in 2020, en 521 uur informele vorming. 46 medewerkers volgden minstens één uur formele vorming."},
		{"one person trained", (*builder).training, []*model.Figure{one("vorming.formeel", hours, 0, 1), one("vorming.deelnemers", count, 0, 1), one("vorming.deelnemers_aandeel", percent, 1, 100)},
			"In 2021 volgden onze medewerkers 1 uur formele vorming. 1 medewerker volgde minstens één uur formele vorming, 100,0 % van het aantal medewerkers op 31 december."},
		{"seniority", (*builder).seniority, []*model.Figure{one("personeel.aantal", count, 0, 71), one("ancienniteit.gemiddelde", model.UnitYears, 2, 17.25, 16), one("ancienniteit.jobstudenten", count, 0, 1)},
			"Op 31 december 2021 waren 71 medewerkers in dienst, gemiddeld 17,25 jaar (een jaar eerder 16,00 jaar). 1 jobstudent is daarbij niet geteld."},
		{"funding", (*builder).funding, []*model.Figure{one("middelen.totaal", model.UnitEuro, 0, 100000, 120000), one("middelen.aandeel_buiten_enveloppe", percent, 1, 40), one("middelen.aandeel_lokaal", percent, 1, 35.5)},
			"In 2021 werkten we met € 100.000, € 20.000 minder dan in 2020. 40,0 % daarvan komt van buiten de enveloppe; lokale besturen zijn goed voor 35,5 %."},
		{"policy contacts", (*builder).policyContacts, []*model.Figure{one("beleidscontacten.totaal", count, 0, 0)}, "In 2021 hadden we geen beleidscontacten."},
	} {
		if got := spaced(c.write(builderOf(c.figs...)).answer); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestStaffingAnswer(t *testing.T) {
	fte, percent := model.UnitFTE, model.UnitPercent
	figs := func(mean, norm float64) []*model.Figure {
		return []*model.Figure{one("personeelsformatie.gerealiseerd", fte, 2, mean, mean), one("personeelsformatie.norm", fte, 2, norm, norm), one("personeelsformatie.gemiddelde", fte, 2, mean),
			one("personeelsformatie.gemiddelde_norm", fte, 2, norm), one("personeelsformatie.surplus", fte, 2, mean-norm), one("personeelsformatie.aandeel", percent, 1, 100*mean/norm)}
	}
	for _, c := range []struct {
		figs []*model.Figure
		want string
	}{
		{figs(24.95, 24.57), "Over 2020–2021 realiseerden we gemiddeld 24,95 VTE, 0,38 meer dan de gemiddelde norm van 24,57. Dat is 101,5 % van de norm; het minimum is 100 %."},
		{figs(24, 25), "Over 2020–2021 realiseerden we gemiddeld 24,00 VTE, 1,00 minder dan de gemiddelde norm van 25,00. Dat is 96,0 % van de norm; het minimum van 100 % is niet gehaald. In 2021 zelf bleven we met 24,00 VTE onder de norm van dat jaar, 25,00."},
		{figs(25, 25), "Over 2020–2021 realiseerden we gemiddeld 25,00 VTE, precies de gemiddelde norm. Dat is 100,0 % van de norm; het minimum is 100 %."},
		{figs(24.569, 24.57), "Over 2020–2021 realiseerden we gemiddeld 24,57 VTE, net onder de gemiddelde norm van 24,57. Dat is 99,996 % van de norm; het minimum van 100 % is niet gehaald."},
		{nil, "De personeelsformatie van 2021 kan niet met de norm vergeleken worden."},
	} {
		if got := spaced(builderOf(c.figs...).staffingAnswer()); got != c.want {
			t.Errorf("%s\nwant\n%s", got, c.want)
		}
	}
}

func TestDifference(t *testing.T) {
	for _, c := range []struct {
		f    *model.Figure
		want string
	}{
		{one("a", model.UnitFTE, 2, 51.79, 46.53), "+5,26"},
		{one("a", model.UnitCount, 0, 3, 5), "−2"},
		{one("a", model.UnitCount, 0, 5, 5), "0"},
		{one("a", model.UnitFTE, 2, 1.001, 1), "0,00"},
		{one("a", model.UnitCount, 0, 5), "–"},
		{one("a", model.UnitCount, 0), "–"},
	} {
		if got := difference(c.f); got != c.want {
			t.Errorf("%v gives %s, want %s", c.f.Years, got, c.want)
		}
	}
}

// A theme's lead counts in the right number, and says nothing of none.
func TestLeadOfATheme(t *testing.T) {
	for want, n := range map[string][3]float64{
		"15 projecten, goed voor 1.419 activiteiten en 15.064 deelnames in 2021.": {15, 1419, 15064},
		"1 project, goed voor 1 activiteit en 2 deelnames in 2021.":               {1, 1, 2},
		"2 projecten, goed voor 3 activiteiten en geen deelnames in 2021.":        {2, 3, 0},
		"1 project, zonder geregistreerde activiteiten in 2021.":                  {1, 0, 0},
	} {
		b := builderOf(one("projecten.thema.wonen", model.UnitCount, 0, n[0]), one("activiteiten.thema.wonen", model.UnitCount, 0, n[1]), one("deelnames.thema.wonen", model.UnitCount, 0, n[2]))
		if got := spaced(b.groupLead(&projectGroup{slug: "wonen"})); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	b := builderOf(one("projecten.thema.wonen", model.UnitCount, 0, 4))
	if got := b.groupLead(&projectGroup{slug: "wonen"}); got != "4 projecten." {
		t.Errorf("%q", got)
	}
}
