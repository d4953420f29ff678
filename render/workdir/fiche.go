package workdir

import (
	"fmt"
	"strings"

	"voortgang/internal/model"
)

// writeFiche writes a project's record upright: a label and a value a row,
// below a title.
func (w *workbook) writeFiche(p *model.Project, title string, lay layout) error {
	const sheet = model.FicheName
	if err := w.add(sheet); err != nil {
		return err
	}
	f, decl := w.file, &model.ProjectSheet
	if err := w.titleRows(sheet, title, "De vaste gegevens van het project: vul de tweede kolom in."); err != nil {
		return err
	}
	if err := f.SetColWidth(sheet, "A", "A", 22); err != nil {
		return err
	}
	if err := f.SetColWidth(sheet, "B", "B", 96); err != nil {
		return err
	}
	fields := p.Fields(nil)
	for i, c := range decl.Columns {
		row := i + 4
		if err := f.SetCellStr(sheet, cell(1, row), label(c.Name)); err != nil {
			return err
		}
		if err := f.SetCellStyle(sheet, cell(1, row), cell(1, row), w.styles.label); err != nil {
			return err
		}
		style := w.styles.of(c)
		if c.Kind != model.Date {
			style = w.styles.wrap
		}
		if err := f.SetCellStyle(sheet, cell(2, row), cell(2, row), style); err != nil {
			return err
		}
		if value := lay.value(p, i, fields[i]); value != nil {
			if err := f.SetCellValue(sheet, cell(2, row), value); err != nil {
				return err
			}
		}
		v := validation(c, lay)
		v.SetSqref(cell(2, row))
		if err := f.AddDataValidation(sheet, v); err != nil {
			return err
		}
	}
	return f.SetSheetDimension(sheet, "A1:"+cell(2, len(decl.Columns)+3))
}

// writeGuide writes the sheet Toelichting: what belongs in each sheet and each
// column. It is never read.
func (w *workbook) writeGuide(title string, intro []string, sheets []*model.Sheet, without string) error {
	const name = "Toelichting"
	if err := w.add(name); err != nil {
		return err
	}
	f := w.file
	if err := f.SetCellStr(name, "A1", title); err != nil {
		return err
	}
	if err := f.SetCellStyle(name, "A1", "A1", w.styles.title); err != nil {
		return err
	}
	row := 2
	for _, line := range intro {
		if err := f.SetCellStr(name, cell(1, row), line); err != nil {
			return err
		}
		row++
	}
	row++
	head := []any{"blad", "kolom", "verplicht", "wat je invult", "waarden", "voorbeeld"}
	if err := f.SetSheetRow(name, cell(1, row), &head); err != nil {
		return err
	}
	if err := f.SetCellStyle(name, cell(1, row), cell(len(head), row), w.styles.headRequired); err != nil {
		return err
	}
	for i, wide := range []float64{24, 24, 11, 70, 60, 36} {
		if err := f.SetColWidth(name, column(i+1), column(i+1), wide); err != nil {
			return err
		}
	}
	first := row + 1
	for _, s := range sheets {
		for _, c := range s.Columns {
			if c.Name == without {
				continue
			}
			row++
			values := []any{s.Name, c.Name, yes(c.Required), c.Help, kindText(c), c.Example}
			if err := f.SetSheetRow(name, cell(1, row), &values); err != nil {
				return err
			}
		}
	}
	if row >= first {
		if err := f.SetCellStyle(name, cell(1, first), cell(len(head), row), w.styles.wrap); err != nil {
			return err
		}
	}
	return f.SetSheetDimension(name, "A1:"+cell(len(head), row))
}

func yes(b bool) string {
	if b {
		return "ja"
	}
	return ""
}

// kindText says in a few Dutch words which values a column takes.
func kindText(c model.Column) string {
	allowed := strings.Join(c.Allowed, ", ")
	if c.Themes {
		allowed = strings.TrimSuffix("een thema, "+allowed, ", ")
	}
	switch c.Kind {
	case model.Date:
		return "datum (dd/mm/jjjj)"
	case model.Term:
		return "datum, maand, kwartaal, jaar of continu"
	case model.Decimal:
		return "getal"
	case model.Whole:
		return "geheel getal vanaf 0"
	case model.Year:
		return "jaartal"
	case model.YesNo:
		return "ja of nee"
	case model.Choice:
		if c.Open {
			return fmt.Sprintf("%s, of iets anders", allowed)
		}
		return allowed
	case model.List:
		return "lijst, gescheiden door een puntkomma"
	case model.ChoiceList:
		return "lijst, gescheiden door een puntkomma: " + allowed
	default:
		return "tekst"
	}
}
