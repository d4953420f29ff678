package validate_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"voortgang/config"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/pipeline"
	"voortgang/internal/source"
	"voortgang/render/workdir"
)

// world is the example werkmap, what was read of it, and the changes that a
// mutation makes to its workbooks.
type world struct {
	t    *testing.T
	dir  string
	cfg  *config.Config
	data *model.Dataset
	r    *rand.Rand
	// books are the workbooks that are open for a change, original the bytes
	// of the files before it.
	books    map[string]*excelize.File
	original map[string][]byte
	// picked are the records drawn, near those that the next should be close
	// to; changed counts how often a cell was written. With lenient a mutation
	// that finds no record isn't a failure.
	picked, near []model.Record
	changed      map[source.Ref]int
	lenient      bool
}

var errNoRecord = errors.New("no record fits the mutation")

// openExample writes the example once and reads it; a finding fails the test.
func openExample(t *testing.T) *world {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "werkmap")
	if err := workdir.Example(dir, nil); err != nil {
		t.Fatal(err)
	}
	cfg, list, err := config.Load(dir, config.Overrides{})
	if err != nil || len(list) > 0 {
		t.Fatal(err, list)
	}
	w := &world{t: t, dir: dir, cfg: cfg}
	data, found := w.check()
	for _, f := range found {
		t.Errorf("the example: %s %s %s: %s", f.Code(), f.Ref.File, f.Ref.Cell(), f.Message)
	}
	w.data = data
	return w
}

// check reads and checks the werkmap.
func (w *world) check() (*model.Dataset, []finding.Finding) {
	w.t.Helper()
	c, err := pipeline.Check(context.Background(), pipeline.Options{Dir: w.dir})
	if err != nil {
		w.t.Fatal(err)
	}
	return c.Data, c.Findings
}

func (w *world) path(file string) string { return filepath.Join(w.dir, filepath.FromSlash(file)) }

// keep remembers the bytes of a file before it is changed.
func (w *world) keep(file string) {
	if w.changed != nil && strings.HasPrefix(file, "teksten/") {
		w.changed[source.Ref{File: file}]++ // two mistakes in one text may undo each other
	}
	if _, kept := w.original[file]; kept {
		return
	}
	data, err := os.ReadFile(w.path(file))
	if err != nil {
		data = nil // a new file
	}
	w.original[file] = data
}

func (w *world) book(file string) *excelize.File {
	if b := w.books[file]; b != nil {
		return b
	}
	w.keep(file)
	b, err := excelize.OpenFile(w.path(file))
	if err != nil {
		if w.lenient {
			panic(errNoRecord) // another mutation damaged the file
		}
		w.t.Fatal(err)
	}
	w.books[file] = b
	return b
}

// set writes a value into the cell of a field; the cell keeps its format.
func (w *world) set(r model.Record, column int, value any) source.Ref {
	ref := r.Base().Place(column)
	if w.changed != nil {
		w.changed[ref]++
	}
	if d, ok := value.(time.Time); ok {
		value = d.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24
	}
	if err := w.book(ref.File).SetCellValue(ref.Sheet, ref.Cell(), value); err != nil {
		if w.lenient {
			panic(errNoRecord) // another mutation took the sheet away
		}
		w.t.Fatal(err)
	}
	return ref
}

// copyRow writes the row of a record a second time, in another row, and gives
// the place of a column there.
func (w *world) copyRow(r model.Record, to, column int) source.Ref {
	ref := r.Base().Place(column)
	b := w.book(ref.File)
	if w.changed != nil {
		w.changed[source.Ref{File: ref.File, Sheet: ref.Sheet, Row: to}]++
	}
	for col := 1; col <= len(r.Base().Row.Sheet.Columns)+2; col++ {
		from := source.Ref{Col: col, Row: ref.Row}.Cell()
		value, _ := b.GetCellValue(ref.Sheet, from, excelize.Options{RawCellValue: true})
		kind, _ := b.GetCellType(ref.Sheet, from)
		at := source.Ref{Col: col, Row: to}.Cell()
		var err error
		if value == "" {
			continue
		}
		if kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber || kind == excelize.CellTypeDate {
			var v float64
			if _, scan := fmt.Sscan(value, &v); scan == nil {
				err = b.SetCellValue(ref.Sheet, at, v)
			}
			style, _ := b.GetCellStyle(ref.Sheet, from)
			_ = b.SetCellStyle(ref.Sheet, at, at, style)
		} else {
			err = b.SetCellValue(ref.Sheet, at, value)
		}
		if err != nil {
			w.t.Fatal(err)
		}
	}
	ref.Row = to
	return ref
}

// text replaces the first occurrence of a word in a narrative, or adds a line
// when old is empty. It gives the line of the change.
func (w *world) text(file, old, new string) source.Ref {
	file = "teksten/" + file
	w.keep(file)
	data, err := os.ReadFile(w.path(file))
	if err != nil {
		w.t.Fatal(err)
	}
	body := string(data)
	if old == "" {
		body = strings.TrimRight(body, "\n") + "\n\n" + new + "\n"
	} else if !strings.Contains(body, old) {
		w.t.Fatalf("%s doesn't hold %q", file, old)
	} else {
		body = strings.Replace(body, old, new, 1)
	}
	if err := os.WriteFile(w.path(file), []byte(body), 0o644); err != nil {
		w.t.Fatal(err)
	}
	at := strings.Index(body, new)
	return source.Ref{File: file, Line: 1 + strings.Count(body[:at], "\n")}
}

