package indicator

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"voortgang/config"
	"voortgang/internal/cite"
	"voortgang/internal/dutch"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// workdir builds a dataset by hand. Every record gets the next row of its
// sheet, from row 2 on; column n of the contract stands in column n+1, so the
// first one is A.
type workdir struct {
	model.Dataset
	file   *source.File
	sheets map[*model.Sheet]*source.Sheet
	next   map[*source.Sheet]int
}

func newWorkdir() *workdir {
	return &workdir{file: &source.File{Path: "gegevens/organisatie.xlsx"}, sheets: map[*model.Sheet]*source.Sheet{}, next: map[*source.Sheet]int{}}
}

// inFile goes on in another workbook.
func (w *workdir) inFile(path string) {
	*w = workdir{w.Dataset, &source.File{Path: path}, map[*model.Sheet]*source.Sheet{}, w.next}
}

// put adds a record; the named columns are marked as unusable.
func (w *workdir) put(decl *model.Sheet, r model.Record, bad ...string) {
	s := w.sheets[decl]
	if s == nil {
		s = &source.Sheet{File: w.file, Name: decl.Name, HeaderRow: 1}
		for i := range decl.Columns {
			s.Columns = append(s.Columns, i+1)
		}
		w.sheets[decl], w.next[s] = s, 2
	}
	*r.Base() = model.At(source.Row{Sheet: s, Number: w.next[s]})
	w.next[s]++
	for _, name := range bad {
		column := decl.Column(name)
		if column < 0 {
			panic("no column " + name + " in " + decl.Name)
		}
		r.Base().MarkBad(column)
	}
	w.Add(r)
}

func (w *workdir) project(code, theme string, bad ...string) {
	w.put(&model.ProjectSheet, &model.Project{Code: code, Name: "Project " + code, Theme: theme, Phase: model.PhaseRunning}, bad...)
}

func (w *workdir) activity(project, id, date, kind string, bad ...string) {
	w.put(&model.ActivitySheet, &model.Activity{ID: id, Project: project, Date: day(date), Kind: kind}, bad...)
}

func (w *workdir) participation(project, id, group string, n float64, bad ...string) {
	w.put(&model.ParticipationSheet, &model.Participation{Activity: id, Project: project, Group: group, Count: number(n)}, bad...)
}

func (w *workdir) actor(project, name, kind string, bad ...string) {
	w.put(&model.ActorSheet, &model.Actor{Project: project, Name: name, Type: kind}, bad...)
}

func (w *workdir) contact(project, date, actor string, policy, group bool, bad ...string) {
	w.put(&model.ContactSheet, &model.Contact{Project: project, Date: day(date), Actor: actor, Policy: policy, TargetGroup: group}, bad...)
}

func (w *workdir) fte(year int, theme string, with, without float64, bad ...string) {
	w.put(&model.FTESheet, &model.FTE{Year: year, Theme: theme, With: number(with), Without: number(without)}, bad...)
}

func (w *workdir) staffing(year int, norm, realised, maribel float64, bad ...string) {
	w.put(&model.StaffingSheet, &model.Staffing{Year: year, Norm: number(norm), Realised: number(realised), SocialeMaribel: number(maribel)}, bad...)
}

func (w *workdir) dossier(project, title, kind, level, status, date string, bad ...string) {
	w.put(&model.DossierSheet, &model.Dossier{Project: project, Title: title, Kind: kind, Government: level, Status: status, Date: day(date)}, bad...)
}

func (w *workdir) volunteer(project, name, since, until string, hours model.Number, bad ...string) {
	w.put(&model.VolunteerSheet, &model.Volunteer{Project: project, Name: name, Since: day(since), Until: day(until), Hours: hours}, bad...)
}

func (w *workdir) communication(nr float64, when model.Period, kind, medium, carrier, audiences string, bad ...string) {
	var list []string
	if audiences != "" {
		list = strings.Split(audiences, ";")
	}
	w.put(&model.CommunicationSheet, &model.Communication{Number: number(nr), Action: "Actie", When: when, Kind: kind, Medium: medium, Carrier: carrier, Audiences: list}, bad...)
}

func (w *workdir) funding(year int, theme, from string, amount float64, bad ...string) {
	w.put(&model.FundingSheet, &model.Funding{Year: year, Theme: theme, Source: from, Amount: number(amount)}, bad...)
}

func (w *workdir) training(date, employee, kind string, hours float64, bad ...string) {
	w.put(&model.TrainingSheet, &model.Training{Date: day(date), Employee: employee, Kind: kind, Hours: number(hours)}, bad...)
}

func (w *workdir) employee(number, hired, left string, student bool, bad ...string) {
	w.put(&model.EmployeeSheet, &model.Employee{Number: number, Hired: day(hired), Left: day(left), Student: student}, bad...)
}

func (w *workdir) score(year int, place, framework, function string, score float64, bad ...string) {
	w.put(&model.ScoreSheet, &model.Score{Year: year, Neighbourhood: place, Framework: framework, Function: function, Score: number(score)}, bad...)
}

// day reads "2021-04-14"; "" is no date.
func day(s string) time.Time {
	if s == "" {
		return time.Time{}
	}
	d, err := time.Parse("2006-01-02", s)
	if err != nil {
		panic(err)
	}
	return d
}

func on(date string) model.Period { return model.Period{Text: date, From: day(date), To: day(date)} }

func number(v float64) model.Number { return model.Number{Value: v, Known: true} }

func testConfig() *config.Config {
	cfg := config.Defaults()
	cfg.Report.Year = 2021
	cfg.Themes = []config.Theme{{Name: "Wonen"}, {Name: "Onderwijs en vorming"}}
	return &cfg
}

func (w *workdir) compute() *model.Figures { return Compute(&w.Dataset, testConfig()) }

// describe writes a figure the way the tests and the golden file show it: the
// value, rows left out, and the values of earlier years.
func describe(f *model.Figure) string {
	text := cite.Write(f, f.Now)
	if f.Now.LeftOut > 0 {
		text += fmt.Sprintf(" (zonder %s)", dutch.Plural(f.Now.LeftOut, "rij", "rijen"))
	}
	for _, v := range f.Years {
		if v.Year != f.Now.Year {
			text += fmt.Sprintf("; %d: %s", v.Year, cite.Write(f, v))
			if v.LeftOut > 0 {
				text += fmt.Sprintf(" (zonder %d)", v.LeftOut)
			}
		}
	}
	return strings.ReplaceAll(text, dutch.NBSP, " ")
}

// cells lists the cells of a value without their file.
func cells(v model.Value) string {
	var out []string
	for _, r := range v.Sources.Ranges() {
		out = append(out, r.Sheet+"!"+r.String())
	}
	return strings.Join(out, " ")
}

// expect compares figures with what the test worked out by hand.
func expect(t *testing.T, figs *model.Figures, want map[string]string) {
	t.Helper()
	for key, text := range want {
		f := figs.Get(key)
		switch {
		case f == nil && text != "bestaat niet":
			t.Errorf("%s: no such figure, want %s", key, text)
		case f != nil && text == "bestaat niet":
			t.Errorf("%s is %s, but should not be there", key, describe(f))
		case f != nil && describe(f) != text:
			t.Errorf("%s is %s, want %s", key, describe(f), text)
		}
	}
}
