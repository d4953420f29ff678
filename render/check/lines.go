package check

import (
	"fmt"
	"io"
	"strings"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// maxLines bounds what a terminal shows of one file; the rest is counted.
const maxLines = 25

// Lines writes the findings as lines, grouped by file, the files in order of
// path. Within a file the most serious come first.
func Lines(w io.Writer, list []finding.Finding) error {
	var b strings.Builder
	for start := 0; start < len(list); {
		end := start
		for end < len(list) && list[end].Ref.File == list[start].Ref.File {
			end++
		}
		writeFile(&b, list[start:end])
		start = end
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("writing the findings: %w", err)
	}
	return nil
}

func writeFile(b *strings.Builder, list []finding.Finding) {
	name := list[0].Ref.File
	if name == "" {
		name = "De werkmap"
	}
	fmt.Fprintf(b, "\n%s\n", name)
	shown := 0
	for _, level := range []finding.Level{finding.Error, finding.Warning, finding.Info} {
		for _, f := range list {
			if f.Level != level {
				continue
			}
			if shown++; shown <= maxLines {
				fmt.Fprintf(b, "  %-12s %s  %s\n", level, f.Code(), sentence(f))
			}
		}
	}
	if more := shown - maxLines; more > 0 {
		fmt.Fprintf(b, "  … en nog %s in dit bestand; alles staat in uit/validatie.json.\n", dutch.Plural(more, "melding", "meldingen"))
	}
}

// sentence is the place and the message.
func sentence(f finding.Finding) string {
	if place := Place(f); place != "" {
		return place + ": " + f.Message
	}
	return f.Message
}

// Place names where a finding is, within its file: "blad VTE, cel C14",
// "blad VTE, cellen C14, C15 en C16", "regel 12, teken 4".
func Place(f finding.Finding) string {
	var parts []string
	if f.Ref.Sheet != "" {
		parts = append(parts, "blad "+f.Ref.Sheet)
	}
	switch {
	case len(f.Cells) > 1:
		parts = append(parts, "cellen "+someCells(f.Cells))
	case f.Ref.Cell() != "":
		parts = append(parts, "cel "+f.Ref.Cell())
	case f.Ref.Line > 0 && f.Ref.Char > 0:
		parts = append(parts, fmt.Sprintf("regel %d, teken %d", f.Ref.Line, f.Ref.Char))
	case f.Ref.Line > 0:
		parts = append(parts, fmt.Sprintf("regel %d", f.Ref.Line))
	}
	return strings.Join(parts, ", ")
}

func someCells(places []source.Ref) string {
	var names []string
	for _, p := range places {
		names = append(names, p.Cell())
	}
	if len(names) <= 6 {
		return dutch.Join(names)
	}
	return strings.Join(names[:5], ", ") + " en " + dutch.Int(len(names)-5) + " andere"
}
