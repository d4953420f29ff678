package validate

import (
	"fmt"
	"strings"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleMunicipalityName = finding.ByCode("R09")

// municipalityName compares the words of a project's name with its own
// municipalities. A name may leave its municipality out.
func municipalityName(c *checker) {
	for _, p := range c.data.Projects {
		if !p.Base().Usable(model.ProjectName, model.ProjectMunicipalities) {
			continue
		}
		for _, place := range p.Municipalities {
			found := otherSpelling(p.Name, place)
			if found == "" {
				continue
			}
			right := strings.Replace(p.Name, found, place, 1)
			f := c.say(ruleMunicipalityName, &model.ProjectSheet, p, model.ProjectName, fmt.Sprintf(
				"In de naam staat ‘%s’, in het veld gemeenten ‘%s’. Bedoel je ‘%s’?", found, place, right))
			f.Found, f.Expected, f.Proposal = found, "de gemeente zoals in het veld gemeenten", right
		}
	}
}

// otherSpelling gives the word of a name that is a place of one word, but
// written otherwise, or "" when the place stands there rightly or not at all.
func otherSpelling(name, place string) string {
	if strings.Contains(place, " ") || strings.Contains(name, place) || strings.ToUpper(name) == name {
		return ""
	}
	for _, w := range strings.Fields(name) {
		w = strings.Trim(w, ".,;:()")
		if strings.EqualFold(w, place) && strings.ToUpper(w) != w || nearWord(dutch.Fold(place), dutch.Fold(w)) {
			return w
		}
	}
	return ""
}
