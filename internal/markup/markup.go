// Package markup finds form that was typed and not understood: signs that would
// be printed among the words.
package markup

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Source is how a text was written.
type Source int

// In Markdown some signs give form; in a cell none does.
const (
	Markdown Source = iota
	Cell
)

// Left is form that is left in a printed text.
type Left struct {
	Start, End int
	// Mend says in Dutch what to do.
	Mend string
}

// form is one way in which signs are left.
type form struct {
	signs string // one of these is in every text that has it
	re    *regexp.Regexp
	// mend is what to do in Markdown and in a cell; empty where it doesn't
	// count there.
	mend [2]string
	// judge refuses look-alikes; nil takes all.
	judge func(text string, at []int, footnotes bool) bool
}

const noForm = "In een cel bestaat geen opmaak: haal de tekens weg."

var forms = []form{
	{"{", regexp.MustCompile(`(?i)\{\s*(?:cijfer|verschil|aandeel|verwijs)\b[^{}\n]*\}?`),
		[2]string{`Een verwijzing staat tussen twee accolades: {{ cijfer "vte.totaal" }}.`, ""},
		func(text string, at []int, _ bool) bool { return at[0] == 0 || text[at[0]-1] != '{' }},
	{"{", regexp.MustCompile(`\{\{[^{}\n]*\}{0,2}|\{\s*(?:cijfer|verschil|aandeel|verwijs)\s+["“”„‘'][^{}\n]*\}?`), [2]string{"", "In een cel werkt geen verwijzing: schrijf het cijfer zelf, of zet de zin in een tekst in de map teksten."}, nil},
	{"{", regexp.MustCompile(`(?:^|\s)\{[#.:][\p{L}\d_-]+\}`), [2]string{"Haal het weg.", noForm}, nil},
	{"#", regexp.MustCompile(`(?m)(?:^|\s)#{2,}\s?\p{L}[^\n]*`), [2]string{"Een kop begint op een nieuwe regel, met een spatie na de hekjes: ## Titel.", "Haal de hekjes weg, of gebruik de kolom tussenkop."}, nil},
	{"#", regexp.MustCompile(`^#\p{Lu}[^\n]*`), [2]string{"Zet een spatie na het hekje: # Titel.", noForm}, isTitle},
	{"#", regexp.MustCompile(`^# \p{Lu}[^\n]*`), [2]string{"", "Haal het hekje weg, of gebruik de kolom tussenkop."}, isTitle},
	{"*", regexp.MustCompile(`\*{2,}[^*\n]*[\p{L}\d][^*\n]*\*{2,}`), [2]string{"Tussen de sterretjes en de woorden hoort geen spatie: **vet**.", noForm}, func(text string, at []int, _ bool) bool { return !inWord(text, at[0]) || !inWord(text, at[1]) }},
	{"*", regexp.MustCompile(`(?:^|[\s(])\*\*\p{L}+`), [2]string{"Sluit de vette tekst met twee sterretjes: **vet**.", noForm}, noFootnote},
	{"*", regexp.MustCompile(`(?:^|[\s(])\*[^\s*][^*\n]*[^\s*]\*(?:[\s.,;:!?)]|$)`), [2]string{"", noForm}, nil},
	{"_", regexp.MustCompile(`(?:^|[\s(])__+\p{L}[^\s_]*(?:__+)?`), [2]string{"Vet is **woord**; haal de streepjes weg.", noForm}, nil},
	{"_", regexp.MustCompile(`(?:^|[\s(])_[^\s_][^_\n]*[^\s_]_(?:[\s.,;:!?)]|$)`), [2]string{"", noForm}, nil},
	{"]", regexp.MustCompile(`!?\[[^\[\]\n]+\]\s*\((?:https?://|www\.|mailto:|#|beelden/|\.\./)[^\n)]*\)?`), [2]string{"Een link is [woorden](https://…), zonder spatie ertussen.", "In een cel werkt zo’n link niet: schrijf de woorden, en zet het adres er gewoon achter."}, nil},
	{"]", regexp.MustCompile(`\((?:https?://|www\.)[^\s)]+\)\s*\[[^\[\]\n]+\]`), [2]string{"Bij een link staan de woorden eerst: [woorden](https://…).", "In een cel werkt zo’n link niet: schrijf de woorden, en zet het adres er gewoon achter."}, nil},
	{"]", regexp.MustCompile(`^\[[^\[\]^\n]+\]:\s*(?:https?://|www\.)\S*`), [2]string{"Schrijf de link in de zin: [woorden](https://…).", noForm}, nil},
	{"]", regexp.MustCompile(`\[\[[^\[\]\n]+\]\]`), [2]string{"Haal de dubbele haken weg.", noForm}, nil},
	{"]", regexp.MustCompile(`^\[[ xX]\]\s+\S*`), [2]string{"Haal de haken weg: een lijst begint met - en een spatie.", noForm}, nil},
	{"]", regexp.MustCompile(`\[\^[^\[\]\s]{1,20}\]`), [2]string{"", "In een cel kan geen voetnoot staan: zet het tussen haakjes in de zin."}, nil},
	{"`~", regexp.MustCompile("```+|~~~+"), [2]string{"Haal de regel met ``` weg.", noForm}, nil},
	{"~", regexp.MustCompile(`~~[^~\n]+~~`), [2]string{"Doorstreepte tekst bestaat hier niet: haal ze weg, of haal de tekens weg.", noForm}, nil},
	{"=", regexp.MustCompile(`(?:^|\s)==\p{L}[^=\n]*==`), [2]string{"Schrijf het in het **vet**.", noForm}, nil},
	{`\`, regexp.MustCompile(`[^\s]*\\[nrt]\S*`), [2]string{"Druk op Enter voor een nieuwe regel.", "Druk op Alt+Enter voor een nieuwe regel."}, typedBreak},
	{"|", regexp.MustCompile(`^\|[^|\n]*\|[^\n]*\|`), [2]string{"Onder de eerste rij van een tabel hoort een regel met streepjes: | --- | --- |, met evenveel vakken.", "In een cel bestaat geen tabel."}, nil},
	{":", regexp.MustCompile(`^:{3,}.*`), [2]string{"Haal de regel weg.", noForm}, nil},
	{"<", regexp.MustCompile(`<!--`), [2]string{"", "In een cel werkt geen opmerking zo: haal ze weg, of gebruik een opmerking van Excel."}, nil},
	{"-+", regexp.MustCompile(`^[-+] \S+`), [2]string{"Een lijst begint vooraan op de regel, zonder spaties ervoor.", ""}, nil},
	{"*_=~#+-", regexp.MustCompile(`^\s*(?:(?:\*\s*){3,}|(?:_\s*){3,}|(?:=\s*){3,}|(?:~\s*){3,}|(?:#\s*){3,}|(?:\+\s*){3,}|(?:-\s*){3,})$`), [2]string{"Haal de lijn weg.", "Haal de lijn weg."}, nil},
}

// Find gives the form that is left in a paragraph, a line of a cell or an item,
// in order. footnotes tells that the text around it has footnotes with stars
// (see Footnotes).
func Find(text string, footnotes bool, from Source) []Left {
	var out []Left
	for _, f := range forms {
		if f.mend[from] == "" || !strings.ContainsAny(text, f.signs) {
			continue
		}
		for _, at := range f.re.FindAllStringIndex(text, -1) {
			if f.judge != nil && !f.judge(text, at, footnotes) || overlaps(out, at) {
				continue
			}
			lead := len(text[at[0]:at[1]]) - len(strings.TrimLeft(text[at[0]:at[1]], " \n\t"))
			if text[at[0]+lead] == '(' && text[at[1]-1] != ']' {
				lead++
			}
			out = append(out, Left{at[0] + lead, at[1], f.mend[from]})
		}
	}
	return out
}

func overlaps(list []Left, at []int) bool {
	for _, l := range list {
		if at[0] < l.End && l.Start < at[1] {
			return true
		}
	}
	return false
}

// isTitle tells a heading from a hashtag: hashtags are written without
// capitals or as OneWord, and stand in a sentence or beside each other.
func isTitle(text string, _ []int, _ bool) bool {
	title := strings.TrimLeft(text, "# ")
	first, _, _ := strings.Cut(title, " ")
	_, size := utf8.DecodeRuneInString(first)
	return !strings.Contains(title, "#") && !strings.ContainsAny(title, "\n:") && len(strings.Fields(title)) <= 10 &&
		!strings.HasSuffix(title, ".") && !strings.ContainsFunc(first[size:], unicode.IsUpper) && !strings.ContainsFunc(first, unicode.IsDigit)
}

// mark is how a footnote with stars is marked.
var mark = regexp.MustCompile(`[\p{L}\d)%]\*\*(?:[\s.,;:!?)|]|$)`)

// Footnotes tells whether a text has marks of footnotes with two stars.
func Footnotes(text string) bool { return strings.Contains(text, "**") && mark.MatchString(text) }

// noFootnote refuses the line of a footnote with two stars.
func noFootnote(_ string, at []int, footnotes bool) bool { return at[0] > 0 || !footnotes }

func inWord(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	is := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return is(before) && is(after)
}

var (
	escaped  = regexp.MustCompile(`\\[nrt]`)
	fileName = regexp.MustCompile(`\.[A-Za-z]{2,4}$`)
)

// typedBreak refuses the path of a file: C:\nieuw\map, \\server\team.
func typedBreak(text string, at []int, _ bool) bool {
	token := strings.TrimRight(text[at[0]:at[1]], ".,;:!?)")
	return !strings.Contains(token, `:\`) && !strings.HasPrefix(token, `\\`) && !fileName.MatchString(token) &&
		!strings.Contains(escaped.ReplaceAllString(token, ""), `\`)
}
