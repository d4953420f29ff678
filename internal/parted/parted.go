// Package parted finds the values in a list of which some are parted by
// another sign than the list's.
package parted

import (
	"regexp"
	"strings"
)

// signs part values for people: a comma, a slash, a plus, " en " and the like.
var signs = regexp.MustCompile(`\s*[,/|+&•·\t]\s*(?:(?i:en|of|and)\s+)?|\s+(?:(?i:en|of|alsook|and)|-|–)\s+`)

// Items cuts a text where signs part values that know knows, and gives them
// as know spells them; know gives "" for no value. Two values or more, and
// nothing else: of any other text it gives nil. A value may hold a sign itself:
// of all ways to cut, the one with the longest first values counts.
func Items(text string, know func(string) string) []string {
	cuts := signs.FindAllStringIndex(text, 20)
	if len(cuts) == 0 || len(cuts) == 20 {
		return nil
	}
	return from(text, 0, cuts, know, map[int]bool{})
}

// from cuts what stands from a place on; dead are places from which nothing
// can be cut.
func from(text string, start int, cuts [][]int, know func(string) string, dead map[int]bool) []string {
	if dead[start] {
		return nil
	}
	if start > 0 {
		if v := know(strings.TrimSpace(text[start:])); v != "" {
			return []string{v}
		}
	}
	for i := len(cuts) - 1; i >= 0 && cuts[i][0] >= start; i-- {
		v := know(strings.TrimSpace(text[start:cuts[i][0]]))
		if v == "" {
			continue
		}
		if rest := from(text, cuts[i][1], cuts, know, dead); rest != nil {
			return append([]string{v}, rest...)
		}
	}
	dead[start] = true
	return nil
}
