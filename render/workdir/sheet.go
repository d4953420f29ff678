package workdir

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"voortgang/internal/dutch"
	"voortgang/internal/model"
	"voortgang/render/workdir/sample"
)

// layout says how one declared sheet is set out in a workbook.
type layout struct {
	// title stands above the header with the sheet's help; without it the
	// header is the first row.
	title string
	// without lists columns that are left out, such as `project` in a
	// project's own workbook.
	without []string
	// themes are the configured themes, for the drop-downs.
	themes []string
	// spare is for how many rows below the filled ones the drop-downs hold.
	spare int
	// sources gives, per column, the range that a drop-down takes its values
	// from instead of the declaration: "Actoren!$A$2:$A$60".
	sources map[string]string
	// typed are values as people typed them, instead of the record's.
	typed sample.Typed
}

// value gives what is put in the cell of a field.
func (l layout) value(r model.Record, column int, field any) any {
	if text, ok := l.typed[r][column]; ok {
		return text
	}
	return cellValue(field)
}

// writeSheet writes one sheet: header, records, widths, drop-downs and checks.
// It gives the row of the header.
func (w *workbook) writeSheet(decl *model.Sheet, records []model.Record, lay layout) (head int, err error) {
	if err := w.add(decl.Name); err != nil {
		return 0, err
	}
	columns := shown(decl, lay.without)
	// Before anything is written: it would restyle what is there.
	if err := w.columnStyles(decl, columns); err != nil {
		return 0, err
	}
	head = 1
	if lay.title != "" {
		head = 4
		if err := w.titleRows(decl.Name, lay.title, decl.Help); err != nil {
			return 0, err
		}
	}
	if err := w.headRow(decl, columns, head); err != nil {
		return 0, err
	}
	var fields []any
	row := make([]any, len(columns))
	for i, r := range records {
		fields = r.Fields(fields[:0])
		for at, c := range columns {
			row[at] = lay.value(r, c, fields[c])
		}
		if err := w.file.SetSheetRow(decl.Name, cell(1, head+1+i), &row); err != nil {
			return 0, err
		}
	}
	last := head + len(records) + lay.spare
	for at, c := range columns {
		if err := w.check(decl, c, at+1, head+1, max(last, head+1), lay); err != nil {
			return 0, err
		}
	}
	return head, w.finish(decl.Name, len(columns), head, head+max(len(records), 1))
}

// shown lists the indexes of the columns that are written.
func shown(decl *model.Sheet, without []string) []int {
	skip := map[string]bool{}
	for _, name := range without {
		skip[name] = true
	}
	var out []int
	for i, c := range decl.Columns {
		if !skip[c.Name] {
			out = append(out, i)
		}
	}
	return out
}

// titleRows writes the two rows that people put above a table.
func (w *workbook) titleRows(sheet, title, help string) error {
	f := w.file
	if err := f.SetCellStr(sheet, "A1", title); err != nil {
		return err
	}
	if err := f.SetCellStyle(sheet, "A1", "A1", w.styles.title); err != nil {
		return err
	}
	if err := f.SetCellStr(sheet, "A2", help); err != nil {
		return err
	}
	return f.SetCellStyle(sheet, "A2", "A2", w.styles.help)
}

// headRow writes the column names; required ones are bold.
func (w *workbook) headRow(decl *model.Sheet, columns []int, row int) error {
	for at, c := range columns {
		col, style := decl.Columns[c], w.styles.head
		if col.Required {
			style = w.styles.headRequired
		}
		if err := w.file.SetCellStr(decl.Name, cell(at+1, row), col.Name); err != nil {
			return err
		}
		if err := w.file.SetCellStyle(decl.Name, cell(at+1, row), cell(at+1, row), style); err != nil {
			return err
		}
	}
	return nil
}

// columnStyles sets width and number format of the columns.
func (w *workbook) columnStyles(decl *model.Sheet, columns []int) error {
	for at, c := range columns {
		name := column(at + 1)
		if err := w.file.SetColWidth(decl.Name, name, name, width(decl.Columns[c])); err != nil {
			return err
		}
		if err := w.file.SetColStyle(decl.Name, name, w.styles.of(decl.Columns[c])); err != nil {
			return err
		}
	}
	return nil
}

// finish freezes the header, adds the filter and the page setup.
func (w *workbook) finish(sheet string, columns, head, last int) error {
	f := w.file
	if err := f.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: head, TopLeftCell: cell(1, head+1), ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := f.AutoFilter(sheet, cell(1, head)+":"+cell(columns, last), nil); err != nil {
		return err
	}
	// Some readers trust the dimension and read no further.
	if err := f.SetSheetDimension(sheet, "A1:"+cell(columns, last)); err != nil {
		return err
	}
	landscape, a4, wide, high := "landscape", 9, 1, 0
	fit := true
	if err := f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	return f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &wide, FitToHeight: &high})
}

// of gives the style of a column's cells.
func (s *styles) of(c model.Column) int {
	switch c.Kind {
	case model.Text:
		return s.wrap
	case model.Date:
		return s.date
	case model.Term:
		return s.period
	case model.Decimal:
		if strings.HasSuffix(c.Name, "_eur") {
			return s.sum
		}
		if strings.Contains(c.Name, "vte") {
			return s.decimal
		}
		return s.text
	case model.Whole, model.Year:
		return s.whole
	default:
		return s.text
	}
}

// width gives the width of a column in characters.
func width(c model.Column) float64 {
	least := float64(utf8.RuneCountInString(c.Name)) + 4
	for name, wide := range map[string]float64{"tekst": 90, "omschrijving": 60, "actie": 60, "partner": 46, "actor": 44, "titel": 44, "od": 36, "sd": 30, "functie": 60, "kader": 38, "tussenkop": 34} {
		if c.Name == name {
			return wide
		}
	}
	switch c.Kind {
	case model.Text:
		return 50
	case model.List, model.ChoiceList, model.Choice:
		return max(least, 26)
	case model.Name:
		return max(least, 20)
	default:
		return max(least, 13)
	}
}

// cellValue turns a record's field into what is put in a cell; nil leaves the
// cell empty.
func cellValue(field any) any {
	switch v := field.(type) {
	case *string:
		if *v == "" {
			return nil
		}
		return *v
	case *time.Time:
		return dateValue(*v)
	case *model.Period:
		if !v.From.IsZero() && v.From.Equal(v.To) {
			return dutch.ShortDate(v.From)
		}
		if v.Text == "" {
			return nil
		}
		return v.Text
	case *model.Number:
		if !v.Known {
			return nil
		}
		return v.Value
	case *int:
		if *v == 0 {
			return nil
		}
		return *v
	case *bool:
		if *v {
			return "ja"
		}
		return "nee"
	case *[]string:
		if len(*v) == 0 {
			return nil
		}
		return strings.Join(*v, "; ")
	}
	return nil
}

// dateValue gives the serial number that Excel holds for a day. The column's
// style makes it a date; a time.Time would get a format of excelize's choice.
func dateValue(d time.Time) any {
	if d.IsZero() {
		return nil
	}
	const day = 24 * time.Hour
	return int(d.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)) / day)
}

// label writes a column's name the way people put it on a form: "Od code".
func label(name string) string {
	name = strings.ReplaceAll(name, "_", " ")
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(first)) + name[size:]
}
