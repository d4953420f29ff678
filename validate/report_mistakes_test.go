package validate

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"voortgang/config"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/prose"
	"voortgang/internal/source"
)

// TestMunicipalityInTheName: R09 compares words of a name with the project's
// own municipalities only.
func TestMunicipalityInTheName(t *testing.T) {
	for _, c := range []struct{ name, places, want string }{
		{"Onderzoek in Leopoldburg", "Leopoldsburg", "Onderzoek in Leopoldsburg"},
		{"OnderOns in sint-Truiden", "Sint-Truiden", "OnderOns in Sint-Truiden"},
		{"Onderwijs in Hasselt", "Hasselt", ""},
		{"Onderwijs in de stad", "Hasselt", ""},
		{"ONDERWIJS IN HASSELT", "Hasselt", ""},
		{"Buurtwerk Hamont", "Ham", ""},
		{"Brede School Beringen", "Beveren;Beringen", ""},
		{"Buurtwerk Beverlo", "Beringen", ""},
	} {
		got := ""
		for _, place := range strings.Split(c.places, ";") {
			if found := otherSpelling(c.name, place); found != "" {
				got = strings.Replace(c.name, found, place, 1)
			}
		}
		if got != c.want {
			t.Errorf("%q with %s: got %q, want %q", c.name, c.places, got, c.want)
		}
	}
}

// TestMovedTerm: D14 believes a conclusion that says from which day to which
// the project's own start or end moved.
func TestMovedTerm(t *testing.T) {
	for text, want := range map[string]string{
		"De start verschoof van 1 december 2019 naar 1 maart 2020.":                                           "D14 G2",
		"De start verschoof van 1/12/2019 naar 1/3/’20 en het einde van 30/11/2022 naar 31/3/2023.":           "D14 G2",
		"Het einde van het project is daarom verschoven van 30 juni naar 31 december 2022.":                   "D14 H2",
		"De start verschoof van 1 december 2019 naar 1 maart 2010.":                                           "",
		"Het einde is verschoven, van 30 november 2022 naar 31 maart 2023.":                                   "",
		"De start van de huiswerkklas verschoof van 1 maart 2021 naar 3 mei 2021.":                            "",
		"De start verschoof naar 3 mei 2021.":                                                                 "",
		"We begonnen het jaar met 3 vrijwilligers en gingen van 2 naar 4 lokalen.":                            "",
		"De start verschoof van 31 februari 2020 naar 31 februari 2021, wat niet bestaat.":                    "",
		"Het begin van de werken is verschoven van 1 maart 2021 naar 1 juni 2021, zo liet de gemeente weten.": "",
	} {
		b := newBook()
		b.add(&model.ProjectSheet, "p", "Inloophuis", "Wonen", false, nil, model.PhaseRunning, day(2010, 3, 1), day(2023, 3, 31), "Iets")
		b.add(&model.ConclusionSheet, "p", "Op schema", text)
		if got := places(check(b)); got != want {
			t.Errorf("%s\ngot %q, want %q", text, got, want)
		}
	}
}

func places(list []finding.Finding) string {
	var out []string
	for _, f := range list {
		place := f.Ref.Cell()
		if f.Ref.Line > 0 {
			place = fmt.Sprintf("%d:%d", f.Ref.Line, f.Ref.Char)
		}
		out = append(out, f.Code()+" "+place)
	}
	return strings.Join(out, ", ")
}

