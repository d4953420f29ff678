package validate

import (
	"fmt"
	"math"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleTotalRow = finding.ByCode("O08")

// share is a theme (and a source) of one year.
type share struct {
	year          int
	theme, source string
}

// parts are the rows of a share: those with a project, and the one without.
type parts struct {
	total    model.Record
	totals   int
	whole    [2]float64
	sum      [2]float64
	projects int
}

// totalBesideParts looks for rows that add up others.
func totalBesideParts(c *checker) {
	fte, money := map[share]*parts{}, map[share]*parts{}
	for _, f := range c.data.FTE {
		if f.Base().Usable(model.FTEYear, model.FTETheme, model.FTEProject, model.FTEWith, model.FTEWithout) {
			put(fte, share{f.Year, f.Theme, ""}, f, f.Project, f.With.Value, f.Without.Value)
		}
	}
	for _, f := range c.data.Funding {
		if f.Base().Usable(model.FundingYear, model.FundingTheme, model.FundingProject, model.FundingSource, model.FundingAmount) {
			put(money, share{f.Year, f.Theme, f.Source}, f, f.Project, f.Amount.Value, 0)
		}
	}
	matches := addUp(fte)
	for _, f := range c.data.FTE {
		k := share{f.Year, f.Theme, ""}
		if p := fte[k]; p != nil && p.total == f && p.matches() && (matches > 1 || p.telling(0.5)) {
			c.totalRow(&model.FTESheet, f, model.FTEWith, p, " VTE")
		}
	}
	matches = addUp(money)
	for _, f := range c.data.Funding {
		k := share{f.Year, f.Theme, f.Source}
		if p := money[k]; p != nil && p.total == f && p.matches() && (matches > 1 || p.telling(500)) {
			c.totalRow(&model.FundingSheet, f, model.FundingAmount, p, " euro")
		}
	}
}

func put(all map[share]*parts, k share, r model.Record, project string, a, b float64) {
	p := all[k]
	if p == nil {
		p = &parts{}
		all[k] = p
	}
	if project == "" {
		p.total, p.whole = r, [2]float64{a, b}
		p.totals++
		return
	}
	p.projects++
	p.sum[0] += a
	p.sum[1] += b
}

// addUp counts the shares in which a row is the sum of the others.
func addUp(all map[share]*parts) int {
	n := 0
	for _, p := range all {
		if p.matches() {
			n++
		}
	}
	return n
}

// matches tells whether the only row without a project adds up at least two
// rows with one.
func (p *parts) matches() bool {
	equal := math.Abs(p.whole[0]-p.sum[0]) < 0.005 && math.Abs(p.whole[1]-p.sum[1]) < 0.005
	return p.totals == 1 && p.projects >= 2 && p.whole[0]+p.whole[1] > 0 && equal
}

// telling tells whether one match is more than chance: three parts, or a sum
// that isn't round.
func (p *parts) telling(round float64) bool {
	return p.projects >= 3 || math.Abs(math.Remainder(p.whole[0], round)) > 0.001 || math.Abs(math.Remainder(p.whole[1], round)) > 0.001
}

func (c *checker) totalRow(sheet *model.Sheet, r model.Record, column int, p *parts, unit string) {
	sum := number(p.whole[0]+p.whole[1]) + unit
	f := c.say(ruleTotalRow, sheet, r, column, fmt.Sprintf(
		"Deze rij zonder project is precies de som van de %d rijen met een project (%s). Haal ze weg als ze hun totaal is, anders telt alles twee keer.", p.projects, sum))
	for i := column; i < len(sheet.Columns); i++ {
		c.doubt(r, i)
	}
	f.Found, f.Expected = sum, "rijen die elk iets anders tellen"
	f.Mend = removal([]model.Record{r})
}
