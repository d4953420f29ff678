package report

import (
	"slices"
	"strconv"
	"unicode"

	"voortgang/internal/cite"
	"voortgang/internal/document"
	"voortgang/internal/dutch"
	"voortgang/internal/model"
	"voortgang/internal/prose"
)

// upperFirst writes the first letter large: "artikel" heads a row as "Artikel".
// A word of which the second letter is large, such as "tvOost", stays.
func upperFirst(s string) string {
	r := []rune(s)
	if len(r) == 0 || len(r) > 1 && unicode.IsUpper(r[1]) {
		return s
	}
	return string(unicode.ToUpper(r[0])) + string(r[1:])
}

// lowerFirst writes the first letter small, unless the word is a code or an
// abbreviation.
func lowerFirst(s string) string {
	r := []rune(s)
	if len(r) < 2 || !unicode.IsLower(r[1]) {
		return s
	}
	return string(unicode.ToLower(r[0])) + string(r[1:])
}

func textCell(s string) document.Cell { return document.Cell{Text: prose.Text(s)} }

func textCells(values ...string) []document.Cell {
	out := make([]document.Cell, len(values))
	for i, v := range values {
		out[i] = textCell(v)
	}
	return out
}

func row(values ...string) document.Row { return document.Row{Cells: textCells(values...)} }

func totalRow(values ...string) document.Row {
	return document.Row{Kind: document.Total, Cells: textCells(values...)}
}

func left(head string) document.Column { return document.Column{Head: head, Align: prose.Left} }

func right(head string) document.Column { return document.Column{Head: head, Align: prose.Right} }

// measure is a column of a table of figures: what stands behind the slug of a
// part in the key, and the key of the total below it ("" leaves it empty).
type measure struct {
	head                  string
	prefix, suffix, total string
	// year is the year of the values; 0 is the report's. diff gives the
	// difference of the report's year with the one before instead.
	year int
	diff bool
}

// table makes a table with the parts as rows and measures as columns. Rows
// below it are added by the caller.
func (b *builder) table(caption, first string, parts []split, columns []measure) document.Table {
	t := document.Table{Caption: caption, RowHeaders: true, Columns: []document.Column{{Head: first, Weight: 4}}}
	for _, m := range columns {
		t.Columns = append(t.Columns, right(m.head))
	}
	for _, p := range parts {
		cells := []document.Cell{textCell(upperFirst(p.label))}
		for _, m := range columns {
			cells = append(cells, b.value(m.prefix+"."+p.slug+m.suffix, m))
		}
		t.Rows = append(t.Rows, document.Row{Cells: cells})
	}
	return t
}

// total adds a row of totals to a table.
func (b *builder) total(t *document.Table, label string, columns []measure) {
	cells := []document.Cell{textCell(label)}
	for _, m := range columns {
		if m.total == "" {
			cells = append(cells, document.Cell{})
			continue
		}
		cells = append(cells, b.value(m.total, m))
	}
	t.Rows = append(t.Rows, document.Row{Kind: document.Total, Cells: cells})
}

// value writes a figure for a column of a table.
func (b *builder) value(key string, m measure) document.Cell {
	f := b.fig(key)
	switch {
	case m.diff:
		return textCell(difference(f))
	case m.year != 0:
		return textCell(bare(f, f.In(m.year)))
	}
	return textCell(bare(f, f.Now))
}

// yearly makes the columns of a figure for the year before, when there is one,
// this year, and the difference. name stands before the year in the head; it
// may be empty.
func (b *builder) yearly(name, prefix, suffix, total string) []measure {
	head := func(text string) string {
		if name == "" {
			return text
		}
		return name + " " + text
	}
	now := measure{head: head(b.yearText), prefix: prefix, suffix: suffix, total: total}
	if !b.compared(total) {
		return []measure{now}
	}
	before, diff := now, now
	before.head, before.year = head(strconv.Itoa(b.year-1)), b.year-1
	diff.head, diff.diff = "Verschil", true
	return []measure{before, now, diff}
}

// withoutDifference drops the columns that compare two years.
func withoutDifference(columns []measure) []measure {
	return slices.DeleteFunc(columns, func(m measure) bool { return m.diff })
}

// difference writes how much a figure changed since the year before, with its
// sign: "+5,26", "−3", "0".
func difference(f *model.Figure) string {
	before := f.Previous()
	switch {
	case f.Now.Withheld != model.Shown || before.Withheld != model.Shown:
		return cite.Withheld(model.Value{Withheld: model.Covered})
	case !f.Now.Known || !before.Known:
		return dash
	}
	delta := dutch.Round(f.Now.Value-before.Value, f.Decimals)
	text := dutch.Number(delta, f.Decimals)
	if delta > 0 {
		return "+" + text
	}
	return text
}

// key is the small line under a table or a chart that names its figures.
func key(pattern string) []prose.Inline {
	return []prose.Inline{{Text: "Sleutel: " + pattern}}
}
