package validate

import (
	"strings"
	"testing"

	"voortgang/config"
	"voortgang/internal/model"
)

// Each list is the column of a sheet; a value that is several values is asked
// about, with the whole list as meant.
func TestPartedLists(t *testing.T) {
	audiences, places := model.CommunicationAudiences, model.ProjectMunicipalities
	for _, c := range []struct {
		name   string
		column int
		list   []string
		want   string
	}{
		{"a comma", audiences, []string{"Breed publiek", "Lokale besturen", "Breed publiek, Lokale besturen"}, "Breed publiek; Lokale besturen"},
		{"a slash in lower case", audiences, []string{"jongeren", "ouders", "jongeren/ouders"}, "jongeren; ouders"},
		{"and", audiences, []string{"Jongeren", "Ouders", "Ouders en jongeren"}, "Ouders; Jongeren"},
		{"beside another value", audiences, []string{"Jongeren", "Ouders; Scholen", "Pers; Ouders, Scholen"}, "Pers; Ouders; Scholen"},
		{"only in combinations", audiences, []string{"Breed publiek, Lokale besturen", "Lokale besturen, Breed publiek", "Jongeren / Breed publiek"},
			"Breed publiek; Lokale besturen|Lokale besturen; Breed publiek|Jongeren; Breed publiek"},
		{"a value that holds a sign", audiences, []string{"Kind en Gezin", "Breed publiek", "Breed publiek, Kind en Gezin"}, "Breed publiek; Kind en Gezin"},
		{"a new value that holds a sign", audiences, []string{"Breed publiek", "Breed publiek, Kind en Gezin"}, "Breed publiek; Kind en Gezin"},
		{"municipalities", places, []string{"Genk", "Genk, Hasselt en Pelt"}, "Genk; Hasselt; Pelt"},
		{"two municipalities", places, []string{"Genk", "Pelt; Hasselt", "Hasselt en Genk"}, "Hasselt; Genk"},
		// What is one value.
		{"one value with a sign", audiences, []string{"Onderwijs en Vorming", "Onderwijs en Vorming"}, ""},
		{"a part of a value elsewhere", audiences, []string{"Onderwijs", "Onderwijs en Vorming", "Werk"}, ""},
		{"never by themselves", places, []string{"Geraardsbergen, Zottegem", "Geraardsbergen, Zottegem", "Aalst"}, ""},
		{"a medium", audiences, []string{"VRT, NWS", "VRT, NWS", "HBVL"}, ""},
		{"a sentence", audiences, []string{"Jongeren", "Jongeren, vooral uit Genk", "Ouders, vooral uit Genk"}, ""},
		{"an addition", places, []string{"Genk", "Genk en omstreken", "Genk (Winterslag, Sledderlo)"}, ""},
		{"hyphens", places, []string{"Hamont", "Achel", "Hamont-Achel", "Pelt; Hamont-Achel"}, ""},
	} {
		b := newBook()
		for _, cell := range c.list {
			list := strings.Split(cell, "; ")
			if c.column == places {
				b.add(&model.ProjectSheet, "p", "P", "Wonen", false, list)
				continue
			}
			b.add(&model.CommunicationSheet, 1.0, "a", "b", nil, "", "", "", list)
		}
		cfg := config.Defaults()
		checked := &checker{data: b.data, cfg: &cfg, index: newIndex(b.data)}
		checked.run([]func(*checker){partedLists})
		var got []string
		for _, f := range checked.list.All() {
			if f.Code() != "W31" {
				t.Errorf("%s: %s", c.name, f.Code())
			}
			got = append(got, f.Proposal)
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
