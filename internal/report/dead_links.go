package report

import (
	"fmt"
	"maps"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"voortgang/internal/cite"
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/nearest"
	"voortgang/internal/prose"
	"voortgang/internal/source"
)

// textFolder is where the narrative stands in a workdir.
const textFolder = "teksten"

// lastSection gives the identifier of the section that is being written.
func (b *builder) lastSection() string {
	for i := len(b.blocks) - 1; i >= 0; i-- {
		if h, ok := headingOf(b.blocks[i]); ok && h.ID != "" && !h.Unlisted {
			return h.ID
		}
	}
	return ""
}

// textSections gives the sections that the texts stand under.
func (b *builder) textSections() map[string]string {
	out := map[string]string{}
	for name, t := range b.texts {
		if t.section != "" {
			out[name] = t.section
		}
	}
	return out
}

// inside leads a link of a narrative that is no web address to its place in
// the report. One that leads nowhere becomes plain text and is a finding. Until
// the sections are known it is only noted that there is one.
func (b *builder) inside(in prose.Inline) prose.Inline {
	target, place := in.Link, in.LinkPlace
	in.Link, in.LinkPlace = "", source.Ref{}
	b.referring = true
	if b.known == nil {
		return in
	}
	id, problem := b.destination(target, place.File)
	if problem == nil {
		in.Link = "#" + id
		return in
	}
	if !b.dead[place] {
		// Words in different type within one link are told once.
		b.dead[place] = true
		f := finding.New(RuleDeadLink, place, problem.Message)
		f.Found, f.Expected, f.Proposal = target, "een webadres of een onderdeel van het rapport", problem.Proposal
		b.findings = append(b.findings, f)
	}
	return in
}

// destination finds where in the report a link leads: to a section by its
// number or name, or to where a text of the workdir stands.
func (b *builder) destination(target, file string) (string, *cite.Problem) {
	if name, ok := strings.CutPrefix(target, "#"); ok {
		if s, problem := cite.ResolveSection(prose.Reference{Keys: []string{name}}, b.known); problem == nil {
			return s.ID, nil
		}
		return "", b.noSection(target, name)
	}
	if strings.TrimSpace(target) == "" {
		return "", &cite.Problem{Message: "Deze link heeft geen adres. Vul het in tussen de ronde haken, of schrijf het zonder link."}
	}
	name, fragment, _ := strings.Cut(target, "#")
	if plain, err := url.PathUnescape(name); err == nil {
		name = plain
	}
	if web := bareAddress(name); web != "" {
		return "", &cite.Problem{Proposal: web, Message: fmt.Sprintf("De link ‘%s’ is geen volledig webadres. Bedoel je ‘%s’?", target, web)}
	}
	key := textName(name, file)
	id := b.standsIn[key]
	switch {
	case id == "":
		return "", b.noText(target, name, key, file)
	case fragment == "" || b.hasHeading(key, fragment):
		return id, nil
	}
	return "", &cite.Problem{Proposal: name, Message: fmt.Sprintf("In de tekst ‘%s’ staat geen kop ‘%s’. Bedoel je ‘%s’?", key, fragment, name)}
}

// noSection says that a report has no such place, with the nearest one.
func (b *builder) noSection(target, name string) *cite.Problem {
	_, p := cite.ResolveSection(prose.Reference{Keys: []string{name}}, b.known)
	if p.Proposal == "" {
		p.Proposal = nearest.To(name, b.sectionNames())
	}
	if p.Proposal == "" {
		return &cite.Problem{Message: fmt.Sprintf("De link ‘%s’ gaat naar een plaats die niet in het rapport staat. Geef een nummer uit de inhoudsopgave, of een vaste naam zoals #thema:wonen.", target)}
	}
	p.Proposal = "#" + p.Proposal
	p.Message = fmt.Sprintf("De link ‘%s’ gaat naar een plaats die niet in het rapport staat. Bedoel je ‘%s’?", target, p.Proposal)
	return p
}

func (b *builder) sectionNames() []string {
	var out []string
	for _, s := range b.known {
		out = append(out, s.Names...)
	}
	return out
}

// noText says that a link leads to no text of the report. A file may well be
// in the workdir: the reader doesn't get it.
func (b *builder) noText(target, name, key, file string) *cite.Problem {
	if ext := strings.ToLower(path.Ext(name)); ext != ".md" && ext != ".markdown" && ext != "" {
		return &cite.Problem{Message: fmt.Sprintf(
			"De link ‘%s’ gaat naar een bestand, en dat reist niet mee met het rapport. Zet het op een website en geef dat adres, of schrijf het zonder link.", target)}
	}
	best := nearest.To(key, slices.Sorted(maps.Keys(b.standsIn)))
	if best == "" {
		return &cite.Problem{Message: fmt.Sprintf("De link ‘%s’ gaat naar een tekst die niet in het rapport staat. Verbeter de link, of schrijf het zonder link.", target)}
	}
	proposal := relative(best, file)
	return &cite.Problem{Proposal: proposal, Message: fmt.Sprintf("De link ‘%s’ gaat naar een tekst die niet in het rapport staat. Bedoel je ‘%s’?", target, proposal)}
}

// domain is what a web address without its scheme looks like.
var domain = regexp.MustCompile(`(?i)^(www\.[\w-]+\.[\w.-]+|[\w-]+(\.[\w-]+)*\.(be|eu|com|org|net|nl|vlaanderen|brussels))(/\S*)?$`)

// bareAddress completes a web address that lacks its scheme; "" for what is
// none.
func bareAddress(name string) string {
	if domain.MatchString(name) {
		return "https://" + name
	}
	return ""
}

// textName gives the name of the text that a path leads to, seen from a file of
// the narrative or from the workdir: "themas/wonen".
func textName(name, file string) string {
	name = strings.ReplaceAll(name, "\\", "/")
	if !strings.HasPrefix(name, textFolder+"/") {
		name = path.Join(path.Dir(file), name)
	}
	name = strings.TrimPrefix(path.Clean(name), textFolder+"/")
	return strings.ToLower(strings.TrimSuffix(name, path.Ext(name)))
}

// relative writes the way from a file of the narrative to a text.
func relative(name, file string) string {
	from := strings.TrimPrefix(file, textFolder+"/")
	if path.Dir(from) == path.Dir(name) {
		return path.Base(name) + ".md"
	}
	return strings.Repeat("../", strings.Count(from, "/")) + name + ".md"
}

// hasHeading tells whether a text has a heading with an anchor, written as
// Markdown editors do.
func (b *builder) hasHeading(name, anchor string) bool {
	t := b.texts[name]
	if t == nil {
		return false
	}
	for _, block := range t.Blocks {
		if h, ok := block.(prose.Heading); ok && dutch.Slug(prose.Plain(h.Text)) == dutch.Slug(anchor) {
			return true
		}
	}
	return false
}
