package rules

import (
	"path"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// RenamedSheet is rule S11: a sheet that looks like a known one.
var RenamedSheet = finding.ByCode("S11")

// Why says why a sheet is taken for a known one.
type Why int

// The reasons, the surest first.
const (
	PartOfName Why = iota // the known name stands within its name
	LikeName              // its name is nearly the known one
	ByColumns             // it has all required columns
)

// ReadAs makes the finding of a sheet that is read as a known one. csv is true
// for a file that is one sheet.
func ReadAs(at At, sheet, known string, why Why, csv bool) finding.Finding {
	message, because := at.called(sheet, csv)+" is gelezen als "+known, ""
	switch why {
	case LikeName:
		because = ", want de naam lijkt erop"
	case ByColumns:
		because = ", want het heeft de kolommen daarvan"
	}
	message += because + ". "
	if why != PartOfName {
		message += rename(known, csv, "") + " "
	}
	if csv {
		message += "Hoort het er niet bij, haal het dan weg uit de map gegevens."
	} else {
		message += "Hoort het er niet bij, zet dan _ voor de naam."
	}
	f := at.make(RenamedSheet, message)
	f.Found, f.Expected = sheet, known
	if why == PartOfName {
		f.Level = finding.Info
	} else {
		f.Proposal = known
	}
	return f
}

// AllReadAs gives the findings of the sheets of a file of which the name holds
// a known one; one for all of them when there are many.
func AllReadAs(file At, list []finding.Finding) []finding.Finding {
	if len(list) < manyUnknown {
		return list
	}
	const shown = 3
	names := make([]string, shown, shown+1)
	for i := range names {
		names[i] = "‘" + clip(list[i].Found) + "’ als " + list[i].Expected
	}
	f := file.make(RenamedSheet, dutch.Int(len(list))+" bladen zijn gelezen onder de naam die erin staat: "+
		dutch.Join(append(names, dutch.Plural(len(list)-shown, "ander", "andere")))+". Hoort er een niet bij, zet dan _ voor de naam.")
	f.Level, f.Found, f.Expected = finding.Info, dutch.Plural(len(list), "blad", "bladen"), "bladen die het programma kent"
	return []finding.Finding{f}
}

// Renamed makes the finding of a sheet that isn't read but looks like a known
// one: an error when it has its columns.
func Renamed(at At, sheet, known string, why Why, csv bool) finding.Finding {
	message := at.called(sheet, csv) + " is niet herkend en wordt niet gelezen"
	if why == ByColumns {
		message += ", al heeft het de kolommen van " + known
	}
	f := at.make(RenamedSheet, message+". Bedoel je "+known+"? "+rename(known, csv, "dan "))
	f.Found, f.Expected, f.Proposal = sheet, known, known
	if why == ByColumns {
		f.Level = finding.Error
	}
	return f
}

func (at At) called(sheet string, csv bool) string {
	if csv {
		return "Het bestand ‘" + clip(path.Base(at.Ref.File)) + "’"
	}
	return "Het blad ‘" + clip(sheet) + "’"
}

func rename(known string, csv bool, then string) string {
	if csv {
		return "Geef het bestand " + then + "de naam " + known + ".csv."
	}
	return "Geef het blad " + then + "die naam."
}
