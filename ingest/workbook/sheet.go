package workbook

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"voortgang/ingest/grid"
	"voortgang/internal/model"
	"voortgang/internal/xmlscan"
)

// ErrAgain is returned by Read when it meets rows out of order. Reading the
// same sheet once more then gives them in order; what came of the first
// reading must be thrown away.
var ErrAgain = errors.New("workbook: rows are out of order, read again")

// Prepare unpacks the workbook and reads what its sheets share. Read does so
// by itself; call it to know TextsDamaged beforehand.
func (b *Book) Prepare() {
	if b.prepared {
		return
	}
	b.prepared = true
	if part, err := b.unpack(b.stylesPart); err == nil {
		b.formats = readFormats(part)
	}
	struck := slices.ContainsFunc(b.formats, func(f cellFormat) bool { return f.struck })
	part, err := b.unpack(b.textsPart)
	if part != nil || err != nil {
		var complete bool
		b.texts, b.formed, complete = readTexts(part, struck)
		b.TextsDamaged = err != nil || !complete
	}
}

// Read gives the rows with content to fn, in order. It ends at the first error
// of fn, or of the sheet: a *Failure, ErrAgain, or the context's. Facts is
// filled when it returns.
func (s *Sheet) Read(ctx context.Context, fn func(*grid.Row) error) error {
	if !s.Worksheet {
		return damaged("%s is no worksheet", s.Name)
	}
	s.book.Prepare()
	part, err := s.book.unpack(s.part)
	if err != nil {
		return err
	}
	if part == nil {
		return damaged("the part of sheet %s is missing", s.Name)
	}
	*s.Facts = model.SheetFacts{}
	r := reader{scanner: scan(part), ctx: ctx, sheet: s, book: s.book, intern: grid.Interner{}, fn: fn}
	r.afterCells()
	if s.sorted {
		err = r.collected()
	} else {
		err = r.wholeSheet()
	}
	s.complete, s.lastRow = err == nil, r.last
	if len(s.Facts.HiddenRows) > 0 {
		s.Facts.Filtered = r.filter || s.filteredTable()
	}
	if errors.Is(err, grid.ErrStop) {
		return nil
	}
	return err
}

// afterCells reads what stands after the cells and has to be known before
// them.
func (r *reader) afterCells() {
	rest, ok := r.Behind("sheetData")
	if !ok {
		return
	}
	s := scanner{rest}
	var relations map[string]relation
	for s.Child(1) {
		switch string(s.Name) {
		case "autoFilter":
			r.filter = s.filters()
		case "mergeCells":
			for in := s.Inside(); s.Child(in); {
				if area, ok := s.area(); ok && string(s.Name) == "mergeCell" {
					r.sheet.Facts.Merged = append(r.sheet.Facts.Merged, area)
				}
			}
		case "hyperlinks":
			if relations == nil {
				relations, _ = r.book.relations(r.sheet.part) // links that can't be read lead nowhere
			}
			for in := s.Inside(); s.Child(in); {
				if area, ok := s.area(); ok && string(s.Name) == "hyperlink" {
					r.links.add(area, s.target(relations))
				}
			}
		}
	}
}

// area reads the cells that an element is about, from its attribute ref.
func (s *scanner) area() (model.Area, bool) {
	ref, _ := s.Attr("ref")
	from, to, isRange := bytes.Cut([]byte(ref), []byte(":"))
	if !isRange {
		to = from
	}
	left, top, ok1 := cellName(from)
	right, bottom, ok2 := cellName(to)
	return model.Area{Left: left, Top: top, Right: right, Bottom: bottom}, ok1 && ok2 && left <= right && top <= bottom
}

// filters tells whether the filter that was just opened has a condition.
func (s *scanner) filters() bool {
	some := false
	for in := s.Inside(); s.Child(in); {
		some = some || string(s.Name) == "filterColumn"
	}
	return some
}

