package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"voortgang/ingest/workbook/booktest"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

// The header may stand anywhere a sort has put it.
func TestHeaderPutByASort(t *testing.T) {
	row := func(i int) []any { return []any{fmt.Sprintf("A%03d", i), day(2021, 4, 1+i%28), "Acties", "Overleg", 2} }
	rows := func(n int) (list [][]any) {
		for i := range n {
			list = append(list, row(i))
		}
		return list
	}
	for name, c := range map[string]struct {
		rows [][]any
		want string
		n    int
	}{
		"in the middle":            {slices.Concat(rows(5), [][]any{activityHead}, rows(4)), "S39 Activiteiten!A6", 9},
		"at the end":               {slices.Concat(rows(5), [][]any{activityHead}), "S39 Activiteiten!A6", 5},
		"at the end of many":       {slices.Concat(rows(200), [][]any{activityHead}), "S39 Activiteiten!A201", 200},
		"below a title":            {slices.Concat([][]any{{"Activiteiten van het jaar"}, {}}, rows(5), [][]any{activityHead}, rows(2)), "S39 Activiteiten!A8", 7},
		"with a mistake above":     {slices.Concat(rows(3), [][]any{{"A9", "31/4/2021", "Acties", "Overleg", 2}, activityHead}, rows(2)), "S39 Activiteiten!A5, W02 Activiteiten!B4", 6},
		"with a mistake first":     {slices.Concat([][]any{{"A9", "31/4/2021", "Acties", "Overleg", 2}}, rows(3), [][]any{activityHead}, rows(2)), "S39 Activiteiten!A5, W02 Activiteiten!B1", 6},
		"one row above":            {slices.Concat(rows(1), [][]any{activityHead}, rows(2)), "S39 Activiteiten!A2", 3},
		"titles that look like it": {slices.Concat([][]any{{"Datum:", day(2021, 4, 14)}, {"Project", "pelt"}, {"Ingevuld door", "An", "op", day(2021, 4, 14)}, activityHead}, rows(2)), "", 2},
		"an example above":         {slices.Concat([][]any{{"bv. A001", "14/04/2021", "Acties", "Overleg", 2}, activityHead}, rows(2)), "", 2},
	} {
		t.Run(name, func(t *testing.T) {
			data, findings := readBook(t, projectBook(activities(c.rows...)))
			same(t, sorted(findings), c.want)
			if len(data.Activities) != c.n || data.Files[0].Sheets[1].Rows != c.n {
				t.Errorf("%d activities and %d rows, want %d", len(data.Activities), data.Files[0].Sheets[1].Rows, c.n)
			}
		})
	}
	plan := booktest.Sheet{Name: "Planning", Rows: booktest.Rows(1, []any{"Planning van het project", "maart 2022"}, []any{"actie", "termijn"}, []any{"Feest", "april 2022"})}
	data, findings := readBook(t, projectBook(plan))
	if same(t, findings, ""); len(data.Plans) != 1 {
		t.Error("a title is no row")
	}
	_, findings = read(t, map[string][]byte{"Vorming.csv": []byte("15/3/2021;P1;formeel;7,5\n16/3/2021;P2;formeel;3\ndatum;personeelsnummer;soort;uren\n")})
	same(t, findings, "S39 Vorming!A3")
}

// The values of a column may be columns themselves: each cell is a row then.
func TestColumnsForValues(t *testing.T) {
	for name, c := range map[string]struct{ sheet, rows, want, read string }{
		"groups": {"Deelnames", "activiteit_id|Volwassenen|Jongeren|Kinderen|Senioren\nA1|8|2|-|1\nA2|9|-|-|0", "S40 Deelnames!B1",
			"A1 Volwassenen 8 B2, A1 Jongeren 2 C2, A1 Senioren 1 E2, A2 Volwassenen 9 B3, A2 Senioren 0 E3"},
		"loose names":          {"Deelnames", "activiteit|aantal volwassenen|Jongeren (aantal)|Totaal\nA1|8|2|10", "S40 Deelnames!B1", "A1 Volwassenen 8 B2, A1 Jongeren 2 C2"},
		"cut short, two heads": {"Deelnames", "-|Groep|Groep\nactiviteit_id|Volw.|Jong\nA1|8|2", "S40 Deelnames!B2", "A1 Volwassenen 8 B3, A1 Jongeren 2 C3"},
		"a mistake in a cell":  {"Deelnames", "activiteit_id|Volwassenen|Jongeren\nA1|acht|2", "S40 Deelnames!B1, W05 Deelnames!B2", "A1 Volwassenen 0 B2, A1 Jongeren 2 C2"},
		"nothing in a row":     {"Deelnames", "activiteit_id|Volwassenen|Jongeren\nA1|8|2\nA2", "S40 Deelnames!B1, V01 Deelnames!B3", "A1 Volwassenen 8 B2, A1 Jongeren 2 C2, A2 Volwassenen 0 B3"},
		"a total row":          {"Deelnames", "activiteit_id|Volwassenen|Jongeren\nA1|8|2\nTotaal|8|2", "S40 Deelnames!B1, S22 Deelnames!A3", "A1 Volwassenen 8 B2, A1 Jongeren 2 C2"},
		"below a title":        {"Deelnames", "Deelnames van het jaar\nactiviteit_id|Volwassenen|Jongeren\nA1|8|2", "S40 Deelnames!B2", "A1 Volwassenen 8 B3, A1 Jongeren 2 C3"},
		"sources":              {"Middelen", "jaar|thema|Enveloppe|Lokaal bestuur\n2021|Wonen|1000|500", "S40 Middelen!C1", "Wonen Enveloppe 2021 1000 C2, Wonen Lokaal bestuur 2021 500 D2"},
		"years":                {"Middelen", "thema|bron|2020|2021\nWonen|Enveloppe|1000|500", "S40 Middelen!C1", "Wonen Enveloppe 2020 1000 C2, Wonen Enveloppe 2021 500 D2"},
		"themes of two counts": {"VTE", "jaar|Wonen|Onderwijs\n2021|1|2", "S41 VTE!B1", ""},
		"years, no source":     {"Middelen", "thema|2020|2021\nWonen|1000|500", "S41 Middelen!B1", ""},
		"staffing by year":     {"Personeelsformatie", "-|2019|2020|2021\nnorm_vte|4|4|4", "S41 Personeelsformatie!B1", ""},
		"sections":             {"Voortgang", "Samenwerking|Participatief werken\nHet loopt goed.|Bewoners denken mee.", "S41 Voortgang!A1", ""},
	} {
		t.Run(name, func(t *testing.T) {
			data, findings := readBook(t, projectBook(booktest.Sheet{Name: c.sheet, Rows: booktest.Rows(1, cellsOf(c.rows)...)}))
			same(t, findings, c.want)
			var got []string
			for _, p := range data.Participations {
				got = append(got, fmt.Sprintf("%s %s %v %s", p.Activity, p.Group, p.Count.Value, p.Base().Place(model.ParticipationCount).Cell()))
			}
			for _, f := range data.Funding {
				got = append(got, fmt.Sprintf("%s %s %d %v %s", f.Theme, f.Source, f.Year, f.Amount.Value, f.Base().Place(model.FundingAmount).Cell()))
			}
			if strings.Join(got, ", ") != c.read {
				t.Errorf("read %q, want %q", strings.Join(got, ", "), c.read)
			}
		})
	}
}

func sorted(list []finding.Finding) []finding.Finding {
	slices.SortStableFunc(list, func(a, b finding.Finding) int { return strings.Compare(a.Code(), b.Code()) })
	return list
}
