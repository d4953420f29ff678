package report

import (
	"net/url"
	"strconv"
	"strings"

	"voortgang/internal/prose"
)

// host gives the readable name of a web address: "nieuwsblad.be". What is no
// web address stays as it is.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return address
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// isAddress tells whether a text can be opened as a web address.
func isAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && !strings.ContainsAny(s, " \t\n")
}

// linkified makes the web addresses of a list into links, each by the name of
// its site; two pages of one site are told apart by a number.
func linkified(addresses []string) []prose.Inline {
	count := map[string]int{}
	for _, a := range addresses {
		count[host(a)]++
	}
	at := map[string]int{}
	var out []prose.Inline
	for _, a := range addresses {
		if len(out) > 0 {
			out = append(out, prose.Inline{Text: ", "})
		}
		if strings.HasPrefix(a, "www.") {
			a = "https://" + a
		}
		if !isAddress(a) {
			out = append(out, prose.Inline{Text: a})
			continue
		}
		name := host(a)
		if at[name]++; count[name] > 1 {
			name += " (" + strconv.Itoa(at[name]) + ")"
		}
		out = append(out, prose.Inline{Text: name, Link: a})
	}
	return out
}