// filteredTable tells whether a filter with a condition is set on one of the
// sheet's tables.
func (s *Sheet) filteredTable() bool {
	relations, err := s.book.relations(s.part)
	if err != nil {
		return false
	}
	for _, r := range relations {
		if !strings.HasSuffix(r.kind, "/table") {
			continue
		}
		part, err := s.book.unpack(r.target)
		table := scan(part)
		for in := table.Inside(); err == nil && table.Child(in); {
			if string(table.Name) == "autoFilter" && table.filters() {
				return true
			}
		}
	}
	return false
}

// cellName reads "B12" (or "$B$12").
func cellName(name []byte) (col, row int, ok bool) {
	for i, c := range name {
		switch {
		case c == '$':
		case c >= '0' && c <= '9':
			row, err := strconv.Atoi(string(bytes.ReplaceAll(name[i:], []byte("$"), nil)))
			return col, row, err == nil && col >= 1 && col <= grid.MaxCol && row >= 1 && row <= grid.MaxRow
		default:
			c |= 0x20
			if c < 'a' || c > 'z' || col > grid.MaxCol {
				return 0, 0, false
			}
			col = col*26 + int(c-'a') + 1
		}
	}
	return 0, 0, false
}

// reader reads the rows of one sheet.
type reader struct {
	scanner
	ctx    context.Context
	sheet  *Sheet
	book   *Book
	intern grid.Interner
	fn     func(*grid.Row) error
	row    grid.Row
	// last is the number of the row read last.
	last int
	// seen counts rows, so that the deadline is looked at now and then.
	seen          int
	text, formula []byte
	// filter is true when the sheet's filter has a condition.
	filter bool
	links  links
	// struck is true in a row that is struck through as a whole.
	struck bool
}

// wholeSheet walks over the part up to the end of the cells.
func (r *reader) wholeSheet() error {
	for in := r.Inside(); r.Child(in); {
		switch string(r.Name) {
		case "cols":
			for in := r.Inside(); r.Child(in); {
				if string(r.Name) == "col" {
					r.column()
				}
			}
		case "sheetData":
			if r.Empty {
				return nil
			}
			return r.rows()
		}
	}
	if r.Broken {
		return &Failure{Reason: Damaged, Detail: "the sheet breaks off", Row: r.last}
	}
	return nil
}

func (r *reader) column() {
	// A width of nothing hides a column too.
	if width, ok := r.Attr("width"); !r.Flag("hidden") && !(ok && zero([]byte(width))) {
		return
	}
	from, _ := r.Attr("min")
	to, _ := r.Attr("max")
	first, err1 := strconv.Atoi(from)
	last, err2 := strconv.Atoi(to)
	if err1 == nil && err2 == nil && first >= 1 && last <= grid.MaxCol && first <= last {
		r.sheet.Facts.HiddenColumns = append(r.sheet.Facts.HiddenColumns, model.Span{First: first, Last: last})
	}
}

// rows reads up to the end of sheetData.
func (r *reader) rows() error {
	for {
		switch r.Next() {
		case xmlscan.End:
			return &Failure{Reason: Damaged, Detail: "the sheet breaks off", Row: r.last}
		case xmlscan.Close:
			if string(r.Name) == "sheetData" {
				return nil
			}
		case xmlscan.Open:
			if string(r.Name) != "row" {
				r.Skip()
				continue
			}
			if err := r.oneRow(); err != nil {
				return err
			}
		}
	}
}

// oneRow reads one row and gives it to fn when it has content.
func (r *reader) oneRow() error {
	if r.seen++; r.seen&255 == 0 {
		if err := r.ctx.Err(); err != nil {
			return err
		}
	}
	number, hidden, err := r.rowHead()
	if err != nil {
		return err
	}
	if number <= r.last && !r.sheet.sorted {
		r.sheet.sorted = true
		return ErrAgain
	}
	r.last = number
	if r.Empty {
		return nil
	}
	r.row.Number, r.row.Hidden = number, hidden
	r.row.Cells = r.row.Cells[:0]
	if err := r.cells(); err != nil {
		return err
	}
	if len(r.row.Cells) == 0 {
		return nil
	}
	if hidden {
		r.sheet.Facts.HiddenRows = addToSpans(r.sheet.Facts.HiddenRows, number)
	}
	return r.fn(&r.row)
}

