package validate

import (
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

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
