package validate

import (
	"regexp"
	"slices"
	"strings"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var rulePlaceholder = finding.ByCode("T23")

// placeholderForm finds marks that something is missing. Capitals count where
// the small letters are ordinary words.
var placeholderForm = regexp.MustCompile(`\bTODO\b|\bTBD\b|\bTBC\b|\bFIXME\b|\b[Xx]{3,}\b|\?{3,}|\[\s*(\.{2,}|…)\s*\]|(?i:\b(nog|hier) (in te vullen|aan te vullen|invullen|aanvullen|uit te werken)\b|\bin te vullen door\b|\blorem ipsum\b|<\s*(vul|hier|in te|aan te|naam|datum|aantal|tekst)\b[^<>\n]{0,40}>|\b(tekst|uitleg|inhoud|info) volgt( nog)?[ .…]*$|^[ .…?]*(\.\.|…|\?)[ .…?]*$|\[(naam|datum|aantal|tekst|titel|invullen|in te vullen|aan te vullen)[^\]]{0,40}\])`)

// hints are parts of all that placeholderForm finds in a longer text, in small
// letters. Looking for them first is many times faster.
var hints = []string{"todo", "tbd", "tbc", "fixme", "xxx", "???", "[", "<", "vullen", "uit te werken", "lorem ipsum", "volgt"}

// placeholder gives the first mark in a text that something is missing; "" when
// there is none.
func placeholder(text string) string {
	lower := strings.ToLower(text)
	hinted := slices.ContainsFunc(hints, func(h string) bool { return strings.Contains(lower, h) })
	if !hinted && strings.Trim(text, " .…?") != "" {
		return ""
	}
	return placeholderForm.FindString(text)
}

// stopgap finds what people type where they have no name or text; it is the
// whole of a cell.
var stopgap = regexp.MustCompile(`(?i)^([^\p{L}\p{N}]+|n\W?v\W?t|n\W?t\W?b|n\W?b|n/a|tbd|tbc|xx+|yyy+|idem|idem dito|dito|ditto|zelfde|hetzelfde|test|asdf|todo|leeg|niet ingevuld|(nog )?(in|aan) te vullen|(nog )?te (bepalen|bekijken)|nog niet (gekend|bekend|bepaald)|volgt( nog)?|zie (hier)?boven|zie vorige( rij)?|\(?naam\)?|\(?tekst\)?)[ .…]*$`)

// missingNames looks in the columns that need a name or a text, whatever the
// sheet. A reference to another sheet is asked about there.
func missingNames(c *checker) {
	const longest = 24
	for _, sheet := range model.Sheets() {
		if sheet == &model.ParticipationSheet {
			continue
		}
		columns := namesIn(sheet)
		if len(columns) == 0 {
			continue
		}
		var fields []any
		known := map[string]bool{}
		for r := range c.data.Records(sheet) {
			fields = r.Fields(fields[:0])
			for _, column := range columns {
				text := *fields[column].(*string)
				if text == "" || len(text) > longest || numbered(text) {
					continue
				}
				found, seen := known[text]
				if !seen {
					found = stopgap.MatchString(text)
					known[text] = found
				}
				if !found || !r.Base().Usable(column) || c.doubted(r, column) {
					continue
				}
				f := c.say(rulePlaceholder, sheet, r, column, "Hier staat alleen ‘"+text+"’. Vul in wat bij ‘"+sheet.Columns[column].Name+"’ hoort, of haal de rij weg.")
				f.Found, f.Expected, f.Project = text, "een naam of een tekst", projectOf(sheet, r)
				c.doubt(r, column)
			}
		}
	}
}

// numbered tells whether a text ends with a digit, as codes do.
func numbered(text string) bool {
	last := text[len(text)-1]
	return '0' <= last && last <= '9'
}

// namesIn gives the required columns of a sheet that hold a name or a text.
func namesIn(sheet *model.Sheet) []int {
	var out []int
	fields := sheet.New().Fields(nil)
	for i, column := range sheet.Columns {
		_, text := fields[i].(*string)
		if text && column.Required && (column.Kind == model.Name || column.Kind == model.Text) {
			out = append(out, i)
		}
	}
	return out
}

// placeholders looks in the texts of projects that the report prints.
func placeholders(c *checker) {
	type place struct {
		sheet  *model.Sheet
		record model.Record
		column int
		found  string
	}
	var list []place
	texts, latinText := 0, 0
	look := func(sheet *model.Sheet, r model.Record, column int, text string) {
		if len(text) < 3 || !r.Base().Usable(column) || c.doubted(r, column) {
			return
		}
		texts++
		if found := placeholder(text); found != "" {
			if strings.EqualFold(found, "lorem ipsum") {
				latinText++
			}
			list = append(list, place{sheet, r, column, found})
		}
	}
	for _, p := range c.data.Projects {
		look(&model.ProjectSheet, p, model.ProjectDescription, p.Description)
	}
	for _, p := range c.data.Progress {
		look(&model.ProgressSheet, p, model.ProgressText, p.Text)
	}
	for _, k := range c.data.Conclusions {
		look(&model.ConclusionSheet, k, model.ConclusionText, k.Text)
	}
	for _, p := range c.data.Plans {
		look(&model.PlanSheet, p, model.PlanAction, p.Action)
	}
	for _, d := range c.data.Dossiers {
		look(&model.DossierSheet, d, model.DossierDesign, d.Design)
		look(&model.DossierSheet, d, model.DossierSignals, d.Signals)
		look(&model.DossierSheet, d, model.DossierRecommendations, d.Recommendations)
	}
	for _, a := range c.data.Communications {
		look(&model.CommunicationSheet, a, model.CommunicationDescription, a.Description)
	}
	for _, p := range list {
		// Proof text everywhere is a trial run, not an oversight.
		if strings.EqualFold(p.found, "lorem ipsum") && latinText*5 > texts {
			continue
		}
		f := c.say(rulePlaceholder, p.sheet, p.record, p.column, "Hier staat nog ‘"+p.found+"’. Vul de tekst aan, of haal het weg.")
		f.Found, f.Expected = p.found, "een volledige tekst"
	}
}
