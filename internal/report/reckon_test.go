package report

import (
	"math/big"
	"slices"
	"strconv"
	"strings"
	"time"

	"voortgang/internal/model"
)

// reckoning counts by hand, from the records, in exact decimals: nothing in it
// leans on the code that it checks. A nil number is one that isn't known.
type reckoning struct {
	*anyData
	themes map[string]string // of projects
	// held are the activities by project and code.
	held map[[2]string]*model.Activity
}

type rat = big.Rat

func newReckoning(g *anyData) *reckoning {
	r := &reckoning{g, map[string]string{}, map[[2]string]*model.Activity{}}
	for _, a := range g.Activities {
		r.held[[2]string{a.Project, a.ID}] = a
	}
	for _, p := range g.Projects {
		r.themes[p.Code] = p.Theme
	}
	return r
}

// exactly is the decimal number that was typed.
func exactly(v float64) *rat {
	out, ok := new(rat).SetString(strconv.FormatFloat(v, 'f', -1, 64))
	if !ok {
		panic(v)
	}
	return out
}

func whole(n int) *rat { return new(rat).SetInt64(int64(n)) }

func sumOf(list ...*rat) *rat {
	out := new(rat)
	for _, v := range list {
		if v != nil {
			out.Add(out, v)
		}
	}
	return out
}

func minus(a, b *rat) *rat {
	if a == nil || b == nil {
		return nil
	}
	return new(rat).Sub(a, b)
}

// percentOf is a in percent of b; nil of nothing.
func percentOf(a, b *rat) *rat {
	if a == nil || b == nil || b.Sign() == 0 {
		return nil
	}
	out := new(rat).Quo(a, b)
	return out.Mul(out, whole(100))
}

// inDutch writes a number, half away from zero.
func inDutch(v *rat, decimals int) string {
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
	x := new(rat).Mul(new(rat).Abs(v), new(rat).SetInt(scale))
	x.Add(x, big.NewRat(1, 2))
	digits := new(big.Int).Quo(x.Num(), x.Denom()).String()
	for len(digits) <= decimals {
		digits = "0" + digits
	}
	head, tail := digits[:len(digits)-decimals], digits[len(digits)-decimals:]
	for i := len(head) - 3; i > 0; i -= 3 {
		head = head[:i] + "." + head[i:]
	}
	if tail != "" {
		head += "," + tail
	}
	if v.Sign() < 0 && strings.Trim(digits, "0") != "" {
		return "−" + head
	}
	return head
}

func inEuro(v *rat) string {
	text := inDutch(v, 0)
	if rest, debt := strings.CutPrefix(text, "−"); debt {
		return "−€ " + rest
	}
	return "€ " + text
}

// is tells whether a is wished: "" is any.
func is(wished, a string) bool { return wished == "" || wished == a }

func (r *reckoning) ofProject(theme, project string) bool { return is(theme, r.themes[project]) }

// tally counts what fits.
func tallyOf[T any](list []T, fits func(T) bool) *rat {
	n := 0
	for _, x := range list {
		if fits(x) {
			n++
		}
	}
	return whole(n)
}

// ofYear gives nil for a year of which there is no row at all.
func ofYear[T any](list []T, year int, dated func(T) int, value *rat, report int) *rat {
	if year == report && len(list) > 0 || slices.ContainsFunc(list, func(x T) bool { return dated(x) == year }) {
		return value
	}
	return nil
}

func (r *reckoning) activities(year int, theme, kind string) *rat {
	return ofYear(r.Activities, year, func(a *model.Activity) int { return a.Date.Year() },
		tallyOf(r.Activities, func(a *model.Activity) bool {
			return a.Date.Year() == year && r.ofProject(theme, a.Project) && is(kind, a.Kind)
		}), r.year)
}

func (r *reckoning) participations(year int, theme, kind string) *rat {
	out, rows := new(rat), 0
	for _, p := range r.Participations {
		if a := r.held[[2]string{p.Project, p.Activity}]; a.Date.Year() == year {
			rows++
			if r.ofProject(theme, p.Project) && is(kind, a.Kind) {
				out.Add(out, exactly(p.Count.Value))
			}
		}
	}
	if rows == 0 && (year != r.year || len(r.Participations) == 0) {
		return nil
	}
	return out
}

// kindsOf tells whether a type counts as the wished one.
func kindsOf(wished, kind string) bool {
	return wished == "" || kind == wished || kind == model.ActorBoth
}

func (r *reckoning) actors(theme, kind string) *rat {
	if len(r.Actors) == 0 {
		return nil
	}
	names := map[string]bool{}
	for _, a := range r.Actors {
		if r.ofProject(theme, a.Project) && kindsOf(kind, a.Type) {
			names[a.Name] = true
		}
	}
	return whole(len(names))
}

// contacts counts those with an actor that is listed. Where there are others
// only, nothing is known.
func (r *reckoning) contacts(year int, theme, kind string) *rat {
	n, rows, unlisted := 0, 0, 0
	for _, c := range r.Contacts {
		if c.Date.Year() != year {
			continue
		}
		rows++
		if !r.ofProject(theme, c.Project) {
			continue
		}
		at := slices.IndexFunc(r.Actors, func(a *model.Actor) bool { return a.Project == c.Project && a.Name == c.Actor })
		switch {
		case at < 0:
			unlisted++
		case kindsOf(kind, r.Actors[at].Type):
			n++
		}
	}
	if n == 0 && unlisted > 0 || rows == 0 && (year != r.year || len(r.Contacts) == 0) {
		return nil
	}
	return whole(n)
}

