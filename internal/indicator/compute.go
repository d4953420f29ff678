// Package indicator computes the figures of chapter 2 of the report, one file
// per indicator, and writes them in Dutch. Every number that a table, a chart
// or a sentence of the report shows is a figure made here, once: with its
// formula in words, its value per year, the cells it came from and the number
// of rows that it misses.
//
// # Conventions
//
//   - A dated row belongs to the calendar year of its date. Rows of earlier
//     years give the earlier values of the same figures; rows of later years
//     than the report's count nowhere.
//   - The theme of a row is that of its project; VTE and Middelen name their
//     own. Transversaal and Overhead are rows of a table only where there are
//     data for them.
//   - A broken field keeps a row out of exactly the figures that need it, and
//     those figures count it (LeftOut). A row of which the date can't be read
//     may belong to any year, and one of an unknown project to any theme.
//   - Registrations (activities, contacts, dossiers …) are known as soon as
//     the sheet has a row: no row in the year is then a real 0. Sheets with a
//     column for the year (VTE, Middelen …) are known for the years in them.
//   - A figure of which every row was left out is unknown, not 0.
package indicator

import (
	"slices"
	"strconv"

	"voortgang/config"
	"voortgang/internal/dutch"
	"voortgang/internal/model"
)

// Compute makes all figures of the report's year, in the order of chapter 2;
// then those on the projects and the neighbourhoods. It never fails: an
// indicator without data gives its figures with unknown values.
func Compute(d *model.Dataset, cfg *config.Config) *model.Figures {
	figs := compute(d, cfg, d)
	if d.Before != nil {
		recall(figs, d, cfg)
	}
	return figs
}

// compute makes all figures of one dataset; themes and types of projects and
// actors that it doesn't list are those of another.
func compute(d *model.Dataset, cfg *config.Config, other *model.Dataset) *model.Figures {
	r := newRun(d, cfg, other)
	staff := r.seniority() // 2.12 needs the number of staff of 2.13

	r.staffing()
	r.fte()
	r.activities()
	r.participations()
	r.actors()
	r.contacts()
	r.policyContacts()
	r.dossiers()
	r.volunteers()
	r.communications()
	r.funding()
	r.training(staff.count)
	r.add(staff.figures...)
	r.projectCounts()
	r.neighbourhoods()
	return r.figs
}

// run is what the indicators share while they compute.
type run struct {
	data *model.Dataset
	// projects and listed are the projects and actors that rows may name.
	projects []*model.Project
	listed   []*model.Actor
	cfg      *config.Config
	year     int
	figs     *model.Figures

	// themes are the configured themes, then Transversaal and Overhead;
	// themeAt finds them by name.
	themes  []part
	themeAt map[string]int
	// projectTheme gives the theme of a project by its code.
	projectTheme map[string]int
}

func newRun(d *model.Dataset, cfg *config.Config, other *model.Dataset) *run {
	r := &run{
		data: d, projects: d.Projects, listed: d.Actors, cfg: cfg, year: cfg.Report.Year,
		figs:         model.NewFigures(cfg.Report.Year),
		themeAt:      map[string]int{},
		projectTheme: make(map[string]int, len(d.Projects)),
	}
	if other != d {
		r.projects, r.listed = slices.Concat(d.Projects, other.Projects), slices.Concat(d.Actors, other.Actors)
	}
	slugs := map[string]bool{}
	for _, name := range append(cfg.ThemeNames(), model.Transversal, model.Overhead) {
		if _, twice := r.themeAt[name]; twice {
			continue
		}
		heading := name == model.Transversal || name == model.Overhead
		r.themeAt[name] = len(r.themes)
		r.themes = append(r.themes, part{label: name, slug: uniqueSlug(name, slugs), ifData: heading})
	}
	for _, p := range r.projects {
		if !p.Base().Usable(model.ProjectCode) || p.Code == "" {
			continue
		}
		if _, twice := r.projectTheme[p.Code]; !twice {
			r.projectTheme[p.Code] = r.theme(p.Theme, p.Base().Usable(model.ProjectTheme))
		}
	}
	return r
}

// theme finds a theme by its name; unknown when it can't be used.
func (r *run) theme(name string, usable bool) int {
	if at, ok := r.themeAt[name]; ok && usable {
		return at
	}
	return unknown
}

// themeOf finds the theme of a record by its project.
func (r *run) themeOf(code string, usable bool) int {
	if at, ok := r.projectTheme[code]; ok && usable {
		return at
	}
	return unknown
}

// themeDim is the themes as a dimension of a grid; field says in Dutch where
// the theme is taken from.
func (r *run) themeDim(field string) *dim { return newDim("thema", field, r.themes) }

// Where the theme of a row comes from, for formulas.
const (
	ownTheme     = "het thema"
	projectTheme = "het thema van het project"
)

func (r *run) add(figs ...*model.Figure) {
	for _, f := range figs {
		r.figs.Add(f)
	}
}

// maxSlug bounds keys made of free text; ordinary names stay whole.
const maxSlug = 200

// uniqueSlug gives the slug of a label that isn't taken yet, and takes it.
func uniqueSlug(label string, taken map[string]bool) string {
	slug := dutch.Slug(label)
	if cut := []rune(slug); len(cut) > maxSlug {
		slug = string(cut[:maxSlug])
	}
	if slug == "" {
		slug = "zonder-naam"
	}
	return uniqueText(slug, taken)
}

// uniqueText adds -2, -3 … to a text until it isn't taken, and takes it.
func uniqueText(text string, taken map[string]bool) string {
	try := text
	for n := 2; taken[try]; n++ {
		try = text + "-" + strconv.Itoa(n)
	}
	taken[try] = true
	return try
}
