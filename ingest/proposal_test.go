package ingest

import (
	"strings"
	"testing"

	"voortgang/ingest/workbook/booktest"
)

// What says that there is nothing to say is to be emptied, where the column may
// be empty; elsewhere the finding says what to do.
func TestNothingToSay(t *testing.T) {
	data, findings := readBook(t, booktest.Workbook(
		booktest.Sheet{Name: "Personeel", Rows: booktest.Rows(1,
			[]any{"personeelsnummer", "in_dienst", "uit_dienst"},
			[]any{"P1", day(2019, 1, 1), "heden"}, []any{"P2", day(2019, 1, 1), "31/12/9999"}, []any{"P3", day(2019, 1, 1), "-"},
			[]any{"P4", "n.v.t.", "onbekend"})},
		booktest.Sheet{Name: "Communicatieacties", Rows: booktest.Rows(1,
			[]any{"nr", "actie", "omschrijving", "datum", "doelgroepen"},
			[]any{1, "a", "b", "lopend", "n.v.t."})},
	))
	var got []string
	for _, f := range findings {
		switch {
		case len(f.Mend) == 1 && f.Mend[0].Text == "" && f.Mend[0].At == f.Ref && strings.HasSuffix(f.Message, "Laat de cel leeg."):
			got = append(got, f.Ref.Cell()+" empty")
		case len(f.Mend) == 0 && strings.Contains(f.Message, "Dit veld is verplicht"):
			got = append(got, f.Ref.Cell()+" required")
		default:
			got = append(got, f.Ref.Cell()+" "+f.Message)
		}
	}
	want := "D2 required, C2 empty, C3 empty, C4 empty, B5 required, C5 ‘onbekend’ is geen datum. Schrijf een dag, bijvoorbeeld 14/04/2021."
	if strings.Join(got, ", ") != want {
		t.Errorf("got %s", strings.Join(got, ", "))
	}
	if a := data.Communications[0]; len(a.Audiences) != 0 {
		t.Errorf("a dash in a list that may be empty is read as %q", a.Audiences)
	}
}
