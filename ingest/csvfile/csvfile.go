// Package csvfile reads CSV files as Excel in Flanders would open them: ';',
// ',', tab or '|' between the cells, text in UTF-8, UTF-16 or an old encoding
// of one byte a character. Rows and columns are numbered as Excel would show
// them.
package csvfile

import (
	"context"
	"errors"
	"fmt"

	"voortgang/ingest/grid"
	"voortgang/internal/garbled"
	"voortgang/internal/separated"
)

// OpenQuote is the place of a cell with a quote that has no counterpart. The
// quote is left out.
type OpenQuote struct{ Row, Col int }

// LimitError says that a file holds more than a sheet can.
type LimitError struct {
	Limit Limit
	// Row is the row where reading ended.
	Row int
}

// Limit is what is too much.
type Limit int

// The limits. Excel cuts a cell at 32,767 characters; MaxCell leaves room for
// texts that were never in Excel.
const (
	Rows Limit = iota
	Columns
	CellLength
)

// MaxCell is the most that one cell may hold, in bytes.
const MaxCell = 1 << 20

// Error implements error.
func (e *LimitError) Error() string {
	return fmt.Sprintf("csvfile: row %d: too many %s", e.Row, [...]string{"rows", "columns", "characters in a cell"}[e.Limit])
}

// File is a CSV file in memory.
type File struct {
	text separated.Text
	// Encoding is how the bytes were read.
	Encoding garbled.Encoding
	// Quotes are the quotes without a counterpart; known after Read.
	Quotes []OpenQuote
}

// Open finds the encoding and the separator. data must not be changed while
// the file is read.
func Open(data []byte) *File {
	text, encoding := garbled.Decode(data)
	return &File{text: separated.Open(text, grid.MaxCol), Encoding: encoding}
}

// Read gives the rows with content to fn. It ends at the first error of fn,
// at the context's, or with a *LimitError.
func (f *File) Read(ctx context.Context, fn func(*grid.Row) error) error {
	f.Quotes = nil
	records := f.text.Records()
	var row grid.Row
	seen := grid.Interner{}
	for number := 1; records.More(); number++ {
		if number&255 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if number > grid.MaxRow {
			return &LimitError{Rows, number}
		}
		row.Number, row.Cells = number, row.Cells[:0]
		col := 0
		var beyond *LimitError
		records.Next(func(raw []byte) bool {
			switch col++; {
			case col > grid.MaxCol:
				beyond = &LimitError{Columns, number}
			case len(raw) > MaxCell:
				beyond = &LimitError{CellLength, number}
			case len(raw) > 0:
				if text := seen.Of(formulaText(raw)); !grid.IsBlank(text) {
					cell := grid.Cell{Col: col, Kind: grid.Text, Text: text}
					if text[0] == '=' {
						cell.Marks = linked(text)
					}
					row.Cells = append(row.Cells, cell)
				}
			}
			return beyond == nil
		}, func() {
			f.Quotes = append(f.Quotes, OpenQuote{Row: number, Col: col + 1})
		})
		if beyond != nil {
			return beyond
		}
		if len(row.Cells) == 0 {
			continue
		}
		if err := fn(&row); err != nil {
			if errors.Is(err, grid.ErrStop) {
				return nil
			}
			return err
		}
	}
	return nil
}

// formulaText undoes ="001", with which programs keep Excel from reading a
// code as a number.
func formulaText(text []byte) []byte {
	if len(text) > 3 && text[0] == '=' && text[1] == '"' && text[len(text)-1] == '"' {
		return text[2 : len(text)-1]
	}
	return text
}

// linked gives the link that a formula =HYPERLINK("https://…";"word") makes.
func linked(text string) *grid.Marks {
	if link := grid.Hyperlink(text); link != "" {
		return &grid.Marks{Link: link}
	}
	return nil
}
