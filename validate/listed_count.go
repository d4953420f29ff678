package validate

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleListedCount = finding.ByCode("T27")

// listing is a number, the word that it counts, and a list after a colon or in
// brackets: "4 buurten: A, B en C", "in vier buurten (A, B en C)".
var listing = regexp.MustCompile(`(\d{1,2}|\p{L}+)[\s\x{00a0}]+(\p{Ll}+(?:en|s))(?::[\s\x{00a0}]+|[\s\x{00a0}]+\()([^.:;()\n]+)`)

var (
	// placeWords are words for places, whose names hold no "en".
	placeWords = regexp.MustCompile(`^(?:deel|fusie|rand|centrum)?(?:buurten|wijken|gemeenten|steden|dorpen|straten)$`)
	// lastAnd is the "en" before the last name of a list with commas.
	lastAnd = regexp.MustCompile(`,[^,]*\s\S+\s+en\s+[^,\s]+\s*$`)
)

// listedCount counts the names in the texts of the sheets.
func listedCount(c *checker) {
	for _, sheet := range model.Sheets() {
		columns := textColumns(sheet)
		var fields []any
		for r := range c.data.Records(sheet) {
			fields = r.Fields(fields[:0])
			for _, i := range columns {
				text := *fields[i].(*string)
				if sheet.Columns[i].Kind != model.Text || !strings.ContainsAny(text, ":(") || !r.Base().Usable(i) {
					continue
				}
				for _, l := range listings(text) {
					f := c.say(ruleListedCount, sheet, r, i, l.message())
					f.Found, f.Expected, f.Proposal = l.said, l.expected(), l.right
				}
			}
		}
	}
}

// listed counts the names in the narrative.
func (t *textChecker) listed(n *model.Narrative, lines []textLine) {
	for _, line := range lines {
		for _, l := range listings(line.prose) {
			f := t.say(ruleListedCount, n, line, l.at, l.message())
			f.Found, f.Expected, f.Proposal = l.said, l.expected(), l.right
		}
	}
}

// miscount is a listing whose number is wrong. right is what to write, "" when
// an "en" may stand inside a name.
type miscount struct {
	at                 int
	said, counts       string
	names              int
	right, first, last string
}

func (m miscount) expected() string { return strconv.Itoa(m.names) }

func (m miscount) message() string {
	return fmt.Sprintf("De tekst zegt %s %s, maar somt er %d op, van %s tot %s. Verbeter het getal of de opsomming.", m.said, m.counts, m.names, m.first, m.last)
}

func listings(text string) []miscount {
	var out []miscount
	for _, at := range listing.FindAllStringSubmatchIndex(text, -1) {
		said, n := text[at[2]:at[3]], countEnding(text, at[3])
		names, ens := properNames(text[at[6]:at[7]])
		// Each "en" may stand inside a name, but for the last one in a list of
		// places.
		inside := ens
		if ens == 1 && placeWords.MatchString(text[at[4]:at[5]]) && lastAnd.MatchString(text[at[6]:at[7]]) {
			inside = 0
		}
		if n < 2 || n > 20 || len(names) < 2 || n >= len(names)-inside && n <= len(names) {
			continue
		}
		m := miscount{at: at[2], said: said, counts: text[at[4]:at[5]], names: len(names), first: names[0], last: names[len(names)-1]}
		if ens <= 1 {
			m.right = strconv.Itoa(len(names))
		}
		out = append(out, m)
	}
	return out
}

// countEnding gives the whole number that ends at a place in a text, or 0.
func countEnding(text string, end int) int {
	for _, s := range numbersIn(text) {
		if s.end == end && s.decimals == 0 {
			return int(min(s.value, 1e6))
		}
	}
	return 0
}

// properNames splits a list on commas and "en". It gives nothing unless every
// part is a name: a capital or an article before one, few words, no digits.
func properNames(list string) (names []string, ens int) {
	list = strings.TrimRight(strings.TrimSpace(list), "!?")
	for _, part := range strings.Split(list, ",") {
		for i, name := range strings.Split(part, " en ") {
			name = strings.TrimPrefix(strings.TrimSpace(name), "en ")
			if i > 0 {
				ens++
			}
			bare := name
			for _, article := range []string{"de ", "het ", "’t "} {
				bare = strings.TrimPrefix(bare, article)
			}
			if bare == "" || len(strings.Fields(bare)) > 3 || strings.ContainsFunc(bare, unicode.IsDigit) || !unicode.IsUpper([]rune(bare)[0]) {
				return nil, 0
			}
			names = append(names, name)
		}
	}
	return names, ens
}
