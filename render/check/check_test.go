package check

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var (
	update  = flag.Bool("update", false, "write the golden files")
	browser = flag.String("browser", "", "folder to write pages for the browser test in")
)

var (
	noSuchDay = &finding.Rule{Code: "W02", Family: finding.Values, Level: finding.Error, Title: "Dag die niet bestaat",
		Explanation: "De kalender heeft die dag niet.", Wrong: "31/4/2021", Right: "30/4/2021", Who: "projectwerker"}
	odd = &finding.Rule{Code: "P01", Family: finding.Plausibility, Level: finding.Warning, Title: "Getal dat opvalt",
		Explanation: "Het getal ligt ver van de andere.", Wrong: "4.000", Right: "40", Who: "projectwerker"}
	unknownSheet = &finding.Rule{Code: "S10", Family: finding.Structure, Level: finding.Info, Title: "Blad dat niet herkend is",
		Explanation: "Het blad wordt niet gelezen.", Wrong: "Blad1", Right: "Activiteiten", Who: "projectwerker"}
	unknownFigure = &finding.Rule{Code: "T10", Family: finding.Narrative, Level: finding.Error, Title: "Verwijzing naar een onbekend cijfer",
		Explanation: "Een verwijzing noemt een cijfer met zijn sleutel.", Wrong: `{{ cijfer "vte.totall" }}`, Right: `{{ cijfer "vte.totaal" }}`, Who: "wie de tekst schrijft"}
)

const (
	energiek = "gegevens/projecten/energiek-pelt.xlsx"
	stek     = "gegevens/projecten/de-stek.xlsx"
	own      = "gegevens/organisatie.xlsx"
)

// hostile is what a page must show and never obey.
const hostile = `<script>alert(1)</script> "onload='x" {{.}} </script><img src=http://x.example/y>`

func at(file, sheet string, col, row int) source.Ref {
	return source.Ref{File: file, Sheet: sheet, Col: col, Row: row}
}

func one(rule *finding.Rule, ref source.Ref, project, found, proposal, message string) finding.Finding {
	f := finding.New(rule, ref, message)
	f.Project, f.Found, f.Proposal = project, found, proposal
	return f
}

// sample is a small workdir: a project with mistakes, one that lacks sheets, one
// in order, the organisation, a text and a loose file.
func sample() Report {
	d := &model.Dataset{}
	file := func(path, project string, decls ...*model.Sheet) {
		f := &model.InputFile{File: source.File{Path: path, SHA256: strings.Repeat("ab", 32)}, Project: project}
		for _, decl := range decls {
			name := decl.Name
			if decl == &model.ProjectSheet {
				name = model.FicheName
			}
			f.Sheets = append(f.Sheets, &model.InputSheet{Name: name, Decl: decl, Rows: 3})
		}
		d.Files = append(d.Files, f)
	}
	var all []*model.Sheet
	for _, s := range model.Sheets() {
		if s.Level == model.OfProject {
			all = append(all, s)
		}
	}
	project := func(code, name string) {
		d.Projects = append(d.Projects, &model.Project{Code: code, Name: name, Theme: "Wonen"})
		d.Activities = append(d.Activities, &model.Activity{Project: code}, &model.Activity{Project: strings.ToUpper(code)})
	}
	file("gegevens/losse lijst.csv", "")
	file(own, "", &model.FTESheet, &model.FundingSheet)
	file(stek, "de-stek", &model.ProjectSheet, &model.ActivitySheet)
	file(energiek, "energiek-pelt", append([]*model.Sheet{&model.ProjectSheet}, all...)...)
	file("gegevens/projecten/woonzaak.xlsx", "woonzaak", append([]*model.Sheet{&model.ProjectSheet}, all...)...)
	project("de-stek", "De STEK")
	project("energiek-pelt", "EnergieK Pelt")
	project("woonzaak", "Woonzaak & co")

	grouped := one(odd, at(energiek, "Deelnames", 3, 9), "energiek-pelt", "4000", "", "het aantal is veel groter dan elders. Kijk het na.")
	for _, row := range []int{9, 10, 11, 20} {
		grouped.Cells = append(grouped.Cells, at(energiek, "Deelnames", 3, row))
	}
	r := Report{Version: "1.2.3", Year: 2021, Organisation: "SAAMO Limburg", Data: d,
		Rules: []*finding.Rule{odd, unknownSheet, unknownFigure, noSuchDay},
		Findings: []finding.Finding{
			one(unknownSheet, at("gegevens/losse lijst.csv", "losse lijst", 0, 0), "", "losse lijst", "", "Het blad is niet herkend. Zet _ voor de naam als het een eigen blad is."),
			one(noSuchDay, at(own, "VTE", 1, 4), "", "32/1/2021", "", "32/1/2021 is geen bestaande datum. Kijk na welke dag het was."),
			one(noSuchDay, at(energiek, "Activiteiten", 3, 14), "energiek-pelt", "31/4/2021", "30/4/2021", "31/4/2021 is geen bestaande datum (april heeft 30 dagen). Bedoel je 30/4/2021?"),
			one(noSuchDay, at(energiek, "Activiteiten", 3, 15), "energiek-pelt", "=HYPERLINK(\"x\")", "30/9/2021", hostile+" is geen bestaande datum."),
			grouped,
			one(unknownFigure, source.Ref{File: "teksten/voorwoord.md", Line: 18, Char: 4}, "", "vte.totall", "vte.totaal", "Het cijfer ‘vte.totall’ bestaat niet. Bedoel je ‘vte.totaal’?"),
		},
		Copies: []Copy{{Source: energiek, Path: "geannoteerd/" + energiek}, {Source: own, Problem: "Er is geen kopie met opmerkingen."}},
	}
	r.Findings[2].Column, r.Findings[2].Expected = "datum", "een bestaande datum"
	return r
}

