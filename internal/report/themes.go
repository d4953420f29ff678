package report

import (
	"slices"
	"strconv"

	"voortgang/charts"
	"voortgang/internal/dutch"
	"voortgang/internal/house"
	"voortgang/internal/model"
)

// theme is a main division of the report.
type theme struct {
	name, slug string
	// number is 1-based, for the colours of the document.
	number int
	color  charts.Color
}

// Colours of headings that stand among the themes but are none.
const (
	transversalColor = "#6B7178"
	overheadColor    = "#A7ADB4"
)

func (b *builder) setThemes() {
	slugs := map[string]bool{}
	for i, t := range b.in.Config.Themes {
		hex := house.Hex(t.Colour)
		if hex == "" {
			hex = defaultThemeColor(b.house.ThemeColors, i)
		}
		b.style.Themes = append(b.style.Themes, hex)
		b.themes = append(b.themes, theme{name: t.Name, slug: freeSlug(t.Name, slugs), number: i + 1, color: charts.Hex(hex)})
	}
}

// defaultThemeColor gives the colour of the i-th theme; past the palette the
// colours come back, each time lighter or darker.
func defaultThemeColor(themeColors []string, i int) string {
	hex := themeColors[i%len(themeColors)]
	switch round := i / len(themeColors); {
	case round == 0:
		return hex
	case round%2 == 1:
		return charts.Hex(hex).Mix(charts.Hex("#808080"), 0.45).String()
	default:
		return charts.Hex(hex).Mix(charts.Hex("#000000"), 0.3).String()
	}
}

// freeSlug gives a slug that isn't taken yet, and takes it; it is made the
// same way as in the keys of figures.
func freeSlug(name string, taken map[string]bool) string {
	base := dutch.Slug(name)
	slug := base
	for n := 2; taken[slug]; n++ {
		slug = base + "-" + strconv.Itoa(n)
	}
	taken[slug] = true
	return slug
}

// themeColor is the colour of a theme by the label that figures carry.
func (b *builder) themeColor(label string) charts.Color {
	for _, t := range b.themes {
		if t.name == label {
			return t.color
		}
	}
	if label == model.Transversal {
		return charts.Hex(transversalColor)
	}
	return charts.Hex(overheadColor)
}

func (b *builder) themeColors(parts []split) []charts.Color {
	out := make([]charts.Color, len(parts))
	for i, p := range parts {
		out[i] = b.themeColor(p.label)
	}
	return out
}

// projectPlace is a project with the places of its two sheets.
type projectPlace struct {
	*model.Project
	theme int
	// sheet and record are the identifiers in chapters 3 and 4; the numbers
	// are set when the chapters are laid out, before they are written.
	sheet, record             string
	sheetNumber, recordNumber string

	progress    []*model.Progress
	conclusions []*model.Conclusion
	plans       []*model.PlannedAction
	dossiers    []*model.Dossier
}

// projectGroup is a theme with its projects, or the transversal actions, or
// the projects without a valid theme.
type projectGroup struct {
	name  string
	theme int // 1-based; 0 for none
	slug  string
	kind  groupKind
	// id is where chapter 3 opens it, once that is written.
	id       string
	projects []*projectPlace
}

type groupKind int

const (
	ofTheme groupKind = iota
	ofTransversal
	ofNoTheme
)

// projectIndex is the projects in the order of the report.
type projectIndex struct {
	groups []*projectGroup
	// empty are the themes without a project.
	empty []string
	all   []*projectPlace
}

// setProjects puts the projects in groups, in the order in which they were
// read, with the records that belong to them. A record whose code can't be
// used has no place; the validation says so.
func (b *builder) setProjects() {
	d := b.in.Data
	groups := make([]*projectGroup, 0, len(b.themes)+2)
	for _, t := range b.themes {
		groups = append(groups, &projectGroup{name: t.name, theme: t.number, slug: t.slug})
	}
	transversal := &projectGroup{name: b.layout.Projects.Transversal.Title, slug: "transversaal", kind: ofTransversal}
	without := &projectGroup{name: b.layout.Projects.NoTheme.Title, slug: "zonder-thema", kind: ofNoTheme}

	byCode := map[string]*projectPlace{}
	for _, p := range d.Projects {
		if p.Code == "" || !p.Base().Usable(model.ProjectCode) || byCode[p.Code] != nil {
			continue
		}
		place := &projectPlace{Project: p, sheet: b.id("project", p.Code), record: b.id("vaste-gegevens", p.Code)}
		byCode[p.Code] = place
		group := without
		for i, t := range b.themes {
			if t.name == p.Theme && p.Base().Usable(model.ProjectTheme) {
				group, place.theme = groups[i], t.number
			}
		}
		if p.IsTransversal() {
			group = transversal
		}
		group.projects = append(group.projects, place)
	}
	for _, r := range d.Progress {
		if p := byCode[r.Project]; p != nil && r.Base().Usable(model.ProgressProject) {
			p.progress = append(p.progress, r)
		}
	}
	for _, r := range d.Conclusions {
		if p := byCode[r.Project]; p != nil && r.Base().Usable(model.ConclusionProject) {
			p.conclusions = append(p.conclusions, r)
		}
	}
	for _, r := range d.Plans {
		if p := byCode[r.Project]; p != nil && r.Base().Usable(model.PlanProject) {
			p.plans = append(p.plans, r)
		}
	}
	for _, r := range d.Dossiers {
		if p := byCode[r.Project]; p != nil && r.Base().Usable(model.DossierProject) {
			p.dossiers = append(p.dossiers, r)
		}
	}
	for _, g := range append(groups, transversal, without) {
		switch {
		case len(g.projects) > 0:
			b.index.groups = append(b.index.groups, g)
			b.index.all = append(b.index.all, g.projects...)
		case g.kind == ofTheme:
			b.index.empty = append(b.index.empty, g.name)
		}
	}
	b.numberProjects()
}

// numberProjects tells each project the numbers of its sheets, so that either
// can name the other. Chapters 3 and 4 have the same groups in the same order.
func (b *builder) numberProjects() {
	for i, g := range b.index.groups {
		for j, p := range g.projects {
			tail := "." + strconv.Itoa(i+1) + "." + strconv.Itoa(j+1)
			p.sheetNumber, p.recordNumber = "3"+tail, "4"+tail
		}
	}
}

// groupOf gives the group of a project.
func (x *projectIndex) groupOf(p *projectPlace) *projectGroup {
	for _, g := range x.groups {
		if slices.Contains(g.projects, p) {
			return g
		}
	}
	return nil
}
