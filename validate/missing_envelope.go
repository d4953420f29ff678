package validate

import (
	"fmt"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleMissingEnvelope = finding.ByCode("O09")

// missingEnvelope asks for the core grant of this year where last year's is
// there, in all or for a theme.
func missingEnvelope(c *checker) {
	year := c.cfg.Report.Year
	now, then := map[string]float64{}, map[string]float64{}
	var any *model.Funding
	var sum, before, allBefore float64
	themesBefore := map[string]bool{}
	for _, f := range c.funding() {
		if !f.Base().Usable(model.FundingYear, model.FundingTheme, model.FundingSource) {
			continue
		}
		switch f.Year {
		case year:
			any = f
		case year - 1:
			themesBefore[f.Theme] = true
			allBefore += f.Amount.Value
		}
		if f.Source != model.SourceEnvelope {
			continue
		}
		switch f.Year {
		case year:
			now[f.Theme] += f.Amount.Value
			sum += f.Amount.Value
		case year - 1:
			then[f.Theme] += f.Amount.Value
			before += f.Amount.Value
		}
	}
	if any == nil || before <= 0 {
		return
	}
	// Only where the grant is what an organisation lives on can it be missed.
	if sum == 0 && before*2 >= allBefore {
		c.noEnvelope(any, fmt.Sprintf("Voor %d staat er geen bedrag uit de enveloppe, voor %d wel (%s).", year, year-1, dutch.Euro(before)))
		return
	}
	var without []string
	for _, theme := range append(c.cfg.ThemeNames(), model.Transversal, model.Overhead) {
		if then[theme] > 0 && now[theme] == 0 {
			without = append(without, theme)
		}
	}
	// Where several themes lost it, or not all had it, it is divided otherwise.
	if len(without) != 1 || len(then) < 3 || len(then) < len(themesBefore) {
		return
	}
	f := c.noEnvelope(any, fmt.Sprintf("Voor %s staat er in %d geen bedrag uit de enveloppe, in %d wel (%s).", without[0], year, year-1, dutch.Euro(then[without[0]])))
	f.Level = finding.Info // a grant may well be divided otherwise
}

func (c *checker) noEnvelope(at *model.Funding, what string) *finding.Finding {
	f := c.say(ruleMissingEnvelope, &model.FundingSheet, at, model.FundingSource, what+" Voeg de rij toe, of aanvaard het als het klopt.")
	f.Ref.Col, f.Ref.Row, f.Column = 0, 0, ""
	f.Project = ""
	f.Found, f.Expected = "geen enveloppe", "een rij met bron "+model.SourceEnvelope
	return f
}
