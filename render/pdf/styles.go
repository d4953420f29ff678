package pdf

import (
	"voortgang/charts"
	"voortgang/internal/document"
	"voortgang/internal/fonts"
)

const mm = 72 / 25.4

// The page: A4 with a margin column of 35 mm (numbers, labels, terms) beside a
// text column of 135 mm; tables and charts may use both.
const (
	pageWidth    = 210 * mm
	pageHeight   = 297 * mm
	marginSide   = 20 * mm
	marginTop    = 25 * mm
	marginBottom = 22 * mm

	fullWidth  = pageWidth - 2*marginSide
	textLeft   = 35 * mm // of the text column, from the left margin
	textWidth  = fullWidth - textLeft
	labelWidth = textLeft - 5*mm // of what stands in the margin column
	bodyHeight = pageHeight - marginTop - marginBottom
)

// grid is the baseline grid: the leading of body text. Strips that ask for it
// begin on a multiple of it.
const grid = 13.5

// leastSize is the size below which nothing is set, in points.
const leastSize = 8

// textStyle is how text is set.
type textStyle struct {
	size, leading float64
	weight        fonts.Weight
	italic        bool
	color         colour
}

func (t textStyle) font() fonts.Style { return fonts.Style{Weight: t.weight, Italic: t.italic} }

// baseline is where text stands in a line of its leading: its capitals are
// centred in the height.
func (t textStyle) baseline() float64 { return (t.leading + 0.714*t.size) / 2 }

func (t textStyle) in(c colour) textStyle             { t.color = c; return t }
func (t textStyle) weighing(w fonts.Weight) textStyle { t.weight = w; return t }

// styles is the house style made ready for setting.
type styles struct {
	strong, accent, ink, grey, rule, tint colour
	// strongInk and accentInk are strong and accent for text on white.
	strongInk, accentInk colour
	themes               []colour
	// back is the field on the back page.
	back colour
	// display is the weight of the largest text.
	display fonts.Weight
	// coverForm and openingForm are how those pages are laid out.
	coverForm, openingForm document.Form
	family                 *fonts.Family

	body, lead, small, label, method textStyle
	head                             [lowestHead + 1]textStyle // by level, from 1
	tableCell, tableHead             textStyle
}

// newStyles completes a house style with the defaults.
func newStyles(s document.Style) *styles {
	st := &styles{
		strong: hexOr(s.Strong, "#004488"),
		accent: hexOr(s.Accent, "#BB5566"),
		ink:    hexOr(s.Ink, "#1A1A1A"),
		grey:   hexOr(s.Grey, "#5A5A5A"),
		rule:   hexOr(s.Rule, "#C9CDD2"),
		tint:   hexOr(s.Tint, "#F2F5F8"),
	}
	st.back = hexOr(s.Back, st.strong.String())
	st.coverForm, st.openingForm = s.CoverForm, s.OpeningForm
	if st.display = s.Title; st.display == 0 {
		st.display = fonts.Light
	}
	if st.family = s.Fonts; st.family == nil {
		st.family = fonts.Default()
	}
	// Text stands on white or on the tint; what reads on the darker of the two
	// reads on both.
	st.ink, st.grey = legible(st.ink, st.tint), legible(st.grey, st.tint)
	st.strongInk, st.accentInk = legible(st.strong, st.tint), legible(st.accent, st.tint)
	for _, theme := range s.Themes {
		if c := charts.Hex(theme); !c.None() {
			st.themes = append(st.themes, c)
		}
	}
	if len(st.themes) == 0 {
		for _, theme := range []string{"#004488", "#175A62", "#5C793F", "#B08D32", "#BB5566", "#6B4C8A"} {
			st.themes = append(st.themes, charts.Hex(theme))
		}
	}
	st.body = textStyle{size: 9.5, leading: 13.5, weight: fonts.Regular, color: st.ink}
	st.lead = textStyle{size: 11.5, leading: 17, weight: fonts.Regular, color: st.ink}
	st.small = textStyle{size: 8, leading: 11, weight: fonts.Regular, color: st.ink}
	st.method = st.small.in(st.grey)
	st.label = textStyle{size: 8, leading: 11, weight: fonts.Semibold, color: st.grey}
	st.tableCell = st.small
	st.tableHead = st.small.weighing(fonts.Semibold)
	st.head = [lowestHead + 1]textStyle{
		1: {size: 26, leading: 30, weight: fonts.Light, color: st.strongInk},
		2: {size: 17, leading: 21, weight: fonts.Regular, color: st.strongInk},
		3: {size: 12.5, leading: 16, weight: fonts.Semibold, color: st.ink},
		4: {size: 10, leading: 13.5, weight: fonts.Bold, color: st.ink},
		5: {size: 9.5, leading: 13.5, weight: fonts.Semibold, color: st.ink},
	}
	for i, t := range s.Heads {
		if t.Size > 0 {
			h := &st.head[i+1]
			h.size, h.leading, h.weight = t.Size, t.Leading, t.Weight
		}
	}
	return st
}

// theme is the colour of a theme by its 1-based number; 0 is the strong one.
func (st *styles) theme(n int) colour {
	if n < 1 {
		return st.strong
	}
	return st.themes[(n-1)%len(st.themes)]
}

// themeTint is the ground on which a theme's cards stand; without a theme the
// house style's tint.
func (st *styles) themeTint(n int) colour {
	if n < 1 {
		return st.tint
	}
	return tint(st.theme(n), 0.09)
}
