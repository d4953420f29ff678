package workbook

import (
	"bytes"
	"strings"

	"github.com/xuri/efp"
	"github.com/xuri/excelize/v2"
)

// Calculator works out formulas again, with excelize. It takes simple ones
// only, of which every program gives the same result.
type Calculator struct {
	file *excelize.File
	// sheets are those that were read to their end.
	sheets map[string]bool
	// judged remembers cells by address: whether they may be used.
	judged map[string]verdict
}

// Calculated is a formula with its stored value and its result, both raw.
type Calculated struct{ Formula, Stored, Value string }

type verdict uint8

const (
	unsure verdict = iota
	number
	text
	// empty is a cell without content; a formula that only refers to it gives
	// 0, which excelize doesn't.
	empty
)

// Bounds of what is worked out: excelize makes an object of each cell, and
// fills the gaps between them.
const (
	maxCalculatedBytes = 16 << 20
	maxCalculatedCells = 500_000
	maxPrecedents      = 5000
	maxDepth           = 12
)

// Calculator gives nil when the workbook is too large for it, or damaged.
// Sheets that were not read before can't be referred to.
func (b *Book) Calculator() *Calculator {
	if b.Unpacked > maxCalculatedBytes || b.TextsDamaged {
		return nil
	}
	c := &Calculator{sheets: map[string]bool{}, judged: map[string]verdict{}}
	for _, s := range b.Sheets {
		c.sheets[strings.ToLower(s.Name)] = s.complete && !s.sorted && s.lastRow*s.lastCol <= maxCalculatedCells
	}
	defer func() { _ = recover() }()
	f, err := excelize.OpenReader(bytes.NewReader(b.data), excelize.Options{
		UnzipSizeLimit: b.limits.Unpacked, UnzipXMLSizeLimit: b.limits.Unpacked, RawCellValue: true,
	})
	if err != nil {
		return nil
	}
	c.file = f
	return c
}

// Close frees what the calculator holds.
func (c *Calculator) Close() { _ = c.file.Close() }

// Calculate works out the formula of a cell; false when it can't be trusted.
func (c *Calculator) Calculate(sheet, cell string) (out Calculated, ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	if c.judge(sheet, cell, 0) == unsure {
		return out, false
	}
	formula, err1 := c.file.GetCellFormula(sheet, cell)
	stored, err2 := c.file.GetCellValue(sheet, cell)
	value, err3 := c.file.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	if err1 != nil || err2 != nil || err3 != nil || strings.HasPrefix(value, "#") || strings.HasPrefix(stored, "#") {
		return out, false
	}
	switch value {
	case "TRUE", "FALSE":
		return out, false
	}
	return Calculated{Formula: strings.TrimPrefix(formula, "="), Stored: stored, Value: value}, true
}

// judge tells what a cell holds, and whether a formula in it can be trusted.
func (c *Calculator) judge(sheet, cell string, depth int) verdict {
	if !c.sheets[strings.ToLower(sheet)] || depth > maxDepth {
		return unsure
	}
	key := strings.ToLower(sheet) + "!" + cell
	if v, known := c.judged[key]; known {
		return v
	}
	c.judged[key] = unsure // a circle of formulas
	v := c.judgeCell(sheet, cell, depth)
	c.judged[key] = v
	return v
}

func (c *Calculator) judgeCell(sheet, cell string, depth int) verdict {
	formula, err := c.file.GetCellFormula(sheet, cell)
	if err != nil {
		return unsure
	}
	if formula != "" {
		return c.judgeFormula(sheet, formula, depth)
	}
	kind, err := c.file.GetCellType(sheet, cell)
	if err != nil {
		return unsure
	}
	value, err := c.file.GetCellValue(sheet, cell)
	switch {
	case err != nil:
		return unsure
	case value == "":
		return empty
	case kind == excelize.CellTypeInlineString || kind == excelize.CellTypeSharedString:
		return text
	case kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber:
		return number
	}
	return unsure
}

