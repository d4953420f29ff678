package value

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"voortgang/ingest/grid"
	"voortgang/internal/dutch"
)

func pick[T any](r *rand.Rand, list ...T) T { return list[r.IntN(len(list))] }

// oddNumbers write a number in ways that no reader takes; ok is false for what
// says more than the number, of which nothing may be proposed.
func oddNumberText(r *rand.Rand, v float64, kind string) (text string, ok bool) {
	flemish := pick(r, dutch.Number(v, 2), strings.ReplaceAll(dutch.Number(v, 2), ".", " "))
	whole := fmt.Sprint(int(v))
	switch kind {
	case "bedrag":
		return pick(r, "("+flemish+")", "€ ("+flemish+")", "(€ "+flemish+")", flemish+"-", flemish+" -", flemish+" −", "– "+flemish, "(EUR "+flemish+")"), true
	case "aantal":
		return pick(r, "ca. "+whole, whole+" personen", whole+".", "'"+whole, "="+whole, "\""+whole+"\"", strings.ReplaceAll(whole, "0", "O"), strings.ReplaceAll(whole, "1", "l")), true
	case "uren":
		return fmt.Sprintf(pick(r, "%du%02d", "%d:%02d", "%d u %02d", "%dh%02d", "%d uur %02d", "%d uur en %02d minuten"), int(v), int(math.Round((v-math.Floor(v))*60))), true
	}
	return pick(r, whole+" "+pick(r, "Jan", "volwassenen", "CR", "DR", "dollar"), whole+" à "+whole, whole+"-"+whole, whole+" en "+whole, "$ "+flemish, whole+" (2 ziek)", whole+"+3", "<"+whole, whole+"?"), false
}

// A proposal is read without a problem and means exactly what stood there: no
// digit, no sign and no word is lost. Of what says more there is no proposal.
func TestProposalsLoseNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	readers := map[string]func(grid.Cell) (float64, *Problem){
		"bedrag": func(c grid.Cell) (float64, *Problem) { return Money(c, ctx2021) },
		"aantal": func(c grid.Cell) (float64, *Problem) { return Whole(c, ctx2021) },
		"uren":   func(c grid.Cell) (float64, *Problem) { return Number(c, Context{Year: 2021, Hours: true}) },
		"meer":   func(c grid.Cell) (float64, *Problem) { return Number(c, ctx2021) },
	}
	for range 4000 {
		kind := pick(r, "bedrag", "aantal", "uren", "meer")
		v := float64(r.IntN(100000)) / 100
		switch kind {
		case "aantal":
			v = float64(10 + r.IntN(3000))
		case "uren":
			v = float64(r.IntN(120)) / 4
		case "meer":
			v = float64(2 + r.IntN(3000))
		}
		text, ok := oddNumberText(r, v, kind)
		got, p := readers[kind](grid.Cell{Kind: grid.Text, Text: text})
		if p == nil {
			if got != v {
				t.Errorf("%s: %q reads as %v", kind, text, got)
			}
			continue
		}
		if kind == "bedrag" {
			v = -v
		}
		if !ok {
			if p.Proposal != "" {
				t.Errorf("%s: of %q %q is proposed", kind, text, p.Proposal)
			}
			continue
		}
		again, problem := readers[kind](grid.Cell{Kind: grid.Text, Text: p.Proposal})
		if problem != nil || math.Abs(again-v) > 1e-9 {
			t.Errorf("%s: of %q %q is proposed, which reads as %v (%v), want %v", kind, text, p.Proposal, again, problem, v)
		}
	}
}

func TestDateProposalsLoseNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 3000 {
		day := time.Date(2018+r.IntN(6), time.Month(1+r.IntN(12)), 1+r.IntN(31), 0, 0, 0, 0, time.UTC)
		d, m, y := day.Day(), int(day.Month()), day.Year()
		month := dutch.Month(day.Month())
		text := pick(r, fmt.Sprintf("%d-%s-%02d", d, month[:3], y%100), fmt.Sprintf("%d %s. '%02d", d, month[:3], y%100), fmt.Sprintf("%d/%d/%02d", d, m, y%100),
			fmt.Sprintf("%d,%d,%d", d, m, y), fmt.Sprintf("%02d %02d %d", d, m, y), fmt.Sprintf("%d %s %d", d, month, y), fmt.Sprintf("%d/%d-%d", d, m, y), fmt.Sprintf("%d-%d-’%02d", d, m, y%100),
			fmt.Sprintf("%02d%02d%d x", d, m, y), fmt.Sprintf("%d/%d/%d en %d/%d", d, m, y, d+1, m), fmt.Sprintf("%d/%d/%d (Jan)", d, m, y))
		got, p := Date(grid.Cell{Kind: grid.Text, Text: text}, ctx2021)
		more := strings.HasSuffix(text, "x") || strings.ContainsAny(text, "(en") && strings.Contains(text, "/")
		if p != nil && p.Proposal != "" {
			again, problem := Date(grid.Cell{Kind: grid.Text, Text: p.Proposal}, ctx2021)
			if got = again; problem != nil || more {
				t.Errorf("of %q %q is proposed", text, p.Proposal)
			}
		}
		if !more && !got.Equal(day) {
			t.Errorf("%q gives %v (%+v), want %v", text, got, p, day)
		}
	}
}

func TestListProposalsLoseNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 11))
	values := []string{"Wonen", "Onderwijs", "Onderwijs en Vorming", "Werk, inkomen en schulden", "Buurt 1", "Buurt 2", "Transversaal"}
	ch := NewChoices(values, nil, false)
	for range 3000 {
		want := []string{}
		for range 1 + r.IntN(3) {
			want = append(want, pick(r, values...))
		}
		text := want[0]
		for _, v := range want[1:] {
			text += pick(r, ", ", " / ", " en ", "; ", " + ", "/", "\n") + v
		}
		extra := r.IntN(6) == 0
		if extra {
			text += pick(r, ", Genk", " en Jan Peeters", " 3", " (2021)", ", Lummen 2")
		}
		got, p := ch.ReadList(grid.Cell{Kind: grid.Text, Text: text}, ctx2021)
		if p != nil && p.Proposal != "" {
			var again *Problem
			if got, again = ch.ReadList(grid.Cell{Kind: grid.Text, Text: p.Proposal}, ctx2021); again != nil {
				t.Errorf("of %q %q is proposed, which is refused", text, p.Proposal)
			}
		}
		switch {
		case extra && (p == nil || p.Proposal != ""):
			t.Errorf("of %q %q is made", text, got)
		// Two themes that are one together may be meant either way.
		case !extra && dutch.Fold(strings.Join(got, "")) != dutch.Fold(strings.NewReplacer(" en ", "", ",", "").Replace(strings.Join(want, ""))) && !strings.Contains(text, " en "):
			t.Errorf("of %q %q is made (%+v)", text, got, p)
		}
	}
	single := NewChoices([]string{"Werkgroepen", "Wonen", "Onderwijs"}, nil, false)
	for _, text := range []string{"Wonen, Onderwijs", "werkgroep 2", "Wonen Genk", "Werkgroep A"} {
		if _, p := single.Read(grid.Cell{Kind: grid.Text, Text: text}, ctx2021); p == nil || p.Proposal != "" {
			t.Errorf("of %q %+v is proposed", text, p)
		}
	}
}

func TestSaysNothing(t *testing.T) {
	for text, want := range map[string][2]bool{
		"-": {true, true}, "/": {true, true}, "n.v.t.": {true, true}, "NVT": {true, true}, "n/a": {true, true}, "–": {true, true}, "heden": {false, true},
		"Nog actief": {false, true}, "lopend": {false, true}, "onbepaalde duur": {false, true}, "nu": {false, true}, "?": {}, "onbekend": {}, "2021": {}, "nog 3 maanden": {},
	} {
		if got := [2]bool{SaysNothing(text, false), SaysNothing(text, true)}; got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	p := &Problem{}
	for _, c := range []grid.Cell{text("31/12/9999"), text("31/12/2999"), text("1/1/3000"), formatted(2958465, grid.Date), text("31-12-2199")} {
		if _, p = Date(c, ctx2021); p == nil || !p.Nothing || p.Proposal != "" {
			t.Errorf("%+v: %+v", c, p)
		}
	}
	if p.Found != "31-12-2199" {
		t.Errorf("%+v", p)
	}
	if _, p = Date(formatted(2958465, grid.Date), ctx2021); p.Found != "31/12/9999" {
		t.Errorf("an open end is shown as %q", p.Found)
	}
	if _, p = Date(text("31/12/2201"), ctx2021); p.Nothing {
		t.Error("a slip isn't an open end")
	}
}
