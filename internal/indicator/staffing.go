package indicator

import (
	"fmt"
	"slices"

	"voortgang/internal/model"
)

// staffing computes 2.1, the statutory staffing: per year the norm, what was
// realised and the Sociale Maribel; the means of the last years that have a
// row, up to and with the year; and how the mean compares with the norm. A
// mean of an earlier year is given only when it rests on the full number of
// years, or it would be compared with something else.
func (r *run) staffing() {
	yearly := &scope{last: r.year}
	means := &scope{last: r.year}
	var norm, realised, maribel, meanNorm, meanRealised, meanMaribel, surplus, covered tally

	rows := r.staffingRows(func(e *entry) {
		for _, t := range []*tally{&norm, &realised, &maribel, &meanNorm, &meanRealised, &meanMaribel, &surplus, &covered} {
			t.miss(e.year)
		}
	})
	span := max(r.cfg.Thresholds.StaffYears, 1)
	for i, row := range rows {
		yearly.note(row.Year)
		addStaffing(row, row.Year, &norm, &realised, &maribel, nil, nil)
		window := rows[max(0, i+1-span) : i+1]
		if len(window) < span && row.Year != r.year {
			continue
		}
		means.note(row.Year)
		for _, w := range window {
			addStaffing(w, row.Year, &meanNorm, &meanRealised, &meanMaribel, &surplus, &covered)
		}
	}

	fig := func(s *scope, key, title, formula string, t *tally, read reading) {
		r.add(s.figure(model.Figure{Key: "personeelsformatie." + key, Indicator: "2.1", Title: title,
			Unit: model.UnitFTE, Decimals: 2, Formula: formula}, t, read))
	}
	over := fmt.Sprintf("de laatste %d jaren met gegevens, tot en met het jaar zelf", span)
	if span == 1 {
		over = "het jaar zelf"
	}
	fig(yearly, "norm", "Opgelegde personeelsformatie (norm)", "norm_vte van het jaar in Personeelsformatie", &norm, total)
	fig(yearly, "gerealiseerd", "Gerealiseerde personeelsformatie", "gerealiseerd_vte van het jaar in Personeelsformatie, zonder de Sociale Maribel", &realised, total)
	fig(yearly, "maribel", "Sociale Maribel", "sociale_maribel_vte van het jaar in Personeelsformatie; telt niet mee in de gerealiseerde formatie", &maribel, total)
	fig(means, "gemiddelde", "Gerealiseerde personeelsformatie, gemiddelde", "Gemiddelde van gerealiseerd_vte over "+over, &meanRealised, mean)
	fig(means, "gemiddelde_norm", "Opgelegde personeelsformatie, gemiddelde", "Gemiddelde van norm_vte over "+over, &meanNorm, mean)
	fig(means, "gemiddelde_maribel", "Sociale Maribel, gemiddelde", "Gemiddelde van sociale_maribel_vte over "+over, &meanMaribel, mean)
	fig(means, "surplus", "Overschot tegenover de norm", "Gemiddelde van gerealiseerd_vte min gemiddelde van norm_vte, over "+over, &surplus, mean)
	r.add(means.figure(model.Figure{Key: "personeelsformatie.aandeel", Indicator: "2.1", Title: "Invulling van de personeelsformatie",
		Unit: model.UnitPercent, Decimals: 1,
		Formula: "Gemiddelde van gerealiseerd_vte gedeeld door gemiddelde van norm_vte, over " + over + "; moet minstens 100 % zijn"}, &covered, share))
}

// staffingRows gives the rows with a usable year, oldest first and none later
// than the report's year; lost is called for each of the others.
func (r *run) staffingRows(lost func(*entry)) []*model.Staffing {
	var rows []*model.Staffing
	for _, s := range r.data.Staffing {
		switch year, double := statedYear(s, model.StaffingYear, s.Year); {
		case year == 0 || double:
			lost(&entry{year: year})
		case s.Year <= r.year:
			rows = append(rows, s)
		}
	}
	slices.SortStableFunc(rows, func(a, b *model.Staffing) int { return a.Year - b.Year })
	return rows
}

// addStaffing adds one row to the sums of a year. The means take only rows with
// both numbers, so that they are of the same years and can be compared.
func addStaffing(s *model.Staffing, year int, norm, realised, maribel, surplus, covered *tally) {
	both := []int{model.StaffingRealised, model.StaffingNorm}
	ok := known(s, model.StaffingNorm, s.Norm) && known(s, model.StaffingRealised, s.Realised)
	alone := surplus == nil
	put(norm, s, year, s.Norm.Value, 0, ok || alone && known(s, model.StaffingNorm, s.Norm), model.StaffingNorm)
	put(realised, s, year, s.Realised.Value, 0, ok || alone && known(s, model.StaffingRealised, s.Realised), model.StaffingRealised)
	put(maribel, s, year, s.SocialeMaribel.Value, 0, known(s, model.StaffingSocialeMaribel, s.SocialeMaribel), model.StaffingSocialeMaribel)
	if alone {
		return
	}
	put(surplus, s, year, s.Realised.Value-s.Norm.Value, 0, ok, both...)
	put(covered, s, year, s.Norm.Value, s.Realised.Value, ok, both...)
}

// put adds a record to one tally that stands outside a grid.
func put(t *tally, rec model.Record, year int, value, part float64, usable bool, columns ...int) {
	if !usable {
		t.miss(year)
		return
	}
	t.add(&entry{row: rec.Base().Row, columns: columns, year: year, value: value, part: part})
}

// known tells whether a number can be used.
func known(rec model.Record, column int, n model.Number) bool {
	return n.Known && rec.Base().Usable(column)
}

// statedYear gives the year that a row states; 0 when it couldn't be read. A
// year that reads well and yet is marked as unusable belongs to the second row
// of one key: double is true then.
func statedYear(rec model.Record, column, year int) (stated int, double bool) {
	return year, year != 0 && !rec.Base().Usable(column)
}
