package workbook

import (
	"bytes"
	"strconv"
	"strings"

	"voortgang/ingest/grid"
	"voortgang/internal/model"
	"voortgang/internal/xmlscan"
)

// rawCell is a cell as the XML gives it.
type rawCell struct {
	col   int
	style int
	kind  string
	// struck is true when the cell's own style strikes through.
	struck bool
	// runs tells the same of a text's parts, link is where a formula leads.
	runs runs
	link string
	// value is what stands in <v>; hasValue is true when there is a <v> with
	// something in it, or an empty one in a text formula.
	value    []byte
	hasValue bool
	inline   bool
	formula  bool
	external bool
}

// cell reads one cell whose tag was just opened, appends it to the row unless
// it is empty, and gives its column. last is the column of the cell before.
func (r *reader) cell(last int) (int, error) {
	c := rawCell{col: last + 1, kind: "n", struck: r.struck}
	for rest := r.Attrs; ; {
		var name, value []byte
		name, value, rest = xmlscan.NextAttr(rest)
		if name == nil {
			break
		}
		if len(name) != 1 {
			continue
		}
		switch name[0] {
		case 'r':
			c.col = columnOf(value, c.col)
		case 's':
			c.style = smallInt(value)
			c.struck = r.book.format(c.style).struck
		case 't':
			c.kind = cellType(value)
		}
	}
	if c.col > grid.MaxCol {
		return 0, &Failure{Reason: Damaged, Detail: "column " + strconv.Itoa(c.col), Row: r.last - 1}
	}
	if r.Empty {
		return c.col, nil
	}
	if err := r.content(&c); err != nil {
		return 0, err
	}
	if c.formula {
		r.noteFormula(&c)
	}
	if cell, ok := r.typed(&c); ok {
		cell.Marks = r.marks(&c)
		r.row.Cells = append(r.row.Cells, cell)
	}
	return c.col, nil
}

// cellType avoids making a string for each cell.
func cellType(t []byte) string {
	switch string(t) {
	case "s":
		return "s"
	case "n", "":
		return "n"
	case "str":
		return "str"
	case "inlineStr":
		return "inlineStr"
	case "b":
		return "b"
	case "e":
		return "e"
	case "d":
		return "d"
	}
	return "?"
}

// columnOf reads the letters of a cell's address.
func columnOf(address []byte, fallback int) int {
	col := 0
	for _, c := range address {
		c |= 0x20
		if c < 'a' || c > 'z' {
			break
		}
		if col > grid.MaxCol {
			return col
		}
		col = col*26 + int(c-'a') + 1
	}
	if col == 0 {
		return fallback
	}
	return col
}

// content reads the elements of a cell up to its closing tag.
func (r *reader) content(c *rawCell) error {
	r.text = r.text[:0]
	for {
		switch r.Next() {
		case xmlscan.End:
			return &Failure{Reason: Damaged, Detail: "the sheet breaks off", Row: r.last - 1}
		case xmlscan.Close:
			if len(r.Name) == 1 && r.Name[0] == 'c' {
				c.value = r.text
				return nil
			}
		case xmlscan.Open:
			switch string(r.Name) {
			case "v":
				r.text = r.characters(r.text[:0])
				c.hasValue = len(r.text) > 0 || c.kind == "str"
			case "f":
				c.formula = true
				group, _ := r.Attr("si")
				r.formula = r.characters(r.formula[:0])
				c.external = externalReference(r.formula)
				c.link = r.links.formula(r.formula, group)
			case "is":
				r.text, c.runs = r.richText(r.text[:0])
				c.inline, c.hasValue = true, true
			default:
				r.Skip()
			}
		}
	}
}

// externalReference tells whether a formula reads another workbook, which is
// written as [1]Sheet!A1 or '[1]Sheet 1'!A1, by some programs with its name:
// [hours.xlsx]Sheet!A1. Table[2021] is a column of a table.
func externalReference(formula []byte) bool {
	for at := 0; ; {
		next := bytes.IndexByte(formula[at:], '[')
		if next < 0 {
			return false
		}
		at += next + 1
		digits := at
		for digits < len(formula) && formula[digits] >= '0' && formula[digits] <= '9' {
			digits++
		}
		inTable := at > 1 && (formula[at-2] == '_' || formula[at-2] == '[' || formula[at-2] >= '0' && formula[at-2] <= '9' ||
			formula[at-2]|0x20 >= 'a' && formula[at-2]|0x20 <= 'z' || formula[at-2] >= 0x80)
		if digits > at && digits < len(formula) && formula[digits] == ']' && !inTable {
			return true
		}
		if end := bytes.IndexByte(formula[at:], ']'); end > 0 && !inTable && workbookName(formula[at:at+end]) {
			return true
		}
	}
}

