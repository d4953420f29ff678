package ingest

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"voortgang/config"
	"voortgang/ingest/workbook/booktest"
	"voortgang/internal/source"
)

// benchScales are the size of the example and twenty times its registrations.
var benchScales = []struct {
	name  string
	times int
}{{"example", 1}, {"twenty", 20}}

// benchWorkdir makes 48 project workbooks that together hold 6,000 activities,
// 10,000 rows of participations and 5,000 contacts, times a factor.
func benchWorkdir(b *testing.B, times int) string {
	b.Helper()
	files := map[string][]byte{}
	for p := range 48 {
		files[fmt.Sprintf("projecten/p%02d.xlsx", p)] = benchBook(p, times)
	}
	return workdir(b, files)
}

// texts is a table of shared texts in the making.
type texts struct {
	list []string
	at   map[string]int
}

func (t *texts) cell(col, row int, s string) string {
	i, ok := t.at[s]
	if !ok {
		i = len(t.list)
		t.at[s] = i
		t.list = append(t.list, s)
	}
	return fmt.Sprintf(`<c r="%s" t="s"><v>%d</v></c>`, source.Ref{Col: col, Row: row}.Cell(), i)
}

func benchBook(project, times int) []byte {
	shared := &texts{at: map[string]int{}}
	sheet := func(name string, n int, head []string, row func(i int) []any) booktest.Sheet {
		var b strings.Builder
		write := func(r int, cells []any) {
			fmt.Fprintf(&b, `<row r="%d">`, r)
			for c, v := range cells {
				if s, ok := v.(string); ok {
					b.WriteString(shared.cell(c+1, r, s))
					continue
				}
				b.WriteString(booktest.Cell(c+1, r, v))
			}
			b.WriteString("</row>")
		}
		names := make([]any, len(head))
		for i, h := range head {
			names[i] = h
		}
		write(1, names)
		for i := range n {
			write(i+2, row(i))
		}
		return booktest.Sheet{Name: name, Rows: b.String()}
	}
	first := day(2021, 1, 1)
	kinds := []string{"Individuele contacten", "Groepssamenkomsten", "Werkgroepen", "Uitstappen"}
	activities := 125 * times
	id := func(i int) string { return fmt.Sprintf("A%05d", i) }
	few := func(name string, head []string, cells ...any) booktest.Sheet {
		return sheet(name, 6, head, func(i int) []any { return append([]any{fmt.Sprintf("%s %d", name, i)}, cells...) })
	}
	return booktest.Workbook(
		booktest.Sheet{Name: "Fiche", Rows: strings.Replace(ficheRows(), "energiek-pelt", fmt.Sprintf("project-%02d", project), 1)},
		sheet("Activiteiten", activities, []string{"activiteit_id", "datum", "soort", "omschrijving", "uren"}, func(i int) []any {
			return []any{id(i), first.AddDate(0, 0, i%365), kinds[i%4], fmt.Sprintf("Overleg met bewoners %d", i%50), 2.5}
		}),
		sheet("Deelnames", 208*times, []string{"activiteit_id", "groep", "aantal"}, func(i int) []any {
			return []any{id(i % activities), []string{"Volwassenen", "Jongeren"}[i/activities%2], i % 17}
		}),
		sheet("Contacten", 104*times, []string{"datum", "actor", "kanaal", "beleidscontact", "doelgroep_betrokken"}, func(i int) []any {
			return []any{first.AddDate(0, 0, i%365), fmt.Sprintf("Actor %d", i%14), "fysiek", "ja", "nee"}
		}),
		few("Actoren", []string{"actor", "type"}, "partner"),
		few("Vrijwilligers", []string{"vrijwilliger", "sinds"}, first),
		few("Planning", []string{"actie", "termijn"}, "2e kwartaal 2022"),
		few("Dossiers", []string{"titel", "niveau", "status"}, "Lokaal", "Afgerond"),
	).Strings(shared.list...).Bytes()
}

// BenchmarkExcelize is what all is measured against: excelize, one file after
// the other, all cells of all sheets.
func BenchmarkExcelize(b *testing.B) {
	for _, scale := range benchScales {
		b.Run(scale.name, func(b *testing.B) {
			paths, err := filepath.Glob(filepath.Join(benchWorkdir(b, scale.times), config.DataDir, "projecten", "*.xlsx"))
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				for _, path := range paths {
					excelizeCells(b, path)
				}
			}
		})
	}
}

func excelizeCells(b *testing.B, path string) (cells int) {
	f, err := excelize.OpenFile(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		rows, err := f.Rows(sheet)
		if err != nil {
			b.Fatal(err)
		}
		for rows.Next() {
			columns, err := rows.Columns(excelize.Options{RawCellValue: true})
			if err != nil {
				b.Fatal(err)
			}
			cells += len(columns)
		}
	}
	return cells
}

// BenchmarkRead is the whole of reading: files to records.
func BenchmarkRead(b *testing.B) {
	for _, scale := range benchScales {
		b.Run(scale.name, func(b *testing.B) {
			cfg := testConfig(benchWorkdir(b, scale.times))
			b.ReportAllocs()
			for b.Loop() {
				data, findings, err := Read(context.Background(), cfg, nil)
				if err != nil || len(findings) > 0 || len(data.Activities) != 48*125*scale.times {
					b.Fatal(err, len(findings), len(data.Activities), findings[:min(len(findings), 3)])
				}
			}
		})
	}
}
