package validate

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"voortgang/config"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/prose"
	"voortgang/internal/source"
)

// book puts records on sheets of one imaginary workbook, in the order of the
// declared columns, from row 2 on.
type book struct {
	data   *model.Dataset
	sheets map[string]*source.Sheet
	rows   map[string]int
}

func newBook() *book {
	return &book{data: &model.Dataset{}, sheets: map[string]*source.Sheet{}, rows: map[string]int{}}
}

func (b *book) add(sheet *model.Sheet, values ...any) model.Record {
	place := b.sheets[sheet.Name]
	if place == nil {
		place = &source.Sheet{File: &source.File{Path: "gegevens/a.xlsx"}, Name: sheet.Name, HeaderRow: 1}
		for i := range sheet.Columns {
			place.Columns = append(place.Columns, i+1)
		}
		b.sheets[sheet.Name], b.rows[sheet.Name] = place, 1
	}
	b.rows[sheet.Name]++
	r := sheet.New()
	*r.Base() = model.At(source.Row{Sheet: place, Number: b.rows[sheet.Name]})
	for i, f := range r.Fields(nil) {
		if i >= len(values) || values[i] == nil {
			continue
		}
		switch f := f.(type) {
		case *string:
			*f = values[i].(string)
		case *int:
			*f = values[i].(int)
		case *bool:
			*f = values[i].(bool)
		case *model.Number:
			*f = model.Number{Value: values[i].(float64), Known: true}
		case *time.Time:
			*f = values[i].(time.Time)
		case *[]string:
			*f = values[i].([]string)
		}
	}
	b.data.Add(r)
	return r
}

// clean is a small workdir in which nothing is wrong.
func clean() *book {
	b := newBook()
	day := time.Date(2021, 5, 4, 0, 0, 0, 0, time.UTC)
	b.add(&model.ObjectiveSheet, "SD1", "Grondrechten", "", "OD1.1", "Wonen beter", "Wonen", "lopend")
	b.add(&model.ProjectSheet, "pelt", "EnergieK Pelt", "Wonen", false, nil, "Projectuitvoering", day, day, "Iets", []string{"od1.1"}, nil)
	b.add(&model.ProjectSheet, "divers", "Diversiteit", "Transversaal", false, nil, "", nil, nil, "Iets")
	b.add(&model.EmployeeSheet, "P001", day)
	b.add(&model.TrainingSheet, day, "p001", "formeel", 7.5)
	b.add(&model.ActivitySheet, "A1", "Pelt ", day, "Acties")
	b.add(&model.ActivitySheet, "A1", "divers", day, "Acties")
	b.add(&model.ParticipationSheet, "a1", "pelt", "Jongeren", 0.0)
	b.add(&model.ParticipationSheet, "A1", "pelt", "Kinderen", 3.0)
	b.add(&model.ActorSheet, "pelt", "Café De Hoek", "partner")
	b.add(&model.ContactSheet, "pelt", day, "cafe de hoek", "fysiek", true, false)
	b.add(&model.ProgressSheet, "pelt", model.SectionCooperation, "In ontwikkeling", "", "a")
	b.add(&model.ProgressSheet, "pelt", model.SectionCooperation, "", "Nieuw", "b")
	b.add(&model.ProgressSheet, "pelt", model.SectionAdvice, "", "", "c")
	b.add(&model.ProgressSheet, "divers", model.SectionCooperation, "", "", "d")
	b.add(&model.ScoreSheet, 2021, "Beverlo", "K", "F", 5.0)
	return b
}

func check(b *book) []finding.Finding {
	cfg := config.Defaults()
	list := b.told(&cfg)
	finding.Sort(list)
	return list
}

func TestCleanGivesNothing(t *testing.T) {
	b := clean()
	for _, f := range check(b) {
		t.Errorf("%s %s: %s", f.Code(), f.Ref.Cell(), f.Message)
	}
	if got := b.data.Activities[0].Project; got != "pelt" {
		t.Errorf("the code %q should be spelled as in the list", got)
	}
}