// many is a report of n findings over twenty projects.
func many(n int) Report {
	r := sample()
	r.Findings, r.Copies = nil, nil
	for p := range 20 {
		r.Data.Projects = append(r.Data.Projects, &model.Project{Code: fmt.Sprintf("project-%02d", p), Name: fmt.Sprintf("Project %02d", p), Theme: "Wonen"})
	}
	rules := []*finding.Rule{noSuchDay, odd, unknownSheet}
	for i := range n {
		code := fmt.Sprintf("project-%02d", i*20/n)
		f := one(rules[i%3], at("gegevens/projecten/"+code+".xlsx", "Activiteiten", 3, i+5), code, fmt.Sprintf("31/4/%d", i), "30/4/2021",
			fmt.Sprintf("31/4/%d is geen bestaande datum (april heeft 30 dagen). Bedoel je 30/4/2021?", i))
		f.Column, f.Expected = "datum", "een bestaande datum"
		r.Findings = append(r.Findings, f)
	}
	return r
}

func golden(t *testing.T, name string, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; look at it with -update.\n%s", name, got)
	}
}

func TestPageOnATerminal(t *testing.T) {
	for name, look := range map[string]Look{
		"terminal.txt":        {},
		"terminal-smal.txt":   {Width: 50},
		"terminal-kleur.txt":  {Width: 80, Color: true},
		"terminal-alleen.txt": {Only: "de-stek"},
	} {
		var b strings.Builder
		if err := Page(&b, sample(), look); err != nil {
			t.Fatal(err)
		}
		golden(t, name, b.String())
		if !look.Color && strings.Contains(b.String(), "\x1b") {
			t.Errorf("%s has colours", name)
		}
	}
}

func TestNothingFoundSaysNothing(t *testing.T) {
	r := sample()
	r.Findings, r.Data.Projects = nil, r.Data.Projects[1:]
	var b strings.Builder
	if err := Page(&b, r, Look{}); err != nil || b.String() != "" {
		t.Errorf("got %q, %v", b.String(), err)
	}
}

func TestATerminalIsNotObeyed(t *testing.T) {
	r := sample()
	r.Findings[0].Message = "kwaad \x1b[2J\x07 \u202e gedaan"
	var b strings.Builder
	if err := Page(&b, r, Look{}); err != nil || strings.ContainsAny(b.String(), "\x1b\x07\u202e") {
		t.Errorf("control characters reach the terminal: %q, %v", b.String(), err)
	}
}

func TestManyFindingsStayShort(t *testing.T) {
	var b strings.Builder
	if err := Page(&b, many(5000), Look{}); err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(b.String(), "\n"); lines > 700 {
		t.Errorf("%d lines for 5,000 findings", lines)
	}
}

func TestSectionsKeepEveryFinding(t *testing.T) {
	r := sample()
	n := 0
	for _, s := range Sections(r) {
		n += s.Total()
		for _, g := range s.Groups {
			n -= len(g.Items)
		}
	}
	if n != 0 {
		t.Errorf("sections and groups differ by %d", n)
	}
	titles := ""
	for _, s := range Sections(r) {
		titles += s.Title + "; "
	}
	if want := "EnergieK Pelt; De organisatie; De teksten; gegevens/losse lijst.csv; "; titles != want {
		t.Errorf("sections: %s, want %s", titles, want)
	}
}

