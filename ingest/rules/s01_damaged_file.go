package rules

import (
	"fmt"
	"path"

	"voortgang/ingest/grid"
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// DamagedFile is rule S01: a file or sheet that is damaged.
var DamagedFile = finding.ByCode("S01")

const workbookOrCSV = "een Excel-werkmap (.xlsx) of een CSV-bestand"

// Damaged makes the finding of a workbook that can't be read at all.
func Damaged(at At) finding.Finding {
	f := at.make(DamagedFile, "Dit bestand is beschadigd en kan niet gelezen worden. Open het in Excel en bewaar het opnieuw als Excel-werkmap (.xlsx), of haal een oudere versie terug.")
	f.Expected = workbookOrCSV
	return f
}

// kinds say in Dutch what a file is that isn't a workbook.
var kinds = map[string]string{
	"empty": "leeg", "nul": "een bestand zonder inhoud", "html": "een webpagina", "pdf": "een pdf", "rtf": "een tekstdocument",
	"docx": "een Word-document", "doc": "een Word-document", "odt": "een document van LibreOffice", "pptx": "een presentatie", "ppt": "een presentatie",
	"image": "een afbeelding", "zip": "een zipbestand", "gzip": "een ingepakt bestand", "text": "gewone tekst", "xml": "een XML-bestand",
}

// NoWorkbook makes the finding of a file of another kind under the name of a
// workbook or CSV file. kind is as filekind.Of tells it, or workbook.Failure.
func NoWorkbook(at At, kind string) finding.Finding {
	what := kinds[kind]
	if what == "" {
		what = "een ander soort bestand"
	}
	message := "Dit is geen werkboek maar " + what + ", ook al eindigt de naam op " + path.Ext(at.Ref.File) + ". "
	switch kind {
	case "empty":
		message = "Dit bestand is leeg (0 bytes). Haal een oudere versie van het werkboek terug, of haal het bestand weg als er niets in hoort."
	case "nul":
		message = "In dit bestand staat niets meer: wellicht liep het kopiëren of synchroniseren mis. Kopieer het werkboek opnieuw, of haal een oudere versie terug."
	case "html":
		message += "Wellicht liep het downloaden mis: haal het werkboek zelf opnieuw op. Is het een uitvoer van een ander programma, hernoem het naar .html, open het in Excel en bewaar het als Excel-werkmap (.xlsx)."
	case "text":
		message += "Is het een CSV-bestand, geef het dan de extensie .csv. Haal anders het juiste werkboek op."
	case "zip", "gzip":
		message += "Pak het uit en zet de werkboeken die erin zitten in de map gegevens."
	default:
		message += "Een andere naam maakt er geen werkboek van. Zet het juiste werkboek hier, of haal dit bestand weg."
	}
	f := at.make(DamagedFile, message)
	f.Found, f.Expected = what, workbookOrCSV
	return f
}

// Renamable makes the finding of a workbook under the name of a CSV file.
func Renamable(at At) finding.Finding {
	f := at.make(DamagedFile, "Dit is geen CSV-bestand maar een werkboek. Open het in Excel en bewaar het als Excel-werkmap (.xlsx).")
	f.Found, f.Expected = "een werkboek", workbookOrCSV
	return f
}

// DamagedSheet makes the finding of a sheet that breaks off after a row.
func DamagedSheet(at At, lastRow int) finding.Finding {
	message := "Dit blad is beschadigd en kan niet gelezen worden. "
	if lastRow > 0 {
		message = fmt.Sprintf("Dit blad is beschadigd: na rij %d breekt het af, en wat daarna komt is niet gelezen. ", lastRow)
	}
	return at.make(DamagedFile, message+"Open het werkboek in Excel, laat Excel het herstellen en bewaar het opnieuw.")
}

// ManyRows makes the finding of a CSV file with more rows than a sheet.
func ManyRows(at At) finding.Finding {
	return at.make(DamagedFile, "Dit bestand heeft meer rijen dan een werkblad kan hebben ("+dutch.Int(grid.MaxRow)+"). Wat daarna komt, is niet gelezen. Haal lege rijen weg, of verdeel het over meer bestanden.")
}

// ManyColumns makes the finding of a row of a CSV file with more cells than a
// sheet has columns.
func ManyColumns(at At) finding.Finding {
	return at.make(DamagedFile, "Deze rij heeft meer cellen dan een werkblad kolommen heeft ("+dutch.Int(grid.MaxCol)+"). Vanaf deze rij is het bestand niet gelezen. Er ontbreken wellicht regeleinden: bewaar het opnieuw vanuit Excel.")
}

// LongCell makes the finding of a row of a CSV file with a cell that is longer
// than any text.
func LongCell(at At) finding.Finding {
	return at.make(DamagedFile, "In deze rij staat een cel met meer dan een miljoen tekens. Vanaf deze rij is het bestand niet gelezen. Er ontbreekt wellicht een aanhalingsteken of een regeleinde: bewaar het opnieuw vanuit Excel.")
}
