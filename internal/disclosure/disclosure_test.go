package disclosure

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"voortgang/internal/cite"
	"voortgang/internal/model"
)

// figures makes figures that count people in 2021: "a 12; b 3".
func figures(values string, sums ...model.Sum) *model.Figures {
	figs := model.NewFigures(2021)
	for _, one := range strings.Split(values, "; ") {
		var key string
		var v float64
		if _, err := fmt.Sscanf(one, "%s %g", &key, &v); err != nil {
			panic(err)
		}
		now := model.Value{Year: 2021, Value: v, Known: true}
		figs.Add(&model.Figure{Key: key, Unit: model.UnitCount, People: true, Now: now, Years: []model.Value{now}})
	}
	figs.Sums = sums
	return figs
}

// shown writes figures as the tables of the report do.
func shown(figs *model.Figures) string {
	var out []string
	for _, f := range figs.All() {
		out = append(out, f.Key+" "+strings.ReplaceAll(cite.WriteBare(f, f.Now), "\u00a0", " "))
	}
	return strings.Join(out, "; ")
}

func TestProtect(t *testing.T) {
	abc := model.Sum{Total: "alle", Parts: []string{"a", "b", "c", "d"}}
	for _, c := range []struct{ name, in, want string }{
		{"nothing small", "alle 30; a 10; b 20", "alle 30; a 10; b 20"},
		{"nobody is told", "alle 10; a 10; b 0", "alle 10; a 10; b 0"},
		{"five is enough", "alle 15; a 10; b 5", "alle 15; a 10; b 5"},
		{"a small one alone takes the smallest other along", "alle 43; a 10; b 3; c 30", "alle 43; a *; b < 5; c 30"},
		{"a nought is told, the other part covers", "alle 13; a 10; b 3; c 0", "alle 13; a *; b < 5; c 0"},
		{"two small ones cover each other", "alle 36; a 2; b 3; c 31", "alle 36; a < 5; b < 5; c 31"},
		{"two ones don't: together they can only be 1 and 1", "alle 32; a 1; b 1; c 30; d 0", "alle 32; a < 5; b < 5; c *; d 0"},
		{"nor two fours", "alle 38; a 4; b 4; c 30", "alle 38; a < 5; b < 5; c *"},
		{"a nought covers when there is nothing else", "alle 8; a 4; b 4; c 0", "alle 8; a < 5; b < 5; c *"},
		{"else the total goes", "alle 8; a 4; b 4", "alle *; a < 5; b < 5"},
		{"a small total", "alle 3; a 3; b 0", "alle < 5; a < 5; b 0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := shown(Protect(figures(c.in, abc), 5)); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
			}
		})
	}
}

func TestProtectWithoutThreshold(t *testing.T) {
	figs := figures("alle 3; a 1; b 2", model.Sum{Total: "alle", Parts: []string{"a", "b"}})
	if got := shown(Protect(figs, 0)); got != "alle 3; a 1; b 2" {
		t.Error(got)
	}
}

func TestProtectLeavesTheOriginal(t *testing.T) {
	figs := figures("a 3; b 9")
	safe := Protect(figs, 5)
	if got := shown(figs); got != "a 3; b 9" {
		t.Error(got)
	}
	v := safe.Get("a").In(2021)
	if v.Value != 0 || v.Known || v.Sources != nil || safe.Get("a").Years[0].Value != 0 {
		t.Errorf("the value is still there: %+v", v)
	}
	if safe.Least != 5 || v.Below != 5 {
		t.Error("the threshold isn't told")
	}
}

