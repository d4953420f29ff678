package check

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// sheetStyles are the styles of the sheets that the program adds itself.
type sheetStyles struct {
	title, text, head, numberHead, cell, link int
	level                                     [3]int
}

func newSheetStyles(f *excelize.File) (s sheetStyles, err error) {
	line := []excelize.Border{{Type: "bottom", Style: 1, Color: "#C9CDD2"}}
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	// Format 49 is text: what is typed over "=1+1" there stays text as well.
	const text = 49
	for _, one := range []struct {
		id    *int
		style excelize.Style
	}{
		{&s.title, excelize.Style{Font: &excelize.Font{Bold: true, Size: 16, Color: "#004488"}}},
		{&s.text, excelize.Style{Font: &excelize.Font{Color: "#5A5A5A"}}},
		{&s.head, excelize.Style{Font: &excelize.Font{Bold: true, Color: "#FFFFFF"}, Alignment: &excelize.Alignment{Vertical: "center"},
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"#004488"}}}},
		{&s.numberHead, excelize.Style{Font: &excelize.Font{Bold: true, Color: "#FFFFFF"}, Alignment: &excelize.Alignment{Vertical: "center", Horizontal: "right", Indent: 1},
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"#004488"}}}},
		{&s.cell, excelize.Style{NumFmt: text, Alignment: top, Border: line}},
		{&s.link, excelize.Style{NumFmt: text, Alignment: top, Border: line, Font: &excelize.Font{Color: "#004488", Underline: "single"}}},
		{&s.level[finding.Error], levelStyle(finding.Error, line, top)},
		{&s.level[finding.Warning], levelStyle(finding.Warning, line, top)},
		{&s.level[finding.Info], levelStyle(finding.Info, line, top)},
	} {
		// A font without name and size is another one in each program.
		if one.style.Font == nil {
			one.style.Font = &excelize.Font{}
		}
		one.style.Font.Family, one.style.Font.Size = "Calibri", max(one.style.Font.Size, 11)
		if *one.id, err = f.NewStyle(&one.style); err != nil {
			return s, err
		}
	}
	return s, nil
}

func levelStyle(l finding.Level, line []excelize.Border, top *excelize.Alignment) excelize.Style {
	return excelize.Style{NumFmt: 49, Alignment: top, Border: line, Font: &excelize.Font{Bold: true},
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fillColours[l]}}}
}

// frontHead are the columns of the first sheet and their widths.
var frontHead = []column{{"Niveau", 14}, {"Blad", 20}, {"Cel", 12}, {"Kolom", 20}, {"Gevonden", 28}, {"Voorstel of verwacht", 30}, {"Wat is er", 70}, {"Regel", 9}}

// frontTop is the row of the head.
const frontTop = 5

// front puts the list of findings before the other sheets.
func (c *copybook) front(file string, list []finding.Finding) error {
	f := c.f
	name := frontName
	for i := 2; f.GetSheetList() != nil && hasSheet(f, name); i++ {
		name = fmt.Sprintf("%s %d", frontName, i)
	}
	if _, err := f.NewSheet(name); err != nil {
		return err
	}
	styles, err := newSheetStyles(f)
	if err != nil {
		return err
	}
	list = inTabOrder(f, list)
	if err := frontText(f, name, file, list, styles); err != nil {
		return err
	}
	for i, one := range list[:min(len(list), maxFrontRows)] {
		if err := c.frontRow(name, frontTop+1+i, one, styles); err != nil {
			return err
		}
	}
	if err := finishList(f, name, frontTop, len(frontHead), frontTop+min(len(list), maxFrontRows)); err != nil {
		return err
	}
	putFirst(f)
	shiftNames(f)
	return nil
}

// inTabOrder gives the findings in the order in which the sheets stand; what is
// about none of them comes first.
func inTabOrder(f *excelize.File, list []finding.Finding) []finding.Finding {
	at := map[string]int{}
	for i, sheet := range f.GetSheetList() {
		at[sheet] = i + 1
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b finding.Finding) int { return at[a.Ref.Sheet] - at[b.Ref.Sheet] })
	return list
}

// frontHint says what can be clicked on, and what is there.
func frontHint(f *excelize.File, list []finding.Finding) string {
	there := func(one finding.Finding) bool { return one.Ref.Sheet != "" && hasSheet(f, one.Ref.Sheet) }
	cells := slices.ContainsFunc(list, func(one finding.Finding) bool { return there(one) && marksCell(one) })
	whole := slices.ContainsFunc(list, func(one finding.Finding) bool { return there(one) && !marksCell(one) })
	hint := ""
	if cells {
		hint = " Klik op een cel om ernaartoe te gaan; daar staat een opmerking bij."
	}
	if whole {
		hint += " Waar geen cel staat, gaat het over het hele blad; klik op de naam van het blad."
	}
	return hint
}

func hasSheet(f *excelize.File, name string) bool {
	i, err := f.GetSheetIndex(name)
	return err == nil && i >= 0
}

