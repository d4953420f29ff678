package validate

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleMovedTerm = finding.ByCode("D14")

// movedTo finds "de start verschoof van 1 december 2019 naar 1 maart 2020" and
// "het einde van het project is verschoven van 30 juni naar 31 december 2022".
// Both days must stand there, and nothing else may be what starts or ends
// ("de start van de huiswerkklas"): such sentences are about other things.
var movedTo = regexp.MustCompile(`(?i)\b(start|begin|einde)(?:datum)?(?: van (?:het|dit|ons) project)?((?:,? \p{L}+){0,4}),? van (?:` + dayOnly + `) naar (` + fullDay + `)`)

const (
	dayOnly = `\d{1,2}(?:/\d{1,2}(?:/['’]?\d{2,4})?| \p{L}+(?: \d{4})?)`
	fullDay = `\d{1,2}(?:/\d{1,2}/['’]?\d{2,4}| \p{L}+ \d{4})`
)

// moved says that something moves; a second "van" would name something else.
var moved = regexp.MustCompile(`(?i)versch(?:oof|oven|uift|uiven)|schoof|schuift|opgeschoven|verplaatst`)

// movedTerm compares what conclusions say of a project's term with its Fiche.
func movedTerm(c *checker) {
	for _, k := range c.data.Conclusions {
		p := c.index.projects[code(k.Project)]
		if p == nil || !k.Base().Usable(model.ConclusionProject, model.ConclusionText) {
			continue
		}
		for _, m := range movedTo.FindAllStringSubmatch(k.Text, -1) {
			to, ok := dutchDay(m[3])
			if !ok || !moved.MatchString(k.Text) || strings.Contains(strings.ToLower(m[2]), " van") {
				continue
			}
			column, stands := model.ProjectStart, p.Start
			if strings.EqualFold(m[1], "einde") {
				column, stands = model.ProjectEnd, p.End
			}
			if stands.IsZero() || stands.Equal(to) || !p.Base().Usable(column) {
				continue
			}
			place := k.Base().Place(model.ConclusionText)
			f := c.say(ruleMovedTerm, &model.ProjectSheet, p, column, fmt.Sprintf(
				"Op de fiche staat %s, maar de conclusie (blad %s, cel %s) zegt %s. Verbeter de fiche of de tekst.",
				short(stands), place.Sheet, place.Cell(), short(to)))
			f.Found, f.Expected, f.Proposal = short(stands), "de dag die de conclusie noemt", short(to)
		}
	}
}

// dutchDay reads "1 maart 2020", "1/3/2020" or "1/3/’20".
func dutchDay(s string) (time.Time, bool) {
	parts := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == '/' || r == '’' || r == '\'' })
	if len(parts) != 3 {
		return time.Time{}, false
	}
	month := 0
	for m := time.January; m <= time.December; m++ {
		if parts[1] == dutch.Month(m) {
			month = int(m)
		}
	}
	if month == 0 {
		month, _ = strconv.Atoi(parts[1])
	}
	d, _ := strconv.Atoi(parts[0])
	year, _ := strconv.Atoi(parts[2])
	if year < 100 {
		year += 2000
	}
	t := day(year, time.Month(month), d)
	return t, month >= 1 && month <= 12 && t.Day() == d && t.Month() == time.Month(month)
}
