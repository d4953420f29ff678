package validate

import (
	"fmt"
	"slices"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleMissingSheets = finding.ByCode("O01")

// expectedSheets are the sheets that a running project delivers.
var expectedSheets = []*model.Sheet{&model.ActivitySheet, &model.ParticipationSheet, &model.ActorSheet, &model.ContactSheet, &model.ProgressSheet, &model.ConclusionSheet}

// missingSheets tells which projects have not delivered what most others did.
// What nobody delivers isn't asked for: an organisation may keep less. A sheet
// without even its column names has been reported when it was read.
func missingSheets(c *checker) {
	running, preparing := c.running(), c.preparing()
	habit := running
	if len(running) < 3 {
		habit = nil // two are no habit
	}
	books := c.ownBooks()
	lacks, remark := map[*model.Project][]string{}, map[*model.Project]bool{}
	for _, sheet := range expectedSheets {
		has := c.delivered(sheet)
		var without []*model.Project
		for _, p := range habit {
			if !has[p.Code] && c.asked(p, books[p.Code], sheet) {
				without = append(without, p)
			}
		}
		// One project among a few is a slip when the others do deliver.
		if len(without) > 1 && len(without)*4 > len(habit) || len(without) == 1 && !othersDeliver(habit, has) {
			without = nil
		}
		if sheet == &model.ContactSheet && (len(without) != 1 || !c.manyContacts(habit, without[0])) {
			without = nil
		}
		without = append(without, c.unwritten(preparing, books, sheet, has)...)
		if p, others := c.halfWritten(slices.Concat(running, preparing), sheet, has); p != nil && c.asked(p, books[p.Code], sheet) && !slices.Contains(without, p) {
			without = append(without, p)
			if others == 1 || p.Phase == model.PhasePreparation && sheet == &model.ProgressSheet {
				remark[p] = true
			}
		}
		for _, p := range without {
			lacks[p] = append(lacks[p], sheet.Name)
			// A year without contacts is rare, but a workbook without the sheet
			// that all others have was cut short.
			remark[p] = remark[p] || sheet == &model.ContactSheet && holds(books[p.Code], sheet)
		}
	}
	for _, p := range slices.Concat(running, preparing) {
		names := lacks[p]
		if len(names) == 0 || c.deliveries.Nothing(p.Code) || agreed(c.cfg, p) {
			continue // one that delivered nothing is told as a whole; what was agreed on needs no guess
		}
		f := c.say(ruleMissingSheets, &model.ProjectSheet, p, model.ProjectCode, fmt.Sprintf(
			"Van project ‘%s’ is er niets in %s. Vul %s in, of bezorg het werkboek.", p.Name, dutch.Join(names), them(len(names), "het blad", "de bladen")))
		f.Found, f.Expected = "niets in "+dutch.Join(names), "gegevens in "+dutch.Join(names)
		f.Column = ""
		if remark[p] {
			f.Level = finding.Info // one other project is no habit, and what is new has little to tell
		}
	}
}

// halfWritten gives the one project that wrote its conclusion and not its
// progress, or the other way round, where all others that wrote the one wrote
// both; and how many those are.
func (c *checker) halfWritten(list []*model.Project, sheet *model.Sheet, has map[string]bool) (*model.Project, int) {
	other := &model.ConclusionSheet
	switch sheet {
	case &model.ConclusionSheet:
		other = &model.ProgressSheet
	case &model.ProgressSheet:
	default:
		return nil, 0
	}
	wrote := c.delivered(other)
	var half *model.Project
	both := 0
	for _, p := range list {
		switch {
		case !wrote[p.Code]:
		case has[p.Code]:
			both++
		case half != nil:
			return nil, 0
		default:
			half = p
		}
	}
	if half == nil || both == 0 || c.concludes(half.Code, "Nog niet opgestart") {
		return nil, 0
	}
	return half, both
}

// concludes tells whether the conclusion of a project is one of some, or can't
// be read.
func (c *checker) concludes(project string, statuses ...string) bool {
	return slices.ContainsFunc(c.data.Conclusions, func(k *model.Conclusion) bool {
		return k.Project == project && (slices.Contains(statuses, k.Status) || !k.Base().Usable(model.ConclusionStatus))
	})
}

// unwritten gives the one project in preparation without texts that the other
// ones, two or more, did write.
func (c *checker) unwritten(preparing []*model.Project, books map[string]*model.InputFile, sheet *model.Sheet, has map[string]bool) []*model.Project {
	if sheet != &model.ProgressSheet && sheet != &model.ConclusionSheet || !othersDeliver(preparing, has) {
		return nil
	}
	var without []*model.Project
	for _, p := range preparing {
		if !has[p.Code] && c.asked(p, books[p.Code], sheet) {
			without = append(without, p)
		}
	}
	if len(without) > 1 {
		return nil
	}
	return without
}

// ownBooks gives the workbook of each project that has one to itself.
func (c *checker) ownBooks() map[string]*model.InputFile {
	out := map[string]*model.InputFile{}
	for _, f := range c.data.Files {
		if f.Project != "" {
			out[f.Project] = f
		}
	}
	return out
}

// asked tells whether a project of which a sheet has nothing is asked for it.
// A year without activities or partners happens; one without a conclusion
// doesn't, nor a workbook with nothing in it at all.
func (c *checker) asked(p *model.Project, book *model.InputFile, sheet *model.Sheet) bool {
	text := sheet == &model.ProgressSheet || sheet == &model.ConclusionSheet
	switch {
	case sheet == &model.ParticipationSheet:
		return c.registered(p) >= fewActivities
	case sheet == &model.ContactSheet:
		return book != nil && c.registered(p) >= fewActivities && c.hasActors(p)
	case book == nil:
		return text
	}
	for _, s := range book.Sheets {
		if s.Decl != sheet {
			continue
		}
		// Of a sheet without column names reading has said what is wrong.
		named := s.Source != nil && s.Source.HeaderRow > 0
		return named && s.Rows == 0 && (text || untouched(book))
	}
	return true
}

// holds tells whether a workbook has a sheet.
func holds(book *model.InputFile, sheet *model.Sheet) bool {
	return slices.ContainsFunc(book.Sheets, func(s *model.InputSheet) bool { return s.Decl == sheet })
}

// manyContacts tells whether all projects but one have contacts, and more than a
// few: then none at all is no chance.
func (c *checker) manyContacts(list []*model.Project, but *model.Project) bool {
	const few = 5
	count := map[string]int{}
	for _, k := range c.data.Contacts {
		count[k.Project]++
	}
	return !slices.ContainsFunc(list, func(p *model.Project) bool { return p != but && count[p.Code] < few })
}

// hasActors tells whether a project lists anyone to have contact with.
func (c *checker) hasActors(p *model.Project) bool {
	return slices.ContainsFunc(c.data.Actors, func(a *model.Actor) bool { return a.Project == p.Code })
}

// untouched tells whether nothing but the Fiche of a workbook was filled in.
func untouched(book *model.InputFile) bool {
	for _, s := range book.Sheets {
		if s.Decl != nil && s.Decl != &model.ProjectSheet && s.Rows > 0 {
			return false
		}
	}
	return true
}

// fewActivities is up to how many activities may well have had nobody counted.
const fewActivities = 10

// registered counts the activities of a project in the report's year.
func (c *checker) registered(p *model.Project) int {
	n := 0
	for _, a := range c.data.Activities {
		if a.Project == p.Code && a.Date.Year() == c.cfg.Report.Year {
			n++
		}
	}
	return n
}

// othersDeliver tells whether two projects or more delivered a sheet.
func othersDeliver(running []*model.Project, has map[string]bool) bool {
	n := 0
	for _, p := range running {
		if has[p.Code] {
			n++
		}
	}
	return n >= 2
}

func them(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// running lists the projects that ran in the report's year, preparing those in
// preparation whose term has begun.
func (c *checker) running() []*model.Project {
	return c.inTerm(func(p *model.Project) bool { return p.Phase != model.PhasePreparation })
}

func (c *checker) preparing() []*model.Project {
	return c.inTerm(func(p *model.Project) bool { return p.Phase == model.PhasePreparation })
}

// inTerm lists the projects whose term falls in the report's year, of some
// phases.
func (c *checker) inTerm(of func(*model.Project) bool) []*model.Project {
	var out []*model.Project
	if c.cfg.Report.Year == 0 {
		return nil
	}
	for _, p := range c.data.Projects {
		if p.IsTransversal() || p.Code == "" || !of(p) || p.Start.IsZero() || p.End.IsZero() ||
			!p.Base().Usable(model.ProjectCode, model.ProjectStart, model.ProjectEnd) || c.index.projects[code(p.Code)] != p {
			continue
		}
		if p.Start.After(c.lastDay()) || p.End.Before(c.firstDay()) {
			continue
		}
		out = append(out, p)
	}
	return out
}

// delivered gives the projects that delivered a sheet.
func (c *checker) delivered(sheet *model.Sheet) map[string]bool {
	has := map[string]bool{}
	for _, p := range c.data.Projects {
		has[p.Code] = c.deliveries.Rows(p.Code, sheet) > 0
	}
	return has
}
