package validate

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleLooseName = finding.ByCode("K02")
var ruleSimilarName = finding.ByCode("K03")

// named is one name in one scope.
type named struct {
	sheet  *model.Sheet
	record model.Record
	column int
	scope  string
	name   string
}

// looseName looks for one thing written in two ways.
func looseName(c *checker) {
	var list []named
	add := func(sheet *model.Sheet, r model.Record, column int, scope, name string) {
		if name != "" && r.Base().Usable(column) {
			list = append(list, named{sheet, r, column, scope, name})
		}
	}
	for _, a := range c.data.Actors {
		add(&model.ActorSheet, a, model.ActorName, a.Project, a.Name)
	}
	c.sameNames(list, actorKey)
	c.similarNames(list, 10)
	list = nil
	for _, d := range c.data.Dossiers {
		add(&model.DossierSheet, d, model.DossierTitle, d.Project, d.Title)
	}
	c.sameNames(list, dutch.Fold)
	c.similarNames(list, 15)
	list = nil
	for _, v := range c.data.Volunteers {
		add(&model.VolunteerSheet, v, model.VolunteerName, v.Project, v.Name)
	}
	c.sameNames(list, pseudonymKey)
	list = nil
	for _, e := range c.data.Employees {
		add(&model.EmployeeSheet, e, model.EmployeeNumber, "", e.Number)
	}
	c.sameNames(list, pseudonymKey)
}

// sameNames reports the second of two names with the same key.
func (c *checker) sameNames(list []named, key func(string) string) {
	seen := map[pair]named{}
	for _, n := range list {
		k := key(n.name)
		if k == "" {
			continue
		}
		at := pair{n.scope, k}
		first, double := seen[at]
		if !double {
			seen[at] = n
			continue
		}
		if code(first.name) == code(n.name) {
			continue // a double key
		}
		f := c.say(ruleLooseName, n.sheet, n.record, n.column, fmt.Sprintf(
			"‘%s’ lijkt hetzelfde als ‘%s’ in cel %s. Schrijf ze gelijk en houd één rij over, of maak het verschil duidelijker.",
			n.name, first.name, first.record.Base().Place(first.column).Cell()))
		f.Found, f.Expected, f.Proposal = n.name, "één schrijfwijze", first.name
	}
}

// actorKey folds a name without its legal form.
func actorKey(name string) string {
	fields := strings.Fields(strings.ToLower(name))
	kept := fields[:0:0]
	for _, w := range fields {
		if !legalForms[strings.Trim(strings.ReplaceAll(w, ".", ""), ",()")] {
			kept = append(kept, w)
		}
	}
	if len(kept) == 0 {
		kept = fields
	}
	return dutch.Fold(strings.Join(kept, " "))
}

var legalForms = map[string]bool{"vzw": true, "asbl": true, "nv": true, "bv": true, "bvba": true, "cv": true, "cvba": true, "cvso": true, "ivzw": true}

// pseudonymKey reads V012, V-12 and V 012 as the same: letters, then a number.
// A letter O or l among digits is read as the digit that it looks like.
func pseudonymKey(name string) string {
	folded := dutch.Fold(name)
	at := strings.IndexFunc(folded, unicode.IsDigit)
	if at < 0 {
		return folded
	}
	digits := strings.NewReplacer("o", "0", "l", "1", "i", "1").Replace(folded[at:])
	if n, err := strconv.Atoi(digits); err == nil {
		return folded[:at] + strconv.Itoa(n)
	}
	return folded
}

// similarNames reports names in one scope that differ one letter in a long
// word. Each name with a letter left out is looked up, so that many names cost
// no more than their letters.
func (c *checker) similarNames(list []named, least int) {
	seen := map[string]int{}
	told := map[int]bool{}
	for i, n := range list {
		folded := dutch.Fold(n.name)
		if len(folded) < least || len(folded) > 200 {
			continue
		}
		var near = -1
		variants := append(deletions(folded), folded)
		for _, v := range variants {
			if j, ok := seen[n.scope+"\x00"+v]; ok && !told[j] && oneLetter(list[j].name, n.name) {
				near = j
				break
			}
		}
		if near < 0 {
			for _, v := range variants {
				if _, taken := seen[n.scope+"\x00"+v]; !taken {
					seen[n.scope+"\x00"+v] = i
				}
			}
			continue
		}
		told[i] = true
		first := list[near]
		f := c.say(ruleSimilarName, n.sheet, n.record, n.column, fmt.Sprintf(
			"‘%s’ verschilt één letter van ‘%s’ in cel %s. Is het dezelfde, schrijf ze dan gelijk en houd één rij over.",
			n.name, first.name, first.record.Base().Place(first.column).Cell()))
		f.Found, f.Expected, f.Proposal = n.name, "één schrijfwijze", first.name
	}
}

// deletions gives a word with each of its letters left out in turn.
func deletions(s string) []string {
	out := make([]string, 0, len(s))
	runes := []rune(s)
	for i := range runes {
		out = append(out, string(runes[:i])+string(runes[i+1:]))
	}
	return out
}

// oneLetter tells whether two names differ in one letter of one long word: a
// letter more, less, other or swapped. Digits and short words name different
// things (school 1 and 2, Ham and Hamm).
func oneLetter(a, b string) bool {
	wa, wb := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	if len(wa) != len(wb) {
		return false
	}
	off := -1
	for i := range wa {
		if dutch.Fold(wa[i]) != dutch.Fold(wb[i]) {
			if off >= 0 {
				return false
			}
			off = i
		}
	}
	if off < 0 {
		return false
	}
	return nearWord(dutch.Fold(wa[off]), dutch.Fold(wb[off]))
}

func nearWord(a, b string) bool {
	ra, rb := []rune(a), []rune(b)
	if len(ra) > len(rb) {
		ra, rb = rb, ra
	}
	if len(ra) < 6 || len(rb)-len(ra) > 1 || strings.ContainsFunc(a+b, unicode.IsDigit) {
		return false
	}
	i := 0
	for i < len(ra) && ra[i] == rb[i] {
		i++
	}
	rest := func(x, y []rune) bool { return string(x) == string(y) }
	if len(ra) < len(rb) {
		// A plural or an inflection is another word.
		if i == len(ra) && (rb[i] == 's' || rb[i] == 'e' || rb[i] == 'n') {
			return false
		}
		return rest(ra[i:], rb[i+1:])
	}
	if i == len(ra) {
		return false
	}
	if rest(ra[i+1:], rb[i+1:]) {
		return true
	}
	return i+1 < len(ra) && ra[i] == rb[i+1] && ra[i+1] == rb[i] && rest(ra[i+2:], rb[i+2:])
}
