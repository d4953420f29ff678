package check

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// What a terminal shows at most; the rest is counted and stands in the page.
const (
	maxItems     = 6
	fewItems     = 3 // when there are more than manyFindings
	manyFindings = 200
	maxGroups    = 12
	maxSections  = 60
	maxNames     = 12
)

// Look says how lines are written.
type Look struct {
	// Width is in characters; 0 means 100.
	Width int
	// Color is for terminals only.
	Color bool
	// Only is the code of the one project that is shown; empty for all.
	Only string
}

// Lines writes the findings without an account of what was received, for when
// there is no more than findings: grouped by file, then as in Page.
func Lines(w io.Writer, list []finding.Finding) error {
	return Page(w, Report{Findings: list}, Look{})
}

// Page writes what a person wants to read on a terminal: per project what is
// wrong and missing, the most serious and most frequent first, each line with
// its place and what to do. It writes nothing when there is nothing to say.
func Page(w io.Writer, r Report, look Look) error {
	p := &page{look: look, width: min(max(cmp.Or(look.Width, 100), 40), 120), items: maxItems}
	if len(r.Findings) > manyFindings {
		p.items = fewItems
	}
	var absent map[string][]string
	if r.Data != nil {
		absent = absentSheets(Deliveries(r))
	}
	sections := Sections(r)
	if look.Only != "" {
		sections = slices.DeleteFunc(sections, func(s *Section) bool { return s.Code != look.Only })
		id := "project-" + anchor(look.Only)
		absent = map[string][]string{id: absent[id]}
		if len(absent[id]) == 0 {
			delete(absent, id)
		}
	}
	for i, s := range sections {
		if i == maxSections {
			rest := 0
			for _, s := range sections[i:] {
				rest += s.Total()
			}
			p.line("")
			p.wrap("", fmt.Sprintf("… en nog %s in %s; alles staat in validatie.html.", dutch.Plural(rest, "melding", "meldingen"),
				dutch.Plural(len(sections)-i, "ander deel", "andere delen")))
			break
		}
		p.section(s, absent[s.ID])
		delete(absent, s.ID)
	}
	if len(absent) > 0 {
		p.absent(Deliveries(r), absent)
	}
	if _, err := io.WriteString(w, p.b.String()); err != nil {
		return fmt.Errorf("writing the findings: %w", err)
	}
	return nil
}

// absentSheets lists the missing sheets by the id of the project's section.
func absentSheets(d Delivery) map[string][]string {
	out := map[string][]string{}
	for _, p := range d.Projects {
		if list := p.Absent(); len(list) > 0 {
			out[p.ID] = list
		}
	}
	return out
}

// page collects lines.
type page struct {
	b     strings.Builder
	look  Look
	width int
	// items is how many findings of one rule are shown in a section.
	items int
}

func (p *page) section(s *Section, absent []string) {
	p.line("")
	title := s.Title
	if len(s.Files) == 1 && s.Files[0] != s.Title {
		title += " · " + s.Files[0]
	}
	p.line(p.paint(bold, visible(title)))
	p.wrap("  ", counts(s.Errors, s.Warnings, s.Infos)+".")
	if len(absent) > 0 {
		p.wrap("  ", "Nog niet ontvangen: "+dutch.Join(absent)+".")
	}
	for i, g := range s.Groups {
		if i == maxGroups {
			rest := 0
			for _, g := range s.Groups[i:] {
				rest += len(g.Items)
			}
			p.line("")
			p.wrap("  ", "… en nog "+dutch.Plural(rest, "melding", "meldingen")+" van andere regels.")
			return
		}
		p.group(g, s)
	}
}

func (p *page) group(g Group, s *Section) {
	p.line("")
	head := g.Rule.Code + "  " + g.Rule.Title
	if n := times(g.Places); n != "" {
		head += ", " + n
	}
	p.line("  " + p.paint(levelPaint[g.Level], strings.ToUpper(g.Level.String())) + "  " + head)
	files := len(s.Files)
	if s.Code != "" && files > 1 {
		files = 2
	}
	for i, f := range g.Items {
		if i == p.items && len(g.Items) > p.items+1 {
			p.wrap("    ", "… en nog "+dutch.Plural(len(g.Items)-i, "plaats", "plaatsen")+".")
			return
		}
		place := named(f, files)
		if place != "" {
			place += ": "
		}
		p.hang("    ", "      ", visible(place+afterPlace(place, f)))
	}
}

// afterPlace is the message; behind a place it keeps its small letter.
func afterPlace(place string, f finding.Finding) string {
	if place == "" {
		return message(f)
	}
	return f.Message
}

// absent tells of projects that have no findings but lack sheets, in few lines:
// those of which nothing was received, then the others.
func (p *page) absent(d Delivery, left map[string][]string) {
	var nothing, some []string
	for _, row := range d.Projects {
		list, ok := left[row.ID]
		switch {
		case !ok:
		case len(list) == len(row.Sheets)-1 || len(list) == len(row.Sheets):
			nothing = append(nothing, row.Name)
		default:
			some = append(some, row.Name+" ("+dutch.Join(list)+")")
		}
	}
	p.line("")
	p.line(p.paint(bold, "Nog niet ontvangen"))
	if len(nothing) > 0 {
		p.hang("  ", "    ", "Nog geen enkel blad van: "+someNames(nothing)+".")
	}
	for _, name := range some[:min(len(some), maxNames)] {
		p.hang("  ", "    ", name)
	}
	if more := len(some) - maxNames; more > 0 {
		p.wrap("  ", "… en nog "+dutch.Plural(more, "project", "projecten")+".")
	}
}

func someNames(names []string) string {
	if len(names) <= maxNames {
		return dutch.Join(names)
	}
	return strings.Join(names[:maxNames], ", ") + " en nog " + dutch.Int(len(names)-maxNames) + " andere"
}

func (p *page) line(s string) { p.b.WriteString(s + "\n") }

func (p *page) wrap(indent, text string) { p.hang(indent, indent, text) }

// hang writes a text broken to the width, the lines after the first with their
// own indent. A word that is too long stands on a line of its own.
func (p *page) hang(first, rest, text string) {
	line, used := first, utf8.RuneCountInString(first)
	empty := true
	for _, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		if !empty && used+1+n > p.width {
			p.line(line)
			line, used, empty = rest, utf8.RuneCountInString(rest), true
		}
		if !empty {
			line += " "
			used++
		}
		line += word
		used += n
		empty = false
	}
	p.line(line)
}

// Escape sequences for terminals; the level is always named in words too.
const (
	bold   = "1"
	red    = "1;31"
	yellow = "1;33"
	blue   = "1;34"
)

var levelPaint = [...]string{finding.Error: red, finding.Warning: yellow, finding.Info: blue}

func (p *page) paint(code, text string) string {
	if !p.look.Color {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
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

// someCells names a few cells, runs in a column as C14:C20.
func someCells(places []source.Ref) string {
	var names []string
	covered := 0
	for _, r := range source.Ranges(places) {
		if len(names) == 5 {
			break
		}
		names = append(names, r.String())
		covered += r.Last - r.First + 1
	}
	if rest := len(places) - covered; rest > 0 {
		return strings.Join(names, ", ") + " en " + dutch.Int(rest) + " andere"
	}
	return dutch.Join(names)
}
