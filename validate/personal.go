package validate

import (
	"regexp"
	"strconv"
	"strings"

	"voortgang/internal/finding"
)

var (
	ruleEmail          = finding.ByCode("X01")
	rulePhone          = finding.ByCode("X02")
	ruleNationalNumber = finding.ByCode("X03")
	ruleAccount        = finding.ByCode("X04")
	ruleBirthDate      = finding.ByCode("X05")
)

// hit is something personal in a text: bytes from start to end.
type hit struct {
	rule       *finding.Rule
	start, end int
}

// mayHold is quick and true of every text in which personal can find
// something: an at sign, or five digits.
func mayHold(s string) bool {
	digits := 0
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case b == '@':
			return true
		case b >= '0' && b <= '9':
			if digits++; digits >= 5 {
				return true
			}
		}
	}
	return false
}

var (
	webAddress     = regexp.MustCompile(`(?i)\b(https?://|www\.)[^\s<>)\]]+`)
	emailForm      = regexp.MustCompile(`(?i)[a-z0-9._%+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+`)
	nationalForm   = regexp.MustCompile(`\b\d{2}[. /-]?\d{2}[. /-]?\d{2}[ -]?\d{3}[. -]?\d{2}\b`)
	accountForm    = regexp.MustCompile(`(?i)\b[A-Z]{2}\d{2}([ .-]?[A-Z0-9]{4}){2,7}([ .-]?[A-Z0-9]{1,3})?\b`)
	birthForm      = regexp.MustCompile(`(?i)(geboren\s*(op|:)?|geb\.?\s*(op|:)?|geboortedatum\s*(is|:)?|°)\s*(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}\s+(januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\s+\d{4})`)
	foundedForm    = regexp.MustCompile(`(?i)(\b(?:van|uit|bij|in|voor)\s+)?\b(?:de|het|onze|ons|deze|dit|een)\s+(?:\p{L}+\s+)?\p{L}*(?:organisatie|vereniging|vzw|werking|project|initiatief|idee|beweging|stichting|buurthuis|ontmoetingshuis|huis|groep|samenwerking|netwerk|dienst|plek)\s+(?:werd|is|was)\s+(?:\p{L}+\s+){0,2}geboren\b`)
	phoneForm      = regexp.MustCompile(`(\+32|0032)[ ./]?\(?0?\)?[ ./]?[1-9]([ ./-]?\d){7,8}\b|\b04[5-9]\d([ ./-]?\d){6}\b|\b0[1-9]\d?[ ./-]{1,3}\d{2,3}([ .]\d{2}){2}\b`)
	enterpriseForm = regexp.MustCompile(`\b[01]\d{3}\.\d{3}\.\d{3}\b`)
	dateForm       = regexp.MustCompile(`^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}`)
)

// personal finds what points at a person. own are the organisation's own
// addresses and numbers, which may stand in a text.
func personal(text string, own []string) []hit {
	if !mayHold(text) {
		return nil
	}
	// What has been judged is blotted out, so that a number is one thing only.
	rest := []byte(text)
	blot := func(start, end int) {
		for i := start; i < end; i++ {
			rest[i] = '#'
		}
	}
	for _, at := range webAddress.FindAllIndex(rest, -1) {
		blot(at[0], at[1])
	}
	for _, word := range own {
		for from := 0; word != ""; {
			i := strings.Index(string(rest[from:]), word)
			if i < 0 {
				break
			}
			blot(from+i, from+i+len(word))
			from += i + len(word)
		}
	}
	var out []hit
	find := func(rule *finding.Rule, form *regexp.Regexp, judge func(string) bool) {
		for _, at := range form.FindAllIndex(rest, -1) {
			if judge(string(rest[at[0]:at[1]])) {
				out = append(out, hit{rule, at[0], at[1]})
				blot(at[0], at[1])
			}
		}
	}
	find(ruleEmail, emailForm, personalAddress)
	for _, at := range emailForm.FindAllIndex(rest, -1) {
		blot(at[0], at[1])
	}
	find(ruleAccount, accountForm, validAccount)
	find(ruleNationalNumber, nationalForm, validNational)
	for _, at := range foundedForm.FindAllSubmatchIndex(rest, -1) {
		// "de voorzitter van de vereniging werd geboren" is about a person.
		if at[2] < 0 {
			blot(at[0], at[1])
		}
	}
	find(ruleBirthDate, birthForm, func(string) bool { return true })
	for _, at := range enterpriseForm.FindAllIndex(rest, -1) {
		blot(at[0], at[1])
	}
	find(rulePhone, phoneForm, func(s string) bool { return !dateForm.MatchString(s) })
	return out
}

// homeProviders give addresses to people, not to organisations.
var homeProviders = []string{"gmail.", "hotmail.", "outlook.", "live.", "yahoo.", "icloud.", "telenet.be", "skynet.be", "proximus.be", "scarlet.be", "msn.", "me.com", "pandora.be"}

