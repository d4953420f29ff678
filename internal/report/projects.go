package report

import (
	"slices"
	"strconv"
	"strings"

	"voortgang/charts"
	"voortgang/internal/document"
	"voortgang/internal/dutch"
	"voortgang/internal/model"
	"voortgang/internal/prose"
)

// timelineHeight is how high a slice of the timeline may be, in points: what a
// page holds under a heading and a line of text.
const timelineHeight = 560

// timelineID is where all projects stand on a timeline.
const timelineID = "tijdlijn"

// projects writes chapter 3.
func (b *builder) projects() {
	l := b.layout.Projects
	b.opening(l.chapter, "hoofdstuk-3", b.keyFigures(l.Figures))
	b.text(1, l.Texts...)
	b.timeline(l)
	for _, g := range b.index.groups {
		b.group(g)
		for _, p := range g.projects {
			if g.kind == ofTransversal {
				b.transversal(p)
			} else {
				b.sheet(p)
			}
		}
	}
	b.looseTransversal()
}

// looseTransversal prints the text on the transversal actions when there are
// none: what was written isn't dropped.
func (b *builder) looseTransversal() {
	none := !slices.ContainsFunc(b.index.groups, func(g *projectGroup) bool { return g.kind == ofTransversal })
	if l := b.layout.Projects.Transversal; none && b.hasText(l.Texts...) {
		b.section(2, l.Title, "thema-transversaal")
		b.text(2, l.Texts...)
	}
}

// timeline shows the terms of all projects, and says which themes have none.
func (b *builder) timeline(l telling) {
	h := document.Heading{Level: 2, Text: l.Timeline.Title, ID: b.id(timelineID), NewPage: true}
	b.add(h)
	rows, groups, colors := b.terms()
	if len(rows) == 0 {
		b.missing(b.layout.Empty.Projects)
		return
	}
	b.paragraph(document.Body, l.Timeline.Intro)
	whole := charts.Timeline{
		Base: charts.Base{Title: "Looptijd van de projecten", Subtitle: "per thema, met de fase op het einde van " + b.yearText, Style: b.chart},
		Rows: rows, Year: b.year, Groups: groups, Colors: colors,
		Phases: []string{model.PhasePreparation, model.PhaseRunning, model.PhaseEnded},
	}
	slices := whole.Pages(timelineHeight)
	for i, part := range slices {
		if len(slices) > 1 {
			part.Height = timelineHeight // the rows share the room
		}
		c := document.Chart{ID: b.id(timelineID, strconv.Itoa(i+1)), Title: whole.Title, Subtitle: whole.Subtitle, Chart: part}
		if len(slices) > 1 {
			c.Title += " (" + strconv.Itoa(i+1) + " van " + strconv.Itoa(len(slices)) + ")"
		}
		b.add(c)
	}
	for _, name := range b.index.empty {
		b.missing(fill(b.layout.Empty.Theme, "thema", name))
	}
	b.paragraph(document.Body, l.Scale)
}

// terms gives the rows of the timeline: every project with a term.
func (b *builder) terms() (rows []charts.Row, groups []string, colors []charts.Color) {
	for _, g := range b.index.groups {
		if g.kind == ofTransversal {
			continue
		}
		groups = append(groups, g.name)
		colors = append(colors, b.themeColor(g.name))
		for _, p := range g.projects {
			r := charts.Row{Name: p.Name, Group: g.name, Phase: p.Phase}
			if p.Base().Usable(model.ProjectStart) {
				r.Start = p.Start
			}
			if p.Base().Usable(model.ProjectEnd) {
				r.End = p.End
			}
			rows = append(rows, r)
		}
	}
	return rows, groups, colors
}

// group opens a theme with the list of its projects.
func (b *builder) group(g *projectGroup) {
	h := b.numbered(2, g.name, b.id("thema", g.slug))
	h.Theme, h.NewPage = g.theme, true
	g.id = h.ID
	o := document.ThemeOpening{Heading: h}
	switch g.kind {
	case ofTheme:
		o.Lead = prose.Text(b.groupLead(g))
	case ofTransversal:
		o.Lead = prose.Text(b.layout.Projects.Transversal.Lead)
	case ofNoTheme:
		o.Lead = prose.Text(b.layout.Projects.NoTheme.Lead)
	}
	for _, p := range g.projects {
		o.Projects = append(o.Projects, document.Link{
			Text: p.sheetNumber + dutch.NBSP + " " + p.Name, Target: "#" + p.sheet, Note: places(p.Project)})
	}
	b.add(o)
	if g.kind == ofTransversal {
		b.text(2, b.layout.Projects.Transversal.Texts...)
	}
}

// groupLead says how much happened in a theme: "15 projecten, goed voor 1.419
// activiteiten en 15.064 deelnames in 2021."
func (b *builder) groupLead(g *projectGroup) string {
	projects := b.fig("projecten.thema." + g.slug)
	text := counted(projects, "project", "projecten")
	activities, part := "activiteiten.thema."+g.slug, "deelnames.thema."+g.slug
	switch {
	case !b.has(activities) || !b.has(part):
	case b.fig(activities).Now.Value == 0 && b.fig(part).Now.Value == 0:
		text += ", zonder geregistreerde activiteiten in " + b.yearText
	default:
		text += ", goed voor " + counted(b.fig(activities), "activiteit", "activiteiten") +
			" en " + counted(b.fig(part), "deelname", "deelnames") + " in " + b.yearText
	}
	return text + "."
}

// places names up to three of a project's municipalities, without those that
// its name tells already.
func places(p *model.Project) string {
	name := dutch.Fold(p.Name)
	var list []string
	for _, m := range p.Municipalities {
		bare, _, _ := strings.Cut(m, " (")
		if folded := dutch.Fold(bare); folded != "" && !strings.Contains(name, folded) {
			list = append(list, m)
		}
	}
	if len(list) > 3 {
		return dutch.Join([]string{list[0], list[1], "nog " + strconv.Itoa(len(list)-2) + " andere"})
	}
	return dutch.Join(list)
}