// A share and a mean go with what they were computed from, and what counts no
// people stays.
func TestProtectWhatLiesBehind(t *testing.T) {
	figs := figures("a 3; b 9")
	one := model.Value{Year: 2021, Value: 1, Known: true}
	figs.Add(&model.Figure{Key: "share.a", Unit: model.UnitPercent, Now: one, Behind: []string{"a", "b"}})
	figs.Add(&model.Figure{Key: "share.b", Unit: model.UnitPercent, Now: one, Behind: []string{"b"}})
	figs.Add(&model.Figure{Key: "acties", Unit: model.UnitCount, Now: one})
	if got, want := shown(Protect(figs, 5)), "a < 5; b 9; share.a *; share.b 1; acties 1"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Years are apart: what is small in one may be told in another.
func TestProtectByYear(t *testing.T) {
	figs := figures("a 9")
	f := figs.Get("a")
	f.Years = append([]model.Value{{Year: 2020, Value: 2, Known: true}}, f.Years...)
	safe := Protect(figs, 5).Get("a")
	if safe.Now.Value != 9 || safe.Previous().Withheld != model.Small {
		t.Errorf("%+v", safe.Years)
	}
}

// Random tables with totals on both sides: what is told never leaves a small
// group only one possible size, by its row or its column.
func TestProtectRandomTables(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	covered := 0
	for range 400 {
		figs, rows, columns := randomTable(r)
		safe := Protect(figs, 5)
		for _, f := range safe.All() {
			original := figs.Get(f.Key).Now.Value
			switch {
			case f.Now.Known && f.Now.Value != original:
				t.Fatalf("%s changed", f.Key)
			case f.Now.Known && original > 0 && original < 5:
				t.Fatalf("%s is told: %g", f.Key, original)
			case f.Now.Withheld == model.Covered:
				covered++
			}
		}
		for _, s := range append(rows, columns...) {
			if n := solutions(safe, s); n == 1 {
				t.Fatalf("%s can be worked out: %s", s.Total, shown(safe))
			}
		}
	}
	if covered == 0 {
		t.Error("no table needed covering")
	}
}

func randomTable(r *rand.Rand) (figs *model.Figures, rows, columns []model.Sum) {
	h, w := 1+r.IntN(5), 1+r.IntN(5)
	figs = model.NewFigures(2021)
	sums := map[string]float64{}
	put := func(key string, v float64) {
		figs.Add(&model.Figure{Key: key, People: true, Now: model.Value{Year: 2021, Value: v, Known: true}})
	}
	rows, columns = make([]model.Sum, h), make([]model.Sum, w)
	for y := range h {
		for x := range w {
			key := fmt.Sprintf("c%d.%d", y, x)
			v := float64(r.IntN(9)) * float64(r.IntN(3))
			put(key, v)
			rows[y].Total, columns[x].Total = fmt.Sprint("r", y), fmt.Sprint("k", x)
			rows[y].Parts, columns[x].Parts = append(rows[y].Parts, key), append(columns[x].Parts, key)
			sums[rows[y].Total] += v
			sums[columns[x].Total] += v
		}
	}
	for _, s := range append(slices.Clone(rows), columns...) {
		put(s.Total, sums[s.Total])
	}
	figs.Sums = append(slices.Clone(rows), columns...)
	return figs, rows, columns
}

// solutions counts, up to two, the ways in which a line's withheld parts can
// make up what its total leaves; 0 when nothing is asked: the total or all
// parts are as they were.
func solutions(figs *model.Figures, s model.Sum) int {
	total := figs.Get(s.Total).Now
	if !total.Known {
		return 0
	}
	rest := int(total.Value)
	var small, free int
	for _, key := range s.Parts {
		switch v := figs.Get(key).Now; v.Withheld {
		case model.Small:
			small++
		case model.Covered:
			free++
		default:
			rest -= int(v.Value)
		}
	}
	if small+free == 0 {
		return 0
	}
	return min(2, ways(rest, small, free))
}

func ways(rest, small, free int) int {
	n := 0
	switch {
	case rest < 0:
		return 0
	case small > 0:
		for v := 1; v < 5; v++ {
			n += ways(rest-v, small-1, free)
		}
		return n
	case free > 0:
		for v := 0; v <= rest; v++ {
			if n += ways(rest-v, 0, free-1); n > 1 {
				return 2
			}
		}
		return n
	case rest == 0:
		return 1
	}
	return 0
}
