package report

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"time"

	"voortgang/charts"
	"voortgang/internal/document"
	"voortgang/internal/model"
)

// chart checks what is drawn, and then what the alternative text says of it.
func (l *listener) chart(c document.Chart) {
	alt := spaced(c.Chart.Alt())
	_, rest, found := strings.Cut(alt, ": "+spaced(titleOf(c))+". "+spaced(c.Subtitle)+". ")
	if !found {
		l.fail("the alternative text doesn't begin with the title and subtitle of the chart: %s", alt)
		return
	}
	l.heard["chart "+c.Title]++
	if strings.Contains(c.Subtitle, "wie beide is") != l.overlapping(c.Title) {
		l.fail("%s: the subtitle is wrong on what overlaps", c.Title)
	}
	if rest == "Geen gegevens." {
		return // a page without data says so itself
	}
	switch drawn := c.Chart.(type) {
	case charts.Bars:
		l.bars(c.Title, drawn, rest)
	case charts.Donut:
		l.donut(drawn, alt, rest)
	case charts.Heat:
		l.heat(drawn, rest)
	case charts.Timeline:
		l.timeline(drawn, rest)
	case charts.Radar:
		l.radar(drawn, rest)
	default:
		l.fail("nobody checks the chart %s", c.Title)
	}
}

// titleOf is the title that the chart itself has: slices of the timeline share
// theirs.
func titleOf(c document.Chart) string {
	if t, ok := c.Chart.(charts.Timeline); ok {
		return t.Title
	}
	return c.Title
}

func (l *listener) overlapping(title string) bool {
	all, a, b := new(rat), new(rat), new(rat)
	switch title {
	case "Partners en oplossingsactoren per thema":
		all, a, b = l.actors("", ""), l.actors("", model.ActorPartner), l.actors("", model.ActorSolution)
	case "Contacten met partners en oplossingsactoren per thema":
		all, a, b = l.contacts(l.year, "", ""), l.contacts(l.year, "", model.ActorPartner), l.contacts(l.year, "", model.ActorSolution)
	}
	return all != nil && sumOf(a, b).Cmp(all) > 0
}

// kindNamed gives the value of the contract that a name of a series or category
// stands for.
func kindNamed(name string) string {
	switch name {
	case "Partners":
		return model.ActorPartner
	case "Oplossingsactoren":
		return model.ActorSolution
	}
	return name
}

func yearNamed(name string) int {
	y := 0
	fmt.Sscan(name, &y)
	return y
}

// barTruths gives by the title of a bar chart what the bar of a category and a
// series must be. An empty category is all of them together.
func (l *listener) barTruths() map[string]func(category, series string) *rat {
	share := func(category, series string) *rat {
		if category == "Alle inzet" {
			category = ""
		}
		part := "met"
		if series == "Zonder de doelgroep" {
			part = "zonder"
		}
		return percentOf(l.fte(l.year, category, part), l.fte(l.year, category, ""))
	}
	low := func(s string) string { return strings.ToLower(s[:min(1, len(s))]) + s[min(1, len(s)):] }
	return map[string]func(category, series string) *rat{
		"Gerealiseerde personeelsformatie":                      func(c, s string) *rat { _, r := l.staffing(yearNamed(c)); return r },
		"Personeelsinzet per thema":                             func(c, s string) *rat { return l.fte(yearNamed(s), c, "") },
		"Inzet met en zonder de doelgroep":                      share,
		"Activiteiten per thema en soort":                       func(c, s string) *rat { return l.activities(l.year, c, s) },
		"Deelnames per thema en soort activiteit":               func(c, s string) *rat { return l.participations(l.year, c, s) },
		"Partners en oplossingsactoren per thema":               func(c, s string) *rat { return l.actors(c, kindNamed(s)) },
		"Contacten met partners en oplossingsactoren per thema": func(c, s string) *rat { return l.contacts(l.year, c, kindNamed(s)) },
		"Afgeronde beleidsdossiers per thema":                   func(c, s string) *rat { return l.dossiers(l.year, c, "") },
		"Vrijwilligers per thema":                               func(c, s string) *rat { return l.volunteers(l.year, c) },
		"Communicatieacties per medium":                         func(c, s string) *rat { return l.communications(l.year, "", low(c), "", "") },
		"Middelen per thema en bron":                            func(c, s string) *rat { return l.funding(l.year, c, s) },
		"Middelen per bron":                                     func(c, s string) *rat { return l.funding(l.year, "", c) },
		"Vormingsuren per jaar": func(c, s string) *rat {
			return l.training(yearNamed(c), map[string]string{"Formele vorming": model.TrainingFormal, "Informele vorming": model.TrainingInformal}[s])
		},
		"Beleidscontacten per thema, met en zonder de doelgroep": func(c, s string) *rat {
			return l.policy(l.year, c, map[string]string{"Met de doelgroep": "ja", "Zonder de doelgroep": "nee"}[s])
		},
		"Spreiding van de anciënniteit": func(c, s string) *rat {
			if c == "" {
				return l.class(l.year, 0, 999)
			}
			from, to := 0, 999
			if n, _ := fmt.Sscanf(c, "%d–%d jaar", &from, &to); n == 2 {
				return l.class(l.year, from, to)
			}
			return l.class(l.year, 25, 999)
		},
	}
}

