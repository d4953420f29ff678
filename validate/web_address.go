package validate

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleWebAddress = finding.Rule{
	Code: "V05", Family: finding.Fields, Level: finding.Warning, Who: reportBuilder,
	Title: "Link die geen webadres is",
	Explanation: "In de kolom link van Communicatieacties staan webadressen, gescheiden door een puntkomma. Wat geen webadres is, komt in het rapport als gewone tekst: " +
		"wie erop klikt, komt nergens.",
	Wrong: "htps:/www.voorbeeld.be/artikel", Right: "https://www.voorbeeld.be/artikel",
}

// webAddresses demands that links can be opened.
func webAddresses(c *checker) {
	for _, a := range c.data.Communications {
		if !a.Base().Usable(model.CommunicationLinks) {
			continue
		}
		for _, link := range a.Links {
			if opens(link) {
				continue
			}
			f := c.say(&ruleWebAddress, &model.CommunicationSheet, a, model.CommunicationLinks, "")
			f.Found, f.Expected, f.Proposal = link, "een webadres dat begint met https://", mended(link)
			f.Message = fmt.Sprintf("‘%s’ is geen webadres. %s", excerpt(link), meant(f.Proposal, "Geef het volledige adres, of laat de cel leeg."))
		}
	}
}

// opens tells whether a text is a web address; the report completes one that
// begins with www.
func opens(link string) bool {
	if strings.HasPrefix(link, "www.") {
		link = "https://" + link
	}
	u, err := url.Parse(link)
	return err == nil && (strings.EqualFold(u.Scheme, "http") || strings.EqualFold(u.Scheme, "https")) &&
		strings.Contains(strings.Trim(u.Host, "."), ".") && !strings.ContainsAny(link, " \t\n")
}

// badScheme is a start that was meant to be https://.
var badScheme = regexp.MustCompile(`(?i)^h?t?tt?ps?\s*[:;]?\s*/{0,3}\s*`)

// mended gives the address that a text was meant to be, or the first in it; ""
// when that can't be told.
func mended(link string) string {
	words := strings.Fields(link)
	for _, w := range words {
		if w = strings.Trim(w, ",.()<>"); len(words) > 1 && opens(w) {
			return w
		}
	}
	rest := badScheme.ReplaceAllString(link, "")
	if host, _, _ := strings.Cut(rest, "/"); rest == link && len(words) > 1 || !strings.Contains(host, ".") || strings.ContainsAny(host, ",@ ") {
		return ""
	}
	if m := "https://" + strings.Join(strings.Fields(rest), ""); opens(m) {
		return m
	}
	return ""
}
