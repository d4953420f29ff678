package workbook

import (
	"strconv"
	"strings"

	"voortgang/ingest/grid"
)

type cellFormat = grid.Format

// readFormats gives, for each cell style (the attribute s of a cell), how its
// number is shown. Source of the built-in numbers: ECMA-376 part 1, 18.8.30.
func readFormats(part []byte) []cellFormat {
	s := scanner{part: part}
	custom := map[int]cellFormat{}
	var out []cellFormat
	inCells := false
	for tok := s.next(); tok != tokenEnd; tok = s.next() {
		name := string(s.name)
		switch {
		case name == "cellXfs":
			inCells = tok == tokenOpen && !s.empty
		case tok == tokenOpen && name == "numFmt":
			id, _ := s.attr("numFmtId")
			code, _ := s.attr("formatCode")
			if n, err := strconv.Atoi(id); err == nil {
				custom[n] = formatOf(code)
			}
		case tok == tokenOpen && name == "xf" && inCells:
			id, _ := s.attr("numFmtId")
			n, _ := strconv.Atoi(id)
			format, ok := custom[n]
			if !ok {
				format = builtinFormat(n)
			}
			out = append(out, format)
		}
	}
	return out
}

func builtinFormat(id int) cellFormat {
	switch {
	case id == 9 || id == 10:
		return grid.Percent
	case id >= 14 && id <= 17, id == 22, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id >= 57 && id <= 58:
		return grid.Date
	case id >= 18 && id <= 21, id >= 45 && id <= 47, id >= 32 && id <= 35, id >= 55 && id <= 56:
		return grid.Time
	}
	return grid.General
}

// formatOf tells what a custom format code shows, from its first section.
func formatOf(code string) cellFormat {
	if strings.EqualFold(strings.TrimSpace(code), "general") {
		return grid.General
	}
	var date, clock, minuteOrMonth, percent bool
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case ';':
			i = len(code)
		case '"':
			if end := strings.IndexByte(code[i+1:], '"'); end >= 0 {
				i += end + 1
			} else {
				i = len(code)
			}
		case '\\', '_', '*':
			i++
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				i = len(code)
				continue
			}
			inside := strings.ToLower(code[i+1 : i+end])
			clock = clock || inside != "" && strings.Trim(inside, "hms") == ""
			i += end
		case 'd', 'D', 'y', 'Y':
			date = true
		case 'h', 'H', 's', 'S':
			clock = true
		case 'm', 'M':
			minuteOrMonth = true
		case '%':
			percent = true
		}
	}
	switch {
	case date || minuteOrMonth && !clock:
		return grid.Date
	case clock:
		return grid.Time
	case percent:
		return grid.Percent
	}
	return grid.General
}
