package workbook

import (
	"voortgang/ingest/grid"
	"voortgang/internal/numfmt"
)

// cellFormat is what a cell style says of a cell, as far as it matters.
type cellFormat struct {
	grid.Format
	// shows is set when numbers are shown with letters or zeros added.
	shows *numfmt.Pattern
	// struck is true when the cell is struck through.
	struck bool
}

// format gives a cell style by its number.
func (b *Book) format(style int) cellFormat {
	if style < 0 || style >= len(b.formats) {
		return cellFormat{}
	}
	return b.formats[style]
}

// readFormats gives what each cell style (the attribute s of a cell) says.
// Source of the built-in numbers: ECMA-376 part 1, 18.8.30.
func readFormats(part []byte) []cellFormat {
	s := scan(part)
	custom := map[int]cellFormat{}
	var struck []bool
	var out []cellFormat
	for in := s.Inside(); s.Child(in); {
		group := string(s.Name)
		for in := s.Inside(); s.Child(in); {
			switch name := string(s.Name); {
			case group == "numFmts" && name == "numFmt":
				code, _ := s.Attr("formatCode")
				if n, ok := s.number("numFmtId"); ok {
					custom[n] = formatOf(code)
				}
			case group == "fonts" && name == "font":
				struck = append(struck, s.struck())
			case group == "cellXfs" && name == "xf":
				n, _ := s.number("numFmtId")
				format, ok := custom[n]
				if !ok {
					format.Format = builtinFormat(n)
				}
				font, ok := s.number("fontId")
				format.struck = ok && font < len(struck) && struck[font]
				out = append(out, format)
			}
		}
	}
	return out
}

// number gives an attribute that is a number; false when there is none.
func (s *scanner) number(name string) (int, bool) {
	text, _ := s.Attr(name)
	n := smallInt([]byte(text))
	return max(n, 0), n >= 0
}

func builtinFormat(id int) grid.Format {
	switch {
	case id == 9 || id == 10:
		return grid.Percent
	case id == 17:
		return grid.Month
	case id >= 14 && id <= 16, id == 22, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id >= 57 && id <= 58:
		return grid.Date
	case id >= 18 && id <= 21, id >= 45 && id <= 47, id >= 32 && id <= 35, id >= 55 && id <= 56:
		return grid.Time
	}
	return grid.General
}

// formatOf tells what a custom format code shows.
func formatOf(code string) cellFormat {
	c := numfmt.Parse(code)
	out := cellFormat{shows: c.Shows}
	switch {
	case c.Day, c.Year && c.Clock:
		out.Format = grid.Date
	case c.Month && !c.Clock:
		out.Format = grid.Month
	case c.Year:
		out.Format = grid.Year
	case c.Clock:
		out.Format = grid.Time
	case c.Percent:
		out.Format = grid.Percent
	}
	return out
}
