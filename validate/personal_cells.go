package validate

import (
	"strings"
	"unicode"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var rulePersonName = finding.Rule{
	Code: "X06", Family: finding.Privacy, Level: finding.Warning, Who: projectWorker,
	Title:       "Naam van een persoon waar een pseudoniem hoort",
	Explanation: "Vrijwilligers en medewerkers staan onder een pseudoniem in de werkboeken, zoals V012 of P001. Zo blijft het werkboek bruikbaar zonder dat het namen bevat.",
	Wrong:       "een voornaam en een familienaam", Right: "V012",
}

// privacyMessages say what to do, by the code of the rule.
var privacyMessages = map[string]string{
	"X01": "Hier staat een e-mailadres van een persoon. Haal het weg, of schrijf een algemeen adres.",
	"X02": "Hier staat een telefoonnummer. Haal het weg.",
	"X03": "Hier staat een rijksregisternummer. Haal het weg en gebruik een pseudoniem.",
	"X04": "Hier staat een rekeningnummer. Haal het weg.",
	"X05": "Hier staat een geboortedatum. Haal ze weg, of schrijf een leeftijdsgroep.",
}

// personalCells looks for what points at a person in the texts of the sheets.
func personalCells(c *checker) {
	own := c.ownContacts()
	for _, sheet := range model.Sheets() {
		columns := textColumns(sheet)
		// A text that fills a column, as the same one shared, is looked at once.
		before := make([]string, len(sheet.Columns))
		var fields []any
		for r := range c.data.Records(sheet) {
			fields = r.Fields(fields[:0])
			for _, i := range columns {
				text := *fields[i].(*string)
				if len(text) < 6 || text == before[i] {
					continue
				}
				if !mayHold(text) {
					before[i] = text
					continue
				}
				if !r.Base().Usable(i) {
					continue
				}
				seen := map[*finding.Rule]bool{}
				for _, h := range personal(text, own) {
					if seen[h.rule] {
						continue
					}
					seen[h.rule] = true
					f := c.say(h.rule, sheet, r, i, privacyMessages[h.rule.Code])
					f.Found, f.Expected = masked(text[h.start:h.end]), "een tekst zonder persoonsgegevens"
				}
			}
		}
	}
	c.personNames()
}

// textColumns are the columns with words in them: not choices, not codes, and
// not the actor of a contact, which is one of the sheet Actoren.
func textColumns(sheet *model.Sheet) []int {
	var out []int
	for i, col := range sheet.Columns {
		free := col.Kind == model.Text || col.Kind == model.Name
		if free && col.Name != "project" && col.Name != "activiteit_id" && !(sheet == &model.ContactSheet && i == model.ContactActor) {
			out = append(out, i)
		}
	}
	return out
}

// ownContacts are the address and the numbers that the report prints itself.
func (c *checker) ownContacts() []string {
	o := c.cfg.Organisation
	return []string{o.Email, o.Phone, o.Number}
}

// personNames looks for names in the columns of pseudonyms.
func (c *checker) personNames() {
	var list []model.Record
	all := 0
	for _, v := range c.data.Volunteers {
		if v.Name != "" && v.Base().Usable(model.VolunteerName) {
			all++
			if personName(v.Name) {
				list = append(list, v)
			}
		}
	}
	c.reportNames(&model.VolunteerSheet, model.VolunteerName, list, all)
	list, all = nil, 0
	for _, e := range c.data.Employees {
		if e.Number != "" && e.Base().Usable(model.EmployeeNumber) {
			all++
			if personName(e.Number) {
				list = append(list, e)
			}
		}
	}
	c.reportNames(&model.EmployeeSheet, model.EmployeeNumber, list, all)
}

func (c *checker) reportNames(sheet *model.Sheet, column int, list []model.Record, all int) {
	if len(list) == 0 {
		return
	}
	for _, part := range bySheet(list) {
		f := c.sayCells(&rulePersonName, sheet, part, column,
			"Dit lijkt de naam van een persoon. Gebruik een pseudoniem, ook waar het naar verwezen wordt.")
		f.Found, f.Expected = masked(keyText(part[0].Fields(nil)[column])), "een pseudoniem, zoals "+sheet.Columns[column].Example
	}
}

// personName tells whether a text looks like a first and a last name: a known
// first name, then one or more words with a capital. A pseudonym of two
// ordinary words (Rode Kers) is none.
func personName(s string) bool {
	fields := strings.Fields(s)
	if len(fields) < 2 || len(fields) > 5 {
		return false
	}
	for _, r := range s {
		if unicode.IsDigit(r) {
			return false
		}
	}
	capital := func(w string) bool { return unicode.IsUpper([]rune(w)[0]) && len([]rune(w)) > 1 }
	first, last := strings.ToLower(strings.Trim(fields[0], ",.")), strings.ToLower(strings.Trim(fields[len(fields)-1], ",."))
	// Either "Jan Peeters" or "Peeters, Jan".
	if firstNames[first] && capital(fields[0]) && capital(fields[len(fields)-1]) {
		return true
	}
	return firstNames[last] && capital(fields[0]) && capital(fields[len(fields)-1]) &&
		(strings.HasSuffix(fields[0], ",") || surnames(fields[0]))
}

// surnames tells whether a word ends as many Flemish family names do.
func surnames(w string) bool {
	w = strings.ToLower(w)
	for _, end := range []string{"ens", "mans", "ers", "aert", "aerts", "inckx", "inkx", "sen", "ssens"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
