package charts

import "voortgang/internal/fonts"

// Style is the house style of charts. Every colour must be set; begin with
// DefaultStyle and change what differs.
type Style struct {
	// Few are the colours for up to three series, Many for four to six; past
	// six they come back in tints.
	Few, Many []Color
	// Ink is for text, Grey for what stands back, Rule for axes and grid,
	// Tint for areas behind.
	Ink, Grey, Rule, Tint Color
	// Strong is the colour of a single series, Accent of what must be seen:
	// a norm, the year of the report.
	Strong, Accent Color
	// Fonts is the typeface; nil is that of the program.
	Fonts *fonts.Family
}

// DefaultStyle has colours that survive colour blindness and a grey printer.
func DefaultStyle() Style {
	return Style{
		Few:    []Color{Hex("#004488"), Hex("#BB5566"), Hex("#DDAA33")},
		Many:   []Color{Hex("#011959"), Hex("#175A62"), Hex("#5C793F"), Hex("#B08D32"), Hex("#F6A376"), Hex("#FBC9EE")},
		Ink:    Hex("#1A1A1A"),
		Grey:   Hex("#5A5A5A"),
		Rule:   Hex("#C9CDD2"),
		Tint:   Hex("#F2F5F8"),
		Strong: Hex("#004488"),
		Accent: Hex("#BB5566"),
	}
}
