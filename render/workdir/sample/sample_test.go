package sample

import (
	"fmt"
	"math"
	"testing"

	"voortgang/config"
	"voortgang/internal/dutch"
	"voortgang/internal/indicator"
	"voortgang/internal/model"
	"voortgang/internal/source"
	"voortgang/templates/example"
)

// build makes the example once and joins its sheets as reading the workbooks
// would.
func build(t *testing.T) (*Sample, *model.Dataset) {
	t.Helper()
	s, err := Build(example.Files)
	if err != nil {
		t.Fatal(err)
	}
	all := new(model.Dataset)
	all.Append(&s.Organisation)
	for _, p := range s.Projects {
		all.Add(p.Record)
		all.Append(&p.Data)
	}
	for _, decl := range model.Sheets() {
		sheet := &source.Sheet{File: &source.File{Path: "test.xlsx"}, Name: decl.Name, Columns: make([]int, len(decl.Columns))}
		for i := range decl.Columns {
			sheet.Columns[i] = i + 1
		}
		row := 1
		for r := range all.Records(decl) {
			row++
			*r.Base() = model.At(source.Row{Sheet: sheet, Number: row})
		}
	}
	return s, all
}

func settings() *config.Config {
	cfg := config.Defaults()
	cfg.Report.Year = Year
	for _, name := range Themes() {
		cfg.Themes = append(cfg.Themes, config.Theme{Name: name})
	}
	return &cfg
}

// The figures that the source publishes come out of the made-up registrations
// through the product's own indicators.
func TestPublishedFigures(t *testing.T) {
	_, d := build(t)
	figures := indicator.Compute(d, settings())
	for _, want := range []struct {
		key      string
		year     int
		value    float64
		decimals int
	}{
		{"vte.totaal", 2021, 51.79, 2},
		{"vte.totaal", 2020, 46.53, 2},
		{"vte.thema.krachtige-steden-en-buurten", 2021, 13.93, 2},
		{"vte.thema.krachtige-steden-en-buurten", 2020, 10.26, 2},
		{"vte.thema.sociale-grondrechten", 2021, 0, 2},
		{"vte.aandeel_doelgroep", 2021, 83.5, 1},
		{"vte.aandeel_doelgroep.thema.sociale-bescherming", 2021, 98, 0},
		{"vte.aandeel_doelgroep.thema.wonen", 2021, 100, 0},
		{"personeelsformatie.gemiddelde_norm", 2021, 24.57, 2},
		{"dossiers.totaal", 2021, 34, 0},
		{"dossiers.thema.krachtige-steden-en-buurten", 2021, 16, 0},
		{"dossiers.thema.sociale-bescherming", 2021, 16, 0},
		{"communicatie.aantal", 2021, 49, 0},
		{"vorming.formeel", 2021, 1451, 2},
		{"vorming.informeel", 2021, 521, 2},
		{"vorming.formeel", 2020, 1112, 2},
		{"vorming.informeel", 2020, 438, 2},
		{"vorming.deelnemers", 2021, 46, 0},
		{"personeel.aantal", 2021, 71, 0},
		{"ancienniteit.jobstudenten", 2021, 1, 0},
		{"ancienniteit.gemiddelde", 2021, 17.25, 2},
		{"ancienniteit.gemiddelde", 2020, 16, 2},
		{"ancienniteit.klasse.0-4", 2021, 13, 0},
		{"ancienniteit.klasse.15-19", 2021, 16, 0},
		{"ancienniteit.klasse.25-plus", 2021, 16, 0},
		{"projecten.totaal", 2021, 48, 0},
	} {
		f := figures.Get(want.key)
		if f == nil {
			t.Errorf("there is no figure %q", want.key)
			continue
		}
		got := f.In(want.year)
		scale := math.Pow(10, float64(want.decimals))
		if !got.Known || math.Round(got.Value*scale) != math.Round(want.value*scale) {
			t.Errorf("%s in %d: got %s, want %s", want.key, want.year, dutch.Number(got.Value, 4), dutch.Number(want.value, want.decimals))
		}
	}
	for key, bounds := range map[string][2]float64{
		"middelen.aandeel_lokaal":           {35.1, 36},
		"vrijwilligers.totaal":              {300, 400},
		"middelen.aandeel_buiten_enveloppe": {40, 60},
	} {
		if v := figures.Get(key).Now.Value; v < bounds[0] || v > bounds[1] {
			t.Errorf("%s: got %v, want between %v and %v", key, v, bounds[0], bounds[1])
		}
	}
}

