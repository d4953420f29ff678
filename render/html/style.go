package html

import (
	"fmt"
	"strings"

	"voortgang/charts"
	"voortgang/internal/document"
)

// leastContrast is what WCAG asks of text (1.4.3, level AA).
const leastContrast = 4.5

var white = charts.Color{R: 255, G: 255, B: 255, A: 255}

// styles are the colours of the house style, made fit to be read.
type styles struct {
	strong, accent, ink, grey, rule, tint charts.Color
	themes                                []charts.Color
	// cover and opening tell that those are coloured letters on paper.
	cover, opening bool
	// title and heads are the weights of the largest text and the headings.
	title int
	heads [4]int
}

func newStyles(s document.Style) styles {
	d := charts.DefaultStyle()
	st := styles{
		strong: colour(s.Strong, d.Strong), accent: colour(s.Accent, d.Accent), ink: colour(s.Ink, d.Ink),
		grey: colour(s.Grey, d.Grey), rule: colour(s.Rule, d.Rule), tint: colour(s.Tint, d.Tint),
	}
	st.cover, st.opening = s.CoverForm == document.Sheet, s.OpeningForm == document.Sheet
	st.title, st.heads = 300, [4]int{300, 400, 600, 700}
	if s.Title > 0 {
		st.title = int(s.Title)
	}
	for i, h := range s.Heads {
		if h.Weight > 0 {
			st.heads[i] = int(h.Weight)
		}
	}
	for _, t := range s.Themes {
		st.themes = append(st.themes, colour(t, st.strong))
	}
	return st
}

// colour reads a colour of the house style, or takes the default.
func colour(s string, fallback charts.Color) charts.Color {
	if c := charts.Hex(s); !c.None() {
		c.A = 255
		return c
	}
	return fallback
}

// legible darkens or lightens a colour until text in it can be read on all of
// the grounds.
func legible(ink charts.Color, grounds ...charts.Color) charts.Color {
	toward := charts.On(grounds[len(grounds)-1])
	for share := 0.0; share < 1; share += 0.05 {
		c, ok := ink.Mix(toward, share), true
		for _, g := range grounds {
			ok = ok && charts.Contrast(c, g) >= leastContrast
		}
		if ok {
			return c
		}
	}
	return toward
}

// Shares of a theme's colour in the grounds that are made of it.
const (
	cardShare = 0.09
	bandShare = 0.14
	stepShare = 0.28
)

// sheet gives the colours as variables: for the page, and for each theme those
// of what stands in its class.
func (st styles) sheet(themes int) string {
	var b strings.Builder
	set := func(name string, c charts.Color) { fmt.Fprintf(&b, "--%s:#%02x%02x%02x;", name, c.R, c.G, c.B) }
	b.WriteString(":root{")
	set("strong", st.strong)
	set("on-strong", charts.On(st.strong))
	set("accent", st.accent)
	set("accent-ink", legible(st.accent, white))
	set("on-accent", charts.On(st.accent))
	set("ink", legible(st.ink, white, st.tint))
	set("grey", legible(st.grey, white, st.tint))
	set("link", legible(st.strong, white, st.tint))
	set("rule", st.rule)
	set("tint", st.tint)
	fmt.Fprintf(&b, "--title:%d;", st.title)
	for i, w := range st.heads {
		fmt.Fprintf(&b, "--k%d:%d;", i+1, w)
	}
	cover, ink, year := st.strong, charts.On(st.strong), charts.On(st.strong)
	if st.cover {
		cover, ink, year = st.tint, legible(st.strong, st.tint), legible(st.accent, st.tint)
	}
	set("cover", cover)
	set("on-cover", ink)
	set("year", year)
	b.WriteString("}\n")
	theme := func(selector string, full, card, band charts.Color) {
		b.WriteString(selector + "{")
		step := white.Mix(full, stepShare)
		set("theme", full)
		set("on-theme", charts.On(full))
		opening, ink, number := full, charts.On(full), charts.On(full)
		if st.opening {
			opening, ink, number = st.tint, legible(full, st.tint), legible(st.accent, st.tint)
		}
		set("opening", opening)
		set("on-opening", ink)
		set("number", number)
		set("theme-ink", legible(full, white, card, band))
		set("card", card)
		set("card-grey", legible(st.grey, card, band))
		set("band", band)
		set("step", step)
		set("step-ink", legible(st.grey, step))
		b.WriteString("}\n")
	}
	theme("body", st.strong, st.tint, st.tint)
	for i := range themes {
		full := st.themes[i]
		theme(fmt.Sprintf(".t%d", i+1), full, white.Mix(full, cardShare), white.Mix(full, bandShare))
	}
	return b.String()
}