func addToSpans(spans []model.Span, n int) []model.Span {
	if k := len(spans) - 1; k >= 0 && spans[k].Last == n-1 {
		spans[k].Last = n
		return spans
	}
	return append(spans, model.Span{First: n, Last: n})
}

func (r *reader) rowHead() (number int, hidden bool, err error) {
	number = r.last + 1
	r.struck = false
	style, custom := 0, false
	for rest := r.Attrs; ; {
		var name, value []byte
		name, value, rest = xmlscan.NextAttr(rest)
		if name == nil {
			break
		}
		switch string(name) {
		case "r":
			if number = smallInt(value); number < 1 || number > grid.MaxRow {
				return 0, false, &Failure{Reason: Damaged, Detail: "row number " + clip(value), Row: r.last}
			}
		case "hidden":
			hidden = hidden || len(value) > 0 && (value[0] == '1' || value[0] == 't')
		case "ht":
			// A height of nothing hides a row too.
			hidden = hidden || zero(value)
		case "s":
			style = smallInt(value)
		case "customFormat":
			custom = string(value) == "1" || string(value) == "true"
		}
	}
	r.struck = custom && r.book.format(style).struck
	if number > grid.MaxRow {
		return 0, false, &Failure{Reason: Damaged, Detail: "too many rows", Row: r.last}
	}
	return number, hidden, nil
}

// zero tells whether a length is written as nothing: "0", "0.0".
func zero(length []byte) bool {
	return len(length) > 0 && len(bytes.Trim(length, "0.")) == 0
}

// smallInt reads a number of at most nine digits; -1 when it is no such number.
func smallInt(digits []byte) int {
	if len(digits) == 0 || len(digits) > 9 {
		return -1
	}
	n := 0
	for _, c := range digits {
		if c < '0' || c > '9' {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}

func clip(b []byte) string { return string(b[:min(len(b), 40)]) }

// cells reads up to the end of the row.
func (r *reader) cells() error {
	col, inOrder := 0, true
	for {
		switch r.Next() {
		case xmlscan.End:
			return &Failure{Reason: Damaged, Detail: "the sheet breaks off", Row: r.last - 1}
		case xmlscan.Close:
			if string(r.Name) == "row" {
				r.sheet.lastCol = max(r.sheet.lastCol, col)
				if !inOrder {
					r.row.Cells = sortCells(r.row.Cells)
				}
				return nil
			}
		case xmlscan.Open:
			if string(r.Name) != "c" {
				r.Skip()
				continue
			}
			next, err := r.cell(col)
			if err != nil {
				return err
			}
			inOrder = inOrder && next > col
			col = next
		}
	}
}

// sortCells puts cells in order of column; of two in one column the last wins.
func sortCells(cells []grid.Cell) []grid.Cell {
	slices.SortStableFunc(cells, func(a, b grid.Cell) int { return a.Col - b.Col })
	out := cells[:0]
	for _, c := range cells {
		if n := len(out); n > 0 && out[n-1].Col == c.Col {
			out[n-1] = c
			continue
		}
		out = append(out, c)
	}
	return out
}

// collected reads all rows first and gives them in order. Rows with the same
// number become one.
func (r *reader) collected() error {
	var all []*grid.Row
	give := r.fn
	r.fn = func(row *grid.Row) error {
		all = append(all, row.Clone())
		return nil
	}
	failure := r.wholeSheet()
	slices.SortStableFunc(all, func(a, b *grid.Row) int { return a.Number - b.Number })
	for i := 0; i < len(all); {
		row := all[i]
		for i++; i < len(all) && all[i].Number == row.Number; i++ {
			row.Cells = sortCells(append(row.Cells, all[i].Cells...))
		}
		if err := give(row); err != nil {
			return err
		}
	}
	return failure
}
