package value

import (
	"math"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"voortgang/ingest/grid"
	"voortgang/internal/dutch"
)

// seeds are values as people write them.
var seeds = []string{"", "14/4/2021", "31/4/2021", "1/1/20121", "2021-04-14T10:00", "14 april 2021", "Q2 2021", "2e kwartaal 2021",
	"maart – mei 2021", "continu", "1.451,5", "1 451", "€ 12", "24,87", "#N/B", "ja", "x", "Werkgroepn", "a;b\nc", "\x00", "\u200b", "−5", "..", "1..2",
	"12/31/2021", "99/99/9999", "٣", "𝟙", "ſ", "İ"}

// FuzzText feeds every reader of text. What they promise: no panic, either a
// value or a problem with an expectation, a date within its range, and a
// proposal that is itself accepted.
func FuzzText(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	choices := NewChoices([]string{"Werkgroepen", "Acties"}, nil, false)
	f.Fuzz(func(t *testing.T, s string) {
		c := text(s)
		check := func(p *Problem) bool {
			if p != nil && p.Expected == "" {
				t.Errorf("%q: a refusal without an expectation", s)
			}
			return p == nil
		}
		v, p := Date(c, ctx2021)
		if check(p) && (v.Year() < FirstYear || v.Year() > LastYear || v.Hour() != 0) {
			t.Errorf("Date(%q) = %v", s, v)
		}
		if p != nil && p.Proposal != "" {
			if _, again := Date(text(p.Proposal), ctx2021); again != nil {
				t.Errorf("Date(%q) proposes %q, which is refused", s, p.Proposal)
			}
		}
		period, p := Period(c, ctx2021)
		if check(p) && !period.Continuous && (period.From.After(period.To) || period.From.Year() < FirstYear) {
			t.Errorf("Period(%q) = %v", s, period)
		}
		if p != nil && p.Proposal != "" {
			if _, again := Period(text(p.Proposal), ctx2021); again != nil {
				t.Errorf("Period(%q) proposes %q, which is refused", s, p.Proposal)
			}
		}
		n, p := Number(c, ctx2021)
		if check(p) && (math.IsNaN(n) || math.IsInf(n, 0)) {
			t.Errorf("Number(%q) = %v", s, n)
		}
		if p != nil && p.Proposal != "" {
			if _, again := Number(text(p.Proposal), ctx2021); again != nil {
				t.Errorf("Number(%q) proposes %q, which is refused", s, p.Proposal)
			}
		}
		if w, p := Whole(c, ctx2021); check(p) && w != math.Trunc(w) {
			t.Errorf("Whole(%q) = %v", s, w)
		}
		if y, p := Year(c, ctx2021); check(p) && (y < FirstYear || y > LastYear) {
			t.Errorf("Year(%q) = %v", s, y)
		}
		_, p = YesNo(c, ctx2021)
		check(p)
		if v, p := choices.Read(c, ctx2021); check(p) && v != "Werkgroepen" && v != "Acties" {
			t.Errorf("choice %q gives %q", s, v)
		}
		_, p = choices.ReadList(c, ctx2021)
		check(p)
		if v, p := Text(c, ctx2021); check(p) && strings.ContainsAny(v, "\x00\r\x1b") {
			t.Errorf("Text(%q) = %q", s, v)
		}
		name, p := Name(c, ctx2021)
		if check(p) && utf8.ValidString(s) && (strings.ContainsAny(name, "\n\t") || strings.Contains(name, "  ")) {
			t.Errorf("Name(%q) = %q", s, name)
		}
	})
}

// FuzzNumbers writes a number in every accepted way and reads it back.
func FuzzNumbers(f *testing.F) {
	for _, v := range []float64{0, 1, 12.5, 1451, 11362256, 0.451, 999999.99, -24.87} {
		f.Add(v)
	}
	f.Fuzz(func(t *testing.T, v float64) {
		if math.IsNaN(v) || math.Abs(v) > 1e12 {
			t.Skip()
		}
		v = math.Round(v*100) / 100
		flemish := dutch.Number(v, 2)
		for _, s := range []string{flemish, strings.ReplaceAll(flemish, ".", " "), strings.ReplaceAll(flemish, ".", "\u202f"),
			strings.ReplaceAll(strconv.FormatFloat(v, 'f', 2, 64), ".", ","), strconv.FormatFloat(v, 'f', 2, 64)} {
			got, p := Number(text(s), ctx2021)
			if p != nil || math.Abs(got-v) > 1e-9*math.Max(1, math.Abs(v)) {
				t.Errorf("%v written as %q is read as %v (%v)", v, s, got, p)
			}
		}
	})
}

// FuzzSerials holds every number of a day, in both systems, within its range.
func FuzzSerials(f *testing.F) {
	for _, v := range []float64{-1, 0, 1, 59, 60, 61, 44300, 73415, 73416, math.MaxFloat64, math.Inf(1), math.NaN()} {
		f.Add(v, uint8(0))
		f.Add(v, uint8(5))
	}
	f.Fuzz(func(t *testing.T, v float64, mode uint8) {
		ctx := Context{Year: 2021, Date1904: mode&4 != 0}
		c := formatted(v, grid.Format(mode%4))
		if d, p := Date(c, ctx); p == nil && (d.Year() < FirstYear || d.Year() > LastYear) {
			t.Errorf("%v: %v", v, d)
		}
		if n, p := Number(c, ctx); p == nil && (math.IsNaN(n) || math.IsInf(n, 0)) {
			t.Errorf("%v: %v", v, n)
		}
		_ = Show(c, ctx)
		_, _ = Period(c, ctx)
		_, _ = Name(c, ctx)
	})
}
