package validate

import (
	"fmt"
	"strings"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/fonts"
	"voortgang/internal/model"
)

var ruleUnprintable = finding.Rule{
	Code: "W30", Family: finding.Values, Level: finding.Warning, Who: projectWorker,
	Title: "Teken dat niet gedrukt kan worden",
	Explanation: "De lettertypes van het rapport kennen niet elk teken. Een emoji of een teken uit een ander schrift " +
		"komt in het rapport als een omschrijving tussen haakjes.",
	Wrong: "Geslaagd feest 🎉", Right: "Geslaagd feest",
}

// unprintable warns of characters that the report can only describe.
func unprintable(c *checker) {
	family := fonts.Default()
	for _, sheet := range model.Sheets() {
		var fields []any
		project := sheet.ProjectColumn()
		columns := textColumns(sheet)
		for r := range c.data.Records(sheet) {
			fields = r.Fields(fields[:0])
			for _, i := range columns {
				text := fields[i].(*string)
				if plainASCII(*text) {
					continue
				}
				missing := family.Missing(*text)
				if len(missing) == 0 {
					continue
				}
				list := make([]string, len(missing))
				for k, m := range missing {
					list[k] = "‘" + string(m) + "’"
				}
				found := strings.Join(list, " ")
				f := finding.New(&ruleUnprintable, r.Base().Place(i), fmt.Sprintf(
					"%s kan het rapport niet drukken; er komt een omschrijving tussen haakjes. Haal het teken weg of schrijf het in woorden.", dutch.Join(list)))
				f.Column, f.Found, f.Expected = sheet.Columns[i].Name, found, "letters, cijfers en gewone leestekens"
				if project >= 0 {
					f.Project = *fields[project].(*string)
				}
				c.report(f)
			}
		}
	}
}

// plainASCII is quick, and true of nearly every cell.
func plainASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
