package validate

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleNotApplicable = finding.ByCode("O04")

// notApplicable reads the texts of sections rated as not applicable. Where
// most such sections have a text, it is the habit.
func notApplicable(c *checker) {
	long := map[pair]int{}
	told := map[pair]string{}
	for _, p := range c.data.Progress {
		at := pair{p.Project, p.Section}
		long[at] += words(p.Text)
		told[at] += " " + p.Text
	}
	var list []*model.Progress
	rated := 0
	for _, p := range c.data.Progress {
		if p.Rating != model.Ratings()[0] || !p.Base().Usable(model.ProgressRating, model.ProgressSection, model.ProgressText) {
			continue
		}
		rated++
		at := pair{p.Project, p.Section}
		if !saysNothing(told[at]) && (long[at] >= 12 || results.MatchString(p.Text)) {
			list = append(list, p)
		}
	}
	if len(list) > 1 && len(list)*2 > rated {
		return
	}
	for _, p := range list {
		f := c.say(ruleNotApplicable, &model.ProgressSheet, p, model.ProgressRating, fmt.Sprintf(
			"De score van %s is ‘%s’, maar de tekst telt %d woorden. Kies een score die bij de tekst past, of zeg in de tekst waarom er geen is.",
			p.Section, p.Rating, long[pair{p.Project, p.Section}]))
		f.Found, f.Expected = p.Rating, "een score die bij de tekst past"
	}
}

// results finds sentences in which someone did or reached something.
var results = regexp.MustCompile(`(?i)\b(bereikten?|organiseerden?|realiseerden?|behaalden?|overlegden|adviseerden?|(nam|namen|kwam|kwamen|ging|gingen) (we|deel|samen|over|door))\b`)

// outcomes finds sentences that tell what came of the work.
var outcomes = regexp.MustCompile(`(?i)\b(nam|namen)\b.*\bmee\b|\b(kwam|kwamen)\b.*\blangs\b|\b(werd|werden)\b.*\b(besproken|gesteld|goedgekeurd|opgenomen|aangenomen|ingevoerd|uitgevoerd|gerealiseerd|beslist|gestemd)\b`)

// deeds finds "we werkten" and "maakten we": what a team did, in the past.
var deeds = regexp.MustCompile(`\b(we|wij) \p{L}{2,}(ten|den)\b|\b\p{L}{2,}(ten|den) (we|wij)\b`)

// denials are words with which a text says that there is nothing to tell, or
// not yet. The flat ones settle it.
var (
	flatDenials = []string{"niet van toepassing", "n.v.t", "nvt", "niet aan de orde"}
	denials     = []string{"nog niet", "nog geen", "geen ", "niets", "niet ",
		"volgend jaar", "voorbereid", "pas in ", "pas op ", "pas vanaf ", "later", "nog op te", "nog te "}
)

// saysNothing tells whether a text says that there is nothing to tell. A text
// with two sentences or more on what did happen doesn't, whatever else it says.
func saysNothing(text string) bool {
	text = strings.ToLower(text)
	if containsAny(text, flatDenials) {
		return true
	}
	denied, happened := false, 0
	for _, sentence := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(".!?\n•", r) }) {
		switch {
		case containsAny(sentence+" ", denials):
			denied = true
		case results.MatchString(sentence) || outcomes.MatchString(sentence) || deeds.MatchString(sentence):
			happened++
		}
	}
	return denied && happened < 2
}

func containsAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}
