package validate

import (
	"time"

	"voortgang/internal/model"
)

// eventKind is the sheet that an event stands in.
type eventKind int

// The kinds of event.
const (
	activityEvent eventKind = iota
	contactEvent
	trainingEvent
	dossierEvent
	communicationEvent
	eventKinds
)

// eventSheets and eventColumns say where the date of each kind stands.
var (
	eventSheets  = [eventKinds]*model.Sheet{&model.ActivitySheet, &model.ContactSheet, &model.TrainingSheet, &model.DossierSheet, &model.CommunicationSheet}
	eventColumns = [eventKinds]int{model.ActivityDate, model.ContactDate, model.TrainingDate, model.DossierDate, model.CommunicationWhen}
)

// event is a row that happened on a day.
type event struct {
	kind eventKind
	date time.Time
	// project is the code of its project; empty when it has none, or when
	// that can't be told.
	project string
	record  model.Record
}

func (e event) sheet() *model.Sheet { return eventSheets[e.kind] }
func (e event) column() int         { return eventColumns[e.kind] }

// eachEvent visits the rows with a usable date. Of a communication action only
// a date that is one day counts: a month or a year says less.
func (c *checker) eachEvent(visit func(event)) {
	d := c.data
	project := func(b *model.Base, column int, code string) string {
		if b.Usable(column) {
			return code
		}
		return ""
	}
	for _, r := range d.Activities {
		if b := r.Base(); !r.Date.IsZero() && b.Usable(model.ActivityDate) {
			visit(event{activityEvent, r.Date, project(b, model.ActivityProject, r.Project), r})
		}
	}
	for _, r := range d.Contacts {
		if b := r.Base(); !r.Date.IsZero() && b.Usable(model.ContactDate) {
			visit(event{contactEvent, r.Date, project(b, model.ContactProject, r.Project), r})
		}
	}
	for _, r := range d.Trainings {
		if !r.Date.IsZero() && r.Base().Usable(model.TrainingDate) {
			visit(event{trainingEvent, r.Date, "", r})
		}
	}
	for _, r := range d.Dossiers {
		if b := r.Base(); !r.Date.IsZero() && b.Usable(model.DossierDate) {
			visit(event{dossierEvent, r.Date, project(b, model.DossierProject, r.Project), r})
		}
	}
	for _, r := range d.Communications {
		if w := r.When; !w.From.IsZero() && w.From.Equal(w.To) && r.Base().Usable(model.CommunicationWhen) {
			visit(event{communicationEvent, w.From, "", r})
		}
	}
}

// firstDay and lastDay bound the report's year.
func (c *checker) firstDay() time.Time { return day(c.cfg.Report.Year, 1, 1) }
func (c *checker) lastDay() time.Time  { return day(c.cfg.Report.Year, 12, 31) }

// today is the last day on which something can have happened: the date of the
// report, or the end of its year when the report is a draft made before that.
func (c *checker) today() time.Time {
	if d := c.cfg.Report.Date; d.After(c.lastDay()) {
		return d
	}
	return c.lastDay()
}

func day(year int, month time.Month, d int) time.Time {
	return time.Date(year, month, d, 0, 0, 0, 0, time.UTC)
}
