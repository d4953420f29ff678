package workdir

import (
	"bytes"
	"fmt"

	"github.com/xuri/excelize/v2"
)

// written is the moment that stands in every workbook as created and modified:
// a clock would make other bytes each time.
const written = "2022-01-31T09:00:00Z"

// Colours of the workbooks; quiet, so that what people fill in stands out.
const (
	headFill  = "#004488"
	titleInk  = "#004488"
	helpInk   = "#5A5A5A"
	labelFill = "#F2F5F8"
	ruleGrey  = "#C9CDD2"
)

// workbook is one workbook in the making.
type workbook struct {
	file   *excelize.File
	sheets int
	styles styles
	err    error
}

// styles are the numbers of the cell styles of one workbook.
type styles struct {
	title, help, head, headRequired       int
	text, wrap, date, decimal, whole, sum int
	label, period                         int
}

// newWorkbook starts a workbook with a title for its properties.
func newWorkbook(title, author string) (*workbook, error) {
	w := &workbook{file: excelize.NewFile()}
	err := w.file.SetDocProps(&excelize.DocProperties{
		Title: title, Creator: author, LastModifiedBy: author,
		Created: written, Modified: written, Language: "nl-BE",
	})
	if err != nil {
		return nil, err
	}
	w.addStyles()
	return w, w.err
}

func (w *workbook) addStyles() {
	top := &excelize.Alignment{Vertical: "top"}
	line := []excelize.Border{{Type: "bottom", Style: 1, Color: ruleGrey}}
	white := &excelize.Font{Bold: true, Color: "#FFFFFF"}
	fill := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{headFill}}
	number := func(format string) *excelize.Style {
		return &excelize.Style{CustomNumFmt: &format, Alignment: top}
	}
	s := &w.styles
	s.title = w.style(&excelize.Style{Font: &excelize.Font{Bold: true, Size: 14, Color: titleInk}})
	s.help = w.style(&excelize.Style{Font: &excelize.Font{Italic: true, Color: helpInk}})
	s.head = w.style(&excelize.Style{Font: &excelize.Font{Color: "#FFFFFF"}, Fill: fill})
	s.headRequired = w.style(&excelize.Style{Font: white, Fill: fill})
	s.text = w.style(&excelize.Style{Alignment: top})
	s.wrap = w.style(&excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
	s.date = w.style(number("dd/mm/yyyy"))
	// In any other format Excel makes a day of "maart 2022" as it is typed.
	s.period = w.style(number("@"))
	s.decimal = w.style(number("#,##0.00"))
	s.whole = w.style(number("0"))
	s.sum = w.style(number("#,##0"))
	s.label = w.style(&excelize.Style{
		Font: &excelize.Font{Bold: true}, Border: line, Alignment: top,
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{labelFill}},
	})
}

// style registers a style; the first error is kept for newWorkbook.
func (w *workbook) style(s *excelize.Style) int {
	if s.Font != nil {
		// A font without name and size is another one in each program.
		s.Font.Family, s.Font.Size = "Calibri", max(s.Font.Size, 11)
	}
	id, err := w.file.NewStyle(s)
	if err != nil && w.err == nil {
		w.err = err
	}
	return id
}

// add makes the next sheet; the first one takes the place of the sheet that
// every new workbook has.
func (w *workbook) add(name string) error {
	w.sheets++
	if w.sheets == 1 {
		return w.file.SetSheetName(w.file.GetSheetName(0), name)
	}
	_, err := w.file.NewSheet(name)
	return err
}

// bytes finishes the workbook.
func (w *workbook) bytes() ([]byte, error) {
	defer w.file.Close()
	var b bytes.Buffer
	if err := w.file.Write(&b); err != nil {
		return nil, fmt.Errorf("werkboek schrijven: %w", err)
	}
	return b.Bytes(), nil
}

// cell gives the address of a 1-based column and row. Both come from our own
// loops and are far below Excel's bounds, so there is no error to hand on.
func cell(col, row int) string {
	name, _ := excelize.CoordinatesToCellName(col, row)
	return name
}

// column gives the letters of a 1-based column.
func column(col int) string {
	name, _ := excelize.ColumnNumberToName(col)
	return name
}
