package handbook

import (
	"bytes"
	"strings"

	"voortgang/internal/model"
)

// kinds says in Dutch how the values of a column are read.
var kinds = map[model.Kind]string{
	model.Text:       "tekst",
	model.Name:       "naam of code",
	model.Date:       "datum",
	model.Term:       "periode",
	model.Decimal:    "getal",
	model.Whole:      "geheel getal",
	model.Year:       "jaar",
	model.YesNo:      "ja of nee",
	model.Choice:     "keuze",
	model.List:       "lijst",
	model.ChoiceList: "lijst van keuzes",
}

// SheetsPage describes every sheet of the contract with its columns.
func SheetsPage() []byte {
	var b bytes.Buffer
	b.WriteString("# De bladen van de werkboeken\n\n" + generated)
	b.WriteString(`Elk blad mag in elk werkboek staan. Hoofdletters, accenten, spaties, ` + "`-` en `_`" + ` maken in de namen van bladen en kolommen niet uit, en de kolommen mogen in een andere volgorde staan. Hoe een waarde gelezen wordt, staat in [het handboek](handboek/werkboeken.md#zo-leest-het-programma-je-waarden).

Bij elke kolom staat of je ze altijd moet invullen:

- **ja**: de kolom moet er zijn en elke rij heeft een waarde;
- **nee**: leeg mag.

`)
	for _, part := range []struct {
		level model.Level
		title string
	}{{model.Organisation, "Bladen van de organisatie"}, {model.OfProject, "Bladen van een project"}} {
		printf(&b, "**%s**\n\n", part.title)
		for _, s := range model.Sheets() {
			if s.Level == part.level {
				printf(&b, "- [%s](%s): %s\n", s.Name, anchor(s.Name), decapitalised(s.Help))
			}
		}
		b.WriteByte('\n')
	}
	printf(&b, "Een werkboek met een blad `%s` is een projectwerkboek. Op de fiche staan de velden van [Projecten](#projecten), met de naam van het veld in de eerste kolom en de waarde ernaast. Eén rij met kolomnamen mag ook. Het blad mag ook %s heten. In de andere bladen van dat werkboek mag je `project` leeg laten.\n\n",
		model.FicheName, orList(model.FicheAliases))
	for _, s := range model.Sheets() {
		sheetSection(&b, s)
	}
	return tidy(&b)
}

func sheetSection(b *bytes.Buffer, s *model.Sheet) {
	printf(b, "## %s\n\n%s\n\n", s.Name, s.Help)
	if len(s.Aliases) > 0 {
		printf(b, "Mag ook %s heten.\n\n", orList(s.Aliases))
	}
	if len(s.Key) == 1 {
		printf(b, "Elke waarde van %s komt maar één keer voor.\n\n", code(s.Columns[s.Key[0]].Name))
	} else if len(s.Key) > 1 {
		var names []string
		for _, i := range s.Key {
			names = append(names, s.Columns[i].Name)
		}
		printf(b, "Elke combinatie van %s komt maar één keer voor.\n\n", codes(names))
	}
	var rows [][]string
	for i := range s.Columns {
		c := &s.Columns[i]
		rows = append(rows, []string{code(c.Name), kinds[c.Kind], required(s, i), explain(c), code(c.Example)})
	}
	table(b, []string{"Kolom", "Soort", "Verplicht", "Uitleg", "Voorbeeld"}, rows)
}

// required says whether a column must be filled in, and where not.
func required(s *model.Sheet, i int) string {
	c := &s.Columns[i]
	switch {
	case s == &model.ProjectSheet && c.Required && model.TransversalMayLack(i):
		return "ja, behalve bij " + model.Transversal
	case c.Required:
		return "ja"
	case s.Level == model.OfProject && i == s.ProjectColumn() && !c.Optional:
		return "ja, behalve in een projectwerkboek"
	case s == &model.ProgressSheet && i == model.ProgressRating:
		return "ja, behalve bij " + model.SectionAdvice + " en transversale acties"
	default:
		return "nee"
	}
}

// explain is the help of a column with its values and other names.
func explain(c *model.Column) string {
	out := c.Help
	var values []string
	if c.Themes {
		values = append(values, "een thema uit `voortgang.yaml`")
	}
	for _, v := range c.Allowed {
		values = append(values, code(v))
	}
	if len(values) > 0 {
		out += "\nWaarden: " + strings.Join(values, ", ")
		if c.Open {
			out += "; een andere waarde mag ook"
		}
		out += "."
	}
	if len(c.Aliases) > 0 {
		out += "\nOok: " + codes(c.Aliases) + "."
	}
	return out
}

// orList writes names as code with "of" before the last.
func orList(names []string) string {
	if len(names) == 1 {
		return code(names[0])
	}
	return codes(names[:len(names)-1]) + " of " + code(names[len(names)-1])
}

// decapitalised begins a sentence as a part of another one, abbreviations left
// alone.
func decapitalised(s string) string {
	if len(s) > 1 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'a' && s[1] <= 'z' {
		return strings.ToLower(s[:1]) + s[1:]
	}
	return s
}

// tidy ends a page with one line end.
func tidy(b *bytes.Buffer) []byte { return append(bytes.TrimRight(b.Bytes(), "\n"), '\n') }
