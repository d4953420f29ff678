package delivery

import (
	"slices"
	"time"

	"voortgang/config"
	"voortgang/internal/dutch"
	"voortgang/internal/model"
)

// Duty is what the configuration says that a project owes.
type Duty struct {
	Sheets []*model.Sheet
	// By is the day by which; zero when none is said.
	By time.Time
}

// DutyOf gives what a project owes of a year; no sheets when the configuration
// doesn't say, or when the project owes nothing. A transversal action owes only
// what is asked of it by its code.
func DutyOf(cfg *config.Config, p *model.Project) Duty {
	own := cfg.Delivery.Projects[fold(p.Code)].Sheets != nil
	if !own && !Owes(p, cfg.Report.Year) {
		return Duty{}
	}
	said := cfg.Delivery.Of(p.Code)
	out := Duty{By: said.Day()}
	for _, name := range said.Sheets {
		if s := Sheet(name); s != nil && !slices.Contains(out.Sheets, s) {
			out.Sheets = append(out.Sheets, s)
		}
	}
	return out
}

// Sheet finds a sheet of a project by its name, spelled loosely; nil when there
// is none.
func Sheet(name string) *model.Sheet {
	for _, s := range model.Sheets() {
		if s.Level == model.OfProject && slices.ContainsFunc(append([]string{s.Name}, s.Aliases...), func(known string) bool { return dutch.Fold(known) == dutch.Fold(name) }) {
			return s
		}
	}
	return nil
}
