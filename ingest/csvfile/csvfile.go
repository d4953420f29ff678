// Package csvfile reads CSV files as Excel in Flanders would open them: ';',
// ',' or tab between the cells, text in UTF-8, UTF-16 or Windows-1252. Rows
// and columns are numbered as Excel would show them.
package csvfile

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"voortgang/ingest/grid"
)

// OpenQuote is the place of a cell that begins with a quote that isn't closed.
// The quote is read as a part of the text.
type OpenQuote struct{ Row, Col int }

// ErrTooWide is returned for a row with more cells, or a file with more rows,
// than a sheet can have.
var ErrTooWide = errors.New("csvfile: more rows or columns than a sheet has")

// File is a CSV file in memory.
type File struct {
	text string
	sep  byte
	// Quotes are the quotes that aren't closed; known after Read.
	Quotes []OpenQuote
}

// Open finds the encoding and the separator.
func Open(data []byte) (*File, error) {
	text, err := decode(data)
	if err != nil {
		return nil, err
	}
	f := &File{text: text}
	if sep, rest, ok := declared(text); ok {
		// Excel doesn't show this line, so it isn't counted.
		f.sep, f.text = sep, rest
	} else {
		f.sep = guess(text)
	}
	return f, nil
}

// decode brings the bytes into UTF-8.
func decode(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte{0xef, 0xbb, 0xbf}):
		data = data[3:]
		if !utf8.Valid(data) {
			return string(bytes.ToValidUTF8(data, []byte("\uFFFD"))), nil
		}
		return string(data), nil
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return decodeUTF16(data, unicode.LittleEndian, unicode.UseBOM)
	case looksUTF16(data, 1):
		return decodeUTF16(data, unicode.LittleEndian, unicode.IgnoreBOM)
	case looksUTF16(data, 0):
		return decodeUTF16(data, unicode.BigEndian, unicode.IgnoreBOM)
	case utf8.Valid(data):
		return string(data), nil
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return "", fmt.Errorf("csvfile: %w", err)
	}
	return string(out), nil
}

func decodeUTF16(data []byte, order unicode.Endianness, bom unicode.BOMPolicy) (string, error) {
	out, err := unicode.UTF16(order, bom).NewDecoder().Bytes(data)
	if err != nil {
		return "", fmt.Errorf("csvfile: %w", err)
	}
	return string(out), nil
}

// looksUTF16 tells whether nearly all bytes at odd (1) or even (0) places of
// the beginning are zero, as in plain text written in two bytes a character.
func looksUTF16(data []byte, parity int) bool {
	head := data[:min(len(data), 400)]
	zeros := 0
	for i := parity; i < len(head); i += 2 {
		if head[i] == 0 {
			zeros++
		}
	}
	return len(head) >= 4 && zeros*10 > len(head)/2*9
}

// declared reads a first line "sep=;".
func declared(text string) (sep byte, rest string, ok bool) {
	line, rest, _ := strings.Cut(text, "\n")
	line = strings.Trim(strings.TrimRight(line, "\r"), `"`)
	if len(line) == 5 && strings.EqualFold(line[:4], "sep=") {
		return line[4], rest, true
	}
	return 0, "", false
}

// guess finds the separator: the one that cuts most of the first rows into
// the same number of cells, more than one.
func guess(text string) byte {
	best, bestScore := byte(';'), 0
	for _, sep := range [...]byte{';', '\t', ','} {
		counts, rows := map[int]int{}, 0
		p := parser{text: text, sep: sep}
		for rows < 50 && p.pos < len(p.text) {
			cells := 0
			p.record(func(string) { cells++ }, nil)
			if cells > 1 {
				counts[cells]++
			}
			rows++
		}
		score := 0
		for cells, n := range counts {
			score = max(score, n*100+min(cells, 99))
		}
		if score > bestScore {
			best, bestScore = sep, score
		}
	}
	return best
}

// Read gives the rows with content to fn. It ends at the first error of fn,
// at the context's, or with ErrTooWide.
func (f *File) Read(ctx context.Context, fn func(*grid.Row) error) error {
	f.Quotes = nil
	p := parser{text: f.text, sep: f.sep}
	var row grid.Row
	seen := map[string]string{}
	for number := 1; p.pos < len(p.text); number++ {
		if number&255 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if number > grid.MaxRow {
			return ErrTooWide
		}
		row.Number, row.Cells = number, row.Cells[:0]
		col := 0
		p.record(func(text string) {
			if col++; !grid.IsBlank(text) {
				row.Cells = append(row.Cells, grid.Cell{Col: col, Kind: grid.Text, Text: intern(seen, formulaText(text))})
			}
		}, func() {
			f.Quotes = append(f.Quotes, OpenQuote{Row: number, Col: col + 1})
		})
		if col > grid.MaxCol {
			return ErrTooWide
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
func formulaText(text string) string {
	if len(text) > 3 && strings.HasPrefix(text, `="`) && strings.HasSuffix(text, `"`) {
		return text[2 : len(text)-1]
	}
	return text
}

// intern copies a short text out of the file's text, once for all that are
// equal, so that a record doesn't keep the whole file in memory.
func intern(seen map[string]string, text string) string {
	if len(text) > 64 {
		return strings.Clone(text)
	}
	if s, ok := seen[text]; ok {
		return s
	}
	s := strings.Clone(text)
	if len(seen) < 1<<16 {
		seen[s] = s
	}
	return s
}
