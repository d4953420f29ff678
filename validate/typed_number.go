package validate

import (
	"regexp"
	"strings"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleTypedNumber = finding.ByCode("T28")

// typedNumber finds a number of three parts, so that "17.10 Werelddag" and
// "2021 in cijfers" are left alone.
var typedNumber = regexp.MustCompile(`^#{1,6}\s+(\d{1,2}\.\d{1,2}\.\d{1,2}\.?)\s+\p{L}`)

// typedNumbers looks for numbers before headings. A number that stands there
// more than once is told as such.
func (t *textChecker) typedNumbers(n *model.Narrative, lines []textLine) {
	count := map[string]int{}
	for _, l := range lines {
		if m := typedNumber.FindStringSubmatch(l.prose); m != nil {
			count[m[1]]++
		}
	}
	for _, l := range lines {
		at := typedNumber.FindStringSubmatchIndex(l.prose)
		if at == nil {
			continue
		}
		found := l.prose[at[2]:at[3]]
		message := "Het nummer ‘" + found + "’ is in de kop getypt. Haal het weg: het rapport nummert zelf."
		if count[found] > 1 {
			message = "Het nummer ‘" + found + "’ is in de kop getypt, en staat in deze tekst bij nog een kop. Haal het weg: het rapport nummert zelf."
		}
		f := t.say(ruleTypedNumber, n, l, at[2], message)
		f.Found, f.Expected = found, "een kop zonder nummer"
		f.Proposal = strings.TrimSpace(strings.TrimLeft(strings.Replace(l.prose, found, "", 1), "# "))
	}
}
