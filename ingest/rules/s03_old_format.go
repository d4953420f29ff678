package rules

import (
	"path"
	"strings"

	"voortgang/internal/finding"
)

// OldFormat is rule S03: a spreadsheet in a format that isn't read.
var OldFormat = finding.ByCode("S03")

// OtherFormat makes the finding of a spreadsheet in a format that isn't read.
// format is its extension: "xls", "xlsb", "ods", "numbers".
func OtherFormat(at At, format string) finding.Finding {
	made := "staat in een formaat dat het programma niet leest"
	switch format {
	case "xls":
		made = "staat in het oude formaat van Excel (.xls)"
	case "xlsb":
		made = "staat in het binaire formaat van Excel (.xlsb)"
	case "xlt", "xltx", "xltm":
		made = "is bewaard als sjabloon van Excel (." + format + ")"
	case "ods", "ots", "fods":
		made = "staat in het formaat van LibreOffice (." + format + ")"
	case "xml":
		made = "staat in een XML-formaat dat het programma niet leest"
	case "numbers":
		made = "staat in het formaat van Apple Numbers (.numbers)"
	case "gnumeric":
		made = "staat in het formaat van Gnumeric (.gnumeric)"
	}
	f := at.make(OldFormat, "Dit werkboek "+made+". Bewaar het als Excel-werkmap (.xlsx).")
	f.Found, f.Expected, f.Proposal = "."+format, ".xlsx, .xlsm of .csv", changedExtension(at.Ref.File)
	return f
}

// changedExtension proposes a file name.
func changedExtension(file string) string {
	return strings.TrimSuffix(path.Base(file), path.Ext(file)) + ".xlsx"
}
