package cite

import (
	"testing"

	"voortgang/internal/prose"
)

func TestResolveSection(t *testing.T) {
	sections := []Section{
		{ID: "voorwoord", Title: "Voorwoord", Names: []string{"voorwoord"}},
		{ID: "indicator-2-4", Number: "2.4", Title: "Deelnames", Names: []string{"deelnames"}},
		{ID: "indicator-2-5", Number: "2.5", Title: "Actoren", Names: []string{"actoren"}},
		{ID: "thema-wonen", Number: "3.2", Title: "Wonen", Names: []string{"thema:wonen"}},
		{ID: "project-energiek-pelt", Number: "3.2.1", Title: "Energiek Pelt", Names: []string{"project:energiek-pelt"}},
	}
	for _, c := range []struct{ key, id, label string }{
		{"2.4", "indicator-2-4", "2.4"},
		{"2.4.", "indicator-2-4", "2.4"},
		{"deelnames", "indicator-2-4", "2.4"},
		{"Thema:Wonen", "thema-wonen", "3.2"},
		{"project:energiek-pelt", "project-energiek-pelt", "3.2.1"},
		{"voorwoord", "voorwoord", "‘Voorwoord’"},
	} {
		s, problem := ResolveSection(prose.Reference{Name: SectionFunction, Keys: []string{c.key}}, sections)
		if problem != nil {
			t.Errorf("%s: %s", c.key, problem.Message)
		} else if s.ID != c.id || s.Label() != c.label {
			t.Errorf("%s leads to %s, written %s; want %s, %s", c.key, s.ID, s.Label(), c.id, c.label)
		}
	}
	for _, c := range []struct {
		keys     []string
		kind     ProblemKind
		proposal string
	}{
		{[]string{"2.14"}, UnknownSection, "2.5"},
		{[]string{"3.2.9"}, UnknownSection, "3.2.1"},
		{[]string{"9.1"}, UnknownSection, ""},
		{[]string{"thema:woonen"}, UnknownSection, "thema:wonen"},
		{[]string{"iets heel anders"}, UnknownSection, ""},
		{[]string{""}, UnknownSection, ""},
		{nil, WrongArguments, ""},
		{[]string{"2.4", "2.5"}, WrongArguments, ""},
	} {
		s, problem := ResolveSection(prose.Reference{Name: SectionFunction, Keys: c.keys}, sections)
		if s != nil || problem == nil || problem.Kind != c.kind || problem.Proposal != c.proposal {
			t.Errorf("%q gives %v, %+v; want kind %d, proposal %q", c.keys, s, problem, c.kind, c.proposal)
		}
	}
}
