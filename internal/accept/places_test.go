package accept

import (
	"strings"
	"testing"
	"time"

	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// workdir makes a Deelnames, which has a key, and a Contacten, which has none;
// above is how many rows were put above them.
func workdir(above int) (*Places, func(sheet, column string, row int, found string) finding.Finding) {
	d := &model.Dataset{}
	file := &model.InputFile{File: source.File{Path: "gegevens/a.xlsx"}}
	sheets := map[string]*source.Sheet{}
	for _, decl := range []*model.Sheet{&model.ParticipationSheet, &model.ContactSheet} {
		s := &source.Sheet{File: &file.File, Name: decl.Name}
		for i := range decl.Columns {
			s.Columns = append(s.Columns, i+1)
		}
		sheets[decl.Name] = s
		file.Sheets = append(file.Sheets, &model.InputSheet{Name: decl.Name, Decl: decl, Source: s})
	}
	d.Files = append(d.Files, file)
	number := 2
	add := func(r model.Record, sheet string) {
		*r.Base() = model.At(source.Row{Sheet: sheets[sheet], Number: number})
		d.Add(r)
	}
	for range above {
		add(&model.Participation{Activity: "A900", Project: "dak", Group: "Jongeren"}, "Deelnames")
		add(&model.Contact{Project: "dak", Actor: "Nieuw", Date: time.Date(2021, 1, 1, 0, 0, 0, 0, time.UTC)}, "Contacten")
		number++
	}
	for _, id := range []string{"A001", "A002", "A003"} {
		add(&model.Participation{Activity: id, Project: "dak", Group: "Jongeren", Count: model.Number{Value: 5, Known: true}}, "Deelnames")
		add(&model.Contact{Project: "dak", Actor: "Stad", Date: time.Date(2021, 3, 4, 0, 0, 0, 0, time.UTC)}, "Contacten")
		number++
	}
	return NewPlaces(d, nil), func(sheet, column string, row int, found string) finding.Finding {
		col := 1
		for _, in := range file.Sheets {
			if in.Name == sheet {
				col += in.Decl.Column(column)
			}
		}
		f := finding.New(&soft, source.Ref{File: "gegevens/a.xlsx", Sheet: sheet, Col: col, Row: row + above}, "Veel.")
		f.Column, f.Found = column, found
		return f
	}
}

// Rows that are put above move the cells; the acceptances go along with the
// rows, and with no other.
func TestAcceptancesMoveWithTheRow(t *testing.T) {
	places, cell := workdir(0)
	entries := []Entry{
		New(cell("Deelnames", "aantal", 3, "640"), places, "feest", "An", "2022-03-14"),
		New(cell("Contacten", "actor", 3, "Stad"), places, "juist", "An", "2022-03-14"),
	}
	if got := strings.Join(entries[0].Rows, "|"); got != "dak · A002 · Jongeren" {
		t.Errorf("key %q", got)
	}
	for _, above := range []int{0, 1, 5} {
		places, cell := workdir(above)
		for _, c := range []struct {
			f        finding.Finding
			accepted bool
			says     string
		}{
			{cell("Deelnames", "aantal", 3, "640"), true, ""},
			{cell("Deelnames", "aantal", 2, "640"), false, ""},
			{cell("Deelnames", "aantal", 3, "641"), false, "met een andere waarde: ‘640’"},
			{cell("Deelnames", "groep", 3, "640"), false, ""},
			{cell("Contacten", "actor", 3, "Stad"), true, ""},
			{cell("Contacten", "actor", 2, "Stad"), false, ""},
		} {
			rest, accepted := Apply([]finding.Finding{c.f}, entries, places)
			if len(accepted) == 1 != c.accepted || c.says != "" && !strings.Contains(rest[0].Message, c.says) {
				t.Errorf("%d above, %s %s = %s: %v %v", above, c.f.Ref.Sheet, c.f.Ref.Cell(), c.f.Found, rest, accepted)
			}
		}
	}
}

// An acceptance of before knows only the address.
func TestOldEntry(t *testing.T) {
	places, cell := workdir(0)
	old := []Entry{{Code: "P01", File: "gegevens/a.xlsx", Sheet: "Deelnames", Cells: []string{"D3"}, Value: "640", Reason: "feest"}}
	if _, accepted := Apply([]finding.Finding{cell("Deelnames", "aantal", 3, "640")}, old, places); len(accepted) != 1 {
		t.Error("an old entry doesn't count any more")
	}
}

// What holds no value goes by what it says.
func TestWithoutValue(t *testing.T) {
	places, cell := workdir(0)
	f := cell("Deelnames", "aantal", 3, "")
	entries := []Entry{New(f, places, "juist", "An", "")}
	if _, accepted := Apply([]finding.Finding{f}, entries, places); len(accepted) != 1 {
		t.Error("as accepted")
	}
	f.Message = "Nog meer."
	rest, _ := Apply([]finding.Finding{f}, entries, places)
	if again, _ := Apply(rest, entries, places); len(again) != 1 || strings.Count(again[0].Message, "Eerder") != 1 {
		t.Errorf("%+v", again)
	}
}

// Two sentences with the same figure are two findings, wherever they move.
func TestWordsAround(t *testing.T) {
	const text = "# Titel\n\nWe werkten met 20 mensen\naan het huis. Later waren er 20 huizen in de stad.\n"
	find := func(text, before string) (*Places, finding.Finding) {
		at := strings.Index(text, before) + len(before)
		line := 1 + strings.Count(text[:at], "\n")
		f := finding.New(&soft, source.Ref{File: "teksten/v.md", Line: line, Char: 1 + at - (strings.LastIndex(text[:at], "\n") + 1)}, "Bijna.")
		f.Found = "20"
		return NewPlaces(&model.Dataset{}, []*model.Narrative{{File: source.File{Path: "teksten/v.md"}, Text: text}}), f
	}
	places, first := find(text, "met ")
	entries := []Entry{New(first, places, "juist", "An", "")}
	moved := "Nog een zin.\n\n" + strings.ReplaceAll(text, "\naan", " aan")
	for name, c := range map[string]struct {
		text, before string
		accepted     bool
	}{
		"as it was":        {text, "met ", true},
		"another sentence": {text, "er ", false},
		"moved":            {moved, "met ", true},
		"moved, another":   {moved, "er ", false},
	} {
		places, f := find(c.text, c.before)
		if _, accepted := Apply([]finding.Finding{f}, entries, places); len(accepted) == 1 != c.accepted {
			t.Errorf("%s: %v", name, accepted)
		}
	}
}

// An entry is told of when nothing is left of what it is about, unless its
// rule is off, a newer entry answers for it, or the finding says so itself.
func TestStale(t *testing.T) {
	places, cell := workdir(0)
	f := cell("Deelnames", "aantal", 3, "640")
	old := New(cell("Deelnames", "aantal", 3, "500"), places, "toen", "An", "")
	now := New(f, places, "nu", "An", "")
	old.line, now.line = 1, 9
	on, off := func(string) bool { return false }, func(string) bool { return true }
	for name, c := range map[string]struct {
		entries  []Entry
		findings []finding.Finding
		off      func(string) bool
		want     int
	}{
		"used":                  {[]Entry{now}, []finding.Finding{f}, on, 0},
		"mended":                {[]Entry{now}, nil, on, 1},
		"the rule is off":       {[]Entry{now}, nil, off, 0},
		"the value changed":     {[]Entry{old}, []finding.Finding{f}, on, 0},
		"one of a newer moment": {[]Entry{old, now}, []finding.Finding{f}, on, 0},
	} {
		rest, accepted := Apply(c.findings, c.entries, places)
		if got := Stale(c.entries, accepted, rest, places, c.off); len(got) != c.want {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
