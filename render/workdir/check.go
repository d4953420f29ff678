package workdir

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"voortgang/internal/model"
)

// Excel's bounds for what a cell check may say.
const (
	promptTitleMax = 32
	promptTextMax  = 255
	listMax        = 255
)

// check gives the cells of a column a drop-down or a check, and the help that
// appears when a cell is chosen.
func (w *workbook) check(decl *model.Sheet, c, col, first, last int, lay layout) error {
	v := validation(decl.Columns[c], lay)
	v.SetSqref(cell(col, first) + ":" + cell(col, last))
	return w.file.AddDataValidation(decl.Name, v)
}

// validation makes the check of a column from its declaration.
func validation(c model.Column, lay layout) *excelize.DataValidation {
	v := excelize.NewDataValidation(true)
	v.SetInput(clip(label(c.Name), promptTitleMax), clip(help(c), promptTextMax))
	stop := "Kijk deze waarde na"
	switch c.Kind {
	case model.Choice:
		setList(v, c, lay)
	case model.YesNo:
		_ = v.SetDropList([]string{"ja", "nee"})
		v.SetError(excelize.DataValidationErrorStyleStop, stop, "Kies ja of nee.")
	case model.Date:
		_ = v.SetRange(dateValue(day(1900)), dateValue(day(2100)), excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween)
		v.SetError(excelize.DataValidationErrorStyleStop, stop, "Vul een bestaande datum in, zoals "+c.Example+".")
	case model.Year:
		_ = v.SetRange(1900, 2100, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween)
		v.SetError(excelize.DataValidationErrorStyleStop, stop, "Vul een jaartal in, zoals "+c.Example+".")
	case model.Whole:
		_ = v.SetRange(0, 1_000_000, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween)
		v.SetError(excelize.DataValidationErrorStyleStop, stop, "Vul een geheel getal in, vanaf 0.")
	case model.Decimal:
		_ = v.SetRange(0, 1_000_000_000, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween)
		v.SetError(excelize.DataValidationErrorStyleStop, stop, "Vul een getal in, zoals "+c.Example+".")
	}
	if source := lay.sources[c.Name]; source != "" {
		v.SetSqrefDropList(source)
		v.SetError(excelize.DataValidationErrorStyleWarning, stop, "Deze waarde staat niet in de lijst. Kies er een uit de lijst, of vul die eerst aan.")
	}
	return v
}

// setList adds a drop-down of the allowed values. Excel takes a list of at most
// 255 characters in the check itself; a longer one is left to the validation.
func setList(v *excelize.DataValidation, c model.Column, lay layout) {
	values := slices.Clone(c.Allowed)
	if c.Themes {
		values = append(slices.Clone(lay.themes), values...)
	}
	list := strings.Join(values, ",")
	if len(values) == 0 || utf8.RuneCountInString(list) > listMax || strings.Count(list, ",") != len(values)-1 {
		return
	}
	_ = v.SetDropList(values)
	style := excelize.DataValidationErrorStyleStop
	if c.Open {
		style = excelize.DataValidationErrorStyleInformation
	}
	v.SetError(style, "Kijk deze waarde na", clip("Kies een waarde uit de lijst: "+strings.Join(values, ", ")+".", promptTextMax))
}

// help gives the text that appears when a cell is chosen.
func help(c model.Column) string {
	text := c.Help
	if c.Required {
		text += " Verplicht."
	}
	if c.Example != "" {
		text += " Bijvoorbeeld: " + c.Example
	}
	return text
}

// clip cuts a text that is too long for Excel, on a character.
func clip(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most-1]) + "…"
}

func day(year int) time.Time { return time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC) }
