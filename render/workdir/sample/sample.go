// Package sample makes the records of the example werkmap: the facts of a real
// report for 2021, and registrations that are made up so that the report's
// published totals come out exactly. It reads only what is embedded in
// templates/example and has no clock and no chance in it: every draw comes
// from a generator with a fixed seed, one for each project and purpose, so a
// change in one project leaves the others as they were.
package sample

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"voortgang/internal/model"
)

// Year is the year that the example reports on; registrations of the year
// before are there too, for the comparison.
const Year = 2021

// Themes lists the themes of the example in the report's order.
func Themes() []string {
	return []string{"Wonen", "Sociale bescherming", "Onderwijs", "Krachtige steden en buurten", "Collectief burgerschap", "Sociale grondrechten"}
}

// Sample is the example: the organisation's sheets and those of each project.
type Sample struct {
	Organisation model.Dataset
	Projects     []Project
	// Typed are values that go into their cells as they are; nil in the clean
	// example.
	Typed Typed
}

// Project is one project's record and its sheets.
type Project struct {
	Record *model.Project
	Data   model.Dataset
}

// Build makes the example from the embedded files. An error means that the
// embedded files are wrong.
func Build(files fs.FS) (*Sample, error) {
	facts, err := readFacts(files)
	if err != nil {
		return nil, fmt.Errorf("example facts: %w", err)
	}
	var s Sample
	codes := objectives(facts, &s.Organisation)
	for _, row := range facts.projects {
		p, err := project(facts, codes, row)
		if err != nil {
			return nil, err
		}
		story, err := readStory(files, p.Record.Code)
		if err != nil {
			return nil, err
		}
		story.addTo(&p)
		s.Projects = append(s.Projects, p)
	}
	profiles, err := readProfiles(facts.profiles)
	if err != nil {
		return nil, err
	}
	returning, err := readRecurring(facts.recurring)
	if err != nil {
		return nil, err
	}
	registrations(s.Projects, profiles, returning)
	staff(&s, profiles)
	if err := funding(facts.funding, &s.Organisation); err != nil {
		return nil, err
	}
	if err := communications(facts, &s.Organisation); err != nil {
		return nil, err
	}
	partnerships(facts, &s.Organisation)
	return &s, scores(facts, &s.Organisation)
}

// project makes a project's record and its actors and dossiers.
func project(f *facts, codes map[string]string, row record) (Project, error) {
	p := &model.Project{
		Code: row["code"], Name: row["naam"], Theme: row["thema"], Sector: row["sectorproject"] == "ja",
		Municipalities: list(row["gemeenten"]), Phase: row["fase"], Description: row["omschrijving_kort"],
	}
	var err error
	if p.Start, err = isoDate(row["start"]); err != nil {
		return Project{}, fmt.Errorf("project %s: %w", p.Code, err)
	}
	end := row["einde"]
	if p.Code == "verdoken-armoede-leopoldsburg" && end == "" {
		// The source says 31/4/2021, a day that does not exist.
		end = "2021-04-30"
	}
	if p.End, err = isoDate(end); err != nil {
		return Project{}, fmt.Errorf("project %s: %w", p.Code, err)
	}
	for _, o := range f.objectivesOf {
		if o["project_code"] != p.Code {
			continue
		}
		code := codes[o["sd"]+"/"+o["od"]]
		if code == "" {
			return Project{}, fmt.Errorf("project %s: unknown objective %q", p.Code, o["od"])
		}
		if o["bijdrage"] == "hoofdzakelijk" {
			p.MainObjectives = append(p.MainObjectives, code)
		} else {
			p.AlsoObjectives = append(p.AlsoObjectives, code)
		}
	}
	out := Project{Record: p}
	actors(f, p, &out.Data)
	return out, dossiers(f.dossiers, p, &out.Data)
}

// objectives makes the multi-year plan and gives the code of each objective by
// "sd/od". An objective that the source lists again under another theme, where
// it only contributes, is the same objective.
func objectives(f *facts, d *model.Dataset) map[string]string {
	codes, goals, count := map[string]string{}, []string{}, map[string]int{}
	for _, row := range f.objectives {
		goal := row["sd"]
		if goal == "" {
			// Struck objective of the theme Onderwijs; the source gives no goal.
			goal = "Grond- en mensenrechten"
		}
		key := goal + "/" + row["od"]
		if codes[key] != "" {
			continue
		}
		if !slices.Contains(goals, goal) {
			goals = append(goals, goal)
		}
		count[goal]++
		number := slices.Index(goals, goal) + 1
		o := &model.Objective{
			StrategicCode: fmt.Sprintf("SD%d", number), StrategicName: goal, Subgroup: row["subgroep"],
			Code: fmt.Sprintf("OD%d.%d", number, count[goal]), Name: row["od"], Theme: row["thema"], Status: model.ObjectiveRunning,
		}
		if strings.HasPrefix(row["status"], "geschrapt") {
			o.Status = model.ObjectiveStruck
		}
		codes[key] = o.Code
		d.Objectives = append(d.Objectives, o)
	}
	slices.SortStableFunc(d.Objectives, func(a, b *model.Objective) int { return strings.Compare(a.Code, b.Code) })
	return codes
}

// active tells whether a project ran on a day; transversal actions always run.
func active(p *model.Project, day time.Time) bool {
	return p.IsTransversal() || !day.Before(p.Start) && !day.After(p.End)
}

func known(v float64) model.Number { return model.Number{Value: v, Known: true} }

func date(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}
