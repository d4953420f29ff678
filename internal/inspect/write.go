package inspect

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"

	"voortgang/internal/dutch"
)

// mostShown is how many problems of one check a page shows.
const mostShown = 5

// Page writes the result as a page for a person. name is how the user calls
// the file.
func Page(w io.Writer, name string, r *Result) error {
	p := &writer{}
	p.head(name, r)
	for _, group := range []string{Accessible, Findable, Durable, Workdir} {
		p.group(group, r.Checks)
	}
	p.line("")
	p.line("%s", summary(r))
	if r.Find("bronnen") == nil && r.Report != nil {
		p.line("Met --werkmap MAP vergelijk je het rapport ook met de werkmap.")
	}
	_, err := io.WriteString(w, p.String())
	return err
}

// writer gathers lines without anything in them that a terminal would obey:
// the words of a file aren't ours.
type writer struct{ strings.Builder }

func (p *writer) line(format string, args ...any) {
	for _, c := range fmt.Sprintf(format, args...) {
		if unicode.IsControl(c) || unicode.Is(unicode.Bidi_Control, c) {
			c = ' '
		}
		p.WriteRune(c)
	}
	p.WriteByte('\n')
}

func (p *writer) head(name string, r *Result) {
	p.line("%s", name)
	switch {
	case r.Report != nil:
		kind := "Eindrapport"
		if r.Report.Draft {
			kind = "Concept, geen eindrapport"
		}
		p.line("  %s over %d van %s", kind, r.Report.Year, shown(r.Report.Organisation, "onbekend"))
		p.line("  van %s, gemaakt met voortgang %s", longDate(r.Report.Date), shown(r.Report.Version, "(versie onbekend)"))
	case r.Title != "" || r.Creator != "":
		p.line("  %s", shown(r.Title, "Zonder titel"))
		p.line("  Geen rapport van voortgang%s", prefixed("; gemaakt met ", shown(r.Creator, "")))
	default:
		p.line("  Geen rapport van voortgang")
	}
	size := strings.Join(r.PageSizes[:min(3, len(r.PageSizes))], ", ")
	p.line("  %s%s, %s, %s", dutch.Plural(r.Pages, "bladzijde", "bladzijden"), prefixed(" ", size), sizeOf(r.Size),
		dutch.Plural(len(r.Attachments), "bijlage", "bijlagen"))
	if len(r.Standards) > 0 {
		p.line("  Zegt te voldoen aan %s", dutch.Join(r.Standards))
	}
	p.line("  SHA-256 %s", r.SHA256)
}

func (p *writer) group(name string, checks []*Check) {
	first := true
	for _, c := range checks {
		if c.Group != name {
			continue
		}
		if first {
			p.line("")
			p.line("%s", name)
			first = false
		}
		p.line("  %s %s", map[Outcome]string{Pass: "✓ in orde     ", Fail: "✗ NIET IN ORDE", Absent: "– n.v.t.      "}[c.Outcome], c.Text)
		shownNow := min(mostShown, len(c.Problems))
		for _, problem := range c.Problems[:shownNow] {
			p.line("                   %s", problem)
		}
		if rest := c.Count - shownNow; rest > 0 {
			p.line("                   en nog %s", dutch.Int(rest))
		}
	}
}

func summary(r *Result) string {
	failed, done := 0, 0
	for _, c := range r.Checks {
		switch c.Outcome {
		case Fail:
			failed++
			done++
		case Pass:
			done++
		}
	}
	if failed == 0 {
		return fmt.Sprintf("Alles in orde: %s.", dutch.Plural(done, "controle", "controles"))
	}
	if failed == 1 {
		return fmt.Sprintf("Eén van de %d controles is niet in orde.", done)
	}
	return fmt.Sprintf("%d van de %d controles zijn niet in orde.", failed, done)
}

func prefixed(before, text string) string {
	if text == "" {
		return ""
	}
	return before + text
}

func longDate(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return "een onbekende datum"
	}
	return dutch.LongDate(t)
}

// sizeOf tells a size in kilobytes or megabytes.
func sizeOf(n int) string {
	if n < 1_000_000 {
		return dutch.Int((n+999)/1000) + dutch.NBSP + "kB"
	}
	return dutch.Number(float64(n)/1e6, 1) + dutch.NBSP + "MB"
}

// JSON gives the result for a machine.
func JSON(name string, r *Result) ([]byte, error) {
	out := jsonResult{
		File: name, SHA256: r.SHA256, Size: r.Size, OK: r.OK(), Version: r.Version, Pages: r.Pages, PageSizes: orEmpty(r.PageSizes), Labels: r.Labels,
		Title: r.Title, Author: r.Author, Creator: r.Creator, Language: r.Language, Date: r.Date, Standards: orEmpty(r.Standards),
		Fonts: r.Fonts, Subsets: r.Subsets, Bookmarks: r.Bookmarks, Links: r.Links, Elements: r.Elements,
		Report: r.Report, Attachments: []jsonAttachment{}, Checks: []jsonCheck{},
	}
	for _, a := range r.Attachments {
		out.Attachments = append(out.Attachments, jsonAttachment{a.Name, a.Description, a.MIME, a.Relation, a.Size, a.SHA256})
	}
	for _, c := range r.Checks {
		out.Checks = append(out.Checks, jsonCheck{c.Code, c.Group, c.Text, c.Outcome, c.Count, orEmpty(c.Problems)})
	}
	data, err := json.MarshalIndent(out, "", "  ")
	return append(data, '\n'), err
}

type jsonResult struct {
	File        string           `json:"bestand"`
	SHA256      string           `json:"sha256"`
	Size        int              `json:"grootte"`
	OK          bool             `json:"in_orde"`
	Version     string           `json:"pdf_versie"`
	Pages       int              `json:"bladzijden"`
	PageSizes   []string         `json:"formaten"`
	Labels      string           `json:"paginanummers"`
	Title       string           `json:"titel"`
	Author      string           `json:"auteur"`
	Creator     string           `json:"programma"`
	Language    string           `json:"taal"`
	Date        string           `json:"datum"`
	Standards   []string         `json:"normen"`
	Fonts       int              `json:"lettertypes"`
	Subsets     int              `json:"deelverzamelingen"`
	Bookmarks   int              `json:"bladwijzers"`
	Links       int              `json:"links"`
	Elements    int              `json:"onderdelen"`
	Report      *Report          `json:"rapport"`
	Attachments []jsonAttachment `json:"bijlagen"`
	Checks      []jsonCheck      `json:"controles"`
}

type jsonAttachment struct {
	Name        string `json:"naam"`
	Description string `json:"omschrijving"`
	MIME        string `json:"soort"`
	Relation    string `json:"relatie"`
	Size        int    `json:"grootte"`
	SHA256      string `json:"sha256"`
}

type jsonCheck struct {
	Code     string   `json:"code"`
	Group    string   `json:"groep"`
	Text     string   `json:"controle"`
	Outcome  Outcome  `json:"uitkomst"`
	Count    int      `json:"aantal"`
	Problems []string `json:"problemen"`
}

func orEmpty(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