func TestFindings(t *testing.T) {
	day := time.Date(2021, 5, 4, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name string
		add  func(*book) model.Record
		// want is "code cell"; says must stand in the message; spoiled is the
		// column that figures may not use.
		want, says string
		spoiled    int
	}{
		{"unknown project", func(b *book) model.Record { return b.add(&model.ActivitySheet, "A2", "pellt", day, "Acties") },
			"R01 B4", "Bedoel je ‘pelt’?", model.ActivityProject},
		{"unknown project without a likeness", func(b *book) model.Record { return b.add(&model.ActivitySheet, "A2", "xyz", day, "Acties") },
			"R01 B4", "Zet het project in het blad Projecten", model.ActivityProject},
		{"unknown activity", func(b *book) model.Record { return b.add(&model.ParticipationSheet, "A7", "pelt", "Kinderen", 1.0) },
			"R02 A4", "Activiteit ‘A7’ staat niet", model.ParticipationActivity},
		{"activity of another project", func(b *book) model.Record {
			b.add(&model.ActivitySheet, "D9", "divers", day, "Acties")
			return b.add(&model.ParticipationSheet, "D9", "pelt", "Kinderen", 1.0)
		}, "R02 A4", "dit project", model.ParticipationActivity},
		{"unknown objective", func(b *book) model.Record {
			return b.add(&model.ProjectSheet, "x", "X", "Wonen", false, nil, "Afgerond", day, day, "o", []string{"OD1.1", "OD1.l"})
		}, "R03 J4", "Bedoel je ‘OD1.1’?", model.ProjectMain},
		{"objectives parted by a comma", func(b *book) model.Record {
			b.add(&model.ObjectiveSheet, "SD2", "Meedoen", "", "OD2.1", "Sterk op school", "Wonen", "lopend")
			return b.add(&model.ProjectSheet, "x", "X", "Wonen", false, nil, "Afgerond", day, day, "o", []string{"OD1.1, OD2.1"})
		}, "R03 J4", "Bedoel je ‘OD1.1; OD2.1’?", model.ProjectMain},
		{"objectives parted by a space, one by its number", func(b *book) model.Record {
			b.add(&model.ObjectiveSheet, "SD2", "Meedoen", "", "OD2.1", "Sterk op school", "Wonen", "lopend")
			return b.add(&model.ProjectSheet, "x", "X", "Wonen", false, nil, "Afgerond", day, day, "o", []string{"OD1.1 OD2.1", "2,1"})
		}, "R03 J4", "Bedoel je ‘OD1.1; OD2.1’?", model.ProjectMain},
		{"objectives by their names", func(b *book) model.Record {
			b.add(&model.ObjectiveSheet, "SD2", "Meedoen", "", "OD2.1", "Sterk op school", "Wonen", "lopend")
			return b.add(&model.ProjectSheet, "x", "X", "Wonen", false, nil, "Afgerond", day, day, "o", []string{"OD2.1 Sterk op school", "wonen beter"})
		}, "R03 J4", "Bedoel je ‘OD2.1; OD1.1’?", model.ProjectMain},
		{"unknown actor", func(b *book) model.Record {
			return b.add(&model.ContactSheet, "pelt", day, "Cafe Den Hoek", "fysiek", true, false)
		}, "R04 C3", "Bedoel je ‘Café De Hoek’?", model.ContactActor},
		{"unknown employee", func(b *book) model.Record { return b.add(&model.TrainingSheet, day, "P0O1", "formeel", 1.0) },
			"R05 B3", "Bedoel je ‘P001’?", model.TrainingEmployee},
		{"double key", func(b *book) model.Record { return b.add(&model.ActivitySheet, "a1", "PELT", day, "Acties") },
			"K01 A4", "project ‘pelt’ en activiteit_id ‘a1’ staan samen al in de rij van cel A2.", model.ActivityID},
		{"double key in a project's own workbook", func(b *book) model.Record {
			b.sheets[model.ActivitySheet.Name].Columns[model.ActivityProject] = 0
			return b.add(&model.ActivitySheet, "a1", "PELT", day, "Acties")
		}, "K01 A4", "activiteit_id ‘a1’ staat al in cel A2.", model.ActivityID},
		{"double key with a year", func(b *book) model.Record {
			return b.add(&model.ScoreSheet, 2021, "beverlo", "K", "F", 4.0)
		}, "K01 D3", "jaar ‘2021’, buurt ‘beverlo’, kader ‘K’ en functie ‘F’ staan samen al in de rij van cel D2.", model.ScoreYear},
		{"negative", func(b *book) model.Record {
			return b.add(&model.ParticipationSheet, "A1", "pelt", "Senioren", -3.0)
		}, "V04 D4", "Bij ‘aantal’ kan −3 niet: het getal is minstens 0", model.ParticipationCount},
		{"score of six", func(b *book) model.Record { return b.add(&model.ScoreSheet, 2021, "Beverlo", "K", "G", 6.0) },
			"V04 E3", "hoogstens 5", model.ScoreScore},
		{"no rating", func(b *book) model.Record {
			r := b.add(&model.ProgressSheet, "pelt", model.SectionPolitical, "", "", "Een tekst.")
			b.add(&model.ProgressSheet, "pelt", model.SectionPolitical, "", "", "meer tekst")
			return r
		}, "V03 C6", "Politieke resultaten heeft geen score", -1},
		{"emoji", func(b *book) model.Record {
			return b.add(&model.ActivitySheet, "A5", "pelt", day, "Acties", "Feest 🎉, ‘Łódź’ → Ελλάδα")
		}, "W30 E4", "‘🎉’ kan het rapport niet drukken", -1},
		{"a script from right to left", func(b *book) model.Record {
			return b.add(&model.ActivitySheet, "A5", "pelt", day, "Acties", "Welkom, أهلا وسهلا 🎉")
		}, "W30 E4", "Tekst in het Arabisch en ‘🎉’ kan het rapport niet drukken; er komt een omschrijving tussen haakjes. Schrijf het in gewone letters", -1},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := clean()
			r := c.add(b)
			list := check(b)
			if len(list) != 1 {
				t.Fatalf("one cause must give one finding, got %d: %v", len(list), list)
			}
			f := list[0]
			if got := fmt.Sprintf("%s %s", f.Code(), f.Ref.Cell()); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			if !strings.Contains(f.Message, c.says) {
				t.Errorf("message %q, want %q in it", f.Message, c.says)
			}
			if c.spoiled >= 0 && r.Base().Usable(c.spoiled) {
				t.Error("the field must be marked unusable")
			}
		})
	}
}

