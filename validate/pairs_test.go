package validate_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// TestPairs injects two mistakes of different classes into one werkmap, in the
// same project and where it can be in the same row, and demands that both are
// told: who mends all that is told has a clean werkmap after one round.
//
// It draws 40 of all pairs. VOORTGANG_PAREN sets how many, or "alle";
// VOORTGANG_KLASSE which classes one of the two must be of.
func TestPairs(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the example for every pair")
	}
	wanted := 40
	if n := os.Getenv("VOORTGANG_PAREN"); n == "alle" {
		wanted = 1 << 30
	} else if _, err := fmt.Sscan(n, &wanted); err != nil {
		wanted = 40
	}
	only := regexp.MustCompile(os.Getenv("VOORTGANG_KLASSE"))
	classes := slices.Concat(dateMutations(), sizeMutations(), keyMutations(), crossMutations(), privacyMutations(), textMutations(), pairMutations())
	type pair struct{ a, b int }
	var pairs []pair
	for a := range classes {
		for b := range classes {
			if a != b && (only.MatchString(classes[a].name) || only.MatchString(classes[b].name)) {
				pairs = append(pairs, pair{a, b})
			}
		}
	}
	r := rand.New(rand.NewPCG(7, 7))
	r.Shuffle(len(pairs), func(i, j int) { pairs[i], pairs[j] = pairs[j], pairs[i] })
	w := openExample(t)
	hidden, tried := 0, 0
	for _, p := range pairs {
		if tried >= wanted {
			break
		}
		first, second := classes[p.a], classes[p.b]
		w.r = rand.New(rand.NewPCG(uint64(p.a), uint64(p.b)))
		w.books, w.original = map[string]*excelize.File{}, map[string][]byte{}
		want, fits := w.both(first, second)
		if fits {
			tried++
			w.save()
			_, got := w.check()
			for i, e := range want {
				if !slices.ContainsFunc(got, e.tells) {
					hidden++
					t.Errorf("%s + %s: no %s at %s %s %s", first.name, second.name, e.code, e.ref.File, e.ref.Sheet, e.ref.Cell())
					if i == 0 || testing.Verbose() {
						t.Log(tell(got))
					}
				}
			}
		}
		w.restore()
	}
	t.Logf("%d pairs, %d findings hidden", tried, hidden)
}

// tells takes any finding of the family at the cell: which of two dates
// contradicts a third one depends on what else is wrong.
func (e expected) tells(f finding.Finding) bool {
	same := f.Level != finding.Info && f.Code()[0] == e.code[0] && e.ref.Row > 0
	return e.matches(f) || same && expected{f.Code(), e.ref}.matches(f)
}

func tell(list []finding.Finding) string {
	var out []string
	for _, f := range list {
		if len(out) == 5 {
			break
		}
		out = append(out, fmt.Sprintf("%s %s %s: %s", f.Code(), f.Ref.Sheet, f.Ref.Cell(), f.Message))
	}
	return fmt.Sprintf("%d told: %s", len(list), strings.Join(out, " | "))
}

// both applies two mutations, the second in the project of the first if it can.
// It doesn't fit when one can't be made, or when both change one cell: then the
// one that was written last is the only one.
func (w *world) both(first, second mutation) (want []expected, fits bool) {
	defer func() {
		w.near = nil
		w.lenient = false
		if fault := recover(); fault != nil {
			if fault != errNoRecord {
				panic(fault)
			}
			want, fits = nil, false
		}
	}()
	w.lenient = true
	w.changed, w.picked = map[source.Ref]int{}, nil
	want = first.apply(w)
	w.near = w.picked
	want = append(want, second.apply(w)...)
	for _, n := range w.changed {
		if n > 1 {
			return nil, false
		}
	}
	for file := range w.books {
		if w.spoiled(file) {
			return nil, false // a damaged file holds no other mistake
		}
	}
	return want, len(want) > 0
}

