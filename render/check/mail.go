package check

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// maxMailItems bounds the list in a mail; who gets more opens the copy.
const maxMailItems = 40

// Mail is a mail to whoever must mend the findings of a section: plain text,
// ready to be copied, with [naam] and [datum] to be filled in.
type Mail struct{ Subject, Body string }

// mailer writes mails of one report.
type mailer struct {
	r    Report
	o    *owners
	rows rowTexts
}

func newMailer(r Report) *mailer {
	o := newOwners(r.Data)
	return &mailer{r: r, o: o, rows: newRowTexts(r, o)}
}

// mail writes the mail of one section; absent are its missing sheets.
func (m *mailer) mail(s *Section, absent []string) Mail {
	var b strings.Builder
	name := s.Title
	if rest, ok := strings.CutPrefix(name, "De "); ok && s.Code == "" {
		name = "de " + rest
	}
	b.WriteString("Dag [naam],\n\n")
	switch {
	case s.Total() == 0:
		fmt.Fprintf(&b, "Voor het voortgangsrapport %d hebben we van %s nog niet alles ontvangen. Graag bezorgen voor [datum].\n", m.r.Year, name)
	case s.Errors == 0:
		fmt.Fprintf(&b, "Bij het nazicht voor het voortgangsrapport %d vonden we bij %s %s. Graag nakijken voor [datum].\n", m.r.Year, name, counts(0, s.Warnings, s.Infos))
	default:
		fmt.Fprintf(&b, "Bij het nazicht voor het voortgangsrapport %d vonden we bij %s %s. Graag verbeteren voor [datum].\n", m.r.Year, name, counts(s.Errors, s.Warnings, s.Infos))
	}
	m.list(&b, s)
	if len(absent) > 0 {
		fmt.Fprintf(&b, "\nNog niet ontvangen: %s %s.\n", map[bool]string{true: "het blad", false: "de bladen"}[len(absent) == 1], dutch.Join(absent))
	}
	m.files(&b, s)
	b.WriteString("\nAlvast bedankt, en vriendelijke groeten\n")
	return Mail{Subject: fmt.Sprintf("%s: na te kijken voor het voortgangsrapport %d", visible(s.Title), m.r.Year), Body: b.String()}
}

var mailHeads = map[finding.Level]string{
	finding.Error: "Te verbeteren", finding.Warning: "Na te kijken: verbeter het, of laat weten dat het klopt", finding.Info: "Ter info",
}

// list writes the findings, one line for all that is said of the same place.
func (m *mailer) list(b *strings.Builder, s *Section) {
	var items []mailItem
	at := map[string]int{}
	for _, g := range s.Groups {
		for _, f := range g.Items {
			place := m.place(f, len(s.Files))
			i, known := at[place]
			if !known || place == "" {
				i = len(items)
				at[place] = i
				items = append(items, mailItem{place: place, level: g.Level})
			}
			items[i].level = min(items[i].level, g.Level)
			if text := mailText(f); !slices.Contains(items[i].texts, text) {
				items[i].texts = append(items[i].texts, text)
			}
		}
	}
	slices.SortStableFunc(items, func(a, b mailItem) int { return int(a.level) - int(b.level) })
	for i, one := range items[:min(len(items), maxMailItems)] {
		if i == 0 || one.level != items[i-1].level {
			fmt.Fprintf(b, "\n%s\n", mailHeads[one.level])
		}
		fmt.Fprintf(b, "- %s\n", one)
	}
	if more := len(items) - maxMailItems; more > 0 {
		fmt.Fprintf(b, "- … en nog %s.\n", dutch.Plural(more, "plaats", "plaatsen"))
	}
}

// mailItem is what a mail says of one place.
type mailItem struct {
	place string
	level finding.Level
	texts []string
}

func (i mailItem) String() string {
	text := strings.Join(i.texts, " ")
	if i.place == "" {
		return text
	}
	return i.place + ": " + text
}

// place names where a finding is. Of a file that projects share it also says
// what the row is about: who gets the mail doesn't have that file.
func (m *mailer) place(f finding.Finding, files int) string {
	if !m.o.common[f.Ref.File] {
		return visible(named(f, files))
	}
	place := named(f, 2)
	if row := m.rows.of(f); row != "" {
		place += " (rij " + row + ")"
	}
	return visible(place)
}

// mailText is one finding, with what to write when the message doesn't say so
// already.
func mailText(f finding.Finding) string {
	text := visible(message(f))
	if f.Proposal != "" && !strings.Contains(f.Message, f.Proposal) {
		text += " Voorstel: " + visible(shorten(f.Proposal, 200)) + "."
	}
	return text
}

// files says which copy goes with the mail: that of a project's own workbook.
// A file that projects share holds more than who gets the mail may see.
func (m *mailer) files(b *strings.Builder, s *Section) {
	var copies, shared []string
	for _, file := range s.Files {
		if m.o.common[file] {
			shared = append(shared, path.Base(file))
			continue
		}
		if c := m.r.copyOf(file); c != nil && c.Path != "" && m.o.byFile[file] != "" {
			copies = append(copies, path.Base(c.Path))
		}
	}
	if len(shared) > 0 && s.Code != "" {
		fmt.Fprintf(b, "\nWat in %s staat, passen wij aan: laat weten wat er moet staan.\n", dutch.Join(shared))
	}
	if len(copies) > 0 {
		fmt.Fprintf(b, "\nIn bijlage: een kopie van %s, met de cellen gekleurd en een opmerking in elke cel. Verbeter het werkboek zelf, niet de kopie.\n", dutch.Join(copies))
	}
}
