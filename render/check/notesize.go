package check

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/xuri/excelize/v2"

	"voortgang/internal/source"
)

// A note is tied to the rows that it covers, and the library counts on rows of
// one line where the workbook says no height. A program that opens the copy
// makes rows as high as their texts, and notes on tall rows would grow along.
// So heights are estimated, and the end of each note is put where it is as
// large as its text needs.

const (
	noteWidth     = 320
	maxNoteHeight = 400
	// linePixels is the height of a row of one line on the screen.
	linePixels = 20
	// maxNoteRows is how many rows a note can cover.
	maxNoteRows = maxNoteHeight/linePixels + 1
	// maxRowLines is how many lines the highest row has.
	maxRowLines = 27
	// pointsPerPixel is what a screen of the usual kind has.
	pointsPerPixel = 0.75
)

var (
	anchorForm    = regexp.MustCompile(`(<x:Anchor>\d+, \d+, \d+, \d+, \d+, \d+, )\d+, \d+(</x:Anchor>)`)
	noteStyleForm = regexp.MustCompile(`width:[\d.]+pt;height:[\d.]+pt`)
)

// heights gives the heights of rows in pixels; one that isn't in it has one
// line.
type heights map[int]int

// heightsNear estimates the heights of the rows that notes on cells cover.
func (c *copybook) heightsNear(sheet string, notes []noted) (heights, error) {
	wanted, last := map[int]bool{}, 0
	for _, n := range notes {
		for row := n.ref.Row; row < n.ref.Row+maxNoteRows; row++ {
			wanted[row] = true
			last = max(last, row)
		}
	}
	rows, err := c.f.Rows(sheet)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out, wraps := heights{}, map[int]bool{}
	for row := 1; row <= last && rows.Next(); row++ {
		if !wanted[row] {
			continue
		}
		opts := rows.GetRowOpts()
		texts, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, err
		}
		switch {
		case opts.Hidden && !slices.ContainsFunc(notes, func(n noted) bool { return n.ref.Row == row }):
			out[row] = 0
		case opts.Height > 0:
			out[row] = int(opts.Height / pointsPerPixel)
		default:
			out[row] = linePixels * c.linesOfRow(sheet, row, texts, wraps)
		}
	}
	return out, nil
}

// linesOfRow is how many lines the longest text of a row takes. wraps keeps for
// each column whether its texts go on below themselves.
func (c *copybook) linesOfRow(sheet string, row int, texts []string, wraps map[int]bool) int {
	most := 1
	for i, text := range texts {
		ref := source.Ref{Col: i + 1, Row: row}
		if _, merged := c.merged[ref]; merged || len(text) < 10 {
			continue
		}
		name, err := excelize.ColumnNumberToName(ref.Col)
		if err != nil {
			continue
		}
		width, err := c.f.GetColWidth(sheet, name)
		if err != nil || width < 1 {
			continue
		}
		lines := linesIn(text, width)
		if lines <= most {
			continue
		}
		wrap, known := wraps[ref.Col]
		if !known {
			wrap = c.wrapsText(sheet, ref.Cell())
			wraps[ref.Col] = wrap
		}
		if wrap {
			most = lines
		}
	}
	return min(most, maxRowLines)
}

func (c *copybook) wrapsText(sheet, cell string) bool {
	id, err := c.f.GetCellStyle(sheet, cell)
	if err != nil {
		return false
	}
	style, err := c.f.GetStyle(id)
	return err == nil && style.Alignment != nil && style.Alignment.WrapText
}

// end gives the row, from 0, and the pixels in it where a note ends that begins
// at the top of a row.
func (h heights) end(row, height int) (int, int) {
	for {
		of, known := h[row]
		if !known {
			of = linePixels
		}
		if height <= of {
			return row - 1, height
		}
		height -= of
		row++
	}
}

// shapeCounts are the numbers of shapes per part with notes.
func (c *copybook) shapeCounts() map[string]int {
	out := map[string]int{}
	for part, drawing := range c.f.VMLDrawing {
		if drawing != nil {
			out[part] = len(drawing.Shape)
		}
	}
	return out
}

// fixSize gives the note that was made last its size. before are the numbers
// of shapes without it.
func (c *copybook) fixSize(before map[string]int, row, height int) {
	for part, drawing := range c.f.VMLDrawing {
		if drawing == nil || len(drawing.Shape) == 0 || len(drawing.Shape) == before[part] {
			continue
		}
		shape := &drawing.Shape[len(drawing.Shape)-1]
		end, offset := c.heights.end(row, height)
		shape.Val = anchorForm.ReplaceAllString(shape.Val, fmt.Sprintf("${1}%d, %d${2}", end, offset))
		shape.Style = noteStyleForm.ReplaceAllString(shape.Style, fmt.Sprintf("width:%gpt;height:%gpt", noteWidth*pointsPerPixel, float64(height)*pointsPerPixel))
	}
}
