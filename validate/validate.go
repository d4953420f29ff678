// Package validate checks what was read against itself: keys, references,
// ranges, and the narrative against the figures. Each rule stands in a file of
// its own with its text and its check; registry.go lists them.
package validate

import (
	"sync"

	"voortgang/config"
	"voortgang/internal/delivery"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

// Data checks the dataset. Fields that a check finds wrong are marked unusable
// in the records, so that figures leave them out; spellings of project codes
// that differ from the list in case or spaces only are put right.
func Data(d *model.Dataset, cfg *config.Config) []finding.Finding {
	c := &checker{data: d, cfg: cfg, index: newIndex(d), big: map[cell]bool{}}
	c.run(marking())
	c.deliveries = delivery.Look(d, cfg.Report.Year)
	beside := *c
	beside.list = finding.List{}
	var both sync.WaitGroup
	both.Go(func() { beside.run(repeating()) })
	c.run(comparing())
	both.Wait()
	return append(c.list.All(), beside.list.All()...)
}

func (c *checker) run(checks []func(*checker)) {
	for _, check := range checks {
		check(c)
	}
	c.settle()
}

// checker is what a check sees: the data, the configuration, the index, and
// the list to which it reports.
type checker struct {
	data  *model.Dataset
	cfg   *config.Config
	index *index
	list  finding.List
	// deliveries is who delivered what, known when all marks are made.
	deliveries *delivery.Table
	// proposals says what misspelled names were meant to be.
	proposals proposals
	// said is the finding said last, which may still be filled in.
	said *finding.Finding
	// big are the cells of which the value has a finding: a second one on the
	// same value would be the same slip.
	big map[cell]bool
}

// doubt notes that the value of a cell has a finding.
func (c *checker) doubt(r model.Record, column int) { c.big[cell{r, column}] = true }

// doubted tells whether it has.
func (c *checker) doubted(r model.Record, column int) bool { return c.big[cell{r, column}] }

func (c *checker) report(f finding.Finding) {
	c.settle()
	c.list.Add(f)
}

// settle puts the finding said last in the list.
func (c *checker) settle() {
	if c.said != nil {
		c.list.Add(*c.said)
		c.said = nil
	}
}
