package ingest

import (
	"testing"

	"voortgang/ingest/workbook/booktest"
	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// A sheet or a file may be taken out as a whole: nothing is left of it, and
// nothing is said of what is gone.
func TestTakenOut(t *testing.T) {
	bad := projectBook(activities(activityHead, activityBad), booktest.Sheet{Name: "Activiteiten_", Rows: booktest.Rows(1, activityHead, activityBad)}).Bytes()
	for name, c := range map[string]struct {
		at   source.Ref
		want string
		rows int
	}{
		"a sheet": {source.Ref{File: "gegevens/a.xlsx", Sheet: "Activiteiten_"}, "W02 Activiteiten!B2, W02 Activiteiten!B2, W02 Activiteiten_!B2", 3},
		"a file":  {source.Ref{File: "gegevens/a.xlsx"}, "W02 Activiteiten!B2, W02 Activiteiten_!B2", 2},
	} {
		r, _, _, err := Open(t.Context(), testConfig(workdir(t, map[string][]byte{"a.xlsx": bad, "b.xlsx": bad})), nil)
		if err != nil {
			t.Fatal(err)
		}
		data, findings, err := r.With(t.Context(), []source.Edit{{Kind: source.Remove, At: c.at}})
		if err != nil {
			t.Fatal(err)
		}
		finding.Sort(findings)
		if t.Log(name); brief(findings) != c.want || len(data.Activities) != c.rows {
			t.Errorf("%s: %q and %d rows", name, brief(findings), len(data.Activities))
		}
	}
}
