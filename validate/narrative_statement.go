package validate

import (
	"regexp"
	"strings"

	"voortgang/internal/cite"
	"voortgang/internal/model"
)

// subjects are what an indicator is called, with the file of its own text and
// its main figure. In its own text "het totaal" is that figure too.
var subjects = []struct {
	file, key string
	words     *regexp.Regexp
}{
	subject("vte", "vte.totaal", `personeelsinzet|inzet(?: van (?:het |ons )?personeel)?`),
	subject("personeelsformatie", "personeelsformatie.gerealiseerd", `gerealiseerde (?:personeels)?formatie`),
	subject("personeelsformatie", "personeelsformatie.norm", `(?:decretale |opgelegde )?norm|opgelegde (?:personeels)?formatie`),
	subject("activiteiten", "activiteiten.totaal", `aantal (?:georganiseerde )?activiteiten`),
	subject("deelnames", "deelnames.totaal", `aantal deelnames`),
	subject("actoren", "actoren.totaal", `aantal actoren`),
	subject("contacten", "contacten.totaal", `aantal contacten`),
	subject("beleidscontacten", "beleidscontacten.totaal", `aantal beleidscontacten`),
	subject("dossiers", "dossiers.totaal", `aantal (?:afgeronde |afgewerkte )?(?:beleids)?dossiers`),
	subject("vrijwilligers", "vrijwilligers.totaal", `aantal vrijwilligers`),
	subject("communicatie", "communicatie.aantal", `aantal communicatieacties`),
	subject("vorming", "vorming.totaal", `aantal (?:vormingsuren|uren vorming)`),
	subject("ancienniteit", "ancienniteit.gemiddelde", `gemiddelde anciënniteit`),
}

func subject(file, key, words string) (s struct {
	file, key string
	words     *regexp.Regexp
}) {
	s.file, s.key = file, key
	s.words = regexp.MustCompile(`(?i)^(?:` + words + `)$`)
	return s
}

var (
	// statedForm is all that stands before a number that is said to be the
	// value of something; its first group is of what.
	statedForm = regexp.MustCompile(`(?i)^(?:(?:in (?:19|20)\d\d|dit jaar|vorig jaar) )?(?:(?:is|was|bedraagt|bedroeg) )?(?:(?:de|het|onze|ons) )?(?:(?:totale|volledige|gezamenlijke) )?` +
		`([\p{L} ]+?)(?: (?:in|van) (?:19|20)\d\d| dit jaar| vorig jaar)?(?: (?:is|was|bedraagt|bedroeg|(?:komt|kwam) (?:uit )?op|telt|telde|(?:stijgt|steeg|daalt|daalde) (?:naar|tot)))?(?: in (?:19|20)\d\d| dit jaar| vorig jaar)?(?: in totaal)?$`)
	// statedEnd follows such a number.
	statedEnd = regexp.MustCompile(`(?i)^\s*(?:VTE|voltijdse equivalenten|activiteiten|deelnames|actoren|contacten|beleidscontacten|(?:beleids)?dossiers|vrijwilligers|communicatieacties|uren|jaar)?` +
		`(?:\s+(?:in|van)\s+(?:19|20)\d\d|\s+dit jaar)?\s*(?:[.,;!)]|$)`)
	isVerb = regexp.MustCompile(`(?i)\b(?:is|was|bedraagt|bedroeg|komt|kwam|telt|telde|stijgt|steeg|daalt|daalde)\b`)
)

// stated judges a number of which the sentence says what it is: "De
// personeelsinzet is 9,55 VTE." It tells whether that settles the matter.
func (t *textChecker) stated(n *model.Narrative, l textLine, s said, general bool) bool {
	from, to := sentenceSpan(l.prose, s.start)
	sentence := l.prose[from:to]
	before := strings.TrimSpace(l.prose[from:s.start])
	if hedged := len(before) - len(s.hedge); s.hedge != "" && hedged >= 0 {
		before = strings.TrimSpace(before[:hedged])
	}
	before = strings.Join(strings.Fields(before), " ")
	m := statedForm.FindStringSubmatch(before)
	end := statedEnd.FindStringIndex(l.prose[s.end:to])
	if m == nil || !general || !isVerb.MatchString(before) || end == nil || plannedForm.MatchString(sentence) {
		return false
	}
	// "5 VTE, meer dan in 2020": the year of what comes after isn't meant.
	clause := l.prose[from : s.end+end[1]]
	for _, sub := range subjects {
		own := n.Name == "indicatoren/"+sub.file
		if !own && strings.TrimSpace(l.prose[:from]) != "" || !sub.words.MatchString(m[1]) && !(own && strings.EqualFold(m[1], "totaal")) {
			continue
		}
		list := t.candidates(n, sentence, []string{sub.key})
		if len(list) == 0 {
			return false
		}
		fig := list[0]
		v := t.valueMeant(fig, clause)
		if !v.Known || s.fits(v.Value) || s.holds(v.Value) || mayYetFit(s, fig, v) {
			return true
		}
		t.contradiction(n, l, s, fig, cite.WriteUnit(fig, v), t.yearMeant(clause))
		return true
	}
	return false
}
