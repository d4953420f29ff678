package validate

import (
	"strings"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleSmallGroup = finding.ByCode("X07")

// mostNamed is how many figures the finding names.
const mostNamed = 5

// smallGroups says once which figures of the report's year are withheld, so
// that no one has to look for them.
func (t *textChecker) smallGroups() {
	var small, covered []string
	for _, f := range t.public.All() {
		switch f.Now.Withheld {
		case model.Small:
			small = append(small, f.Key)
		case model.Covered:
			covered = append(covered, f.Key)
		}
	}
	if len(small) == 0 {
		return
	}
	least := dutch.Int(t.public.Least)
	message := dutch.Plural(len(small), "cijfer gaat", "cijfers gaan") + " over minder dan " + least + " mensen en " + stands(len(small)) +
		" in het rapport als ‘<" + dutch.NBSP + least + "’: " + someOf(small) + "."
	if len(covered) > 0 {
		message += " " + dutch.Plural(len(covered), "ander cijfer", "andere cijfers") + " " + stands(len(covered)) +
			" er als ‘*’, omdat een lezer een kleine groep eruit kan berekenen: " + someOf(covered) + "."
	}
	if len(small) == 1 {
		message += " Noem dat aantal ook niet in de teksten."
	} else {
		message += " Noem die aantallen ook niet in de teksten."
	}
	f := finding.New(ruleSmallGroup, t.cfg.Place("drempels.kleinste_groep"), message)
	f.Found = strings.Join(small, ", ")
	t.list = append(t.list, f)
}

func stands(n int) string {
	if n == 1 {
		return "staat"
	}
	return "staan"
}

// someOf names the first few of a list.
func someOf(keys []string) string {
	if n := len(keys); n > mostNamed+1 {
		return strings.Join(keys[:mostNamed], ", ") + " en nog " + dutch.Int(n-mostNamed)
	}
	return dutch.Join(keys)
}
