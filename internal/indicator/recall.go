package indicator

import (
	"slices"

	"voortgang/config"
	"voortgang/internal/model"
)

// recall gives figures their values of the years before from the rows of last
// year, counted by themselves as that year's report counted them. What those
// rows know wins from what was counted back from the rows of this year. How
// many projects there were isn't compared.
func recall(figs *model.Figures, d *model.Dataset, cfg *config.Config) {
	past := *cfg
	past.Report.Year--
	was := compute(d.Before, &past, d)
	for _, f := range figs.All() {
		w := was.Get(f.Key)
		if w == nil || w.Indicator == "3" || !slices.Equal(w.Parts, f.Parts) {
			continue
		}
		for _, v := range w.Years {
			f.Recall(v)
		}
		f.Decimals = max(f.Decimals, w.Decimals)
	}
}
