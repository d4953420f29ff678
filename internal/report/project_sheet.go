package report

import (
	"slices"
	"strings"

	"voortgang/internal/document"
	"voortgang/internal/dutch"
	"voortgang/internal/model"
	"voortgang/internal/prose"
)

// sheet writes the review of one project: its head, the three ratings and what
// is said of them, the advice, the conclusion and the planning.
func (b *builder) sheet(p *projectPlace) {
	b.sheetHead(p)
	for _, section := range model.Sections() {
		b.rubric(p, section, true)
	}
	b.conclusion(p, true)
	b.planning(p)
}

// transversal writes a transversal action: the same without ratings, and
// without the lines that say what is missing.
func (b *builder) transversal(p *projectPlace) {
	b.sheetHead(p)
	for _, section := range model.Sections() {
		if len(p.rows(section)) > 0 || section == model.SectionAdvice && len(b.finished(p)) > 0 {
			b.rubric(p, section, false)
		}
	}
	if len(p.conclusions) > 0 {
		b.conclusion(p, false)
	}
	if len(p.plans) > 0 {
		b.planning(p)
	}
}

func (b *builder) sheetHead(p *projectPlace) {
	h := b.numbered(3, p.Name, p.sheet)
	h.Theme, h.NewPage = p.theme, true
	b.add(h)
	card := document.Card{Theme: p.theme, Links: []document.Link{
		{Text: "Vaste gegevens", Target: "#" + p.record, Note: p.recordNumber}}}
	if g := b.index.groupOf(p); g != nil {
		card.Links = append(card.Links, document.Link{Text: "Terug naar het thema", Target: "#" + g.id})
		if g.kind != ofTheme {
			card.Links[1].Text = "Terug naar het overzicht"
		}
	}
	if len(p.Municipalities) > 0 {
		label := "Gemeente"
		if len(p.Municipalities) > 1 {
			label = "Gemeenten"
		}
		card.Facts = append(card.Facts, fact(label, dutch.Join(p.Municipalities)))
	}
	if !p.IsTransversal() {
		card.Facts = append(card.Facts, p.phase())
		if f, ok := b.goals("Doelstellingen", p.MainObjectives, false); ok {
			card.Facts = append(card.Facts, f)
		}
		card.Facts = append(card.Facts, p.glance())
	}
	if p.Sector {
		sector := fact("Sectorproject", "samen met de andere instituten")
		if len(p.Municipalities) > 0 {
			card.Facts = append(card.Facts, sector)
		} else {
			card.Facts = slices.Insert(card.Facts, 0, sector) // in the place of where it is
		}
	}
	b.add(card)
}

// phase gives the phase and the term of a project.
func (p *projectPlace) phase() document.Fact {
	return fact("Fase en looptijd", orDash(p.Phase)+", "+term(p.Project))
}

// glance gives the three ratings and the status in words, so that they are
// seen at once.
func (p *projectPlace) glance() document.Fact {
	f := document.Fact{Label: "Beoordeling"}
	for _, section := range model.Sections() {
		if section == model.SectionAdvice {
			continue
		}
		rating := "niet ingevuld"
		if step := reached(p.rows(section)); step >= 0 {
			rating = lowerFirst(model.Ratings()[step])
		}
		f.Items = append(f.Items, []prose.Inline{{Text: section + ": "}, {Text: rating, Bold: true}})
	}
	status := "niet ingevuld"
	if step := p.status(); step >= 0 {
		status = lowerFirst(model.ConclusionStatuses()[step])
	}
	f.Items = append(f.Items, []prose.Inline{{Text: "Conclusie: "}, {Text: status, Bold: true}})
	return f
}

// status gives the step of the conclusion; -1 without one.
func (p *projectPlace) status() int {
	for _, c := range p.conclusions {
		if c.Status != "" && c.Base().Usable(model.ConclusionStatus) {
			return slices.Index(model.ConclusionStatuses(), c.Status)
		}
	}
	return -1
}

func fact(label, text string) document.Fact {
	return document.Fact{Label: label, Text: prose.Text(text)}
}

func orDash(s string) string {
	if s == "" {
		return dash
	}
	return s
}

// term writes a project's term: "1 januari 2021 – 31 december 2025".
func term(p *model.Project) string {
	start, end := p.Start, p.End
	switch {
	case start.IsZero() && end.IsZero():
		return dash
	case end.IsZero():
		return "vanaf " + dutch.LongDate(start)
	case start.IsZero():
		return "tot en met " + dutch.LongDate(end)
	}
	return dutch.LongDate(start) + " – " + dutch.LongDate(end)
}

