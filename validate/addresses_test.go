package validate

import (
	"strings"
	"testing"
)

func TestDatesInLinks(t *testing.T) {
	for link, want := range map[string]string{
		"https://www.hbvl.be/cnt/dmf20210115_95022950":            "15/01/2021",
		"https://www.vrt.be/vrtnws/nl/2021/09/16/depot/":          "16/09/2021",
		"https://www.truineer.be/2021/11/extra-steun/":            "01/11/2021",
		"https://voorbeeld.be/nieuws/2021-3-5-feest":              "05/03/2021",
		"https://www.genk.be/Publicaties/detail/113/3600-maart":   "",
		"https://www.tvl.be/nieuws/werelddag-127436":              "",
		"https://voorbeeld.be/98072680":                           "",
		"https://voorbeeld.be/20211399":                           "",
		"https://voorbeeld.be/202101151":                          "",
		"https://www.voorbeeld.be/uitgave/2140/artikel/ambitieus": "",
		"https://20210101.voorbeeld.be":                           "",
		"":                                                        "",
	} {
		first, _, ok := datesInLink(link)
		got := ""
		if ok {
			got = short(first)
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", link, got, want)
		}
	}
}

func TestWebAddresses(t *testing.T) {
	for link, want := range map[string]string{
		"https://www.voorbeeld.be/artikel?a=1#b": "",
		"http://voorbeeld.be":                    "",
		"www.voorbeeld.be/x":                     "",
		"HTTPS://voorbeeld.be":                   "",
		"https://voorbeeld.be:8080/é":            "",
		"voorbeeld.be/artikel":                   "https://voorbeeld.be/artikel",
		"htps:/www.voorbeeld.be/artikel":         "https://www.voorbeeld.be/artikel",
		"http//voorbeeld.be":                     "https://voorbeeld.be",
		"ttps://voorbeeld.be":                    "https://voorbeeld.be",
		"https://www.voorbeeld.be/een artikel":   "-",
		"https://a.be/x, https://b.be/y":         "https://a.be/x; https://b.be/y",
		"https://a.be/x https://b.be/y":          "https://a.be/x; https://b.be/y",
		"https://a.be/x,https://b.be/y":          "https://a.be/x; https://b.be/y",
		"www.a.be en https://b.be/y":             "www.a.be; https://b.be/y",
		"https://a.be/x,1.html":                  "",
		"https://web.archive.org/web/https://b":  "",
		"De Standaard https://a.be/x":            "-",
		"https ://www.voorbeeld.be":              "https://www.voorbeeld.be",
		"zie https://voorbeeld.be.":              "https://voorbeeld.be",
		"Facebook":                               "-",
		"https://":                               "-",
		"https://localhost":                      "-",
		"info@voorbeeld.be":                      "-",
		"zie de krant van 12.03":                 "-",
	} {
		got := ""
		if !opens(link) {
			if got = strings.Join(mended(link), "; "); got == "" {
				got = "-"
			}
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", link, got, want)
		}
	}
}