func TestText(t *testing.T) {
	figs := model.NewFigures(2021)
	figs.Add(&model.Figure{Key: "vte.totaal", Title: "VTE", Unit: model.UnitFTE, Decimals: 2, Now: model.Value{Year: 2021, Value: 5, Known: true}})
	ref := func(line int, name string, keys ...string) []prose.Inline {
		return []prose.Inline{{Ref: &prose.Reference{Name: name, Keys: keys, Raw: "{{ }}", Place: source.Ref{File: "teksten/a.md", Line: line, Char: 3}}}}
	}
	texts := []*model.Narrative{{Blocks: []prose.Block{
		prose.Heading{Text: ref(1, "cijfer", "vte.totaal")},
		prose.Paragraph{Text: ref(2, "cijfer", "vte.totall")},
		prose.List{Items: []prose.Item{{Sub: &prose.List{Items: []prose.Item{{Text: ref(3, "som", "vte.totaal")}}}}}},
		prose.Table{Head: [][]prose.Inline{ref(4, "cijfer", "vte.totaal")}, Rows: [][][]prose.Inline{{ref(5, "verschil", "vte.totaal")}}},
	}}}
	var got []string
	for _, f := range Text(texts, &model.Dataset{Projects: []*model.Project{{}}}, figs, figs, &config.Config{}) {
		got = append(got, fmt.Sprintf("%s %d:%d", f.Code(), f.Ref.Line, f.Ref.Char))
	}
	if s := strings.Join(got, ", "); s != "T10 2:3, T11 3:3, T11 5:3" {
		t.Errorf("got %s", s)
	}
}

// A reference to a figure whose data could not be read is no slip of the text.
func TestReferenceToLostData(t *testing.T) {
	texts := []*model.Narrative{{Blocks: []prose.Block{prose.Paragraph{Text: []prose.Inline{
		{Ref: &prose.Reference{Name: "cijfer", Keys: []string{"vte.totaal"}, Place: source.Ref{File: "teksten/a.md", Line: 1}}}}}}}}
	read := &model.InputFile{File: source.File{Path: "gegevens/a.xlsx"}, Sheets: []*model.InputSheet{{Name: "VTE", Decl: &model.FTESheet, Rows: 2}}}
	lost := &model.InputFile{File: source.File{Path: "gegevens/b.xlsx"}}
	for name, c := range map[string]struct {
		files    []*model.InputFile
		projects int
		leftOut  int
		want     int
	}{
		"no such data":     {[]*model.InputFile{read}, 1, 0, 1},
		"damaged file":     {[]*model.InputFile{read, lost}, 1, 0, 0},
		"rows left out":    {[]*model.InputFile{read}, 1, 2, 0},
		"misnamed sheet":   {[]*model.InputFile{{Sheets: []*model.InputSheet{{Name: "VTTE", Like: "VTE"}}}}, 1, 0, 0},
		"nothing was read": {nil, 0, 0, 0},
	} {
		figs := model.NewFigures(2021)
		figs.Add(&model.Figure{Key: "vte.totaal", Title: "VTE", Unit: model.UnitFTE, Now: model.Value{Year: 2021, LeftOut: c.leftOut}})
		if list := Text(texts, &model.Dataset{Files: c.files, Projects: []*model.Project{{}, {}}[:c.projects]}, figs, figs, &config.Config{}); len(list) != c.want {
			t.Errorf("%s: got %v", name, list)
		}
	}
}

