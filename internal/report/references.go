package report

import (
	"voortgang/internal/cite"
	"voortgang/internal/document"
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/prose"
)

// sections lists the parts of the report that a text can refer to.
func (b *builder) sections() []cite.Section {
	names := map[string][]string{}
	for id, key := range b.keys {
		names[id] = append(names[id], key)
	}
	for _, g := range b.index.groups {
		names[g.id] = append(names[g.id], "thema:"+g.slug)
		for _, p := range g.projects {
			code := dutch.Slug(p.Code)
			names[p.sheet] = append(names[p.sheet], "project:"+code)
			names[p.record] = append(names[p.record], "vaste-gegevens:"+code)
		}
	}
	out := []cite.Section{}
	for _, block := range b.blocks {
		h, ok := headingOf(block)
		if !ok || h.ID == "" || h.Unlisted {
			continue
		}
		out = append(out, cite.Section{ID: h.ID, Number: h.Number, Title: h.Text, Names: append(names[h.ID], h.ID)})
	}
	return out
}

// headingOf gives the heading that a block is or carries.
func headingOf(block document.Block) (document.Heading, bool) {
	switch b := block.(type) {
	case document.Heading:
		return b, true
	case document.ChapterOpening:
		return b.Heading, true
	case document.ThemeOpening:
		return b.Heading, true
	}
	return document.Heading{}, false
}

// refer fills in a reference to a section. Until the sections are known it is
// only noted that there is one; one that leads nowhere stays as it was written
// and is a finding.
func (b *builder) refer(in prose.Inline) prose.Inline {
	ref := *in.Ref
	in.Text, in.Ref = ref.Raw, nil
	b.referring = true
	if b.known == nil {
		return in
	}
	s, problem := cite.ResolveSection(ref, b.known)
	if problem != nil {
		f := finding.New(RuleUnknownSection, ref.Place, problem.Message)
		f.Found, f.Expected, f.Proposal = problem.Found, problem.Expected, problem.Proposal
		b.findings = append(b.findings, f)
		return in
	}
	in.Text, in.Link, in.Paged = s.Label(), "#"+s.ID, true
	return in
}
