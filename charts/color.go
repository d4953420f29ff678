package charts

import (
	"fmt"
	"math"
	"strconv"
)

// Color is an opaque colour, or none: A is 255, or 0 for not painted. There is
// no transparency, which PDF/A and old printers thank us for.
type Color struct{ R, G, B, A uint8 }

// Hex reads "#004488" (with or without the number sign). Anything else is no
// colour.
func Hex(s string) Color {
	if len(s) == 7 && s[0] == '#' {
		s = s[1:]
	}
	n, err := strconv.ParseUint(s, 16, 24)
	if err != nil || len(s) != 6 {
		return Color{}
	}
	return Color{uint8(n >> 16), uint8(n >> 8), uint8(n), 255}
}

// None tells whether the colour is "not painted".
func (c Color) None() bool { return c.A == 0 }

// String writes "#004488", or "none".
func (c Color) String() string {
	if c.None() {
		return "none"
	}
	return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
}

// Mix goes from c (share 0) to d (share 1) in sRGB.
func (c Color) Mix(d Color, share float64) Color {
	at := func(a, b uint8) uint8 { return uint8(math.Round(float64(a) + (float64(b)-float64(a))*share)) }
	return Color{at(c.R, d.R), at(c.G, d.G), at(c.B, d.B), 255}
}

// luminance is the relative luminance of WCAG 2.1.
func (c Color) luminance() float64 {
	lin := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(c.R) + 0.7152*lin(c.G) + 0.0722*lin(c.B)
}

// Contrast is the contrast ratio of WCAG 2.1, from 1 to 21.
func Contrast(a, b Color) float64 {
	la, lb := a.luminance(), b.luminance()
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

// On gives the colour of text on a background: white or black, whichever
// contrasts more. One of the two always reaches 4.5:1.
func On(background Color) Color {
	if Contrast(background, white) >= Contrast(background, black) {
		return white
	}
	return black
}

var (
	white = Color{255, 255, 255, 255}
	black = Color{0, 0, 0, 255}
)