// closeTo tells how close a record is to one that was picked before: 2 for the
// same row, 1 for the same project.
func closeTo(r, other model.Record) int {
	switch {
	case r == other:
		return 2
	case projectCode(r) == projectCode(other) && projectCode(r) != "":
		return 1
	}
	return 0
}

func projectCode(r model.Record) string {
	for _, s := range model.Sheets() {
		if fmt.Sprintf("%T", s.New()) != fmt.Sprintf("%T", r) {
			continue
		}
		if p, ok := r.(*model.Project); ok {
			return p.Code
		}
		if i := s.ProjectColumn(); i >= 0 {
			return *r.Fields(nil)[i].(*string)
		}
	}
	return ""
}

// config changes the configuration.
func (w *world) config(old, new string) source.Ref {
	const file = "voortgang.yaml"
	w.keep(file)
	body := string(w.original[file])
	at := strings.Index(body, old)
	w.must(os.WriteFile(w.path(file), []byte(strings.Replace(body, old, new, 1)), 0o644))
	return source.Ref{File: file, Line: 1 + strings.Count(body[:at], "\n")}
}

// unlike picks the workbooks of two projects of which one names far more.
func (w *world) unlike(name func(*model.Participation) string) (a, b string) {
	names := map[string]map[string]bool{}
	for _, p := range w.data.Participations {
		if names[fileOf(p)] == nil {
			names[fileOf(p)] = map[string]bool{}
		}
		names[fileOf(p)][name(p)] = true
	}
	for _, one := range slices.Sorted(maps.Keys(names)) {
		for _, other := range slices.Sorted(maps.Keys(names)) {
			if len(names[one]) > 40 && len(names[other]) > 2*len(names[one]) {
				return one, other
			}
		}
	}
	panic(errNoRecord)
}

// swap puts the values of a sheet of two workbooks in each other's place.
func (w *world) swap(sheet, a, b string) {
	x, err := w.book(a).GetRows(sheet)
	w.must(err)
	y, err := w.book(b).GetRows(sheet)
	w.must(err)
	put := func(file string, rows [][]string, over int) {
		for i := range max(len(rows), over) {
			for k := range 8 {
				var v any
				if i < len(rows) && k < len(rows[i]) && rows[i][k] != "" {
					v = rows[i][k]
					if n, err := strconv.ParseFloat(rows[i][k], 64); err == nil {
						v = n
					}
				}
				w.must(w.book(file).SetCellValue(sheet, source.Ref{Col: k + 1, Row: i + 1}.Cell(), v))
			}
		}
	}
	put(a, y, len(x))
	put(b, x, len(y))
}

// dates writes all dates of a project's activities as text.
func (w *world) dates(layout string) source.Ref {
	p := w.running(60)
	var first source.Ref
	for _, a := range w.data.Activities {
		if a.Project != p.Code {
			continue
		}
		at := w.set(a, model.ActivityDate, a.Date.Format(layout))
		if first.Row == 0 && a.Date.Day() > 12 {
			first = at
		}
	}
	return first
}

