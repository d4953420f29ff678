package check

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"voortgang/internal/dutch"
	"voortgang/internal/source"
)

// showSheets makes the sheets with findings visible in the copy, so that a link
// to them leads somewhere. It gives the names of those that were hidden.
func showSheets(f *excelize.File, named func(string) bool) map[string]bool {
	shown := map[string]bool{}
	for i := range f.WorkBook.Sheets.Sheet {
		sheet := &f.WorkBook.Sheets.Sheet[i]
		if (sheet.State == "hidden" || sheet.State == "veryHidden") && named(sheet.Name) {
			sheet.State = ""
			shown[sheet.Name] = true
		}
	}
	return shown
}

// show makes the row and the column of a cell visible in the copy, and gives a
// sentence that says what is hidden in the workbook itself; "" for nothing.
func (c *copybook) show(sheet string, ref source.Ref) (string, error) {
	var hidden []string
	if c.unhidden[sheet] {
		hidden = append(hidden, "dit blad")
	}
	visible, err := c.f.GetRowVisible(sheet, ref.Row)
	if err != nil {
		return "", err
	}
	if !visible || slices.Contains(c.shownRows, ref.Row) {
		hidden = append(hidden, "deze rij")
		c.shownRows = append(c.shownRows, ref.Row)
		if err := c.f.SetRowVisible(sheet, ref.Row, true); err != nil {
			return "", err
		}
	}
	column, err := excelize.ColumnNumberToName(ref.Col)
	if err != nil {
		return "", err
	}
	if visible, err = c.f.GetColVisible(sheet, column); err != nil {
		return "", err
	}
	if !visible || slices.Contains(c.shownColumns, ref.Col) {
		hidden = append(hidden, "deze kolom")
		c.shownColumns = append(c.shownColumns, ref.Col)
		if err := c.f.SetColVisible(sheet, column, true); err != nil {
			return "", err
		}
	}
	if len(hidden) == 0 {
		return "", nil
	}
	return strings.ToUpper(hidden[0][:1]) + dutch.Join(hidden)[1:] + map[bool]string{true: " is", false: " zijn"}[len(hidden) == 1] +
		" verborgen in het werkboek zelf.", nil
}