// Marks that stand side by side are one thing to fill in.
func TestPlaceholdersSideBySide(t *testing.T) {
	texts := []*model.Narrative{{File: source.File{Path: "teksten/a.md"}, Name: "a", Text: "XXX (nog in te vullen) voor TODO\n"}}
	if list := Text(texts, &model.Dataset{}, model.NewFigures(2021), model.NewFigures(2021), &config.Config{}); len(list) != 2 {
		t.Errorf("got %v", list)
	}
}

// A date typed as text stays where it is when the date system changes; only
// date cells tell that they have moved.
func TestShiftedDatesBesideTypedOnes(t *testing.T) {
	b := newBook()
	b.add(&model.ProjectSheet, "pelt", "EnergieK Pelt", "Wonen", false, nil, model.PhaseRunning, day(2019, 1, 1), day(2023, 12, 31), "Iets", []string{"OD1"}, nil)
	b.add(&model.ActorSheet, "pelt", "OCMW", "partner")
	for i := range 6 {
		b.add(&model.ContactSheet, "pelt", day(2021, 3, 1+i).AddDate(0, 0, -days1904), "OCMW", "fysiek", true, false)
		a := b.add(&model.ActivitySheet, fmt.Sprint("A", i), "pelt", day(2021, 3, 1+i), "Acties")
		a.Base().MarkForeign(model.ActivityDate)
	}
	e := b.add(&model.EmployeeSheet, "P001", day(2022, 1, 3), day(2021, 12, 31))
	e.Base().MarkForeign(model.EmployeeLeft)
	b.sheets["Personeel"].File = b.sheets["Contacten"].File
	b.sheets["Projecten"].File = &source.File{Path: "gegevens/projecten.xlsx"}
	if got := briefOf(check2021(b), "D01", "D02", "D03", "D05", "D07", "S29"); got != "D07 " {
		t.Errorf("got %q", got)
	}
}

// Two dates are enough where the workbook itself says that it counts from 1904,
// also when all of them are of the year before.
func TestFewShiftedDates(t *testing.T) {
	for _, c := range []struct {
		flag bool
		year int
		want string
	}{
		{true, 2021, "D07 "}, {false, 2021, "D04 A3"},
		{true, 2020, "D07 "}, {false, 2020, "D04 A3"},
		{true, 2019, "D04 A3"}, // no shift explains these
	} {
		b := clean()
		b.data.Trainings = nil
		for i := range 2 {
			b.add(&model.TrainingSheet, day(c.year, 3, 1+i).AddDate(0, 0, days1904), "P001", "formeel", 2.0, "")
		}
		b.add(&model.EmployeeSheet, "P001", day(2015, 1, 3))
		f := source.File{Path: "gegevens/vorming.xlsx"}
		b.sheets["Vorming"].File = &f
		b.data.Files = append(b.data.Files, &model.InputFile{File: f, Date1904: c.flag, Sheets: []*model.InputSheet{{Decl: &model.TrainingSheet, Rows: 2}}})
		if got := briefOf(check2021(b), "D04", "D07"); got != c.want {
			t.Errorf("flag %v, dates of %d: got %q, want %q", c.flag, c.year, got, c.want)
		}
	}
}

// A row in a file that projects share is shown with the project that it likely
// means, so that whoever mends that one sees it.
func TestUnknownProjectBelongsToTheLikelyOne(t *testing.T) {
	for name, want := range map[string]string{"pellt": "pelt", "xyz": ""} {
		b := clean()
		b.add(&model.ActivitySheet, "A2", name, day(2021, 3, 1), "Acties")
		if list := check(b); len(list) != 1 || list[0].Project != want {
			t.Errorf("%s: got %v", name, list)
		}
	}
}

