package secret

import (
	"strings"
	"testing"
)

func TestLinks(t *testing.T) {
	for text, want := range map[string]string{
		"https://an:geheim@intranet.voorbeeld.be/map":                                          "https://intranet.voorbeeld.be/map",
		"ftp://an:p@ss@server.voorbeeld.be":                                                    "ftp://server.voorbeeld.be",
		"https://voorbeeld.be/a?password=geheim":                                               "https://voorbeeld.be/a",
		"https://voorbeeld.be/a?id=3&token=abc&taal=nl":                                        "https://voorbeeld.be/a?id=3&taal=nl",
		"https://voorbeeld.be/a?access_token=abc&taal=nl#deel":                                 "https://voorbeeld.be/a?taal=nl#deel",
		"www.voorbeeld.be/a?Wachtwoord=x1":                                                     "www.voorbeeld.be/a",
		"https://x.blob.core.windows.net/c/f.pdf?sv=2020-08-04&se=2022&sig=Ab%2Bc%3D":          "https://x.blob.core.windows.net/c/f.pdf?sv=2020-08-04&se=2022",
		"https://s3.amazonaws.com/b/f?X-Amz-Expires=60&X-Amz-Signature=f00&X-Amz-Credential=A": "https://s3.amazonaws.com/b/f?X-Amz-Expires=60",
		"https://voorbeeld.be/#access_token=abc":                                               "https://voorbeeld.be/",
		"https://us02web.zoom.us/j/123?pwd=QWxsZXM":                                            "https://us02web.zoom.us/j/123",
		"https://voorbeeld.be/a?x=1&amp;token=abc":                                             "https://voorbeeld.be/a?x=1",
		"https://voorbeeld.be/a?sid=a1b2c3d4e5f6a7b8c9d0":                                      "https://voorbeeld.be/a",
	} {
		if got := Remove(text); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
		// In a sentence, the words around stay.
		if got := Remove("Zie (" + text + "), en bel. " + text + "."); got != "Zie ("+want+"), en bel. "+want+"." {
			t.Errorf("%s in a sentence: %s", text, got)
		}
		for _, l := range Links(text) {
			for _, secret := range []string{"geheim", "p@ss", "=abc", "Ab%2B", "f00", "QWxs", "x1", "a1b2"} {
				if strings.Contains(l.Masked, secret) {
					t.Errorf("%s is shown as %s", text, l.Masked)
				}
			}
		}
	}
	for _, text := range []string{
		"", "https://www.voorbeeld.be/artikel?id=12&taal=nl", "https://voorbeeld.be:8080/a@b", "https://medium.com/@an/artikel-1", "mailto:an@voorbeeld.be",
		"https://voorbeeld.be/wachtwoord-vergeten", "https://voorbeeld.be/?pass=museum", "https://voorbeeld.be/formulier?sid=1234", "https://youtu.be/abc?t=30",
		"https://voorbeeld.be/?key=buurtwerk&code=A12", "https://voorbeeld.be/?q=token", "https://an@voorbeeld.be/", "wachtwoord=geheim", "a: b @ c",
		"https://docs.google.com/document/d/1AbC/edit?usp=sharing", "https://voorbeeld.be/?password=", "https://voorbeeld.be/zoek?q=a&&b", "om 10:30 https://voorbeeld.be mail an@x.be",
	} {
		if got := Links(text); len(got) > 0 || Remove(text) != text {
			t.Errorf("%s: %+v", text, got)
		}
	}
}