func frontText(f *excelize.File, sheet, file string, list []finding.Finding, styles sheetStyles) error {
	errs, warnings, infos := finding.Count(list)
	found := upperFirst(counts(errs, warnings, infos)) + "." + frontHint(f, list)
	if len(list) > maxFrontRows {
		found += " Dit zijn de eerste " + dutch.Int(maxFrontRows) + "; de andere staan in validatie.xlsx."
	}
	for _, t := range []struct {
		cell, text string
		style      int
	}{
		{"A1", "Wat er na te kijken is", styles.title}, {"A2", found, styles.text},
		{"A3", "Dit is een kopie. Verbeter het werkboek zelf: " + file, styles.text},
	} {
		if err := f.SetCellStr(sheet, t.cell, t.text); err != nil {
			return err
		}
		if err := f.SetCellStyle(sheet, t.cell, t.cell, t.style); err != nil {
			return err
		}
	}
	for i, h := range frontHead {
		if err := headCell(f, sheet, i+1, frontTop, h.name, h.width, styles); err != nil {
			return err
		}
	}
	return nil
}

func (c *copybook) frontRow(sheet string, row int, one finding.Finding, styles sheetStyles) error {
	values := []string{upperFirst(one.Level.String()), one.Ref.Sheet, cellsOf(one), one.Column, one.Found, cmp.Or(one.Proposal, one.Expected), message(one), one.Code()}
	if err := textRow(c.f, sheet, row, values, frontHead, styles); err != nil {
		return err
	}
	if err := c.f.SetCellStyle(sheet, address(1, row), address(1, row), styles.level[one.Level]); err != nil {
		return err
	}
	if !hasSheet(c.f, one.Ref.Sheet) || one.Ref.Sheet == "" {
		return nil
	}
	at := address(3, row)
	target := one.Ref.Cell()
	if target == "" {
		target, at = "A1", address(2, row)
	}
	if err := c.f.SetCellHyperLink(sheet, at, quoted(one.Ref.Sheet)+"!"+target, "Location"); err != nil {
		return err
	}
	return c.f.SetCellStyle(sheet, at, at, styles.link)
}

// quoted writes a sheet's name as a reference does.
func quoted(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'" }

func cellsOf(f finding.Finding) string {
	if len(f.Cells) > 1 {
		return someCells(f.Cells)
	}
	return f.Ref.Cell()
}

// textRow writes texts that stay text, whatever they look like.
func textRow(f *excelize.File, sheet string, row int, values []string, columns []column, styles sheetStyles) error {
	lines := 1
	for i, v := range values {
		text := shorten(visibleLines(v), 4000)
		lines = max(lines, linesIn(text, columns[i].width))
		if err := f.SetCellStr(sheet, address(i+1, row), text); err != nil {
			return err
		}
	}
	if lines > 1 {
		if err := f.SetRowHeight(sheet, row, min(rowHeight*float64(lines), maxRowHeight)); err != nil {
			return err
		}
	}
	return f.SetCellStyle(sheet, address(1, row), address(len(values), row), styles.cell)
}

// rowHeight is the height of a line of text in points, maxRowHeight the most
// that a row can have. Not every program makes a row as high as its text.
const rowHeight, maxRowHeight = 15.0, 409.0

// linesIn estimates how many lines a text takes in a column.
func linesIn(text string, width float64) int {
	const slack = 1.15 // wide letters, and lines that end early
	lines := 0
	for line := range strings.SplitSeq(text, "\n") {
		lines += max(1, int(math.Ceil(slack*float64(utf8.RuneCountInString(line))/width)))
	}
	return lines
}

// visibleLines keeps line ends and shows other control characters, which a
// workbook can't hold.
func visibleLines(s string) string {
	lines := strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	for i := range lines {
		lines[i] = visible(lines[i])
	}
	return strings.Join(lines, "\n")
}

func headCell(f *excelize.File, sheet string, col, row int, name string, width float64, styles sheetStyles) error {
	at := address(col, row)
	if err := f.SetCellStr(sheet, at, name); err != nil {
		return err
	}
	if err := f.SetCellStyle(sheet, at, at, styles.head); err != nil {
		return err
	}
	letters, err := excelize.ColumnNumberToName(col)
	if err != nil {
		return err
	}
	return f.SetColWidth(sheet, letters, letters, width)
}

// finishList freezes the head, sets the filter and how the sheet prints.
func finishList(f *excelize.File, sheet string, head, columns, last int) error {
	if err := f.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: head, TopLeftCell: address(1, head+1), ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := f.AutoFilter(sheet, address(1, head)+":"+address(columns, max(last, head+1)), nil); err != nil {
		return err
	}
	rows := fmt.Sprintf("%s!$%d:$%d", quoted(sheet), head, head)
	if err := f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: rows, Scope: sheet}); err != nil {
		return err
	}
	margin := 0.4
	if err := f.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &margin, Right: &margin, Top: &margin, Bottom: &margin}); err != nil {
		return err
	}
	landscape, a4, wide, high, fit := "landscape", 9, 1, 0, true
	if err := f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	return f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &wide, FitToHeight: &high})
}

// address names a cell of our own sheets, which stay far below Excel's bounds.
func address(col, row int) string {
	name, _ := excelize.CoordinatesToCellName(col, row)
	return name
}

// shiftNames makes up for what MoveSheet leaves: names that belong to a sheet,
// such as print areas, know it by its number, and every sheet but the new one
// has moved up by one. The new sheet's own (its filter) was made as the last.
func shiftNames(f *excelize.File) {
	names := f.WorkBook.DefinedNames
	if names == nil {
		return
	}
	last := len(f.GetSheetList()) - 1
	for i := range names.DefinedName {
		id := names.DefinedName[i].LocalSheetID
		if id == nil {
			continue
		}
		moved := *id + 1
		if *id == last {
			moved = 0
		}
		names.DefinedName[i].LocalSheetID = &moved
	}
}
