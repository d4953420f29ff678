package check

import (
	"slices"
	"strings"
	"testing"

	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// inShared is the sample with mistakes in the organisation's workbook that
// belong to a project which is in order otherwise, and a warning in a text.
func inShared() Report {
	r := sample()
	file := source.File{Path: own}
	sheet := &source.Sheet{File: &file, Name: "VTE", Columns: []int{1, 2, 3, 4, 5}}
	row := &model.FTE{Year: 2020, Theme: "Wonen", Project: "woonzaak"}
	row.Head = model.At(source.Row{Sheet: sheet, Number: 5})
	r.Data.FTE = append(r.Data.FTE, row)
	bad := one(noSuchDay, at(own, "VTE", 4, 5), "woonzaak", "#N/A", "", "#N/A is een foutwaarde.")
	again := one(odd, at(own, "VTE", 4, 5), "woonzaak", "#N/A", "", "het getal valt op.")
	r.Findings = append(r.Findings, bad, again)
	r.Copies[1] = Copy{Source: own, Path: "geannoteerd/" + own}
	return r
}

func sectionOf(t *testing.T, r Report, id string) *Section {
	t.Helper()
	list := Sections(r)
	i := slices.IndexFunc(list, func(s *Section) bool { return s.ID == id })
	if i < 0 {
		t.Fatalf("no section %s", id)
	}
	return list[i]
}

// A project is done only when Meldingen has nothing of it, wherever that is.
func TestFindingsElsewhereCount(t *testing.T) {
	r := inShared()
	v := newView(r)
	if v.Fine != nil {
		t.Errorf("%d projects seem to be in order", len(v.Fine.Rows))
	}
	if v.Attention.Links != "Elders" {
		t.Fatalf("no column for what is elsewhere: %q", v.Attention.Links)
	}
	var order []string
	for _, row := range v.Attention.Rows {
		order = append(order, row.ID)
		want := map[string][]linkView{"project-woonzaak": {{"project-woonzaak", "1 fout en 1 waarschuwing in VTE", "fout"}}}[row.ID]
		if !slices.Equal(row.Links, want) {
			t.Errorf("%s: %v, want %v", row.ID, row.Links, want)
		}
	}
	var sections []string
	for _, s := range v.Sections {
		if strings.HasPrefix(s.ID, "project-") {
			sections = append(sections, s.ID)
		}
	}
	if !slices.Equal(order, sections) {
		t.Errorf("the table has the order %v, the findings %v", order, sections)
	}
	for _, row := range v.Organisations.Rows {
		if row.Name == "VTE" && !slices.Equal(row.Links, []linkView{{ID: "organisatie", Text: "De organisatie"}, {ID: "project-woonzaak", Text: "Woonzaak & co"}}) {
			t.Errorf("VTE links to %v", row.Links)
		}
	}
}

// A project with only a warning has something to look at too.
func TestWarningsCount(t *testing.T) {
	r := sample()
	r.Findings = []finding.Finding{one(odd, at("gegevens/projecten/woonzaak.xlsx", "Deelnames", 3, 4), "woonzaak", "", "", "het getal valt op.")}
	v := newView(r)
	if v.Fine == nil || len(v.Fine.Rows) != 1 || v.Fine.Rows[0].Name != "EnergieK Pelt" {
		t.Errorf("in order: %+v", v.Fine)
	}
}

// A mail never asks to send a file that projects share; it quotes the row. What
// is said of one cell is one line.
func TestMailOfWhatIsShared(t *testing.T) {
	r := inShared()
	m := newMailer(r)
	body := m.mail(sectionOf(t, r, "project-woonzaak"), nil).Body
	for _, want := range []string{
		"- organisatie.xlsx, VTE D5 (rij 2020, Wonen, Woonzaak & co): #N/A is een foutwaarde. Het getal valt op.\n",
		"Wat in organisatie.xlsx staat, passen wij aan", "Dag [naam],\n", "voor [datum]",
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the mail lacks %q:\n%s", want, body)
		}
	}
	for _, s := range Sections(r) {
		mail := m.mail(s, nil)
		if attached := strings.Contains(mail.Body, "In bijlage"); attached != (s.Code == "energiek-pelt") {
			t.Errorf("%s: attached: %v\n%s", s.Title, attached, mail.Body)
		}
		if strings.Contains(mail.Body, "geannoteerd/") || strings.Contains(mail.Body, "Onderwerp") {
			t.Errorf("%s: a folder or a subject in the mail:\n%s", s.Title, mail.Body)
		}
	}
}

// In a sheet of the organisation no project worker can mend anything.
func TestWhoMendsIt(t *testing.T) {
	r := inShared()
	o := newOwners(r.Data)
	for _, c := range []struct {
		f    finding.Finding
		want string
	}{
		{one(noSuchDay, at(own, "VTE", 1, 4), "", "", "", ""), "wie de gegevens van de organisatie bijhoudt"},
		{one(noSuchDay, at(energiek, "Activiteiten", 1, 4), "", "", "", ""), "projectwerker"},
		{one(unknownFigure, at(own, "VTE", 1, 4), "", "", "", ""), "wie de tekst schrijft"},
	} {
		if got := o.who(c.f); got != c.want {
			t.Errorf("%v: %s, want %s", c.f.Ref, got, c.want)
		}
	}
	for _, rule := range newView(r).Rules {
		if rule.Code == "W02" && rule.Who != "wie de gegevens van de organisatie bijhoudt of projectwerker" {
			t.Errorf("W02: %s", rule.Who)
		}
	}
}

// What was expected stands there only when the message doesn't say it.
func TestExpectedAddsSomething(t *testing.T) {
	for _, c := range []struct {
		expected, message string
		shown             bool
	}{
		{"Enveloppe, Lokaal bestuur, Europa", "‘Vlaanderen’ kan hier niet. Kies Enveloppe, Lokaal bestuur of Europa.", false},
		{"Enveloppe, Lokaal bestuur, Europa", "‘Lokaal’ kan hier niet. Bedoel je Lokaal bestuur?", true},
		{"een geheel getal", "12,5 is geen geheel getal. Vul een geheel getal in.", false},
		{"een geheel getal", "‘twaalf’ is geen getal. Schrijf alleen het getal.", true},
		{"hoogstens 80", "800 uren is meer dan aannemelijk is (hoogstens 80).", false},
	} {
		if got := newExpected(finding.Finding{Expected: c.expected, Message: c.message}); (got != "") != c.shown {
			t.Errorf("%q beside %q: %q", c.expected, c.message, got)
		}
	}
}

// Rows that some figure leaves out are told per sheet, with the way to what is
// wrong there.
func TestRowsLeftOutAreFound(t *testing.T) {
	r := inShared()
	if v := newView(r).LeftOut; v != nil {
		t.Fatalf("no row is left out: %+v", v)
	}
	sheet := &source.Sheet{File: &r.Data.Files[1].File, Name: "VTE", Columns: []int{1, 2, 3, 4, 5}}
	r.Data.Files[1].Sheets[0].Source = sheet
	bad := &model.FTE{}
	bad.Head = model.At(source.Row{Sheet: sheet, Number: 4})
	bad.Head.MarkBad(0)
	r.Data.FTE = append(r.Data.FTE, bad)
	want := []leftOutRow{{"project-woonzaak", own, "VTE", "3", "1"}}
	if v := newView(r).LeftOut; v == nil || !slices.Equal(v.Rows, want) || v.Summary != "1 rij telt nog niet in elk cijfer mee" {
		t.Errorf("%+v, want %v", v, want)
	}
}
