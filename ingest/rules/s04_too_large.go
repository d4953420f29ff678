package rules

import (
	"fmt"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// TooLarge is rule S04: a file over the configured limits.
var TooLarge = finding.ByCode("S04")

// Large makes the finding of a file over a limit. setting is the name of the
// limit in voortgang.yaml and limit its value in MB.
func Large(at At, setting string, limit int) finding.Finding {
	what := "groter dan"
	if setting == "uitgepakt_mb" {
		what = "uitgepakt groter dan"
	}
	f := at.make(TooLarge, fmt.Sprintf("Dit bestand is %s %s MB. Haal foto’s en lege opgemaakte rijen weg, of zet grenzen.%s hoger in voortgang.yaml.", what, dutch.Int(limit), setting))
	f.Expected = "hoogstens " + dutch.Int(limit) + " MB"
	return f
}

// ManySheets makes the finding of a workbook with too many sheets.
func ManySheets(at At, most int) finding.Finding {
	f := at.make(TooLarge, "Dit werkboek heeft meer dan "+dutch.Int(most)+" bladen en is niet gelezen. Kopieer de bladen met gegevens naar een nieuw werkboek.")
	f.Expected = "hoogstens " + dutch.Int(most) + " bladen"
	return f
}

// Inflated makes the finding of a workbook of which a part unpacks to far more
// than people ever fill in.
func Inflated(at At) finding.Finding {
	f := at.make(TooLarge, "Dit bestand is klein, maar wordt bij het openen ongewoon groot. Zo’n bestand komt niet uit Excel. Kopieer de gegevens naar een nieuw werkboek.")
	f.Found, f.Expected = "een bestand dat ongewoon groot wordt", "een gewoon werkboek"
	return f
}

// ManyRegistrations makes the finding of more activities, participations and
// contacts than are read. largest is the largest file.
func ManyRegistrations(at At, most int, largest string) finding.Finding {
	return manyRows(at, "registraties", "Activiteiten, Deelnames en Contacten tellen", most, largest)
}

// ManyOtherRows makes the finding of more rows in the other sheets than are
// read. largest is the largest file.
func ManyOtherRows(at At, most int, largest string) finding.Finding {
	return manyRows(at, "andere_rijen", "De bladen naast Activiteiten, Deelnames en Contacten tellen", most, largest)
}

func manyRows(at At, setting, who string, most int, largest string) finding.Finding {
	f := at.make(TooLarge, fmt.Sprintf("%s in alle bestanden samen meer dan %s rijen. Daarom is niets uit de map gegevens gelezen. Haal de rijen weg die niet in dit rapport horen; het grootste bestand is ‘%s’. Kloppen alle rijen, zet dan grenzen.%s hoger in voortgang.yaml.",
		who, dutch.Int(most), largest, setting))
	f.Expected = "hoogstens " + dutch.Int(most) + " rijen"
	return f
}
