package report

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"voortgang/internal/document"
	"voortgang/internal/model"
)

// What is missing is said in one line, or left out; the report stands.
func TestNoDataAtAll(t *testing.T) {
	for _, empty := range []string{"melden", "weglaten"} {
		cfg := configure("Wonen")
		cfg.Sections.Empty = empty
		doc, b := build(Input{Config: cfg, Data: &model.Dataset{}})
		checkAll(t, doc, "2.")
		text := dump(doc)
		missing := strings.Count(text, "LEEG ")
		if empty == "weglaten" && missing > 0 {
			t.Errorf("%s: %d lines say what is missing:\n%s", empty, missing, text)
		}
		if n := strings.Count(text, b.layout.Empty.Data); empty == "melden" && n < 13 {
			t.Errorf("%s: %d lines say that there are no data", empty, n)
		}
		for _, always := range []string{"# 1 Algemene evaluatie", "# 2 ", "# 3 ", "# 4 ", "Verantwoording"} {
			if !strings.Contains(text, always) {
				t.Errorf("%s: no %q", empty, always)
			}
		}
	}
}

func TestNothingButAConfiguration(t *testing.T) {
	doc, found := Build(Input{Config: configure("Wonen")})
	if len(found) > 0 {
		t.Error(found)
	}
	checkAll(t, doc, "2.")
}

// An indicator keeps the number of the contract when another is left out.
func TestIndicatorsKeepTheirNumber(t *testing.T) {
	in := smallInput()
	in.Config.Sections.Empty = "weglaten"
	in.Data.Staffing, in.Data.Activities, in.Data.Participations = nil, nil, nil
	doc, _ := build(in)
	text := dump(doc)
	for want, there := range map[string]bool{"## 2.1 ": false, "## 2.2 Hoeveel VTE": true, "## 2.3 ": false, "## 2.13 Welke": true} {
		if strings.Contains(text, want) != there {
			t.Errorf("%q in the report: %t", want, !there)
		}
	}
}

func TestOneProject(t *testing.T) {
	in := smallInput()
	in.Data.Projects = in.Data.Projects[:1]
	doc, _ := build(in)
	checkNumbers(t, doc, "")
	checkLinks(t, doc)
	if text := dump(doc); !strings.Contains(text, "1 project, goed voor") || !strings.Contains(text, "Voor het thema Onderwijs liep in 2021 geen project.") {
		t.Errorf("one project isn't told as one:\n%s", text)
	}
}

// Names pass through as they are, and places stay apart and safe.
func TestStrangeNames(t *testing.T) {
	long := strings.Repeat("heel lange naam ", 13)
	names := []string{"A & B <b>", "«Żółć» Ελλάδα 🏠", long, "{jaar} {thema}", "---", "***", "  "}
	cfg := configure(append([]string{"Wonen & <leven>"}, "☺", "Ω")...)
	d := &model.Dataset{}
	for i, n := range names {
		d.Projects = append(d.Projects, &model.Project{Code: n, Name: n, Theme: cfg.Themes[i%3].Name, Description: n,
			MainObjectives: []string{"OD-" + n}, Municipalities: []string{n, n, n, n}, Start: day(2021, time.January, 1)})
		d.Objectives = append(d.Objectives, &model.Objective{Code: n, Name: n, StrategicName: n})
		d.Partnerships = append(d.Partnerships, &model.Partnership{Kind: model.PartnershipFormal, Partner: n, Goal: n, Themes: []string{n}})
		d.Progress = append(d.Progress, &model.Progress{Project: n, Section: model.SectionCooperation, Rating: n, Subheading: n, Text: n})
		d.Conclusions = append(d.Conclusions, &model.Conclusion{Project: n, Status: n, Text: n})
		d.Communications = append(d.Communications, &model.Communication{Number: known(float64(i)), Action: n, Description: n, When: model.Period{Continuous: true},
			Kind: n, Medium: n, Carrier: n, Audiences: []string{n}, Links: []string{n, "http://[kapot", "www.voorbeeld.be", "javascript:x"}})
		d.Scores = append(d.Scores, &model.Score{Year: 2021, Neighbourhood: n, Framework: n, Function: n, Score: known(3)})
	}
	cfg.Organisation.Name = names[0]
	doc, _ := build(Input{Config: cfg, Data: d})
	checkNumbers(t, doc, "")
	checkLinks(t, doc)
	text := dump(doc)
	for _, n := range names[:4] {
		if strings.Count(text, strings.TrimSpace(n)) < 8 {
			t.Errorf("%q is lost on the way", n)
		}
	}
	if strings.Contains(text, "(javascript:") {
		t.Error("a script is a link")
	}
}

func TestProjectWithoutTheme(t *testing.T) {
	d := &model.Dataset{Projects: []*model.Project{{Code: "a", Name: "Verdwaald", Theme: "Onbekend"}, {Code: "a", Name: "Dubbel", Theme: "Wonen"}, {Code: "", Name: "Zonder code", Theme: "Wonen"}}}
	doc, _ := build(Input{Config: configure("Wonen"), Data: d})
	checkAll(t, doc, "2.")
	text := dump(doc)
	if !strings.Contains(text, "3.1 Projecten zonder geldig thema") || !strings.Contains(text, "3.1.1 Verdwaald") {
		t.Error("a project without a theme is dropped in silence")
	}
}

func TestManyThemesAndLongTables(t *testing.T) {
	var names []string
	for i := range 15 {
		names = append(names, fmt.Sprintf("Thema %d", i+1))
	}
	d := &model.Dataset{}
	for i := range 2000 {
		d.Communications = append(d.Communications, &model.Communication{Number: known(float64(i + 1)), Action: "Actie", When: model.Period{Continuous: true}})
	}
	doc, _ := build(Input{Config: configure(names...), Data: d})
	checkAll(t, doc, "2.")
	colours := map[string]bool{}
	for _, c := range doc.Style.Themes {
		colours[c] = true
	}
	if len(colours) != 15 {
		t.Errorf("15 themes have %d colours", len(colours))
	}
	for _, block := range doc.Blocks {
		if table, ok := block.(document.Table); ok && table.ID == "communicatieacties" && len(table.Rows) != 2000 {
			t.Errorf("%d of 2000 actions", len(table.Rows))
		}
	}
}
