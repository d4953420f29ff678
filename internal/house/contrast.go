package house

import (
	"fmt"
	"math"
	"strconv"

	"voortgang/charts"
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// What WCAG 2.1 asks, level AA: of text (1.4.3), and of marks (1.4.11).
const (
	textContrast = 4.5
	markContrast = 3.0
)

// ground is what a colour stands on.
type ground struct {
	key, name string
	color     charts.Color
}

// contrasts judges the colours that the configuration sets itself. Of two that
// don't go together the one in front is named, or the ground when only that
// one is set. Series are left out: they must differ among themselves, and
// charts draw an outline around the pale ones.
func (s *Style) contrasts() {
	d, own := &s.Document, s.cfg.Style
	paper := ground{name: "wit", color: charts.Color{R: 255, G: 255, B: 255, A: 255}}
	tint := ground{"huisstijl.tint", "de tint " + d.Tint, charts.Hex(d.Tint)}
	var letters []ground // that stand on the configured tint
	for _, c := range []struct{ key, asked, used string }{
		{"huisstijl.kleur", own.Colour, d.Strong}, {"huisstijl.inkt", own.Ink, d.Ink}, {"huisstijl.grijs", own.Grey, d.Grey},
	} {
		if c.asked != "" {
			s.contrast(c.key, c.used, textContrast, paper, tint)
		} else if own.Tint != "" {
			letters = append(letters, ground{name: "letters in " + c.used, color: charts.Hex(c.used)})
		}
	}
	if len(letters) > 0 {
		s.contrast(tint.key, d.Tint, textContrast, letters...)
	}
	if own.Accent != "" {
		s.contrast("huisstijl.accent", d.Accent, markContrast, paper)
	}
	for i := range own.Themes {
		s.contrast("huisstijl.themakleuren."+strconv.Itoa(i), s.ThemeColors[i], markContrast, paper)
	}
	for i, t := range s.cfg.Themes {
		if t.Colour != "" {
			s.contrast("themas."+strconv.Itoa(i)+".kleur", Hex(t.Colour), markContrast, paper)
		}
	}
}

// contrast reports a colour that is too near one of its grounds.
func (s *Style) contrast(key, hex string, least float64, grounds ...ground) {
	c := charts.Hex(hex)
	if c.None() {
		return
	}
	worst, ratio := grounds[0], math.Inf(1)
	var on []charts.Color
	for _, g := range grounds {
		on = append(on, g.color)
		if r := charts.Contrast(c, g.color); r < ratio {
			worst, ratio = g, r
		}
	}
	if ratio >= least {
		return
	}
	better := nearestReadable(c, least, on...).String()
	what := "tekst"
	if least == markContrast {
		what = "staven en lijnen"
	}
	// Rounded down: 4,49 must not read as 4,5.
	shown := dutch.Number(math.Floor(ratio*100)/100, 2)
	f := finding.New(RuleContrast, s.cfg.Place(key), fmt.Sprintf(
		"‘%s’ is %s en heeft met %s een contrast van %s op 1. Voor %s is minstens %s nodig. De dichtste kleur die voldoet, is %s.",
		key, hex, worst.name, shown, what, dutch.Number(least, 1), better))
	f.Found, f.Expected, f.Proposal = hex, "een contrast van minstens "+dutch.Number(least, 1)+" op 1", better
	s.add(f)
}

// nearestReadable darkens or lightens a colour as little as it takes to reach
// a contrast on all grounds. Where none can, it is black or white.
func nearestReadable(c charts.Color, least float64, grounds ...charts.Color) charts.Color {
	black, white := charts.Hex("#000000"), charts.Hex("#FFFFFF")
	for step := range 256 {
		for _, toward := range []charts.Color{black, white} {
			mixed, ok := c.Mix(toward, float64(step)/255), true
			for _, g := range grounds {
				ok = ok && charts.Contrast(mixed, g) >= least
			}
			if ok {
				return mixed
			}
		}
	}
	return charts.On(grounds[0])
}