// pairMutations are the classes that hid others before: what they spoil is what
// other sheets lean on.
func pairMutations() []mutation {
	copied := func(name string, of func(w *world) model.Record, column int) mutation {
		return mutation{name, func(w *world) []expected {
			r := of(w)
			last := 0
			for _, s := range model.Sheets() {
				for o := range w.data.Records(s) {
					if o.Base().Row.Sheet == r.Base().Row.Sheet {
						last = max(last, o.Base().Row.Number)
					}
				}
			}
			return one("K01", w.copyRow(r, last+1, column))
		}}
	}
	total := func(name string, of func(w *world) model.Record, column int) mutation {
		return mutation{name, func(w *world) []expected {
			r := of(w)
			last := 0
			for _, s := range model.Sheets() {
				for o := range w.data.Records(s) {
					if o.Base().Row.Sheet == r.Base().Row.Sheet {
						last = max(last, o.Base().Row.Number)
					}
				}
			}
			at := r.Base().Place(0)
			at.Row = last + 1
			if w.changed != nil {
				w.changed[source.Ref{File: at.File, Sheet: at.Sheet, Row: at.Row}]++
			}
			at.Col = r.Base().Place(column).Col
			w.must(w.book(at.File).SetCellValue(at.Sheet, at.Cell(), "Totaal"))
			return one("S22", at)
		}}
	}
	return []mutation{
		copied("copy of an activity", func(w *world) model.Record {
			return pick(w, w.data.Activities, func(*model.Activity) bool { return true })
		}, model.ActivityID),
		copied("copy of an actor", func(w *world) model.Record {
			return pick(w, w.data.Actors, func(*model.Actor) bool { return true })
		}, model.ActorName),
		copied("copy of an employee", func(w *world) model.Record {
			return pick(w, w.data.Employees, func(*model.Employee) bool { return true })
		}, model.EmployeeNumber),
		copied("copy of an objective", func(w *world) model.Record {
			return pick(w, w.data.Objectives, func(*model.Objective) bool { return true })
		}, model.ObjectiveCode),
		total("total under activities", func(w *world) model.Record {
			return pick(w, w.data.Activities, func(*model.Activity) bool { return true })
		}, model.ActivityID),
		total("total under actors", func(w *world) model.Record {
			return pick(w, w.data.Actors, func(*model.Actor) bool { return true })
		}, model.ActorName),
		total("total under staff", func(w *world) model.Record {
			return pick(w, w.data.Employees, func(*model.Employee) bool { return true })
		}, model.EmployeeNumber),
		{"empty theme of funding", func(w *world) []expected {
			f := pick(w, w.data.Funding, func(f *model.Funding) bool { return f.Year == 2021 })
			return one("V01", w.set(f, model.FundingTheme, ""))
		}},
		{"sheet Actoren misspelled", func(w *world) []expected {
			file := w.running(30).Base().Row.Sheet.File.Path
			w.must(w.book(file).SetSheetName("Actoren", "Acktoren"))
			return one("S11", source.Ref{File: file, Sheet: "Acktoren"})
		}},
		{"another year in the configuration", func(w *world) []expected {
			return one("D17", w.config("jaar: 2021", "jaar: 2012"))
		}},
		{"year before in the configuration", func(w *world) []expected {
			return one("D17", w.config("jaar: 2021", "jaar: 2020"))
		}},
		{"year after in the configuration", func(w *world) []expected {
			return one("D17", w.config("jaar: 2021", "jaar: 2022"))
		}},
		{"participations of two projects swapped", func(w *world) []expected {
			a, b := w.unlike(func(p *model.Participation) string { return p.Activity })
			w.swap("Deelnames", a, b)
			return one("S50", source.Ref{File: min(a, b), Sheet: "Deelnames"})
		}},
		{"participations of another year", func(w *world) []expected {
			p := w.running(60)
			var at source.Ref
			for _, r := range w.data.Participations {
				if r.Project == p.Code {
					at = w.set(r, model.ParticipationActivity, "20-"+r.Activity)
				}
			}
			return one("R02", source.Ref{File: at.File, Sheet: at.Sheet})
		}},
		{"dates with the month first", func(w *world) []expected {
			return one("W01", w.dates("1/2/2006"))
		}},
		{"dates without a century", func(w *world) []expected {
			return one("W01", w.dates("02/01/06"))
		}},
		{"text for a number of participations", func(w *world) []expected {
			p := pick(w, w.data.Participations, func(*model.Participation) bool { return true })
			return one("W05", w.set(p, model.ParticipationCount, "veel"))
		}},
		{"day that doesn't exist", func(w *world) []expected {
			a := pick(w, w.data.Activities, func(a *model.Activity) bool { return a.Date.Year() == 2021 })
			return one("W02", w.set(a, model.ActivityDate, "31/4/2021"))
		}},
		{"theme misspelled in VTE", func(w *world) []expected {
			f := pick(w, w.data.FTE, func(f *model.FTE) bool { return f.Year == 2021 && f.Theme == "Onderwijs" })
			return one("W10", w.set(f, model.FTETheme, "Onderwjis"))
		}},
	}
}
