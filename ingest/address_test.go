package ingest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"voortgang/ingest/rules"
	"voortgang/ingest/workbook/booktest"
	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// grown is a sheet that grows above and beside a known mistake.
type grown struct {
	rows   []grownRow
	shift  int
	merges []string
}

type grownRow struct {
	number int
	hidden bool
	cells  []any
}

func (g *grown) add(hidden bool, cells ...any) int {
	n := 1
	if k := len(g.rows); k > 0 {
		n = g.rows[k-1].number + 1
	}
	g.rows = append(g.rows, grownRow{n, hidden, append(make([]any, g.shift), cells...)})
	return n
}

// gap leaves rows out of the file altogether.
func (g *grown) gap(n int) { g.rows = append(g.rows, grownRow{number: g.last() + n}) }

func (g *grown) last() int {
	if k := len(g.rows); k > 0 {
		return g.rows[k-1].number
	}
	return 0
}

func (g *grown) sheet() booktest.Sheet {
	var b strings.Builder
	for _, r := range g.rows {
		row := booktest.Row(r.number, r.cells...)
		if r.hidden {
			row = strings.Replace(row, "<row ", `<row hidden="1" `, 1)
		}
		b.WriteString(row)
	}
	s := booktest.Sheet{Name: "Activiteiten", Rows: b.String()}
	if len(g.merges) > 0 {
		s.After = "<mergeCells>"
		for _, m := range g.merges {
			s.After += `<mergeCell ref="` + m + `"/>`
		}
		s.After += "</mergeCells>"
	}
	return s
}

// csv writes the same rows as a CSV file.
func (g *grown) csv() []byte {
	var b strings.Builder
	line := 1
	for _, r := range g.rows {
		for ; line < r.number; line++ {
			b.WriteString("\r\n")
		}
		for _, c := range r.cells {
			if c != nil {
				fmt.Fprintf(&b, `"%v"`, c)
			}
			b.WriteString(";")
		}
	}
	return []byte(b.String())
}

// Whatever stands above a mistake (titles, blank rows, rows left out of the
// file, hidden rows, merged cells, empty columns before the first), its address
// is the one that Excel shows.
func TestAddressFollows(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 11))
	for round := range 100 {
		g := &grown{shift: random.IntN(4)}
		noise := func(titles bool) {
			for range random.IntN(5) {
				switch random.IntN(5) {
				case 0:
					g.gap(1 + random.IntN(30))
				case 1:
					g.add(random.IntN(2) == 0)
				case 2:
					g.add(false, " ", nil, "\u00a0")
				case 3:
					if titles {
						n := g.add(random.IntN(3) == 0, "Registratie van het jaar")
						g.merges = append(g.merges, source.Ref{Row: n, Col: 1 + g.shift}.Cell()+":"+source.Ref{Row: n, Col: 4 + g.shift}.Cell())
					}
				default:
					if !titles {
						g.add(random.IntN(2) == 0, "A", "p", "14/4/2021", "Acties", "een\ntwee")
					}
				}
			}
		}
		noise(true)
		g.add(false, "id", "project", "datum", "soort", "omschrijving")
		noise(false)
		var want []string
		for range 1 + random.IntN(3) {
			n := g.add(random.IntN(3) == 0, "A", "p", "31/4/2021", "Acties")
			want = append(want, "W02 Activiteiten!"+source.Ref{Row: n, Col: 3 + g.shift}.Cell())
			n = g.add(false, "A", "p", "14/4/2021", nil)
			want = append(want, "V01 Activiteiten!"+source.Ref{Row: n, Col: 4 + g.shift}.Cell())
			noise(false)
		}
		expected := strings.Join(want, ", ")
		data, findings := read(t, map[string][]byte{"a.xlsx": booktest.Workbook(g.sheet()).Bytes()})
		if got := brief(without(findings, rules.HiddenRows)); got != expected {
			t.Fatalf("round %d, workbook: found %s, want %s\n%+v", round, got, expected, g)
		}
		in := data.Files[0].Sheets[0]
		if in.Rows != len(data.Activities)+in.Refused {
			t.Fatalf("round %d: %d rows, %d records, %d refused", round, in.Rows, len(data.Activities), in.Refused)
		}
		_, findings = read(t, map[string][]byte{"Activiteiten.csv": g.csv()})
		if got := brief(findings); got != expected {
			t.Fatalf("round %d, CSV: found %s, want %s\n%s", round, got, expected, g.csv())
		}
	}
}

// without leaves the findings of a rule out.
func without(list []finding.Finding, rule *finding.Rule) []finding.Finding {
	return slices.DeleteFunc(slices.Clone(list), func(f finding.Finding) bool { return f.Rule == rule })
}
