package pipeline

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"voortgang/internal/inspect"
	"voortgang/render/pdf"
	example "voortgang/render/workdir"
)

// finished makes the report of a workdir and checks it.
func finished(t *testing.T, o Options) *inspect.Result {
	t.Helper()
	c, err := Check(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	made, err := pdf.Render(c.Document)
	if err != nil {
		t.Fatal(err)
	}
	r, err := inspect.PDF(context.Background(), made.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// The example is accessible, archivable, and that of its workdir.
func TestTheExampleIsSound(t *testing.T) {
	o := Options{Dir: filepath.Join(t.TempDir(), "demo"), Version: "1"}
	if err := example.Example(o.Dir, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	r := finished(t, o)
	checks, err := Compare(context.Background(), o, r)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range slices.Concat(r.Checks, checks) {
		if c.Outcome != inspect.Pass {
			t.Errorf("%s: %s %q", c.Code, c.Outcome, c.Problems)
		}
	}
	if r.Pages < 100 || r.Links < 300 || r.Bookmarks < 100 || r.Elements < 5000 || len(r.Attachments) < 15 || len(r.Checks) < 25 {
		t.Errorf("only %d pages, %d links, %d bookmarks, %d elements, %d attachments, %d checks",
			r.Pages, r.Links, r.Bookmarks, r.Elements, len(r.Attachments), len(r.Checks))
	}
	if r.Report == nil || r.Report.Year != 2021 || r.Report.Draft || r.Report.Version != "1" || r.Report.Organisation == "" || r.Report.Date == "" {
		t.Errorf("%+v", r.Report)
	}
}

func TestAReportThatSaysDraft(t *testing.T) {
	r := finished(t, Options{Dir: smallWorkdir(t), Version: "1", Draft: true})
	if r.Report == nil || !r.Report.Draft {
		t.Errorf("%+v", r.Report)
	}
}

func smallWorkdir(t *testing.T) string {
	t.Helper()
	dir := workdir(t, false)
	put(t, dir, "teksten/voorwoord.md", "Dag.\n")
	return dir
}

// Each change to the workdir is told as what it is.
func TestCompareTellsChanges(t *testing.T) {
	o := Options{Dir: smallWorkdir(t), Version: "1"}
	r := finished(t, o)
	compare := func() string {
		t.Helper()
		checks, err := Compare(context.Background(), o, r)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, c := range checks {
			b.WriteString(strings.Join(c.Problems, "\n") + "\n")
		}
		return strings.TrimSpace(b.String())
	}
	if got := compare(); got != "" {
		t.Fatalf("nothing changed, yet %s", got)
	}
	put(t, o.Dir, "teksten/voorwoord.md", "Dag allemaal.\n")
	put(t, o.Dir, "teksten/themas/wonen.md", "Nieuw.\n")
	workbook(t, o.Dir, true) // a training with a date that doesn't exist
	if err := os.Remove(filepath.Join(o.Dir, "gegevens", "eigen lijst.csv")); err != nil {
		t.Fatal(err)
	}
	got := compare()
	for _, want := range []string{
		"weg: gegevens/eigen lijst.csv", "veranderd: gegevens/team/werkboek.xlsx", "veranderd: teksten/voorwoord.md",
		"nieuw: teksten/themas/wonen.md", "vorming.formeel",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q isn't in\n%s", want, got)
		}
	}
}

// A figure that was changed inside the PDF doesn't equal the workdir's.
func TestCompareTellsAForgedFigure(t *testing.T) {
	o := Options{Dir: smallWorkdir(t), Version: "1"}
	r := finished(t, o)
	for i := range r.Attachments {
		if a := &r.Attachments[i]; a.Name == "indicatoren.json" {
			a.Data = bytes.Replace(a.Data, []byte(`"waarde": 3`), []byte(`"waarde": 4`), 1)
		}
	}
	checks, err := Compare(context.Background(), o, r)
	if err != nil {
		t.Fatal(err)
	}
	if c := checks[1]; c.Outcome != inspect.Fail || c.Count != 1 || !strings.Contains(c.Problems[0], "is in het rapport 4, in de werkmap 3") {
		t.Errorf("%+v", c)
	}
}

func TestCompareWithAnotherPDF(t *testing.T) {
	checks, err := Compare(context.Background(), Options{Dir: smallWorkdir(t), Version: "1"}, &inspect.Result{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range checks {
		if c.Outcome != inspect.Fail || c.Count != 1 {
			t.Errorf("%+v", c)
		}
	}
}

func TestValueInFull(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 1451: "1.451", 24.87: "24,87", 83.5: "83,5", -0.25: "−0,25"} {
		if got := value(&v); got != want {
			t.Errorf("%v gives %q, want %q", v, got, want)
		}
	}
}