// spot is one value of a chart.
type spot struct {
	category, series string
	text             string
	v                *rat
}

func (s spot) place(single bool) string {
	if single {
		return s.category
	}
	return s.category + ", " + s.series
}

// bars checks each bar against the count by hand, and then the text.
func (l *listener) bars(title string, b charts.Bars, text string) {
	truth := l.barTruths()[title]
	if truth == nil {
		l.fail("nobody checks the chart %s", title)
		return
	}
	write := func(v *rat) string { return withUnit(v, b.Base) }
	if b.Mode == charts.Percent {
		write = func(v *rat) string { return inDutch(v, b.Decimals) + " %" }
	}
	r := reading{l: l, title: title, write: write, truth: truth, bars: b, single: len(b.Series) <= 1}
	for _, s := range b.Series {
		r.series = append(r.series, s.Name)
		for i, category := range b.Categories {
			switch {
			case i < len(s.Withheld) && s.Withheld[i] != "":
				r.hidden = append(r.hidden, spot{category: category, series: s.Name}.place(r.single))
				continue
			case math.IsNaN(s.Values[i]):
				continue
			}
			v := truth(category, s.Name)
			if v == nil {
				l.fail("%s: %v of %s, %s, of which nothing is known", title, s.Values[i], category, s.Name)
				return
			}
			if f, _ := v.Float64(); math.Abs(f-s.Values[i]) > 1e-6 {
				l.fail("%s: the bar of %s, %s is %v, want %s", title, category, s.Name, s.Values[i], v.FloatString(4))
			}
			r.spots = append(r.spots, spot{category, s.Name, write(v), v})
		}
	}
	slices.Sort(r.hidden)
	r.hear(text)
}

// withUnit writes a value with the unit of a chart.
func withUnit(v *rat, b charts.Base) string {
	text := inDutch(v, max(0, b.Decimals))
	switch {
	case b.Unit == "":
		return text
	case strings.TrimPrefix(text, "−") == "1" && b.UnitOne != "":
		return text + " " + b.UnitOne
	}
	return text + " " + b.Unit
}

// reading is the text of a bar chart with what it should say.
type reading struct {
	l      *listener
	title  string
	bars   charts.Bars
	write  func(*rat) string
	truth  func(category, series string) *rat
	single bool
	series []string
	spots  []spot
	hidden []string
}

// totals adds up the categories that are wholly told.
func (r *reading) totals() []spot {
	var out []spot
	for _, c := range r.bars.Categories {
		sum := spot{category: c, v: new(rat)}
		some := false
		for _, s := range r.spots {
			if s.category == c {
				sum.v, some = sumOf(sum.v, s.v), true
			}
		}
		if hidden := slices.ContainsFunc(r.hidden, func(h string) bool { return h == c || strings.HasPrefix(h, c+", ") }); some && !hidden {
			sum.text = r.write(sum.v)
			out = append(out, sum)
		}
	}
	return out
}

