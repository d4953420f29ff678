package validate

import (
	"fmt"
	"hash/maphash"
	"math"
	"math/bits"
	"slices"
	"time"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var rulePastedBlock = finding.ByCode("K04")
var ruleCopiedBlock = finding.ByCode("K05")

// copiedBlock looks for runs of rows that occur twice.
func copiedBlock(c *checker) {
	activities := newTape(&model.ActivitySheet, model.ActivityID, len(c.data.Activities))
	for _, a := range c.data.Activities {
		ok := a.Base().Usable(model.ActivityID, model.ActivityProject, model.ActivityDate) && !a.Date.IsZero()
		what := activities.text(a.Kind) ^ bits.RotateLeft64(activities.text(a.Description), 7)
		if a.Hours.Known {
			what ^= mix(math.Float64bits(a.Hours.Value))
		}
		activities.add(a, ok, a.Project, a.Date.Unix(), what)
	}
	c.blocks(activities)
	contacts := newTape(&model.ContactSheet, model.ContactDate, len(c.data.Contacts))
	for _, k := range c.data.Contacts {
		ok := k.Base().Usable(model.ContactProject, model.ContactDate, model.ContactActor) && !k.Date.IsZero()
		what := contacts.text(k.Actor) ^ bits.RotateLeft64(contacts.text(k.Channel), 7)
		if k.Policy {
			what = mix(what ^ 1)
		}
		if k.TargetGroup {
			what = mix(what ^ 2)
		}
		contacts.add(k, ok, k.Project, k.Date.Unix(), what)
	}
	c.blocks(contacts)
	c.sameContacts(contacts)
}

// tape is the rows of one sheet of the contract, each as two numbers: its
// content with and without the year.
type tape struct {
	sheet    *model.Sheet
	column   int
	seed     maphash.Seed
	records  []model.Record
	projects []string
	dates    []int64
	what     []uint64
	// run counts the rows since the last row of another file, sheet or
	// project, or that can't be used.
	run []int32

	lastFile *source.Sheet
}

func newTape(sheet *model.Sheet, column, n int) *tape {
	return &tape{sheet: sheet, column: column, seed: maphash.MakeSeed(), records: make([]model.Record, 0, n), projects: make([]string, 0, n),
		dates: make([]int64, 0, n), what: make([]uint64, 0, n), run: make([]int32, 0, n)}
}

// text hashes a text; the empty one is 0.
func (t *tape) text(s string) uint64 {
	if s == "" {
		return 0
	}
	return maphash.String(t.seed, s)
}

func (t *tape) add(r model.Record, ok bool, project string, date int64, what uint64) {
	sheet, n := r.Base().Row.Sheet, len(t.records)
	run := int32(1)
	switch {
	case !ok:
		run = 0
	case n > 0 && sheet == t.lastFile && project == t.projects[n-1]:
		run = t.run[n-1] + 1
	}
	t.lastFile = sheet
	t.records, t.projects = append(t.records, r), append(t.projects, project)
	t.dates, t.what, t.run = append(t.dates, date), append(t.what, what), append(t.run, run)
}

// match says that the window of rows that ends at row b equals the one that
// ends at row a.
type match struct{ a, b int }

// twins gives the windows of k rows that occur before, by the number that of
// gives each row.
func (t *tape) twins(k int, of func(i int) uint64) []match {
	const base = 0x9e3779b97f4a7c15
	power := uint64(1)
	for range k {
		power *= base
	}
	sums, values := make([]uint64, len(t.records)), make([]uint64, len(t.records))
	var sum uint64
	for i, run := range t.run {
		values[i] = of(i)
		sum = sum*base + values[i]
		if run <= 1 {
			sum = values[i]
		} else if int(run) > k {
			sum -= values[i-k] * power
		}
		if int(run) >= k {
			sums[i] = sum
		}
	}
	var out []match
	for _, m := range repeated(sums) {
		if t.equal(m.a, m.b, k, values) && len(out) < 100_000 {
			out = append(out, m)
		}
	}
	return out
}

// equal compares two windows row by row and demands that they don't overlap
// and that the rows in them differ from one another.
func (t *tape) equal(a, b, k int, values []uint64) bool {
	if b-a < k {
		return false
	}
	different := map[uint64]bool{}
	for i := range k {
		if values[a-i] != values[b-i] {
			return false
		}
		different[values[b-i]] = true
	}
	return len(different)*2 > k
}

// block is a run of rows that repeats another one, both ends included.
type block struct{ from, first, last int }

// join makes blocks of windows that follow each other.
func join(list []match, k int) []block {
	var out []block
	for _, m := range list {
		if n := len(out); n > 0 && m.b == out[n-1].last+1 && m.b-m.a == out[n-1].first-out[n-1].from {
			out[n-1].last = m.b
			continue
		}
		out = append(out, block{m.a - k + 1, m.b - k + 1, m.b})
	}
	return out
}

func (c *checker) blocks(t *tape) {
	const pasted = 3
	long := c.cfg.Thresholds.BlockRows
	full := func(i int) uint64 { return mix(t.what[i]) + uint64(t.dates[i]) }
	yearless := func(i int) uint64 {
		// Seconds within the year, near enough: the year and the day of it.
		_, inYear := yearOf(t.dates[i])
		return mix(t.what[i]) + uint64(inYear)
	}
	same, other := []match(nil), []match(nil)
	for _, m := range t.twins(pasted, full) {
		if t.projects[m.a] == t.projects[m.b] {
			same = append(same, m)
		}
	}
	for _, b := range join(same, pasted) {
		c.reportBlock(rulePastedBlock, t, b, fmt.Sprintf("Deze %s staan al eens in %s. Haal ze weg als ze dubbel zijn.",
			rows(b), placeSeenFrom(t.records[b.from], t.records[b.first], t.column)), "elke rij één keer")
	}
	for _, m := range t.twins(long, full) {
		if t.projects[m.a] != t.projects[m.b] {
			other = append(other, m)
		}
	}
	c.fromOther(t, join(other, long))
	var before []match
	for _, m := range t.twins(long, yearless) {
		a, _ := yearOf(t.dates[m.a])
		b, _ := yearOf(t.dates[m.b])
		if t.projects[m.a] != t.projects[m.b] {
			continue
		}
		if a == b-1 {
			before = append(before, m)
		} else if b == a-1 {
			// The older rows stand below: the newer ones are the copy.
			before = append(before, match{m.b, m.a})
		}
	}
	slices.SortFunc(before, func(a, b match) int { return a.b - b.b })
	for _, b := range join(before, long) {
		year, _ := yearOf(t.dates[b.from])
		c.reportBlock(ruleCopiedBlock, t, b, fmt.Sprintf("Deze %s zijn op het jaar na gelijk aan die van %d, vanaf cel %s. Zijn ze van een oud werkboek blijven staan?",
			rows(b), year, t.records[b.from].Base().Place(t.column).Cell()), "rijen van dit jaar")
	}
}

// fromOther reports blocks of another project. Where many projects share
// them, they did those things together.
func (c *checker) fromOther(t *tape, list []block) {
	projects := map[string]bool{}
	for _, b := range list {
		projects[t.projects[b.first]] = true
	}
	if len(projects) > 2 && len(projects)*5 > len(c.data.Projects) {
		return
	}
	for _, b := range list {
		from := t.projects[b.from]
		if p := c.index.projects[code(from)]; p != nil {
			from = p.Name
		}
		c.reportBlock(ruleCopiedBlock, t, b, fmt.Sprintf("Deze %s zijn gelijk aan die van het project ‘%s’. Horen ze bij dit project?", rows(b), from), "rijen van dit project")
	}
}

// sameContacts asks about contacts that are in all equal to an earlier one of
// their project. Where there are many, chance gives some: those are one question
// a sheet. Runs of them are pasted blocks.
func (c *checker) sameContacts(t *tape) {
	twins := t.twins(1, func(i int) uint64 {
		return mix(t.what[i]^bits.RotateLeft64(t.text(t.projects[i]), 13)) + uint64(t.dates[i])
	})
	repeats, counts := make(map[int]int, len(twins)), map[string]int{}
	for _, m := range twins {
		repeats[m.b] = m.a
	}
	for _, p := range t.projects {
		counts[p]++
	}
	var chance []model.Record
	for _, m := range twins {
		before, below := repeats[m.b-1]
		after, above := repeats[m.b+1]
		if below && before == m.a-1 || above && after == m.a+1 {
			continue
		}
		// Rows that differ give about this many pairs by chance: a year has 250
		// days, an actor is one of ten, and the rest is one of four.
		if n := counts[t.projects[m.b]]; n*n/2 > 250*10*4 {
			chance = append(chance, t.records[m.b])
		} else {
			c.sameAs(t.sheet, t.column, double{t.records[m.b], t.records[m.a]}, false)
		}
	}
	for _, rows := range grouped(chance, sheetOf) {
		f := c.sayCells(ruleSameRow, t.sheet, rows, t.column, fmt.Sprintf(
			"%s in alles gelijk aan een eerdere rij van dit blad. Haal weg wat dubbel is.", isOrAre(len(rows))))
		f.Found, f.Expected, f.Level = dutch.Plural(len(rows), "rij", "rijen"), "elke rij één keer", finding.Info
		f.Mend = removal(rows)
	}
}

func isOrAre(n int) string {
	if n == 1 {
		return "Deze rij is"
	}
	return "Deze " + dutch.Int(n) + " rijen zijn"
}

// placeSeenFrom names the cell of a record as seen from another one: in the same
// sheet, in another of the workbook, or in another file.
func placeSeenFrom(r, from model.Record, column int) string {
	at, here := r.Base().Place(column), from.Base().Place(column)
	switch {
	case at.File != here.File:
		return at.File + ", blad " + at.Sheet + ", vanaf cel " + at.Cell()
	case at.Sheet != here.Sheet:
		return "het blad " + at.Sheet + ", vanaf cel " + at.Cell()
	}
	return "dit blad, vanaf cel " + at.Cell()
}

func rows(b block) string { return dutch.Plural(b.last-b.first+1, "rij", "rijen") }

func (c *checker) reportBlock(rule *finding.Rule, t *tape, b block, message, expected string) {
	f := c.sayCells(rule, t.sheet, t.records[b.first:b.last+1], t.column, message)
	f.Found, f.Expected = rows(b), expected
	f.Mend = removal(t.records[b.first : b.last+1])
}

// yearOf gives the year of a moment in seconds and a number for the day within
// it that is the same in every year.
func yearOf(unix int64) (year, inYear int) {
	y, m, d := time.Unix(unix, 0).UTC().Date()
	return y, int(m)*32 + d
}