// workbookName tells whether a name ends as those of workbooks do.
func workbookName(name []byte) bool {
	dot := bytes.LastIndexByte(name, '.')
	if dot < 1 {
		return false
	}
	switch strings.ToLower(string(name[dot:])) {
	case ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv":
		return true
	}
	return false
}

func (r *reader) noteFormula(c *rawCell) {
	facts := r.sheet.Facts
	facts.FormulaCount++
	if len(facts.Formulas) < model.MaxFormulas {
		facts.Formulas = append(facts.Formulas, model.Formula{
			Row: int32(r.last), Col: int32(c.col), Stored: c.hasValue, External: c.external})
	}
}

// typed gives the cell; false when it is empty.
func (r *reader) typed(c *rawCell) (grid.Cell, bool) {
	out := grid.Cell{Col: c.col, Formula: c.formula}
	if !c.hasValue {
		out.Kind = grid.Unstored
		return out, c.formula
	}
	kind := c.kind
	if c.inline {
		kind = "inlineStr"
	}
	switch kind {
	case "s":
		at := smallInt(bytes.TrimSpace(c.value))
		if at < 0 || at >= len(r.book.texts) {
			out.Kind = grid.Lost
			r.book.TextsDamaged = r.book.TextsDamaged || len(r.book.texts) == 0
			return out, true
		}
		out.Kind, out.Text = grid.Text, r.book.texts[at]
		c.runs = r.book.formed[at]
		return out, out.Text != ""
	case "n":
		r.number(&out, c)
		return out, out.Kind != grid.Empty
	case "inlineStr", "str", "?":
		text := c.value
		if !c.inline {
			text = decodeEscapes(text)
		}
		if blank(text) {
			return out, false
		}
		out.Kind, out.Text = grid.Text, r.intern.Of(text)
		return out, true
	}
	out.Text = r.intern.Of(bytes.TrimSpace(c.value))
	switch kind {
	case "b":
		out.Kind = grid.Bool
		switch out.Text {
		case "1", "true":
			out.Number = 1
		case "0", "false":
		default:
			out.Kind = grid.Broken
		}
	case "e":
		out.Kind = grid.Error
	case "d":
		out.Kind, out.Format = grid.ISODate, r.book.format(c.style).Format
	}
	return out, out.Text != ""
}

func (r *reader) number(out *grid.Cell, c *rawCell) {
	digits := bytes.TrimSpace(c.value)
	if len(digits) == 0 {
		return
	}
	v, ok := parseNumber(digits)
	if !ok {
		out.Kind, out.Text = grid.Broken, string(digits)
		return
	}
	out.Kind, out.Number = grid.Number, v
	if c.style > 0 {
		format := r.book.format(c.style)
		out.Format = format.Format
		if format.shows != nil {
			out.Text = format.shows.Write(v)
		}
	}
}

// marks gives what stands out in a cell; nil when nothing does.
func (r *reader) marks(c *rawCell) *grid.Marks {
	link := c.link
	if link == "" {
		link = r.links.at(c.col, r.last)
	}
	if link == "" && !c.struck && !c.runs.struck {
		return nil
	}
	marks := c.runs.marks(c.struck)
	if link != "" {
		if marks == nil {
			marks = &grid.Marks{}
		}
		marks.Link = link
	}
	return marks
}

var tens = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// parseNumber reads a number cell. Up to fifteen digits without an exponent
// are read at once: both mantissa and power of ten are exact, so the quotient
// is the nearest number.
func parseNumber(digits []byte) (float64, bool) {
	mantissa, decimals, seen := int64(0), -1, 0
	negative := digits[0] == '-'
	rest := digits
	if negative {
		rest = digits[1:]
	}
	for _, c := range rest {
		switch {
		case c >= '0' && c <= '9':
			mantissa = mantissa*10 + int64(c-'0')
			seen++
			if decimals >= 0 {
				decimals++
			}
		case c == '.' && decimals < 0:
			decimals = 0
		default:
			return slowNumber(digits)
		}
		if seen > 15 {
			return slowNumber(digits)
		}
	}
	if seen == 0 {
		return 0, false
	}
	v := float64(mantissa)
	if decimals > 0 {
		v /= tens[decimals]
	}
	if negative {
		v = -v
	}
	return v, true
}

func slowNumber(digits []byte) (float64, bool) {
	for _, c := range digits {
		// ParseFloat takes more than the format: hexadecimals, "Inf", "_".
		if (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c|0x20 != 'e' {
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(string(digits), 64)
	return v, err == nil
}
