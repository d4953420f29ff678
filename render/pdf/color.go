package pdf

import (
	"voortgang/charts"
	"voortgang/render/pdfw"
)

// leastContrast is what WCAG 2.1 asks of text (1.4.3, level AA).
const leastContrast = 4.5

// colour is an opaque colour.
type colour = charts.Color

var (
	white = colour{R: 255, G: 255, B: 255, A: 255}
	black = colour{A: 255}
)

// rgb is a colour for the writer.
func rgb(c colour) pdfw.RGB { return pdfw.RGB{R: c.R, G: c.G, B: c.B} }

// hexOr reads a colour of the house style, or takes the default.
func hexOr(s, fallback string) colour {
	if c := charts.Hex(s); !c.None() {
		return c
	}
	return charts.Hex(fallback)
}

// tint is a colour thinned with white: share 1 is the colour itself.
func tint(c colour, share float64) colour { return white.Mix(c, share) }

// legible darkens (or, on a dark ground, lightens) a colour until text in it
// can be read on the background.
func legible(ink, background colour) colour {
	toward := charts.On(background)
	for share := 0.0; share < 1; share += 0.05 {
		if c := ink.Mix(toward, share); charts.Contrast(c, background) >= leastContrast {
			return c
		}
	}
	return toward
}
