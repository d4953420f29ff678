package validate

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"voortgang/config"
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/markup"
	"voortgang/internal/model"
	"voortgang/internal/nearest"
	"voortgang/internal/source"
)

// linkTarget is the address of a Markdown link or picture, with the bracket
// before it.
var linkTarget = regexp.MustCompile(`\]\([^)\n]*\)`)

var ruleEmptySection = finding.ByCode("T22")

// sections reports texts without words, and themes without a text where most
// have one.
func (t *textChecker) sections() {
	have := map[string]bool{}
	for _, n := range t.texts {
		have[n.Name] = true
		if n.Text != "" && !hasProse(n.Text) || n.Text == "" && len(n.Blocks) == 0 {
			f := finding.New(ruleEmptySection, source.Ref{File: n.Path}, "Deze tekst is nog leeg. Schrijf hem, of haal het bestand weg.")
			f.Found, f.Expected = "geen tekst", "minstens één alinea"
			t.list = append(t.list, f)
		}
	}
	var without []string
	themes := 0
	for _, theme := range t.cfg.Themes {
		name := "themas/" + theme.Slug()
		themes++
		if !have[name] && !t.misnamed(theme.Slug()) {
			without = append(without, theme.Name)
		}
	}
	if themes < 3 || len(without)*2 >= themes {
		return
	}
	for _, name := range without {
		f := finding.New(ruleEmptySection, source.Ref{File: "teksten"}, fmt.Sprintf(
			"Het thema %s heeft geen tekst. Schrijf teksten/themas/%s.md.", name, dutch.Slug(name)))
		f.Found, f.Expected = "geen bestand", "themas/"+dutch.Slug(name)+".md"
		t.list = append(t.list, f)
	}
}

// misnamed tells whether a text has a name that is nearly that of a theme, for
// which its file is told to be renamed.
func (t *textChecker) misnamed(slug string) bool {
	for _, n := range t.texts {
		folder, name := path.Split(n.Name)
		if (folder == "" || folder == "themas/") && len(n.Blocks) > 0 && !t.ofTheme(n.Name) && nearest.Slip(dutch.Fold(name), dutch.Fold(slug)) {
			return true
		}
	}
	return false
}

func (t *textChecker) ofTheme(name string) bool {
	return slices.ContainsFunc(t.cfg.Themes, func(th config.Theme) bool { return name == "themas/"+th.Slug() })
}

// hasProse tells whether a text holds more than headings and comments. A
// reference or a picture is something.
func hasProse(text string) bool {
	for l := range strings.SplitSeq(markup.WithoutComments(text), "\n") {
		if l = strings.TrimSpace(l); l != "" && (!strings.HasPrefix(l, "#") || strings.Contains(l, "{{")) {
			return true
		}
	}
	return false
}

// placeholders looks for what is still to fill in.
func (t *textChecker) placeholders(n *model.Narrative, lines []textLine) {
	for _, l := range lines {
		end := -1
		for _, at := range placeholderForm.FindAllStringIndex(l.prose, -1) {
			// Marks side by side ("XXX nog in te vullen") are one.
			beside := end >= 0 && strings.Trim(l.prose[end:at[0]], " .,:;!()[]–-") == ""
			if end = at[1]; beside {
				continue
			}
			found := l.prose[at[0]:at[1]]
			if strings.HasSuffix(found, "]") && strings.HasPrefix(strings.TrimSpace(l.raw[at[1]:]), "(") {
				continue // the words of a link
			}
			f := t.say(rulePlaceholder, n, l, at[0], "Hier staat nog ‘"+found+"’. Vul de tekst aan, of haal het weg.")
			f.Found, f.Expected = found, "een volledige tekst"
		}
	}
}

// personal looks for what points at a person. The colophon is where the
// organisation gives its own addresses.
func (t *textChecker) personal(n *model.Narrative, lines []textLine) {
	if n.Name == "colofon" {
		return
	}
	o := t.cfg.Organisation
	for _, l := range lines {
		for _, h := range personal(l.prose, []string{o.Email, o.Phone, o.Number}) {
			f := t.say(h.rule, n, l, h.start, privacyMessages[h.rule.Code])
			f.Found, f.Expected = masked(l.prose[h.start:h.end]), "een tekst zonder persoonsgegevens"
		}
	}
}

var ruleOtherReport = finding.ByCode("T25")

var thisReport = regexp.MustCompile(`(?i)\b(dit|ons|het|dit is (?:het|ons)|(?:hier|voor je) (?:is|ligt) (?:het|ons))\s+(voortgangsrapport|voortgangsverslag|jaarverslag|jaarrapport)\s+(van\s+|over\s+|voor\s+)?((?:19|20)\d\d)\b`)

func (t *textChecker) otherReport(n *model.Narrative, lines []textLine) {
	year := fmt.Sprint(t.cfg.Report.Year)
	for _, l := range lines {
		for _, at := range thisReport.FindAllStringSubmatchIndex(l.prose, -1) {
			this, found := strings.ToLower(l.prose[at[2]:at[3]]), l.prose[at[8]:at[9]]
			// "het jaarverslag 2020" may well be another one.
			if found == year || this == "het" || this == "ons" {
				continue
			}
			f := t.say(ruleOtherReport, n, l, at[8], fmt.Sprintf("De tekst noemt dit het verslag van %s, maar het rapport gaat over %s. Verbeter het jaar.", found, year))
			f.Found, f.Expected, f.Proposal = found, year, year
		}
	}
}

var ruleUnbalanced = finding.ByCode("T24")

// unbalanced reports an opening mark without a closing one in its paragraph.
// Closing ones alone are left: 1) and a) open a list.
func (t *textChecker) unbalanced(n *model.Narrative, lines []textLine) {
	type open struct {
		line textLine
		at   int
		mark rune
	}
	shuts := map[rune]rune{'(': ')', '[': ']', '“': '”', '«': '»', '„': '”'}
	var stack []open
	waiting := map[rune]int{} // by the sign that closes
	flush := func() {
		for _, o := range stack {
			f := t.say(ruleUnbalanced, n, o.line, o.at, fmt.Sprintf("‘%c’ wordt in deze alinea niet gesloten. Zet ‘%c’ waar het hoort.", o.mark, shuts[o.mark]))
			f.Found, f.Expected = string(o.mark), string(shuts[o.mark])
		}
		stack = nil
		clear(waiting)
	}
	for _, l := range lines {
		trimmed := strings.TrimSpace(l.prose)
		if trimmed == "" || strings.HasPrefix(trimmed, "#") || strings.HasPrefix(trimmed, "- ") || strings.HasPrefix(trimmed, "* ") {
			flush()
		}
		text := strings.NewReplacer(":(", "  ", ";(", "  ").Replace(l.prose)
		for at, r := range text {
			if shuts[r] != 0 {
				stack = append(stack, open{l, at, r})
				waiting[shuts[r]]++
				continue
			}
			if waiting[r] == 0 {
				continue
			}
			waiting[r]--
			for i := len(stack) - 1; i >= 0; i-- {
				if shuts[stack[i].mark] == r {
					stack = append(stack[:i], stack[i+1:]...)
					break
				}
			}
		}
	}
	flush()
}