// numeric are the functions on numbers, textual those on text. Left out on
// purpose: whatever depends on the day, the place, chance or the language.
var (
	numeric = map[string]bool{"SUM": true, "PRODUCT": true, "ROUND": true, "ROUNDUP": true, "ROUNDDOWN": true, "ABS": true,
		"INT": true, "MIN": true, "MAX": true, "AVERAGE": true, "COUNT": true, "SQRT": true, "MOD": true}
	textual   = map[string]bool{"CONCATENATE": true, "LEFT": true, "RIGHT": true, "MID": true, "UPPER": true, "LOWER": true}
	operators = map[string]bool{"+": true, "-": true, "*": true, "/": true}
)

// judgeFormula takes formulas on numbers that only calculate, and formulas on
// text that only join and cut.
func (c *Calculator) judgeFormula(sheet, formula string, depth int) verdict {
	if len(formula) > 300 || strings.ContainsAny(formula, "[{#@%^<>") {
		return unsure
	}
	parser := efp.ExcelParser()
	calculates, joins, signed, texts, numbers, blanks := false, false, false, false, false, false
	cells, nested := 0, 0
	for _, t := range parser.Parse(formula) {
		switch {
		case t.TType == efp.TokenTypeFunction && t.TSubType == efp.TokenSubTypeStop:
			nested--
		case t.TType == efp.TokenTypeFunction && t.TSubType == efp.TokenSubTypeStart:
			nested++
			calculates = calculates || numeric[t.TValue]
			joins = joins || textual[t.TValue]
			if !numeric[t.TValue] && !textual[t.TValue] {
				return unsure
			}
		case t.TType == efp.TokenTypeOperatorInfix && t.TValue == "&":
			joins = true
		case t.TType == efp.TokenTypeOperatorInfix:
			calculates = true
			if !operators[t.TValue] {
				return unsure
			}
		case t.TType == efp.TokenTypeOperatorPrefix:
			signed = true
		case t.TType == efp.TokenTypeOperand && t.TSubType == efp.TokenSubTypeRange:
			v := c.judgeRange(sheet, t.TValue, depth, &cells)
			if v == unsure || nested == 0 && strings.Contains(t.TValue, ":") {
				return unsure // a range by itself means the cell of the same row
			}
			texts, numbers, blanks = texts || v == text, numbers || v == number, blanks || v == empty
		case t.TType == efp.TokenTypeOperand && t.TSubType == efp.TokenSubTypeText:
			texts = true
		case t.TType == efp.TokenTypeOperand && t.TSubType != efp.TokenSubTypeNumber,
			t.TType == efp.TokenTypeUnknown, t.TType == efp.TokenTypeOperatorPostfix:
			return unsure
		}
	}
	switch {
	case !calculates && !joins && blanks:
		return unsure
	case (calculates || signed) && (joins || texts), !calculates && !joins && texts && numbers:
		return unsure
	case joins && numbers:
		return unsure // how a number is written as text differs
	case joins || texts:
		return text
	}
	return number
}

// judgeRange judges the cells of a reference: a cell, or a range of them.
func (c *Calculator) judgeRange(sheet, reference string, depth int, cells *int) verdict {
	if at := strings.LastIndexByte(reference, '!'); at >= 0 {
		sheet, reference = strings.ReplaceAll(strings.Trim(reference[:at], "'"), "''", "'"), reference[at+1:]
	}
	from, to, isRange := strings.Cut(reference, ":")
	if !isRange {
		to = from
	}
	left, top, ok1 := cellName([]byte(from))
	right, bottom, ok2 := cellName([]byte(to))
	if !ok1 || !ok2 || left > right || top > bottom {
		return unsure
	}
	if *cells += (right - left + 1) * (bottom - top + 1); *cells > maxPrecedents {
		return unsure
	}
	result := empty
	for row := top; row <= bottom; row++ {
		for col := left; col <= right; col++ {
			name, err := excelize.CoordinatesToCellName(col, row)
			if err != nil {
				return unsure
			}
			switch c.judge(sheet, name, depth+1) {
			case unsure:
				return unsure
			case text:
				result = text
			case number:
				if result == empty {
					result = number
				}
			}
		}
	}
	return result
}
