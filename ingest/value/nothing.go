package value

import (
	"strings"

	"voortgang/internal/dutch"
)

// nothing are texts, folded, that say that there is nothing to say; noEnd those
// that say so of a day that hasn't come.
var (
	nothing = wordSet("nvt niettoepassing nietvantoepassing na geen leeg niets nihil")
	noEnd   = wordSet("heden totheden totopheden totnu nu nogactief actief nogsteeds nogsteedsactief lopend lopende noglopend noglopende looptnog looptdoor loopt " +
		"nogbezig bezig doorlopend continu permanent onbepaald onbepaaldeduur vanonbepaaldeduur voronbepaaldeduur vooronbepaaldeduur open openeinde geeneinde geeneinddatum " +
		"indienst nogindienst nogwerkzaam nognietbekend nogniet nogtebepalen ntb vast present ongoing blijvend")
)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// SaysNothing tells whether a text stands for an empty cell: a dash, a slash or
// n.v.t., and for a day heden, lopend or nog actief.
func SaysNothing(text string, day bool) bool {
	fold := dutch.Fold(text)
	if fold == "" {
		return strings.Trim(text, "-–—−/\\._* ") == ""
	}
	return nothing[fold] || day && noEnd[fold]
}