// Where only the Fiche has date cells, its term tells that they moved: rows that
// all fit once it is moved back, and dates that become the first or last of a
// month. A term that is plainly wrong stays a finding on its own date.
func TestShiftedTerm(t *testing.T) {
	for _, c := range []struct {
		start, end time.Time
		move       int
		flag       bool
		want       string
	}{
		{day(2019, 1, 1), day(2022, 12, 31), 0, false, ""},
		{day(2019, 1, 1), day(2022, 12, 31), -days1904, false, "D07 G2"},
		{day(2021, 2, 1), day(2024, 1, 31), days1904, false, "D07 G2"},
		{day(2021, 2, 8), day(2024, 1, 20), days1904, true, "D07 G2"},
		{day(2021, 2, 8), day(2024, 1, 20), days1904, false, "D02 G2"},
		{day(2017, 1, 1), day(2019, 12, 31), 0, false, "D02 H2"}, // a wrong end
	} {
		b := newBook()
		b.add(&model.ProjectSheet, "pelt", "EnergieK Pelt", "Wonen", false, nil, model.PhaseRunning,
			c.start.AddDate(0, 0, c.move), c.end.AddDate(0, 0, c.move), "Iets", []string{"OD1"}, nil)
		for i := range 6 {
			a := b.add(&model.ActivitySheet, fmt.Sprint("A", i), "pelt", day(2021, 3, 1+i), "Acties")
			a.Base().MarkForeign(model.ActivityDate)
		}
		f := source.File{Path: "gegevens/pelt.xlsx"}
		b.sheets["Projecten"].File, b.sheets["Activiteiten"].File = &f, &f
		b.data.Files = append(b.data.Files, &model.InputFile{File: f, Date1904: c.flag, Sheets: []*model.InputSheet{{Decl: &model.ProjectSheet, Rows: 1}}})
		if got := briefOf(check2021(b), "D02", "D03", "D06", "D07"); got != c.want {
			t.Errorf("%s–%s moved %d: got %q, want %q", short(c.start), short(c.end), c.move, got, c.want)
		}
	}
}

// A field that was refused when it was read is not reported again.
func TestNoFindingOnABrokenField(t *testing.T) {
	b := clean()
	r := b.add(&model.ParticipationSheet, "", "pelt", "Kinderen", nil)
	r.Base().MarkBad(model.ParticipationActivity)
	r.Base().MarkBad(model.ParticipationCount)
	if list := check(b); len(list) != 0 {
		t.Errorf("got %v", list[0].Message)
	}
}

// BenchmarkData checks twenty times the example's registrations.
func BenchmarkData(b *testing.B) {
	bk := newBook()
	r := rand.New(rand.NewPCG(1, 1))
	const projects = 48
	descriptions := []string{"Overleg met bewoners", "Huisbezoek", "Koffie in de buurt", "", "Werkgroep met 12 mensen", "Spelnamiddag op het plein"}
	for p := range projects {
		code := fmt.Sprintf("project-%02d", p)
		bk.add(&model.ProjectSheet, code, "Project "+code, "Wonen", false, nil, model.PhaseRunning, day(2019, 1, 1), day(2023, 12, 31), "Iets", nil, nil)
		for a := range 14 {
			bk.add(&model.ActorSheet, code, fmt.Sprint("Actor ", a), "partner")
		}
		for i := range 2500 {
			id := fmt.Sprintf("A%05d", i)
			bk.add(&model.ActivitySheet, id, code, day(2020, 1, 1).AddDate(0, 0, r.IntN(731)), model.ActivityKinds()[r.IntN(6)], descriptions[r.IntN(6)], 2.5)
		}
		for i := range 4166 {
			bk.add(&model.ParticipationSheet, fmt.Sprintf("A%05d", i%2500), code, []string{"Volwassenen", "Jongeren"}[i/2500], float64(r.IntN(30)))
		}
		for range 2083 {
			bk.add(&model.ContactSheet, code, day(2020, 1, 1).AddDate(0, 0, r.IntN(731)), fmt.Sprint("Actor ", r.IntN(14)), "fysiek", r.IntN(2) == 0, r.IntN(3) == 0)
		}
	}
	cfg := testConfig()
	b.ReportAllocs()
	for b.Loop() {
		if list := bk.told(&cfg); len(list) > 0 {
			b.Fatal(list[0].Code(), list[0].Message)
		}
	}
}

// testConfig is the configuration of a report over 2021.
func testConfig() config.Config {
	cfg := config.Defaults()
	cfg.Report.Year, cfg.Report.Date = 2021, day(2022, 4, 28)
	for _, name := range []string{"Wonen", "Onderwijs", "Krachtige steden en buurten"} {
		cfg.Themes = append(cfg.Themes, config.Theme{Name: name})
	}
	return cfg
}

// In a cell a hashtag may stand alone; above other lines it is a heading.
func TestHashtagInACell(t *testing.T) {
	for text, want := range map[string]string{"#Iedereenmee": "", "#Titel\nDe tekst.": "T30 Communicatieacties B2", "##Titel": "T30 Communicatieacties B2"} {
		b := five()
		b.add(&model.CommunicationSheet, 1.0, text, "Een stuk in de krant.", nil, "", "", "", nil, nil)
		judge(t, b, want)
	}
}