// TestListings: T27 counts names, and only where they are names.
func TestListings(t *testing.T) {
	for text, want := range map[string]string{
		"Buurtwerk in 4 buurten: Centrum, Termien, Kolderbos, D’Ierd, Vlakveld en Waterschei": "4→6",
		"In vier gemeenten (Pelt, Bree en Genk) liep een proef.":                              "vier→3",
		"In drie gemeenten (Pelt, Bree en Genk) liep een proef.":                              "",
		"In twee wijken: Kolderbos en D’Ierd.":                                                "",
		"Twee projecten: Kolderbos en D’Ierd, Termien.":                                       "",
		"We werken in 4 buurten: Termien, Kolderbos, Vlakveld, Waterschei en Boseind.":        "4→5",
		"We werken in 5 buurten: Termien, Kolderbos, Vlakveld, Waterschei en Boseind.":        "",
		"Samen honderd en vijf buurten: Termien, Kolderbos en Vlakveld.":                      "",
		"We werken in twee of drie buurten: Termien, Kolderbos, Vlakveld en Boseind.":         "",
		"In twee wijken: Kolderbos en D’Ierd, Termien.":                                       "",
		"Drie partners: CAW, VDAB, Kind en Gezin.":                                            "",
		"Drie lijnen: luisteren, plannen en doen.":                                            "",
		"Vier punten: Genk, waar we begonnen, en Bree.":                                       "",
		"Twee lokalen: Hasselt, Laan 10, en Genk, Dreef 5.":                                   "",
		"Er waren 5 werkgroepen (Wonen).":                                                     "",
		"Alle partners: CAW, OCMW en VDAB.":                                                   "",
		"Samen met 30 organisaties: CAW, OCMW en VDAB.":                                       "",
	} {
		var got []string
		for _, m := range listings(text) {
			got = append(got, m.said+"→"+m.right)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s\ngot %q, want %q", text, s, want)
		}
	}
}

// TestThemesWithoutText: a theme without a text is reported, unless a file is
// to be renamed to its name.
func TestThemesWithoutText(t *testing.T) {
	cfg := config.Defaults()
	cfg.Themes = []config.Theme{{Name: "Wonen"}, {Name: "Onderwijs"}, {Name: "Energie"}}
	for other, want := range map[string]int{"themas/wonn": 0, "wonen": 0, "themas/klimaat": 1, "signalen": 1} {
		var texts []*model.Narrative
		for _, name := range []string{"themas/onderwijs", "themas/energie", other} {
			texts = append(texts, &model.Narrative{Name: name, Text: "Tekst.", Blocks: []prose.Block{prose.Paragraph{}}})
		}
		figs := model.NewFigures(2021)
		if list := Text(texts, newBook().data, figs, figs, &cfg); len(list) != want {
			t.Errorf("with %s: %d findings, want %d", other, len(list), want)
		}
	}
}

// TestNamesAndNumbersInTexts: T21, T26 and T28 on a line of a text.
func TestNamesAndNumbersInTexts(t *testing.T) {
	b := newBook()
	for i, name := range []string{"SOMA in Maasmechelen", "Wonen op Maat", "Zorgzame buurten", "De STEK"} {
		b.add(&model.ProjectSheet, fmt.Sprint("p", i), name, "Wonen", false, nil, model.PhaseRunning, day(2020, 1, 1), day(2023, 12, 31), "Iets")
	}
	cfg := config.Defaults()
	cfg.Report.Year = 2021
	cfg.Themes = []config.Theme{{Name: "Wonen"}, {Name: "Krachtige steden en buurten", Aliases: []string{"Krachtige buurten en steden"}}}
	for text, want := range map[string]string{
		"Ook SAMO in Maasmechelen deed mee.":                "T21 1:5",
		"Ook SAAMO in Maasmechelen deed mee.":               "",
		"## krachtige buurten en steden":                    "T21 1:4",
		"Wij bouwen aan krachtige buurten en steden.":       "",
		"Dit is het voortgangsrapport 2020.":                "T25 1:30",
		"Voor je ligt ons jaarverslag over 2020.":           "T25 1:35",
		"In het jaarverslag 2020 stond dat al.":             "",
		"Dit is ons voortgangsrapport over 2021.":           "",
		"Bij Wonen op maat en Zorgzame Buurten.":            "T26 1:5, T26 1:22",
		"Bij Wonen op Maat, ZORGZAME BUURTEN en De Stek.":   "",
		"Over zorgzame buurten spreken we graag.":           "",
		"### 3.1.1 OnderDak":                                "T28 1:5",
		"### 17.10 Werelddag\n## 2021 in cijfers\n3.1.1 Zo": "",
	} {
		figs := model.NewFigures(2021)
		list := Text([]*model.Narrative{{Name: "voorwoord", Text: text, File: source.File{Path: "teksten/voorwoord.md"}}}, b.data, figs, figs, &cfg)
		list = slices.DeleteFunc(list, func(f finding.Finding) bool { return f.Code() == "T22" })
		finding.Sort(list)
		if got := places(list); got != want {
			t.Errorf("%s\ngot %q, want %q", text, got, want)
		}
	}
}
