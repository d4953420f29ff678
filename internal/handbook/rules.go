package handbook

import (
	"bytes"
	"strings"

	"voortgang/internal/finding"
)

// families gives each family of rules a heading, in the handbook's order.
var families = []struct {
	family finding.Family
	title  string
}{
	{finding.Settings, "Configuratie"},
	{finding.Structure, "Bestanden, bladen en kolommen"},
	{finding.Fields, "Velden"},
	{finding.Values, "Waarden"},
	{finding.References, "Verwijzingen tussen bladen"},
	{finding.Keys, "Dubbele rijen"},
	{finding.Time, "Tijd"},
	{finding.Sums, "Optellingen"},
	{finding.Plausibility, "Aannemelijkheid"},
	{finding.Narrative, "Teksten"},
	{finding.Privacy, "Privacy"},
}

// RulesIndex lists all rules by family.
func RulesIndex(rules []*finding.Rule) []byte {
	var b bytes.Buffer
	b.WriteString("# Alle controles\n\n" + generated)
	b.WriteString("Elke melding heeft een code. Met die code vind je hier de uitleg; `voortgang regels CODE` toont ze ook.\n\n" +
		"- **fout**: er komt geen eindrapport tot ze verbeterd is. Wat er fout is, telt niet mee in de cijfers die het nodig hebben.\n" +
		"- **waarschuwing**: iemand moet ernaar kijken; het rapport wordt wel gemaakt.\n" +
		"- **info**: goed om te weten.\n\n" +
		"Het niveau van een controle kun je veranderen in `voortgang.yaml`, bij [regels](../configuratie.md#regels).\n\n")
	for _, fam := range families {
		var rows [][]string
		for _, r := range rules {
			if r.Family == fam.family {
				rows = append(rows, []string{"[" + r.Code + "](" + r.Code + ".md)", r.Title, r.Level.String(), r.Who})
			}
		}
		if len(rows) > 0 {
			printf(&b, "## %s\n\n", fam.title)
			table(&b, []string{"Code", "Controle", "Niveau", "Wie kan het verbeteren"}, rows)
		}
	}
	return tidy(&b)
}

// RulePage explains one rule.
func RulePage(r *finding.Rule) []byte {
	var b bytes.Buffer
	printf(&b, "# %s: %s\n\n%s", r.Code, r.Title, generated)
	printf(&b, "**Niveau:** %s · **Soort:** %s · **Wie kan het verbeteren:** %s\n\n", r.Level, r.Family, r.Who)
	printf(&b, "%s\n\n", plain(r.Explanation))
	printf(&b, "Fout:\n\n%s\nJuist:\n\n%s\n", fenced(r.Wrong), fenced(r.Right))
	b.WriteString("[Alle controles](README.md) · [Handboek](../handboek.md)\n")
	return b.Bytes()
}

// fenced shows an example as it is.
func fenced(s string) string { return "```text\n" + strings.TrimRight(s, "\n") + "\n```\n" }

// plain keeps characters that mean something in Markdown as they are.
func plain(s string) string {
	return strings.NewReplacer("<", "&lt;", "*", `\*`, "_", `\_`, "~", `\~`).Replace(s)
}
