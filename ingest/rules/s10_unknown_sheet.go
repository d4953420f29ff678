package rules

import (
	"strings"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// UnknownSheet is rule S10: a sheet whose name isn't known.
var UnknownSheet = finding.ByCode("S10")

// Unknown makes the finding of a sheet that isn't known.
func Unknown(at At, sheet string) finding.Finding {
	f := at.make(UnknownSheet, "Het blad ‘"+clip(sheet)+"’ is niet herkend en wordt niet gelezen. Is het een eigen blad, zet dan _ voor de naam.")
	f.Found, f.Expected = sheet, "een blad dat het programma kent"
	return f
}

// manyUnknown is from how many unknown sheets on they are reported together:
// such a workbook wasn't made for this program.
const manyUnknown = 4

// AllUnknown makes the findings of the sheets of a file that aren't known; one
// for all of them when there are many.
func AllUnknown(file At, sheets []string) []finding.Finding {
	var out []finding.Finding
	if len(sheets) < manyUnknown {
		for _, sheet := range sheets {
			at := file
			at.Ref.Sheet = sheet
			out = append(out, Unknown(at, sheet))
		}
		return out
	}
	const shown = 3
	names := make([]string, shown, shown+1)
	for i := range names {
		names[i] = "‘" + clip(sheets[i]) + "’"
	}
	f := file.make(UnknownSheet, dutch.Int(len(sheets))+" bladen zijn niet herkend en worden niet gelezen: "+
		dutch.Join(append(names, dutch.Plural(len(sheets)-shown, "ander", "andere")))+". Zijn het eigen bladen, zet dan _ voor hun naam.")
	f.Found, f.Expected = cut(strings.Join(sheets, "; "), 500), "bladen die het programma kent"
	return append(out, f)
}
