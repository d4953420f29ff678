package ingest

import (
	"context"
	"strings"
	"testing"

	"voortgang/ingest/workbook/booktest"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
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

// broken are values of every kind as people write them, right and wrong.
var broken = []any{"(1.451,50)", "12,5k", "€ -", "1 O", "l2", "2½", "7u30", "1:30", "31/4/2021", "14-apr-21", "14 apr. '21", "31/12/9999", "heden", "n.v.t.", "-", "/",
	"Wonen, Onderwijs", "wonen en onderwijs", "Wonn", "12 uur", "85 %", "ca. 15", "2O21", "2.021", "1/1/20121", "maart", "april-juni 2021", "14,4,2021", "yes", "jaa", "ОCMW",
	"Werkgroepn", "werkgroep 2", "Wonen, Genk", "500 CR", "10-12", "twaalf", "?", "x", 12.5, 44540, day(2021, 12, 10), "Genk, Hasselt en Pelt", "bel\u0007", "#N/B", "Overhead; Wonen", "in uitvoering"}

// In every column of every sheet: what a finding proposes is read without a
// word when it is written in the cell, and so is an empty cell where it proposes
// that.
func TestProposalsAreRead(t *testing.T) {
	proposed := 0
	for _, sheet := range model.Sheets() {
		for i, col := range sheet.Columns {
			rows, head := [][]any{}, []any{}
			for _, c := range sheet.Columns {
				head = append(head, c.Name)
			}
			rows = append(rows, head)
			for _, v := range broken {
				row := []any{}
				for k, c := range sheet.Columns {
					row = append(row, any(c.Example))
					if k == i {
						row[k] = v
					}
				}
				rows = append(rows, row)
			}
			dir := workdir(t, map[string][]byte{"a.xlsx": booktest.Workbook(booktest.Sheet{Name: sheet.Name, Rows: booktest.Rows(1, rows...)}).Bytes()})
			reading, _, findings, err := Open(context.Background(), testConfig(dir), nil)
			if err != nil {
				t.Fatal(err)
			}
			var edits []source.Edit
			said := map[source.Ref]finding.Finding{}
			for _, f := range findings {
				switch {
				case f.Rule.Family != finding.Values || f.Ref.Row == 0 || f.Column != col.Name || len(f.Cells) > 1:
				case strings.HasSuffix(f.Message, "Laat de cel leeg."):
					edits = append(edits, f.Mend...)
					said[f.Ref] = f
				case f.Proposal != "":
					edits = append(edits, source.Edit{At: f.Ref, Text: f.Proposal})
					said[f.Ref] = f
				}
			}
			proposed += len(edits)
			_, after, err := reading.With(context.Background(), edits)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range after {
				if was, ok := said[f.Ref]; ok && f.Column == col.Name {
					t.Errorf("%s %s: of %q %q is proposed, of which is said: %s %s", sheet.Name, col.Name, was.Found, was.Proposal, f.Code(), f.Message)
				}
			}
		}
	}
	if proposed < 300 {
		t.Errorf("only %d proposals were tried", proposed)
	}
}
