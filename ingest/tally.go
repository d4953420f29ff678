package ingest

import (
	"errors"
	"sync/atomic"

	"voortgang/config"
	"voortgang/ingest/rules"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

// tally counts the rows of several sheets in all files.
type tally struct {
	rows atomic.Int64
	most int64
}

func (t *tally) full() bool { return t.rows.Load() > t.most }

// errFull says that there are more rows than the werkmap may have.
var errFull = errors.New("ingest: too many rows")

func (c *contract) tallyOf(s *model.Sheet) *tally {
	switch s {
	case &model.ActivitySheet, &model.ParticipationSheet, &model.ContactSheet:
		return &c.registrations
	}
	return &c.others
}

// tooManyRows gives the finding of a werkmap with more rows than is read, or
// none. Which file brought one too many depends on the order in which they are
// read, so it names the largest, where the mistake most likely is.
func (c *contract) tooManyRows(jobs []job) []finding.Finding {
	if !c.registrations.full() && !c.others.full() {
		return nil
	}
	largest, limits := jobs[bySize(jobs)[0]].path, c.cfg.Limits
	if c.registrations.full() {
		return []finding.Finding{rules.ManyRegistrations(at(config.DataDir), limits.Registrations, largest)}
	}
	return []finding.Finding{rules.ManyOtherRows(at(config.DataDir), limits.OtherRows, largest)}
}