// The size of the example is the size of a real year.
func TestSize(t *testing.T) {
	s, d := build(t)
	if len(s.Projects) != 48 {
		t.Errorf("got %d projects, want 48", len(s.Projects))
	}
	for _, want := range []struct {
		what      string
		got       int
		low, high int
	}{
		{"actors", len(d.Actors), 676, 676},
		{"activities", len(d.Activities), 5700, 6300},
		{"participations", len(d.Participations), 9500, 10500},
		{"contacts", len(d.Contacts), 4700, 5300},
		{"partnerships", len(d.Partnerships), 94, 94},
		{"objectives", len(d.Objectives), 14, 14},
		{"scores", len(d.Scores), 8, 8},
	} {
		if want.got < want.low || want.got > want.high {
			t.Errorf("%s: got %d, want %d to %d", want.what, want.got, want.low, want.high)
		}
	}
}

// Nothing happens outside a project's term, and nothing after the year.
func TestDatesWithinTerms(t *testing.T) {
	s, _ := build(t)
	end := date(Year, 12, 31)
	for _, p := range s.Projects {
		for _, a := range p.Data.Activities {
			if !active(p.Record, a.Date) || a.Date.After(end) || a.Date.IsZero() {
				t.Errorf("%s: activity %s on %s", p.Record.Code, a.ID, dutch.ShortDate(a.Date))
			}
		}
		for _, c := range p.Data.Contacts {
			if !active(p.Record, c.Date) || c.Date.After(end) || c.Date.IsZero() {
				t.Errorf("%s: contact on %s", p.Record.Code, dutch.ShortDate(c.Date))
			}
		}
		for _, v := range p.Data.Volunteers {
			if !active(p.Record, v.Since) || v.Since.After(end) || !v.Until.IsZero() && v.Until.Before(v.Since) {
				t.Errorf("%s: volunteer %s from %s to %s", p.Record.Code, v.Name, dutch.ShortDate(v.Since), dutch.ShortDate(v.Until))
			}
		}
	}
}

// Every project's review has the sections, ratings and statuses that the
// sheets allow.
func TestReviews(t *testing.T) {
	s, _ := build(t)
	for _, p := range s.Projects {
		story, err := readStory(example.Files, p.Record.Code)
		if err != nil {
			t.Fatal(err)
		}
		for _, problem := range story.problems() {
			t.Errorf("%s: %s", p.Record.Code, problem)
		}
		if p.Record.IsTransversal() {
			continue
		}
		ended := !p.Record.End.After(date(Year, 12, 31))
		if len(p.Data.Conclusions) != 1 || len(p.Data.Plans) == 0 && !ended {
			t.Errorf("%s: %d conclusions, %d planned actions", p.Record.Code, len(p.Data.Conclusions), len(p.Data.Plans))
		}
		rated := map[string]bool{}
		for _, row := range p.Data.Progress {
			rated[row.Section] = rated[row.Section] || row.Rating != ""
		}
		for _, section := range model.Sections() {
			if rated[section] == (section == model.SectionAdvice) {
				t.Errorf("%s: section %s rated: %v", p.Record.Code, section, rated[section])
			}
		}
	}
}

// problems lists the sections of a review that the sheets don't know.
func (s *story) problems() []string {
	allowed := map[string]bool{"Omschrijving": true, "Conclusie": true, "Planning": true}
	for _, section := range model.Sections() {
		allowed[section] = true
	}
	var out []string
	for _, p := range s.parts {
		if !allowed[p.title] {
			out = append(out, fmt.Sprintf("unknown section %q", p.title))
		}
	}
	return out
}
