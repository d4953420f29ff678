package ingest

import (
	"strings"
	"testing"

	"voortgang/ingest/rules"
	"voortgang/ingest/workbook/booktest"
)

// formula is a number cell with a formula and a stored value.
func formula(f, stored string) booktest.Raw {
	return booktest.Raw(`<c r="%s"><f>` + f + `</f><v>` + stored + `</v></c>`)
}

// textFormula is a text cell with a formula and a stored value.
func textFormula(f, stored string) booktest.Raw {
	return booktest.Raw(`<c r="%s" t="str"><f>` + f + `</f><v>` + stored + `</v></c>`)
}

// The second row holds hours in E2; aside stand numbers in _kladblad.
func TestFormulas(t *testing.T) {
	stale := "W17 Activiteiten!E3"
	for name, c := range map[string]struct {
		cell booktest.Raw
		want string
	}{
		"right":                      {formula("E2*2", "4"), ""},
		"last digits":                {formula("E2/3", "0.66666666666666663"), ""},
		"fewer digits":               {formula("E2/3", "0.666666666666667"), ""},
		"stale":                      {formula("E2*2", "5"), stale},
		"stale sum":                  {formula("SUM(E2:E2,3)", "6"), stale},
		"sum over nothing":           {formula("SUM(K1:K9)", "0"), ""},
		"rounded":                    {formula("ROUND(E2/3,2)", "0.67"), ""},
		"stale through another":      {formula("H2+1", "3"), stale},
		"right through another":      {formula("H2+1", "5"), ""},
		"of another sheet":           {formula("Planning!D1+E2", "2"), ""},
		"of a sheet that isn't read": {formula("_kladblad!A1*2", "99"), ""},
		"of a sheet that isn't there": {
			formula("Weg!A1*2", "99"), ""},
		"depends on the day":    {formula("YEAR(TODAY())-E2", "99"), ""},
		"depends on chance":     {formula("RAND()*E2", "99"), ""},
		"moves":                 {formula("OFFSET(E2,0,0)*2", "99"), ""},
		"moves through another": {formula("I2+1", "99"), ""},
		"looks for text":        {formula("COUNTIF(C2:C3,&quot;Acties&quot;)", "99"), ""},
		"compares":              {formula("IF(E2&gt;1,1,0)", "0"), ""},
		"text in a sum":         {formula("SUM(C2,E2)", "99"), ""},
		"a whole column":        {formula("SUM(H:H)", "99"), ""},
		"a name":                {formula("uren_per_dag*2", "99"), ""},
		"a circle":              {formula("E3+1", "7"), ""},
		"divides by nothing":    {formula("E2/K9", "99"), ""},
		"refers to nothing":     {formula("K9", "0"), ""},
		"plus nothing":          {formula("+K9", "0"), ""},
		"mean with nothing":     {formula("AVERAGE(E2,J2)", "1"), ""},
		"a range by itself":     {formula("+E2:H2", "4"), ""},
		"other workbook":        {formula("[1]Blad1!A1", "4"), "S28 Activiteiten!E3"},
		"other workbook by name": {
			formula("'C:\\map\\[uren.xlsx]Blad1'!A1", "4"), "S28 Activiteiten!E3"},
		"column of a table with a name of a file": {
			formula("SUM(Tabel1[uren.xlsx])", "4"), ""},
		"column of a table":      {formula("SUM(Tabel1[2021])", "4"), ""},
		"text for a number":      {textFormula("E2*2", "vier"), "W05 Activiteiten!E3"},
		"a word in a number":     {formula("E2*2", "None"), "W15 Activiteiten!E3"},
		"no formula":             {booktest.Raw(`<c r="%s"><v>3</v></c>`), ""},
		"without a stored value": {booktest.Raw(`<c r="%s"><f>E2*2</f></c>`), "W13 Activiteiten!E3"},
	} {
		t.Run(name, func(t *testing.T) {
			aside := []any{nil, nil, formula("E2*2", "4"), formula("OFFSET(E2,0,0)", "2"), formula("K9", "0")}
			sheet := activities(activityHead, append(append([]any{}, activityOne...), aside...), []any{"A2", day(2021, 5, 14), "Acties", "x", c.cell})
			_, findings := readBook(t, projectBook(sheet, booktest.Sheet{Name: "_kladblad", Rows: booktest.Row(1, 3)},
				booktest.Sheet{Name: "Planning", Rows: booktest.Rows(1, []any{"actie", "termijn"})}))
			if got := brief(without(findings, rules.UnnamedColumn)); got != c.want {
				t.Errorf("found %q, want %q: %v", got, c.want, findings)
			}
		})
	}
}

func TestFormulasOnText(t *testing.T) {
	for stored, want := range map[string]string{"Acties 1": "", "Acties 2": "W17 Activiteiten!D2"} {
		sheet := activities(activityHead, []any{"A1", day(2021, 4, 14), "Acties", textFormula("C2&amp;&quot; 1&quot;", stored), 2})
		_, findings := readBook(t, projectBook(sheet))
		if got := brief(findings); got != want {
			t.Errorf("%s: found %q, want %q", stored, got, want)
		}
	}
}

// How a number is written as text isn't the same in all programs.
func TestFormulaJoinsANumber(t *testing.T) {
	sheet := activities(activityHead, []any{"A1", day(2021, 4, 14), "Acties", textFormula("G2&amp;C2", "9999999999Acties"), 2, nil, 9999999999})
	_, findings := readBook(t, projectBook(sheet))
	if got := brief(without(findings, rules.UnnamedColumn)); got != "" {
		t.Errorf("found %q: %v", got, findings)
	}
}

func TestStaleMessage(t *testing.T) {
	sheet := activities(activityHead, []any{"A1", day(2021, 4, 14), "Acties", "x", formula("1200*2.5", "2500")})
	_, findings := readBook(t, projectBook(sheet))
	if len(findings) != 1 || findings[0].Found != "2.500" || findings[0].Proposal != "3.000" || findings[0].Column != "uren" ||
		!strings.HasPrefix(findings[0].Message, "De formule =1200*2.5 geeft 3.000, maar de bewaarde uitkomst is 2.500.") {
		t.Errorf("%+v", findings)
	}
}

func TestStaleOnAFiche(t *testing.T) {
	rows := strings.Replace(ficheRows(), booktest.Cell(2, 2, "EnergieK Pelt"), booktest.Cell(2, 2, textFormula("&quot;Energie&quot;&amp;&quot;K&quot;", "EnergieX")), 1)
	_, findings := readBook(t, booktest.Workbook(booktest.Sheet{Name: "Fiche", Rows: rows}))
	if got := brief(findings); got != "W17 Fiche!B2" {
		t.Error(got)
	}
}