var (
	extremeForm = regexp.MustCompile(`^(Hoogste|Laagste) (waarde|totaal|score|aandeel [^:]*): ([^(]*?)(?: \((.*)\))?\.$`)
	evenForm    = regexp.MustCompile(`^Elke? (waarde|totaal|score|aandeel .*?) is (.*)\.$`)
)

func (r *reading) hear(text string) {
	for _, s := range sentencesOf(text) {
		if wrong := r.sentence(s); wrong != "" {
			r.l.fail("%s: %q: %s", r.title, s, wrong)
		}
	}
}

// of gives the values that a superlative is about.
func (r *reading) of(what string) (list []spot, place func(spot) string) {
	switch {
	case what == "totaal":
		return r.totals(), func(s spot) string { return s.category }
	case strings.HasPrefix(what, "aandeel "):
		for _, s := range r.spots {
			if s.series == strings.TrimPrefix(what, "aandeel ") {
				list = append(list, s)
			}
		}
		return list, func(s spot) string { return s.category }
	}
	return r.spots, func(s spot) string { return s.place(r.single) }
}

func (r *reading) sentence(s string) string {
	if m := extremeForm.FindStringSubmatch(s); m != nil {
		r.l.heard["extreme"]++
		if len(r.hidden) > 0 {
			return "the highest or lowest may be among what is withheld"
		}
		list, place := r.of(m[2])
		return extremeIs(m[1] == "Hoogste", m[3], m[4], list, place)
	}
	if m := evenForm.FindStringSubmatch(s); m != nil {
		list, _ := r.of(m[1])
		for _, one := range list {
			if one.text != m[2] {
				return one.category + " is " + one.text
			}
		}
		return ""
	}
	head, _, _ := strings.Cut(s, " ")
	switch {
	case strings.Contains(s, " met telkens "):
		names := strings.Join(r.series, ", ")
		if n := len(r.series); n > 1 {
			names = strings.Join(r.series[:n-1], ", ") + " en " + r.series[n-1]
		}
		count := fmt.Sprint(len(r.bars.Categories), " categorieën")
		if len(r.bars.Categories) == 1 {
			count = "1 categorie"
		}
		return differs(s, count+" met telkens "+names+".")
	case head == "Samen":
		var sums []string
		for _, name := range r.series {
			text := r.write(r.truth("", name))
			if !r.single {
				text += " (" + name + ")"
			}
			sums = append(sums, text)
		}
		r.l.heard["sum"]++
		return differs(s, "Samen "+enumerated(sums)+".")
	case strings.HasPrefix(s, "Alles samen "):
		all := new(rat)
		for _, name := range r.series {
			all = sumOf(all, r.truth("", name))
		}
		return differs(s, "Alles samen "+r.write(all)+".")
	case head == "Totalen:":
		var list []string
		for _, t := range r.totals() {
			list = append(list, t.category+": "+t.text)
		}
		return differs(s, "Totalen: "+strings.Join(list, "; ")+".")
	case head == "Waarden:" || head == "Waarde:":
		return differs(s, r.values())
	case head == "Lijn:" || strings.HasPrefix(s, "Lijn in stappen:"):
		return r.line(s)
	case strings.HasPrefix(s, "Niet getoond om de privacy: "):
		said := strings.Split(strings.TrimSuffix(strings.TrimPrefix(s, "Niet getoond om de privacy: "), "."), "; ")
		slices.Sort(said)
		return differs(strings.Join(said, "; "), strings.Join(r.hidden, "; "))
	case strings.HasSuffix(s, " worden niet getoond om de privacy."):
		return differs(s, fmt.Sprint(len(r.hidden), " waarden worden niet getoond om de privacy."))
	}
	return "nobody checks this"
}

