package indicator

import (
	"voortgang/internal/dutch"
	"voortgang/internal/model"
)

// neighbourhoods gives the scores of each neighbourhood on the functions of
// each framework, in the order in which they first appear. A row whose score
// is refused is counted as left out of its own figure; one whose names can't
// be used belongs to no figure and stands in the findings only.
func (r *run) neighbourhoods() {
	type key struct{ place, framework, function string }
	type scored struct {
		scope scope
		tally tally
		parts []string
	}
	byKey := map[key]*scored{}
	var order []*scored
	cells := []int{model.ScoreScore}
	for _, n := range r.data.Scores {
		b := n.Base()
		if !b.Usable(model.ScoreNeighbourhood, model.ScoreFramework, model.ScoreFunction) || n.Year > r.year {
			continue
		}
		k := key{dutch.Fold(n.Neighbourhood), dutch.Fold(n.Framework), dutch.Fold(n.Function)}
		f := byKey[k]
		if f == nil {
			f = &scored{scope: scope{last: r.year}, parts: []string{n.Neighbourhood, n.Framework, n.Function}}
			byKey[k] = f
			order = append(order, f)
		}
		year, double := statedYear(n, model.ScoreYear, n.Year)
		f.scope.note(year)
		put(&f.tally, n, year, n.Score.Value, 0, year != 0 && !double && known(n, model.ScoreScore, n.Score), cells...)
	}
	taken := map[string]bool{}
	for _, f := range order {
		slug := uniqueKey("buurtscores", f.parts, taken)
		r.add(f.scope.figure(model.Figure{Key: slug, Indicator: "4", Title: "Score van " + f.parts[0] + ": " + f.parts[2], Parts: f.parts,
			Unit: model.UnitCount, Formula: "score (1 tot 5) van het jaar in Buurtscores, kader ‘" + f.parts[1] + "’"}, &f.tally, total))
	}
}

// uniqueKey makes a key of labels that isn't taken yet, and takes it.
func uniqueKey(prefix string, labels []string, taken map[string]bool) string {
	key := prefix
	for _, l := range labels {
		key += "." + uniqueSlug(l, map[string]bool{})
	}
	return uniqueText(key, taken)
}
