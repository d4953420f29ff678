// Package handbook writes the pages of the Dutch handbook that follow from
// declarations in the code: the sheets, the rules, the keys of figures and the
// keys of voortgang.yaml. The pages stand in docs/; the test of this package
// compares them, and writes them anew with -update.
package handbook

import (
	"bytes"
	"fmt"
	"strings"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

// generated warns whoever opens a page to edit it.
const generated = "<!-- Deze bladzijde is gemaakt uit de code: go test ./internal/handbook -update -->\n\n"

// RulesDir is the folder of the pages on rules, within docs/.
const RulesDir = "regels"

// Pages gives all generated pages by their path within docs/. The rules and
// the figures, those of the example, come from the pipeline.
func Pages(rules []*finding.Rule, figs *model.Figures) map[string][]byte {
	pages := map[string][]byte{
		"bladen.md":             SheetsPage(),
		"configuratie.md":       SettingsPage(),
		"cijfers.md":            KeysPage(figs),
		RulesDir + "/README.md": RulesIndex(rules),
	}
	for _, r := range rules {
		pages[RulesDir+"/"+r.Code+".md"] = RulePage(r)
	}
	return pages
}

// table writes a Markdown table. Cells are Markdown; bars and line ends in
// them are escaped.
func table(b *bytes.Buffer, head []string, rows [][]string) {
	line := func(cells []string) {
		for _, c := range cells {
			b.WriteString("| " + inCell(c) + " ")
		}
		b.WriteString("|\n")
	}
	line(head)
	line(strings.Fields(strings.Repeat("--- ", len(head))))
	for _, r := range rows {
		line(r)
	}
	b.WriteByte('\n')
}

func inCell(s string) string {
	return strings.NewReplacer("|", `\|`, "\n", "<br>").Replace(strings.TrimSpace(s))
}

func code(s string) string { return "`" + s + "`" }

// codes writes names as code, parted by commas.
func codes(names []string) string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = code(n)
	}
	return strings.Join(out, ", ")
}

// anchor is the fragment by which GitHub links to a heading.
func anchor(heading string) string {
	return "#" + strings.ReplaceAll(strings.ToLower(heading), " ", "-")
}

func printf(b *bytes.Buffer, format string, args ...any) { fmt.Fprintf(b, format, args...) }
