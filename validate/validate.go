// Package validate checks what was read against itself: keys, references,
// ranges, and the narrative against the figures. Each rule stands in a file of
// its own with its text and its check; registry.go lists them.
package validate

import (
	"voortgang/config"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

// Data checks the dataset. Fields that a check finds wrong are marked unusable
// in the records, so that figures leave them out; spellings of project codes
// that differ from the list in case or spaces only are put right.
func Data(d *model.Dataset, cfg *config.Config) []finding.Finding {
	c := &checker{data: d, cfg: cfg, index: newIndex(d)}
	for _, check := range checks() {
		check(c)
	}
	return c.list
}

// checker is what a check sees: the data, the configuration, the index, and
// the list to which it reports.
type checker struct {
	data  *model.Dataset
	cfg   *config.Config
	index *index
	list  []finding.Finding
}

func (c *checker) report(f finding.Finding) { c.list = append(c.list, f) }
