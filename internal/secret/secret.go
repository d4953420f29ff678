// Package secret finds passwords and keys in web addresses: whoever has the
// address gets in.
package secret

import (
	"regexp"
	"strings"
	"unicode"
)

// Link is a web address in a text that holds a secret.
type Link struct {
	// Start and End are its bytes in the text.
	Start, End int
	// Without is the address without its secrets; Masked is how it may be
	// shown.
	Without, Masked string
}

var (
	address  = regexp.MustCompile(`(?i)\b(?:[a-z][a-z0-9+.-]*://|www\.)[^\s<>"“”»]+`)
	userInfo = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9+.-]*://)[^\s/?#]*:[^\s/?#]*@`)
	// parameter is a name with its value, and what stands before it.
	parameter = regexp.MustCompile(`([?&#;])((?:amp;)?)([A-Za-z0-9_.%-]+)=([^&#;]*)`)
)

// Links finds the addresses with a secret in a text, in order.
func Links(text string) []Link {
	if !strings.Contains(text, "://") && !strings.Contains(text, "=") {
		return nil
	}
	var out []Link
	for _, at := range address.FindAllStringIndex(text, -1) {
		whole := strings.TrimRight(text[at[0]:at[1]], ".,;:!?)]}*_'’")
		without := clean(userInfo.ReplaceAllString(whole, "$1"), "")
		if without == whole {
			continue
		}
		out = append(out, Link{at[0], at[0] + len(whole), without, clean(userInfo.ReplaceAllString(whole, "$1…@"), "…")})
	}
	return out
}

// Remove gives a text with its addresses without secrets.
func Remove(text string) string { return replace(text, func(l Link) string { return l.Without }) }

// Mask gives a text in which no secret can be read.
func Mask(text string) string { return replace(text, func(l Link) string { return l.Masked }) }

func replace(text string, with func(Link) string) string {
	links := Links(text)
	for i := len(links) - 1; i >= 0; i-- {
		text = text[:links[i].Start] + with(links[i]) + text[links[i].End:]
	}
	return text
}

// clean takes secret parameters out of an address, or writes a mark for them.
func clean(link, mark string) string {
	rest := parameter.ReplaceAllStringFunc(link, func(part string) string {
		m := parameter.FindStringSubmatch(part)
		switch {
		case !isSecret(m[3], m[4]):
			return part
		case mark == "":
			return m[1]
		}
		return m[1] + m[2] + m[3] + "=" + mark
	})
	if mark != "" || rest == link {
		return rest
	}
	// What is left of "?a=1&&b=2" or "?" once a parameter is out.
	for _, tidy := range [][2]string{{"&&", "&"}, {";;", ";"}, {"?&", "?"}, {"?;", "?"}, {"#&", "#"}, {"&#", "#"}, {"?#", "#"}} {
		for strings.Contains(rest, tidy[0]) {
			rest = strings.ReplaceAll(rest, tidy[0], tidy[1])
		}
	}
	return strings.TrimRight(rest, "?&#;")
}

// isSecret tells whether a parameter is a password or a key by its name. Some
// names mean other things too: then its value must look like a key.
func isSecret(name, value string) bool {
	name = strings.ToLower(strings.NewReplacer("_", "", "-", "", ".", "").Replace(name))
	switch name {
	case "password", "passwd", "passwort", "pwd", "psw", "wachtwoord", "paswoord", "passphrase", "passcode", "toegangscode", "pincode",
		"sig", "signature", "apikey", "authkey", "accesskey", "secret", "jwt", "bearer", "jsessionid", "phpsessid", "sessionid", "sessid":
		return value != ""
	case "pass", "session", "sid", "auth", "key", "code", "authorization", "credential":
		return looksLikeKey(value)
	}
	for _, end := range []string{"password", "token", "signature", "secret", "apikey", "credential"} {
		if strings.HasSuffix(name, end) {
			return value != ""
		}
	}
	return false
}

// shortestKey is how long a key is at least: shorter codes number pages.
const shortestKey = 20

func looksLikeKey(value string) bool {
	return len(value) >= shortestKey && strings.ContainsFunc(value, unicode.IsDigit) && strings.ContainsFunc(value, unicode.IsLetter)
}