func enumerated(list []string) string {
	if n := len(list); n > 1 {
		return strings.Join(list[:n-1], ", ") + " en " + list[n-1]
	}
	return strings.Join(list, "")
}

// extremeIs checks that a value is the highest or lowest, and that all that
// have it are named.
func extremeIs(highest bool, said, places string, list []spot, place func(spot) string) string {
	var top *rat
	for _, s := range list {
		if top == nil || (s.v.Cmp(top) > 0) == highest && s.v.Cmp(top) != 0 {
			top = s.v
		}
	}
	var text string
	var names []string
	for _, s := range list {
		if s.v.Cmp(top) == 0 {
			text = s.text
		}
	}
	for _, s := range list {
		if s.text == text {
			names = append(names, place(s))
		}
	}
	slices.Sort(names)
	want := strings.Join(names, "; ")
	if len(names) <= 3 {
		given := strings.Split(places, "; ")
		slices.Sort(given)
		places = strings.Join(given, "; ")
	} else {
		want = inDutch(whole(len(names)), 0) + " keer"
	}
	return either(differs(said, text), differs(places, want))
}

// values lists all values as the text should.
func (r *reading) values() string {
	var list []string
	for _, c := range r.bars.Categories {
		var of []string
		for _, s := range r.spots {
			switch {
			case s.category != c:
			case r.single:
				list = append(list, c+": "+s.text)
			default:
				of = append(of, s.text+" ("+s.series+")")
			}
		}
		if len(of) > 0 {
			list = append(list, c+": "+enumerated(of))
		}
	}
	head := "Waarden: "
	if len(list) == 1 && r.single {
		head = "Waarde: "
	}
	return head + strings.Join(list, "; ") + "."
}

// line checks the norm of each year.
func (r *reading) line(s string) string {
	var steps, texts []string
	last := ""
	for _, c := range r.bars.Categories {
		if norm, _ := r.l.staffing(yearNamed(c)); norm != nil {
			text := r.write(norm)
			steps, last = append(steps, c+": "+text), c
			if !slices.Contains(texts, norm.String()) {
				texts = append(texts, norm.String())
			}
		}
	}
	if len(texts) == 1 && len(steps) == len(r.bars.Categories) {
		_, text, _ := strings.Cut(steps[0], ": ")
		return differs(s, "Lijn: norm, "+text+".")
	}
	r.l.heard["steps"]++
	return differs(s, "Lijn in stappen: norm "+last+", "+strings.Join(steps, "; ")+".")
}

// donut checks a ring: its whole, and the parts with their shares.
func (l *listener) donut(d charts.Donut, alt, text string) {
	if !strings.HasPrefix(alt, "Ringdiagram") {
		bars := charts.Bars{Base: d.Base, Series: []charts.Series{{}}}
		for _, s := range d.Slices {
			bars.Categories, bars.Series[0].Values = append(bars.Categories, s.Name), append(bars.Series[0].Values, s.Value)
		}
		l.heard["no ring"]++
		l.bars("Middelen per bron", bars, text)
		return
	}
	total, n := l.funding(l.year, "", ""), 0
	for _, s := range model.FundingSources() {
		v := l.funding(l.year, "", s)
		if v.Sign() < 0 {
			l.fail("a ring with a part of %s", v)
		}
		if v.Sign() > 0 {
			n++
			if want := s + ": " + inDutch(percentOf(v, total), 1) + " % (" + withUnit(v, d.Base) + ")"; !strings.Contains(text, want) {
				l.fail("%q is missing in %q", want, text)
			}
		}
	}
	parts := fmt.Sprint(n, " delen")
	if n == 1 {
		parts = "1 deel"
	}
	if want := "Totaal: " + withUnit(total, d.Base) + " in " + parts + "."; !strings.HasPrefix(text, want) {
		l.fail("%q should begin with %q", text, want)
	}
}

