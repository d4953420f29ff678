package validate

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"voortgang/config"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// namedBy puts pseudonyms in sheets Vrijwilligers, one for each list, and gives
// the ones of which X06 tells.
func namedBy(lists ...[]string) []string {
	b := newBook()
	b.add(&model.ProjectSheet, "pelt", "EnergieK Pelt", "Wonen", false, nil, "Projectuitvoering", day(2021, 1, 1), day(2022, 12, 31), "Iets")
	in := map[string][]string{}
	for i, list := range lists {
		file := &source.File{Path: fmt.Sprintf("gegevens/%d.xlsx", i)}
		place := &source.Sheet{File: file, Name: "Vrijwilligers", HeaderRow: 1, Columns: []int{1, 2, 3, 4, 5, 6}}
		in[file.Path] = list
		for n, name := range list {
			r := b.add(&model.VolunteerSheet, "pelt", name)
			*r.Base() = model.At(source.Row{Sheet: place, Number: n + 2})
		}
	}
	cfg := config.Defaults()
	c := &checker{data: b.data, cfg: &cfg, index: newIndex(b.data)}
	c.personNames()
	c.settle()
	var out []string
	for _, f := range c.list.All() {
		cells := f.Cells
		if len(cells) == 0 {
			cells = []source.Ref{f.Ref}
		}
		for _, ref := range cells {
			out = append(out, in[ref.File][ref.Row-2])
		}
	}
	slices.Sort(out)
	return out
}

// TestNamesAmongPseudonyms: X06 on what breaks the shape of its column.
func TestNamesAmongPseudonyms(t *testing.T) {
	numbered := func(form string, n int, more ...string) []string {
		for i := range n {
			more = append(more, fmt.Sprintf(form, i+1))
		}
		return more
	}
	for _, name := range []string{"Lutgarde Vanhees", "Vanhees Lutgarde", "Maes Ingrid", "Lieve Janssens", "Rachid Benali", "Godelieve Thijs",
		"Özlem Yildiz", "Fatima", "Dirk", "fatima", "Dhr. Claes", "J. Vermeulen", "Els D’Hondt", "MAES INGRID", "Jean-Pierre"} {
		if got := namedBy(numbered("V%03d", 12, name)); !slices.Equal(got, []string{name}) {
			t.Errorf("%s among others: got %q", name, got)
		}
	}
	for _, other := range []string{"V13", "v-013", "AB", "J.V.", "ABC", "onbekend", "Anoniem", "Nieuwe vrijwilliger", "blauw 3", "merel", "x", "n.v.t."} {
		if got := namedBy(numbered("V%03d", 12, other)); len(got) > 0 {
			t.Errorf("%s is no name", other)
		}
	}
	birds := strings.Fields("Merel Eik Specht Beuk Linde Roodborst Koolmees")
	for what, c := range map[string]struct {
		lists [][]string
		want  []string
	}{
		"words":                    {[][]string{birds}, nil},
		"words, one number":        {[][]string{append([]string{"V1"}, birds...)}, nil},
		"a sheet of words":         {[][]string{numbered("V%03d", 40), birds}, nil},
		"one bird":                 {[][]string{numbered("V%03d", 40), {"Merel"}}, nil},
		"mixed shapes":             {[][]string{{"V1", "blauw 3", "Merel", "P-2b", "12", "AB", "x9"}}, nil},
		"few others":               {[][]string{numbered("V%03d", 3, "Merel")}, nil},
		"a sheet with one name":    {[][]string{numbered("V%03d", 40), {"Lieve Janssens"}}, []string{"Lieve Janssens"}},
		"few beside, many others":  {[][]string{numbered("V%03d", 40), {"V041", "Lieve"}}, []string{"Lieve"}},
		"a shape for each project": {[][]string{numbered("genk-%d", 9, "Lieve Thijs"), numbered("P%d", 9)}, []string{"Lieve Thijs"}},
		"a name on many rows": {[][]string{numbered("V%d", 9, "Lieve Thijs", "Lieve Thijs", "Lieve Thijs", "Lieve Thijs")},
			[]string{"Lieve Thijs", "Lieve Thijs", "Lieve Thijs", "Lieve Thijs"}},
	} {
		if got := namedBy(c.lists...); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q", what, got)
		}
	}
}
