package validate

import (
	"fmt"
	"slices"
	"strconv"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleLaterYear = finding.ByCode("D15")
var ruleStaffingGap = finding.ByCode("O12")

// years gives the rows of a sheet with a column jaar, by that year.
func (c *checker) years(sheet *model.Sheet) (int, map[int][]model.Record) {
	column := sheet.Column("jaar")
	if column < 0 || sheet.Columns[column].Kind != model.Year {
		return column, nil
	}
	rows := map[int][]model.Record{}
	var fields []any
	for r := range c.data.Records(sheet) {
		fields = r.Fields(fields[:0])
		if year := *fields[column].(*int); year != 0 && r.Base().Usable(column) {
			rows[year] = append(rows[year], r)
		}
	}
	return column, rows
}

// laterYears looks for rows of a year after the report's. Amounts may be
// planned for years, and a list may go on; a row or two don't.
func laterYears(c *checker) {
	now := c.cfg.Report.Year
	if now == 0 {
		return
	}
	for _, sheet := range model.Sheets() {
		column, rows := c.years(sheet)
		for _, year := range sortedYears(rows) {
			if year <= now {
				continue
			}
			future := day(year, 1, 1).After(c.today())
			few := len(rows[year]) <= 2 && len(rows[year]) < len(rows[now])
			if sheet == &model.StaffingSheet {
				few = len(rows[now]) == 0 || future
			}
			if few || future && year > now+1 && sheet != &model.FundingSheet {
				c.laterYear(sheet, column, rows[year], year, future, len(rows[now]) == 0)
			}
		}
	}
}

func sortedYears(rows map[int][]model.Record) []int {
	var out []int
	for year := range rows {
		out = append(out, year)
	}
	slices.Sort(out)
	return out
}

func (c *checker) laterYear(sheet *model.Sheet, column int, rows []model.Record, year int, future, missing bool) {
	now := c.cfg.Report.Year
	for _, part := range grouped(rows, sheetOf) {
		message := fmt.Sprintf("Het jaar %d komt na %d, het jaar van het rapport, en bijna geen andere rij in %s heeft het. Kijk het jaartal na.", year, now, sheet.Name)
		if future {
			message = fmt.Sprintf("Het jaar %d ligt in de toekomst (na %s). Kijk het jaartal na.", year, short(c.today()))
		}
		f := c.sayCells(ruleLaterYear, sheet, part, column, message)
		f.Found, f.Expected = strconv.Itoa(year), fmt.Sprintf("een jaar tot en met %d", now)
		if slipOfYear(year, now) || sheet == &model.StaffingSheet && missing {
			f.Proposal = strconv.Itoa(now)
		}
		if !future {
			f.Level = finding.Warning
		}
		for _, r := range part {
			if future {
				r.Base().MarkBad(column)
			}
		}
	}
}

// staffingGap asks for the years of Personeelsformatie that the mean needs and
// that lie between, or after, those that are there.
func staffingGap(c *checker) {
	now := c.cfg.Report.Year
	first, has := now, map[int]bool{}
	for _, s := range c.data.Staffing {
		if s.Year == 0 || !s.Base().Usable(model.StaffingYear) {
			continue
		}
		has[s.Year] = true
		first = min(first, s.Year)
	}
	if now == 0 || first == now {
		return
	}
	var without []string
	for year := max(first, now-c.cfg.Thresholds.StaffYears+1); year <= now; year++ {
		if !has[year] {
			without = append(without, strconv.Itoa(year))
		}
	}
	// Where nearly all of them are missing, other years are kept.
	if len(without) == 0 || len(without) > 1 && len(without) >= c.cfg.Thresholds.StaffYears {
		return
	}
	at := c.data.Staffing[0]
	f := c.say(ruleStaffingGap, &model.StaffingSheet, at, model.StaffingYear, fmt.Sprintf(
		"Er is geen rij voor %s, wel voor eerdere jaren. Het gemiddelde van de personeelsformatie rekent nu met andere jaren. Voeg %s toe.",
		dutch.Join(without), them(len(without), "de rij", "de rijen")))
	f.Ref.Col, f.Ref.Row, f.Column = 0, 0, ""
	f.Found, f.Expected = "geen rij voor "+dutch.Join(without), "een rij voor elk van de laatste jaren"
}
