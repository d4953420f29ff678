package check

import (
	"bytes"
	"fmt"

	"github.com/xuri/excelize/v2"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// column is a column of a sheet of ours, its width in characters.
type column struct {
	name  string
	width float64
}

// listHead are the columns of the list and their widths.
var listHead = []column{
	{"Niveau", 15}, {"Project", 22}, {"Bestand", 26}, {"Blad", 23}, {"Cel", 10}, {"Kolom", 16}, {"Gevonden", 20}, {"Verwacht", 22},
	{"Voorstel", 20}, {"Wat is er", 52}, {"Regel", 8}, {"Wie past het aan", 20}, {"Titel van de regel", 34}, {"Soort", 16},
}

// printedColumns are those of the list that come on paper: more of them would
// make the letters too small to read.
const printedColumns = 12

// maxLinks bounds the links of the list: each one makes the next slower to add,
// and who has more findings than that begins with the copies.
const maxLinks = 6000

// cellColumn is the column of the list that links to the annotated copy.
const cellColumn = 5

// Workbook gives validatie.xlsx: one row a finding, to be filtered, with links
// to the cells of the annotated copies, behind a sheet with the numbers. Every
// text stays text, also when it looks like a formula.
func Workbook(r Report) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	if err := fixedProperties(f, fmt.Sprintf("Nazicht van de werkmap %d", r.Year)); err != nil {
		return nil, err
	}
	styles, err := newSheetStyles(f)
	if err != nil {
		return nil, err
	}
	if err := f.SetSheetName(f.GetSheetName(0), "Samenvatting"); err != nil {
		return nil, err
	}
	if _, err := f.NewSheet("Meldingen"); err != nil {
		return nil, err
	}
	if err := summarySheet(f, r, styles); err != nil {
		return nil, fmt.Errorf("writing validatie.xlsx: %w", err)
	}
	if err := listSheet(f, r, styles); err != nil {
		return nil, fmt.Errorf("writing validatie.xlsx: %w", err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		return nil, fmt.Errorf("writing validatie.xlsx: %w", err)
	}
	return b.Bytes(), nil
}

func listSheet(f *excelize.File, r Report, styles sheetStyles) error {
	const sheet = "Meldingen"
	for i, h := range listHead {
		if err := headCell(f, sheet, i+1, 1, h.name, h.width, styles); err != nil {
			return err
		}
	}
	o := newOwners(r.Data)
	for i, one := range r.Findings {
		row := i + 2
		_, _, title := o.of(one)
		place := cellsOf(one)
		if one.Ref.Line > 0 {
			place = fmt.Sprintf("regel %d", one.Ref.Line)
		}
		values := []string{
			upperFirst(one.Level.String()), title, one.Ref.File, one.Ref.Sheet, place, one.Column, one.Found, one.Expected,
			one.Proposal, message(one), one.Code(), o.who(one), one.Rule.Title, string(one.Rule.Family),
		}
		if err := textRow(f, sheet, row, values, listHead, styles); err != nil {
			return err
		}
		if err := f.SetCellStyle(sheet, address(1, row), address(1, row), styles.level[one.Level]); err != nil {
			return err
		}
		if err := linkRow(f, sheet, row, r, one, styles); err != nil {
			return err
		}
	}
	last, err := excelize.ColumnNumberToName(printedColumns)
	if err != nil {
		return err
	}
	area := fmt.Sprintf("%s!$A$1:$%s$%d", quoted(sheet), last, len(r.Findings)+1)
	if err := f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: area, Scope: sheet}); err != nil {
		return err
	}
	return finishList(f, sheet, 1, len(listHead), len(r.Findings)+1)
}

// linkRow links the place to the cell in the annotated copy.
func linkRow(f *excelize.File, sheet string, row int, r Report, one finding.Finding, styles sheetStyles) error {
	c := r.copyOf(one.Ref.File)
	if c == nil || c.Path == "" || row > maxLinks {
		return nil
	}
	at, target := address(cellColumn, row), linkTo(c.Path)
	switch {
	case one.Ref.Cell() != "":
		target += "#" + quoted(copySheet(one)) + "!" + one.Ref.Cell()
	case one.Ref.Sheet != "":
		at = address(cellColumn-1, row)
		target += "#" + quoted(copySheet(one)) + "!A1"
	default:
		at = address(cellColumn-2, row)
	}
	if err := f.SetCellHyperLink(sheet, at, target, "External"); err != nil {
		return err
	}
	return f.SetCellStyle(sheet, at, at, styles.link)
}

// copySheet is the sheet's name in the copy; that of a CSV file may have been
// changed to one that Excel accepts.
func copySheet(f finding.Finding) string { return sheetName(f.Ref.Sheet) }

// summaryHead are the columns of the numbers per project.
var summaryHead = []column{{"Project of onderdeel", 44}, {"Fouten", 12}, {"Waarschuwingen", 16}, {"Info", 10}, {"Nog niet ontvangen", 60}}

func summarySheet(f *excelize.File, r Report, styles sheetStyles) error {
	const sheet, head = "Samenvatting", 5
	errs, warnings, infos := finding.Count(r.Findings)
	q := r.Data.Quality()
	found := "Geen meldingen"
	if len(r.Findings) > 0 {
		found = upperFirst(counts(errs, warnings, infos))
	}
	for _, t := range []struct {
		cell, text string
		style      int
	}{
		{"A1", fmt.Sprintf("Nazicht van de werkmap %d", r.Year), styles.title},
		{"A2", found + " in " + dutch.Plural(q.Files, "bestand", "bestanden") + " met " + dutch.Plural(q.Rows, "rij", "rijen") + ".", styles.text},
		{"A3", "Het blad Meldingen heeft één rij per melding; de cel is een koppeling naar de kopie met opmerkingen.", styles.text},
	} {
		if err := f.SetCellStr(sheet, t.cell, t.text); err != nil {
			return err
		}
		if err := f.SetCellStyle(sheet, t.cell, t.cell, t.style); err != nil {
			return err
		}
	}
	for i, h := range summaryHead {
		if err := headCell(f, sheet, i+1, head, h.name, h.width, styles); err != nil {
			return err
		}
	}
	if err := f.SetCellStyle(sheet, address(2, head), address(4, head), styles.numberHead); err != nil {
		return err
	}
	number, err := f.NewStyle(&excelize.Style{NumFmt: 3, Border: []excelize.Border{{Type: "bottom", Style: 1, Color: "#C9CDD2"}}, Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "right", Indent: 1}})
	if err != nil {
		return err
	}
	row := head
	write := func(title string, n [3]int, absent []string) error {
		row++
		if err := textRow(f, sheet, row, []string{title, "", "", "", dutch.Join(absent)}, summaryHead, styles); err != nil {
			return err
		}
		for i, v := range n {
			if err := f.SetCellInt(sheet, address(i+2, row), int64(v)); err != nil {
				return err
			}
		}
		return f.SetCellStyle(sheet, address(2, row), address(4, row), number)
	}
	delivery := Deliveries(r)
	absent := absentSheets(delivery)
	for _, s := range Sections(r) {
		if err := write(s.Title, [3]int{s.Errors, s.Warnings, s.Infos}, absent[s.ID]); err != nil {
			return err
		}
		delete(absent, s.ID)
	}
	for _, p := range delivery.Projects {
		if list := absent[p.ID]; len(list) > 0 {
			if err := write(p.Name, [3]int{}, list); err != nil {
				return err
			}
		}
	}
	return finishList(f, sheet, head, len(summaryHead), row)
}