// save writes the open workbooks.
func (w *world) save() {
	for file, b := range w.books {
		if w.spoiled(file) {
			continue
		}
		if err := b.SaveAs(w.path(file)); err != nil {
			w.t.Fatal(err)
		}
		_ = b.Close()
	}
}

// spoiled tells whether a file was damaged by hand; what is open of it isn't
// written then.
func (w *world) spoiled(file string) bool {
	now, err := os.ReadFile(w.path(file))
	return err != nil || !bytes.Equal(now, w.original[file])
}

// restore puts everything back.
func (w *world) restore() {
	for file, data := range w.original {
		var err error
		if data == nil {
			err = os.Remove(w.path(file))
		} else {
			err = os.WriteFile(w.path(file), data, 0o644)
		}
		if err != nil {
			w.t.Fatal(err)
		}
	}
}

// expected is one finding that a mutation must give: its code and its place.
// Without a cell the sheet or the file as a whole is meant.
type expected struct {
	code string
	ref  source.Ref
}

// mutation is one class of mistakes; a look-alike expects nothing.
type mutation struct {
	name  string
	apply func(w *world) []expected
}

// one gives the expectation of one finding.
func one(code string, ref source.Ref) []expected { return []expected{{code, ref}} }

// pick draws a record that meets a condition.
func pick[T any](w *world, list []T, ok func(T) bool) T {
	var good []T
	for _, v := range list {
		if ok(v) {
			good = append(good, v)
		}
	}
	if len(good) == 0 {
		if w.lenient {
			panic(errNoRecord)
		}
		w.t.Fatal(errNoRecord)
	}
	drawn := good[w.r.IntN(len(good))]
	closest := 0
	for _, i := range w.r.Perm(len(good)) {
		for _, n := range w.near {
			if r, ok := any(good[i]).(model.Record); ok && closeTo(r, n) > closest {
				drawn, closest = good[i], closeTo(r, n)
			}
		}
		if closest == 2 || len(w.near) == 0 {
			break
		}
	}
	if r, ok := any(drawn).(model.Record); ok {
		w.picked = append(w.picked, r)
	}
	return drawn
}

func (e expected) matches(f finding.Finding) bool {
	if f.Code() != e.code || f.Ref.File != e.ref.File || f.Ref.Sheet != e.ref.Sheet {
		return false
	}
	if e.ref.Line > 0 {
		return f.Ref.Line == e.ref.Line
	}
	return f.Ref.Cell() == e.ref.Cell() || slices.ContainsFunc(f.Cells, func(r source.Ref) bool { return r.Cell() == e.ref.Cell() })
}

// TestMutations injects mistakes of every class into the example, and things
// that only look like mistakes, and demands that each is found in its cell and
// that nothing else is said. VOORTGANG_RONDES sets how often each class is
// drawn, VOORTGANG_KLASSE which classes: a regular expression on their names.
func TestMutations(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the example for every class")
	}
	rounds := 1
	if _, err := fmt.Sscan(os.Getenv("VOORTGANG_RONDES"), &rounds); err != nil {
		rounds = 1
	}
	only := regexp.MustCompile(os.Getenv("VOORTGANG_KLASSE"))
	w := openExample(t)
	type score struct{ injected, found, other int }
	scores := map[string]*score{}
	for i, m := range mutations() {
		if !only.MatchString(m.name) {
			continue
		}
		for round := range rounds {
			w.r = rand.New(rand.NewPCG(uint64(round), uint64(i)))
			w.books, w.original = map[string]*excelize.File{}, map[string][]byte{}
			want := m.apply(w)
			w.save()
			_, got := w.check()
			w.restore()
			s := scores[m.name]
			if s == nil {
				s = &score{}
				scores[m.name] = s
			}
			s.injected += len(want)
			used := make([]bool, len(got))
			for _, e := range want {
				hit := slices.IndexFunc(got, e.matches)
				if hit < 0 {
					t.Errorf("%s, round %d: no %s at %s %s %s", m.name, round, e.code, e.ref.File, e.ref.Sheet, e.ref.Cell())
					continue
				}
				s.found++
				used[hit] = true
			}
			told := 0
			for k, f := range got {
				if !used[k] {
					s.other++
					if told++; told <= 4 {
						t.Errorf("%s, round %d: also %s at %s %s %s: %s", m.name, round, f.Code(), f.Ref.File, f.Ref.Sheet, f.Ref.Cell(), f.Message)
					}
				}
			}
		}
	}
	if testing.Verbose() {
		t.Logf("%-48s %8s %8s %8s", "class", "injected", "found", "other")
		for _, name := range slices.Sorted(maps.Keys(scores)) {
			s := scores[name]
			t.Logf("%-48s %8d %8d %8d", name, s.injected, s.found, s.other)
		}
	}
}
