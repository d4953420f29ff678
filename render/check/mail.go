package check

import (
	"fmt"
	"strings"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// maxMailItems bounds the list in a mail; who gets more opens the copy.
const maxMailItems = 40

// Mail is the text of a mail to whoever must mend the findings of a section:
// plain text, ready to be copied.
func Mail(r Report, s *Section, absent []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Onderwerp: %s: na te kijken voor het voortgangsrapport %d\n\n", s.Title, r.Year)
	b.WriteString("Dag\n\n")
	if len(s.Groups) > 0 {
		fmt.Fprintf(&b, "Bij het nakijken van %s vonden we %s. Kun jij dit verbeteren?\n", mailFiles(s), counts(s.Errors, s.Warnings, s.Infos))
	}
	if len(s.Groups) == 0 {
		fmt.Fprintf(&b, "Voor %s hebben we nog niet alles. Kun jij dit bezorgen?\n", s.Title)
	}
	shown, total := 0, s.Total()
	for _, level := range []finding.Level{finding.Error, finding.Warning, finding.Info} {
		headed := false
		for _, g := range s.Groups {
			for _, f := range g.Items {
				if g.Level != level || shown == maxMailItems {
					continue
				}
				if !headed {
					fmt.Fprintf(&b, "\n%s\n", mailHeads[level])
					headed = true
				}
				shown++
				fmt.Fprintf(&b, "- %s\n", mailLine(f, len(s.Files)))
			}
		}
	}
	if shown < total {
		fmt.Fprintf(&b, "- … en nog %s.\n", dutch.Plural(total-shown, "melding", "meldingen"))
	}
	if len(absent) > 0 {
		fmt.Fprintf(&b, "\nNog niet ontvangen: %s %s.\n", map[bool]string{true: "het blad", false: "de bladen"}[len(absent) == 1], dutch.Join(absent))
	}
	var copies []string
	for _, file := range s.Files {
		if c := r.copyOf(file); c != nil && c.Path != "" {
			copies = append(copies, c.Path)
		}
	}
	if len(copies) > 0 {
		fmt.Fprintf(&b, "\nIn bijlage: een kopie met de cellen gekleurd en een opmerking in elke cel (%s). Verbeter het werkboek zelf, niet de kopie.\n", dutch.Join(copies))
	}
	b.WriteString("\nBedankt\n")
	return b.String()
}

var mailHeads = map[finding.Level]string{
	finding.Error: "Te verbeteren", finding.Warning: "Na te kijken", finding.Info: "Ter info",
}

func mailFiles(s *Section) string {
	switch len(s.Files) {
	case 0:
		return "de werkmap"
	case 1, 2, 3:
		return dutch.Join(s.Files)
	}
	return dutch.Plural(len(s.Files), "bestand", "bestanden")
}

// mailLine is one finding in one line, with what to write when the message
// doesn't say so already.
func mailLine(f finding.Finding, files int) string {
	line := visible(message(f))
	if place := named(f, files); place != "" {
		line = visible(place) + ": " + line
	}
	if f.Proposal != "" && !strings.Contains(f.Message, f.Proposal) {
		line += " Schrijf: " + visible(shorten(f.Proposal, 200)) + "."
	}
	return line
}
