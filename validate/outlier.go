package validate

import (
	"fmt"
	"slices"
	"time"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleOutlier = finding.Rule{
	Code: "P01", Family: finding.Plausibility, Level: finding.Warning, Who: projectWorker,
	Title: "Getal dat ver boven alle andere uitsteekt",
	Explanation: "Het getal is vele malen groter dan het volgende in dezelfde kolom (drempels.uitschieter_factor), en dan wat daar gewoon is, of het is een bedrag dat groter is dan de hele enveloppe. Vaak is een komma of een nul verkeerd. " +
		"Klopt het toch, aanvaard het dan met een reden: ‘voortgang aanvaard’.",
	Wrong: "325 VTE, waar 3,25 bedoeld is", Right: "3,25",
}

// outlier looks for numbers that stand alone at the top of their column. It
// takes no mean and no spread: a few big groups among many small ones are
// ordinary, one number that is many times the next one isn't.
func outlier(c *checker) {
	var numbers []measured
	if c.bigParticipations(500) {
		for _, p := range c.data.Participations {
			numbers = c.take(numbers, &model.ParticipationSheet, p, model.ParticipationCount, p.Count)
		}
		if len(numbers) >= manyNumbers {
			c.standOut(numbers, 500, "deelnames")
		} else {
			c.standFarOut(numbers, 500, "deelnames")
		}
	}

	numbers = numbers[:0]
	for _, f := range c.data.FTE {
		numbers = c.take(numbers, &model.FTESheet, f, model.FTEWith, f.With)
		numbers = c.take(numbers, &model.FTESheet, f, model.FTEWithout, f.Without)
	}
	c.standOut(numbers, 8, "VTE")
	c.bigProjects()

	c.bigAmounts()
}

// bigProjects looks for the one project with far more staff than all others.
// Projects are more alike than themes, so where there are many half the gap
// is enough.
func (c *checker) bigProjects() {
	var numbers []measured
	for _, f := range c.data.FTE {
		if f.Project != "" {
			numbers = c.take(numbers, &model.FTESheet, f, model.FTEWith, f.With)
			numbers = c.take(numbers, &model.FTESheet, f, model.FTEWithout, f.Without)
		}
	}
	if len(numbers) >= 2*manyNumbers {
		c.aboveGap(numbers, 1, c.cfg.Thresholds.OutlierFactor/2, 8, "VTE")
	}
}

// bigAmounts compares amounts within their source; those of sources with too
// few to compare are taken together, but for the core grant, which is of
// another size.
func (c *checker) bigAmounts() {
	sources := map[string][]measured{}
	for _, f := range c.data.Funding {
		sources[f.Source] = c.take(sources[f.Source], &model.FundingSheet, f, model.FundingAmount, f.Amount)
	}
	var rest []measured
	for i, name := range model.FundingSources() {
		list := sources[name]
		switch {
		case len(list) >= manyNumbers:
			c.standOut(list, 1000, "euro")
		case len(list) >= fewNumbers || i == 0:
			c.standFarOut(list, 1000, "euro")
		default:
			rest = append(rest, list...)
		}
	}
	c.standFarOut(rest, 1000, "euro")
	c.aboveEnvelope()
}

// aboveEnvelope asks about the largest amount of another source, when it is of
// the report's year, more than the whole core grant and many times the next
// one. A large project may be so: less than the gap that few numbers take is
// only remarked.
func (c *checker) aboveEnvelope() {
	var outside []measured
	envelope, rows := map[int]float64{}, 0
	for _, f := range c.data.Funding {
		if !f.Amount.Known || !f.Base().Usable(model.FundingYear, model.FundingSource, model.FundingAmount) {
			return
		}
		rows++
		if f.Source == model.SourceEnvelope {
			envelope[f.Year] += f.Amount.Value
		} else {
			outside = c.take(outside, &model.FundingSheet, f, model.FundingAmount, f.Amount)
		}
	}
	if rows < fewNumbers || len(outside) < 2 {
		return
	}
	top, _ := summit(outside, 2)
	most, next := top[0], top[1].value
	f, ok := most.record.(*model.Funding)
	if !ok || f.Year != c.cfg.Report.Year || envelope[f.Year] <= 0 || most.value <= envelope[f.Year] || most.value < c.cfg.Thresholds.OutlierFactor*next || c.big[cellOf(most)] {
		return
	}
	said := c.say(&ruleOutlier, most.sheet, most.record, most.column, fmt.Sprintf(
		"%s is meer dan de hele enveloppe van %d (%s), en van andere bronnen is %s het hoogste. Kijk na of de komma en de nullen juist staan.",
		dutch.Euro(most.value), f.Year, dutch.Euro(envelope[f.Year]), dutch.Euro(next)))
	said.Found, said.Expected = number(most.value), "een bedrag zoals in de andere rijen"
	if most.value < 3*c.cfg.Thresholds.OutlierFactor*next {
		said.Level = finding.Info
	}
	c.big[cellOf(most)] = true
}

// bigParticipations tells whether any row counts so many; nearly always none
// does, and then there is nothing to compare.
func (c *checker) bigParticipations(least float64) bool {
	for _, p := range c.data.Participations {
		if p.Count.Value >= least {
			return true
		}
	}
	return false
}

// measured is one number and where it stands.
type measured struct {
	value  float64
	sheet  *model.Sheet
	record model.Record
	column int
}

// take adds a number that can be used. Zeros say nothing about size.
func (c *checker) take(list []measured, sheet *model.Sheet, r model.Record, column int, n model.Number) []measured {
	if !n.Known || n.Value <= 0 || !r.Base().Usable(column) {
		return list
	}
	return append(list, measured{n.Value, sheet, r, column})
}

// From how many numbers on one can be seen to stand out, and from how many on
// they say what is ordinary.
const (
	fewNumbers  = 4
	manyNumbers = 8
)

// standOut reports the numbers above a gap at the top: at most three of them,
// each at least the factor times the largest below the gap, twelve times the
// median, and the least that is worth asking about.
func (c *checker) standOut(list []measured, least float64, unit string) {
	if len(list) >= manyNumbers {
		c.aboveGap(list, 3, c.cfg.Thresholds.OutlierFactor, least, unit)
	}
}

// standFarOut does the same where there are few numbers or numbers of several
// sorts: one at most, and a gap three times as wide.
func (c *checker) standFarOut(list []measured, least float64, unit string) {
	if len(list) >= fewNumbers {
		c.aboveGap(list, 1, 3*c.cfg.Thresholds.OutlierFactor, least, unit)
	}
}

func (c *checker) aboveGap(list []measured, most int, factor, least float64, unit string) {
	top, median := summit(list, most+1)
	for n := most; n >= 1; n-- {
		lowest, next := top[n-1], top[n]
		if lowest.value < least || lowest.value < factor*next.value || lowest.value < 1.5*factor*median {
			continue
		}
		for _, m := range top[:n] {
			if c.big[cellOf(m)] {
				continue
			}
			f := c.say(&ruleOutlier, m.sheet, m.record, m.column, fmt.Sprintf(
				"%s %s is veel meer dan in alle andere rijen: daar is %s het hoogste en %s gewoon. Kijk na of de komma en de nullen juist staan.",
				number(m.value), unit, number(next.value), number(median)))
			f.Found, f.Expected = number(m.value), "een getal zoals in de andere rijen"
			c.big[cellOf(m)] = true
		}
		return
	}
}

// summit gives the n largest numbers, largest first, and the median.
func summit(list []measured, n int) ([]measured, float64) {
	values := make([]float64, len(list))
	for i, m := range list {
		values[i] = m.value
	}
	slices.Sort(values)
	bound := values[len(values)-n]
	var top []measured
	for _, m := range list {
		if m.value >= bound {
			top = append(top, m)
		}
	}
	slices.SortStableFunc(top, func(a, b measured) int {
		switch {
		case a.value > b.value:
			return -1
		case a.value < b.value:
			return 1
		}
		return 0
	})
	return top[:n], values[len(values)/2]
}

// cell is one field of one record.
type cell struct {
	record model.Record
	column int
}

func cellOf(m measured) cell { return cell{m.record, m.column} }

var ruleTooMany = finding.Rule{
	Code: "P02", Family: finding.Plausibility, Level: finding.Warning, Who: projectWorker,
	Title: "Meer uren of deelnames dan aannemelijk is",
	Explanation: "Een activiteit duurt geen dag en een nacht, een rij in Vorming telt geen maand en een vrijwilliger werkt geen voltijds jaar. " +
		"Dat geldt ook voor duizenden deelnames in één rij. De grenzen staan in voortgang.yaml, bij drempels.",
	Wrong: "75 uren voor een overleg", Right: "7,5",
}

// tooMany compares numbers with what a day or a year can hold.
func tooMany(c *checker) {
	t := c.cfg.Thresholds
	for _, a := range c.data.Activities {
		if a.Hours.Value > t.ActivityHours {
			c.excess(&model.ActivitySheet, a, model.ActivityHours, a.Hours, t.ActivityHours, "uren voor één activiteit")
		}
	}
	for _, r := range c.data.Trainings {
		if r.Hours.Value > t.TrainingHours {
			c.excess(&model.TrainingSheet, r, model.TrainingHours, r.Hours, t.TrainingHours, "uren voor één vorming")
		}
	}
	for _, v := range c.data.Volunteers {
		if v.Hours.Value > t.VolunteerHours {
			c.excess(&model.VolunteerSheet, v, model.VolunteerHours, v.Hours, t.VolunteerHours, "uren in een jaar")
		}
	}
	for _, p := range c.data.Participations {
		if p.Count.Value > t.Participations {
			c.excess(&model.ParticipationSheet, p, model.ParticipationCount, p.Count, t.Participations, "deelnames in één rij")
		}
	}
}

func (c *checker) excess(sheet *model.Sheet, r model.Record, column int, n model.Number, limit float64, what string) {
	if !n.Known || !r.Base().Usable(column) {
		return
	}
	most := "hoogstens " + number(limit)
	if other := c.highest(sheet, column, limit); other > 0 {
		most = "in de andere rijen hoogstens " + number(other)
	}
	f := c.say(&ruleTooMany, sheet, r, column, fmt.Sprintf(
		"%s %s is meer dan aannemelijk is (%s). Kijk na of er geen cijfer te veel staat, of een komma ontbreekt.", number(n.Value), what, most))
	f.Found, f.Expected = number(n.Value), "hoogstens "+number(limit)
	c.big[cell{r, column}] = true
}

// highest gives the highest number of a column that isn't over a limit.
func (c *checker) highest(sheet *model.Sheet, column int, limit float64) float64 {
	high := 0.0
	var fields []any
	for r := range c.data.Records(sheet) {
		fields = r.Fields(fields[:0])
		if n, ok := fields[column].(*model.Number); ok && n.Known && n.Value <= limit && r.Base().Usable(column) {
			high = max(high, n.Value)
		}
	}
	return high
}

var ruleNegativeAmount = finding.Rule{
	Code: "P03", Family: finding.Plausibility, Level: finding.Warning, Who: staffOffice,
	Title:       "Negatief bedrag",
	Explanation: "Middelen zijn wat er binnenkomt. Een negatief bedrag kan een correctie zijn, maar is meestal een tikfout.",
	Wrong:       "-12.500", Right: "12.500",
}

func negativeAmount(c *checker) {
	for _, m := range c.data.Funding {
		if m.Amount.Known && m.Amount.Value < 0 && m.Base().Usable(model.FundingAmount) {
			f := c.say(&ruleNegativeAmount, &model.FundingSheet, m, model.FundingAmount, fmt.Sprintf(
				"Het bedrag is negatief: %s. Verbeter het, of aanvaard het als het een correctie is.", number(m.Amount.Value)))
			f.Found, f.Expected = number(m.Amount.Value), "een bedrag vanaf 0"
		}
	}
}

var ruleStaffingJump = finding.Rule{
	Code: "P04", Family: finding.Plausibility, Level: finding.Warning, Who: staffOffice,
	Title:       "Personeelsformatie die ver van de andere jaren ligt",
	Explanation: "De norm en de gerealiseerde formatie veranderen weinig van jaar tot jaar. Een getal dat een veelvoud van de andere is, heeft meestal een komma op de verkeerde plaats.",
	Wrong:       "2457", Right: "24,57",
}

// staffingJump compares each year of the staffing with the other years.
func staffingJump(c *checker) {
	const factor = 3
	for _, column := range []int{model.StaffingNorm, model.StaffingRealised} {
		var list []measured
		for _, s := range c.data.Staffing {
			n := s.Norm
			if column == model.StaffingRealised {
				n = s.Realised
			}
			list = c.take(list, &model.StaffingSheet, s, column, n)
		}
		if len(list) < 3 {
			continue
		}
		_, median := summit(list, 1)
		for _, m := range list {
			if m.value < factor*median && m.value*factor > median {
				continue
			}
			f := c.say(&ruleStaffingJump, m.sheet, m.record, m.column, fmt.Sprintf(
				"%s VTE ligt ver van de andere jaren (ongeveer %s). Kijk na of de komma juist staat.", number(m.value), number(median)))
			f.Found, f.Expected = number(m.value), "een getal zoals in de andere jaren"
		}
	}
}

var ruleChange = finding.Rule{
	Code: "P05", Family: finding.Plausibility, Level: finding.Info, Who: staffOffice,
	Title:       "Sterke verandering tegenover vorig jaar",
	Explanation: "De inzet van een thema is vele malen meer of minder dan vorig jaar (drempels.verandering_factor). Dat kan, maar een lezer zal ernaar vragen.",
	Wrong:       "van 3 naar 18 VTE, zonder uitleg", Right: "van 3 naar 4 VTE, of een woord uitleg in de tekst",
}

// change compares the staff of each theme with last year's, when both years
// are there in full.
func change(c *checker) {
	year, factor := c.cfg.Report.Year, c.cfg.Thresholds.ChangeFactor
	now, then, first := map[string]float64{}, map[string]float64{}, map[string]*model.FTE{}
	for _, f := range c.data.FTE {
		if !f.Base().Usable(model.FTEYear, model.FTETheme, model.FTEWith, model.FTEWithout) ||
			c.big[cell{f, model.FTEWith}] || c.big[cell{f, model.FTEWithout}] {
			return
		}
		switch f.Year {
		case year:
			now[f.Theme] += f.With.Value + f.Without.Value
			if first[f.Theme] == nil {
				first[f.Theme] = f
			}
		case year - 1:
			then[f.Theme] += f.With.Value + f.Without.Value
		}
	}
	for _, theme := range append(c.cfg.ThemeNames(), model.Transversal, model.Overhead) {
		a, b := then[theme], now[theme]
		if a <= 0 || b <= 0 || max(a, b) < factor*min(a, b) || max(a, b)-min(a, b) < 3 {
			continue
		}
		f := c.say(&ruleChange, &model.FTESheet, first[theme], model.FTEWith, fmt.Sprintf(
			"De inzet van %s ging van %s naar %s VTE. Klopt dat, geef dan een woord uitleg in de tekst.", theme, number(a), number(b)))
		f.Found, f.Expected = number(b), "ongeveer "+number(a)
	}
}

var ruleRoundNumbers = finding.Rule{
	Code: "P06", Family: finding.Plausibility, Level: finding.Info, Who: projectWorker,
	Title: "Opvallend veel ronde deelnames",
	Explanation: "Bijna alle deelnames van dit project zijn een veelvoud van vijf. Dat wijst op schatten in plaats van tellen. " +
		"Deze controle staat uit zolang drempels.ronde_getallen_procent 0 is.",
	Wrong: "20, 15, 30, 25, 20", Right: "18, 15, 31, 24, 22",
}

// roundNumbers looks for participations that were guessed. It is off unless
// the configuration sets a share.
func roundNumbers(c *checker) {
	share := c.cfg.Thresholds.RoundShare
	if share <= 0 {
		return
	}
	type count struct {
		all, round int
		first      *model.Participation
	}
	counts, order := map[string]*count{}, []*count(nil)
	for _, p := range c.data.Participations {
		if !p.Count.Known || p.Count.Value < 10 || !p.Base().Usable(model.ParticipationCount, model.ParticipationProject) {
			continue
		}
		n := counts[p.Project]
		if n == nil {
			n = &count{first: p}
			counts[p.Project] = n
			order = append(order, n)
		}
		n.all++
		if int(p.Count.Value)%5 == 0 {
			n.round++
		}
	}
	for _, n := range order {
		if n.all < 20 || float64(n.round)*100 < share*float64(n.all) {
			continue
		}
		f := c.say(&ruleRoundNumbers, &model.ParticipationSheet, n.first, model.ParticipationCount, fmt.Sprintf(
			"%d van de %d aantallen vanaf 10 zijn een veelvoud van vijf. Zijn ze geteld of geschat?", n.round, n.all))
		f.Ref.Col, f.Ref.Row = 0, 0
		f.Found, f.Expected = fmt.Sprintf("%d ronde aantallen", n.round), "getelde aantallen"
	}
}

var ruleWeekends = finding.Rule{
	Code: "P07", Family: finding.Plausibility, Level: finding.Info, Who: projectWorker,
	Title: "Alle activiteiten op zaterdag en zondag",
	Explanation: "Een project met twintig activiteiten of meer, allemaal in het weekend: dat gebeurt, maar het kan ook dat alle datums een of twee dagen verschoven zijn. " +
		"Werkt het project in het weekend, dan hoef je niets te doen.",
	Wrong: "52 activiteiten, alle op zondag", Right: "52 activiteiten, alle op maandag",
}

// weekends reports projects of which every activity falls in a weekend, where
// other projects work on weekdays.
func weekends(c *checker) {
	type count struct {
		all, weekend int
		first        *model.Activity
	}
	counts, order := map[string]*count{}, []*count(nil)
	last, n := "", (*count)(nil)
	for _, a := range c.data.Activities {
		if a.Date.IsZero() || !a.Base().Usable(model.ActivityDate, model.ActivityProject) {
			continue
		}
		if a.Project != last || n == nil {
			last, n = a.Project, counts[a.Project]
			if n == nil {
				n = &count{first: a}
				counts[a.Project] = n
				order = append(order, n)
			}
		}
		n.all++
		if d := weekday(a.Date); d == time.Saturday || d == time.Sunday {
			n.weekend++
		}
	}
	var only []*count
	for _, n := range order {
		if n.all >= 20 && n.weekend == n.all {
			only = append(only, n)
		}
	}
	if len(order) < 3 || len(only) > 1 {
		return
	}
	for _, n := range only {
		f := c.say(&ruleWeekends, &model.ActivitySheet, n.first, model.ActivityDate, fmt.Sprintf(
			"Alle %d activiteiten van dit project vallen op zaterdag of zondag. Kijk na of de datums niet verschoven zijn.", n.all))
		f.Ref.Col, f.Ref.Row = 0, 0
		f.Found, f.Expected = "alleen weekenddagen", "ook weekdagen"
	}
}

// weekday is cheaper than time.Time's for the midnights that dates are.
func weekday(d time.Time) time.Weekday {
	days := d.Unix() / (24 * 3600)
	return time.Weekday(((days+4)%7 + 7) % 7)
}
