package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/text/language"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// languagePrefix begins the "address" of a passage in another language:
// [right to housing](taal:en).
const languagePrefix = "taal:"

// languages gives the BCP 47 codes of the languages that people write by
// name, folded as dutch.Fold does.
var languages = map[string]string{
	"albanees": "sq", "arabisch": "ar", "berbers": "ber", "bulgaars": "bg", "chinees": "zh", "dari": "prs", "duits": "de",
	"engels": "en", "farsi": "fa", "frans": "fr", "grieks": "el", "hongaars": "hu", "italiaans": "it", "koerdisch": "ku",
	"latijn": "la", "nederlands": "nl", "oekraiens": "uk", "pasjtoe": "ps", "perzisch": "fa", "pools": "pl", "portugees": "pt",
	"roemeens": "ro", "russisch": "ru", "servisch": "sr", "slowaaks": "sk", "somalisch": "so", "spaans": "es", "tigrinya": "ti",
	"tsjechisch": "cs", "turks": "tr",
}

// RuleLanguage: a language that doesn't exist.
var RuleLanguage = finding.ByCode("T09")

// language gives the code of a language that a passage names; "" when there is
// none, and the passage is then read as Dutch.
func (r *reader) language(n ast.Node, name string) string {
	name = strings.TrimSpace(name)
	if code := languages[dutch.Fold(name)]; code != "" {
		return code
	}
	// A code of two or three letters, with a region perhaps.
	if tag, err := language.Parse(name); err == nil && len(strings.SplitN(name, "-", 2)[0]) <= 3 {
		return tag.String()
	}
	f := finding.New(RuleLanguage, r.placeAround(n), "De taal ‘"+short(name)+"’ is niet bekend. Schrijf bijvoorbeeld (taal:frans) of (taal:fr).")
	f.Found, f.Expected = name, "de naam of de code van een taal"
	r.list = append(r.list, f)
	return ""
}
