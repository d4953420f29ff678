package validate

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"unicode"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleWebAddress = finding.ByCode("V05")

// webAddresses demands that links can be opened. What is wrong in a cell is one
// finding, of which the proposal is the whole cell.
func webAddresses(c *checker) {
	for _, a := range c.data.Communications {
		if !a.Base().Usable(model.CommunicationLinks) {
			continue
		}
		var wrong, right []string
		lost := false
		for _, link := range a.Links {
			addresses := []string{link}
			if !opens(link) {
				wrong, addresses = append(wrong, link), mended(link)
				lost = lost || addresses == nil
			}
			right = append(right, addresses...)
		}
		if len(wrong) == 0 {
			continue
		}
		f := c.say(ruleWebAddress, &model.CommunicationSheet, a, model.CommunicationLinks, "")
		f.Found, f.Expected = strings.Join(wrong, "; "), "een webadres dat begint met https://"
		if !lost {
			f.Proposal = strings.Join(right, "; ")
		}
		f.Message = fmt.Sprintf("‘%s’ is geen webadres. %s", excerpt(f.Found), meant(f.Proposal, "Geef het volledige adres, of laat de cel leeg."))
		if len(right) > len(a.Links) {
			f.Message = fmt.Sprintf("‘%s’ zijn meer webadressen. Scheid ze met een puntkomma: ‘%s’.", excerpt(f.Found), f.Proposal)
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
		strings.Contains(strings.Trim(u.Host, "."), ".") && !strings.ContainsAny(link, " \t\n") && !nextLink.MatchString(link)
}

// nextLink is where a second address begins right behind the first.
var nextLink = regexp.MustCompile(`(?i)[,|+](https?://|www\.)`)

// badScheme is a start that was meant to be https://.
var badScheme = regexp.MustCompile(`(?i)^h?t?tt?ps?\s*[:;]?\s*/{0,3}\s*`)

// aroundLink are words beside an address that say nothing.
var aroundLink = regexp.MustCompile(`(?i)^(zie|via|op|en|link|site|website|url|&|-|\+|of):?$`)

// mended gives the addresses that a text was meant to be; nil when that can't
// be told, or when something else stands there too.
func mended(link string) []string {
	words := strings.FieldsFunc(link, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '|' })
	var list []string
	for _, w := range words {
		if w = strings.Trim(w, ",.()<>"); opens(w) {
			list = append(list, w)
		} else if !aroundLink.MatchString(w) {
			list = nil
			break
		}
	}
	if list != nil {
		return list
	}
	rest := badScheme.ReplaceAllString(link, "")
	if host, _, _ := strings.Cut(rest, "/"); rest == link && len(words) > 1 || !strings.Contains(host, ".") || strings.ContainsAny(host, ",@ ") {
		return nil
	}
	if m := "https://" + rest; opens(m) {
		return []string{m}
	}
	return nil
}
