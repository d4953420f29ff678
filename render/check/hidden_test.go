package check

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"voortgang/internal/finding"
)

// edited is the workbook of the tests after a change.
func edited(t *testing.T, change func(*excelize.File) error) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(original(t)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := change(f); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func copyOf(t testing.TB, data []byte, list ...finding.Finding) (*excelize.File, []byte) {
	t.Helper()
	out, err := Annotate(book, data, list)
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f, out
}

// What is hidden in the workbook and has a finding is seen in the copy; what
// has none stays hidden.
func TestHiddenCellsAreShown(t *testing.T) {
	data := edited(t, func(f *excelize.File) error {
		for _, row := range []int{4, 5} {
			if err := f.SetRowVisible("Deelnames", row, false); err != nil {
				return err
			}
		}
		if err := f.SetColVisible("Deelnames", "B:C", false); err != nil {
			return err
		}
		if _, err := f.NewSheet("Rest"); err != nil {
			return err
		}
		if err := f.SetSheetVisible("Rest", false); err != nil {
			return err
		}
		return f.SetSheetVisible("Mijn 'eigen' blad", false, true)
	})
	f, _ := copyOf(t, data, one(odd, at(book, "Deelnames", 3, 4), "a", "", "", "dit valt op."),
		one(noSuchDay, at(book, "Mijn 'eigen' blad", 1, 1), "a", "", "", "dit is fout."))
	for row, want := range map[int]bool{4: true, 5: false} {
		if got, _ := f.GetRowVisible("Deelnames", row); got != want {
			t.Errorf("row %d is visible: %v", row, got)
		}
	}
	for column, want := range map[string]bool{"C": true, "B": false} {
		if got, _ := f.GetColVisible("Deelnames", column); got != want {
			t.Errorf("column %s is visible: %v", column, got)
		}
	}
	for sheet, want := range map[string]bool{"Mijn 'eigen' blad": true, "Rest": false} {
		if got, _ := f.GetSheetVisible(sheet); got != want {
			t.Errorf("sheet %s is visible: %v", sheet, got)
		}
	}
	notes, err := f.GetComments("Deelnames")
	if err != nil {
		t.Fatal(err)
	}
	told := slices.ContainsFunc(notes, func(c excelize.Comment) bool {
		return c.Cell == "C4" && strings.Contains(fmt.Sprint(c.Text, c.Paragraph), "Deze rij en deze kolom zijn verborgen in het werkboek zelf.")
	})
	if !told {
		t.Errorf("no note tells what is hidden: %v", notes)
	}
}

// A note is as large on rows that a program makes high as elsewhere.
func TestNotesDoNotGrowWithRows(t *testing.T) {
	data := edited(t, func(f *excelize.File) error {
		wrap, err := f.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{WrapText: true}})
		if err != nil {
			return err
		}
		for row := 10; row < 40; row++ {
			if err := f.SetCellStr("Deelnames", "B"+strconv.Itoa(row), strings.Repeat("lange tekst ", 60)); err != nil {
				return err
			}
		}
		return f.SetCellStyle("Deelnames", "B10", "B39", wrap)
	})
	_, out := copyOf(t, data, one(odd, at(book, "Deelnames", 1, 12), "a", "", "", "dit valt op."),
		one(odd, at(book, "Deelnames", 1, 60), "a", "", "", "dit valt op."))
	ends := map[string]string{}
	for name, text := range parts(t, out) {
		if !strings.HasSuffix(name, ".vml") {
			continue
		}
		for _, shape := range strings.Split(text, "</v:shape>") {
			_, rest, _ := strings.Cut(shape, "<x:Anchor>")
			anchor, _, _ := strings.Cut(rest, "</x:Anchor>")
			if numbers := strings.Split(anchor, ", "); len(numbers) == 8 && strings.Contains(shape, "width:240pt;height:") {
				ends[numbers[2]] = numbers[6]
			}
		}
	}
	// The first covers part of its own row, the second a few rows of one line.
	if ends["11"] != "11" || ends["59"] == "59" || ends["59"] == "" {
		t.Errorf("rows in which the notes end, by that in which they begin: %v", ends)
	}
}

// The first sheet promises a note only where there is one, and has the sheets
// in the order of their tabs.
func TestTheFirstSheetPromisesNoMoreThanThereIs(t *testing.T) {
	cell := one(noSuchDay, at(book, "Deelnames", 1, 4), "a", "", "", "dit is fout.")
	second := one(noSuchDay, at(book, "Mijn 'eigen' blad", 1, 1), "a", "", "", "dit is fout.")
	sheet := one(odd, at(book, "Deelnames", 0, 0), "a", "", "", "het blad is leeg.")
	missing := one(odd, at(book, "Planning", 0, 0), "a", "", "", "het blad ontbreekt.")
	const note, whole = "daar staat een opmerking bij", "gaat het over het hele blad"
	for _, c := range []struct {
		list        []finding.Finding
		note, whole bool
		first       string
	}{
		{[]finding.Finding{second, cell}, true, false, "Deelnames"},
		{[]finding.Finding{sheet}, false, true, "Deelnames"},
		{[]finding.Finding{second, missing}, true, false, "Planning"},
		{[]finding.Finding{missing}, false, false, "Planning"},
		{[]finding.Finding{cell, sheet}, true, true, "Deelnames"},
	} {
		f, _ := copyOf(t, original(t), c.list...)
		text := value(t, f, "Bevindingen", "A2")
		if strings.Contains(text, note) != c.note || strings.Contains(text, whole) != c.whole {
			t.Errorf("%v: %q", c.list, text)
		}
		if got := value(t, f, "Bevindingen", "B6"); got != c.first {
			t.Errorf("the first row is about %s, not %s", got, c.first)
		}
	}
}

// Lists print landscape, one page wide, with their head on every page.
func TestListsPrint(t *testing.T) {
	data, err := Workbook(sample())
	if err != nil {
		t.Fatal(err)
	}
	list, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer list.Close()
	f, _ := copyOf(t, original(t), mistakes()...)
	for _, c := range []struct {
		f           *excelize.File
		sheet, rows string
	}{{list, "Meldingen", "'Meldingen'!$1:$1"}, {list, "Samenvatting", "'Samenvatting'!$5:$5"}, {f, "Bevindingen", "'Bevindingen'!$5:$5"}} {
		page, err := c.f.GetPageLayout(c.sheet)
		if err != nil {
			t.Fatal(err)
		}
		if *page.Orientation != "landscape" || *page.Size != 9 || *page.FitToWidth != 1 || *page.FitToHeight != 0 {
			t.Errorf("%s prints otherwise", c.sheet)
		}
		if !slices.ContainsFunc(c.f.GetDefinedName(), func(n excelize.DefinedName) bool {
			return n.Name == "_xlnm.Print_Titles" && n.Scope == c.sheet && n.RefersTo == c.rows
		}) {
			t.Errorf("%s: no head on every page: %v", c.sheet, c.f.GetDefinedName())
		}
	}
}