func TestDelivery(t *testing.T) {
	var b strings.Builder
	d := Deliveries(sample())
	for _, p := range d.Projects {
		fmt.Fprintf(&b, "%s (%s)\n", p.Name, p.File)
		for _, s := range p.Sheets {
			fmt.Fprintf(&b, "  %s: %s, %d rijen, %d fouten, %d waarschuwingen\n", s.Sheet, s.State, s.Rows, s.Errors, s.Warnings)
		}
	}
	b.WriteString("organisatie\n")
	for _, s := range d.Organisation {
		fmt.Fprintf(&b, "  %s: %s, %d rijen, %d fouten\n", s.Sheet, s.State, s.Rows, s.Errors)
	}
	golden(t, "geleverd.txt", b.String())
}

func TestMail(t *testing.T) {
	r := sample()
	for _, s := range Sections(r) {
		if s.Code == "energiek-pelt" {
			mail := newMailer(r).mail(s, []string{"Planning"})
			golden(t, "mail.txt", mail.Subject+"\n---\n"+mail.Body)
		}
	}
}

func TestPlaces(t *testing.T) {
	f := finding.Finding{Ref: at("x", "VTE", 3, 14)}
	for want, cells := range map[string][]source.Ref{
		"blad VTE, cel C14":                               nil,
		"blad VTE, cellen C14 en C16":                     {at("x", "VTE", 3, 14), at("x", "VTE", 3, 16)},
		"blad VTE, cellen C14:C16":                        {at("x", "VTE", 3, 14), at("x", "VTE", 3, 15), at("x", "VTE", 3, 16)},
		"blad VTE, cellen C1, C3, C5, C7, C9 en 2 andere": {at("x", "VTE", 3, 1), at("x", "VTE", 3, 3), at("x", "VTE", 3, 5), at("x", "VTE", 3, 7), at("x", "VTE", 3, 9), at("x", "VTE", 3, 11), at("x", "VTE", 3, 13)},
	} {
		f.Cells = cells
		if got := Place(f); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	text := finding.Finding{Ref: source.Ref{File: "a.md", Line: 12, Char: 4}}
	if got := Place(text); got != "regel 12, teken 4" {
		t.Error(got)
	}
}

// What the page says of who delivered is a sentence, whatever the numbers.
func TestLeadOfTheDelivery(t *testing.T) {
	const order = " Het getal is het aantal rijen. Wie de meeste fouten heeft, staat eerst, en daarna wie de meeste waarschuwingen heeft; zo ook bij Meldingen."
	done, open := []Delivered{{Sheet: "Fiche", Rows: 1}}, []Delivered{{Sheet: "Fiche", State: Missing}}
	for want, sheets := range map[string][][]Delivered{
		"Er is nog geen enkel project gevonden.":                                                                                                            nil,
		"Van 1 project is alles ontvangen, en er is niets aan te doen.":                                                                                     {done},
		"Bij het enige project ontbreekt er iets of is er iets na te kijken. Het getal is het aantal rijen.":                                                {open},
		"Bij elk van de 2 projecten ontbreekt er iets of is er iets na te kijken." + order:                                                                  {open, open},
		"Van 1 van de 2 projecten is alles ontvangen, zonder fouten of waarschuwingen. Bij de andere ontbreekt er iets of is er iets na te kijken." + order: {open, done},
	} {
		var v view
		var d Delivery
		for _, s := range sheets {
			d.Projects = append(d.Projects, &ProjectDelivery{Sheets: s})
		}
		d.Organisation = []Delivered{{Sheet: "VTE", Rows: 3}, {Sheet: "Middelen", State: Incomplete, Errors: 1, Owners: []Owner{{"project-de-stek", "De STEK"}}}}
		v.delivered(d, []*Section{{ID: "organisatie"}})
		if v.DeliveryLead != want {
			t.Errorf("%q, want %q", v.DeliveryLead, want)
		}
		rows := v.Organisations.Rows
		if len(rows) != 2 || len(rows[0].Links) > 0 || len(rows[1].Links) != 1 || rows[1].Links[0].ID != "project-de-stek" || rows[1].Name != "Middelen" || len(rows[1].Sheets) != 1 {
			t.Errorf("the sheets of the organisation: %+v", rows)
		}
	}
}