// heat checks the matrix of carriers and audiences.
func (l *listener) heat(h charts.Heat, text string) {
	var list []spot
	low := func(s string) string { return strings.ToLower(s[:1]) + s[1:] }
	for i, row := range h.Rows {
		for k, column := range h.Columns {
			carrier := low(row)
			if carrier == "online en print" {
				carrier = "beide"
			}
			audience := column
			if column == "Niet ingevuld" {
				audience = "niet ingevuld"
			}
			v := l.communications(l.year, "", "", carrier, audience)
			if f, _ := v.Float64(); !math.IsNaN(h.Values[i][k]) && f != h.Values[i][k] {
				l.fail("the matrix has %v at %s and %s, want %s", h.Values[i][k], row, column, v)
			}
			if v.Sign() != 0 {
				list = append(list, spot{row, column, withUnit(v, h.Base), v})
			}
		}
	}
	place := func(s spot) string { return s.place(false) }
	for _, s := range sentencesOf(text) {
		wrong := ""
		m := extremeForm.FindStringSubmatch(s)
		switch {
		case m != nil:
			wrong = extremeIs(true, m[3], m[4], list, place)
		case strings.HasPrefix(s, "Waarden: ") || strings.HasPrefix(s, "Waarde: "):
			var all []string
			for _, one := range list {
				all = append(all, place(one)+": "+one.text)
			}
			head := "Waarden: "
			if len(all) == 1 {
				head = "Waarde: "
			}
			wrong = differs(s, head+strings.Join(all, "; ")+".")
		case s == "Alle cellen zijn nul.":
			if len(list) > 0 {
				wrong = "some aren't"
			}
		case strings.Contains(s, " (Drager) en "):
			rows, columns := "rijen", "kolommen"
			if len(h.Rows) == 1 {
				rows = "rij"
			}
			if len(h.Columns) == 1 {
				columns = "kolom"
			}
			wrong = differs(s, fmt.Sprintf("%d %s (Drager) en %d %s (Doelgroep).", len(h.Rows), rows, len(h.Columns), columns))
		default:
			wrong = "nobody checks this"
		}
		if wrong != "" {
			l.fail("the matrix: %q: %s", s, wrong)
		}
	}
}

var termsForm = regexp.MustCompile(`^(\d+) (looptijd|looptijden)(?:, van (\d+) tot en met (\d+)| in (\d+))\.$`)

// timeline checks a slice of the timeline against the records of its projects.
func (l *listener) timeline(tl charts.Timeline, text string) {
	groups, phases := map[string]int{}, map[string]int{}
	for _, row := range tl.Rows {
		for _, p := range l.Projects {
			if p.Name == row.Name && (p.Theme != row.Group || p.Phase != row.Phase || !p.Start.Equal(row.Start) || !p.End.Equal(row.End)) {
				l.fail("the timeline has %+v for %+v", row, *p)
			}
		}
		groups[row.Group]++
		phases[row.Phase]++
	}
	counts := func(text string, of map[string]int) string {
		n := 0
		for _, part := range strings.Split(strings.TrimSuffix(text, "."), "; ") {
			name, count, _ := strings.Cut(part, ": ")
			if count != fmt.Sprint(of[name]) {
				return fmt.Sprintf("%s is %d", name, of[name])
			}
			n += of[name]
		}
		if n != len(tl.Rows) {
			return "not all are counted"
		}
		return ""
	}
	for _, s := range sentencesOf(text) {
		wrong := ""
		m := termsForm.FindStringSubmatch(s)
		switch {
		case m != nil:
			wrong = either(differs(m[1], fmt.Sprint(len(tl.Rows))), verbIs(m[2], m[1]+" ", "looptijd", "looptijden"))
		case strings.HasPrefix(s, "Per groep: "):
			wrong = counts(strings.TrimPrefix(s, "Per groep: "), groups)
		case strings.HasPrefix(s, "Per fase: "):
			wrong = counts(strings.TrimPrefix(s, "Per fase: "), phases)
		case strings.HasPrefix(s, "Project "):
			var all []string
			for _, r := range tl.Rows {
				all = append(all, r.Name+": van "+dayIn(r.Start)+" tot "+dayIn(r.End))
			}
			wrong = differs(s, strings.Join(all, "; ")+".")
		default:
			wrong = "nobody checks this"
		}
		if wrong != "" {
			l.fail("the timeline: %q: %s", s, wrong)
		}
	}
}

