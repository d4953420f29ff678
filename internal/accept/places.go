package accept

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// Places says of a cell which row it is in, by what stands in that row, and of
// a place in a text which words are around it: rows and lines move.
type Places struct {
	data   *model.Dataset
	texts  map[string]string
	sheets map[[2]string]*source.Sheet
	rows   map[column]map[int]string
}

// column is a column of a sheet: the key of a row doesn't hold the value that
// is doubted.
type column struct {
	sheet *source.Sheet
	index int
}

// spot is where a finding is, whatever its address.
type spot struct {
	column, around string
	rows           []string
}

// NewPlaces looks nothing up until it is asked.
func NewPlaces(data *model.Dataset, texts []*model.Narrative) *Places {
	p := &Places{data: data, texts: map[string]string{}, sheets: map[[2]string]*source.Sheet{}, rows: map[column]map[int]string{}}
	for _, t := range texts {
		p.texts[t.Path] = t.Text
	}
	for _, f := range data.Files {
		for _, s := range f.Sheets {
			if s.Source != nil {
				p.sheets[[2]string{f.Path, s.Name}] = s.Source
			}
		}
	}
	return p
}

func (p *Places) of(f finding.Finding) spot {
	if f.Ref.Line > 0 {
		return spot{around: around(p.texts[f.Ref.File], f.Ref.Line, f.Ref.Char)}
	}
	s := spot{column: f.Column}
	for _, r := range all(f) {
		s.rows = append(s.rows, p.row(f.Column, r))
	}
	return s
}

// row gives the key of a row; of one that no record was made of, its address.
func (p *Places) row(name string, r source.Ref) string {
	sheet := p.sheets[[2]string{r.File, r.Sheet}]
	if sheet == nil {
		return r.Cell()
	}
	line := r.Row
	if sheet.Vertical {
		line = r.Col
	}
	if key := p.keys(sheet, name)[line]; key != "" {
		return key
	}
	return r.Cell()
}

// keys gives the key of each row of a sheet, once for a column.
func (p *Places) keys(sheet *source.Sheet, name string) map[int]string {
	decl := p.decl(sheet)
	if decl == nil {
		return nil
	}
	at := column{sheet, decl.Column(name)}
	if keys, done := p.rows[at]; done {
		return keys
	}
	keys, times := map[int]string{}, map[string]int{}
	var buf []any
	for r := range p.data.Records(decl) {
		row := r.Base().Row
		if row.Sheet != sheet {
			continue
		}
		buf = r.Fields(buf[:0])
		key := keyOf(decl, buf, at.index)
		if times[key]++; times[key] > 1 {
			key = fmt.Sprintf("%s (%d)", key, times[key])
		}
		keys[row.Number] = key
	}
	p.rows[at] = keys
	return keys
}

func (p *Places) decl(sheet *source.Sheet) *model.Sheet {
	for _, f := range p.data.Files {
		for _, s := range f.Sheets {
			if s.Source == sheet {
				return s.Decl
			}
		}
	}
	return nil
}

// keyOf tells a row from others by the columns of the sheet's key. Where there
// is none, or a part of it is empty, by what else names a row: days, names and
// choices.
func keyOf(decl *model.Sheet, fields []any, doubted int) string {
	var parts []string
	for _, c := range decl.Key {
		if s := word(fields[c]); s != "" {
			parts = append(parts, s)
		}
	}
	if len(parts) < len(decl.Key) || len(parts) == 0 {
		parts = nil
		for i, c := range decl.Columns {
			if s := word(fields[i]); i != doubted && s != "" && c.Kind != model.Text && c.Kind != model.Decimal && c.Kind != model.Whole {
				parts = append(parts, s)
			}
		}
	}
	return strings.Join(parts, " · ")
}

func word(field any) string {
	switch v := field.(type) {
	case *string:
		return *v
	case *time.Time:
		if !v.IsZero() {
			return v.Format(time.DateOnly)
		}
	case *model.Period:
		return v.Text
	case *model.Number:
		if v.Known {
			return strconv.FormatFloat(v.Value, 'f', -1, 64)
		}
	case *int:
		if *v != 0 {
			return strconv.Itoa(*v)
		}
	case *[]string:
		return strings.Join(*v, "; ")
	}
	return ""
}

// Words that are kept before and from a place in a text, and how far they are
// looked for.
const (
	wordsBefore, wordsFrom = 4, 6
	farthest               = 300
)

// around gives the words at a place in a text; line ends are spaces, so that
// words may move to another line.
func around(text string, line, char int) string {
	at := 0
	for range line - 1 {
		next := strings.IndexByte(text[at:], '\n')
		if next < 0 {
			return ""
		}
		at += next + 1
	}
	for range max(char-1, 0) {
		if at >= len(text) || text[at] == '\n' {
			break
		}
		at++
		for at < len(text) && text[at]&0xC0 == 0x80 {
			at++
		}
	}
	before := strings.Fields(strings.ToValidUTF8(text[max(0, at-farthest):at], ""))
	from := strings.Fields(strings.ToValidUTF8(text[at:min(len(text), at+farthest)], ""))
	return strings.Join(append(before[max(0, len(before)-wordsBefore):], from[:min(len(from), wordsFrom)]...), " ")
}
