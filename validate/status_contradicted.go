package validate

import (
	"fmt"
	"regexp"
	"strings"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleStatusContradicted = finding.ByCode("O13")

// statusContradicted compares each conclusion with the term and the activities
// of its project, and with its own text. Where half of the conclusions with a
// status do, it is used in another way.
func statusContradicted(c *checker) {
	if c.cfg.Report.Year == 0 {
		return
	}
	active := c.activeProjects()
	type odd struct {
		conclusion *model.Conclusion
		why        string
	}
	found, all := map[string][]odd{}, map[string]int{}
	for _, k := range c.data.Conclusions {
		if !k.Base().Usable(model.ConclusionProject, model.ConclusionStatus) {
			continue
		}
		all[k.Status]++
		if why := c.againstStatus(k, active[code(k.Project)]); why != "" {
			found[k.Status] = append(found[k.Status], odd{k, why})
		}
	}
	for _, status := range model.ConclusionStatuses() {
		list := found[status]
		if len(list) > 2 && len(list)*2 > all[status] {
			continue
		}
		for _, o := range list {
			f := c.say(ruleStatusContradicted, &model.ConclusionSheet, o.conclusion, model.ConclusionStatus,
				fmt.Sprintf("De conclusie is ‘%s’, maar %s. Verbeter de status, of wat ermee in strijd is.", status, o.why))
			f.Found, f.Expected = status, "een status die bij het project past"
		}
	}
}

// activeProjects counts the activities of the report's year by project.
func (c *checker) activeProjects() map[string]int {
	out := map[string]int{}
	from, to := c.firstDay(), c.lastDay()
	last, n := "", 0
	for _, a := range c.data.Activities {
		if a.Date.Before(from) || a.Date.After(to) || !a.Base().Usable(model.ActivityProject, model.ActivityDate) {
			continue
		}
		if a.Project != last {
			out[code(last)] += n
			last, n = a.Project, 0
		}
		n++
	}
	out[code(last)] += n
	return out
}

// againstStatus says what contradicts the status of a conclusion; "" when
// nothing does.
func (c *checker) againstStatus(k *model.Conclusion, activities int) string {
	const some = 2
	year := c.cfg.Report.Year
	p := c.index.projects[code(k.Project)]
	usable := func(column int) bool { return p != nil && p.Base().Usable(column) }
	switch k.Status {
	case "Nog niet opgestart":
		preparing := p != nil && p.Phase == model.PhasePreparation // that takes activities too
		if activities >= some && !preparing {
			return fmt.Sprintf("in Activiteiten staan er %d van %d", activities, year)
		}
	case "Nieuw":
		if usable(model.ProjectStart) && !p.Start.IsZero() && p.Start.Year() < year-1 {
			return "het project loopt al sinds " + short(p.Start)
		}
	case "Voltooid":
		if usable(model.ProjectEnd) && p.End.Year() > year+1 && p.Phase != model.PhaseEnded {
			return "het project loopt nog tot " + short(p.End)
		}
	}
	if k.Status != "Stopgezet" && k.Base().Usable(model.ConclusionText) {
		if sentence := stopped(k.Text); sentence != "" {
			return "de tekst zegt ‘" + excerpt(sentence) + "’"
		}
	}
	return ""
}

// ended finds that a project was stopped, goesOn what makes such a sentence say
// something else: that it wasn't, nearly was, or that it was only a part.
var (
	ended  = regexp.MustCompile(`(?i)^\W*(stopgezet|gestopt)\b|\b(project|actie|initiatief|traject)\b[^,;]*\b(stopgezet|gestopt|beëindigd|geschrapt|opgedoekt)\b|\b(stopgezet|gestopt|beëindigd|geschrapt)\b[^,;]*\b(project|actie|initiatief|traject)\b|\b(dit|het|we|wij|alles) (werd|wordt|is|zijn|hebben|hielden)\b[^,;]*\b(stopgezet|ermee op)\b`)
	goesOn = regexp.MustCompile(`(?i)\b(niet|nooit|geen|zonder|bijna|dreigde|dreigt|zou|als|indien|mocht|ander|vorige?|oude?|vroegere?|deel|onderdeel|deelactie|eerst|heropgestart|opnieuw|tijdelijk|even|van onze partner)\b`)
)

// stopped gives the sentence of a text that says that the project was stopped.
func stopped(text string) string {
	lower := strings.ToLower(text)
	if !strings.Contains(lower, "stop") && !strings.Contains(lower, "eindigd") && !strings.Contains(lower, "geschrapt") && !strings.Contains(lower, "ermee op") {
		return ""
	}
	for _, sentence := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(".!?\n•", r) }) {
		if ended.MatchString(sentence) && !goesOn.MatchString(sentence) {
			return strings.TrimSpace(sentence)
		}
	}
	return ""
}

var ruleTwoRatings = finding.ByCode("O14")

// twoRatings reports sections of a project with different ratings.
func twoRatings(c *checker) {
	first := map[pair]*model.Progress{}
	for _, p := range c.data.Progress {
		if p.Rating == "" || p.Section == "" || !p.Base().Usable(model.ProgressProject, model.ProgressSection, model.ProgressRating) {
			continue
		}
		at := pair{code(p.Project), p.Section}
		before := first[at]
		if before == nil {
			first[at] = p
		} else if before.Rating != p.Rating {
			f := c.say(ruleTwoRatings, &model.ProgressSheet, p, model.ProgressRating, fmt.Sprintf(
				"%s heeft hier de score ‘%s’, maar in %s ‘%s’. Kies één score en laat de andere leeg.",
				p.Section, p.Rating, cellSeenFrom(before, p, model.ProgressRating), before.Rating))
			f.Found, f.Expected = p.Rating, "één score per rubriek"
		}
	}
}

// cellSeenFrom names the cell of a record as seen from another one.
func cellSeenFrom(r, from model.Record, column int) string {
	at, here := r.Base().Place(column), from.Base().Place(column)
	switch {
	case at.File != here.File:
		return at.File + ", blad " + at.Sheet + ", cel " + at.Cell()
	case at.Sheet != here.Sheet:
		return "het blad " + at.Sheet + ", cel " + at.Cell()
	}
	return "cel " + at.Cell()
}

var ruleOldStudent = finding.ByCode("D22")

// oldStudents reports job students of long service.
func oldStudents(c *checker) {
	const long = 8
	for _, e := range c.data.Employees {
		if !e.Student || e.Hired.IsZero() || !e.Base().Usable(model.EmployeeHired, model.EmployeeStudent) {
			continue
		}
		to := c.lastDay()
		if !e.Left.IsZero() && e.Left.Before(to) && e.Base().Usable(model.EmployeeLeft) {
			to = e.Left
		}
		if !e.Hired.AddDate(long, 0, 0).After(to) {
			f := c.say(ruleOldStudent, &model.EmployeeSheet, e, model.EmployeeHired, fmt.Sprintf(
				"Deze jobstudent is in dienst sinds %s: dat is %s. Kijk de datum na, of zet bij jobstudent ‘nee’.", short(e.Hired), dutch.Int(to.Year()-e.Hired.Year())+" jaar"))
			f.Found, f.Expected = short(e.Hired), "een datum van de laatste jaren, of geen jobstudent"
		}
	}
}
