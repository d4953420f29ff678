package sample

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"voortgang/internal/dutch"
	"voortgang/internal/model"
)

// Typed are values as people typed them, by record and column, where a record
// can't hold them: 31/4/2021, or a name of a theme that the reader knows by
// another one.
type Typed map[model.Record]map[int]string

func (t Typed) set(r model.Record, column int, text string) {
	if t[r] == nil {
		t[r] = map[int]string{}
	}
	t[r][column] = text
}

// AsPrinted makes the example as its authors had it: with what the published
// report got wrong, taken from the columns of the facts that hold it as it was
// printed. Registrations are those of Build.
func AsPrinted(files fs.FS) (*Sample, error) {
	s, err := Build(files)
	if err != nil {
		return nil, err
	}
	f, err := readFacts(files)
	if err != nil {
		return nil, err
	}
	s.Typed = Typed{}
	for i, row := range f.projects {
		p := &s.Projects[i]
		if p.Record.Code != row["code"] {
			return nil, fmt.Errorf("projecten.csv: %s is out of order", row["code"])
		}
		if err := printedFiche(s.Typed, row, p.Record); err != nil {
			return nil, err
		}
		printedActors(f, p)
	}
	for _, o := range s.Organisation.Objectives {
		// Printed without a strategic objective.
		if slices.ContainsFunc(f.objectives, func(r record) bool { return r["od"] == o.Name && r["sd"] == "" }) {
			o.StrategicCode, o.StrategicName = "", ""
		}
	}
	for i, row := range f.communications {
		s.Typed.set(s.Organisation.Communications[i], model.CommunicationWhen, row["datum_bron"])
	}
	printedPartnerships(f, s)
	return s, nil
}

// printedThemes are names of themes as the report has them above its annexes.
var printedThemes = map[string]string{"Krachtige steden en buurten": "Krachtige buurten en steden", "Sociale bescherming": "Sociale Bescherming"}

// printedNames are the projects whose name the report misspells; naam_bron has
// the spelling.
var printedNames = map[string]string{
	"verdoken-armoede-leopoldsburg": "Onderzoek verdoken armoede in Leopoldburg",
	"onderons-sint-truiden":         "OnderOns in sint-Truiden",
}

// printedFiche puts a project's term, theme and name on its Fiche as printed.
func printedFiche(t Typed, row record, p *model.Project) error {
	if p.IsTransversal() {
		return nil
	}
	t.set(p, model.ProjectStart, row["start_bron"])
	t.set(p, model.ProjectEnd, row["einde_bron"])
	if name := printedThemes[p.Theme]; name != "" {
		t.set(p, model.ProjectTheme, name)
	}
	if name := printedNames[p.Code]; name != "" {
		if !slices.Contains(list(row["naam_bron"]), name) {
			return fmt.Errorf("projecten.csv: %s was never printed as %q", p.Code, name)
		}
		p.Name = name
	}
	return nil
}

// printedActors lists an actor twice where the report has it under the
// structural partners and under the new ones.
func printedActors(f *facts, p *Project) {
	known, again := map[string]*model.Actor{}, map[string]bool{}
	for _, a := range p.Data.Actors {
		known[dutch.Fold(a.Name)] = a
	}
	for _, row := range f.actors {
		if row["project_code"] != p.Record.Code {
			continue
		}
		key := dutch.Fold(row["actor"])
		if a := known[key]; again[key] {
			p.Data.Actors = append(p.Data.Actors, &model.Actor{Project: a.Project, Name: row["actor"], Type: a.Type, Nature: row["structureel_of_nieuw"]})
		}
		again[key] = true
	}
}

// printedPartnerships leaves the link with the plan out where the report has
// none, and counts the neighbourhoods of Genk as the report does.
func printedPartnerships(f *facts, s *Sample) {
	counted := ""
	for _, row := range f.figures {
		if row["sleutel"] == "buurtwerk_genk_buurten_gedrukt" {
			counted = row["waarde"]
		}
	}
	for i, row := range f.partnerships {
		p := s.Organisation.Partnerships[i]
		switch {
		case row["link_mjp"] == "":
			p.Themes = nil
		case row["link_mjp"] == "Krachtige steden en buurten":
			s.Typed.set(p, model.PartnershipThemes, "krachtige buurten en steden")
		}
		if p.Partner == "Stad Genk" {
			p.Goal = strings.Replace(p.Goal, "Buurtwerk in ", "Buurtwerk in "+counted+" buurten: ", 1)
		}
	}
}