// personalAddress tells whether an address is that of a person: a name before
// the at sign, or a provider for homes.
func personalAddress(address string) bool {
	local, domain, _ := strings.Cut(strings.ToLower(address), "@")
	for _, p := range homeProviders {
		if strings.HasPrefix(domain, p) {
			return true
		}
	}
	parts := strings.FieldsFunc(local, func(r rune) bool { return r == '.' || r == '_' || r == '-' })
	letters := 0
	for _, p := range parts {
		if strings.Trim(p, "abcdefghijklmnopqrstuvwxyz") == "" {
			letters++
		}
	}
	if len(parts) >= 2 && letters == len(parts) {
		for _, p := range parts {
			if sharedBoxes[p] {
				return false
			}
		}
		return true
	}
	return firstNames[local]
}

// sharedBoxes are parts of addresses that no person has.
var sharedBoxes = map[string]bool{
	"info": true, "contact": true, "onthaal": true, "secretariaat": true, "noreply": true, "no": true, "reply": true, "post": true, "mail": true,
	"hallo": true, "welkom": true, "buurthuis": true, "buurtwerk": true, "project": true, "team": true, "dienst": true, "sociale": true, "privacy": true,
	"stad": true, "gemeente": true, "ocmw": true, "school": true, "bib": true, "pers": true, "communicatie": true, "redactie": true, "vzw": true,
	"vrijwilligers": true, "vorming": true, "wonen": true, "energie": true, "onderwijs": true, "inloophuis": true, "huis": true, "huisvandewijk": true,
	"van": true, "voor": true, "het": true, "kind": true, "limburg": true, "boekhouding": true, "personeel": true, "hr": true, "it": true, "help": true,
}

// validNational checks the check digits of a national register number (Royal
// Decree of 3 April 1984): 97 minus the first nine digits modulo 97, with a 2
// before them for who was born from 2000 on.
func validNational(s string) bool {
	d := onlyDigits(s)
	if len(d) != 11 {
		return false
	}
	month, _ := strconv.Atoi(d[2:4])
	dayOf, _ := strconv.Atoi(d[4:6])
	serial, _ := strconv.Atoi(d[6:9])
	// Bis numbers add 20 or 40 to the month.
	if m := month % 20; m > 12 || dayOf > 31 || serial == 0 || serial == 999 {
		return false
	}
	body, _ := strconv.Atoi(d[:9])
	control, _ := strconv.Atoi(d[9:])
	return 97-body%97 == control || 97-(2_000_000_000+body)%97 == control
}

// validAccount checks the remainder of an IBAN (ISO 13616: modulo 97 is 1).
func validAccount(s string) bool {
	s = strings.ToUpper(strings.NewReplacer(" ", "", ".", "", "-", "").Replace(s))
	if len(s) < 15 || len(s) > 34 {
		return false
	}
	remainder := 0
	for _, c := range s[4:] + s[:4] {
		switch {
		case c >= '0' && c <= '9':
			remainder = (remainder*10 + int(c-'0')) % 97
		case c >= 'A' && c <= 'Z':
			remainder = (remainder*100 + int(c-'A') + 10) % 97
		default:
			return false
		}
	}
	return remainder == 1
}

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// masked hides most of what was found: a list of findings goes round too.
func masked(s string) string {
	shown := 2
	if at := strings.IndexByte(s, '@'); at > 0 {
		return string([]rune(s)[:1]) + "…" + s[at:]
	}
	r := []rune(s)
	if len(r) <= 2*shown {
		return "…"
	}
	return string(r[:shown]) + "…" + string(r[len(r)-shown:])
}

// firstNames are common first names in Flanders, for addresses and for columns
// that hold pseudonyms.
var firstNames = wordSet(`jan piet pieter paul peter luc marc mark dirk johan jos jozef koen kris kristof tom thomas tim bart bert bram david daan
 dries erik eric filip frank geert gert guy hans hugo ivan jeroen joris karel kevin lars louis lucas maarten matthias michel mohamed mehmet
 mustafa ahmed ali omar hassan youssef nick patrick philippe raf rik robert rob roger ronny rudi sam simon stefaan stefan steven stijn sven
 theo tony walter ward wim wouter yves an ann anna anne annelies annemie bea bianca brigitte carine carla caroline chantal charlotte christel
 christine cindy claudia daisy diane ellen elke els emma eva evelien fatima fatma ayse aisha khadija greet griet hilde ilse ine inge ingrid
 isabelle jana jessica joke julie karen karin karolien katleen katrien kim kristien laura lea leen lien lies liesbeth linda lisa lotte lut
 magda maria marie marijke marleen martine mia miet mieke monique myriam nadia nancy nathalie nele nicole nina patricia petra renilde rita
 ria rosa sabine sandra sara sarah sofie sonja stefanie sylvie tine tinne veerle vera viviane wendy zeynep yasmina`)

func wordSet(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}
