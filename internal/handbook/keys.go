package handbook

import (
	"bytes"
	"slices"
	"strings"

	"voortgang/internal/dutch"
	"voortgang/internal/model"
)

// axes are the words in a key after which the name of a part follows.
var axes = []string{"thema", "soort", "groep", "niveau", "bron", "fase", "medium", "kanaal", "doelgroep", "klasse"}

// KeysPage lists the keys of figures. Keys that differ only in the theme, the
// kind and so on are one line; the figures are those of the example.
func KeysPage(figs *model.Figures) []byte {
	var b bytes.Buffer
	b.WriteString("# De sleutels van de cijfers\n\n" + generated)
	b.WriteString("Met deze sleutels verwijs je in een tekst naar een cijfer, en vraag je met `voortgang herleid` waar het vandaan komt. `voortgang indicatoren` toont de volledige lijst van jouw werkmap, met de waarden.\n\n" +
		"Wat tussen `<` en `>` staat, vervang je door een naam in kleine letters, zonder accenten en met streepjes: het thema *Krachtige steden en buurten* wordt `krachtige-steden-en-buurten`.\n\n")
	indicator := ""
	var rows [][]string
	flush := func() {
		if len(rows) > 0 {
			table(&b, []string{"Sleutel", "Cijfer", "Eenheid", "Berekening", "Bijvoorbeeld"}, rows)
			rows = nil
		}
	}
	seen := map[string]bool{}
	for _, f := range figs.All() {
		p := pattern(f)
		if seen[p] {
			continue
		}
		seen[p] = true
		if f.Indicator != indicator {
			flush()
			indicator = f.Indicator
			printf(&b, "## %s\n\n", section(f))
		}
		example := ""
		if p != f.Key {
			example = code(f.Key)
		}
		rows = append(rows, []string{code(p), title(f), string(f.Unit), plain(formula(f)), example})
	}
	flush()
	return tidy(&b)
}

// sections names the indicators as chapter 2 of the report does.
var sections = map[string]string{
	"2.1":  "Decretale personeelsformatie",
	"2.2":  "VTE per thema",
	"2.3":  "Georganiseerde activiteiten",
	"2.4":  "Deelnames per soort en thema",
	"2.5":  "Oplossingsactoren en partners",
	"2.6":  "Contacten met oplossingsactoren en partners",
	"2.7":  "Beleidscontacten met en zonder doelgroep",
	"2.8":  "Beleidsdossiers per thema",
	"2.9":  "Vrijwilligers per thema",
	"2.10": "Communicatieacties",
	"2.11": "Lokale middelen",
	"2.12": "Vormingsuren",
	"2.13": "Anciënniteit",
	"3":    "Projecten",
	"4":    "Buurtscores",
}

// section is the heading over the figures of an indicator.
func section(f *model.Figure) string {
	return strings.TrimSpace(f.Indicator + " " + sections[f.Indicator])
}

// pattern is a key with its parts replaced by what they are: "vte.thema.wonen"
// is "vte.thema.<thema>".
func pattern(f *model.Figure) string {
	words := strings.Split(f.Key, ".")
	switch {
	case words[0] == "buurtscores" && len(words) == 4:
		return "buurtscores.<buurt>.<kader>.<functie>"
	case words[0] == "ancienniteit" && len(words) == 3:
		return "ancienniteit." + words[1] + ".<klasse>"
	}
	for i := 1; i < len(words); i++ {
		if slices.Contains(axes, words[i-1]) {
			words[i] = "<" + words[i-1] + ">"
		}
	}
	return strings.Join(words, ".")
}

// title is a figure's title with what it is split by for the names of its
// parts: "Personeelsinzet per thema".
func title(f *model.Figure) string {
	if len(f.Parts) == 0 {
		return f.Title
	}
	base, _, _ := strings.Cut(f.Title, ": ")
	base = withoutParts(base, f.Parts)
	var by []string
	for word := range strings.SplitSeq(pattern(f), ".") {
		if name, ok := strings.CutPrefix(word, "<"); ok {
			by = append(by, strings.TrimSuffix(name, ">"))
		}
	}
	if base == "Score van …" || len(by) == 0 {
		return base
	}
	return base + " per " + dutch.Join(by)
}

// formula is a figure's formula with "…" for the names of its parts.
func formula(f *model.Figure) string { return dutchSpaces(withoutParts(f.Formula, f.Parts)) }

func withoutParts(text string, parts []string) string {
	for _, p := range parts {
		text = strings.ReplaceAll(text, p, "…")
	}
	return text
}

// dutchSpaces keeps no-break spaces visible to whoever edits the page.
func dutchSpaces(s string) string { return strings.ReplaceAll(s, dutch.NBSP, "&nbsp;") }