func dayIn(d time.Time) string { return fmt.Sprintf("%02d/%02d/%d", d.Day(), d.Month(), d.Year()) }

// radar checks the scores of a neighbourhood.
func (l *listener) radar(r charts.Radar, text string) {
	score := func(year int, function string) *rat {
		for _, s := range l.Scores {
			if s.Year == year && s.Function == function {
				return exactly(s.Score.Value)
			}
		}
		return nil
	}
	year := r.Series[0].Name
	list := func() (out []spot) {
		for _, a := range r.Axes {
			if v := score(yearNamed(year), a); v != nil {
				out = append(out, spot{category: a, text: inDutch(v, 0), v: v})
			}
		}
		return out
	}
	for _, s := range sentencesOf(text) {
		if before, after, ok := strings.Cut(s, ": "); ok && regexp.MustCompile(`^20\d\d$`).MatchString(before) {
			year, s = before, after
		}
		wrong := ""
		m, even := extremeForm.FindStringSubmatch(s), evenForm.FindStringSubmatch(s)
		switch {
		case m != nil:
			wrong = extremeIs(m[1] == "Hoogste", m[3], m[4], list(), func(s spot) string { return s.category })
		case even != nil:
			for _, one := range list() {
				wrong = either(wrong, differs(one.text, even[2]))
			}
		case strings.HasPrefix(s, "Waarden: ") || strings.HasPrefix(s, "Waarde: "):
			var all []string
			for _, one := range list() {
				all = append(all, one.category+": "+one.text)
			}
			_, said, _ := strings.Cut(s, ": ")
			wrong = differs(said, strings.Join(all, "; ")+".")
		case strings.HasPrefix(s, "Scores van "):
			wrong = differs(s, fmt.Sprintf("Scores van 1 tot 5 op %d %s.", len(r.Axes), map[bool]string{true: "onderdeel", false: "onderdelen"}[len(r.Axes) == 1]))
		default:
			wrong = "nobody checks this"
		}
		if wrong != "" {
			l.fail("the profile of %s: %q: %s", year, s, wrong)
		}
	}
}

// spark checks the line beside a key figure.
func (l *listener) spark(label, alt string) {
	truth := map[string]func(year int) *rat{
		"Deelnames aan activiteiten":                  func(y int) *rat { return l.participations(y, "", "") },
		"Vrijwilligers":                               func(y int) *rat { return l.volunteers(y, "") },
		"Personeelsinzet":                             func(y int) *rat { return l.fte(y, "", "") },
		"Georganiseerde activiteiten":                 func(y int) *rat { return l.activities(y, "", "") },
		"Contacten met partners en oplossingsactoren": func(y int) *rat { return l.contacts(y, "", "") },
		"Formele vorming van medewerkers":             func(y int) *rat { return l.training(y, model.TrainingFormal) },
		"Afgeronde beleidsdossiers":                   func(y int) *rat { return l.dossiers(y, "", "") },
	}[label]
	_, values, ok := strings.Cut(alt, "Trendlijn: "+label+". Waarden: ")
	if truth == nil || !ok {
		l.fail("nobody checks the line %q", alt)
		return
	}
	for _, part := range strings.Split(strings.TrimSuffix(values, "."), "; ") {
		year, said, _ := strings.Cut(part, ": ")
		number, unit, _ := strings.Cut(said, " ")
		_, fraction, _ := strings.Cut(number, ",")
		v := truth(yearNamed(year))
		if v == nil || number != inDutch(v, len(fraction)) || unit == "" {
			l.fail("the line of %s says %q of %s, which is %v", label, said, year, v)
		}
	}
}