// rows gives what is written under a section of the review.
func (p *projectPlace) rows(section string) []*model.Progress {
	var out []*model.Progress
	for _, r := range p.progress {
		if r.Section == section && r.Base().Usable(model.ProgressSection) {
			out = append(out, r)
		}
	}
	return out
}

// rubric writes one section of the review: the scale with its score, then the
// text with its subheadings.
func (b *builder) rubric(p *projectPlace, section string, rated bool) {
	rows := p.rows(section)
	advice := section == model.SectionAdvice
	if len(rows) == 0 && b.leavesOut() && !(advice && len(b.finished(p)) > 0) {
		return
	}
	b.add(under(4, section))
	if rated && !advice {
		b.add(document.Scale{Label: "Score", Steps: model.Ratings(), Reached: reached(rows), Theme: p.theme})
	}
	some := false
	for _, r := range rows {
		if r.Subheading != "" {
			b.add(under(5, r.Subheading))
			some = true
		}
		blocks := b.cell(r.Text)
		b.add(blocks...)
		some = some || len(blocks) > 0
	}
	if advice {
		some = b.dossierTable(p) || some
	}
	if !some {
		b.missing(b.layout.Empty.Section)
	}
}

// reached gives the step of the first rating of a section; -1 without one.
func reached(rows []*model.Progress) int {
	for _, r := range rows {
		if r.Rating != "" && r.Base().Usable(model.ProgressRating) {
			return slices.Index(model.Ratings(), r.Rating)
		}
	}
	return -1
}

// finished gives the dossiers of a project that were finished in the year.
func (b *builder) finished(p *projectPlace) []*model.Dossier {
	var out []*model.Dossier
	for _, d := range p.dossiers {
		if d.Status == model.DossierFinished && d.Date.Year() == b.year &&
			d.Base().Usable(model.DossierTitle, model.DossierStatus, model.DossierDate) {
			out = append(out, d)
		}
	}
	slices.SortStableFunc(out, func(x, y *model.Dossier) int { return x.Date.Compare(y.Date) })
	return out
}

// dossierTable lists the dossiers that a project finished in the year.
func (b *builder) dossierTable(p *projectPlace) bool {
	list := b.finished(p)
	if len(list) == 0 {
		return false
	}
	t := document.Table{Caption: "Dossiers die in " + b.yearText + " afgerond zijn", RowHeaders: true,
		Columns: []document.Column{{Head: "Dossier", Weight: 6}, left("Soort"), left("Niveau"), left("Datum")}}
	for _, d := range list {
		t.Rows = append(t.Rows, row(d.Title, upperFirst(orDash(d.Kind)), orDash(d.Government), dutch.ShortDate(d.Date)))
	}
	b.add(t)
	return true
}

// conclusion writes the status as a track of six steps, then the text.
func (b *builder) conclusion(p *projectPlace, rated bool) {
	if len(p.conclusions) == 0 && b.leavesOut() {
		return
	}
	b.add(under(4, "Samenvattende conclusie"))
	step := p.status()
	if rated || step >= 0 {
		b.add(document.Scale{Label: "Status", Steps: model.ConclusionStatuses(), Reached: step, Track: true, Theme: p.theme})
	}
	some := false
	for _, c := range p.conclusions {
		blocks := b.cell(c.Text)
		b.add(blocks...)
		some = some || len(blocks) > 0
	}
	if !some {
		b.missing(b.layout.Empty.Section)
	}
}

// planning lists what the project is going to do.
func (b *builder) planning(p *projectPlace) {
	var terms document.Terms
	for _, a := range p.plans {
		if strings.TrimSpace(a.Action) == "" {
			continue
		}
		terms.Items = append(terms.Items, document.Term{When: when(a.When), Text: b.flat(a.Action).Text})
	}
	if len(terms.Items) == 0 && b.leavesOut() {
		return
	}
	b.add(under(4, "Planning"))
	if len(terms.Items) == 0 {
		b.missing(b.layout.Empty.Plan)
		return
	}
	b.add(terms)
}

// when writes a period as it is read in a list: a day as a date, a longer one
// as it was written.
func when(p model.Period) string {
	switch {
	case p.Continuous:
		return "continu"
	case !p.From.IsZero() && p.From.Equal(p.To):
		return dutch.ShortDate(p.From)
	}
	return strings.TrimSpace(p.Text)
}