// policy counts policy contacts: with is "ja", "nee" or "".
func (r *reckoning) policy(year int, theme, with string) *rat {
	return ofYear(r.Contacts, year, func(c *model.Contact) int { return c.Date.Year() },
		tallyOf(r.Contacts, func(c *model.Contact) bool {
			return c.Policy && c.Date.Year() == year && r.ofProject(theme, c.Project) && is(with, map[bool]string{true: "ja", false: "nee"}[c.TargetGroup])
		}), r.year)
}

func (r *reckoning) dossiers(year int, theme, level string) *rat {
	return ofYear(r.Dossiers, year, func(d *model.Dossier) int { return d.Date.Year() },
		tallyOf(r.Dossiers, func(d *model.Dossier) bool {
			return d.Status == model.DossierFinished && d.Date.Year() == year && r.ofProject(theme, d.Project) && is(level, d.Government)
		}), r.year)
}

func active(v *model.Volunteer, year int) bool {
	return v.Since.Year() <= year && (v.Until.IsZero() || v.Until.Year() >= year)
}

func (r *reckoning) volunteers(year int, theme string) *rat {
	if len(r.Volunteers) == 0 {
		return nil
	}
	names := map[string]bool{}
	for _, v := range r.Volunteers {
		if active(v, year) && r.ofProject(theme, v.Project) {
			names[v.Name] = true
		}
	}
	return whole(len(names))
}

func (r *reckoning) volunteerHours() *rat {
	var out *rat
	for _, v := range r.Volunteers {
		if active(v, r.year) && v.Hours.Known {
			out = sumOf(out, exactly(v.Hours.Value))
		}
	}
	return out
}

// communications counts by kind, medium, carrier and audience; "niet ingevuld"
// is none.
func (r *reckoning) communications(year int, kind, medium, carrier, audience string) *rat {
	blank := func(s string) string {
		if s == "" {
			return "niet ingevuld"
		}
		return s
	}
	return ofYear(r.Communications, year, func(c *model.Communication) int { return c.When.From.Year() },
		tallyOf(r.Communications, func(c *model.Communication) bool {
			here := audience == "" || audience == "niet ingevuld" && len(c.Audiences) == 0
			for _, a := range c.Audiences {
				here = here || a == audience
			}
			return c.When.From.Year() == year && is(kind, blank(c.Kind)) && is(medium, blank(c.Medium)) && is(carrier, blank(c.Carrier)) && here
		}), r.year)
}

func (r *reckoning) funding(year int, theme, from string) *rat {
	out, rows := new(rat), 0
	for _, f := range r.Funding {
		if f.Year == year {
			rows++
			if is(theme, f.Theme) && is(from, f.Source) {
				out.Add(out, exactly(f.Amount.Value))
			}
		}
	}
	if rows == 0 {
		return nil
	}
	return out
}

// fte sums with ("met"), without ("zonder") or both ("").
func (r *reckoning) fte(year int, theme, part string) *rat {
	out, rows := new(rat), 0
	for _, f := range r.FTE {
		if f.Year != year {
			continue
		}
		rows++
		if is(theme, f.Theme) && part != "zonder" {
			out.Add(out, exactly(f.With.Value))
		}
		if is(theme, f.Theme) && part != "met" {
			out.Add(out, exactly(f.Without.Value))
		}
	}
	if rows == 0 {
		return nil
	}
	return out
}

func (r *reckoning) training(year int, kind string) *rat {
	out, rows := new(rat), 0
	for _, t := range r.Trainings {
		if t.Date.Year() == year {
			rows++
			if t.Kind == kind {
				out.Add(out, exactly(t.Hours.Value))
			}
		}
	}
	if rows == 0 && (year != r.year || len(r.Trainings) == 0) {
		return nil
	}
	return out
}

func (r *reckoning) trained(year int) *rat {
	hours := map[string]*rat{}
	for _, t := range r.Trainings {
		if t.Date.Year() == year && t.Kind == model.TrainingFormal {
			hours[t.Employee] = sumOf(hours[t.Employee], exactly(t.Hours.Value))
		}
	}
	n := 0
	for _, h := range hours {
		if h.Cmp(whole(1)) >= 0 {
			n++
		}
	}
	return whole(n)
}

// inService lists who is employed on 31 December; students are apart.
func (r *reckoning) inService(year int, students bool) []*model.Employee {
	day := time.Date(year, 12, 31, 0, 0, 0, 0, time.UTC)
	var out []*model.Employee
	for _, e := range r.Employees {
		if !e.Hired.After(day) && (e.Left.IsZero() || !e.Left.Before(day)) && e.Student == students {
			out = append(out, e)
		}
	}
	return out
}

// seniority is the mean years of service on 31 December.
func (r *reckoning) seniority(year int) *rat {
	list := r.inService(year, false)
	if len(list) == 0 {
		return nil
	}
	days := 0
	for _, e := range list {
		days += int(time.Date(year, 12, 31, 0, 0, 0, 0, time.UTC).Sub(e.Hired).Hours()) / 24
	}
	return big.NewRat(int64(days)*100, int64(len(list))*36525)
}

// class counts the staff with from–to full years of service.
func (r *reckoning) class(year, from, to int) *rat {
	n := 0
	for _, e := range r.inService(year, false) {
		if y := year - e.Hired.Year(); y >= from && y <= to {
			n++
		}
	}
	return whole(n)
}

// staffing gives norm and realised FTE of a year; nil where there is none.
func (r *reckoning) staffing(year int) (norm, realised *rat) {
	for _, s := range r.Staffing {
		if s.Year == year {
			norm = exactly(s.Norm.Value)
			if s.Base().Usable(model.StaffingRealised) {
				realised = exactly(s.Realised.Value)
			}
		}
	}
	return norm, realised
}

func (r *reckoning) projects(theme, phase string) *rat {
	return tallyOf(r.Projects, func(p *model.Project) bool { return is(theme, p.Theme) && is(phase, p.Phase) })
}
