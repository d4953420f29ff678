package validate

import (
	"regexp"
	"strings"
	"unicode"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var rulePersonName = finding.ByCode("X06")

// personNames looks for names in the columns of pseudonyms.
func (c *checker) personNames() {
	c.namesIn(&model.VolunteerSheet, model.VolunteerName)
	c.namesIn(&model.EmployeeSheet, model.EmployeeNumber)
}

// namesIn reports the names in a column of pseudonyms: what looks like one by
// itself, and what is in words where all others have a number.
func (c *checker) namesIn(sheet *model.Sheet, column int) {
	var used, list []model.Record
	all := shapes{}
	own := map[*source.Sheet]shapes{}
	text := func(r model.Record) string { return *r.Fields(nil)[column].(*string) }
	for r := range c.data.Records(sheet) {
		s := text(r)
		if s == "" || !r.Base().Usable(column) {
			continue
		}
		used = append(used, r)
		place := r.Base().Row.Sheet
		if own[place] == nil {
			own[place] = shapes{}
		}
		all.add(s)
		own[place].add(s)
	}
	for _, r := range used {
		s := text(r)
		if personName(s) || maybeName(s) && own[r.Base().Row.Sheet].breaks(all, s) {
			list = append(list, r)
		}
	}
	for _, part := range grouped(list, sheetOf) {
		f := c.sayCells(rulePersonName, sheet, part, column,
			"Dit lijkt de naam van een persoon. Gebruik een pseudoniem, ook waar het naar verwezen wordt.")
		f.Found, f.Expected = masked(keyText(part[0].Fields(nil)[column])), "een pseudoniem, zoals "+sheet.Columns[column].Example
		if sheet.Named() == column && len(part) == 1 {
			f.Mend = []source.Edit{{At: f.Ref, Names: sheet.Name, Project: f.Project}}
		}
	}
}

// shapes holds the pseudonyms of a column by their shape, each once.
type shapes map[string]map[string]bool

func (s shapes) add(text string) {
	key := shape(text)
	if s[key] == nil {
		s[key] = map[string]bool{}
	}
	s[key][text] = true
}

// shape writes 1 for each number of a pseudonym that has one: V012 and V7 are
// alike. All without a number have the shape "".
func shape(text string) string {
	folded := dutch.Fold(text)
	if !digits.MatchString(folded) {
		return ""
	}
	return digits.ReplaceAllString(folded, "1")
}

var digits = regexp.MustCompile(`\p{Nd}+`)

// breaks tells whether a pseudonym without a number stands by itself in its
// sheet, and nearly all others, there or in the whole werkmap, have a number in
// one shape. In a sheet with more words than a few, words are the custom.
func (own shapes) breaks(all shapes, text string) bool {
	if total := own.total(); len(own[""]) > max(1, total/4) {
		return false
	} else if total == 1 && len(strings.Fields(text)) < 2 {
		return false // a bird, or a first name
	}
	return own.uniform(len(own[""])) || all.uniform(len(own[""]))
}

// uniform tells whether nearly all but some have one shape.
func (s shapes) uniform(but int) bool {
	most := 0
	for shape, list := range s {
		if shape != "" {
			most = max(most, len(list))
		}
	}
	return most >= 5 && most*10 >= (s.total()-but)*9
}

func (s shapes) total() int {
	sum := 0
	for _, list := range s {
		sum += len(list)
	}
	return sum
}

// noNames are words that stand in a column of pseudonyms but name nobody.
var noNames = wordSet(`onbekend onbekende anoniem anonieme vacature vacant vacante totaal totalen nieuw nieuwe diverse andere idem geen niemand
 vrijwilliger vrijwilligers medewerker medewerkers personeelslid persoon deelnemer student stagiair stagiaire jobstudent interim tijdelijk
 vervanger vervanging groep ploeg team project volgt aan te vullen invullen nog niet extern externe intern test voorbeeld`)

// maybeName tells whether a text may be a name: letters only, one word of three
// or more with a capital or a known first name, and no word that names nobody.
// Initials and codes in capitals are none.
func maybeName(s string) bool {
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(".,-'’", r) })
	long, named, letters := false, false, 0
	for _, w := range words {
		runes := []rune(w)
		if noNames[dutch.Fold(w)] || strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) }) {
			return false
		}
		letters += len(runes)
		long = long || len(runes) > 2
		named = named || len(runes) > 2 && unicode.IsUpper(runes[0]) || firstNames[strings.ToLower(w)]
	}
	return long && named && (letters > 4 || strings.ToUpper(s) != s)
}

// personName tells whether a text looks like a first and a last name: a known
// first name, then one or more words with a capital. A pseudonym of two
// ordinary words (Rode Kers) is none.
func personName(s string) bool {
	fields := strings.Fields(s)
	if len(fields) < 2 || len(fields) > 5 {
		return false
	}
	if digits.MatchString(s) {
		return false
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
