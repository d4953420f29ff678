// Package validate checks what was read against itself: keys, references,
// ranges, and the narrative against the figures. Each rule stands in a file of
// its own with its text and its check; registry.go lists them.
package validate

import (
	"sync"

	"voortgang/config"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// Data checks the dataset. Fields that a check finds wrong are marked unusable
// in the records, so that figures leave them out; spellings of project codes
// that differ from the list in case or spaces only are put right.
func Data(d *model.Dataset, cfg *config.Config) []finding.Finding {
	c := &checker{data: d, cfg: cfg, index: newIndex(d), big: map[cell]bool{}, without: map[pair]bool{}, strayed: map[pair]bool{}, pasted: map[string]bool{}}
	c.run(marking())
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
	// proposals says what misspelled names were meant to be.
	proposals proposals
	// said is the finding said last, which may still be filled in.
	said *finding.Finding
	// shifted are the files of which all dates are off for one reason; odd
	// are the records that had a finding on a date. Other checks on dates
	// pass both over: one cause gives one finding.
	shifted map[*source.File]bool
	odd     map[model.Record]bool
	// big are the numbers that had a finding for their size.
	big map[cell]bool
	// pasted are the projects of which rows of Activiteiten were pasted.
	pasted map[string]bool
	// without are the projects and sheets of which a finding has said that
	// there is nothing.
	without map[pair]bool
	// strayed are the projects and sheets of which a row likely names the
	// project by a wrong code: what such a row would have said isn't known.
	strayed map[pair]bool
	// quiet makes a check mark what it finds without a word, when the cause
	// has been reported.
	quiet bool
	// absent tells whether a project is named of which there is nothing to
	// read: what it would have said isn't known.
	absent bool
	// lost are the codes of objectives that were reported in the plan.
	lost map[string]bool
}

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
