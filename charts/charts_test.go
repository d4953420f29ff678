package charts

import (
	"math"
	"strings"
	"testing"
)

func fills(d Drawing) map[string]int {
	out := map[string]int{}
	for _, op := range d.Ops {
		if op.Text == "" {
			out[op.Fill.String()]++
		}
	}
	return out
}

func texts(d Drawing) string {
	var out []string
	for _, op := range d.Ops {
		if op.Text != "" {
			out = append(out, op.Text)
		}
	}
	return strings.Join(out, "|")
}

// A series keeps its colour when others have no value.
func TestColoursDoNotShiftWithZeros(t *testing.T) {
	for _, mode := range []Mode{Grouped, Stacked, Percent} {
		b := Bars{Mode: mode, Categories: []string{"a"}, Series: []Series{{Name: "1", Values: []float64{0}}, {Name: "2", Values: []float64{math.NaN()}}, {Name: "3", Values: []float64{4}}}}
		if got := fills(Record(b))["#ddaa33"]; got < 2 { // legend and bar
			t.Errorf("mode %d: the third colour is used %d times", mode, got)
		}
	}
}

func TestAxisStartsAtZero(t *testing.T) {
	b := Bars{Categories: []string{"a", "b"}, Series: []Series{{Values: []float64{100, 101}}}}
	if got := texts(Record(b)); !strings.HasPrefix(got, "0|") {
		t.Errorf("texts %s", got)
	}
}

func TestPercentStacksFillTheAxis(t *testing.T) {
	d := Bars{Mode: Percent, Categories: []string{"a", "b"}, Series: []Series{{Values: []float64{1, 30}}, {Values: []float64{3, 30}}}}.data()
	for c, want := range [][]float64{{25, 100}, {50, 100}} {
		for i, p := range d.stack(c) {
			if p.to != want[i] {
				t.Errorf("category %d part %d ends at %g, want %g", c, i, p.to, want[i])
			}
		}
	}
}

func TestThinSegmentsStayUnlabelled(t *testing.T) {
	b := Bars{Mode: Stacked, Categories: []string{"a"}, Series: []Series{{Name: "veel", Values: []float64{990}}, {Name: "weinig", Values: []float64{7}}}}
	got := "|" + texts(Record(b)) + "|"
	if strings.Contains(got, "|7|") || !strings.Contains(got, "|990|") || !strings.Contains(got, "|997|") {
		t.Errorf("texts %s", got)
	}
}

func TestPaleSeriesIsATint(t *testing.T) {
	b := Bars{Categories: []string{"a"}, Series: []Series{{Name: "2020", Pale: true, Values: []float64{3}}, {Name: "2021", Values: []float64{4}}}}
	strong := DefaultStyle().Strong
	got := fills(Record(b))
	if got[strong.String()] != 2 || got[pale(strong).String()] != 2 {
		t.Errorf("fills %v", got)
	}
}

func TestHouseStyleReplacesColours(t *testing.T) {
	st := DefaultStyle()
	st.Strong = Hex("#123456")
	b := Bars{Base: Base{Style: &st}, Categories: []string{"a"}, Series: []Series{{Values: []float64{3}}}}
	if fills(Record(b))["#123456"] != 1 {
		t.Error("the house colour isn't used")
	}
}

func TestHeightIsKeptWhenItCan(t *testing.T) {
	for _, lying := range []bool{false, true} {
		b := Bars{Base: Base{Height: 260}, Horizontal: lying, Categories: themes, Series: []Series{{Values: []float64{1, 2, 3, 4, 5, 6}}}}
		if _, h := b.Size(); h > 260.5 {
			t.Errorf("lying %v: height %g", lying, h)
		}
	}
}

func TestTimelinePagesHoldAllRowsOnce(t *testing.T) {
	whole := projects()
	for _, room := range []float64{100, 300, 450, 700, 5000} {
		var names []string
		for _, page := range whole.Pages(room) {
			w, h := page.Size()
			if h > room+0.01 || w != FullWidth {
				t.Errorf("room %g: a page of %g × %g", room, w, h)
			}
			for _, r := range page.Rows {
				names = append(names, r.Name)
			}
			checkLayout(t, page)
		}
		if len(names) != len(whole.Rows) {
			t.Errorf("room %g: %d rows of %d", room, len(names), len(whole.Rows))
		}
	}
}

// A page of a timeline doesn't end with the first of a group's rows.
func TestTimelinePagesKeepGroupsTogether(t *testing.T) {
	whole := projects()
	size := map[string]int{}
	for _, r := range whole.Rows {
		size[r.Group]++
	}
	for room := 150.0; room < 600; room += 10 {
		pages := whole.Pages(room)
		for i, page := range pages[:len(pages)-1] {
			n := len(page.Rows)
			last := page.Rows[n-1].Group
			if n > 1 && page.Rows[n-2].Group != last && size[last] > 1 {
				t.Errorf("room %g: page %d ends with one row of %s", room, i+1, last)
			}
		}
	}
}

// A timeline that is given more height than it needs shares it among its rows.
func TestTimelineUsesItsHeight(t *testing.T) {
	one := projects()
	_, natural := one.Size()
	one.Height = natural + 2*float64(len(one.Rows))
	if _, h := one.Size(); h < one.Height-0.01 || h > one.Height+0.01 {
		t.Errorf("height %g, want %g", h, one.Height)
	}
	l := one.layout()
	used := l.top
	for _, line := range l.lines {
		used += line.height
	}
	if used < one.Height-3 {
		t.Errorf("the rows end at %g of %g", used, one.Height)
	}
	checkLayout(t, one)
}

func TestTimelineMarksTermsThatRunOut(t *testing.T) {
	one := Timeline{From: 2020, To: 2022, Rows: []Row{{Name: "binnen", Start: date(2020, 1, 1), End: date(2022, 12, 31)}}}
	if strings.Contains(texts(Record(one)), "verder") {
		t.Error("a term within the years is said to run on")
	}
	one.Rows[0].Start = date(2011, 1, 1)
	if got := texts(Record(one)); !strings.Contains(got, "loopt verder dan de getoonde jaren") || !strings.Contains(got, "2011") {
		t.Errorf("texts %s", got)
	}
	one.Rows[0].Start, one.Rows[0].End = date(2025, 1, 1), date(2026, 1, 1)
	if got := texts(Record(one)); !strings.Contains(got, "vanaf 2025") {
		t.Errorf("texts %s", got)
	}
}

func TestDonutGathersTinySlices(t *testing.T) {
	d := Donut{Of: "bronnen", Slices: []Slice{{"Groot", 970}, {"Klein", 10}, {"Kleiner", 9}, {"Kleinst", 8}, {"Niets", 0}, {"Onzin", math.NaN()}}}
	got := texts(Record(d))
	for _, want := range []string{"Overige 3 bronnen", "· Klein 1,0\u00a0%", "· Kleinst 0,8\u00a0%"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in %s", want, got)
		}
	}
	if strings.Contains(got, "Niets") || strings.Contains(got, "Onzin") {
		t.Errorf("slices without a part are shown: %s", got)
	}
}

// A ring can't show a part that is less than nothing, nor shares of such a
// whole.
func TestDonutWithANegativePart(t *testing.T) {
	d := Donut{Base: Base{Title: "Middelen", Unit: "euro"}, Slices: []Slice{{"Enveloppe", 1750000}, {"Andere", -12500}}}
	if got := d.Alt(); strings.Contains(got, "Ring") || strings.Contains(got, "%") || !strings.Contains(got, "Andere: −12.500") || !strings.Contains(got, "Samen 1.737.500") {
		t.Error(got)
	}
	if got := texts(Record(d)); strings.Contains(got, "%") || !strings.Contains(got, "−12.500") {
		t.Error(got)
	}
}

// Values that read the same are a tie.
func TestExtremesNameAllThatTie(t *testing.T) {
	b := Bars{Base: Base{Title: "T", Decimals: 1}, Categories: []string{"a", "b", "c"}, Series: []Series{{Values: []float64{2.04, 2.02, 1}}}}
	if got := b.Alt(); !strings.Contains(got, "Hoogste waarde: 2,0 (a; b)") {
		t.Error(got)
	}
}

// The norm of each year is a line in steps, with a label of the last.
func TestNormInSteps(t *testing.T) {
	b := Bars{Base: Base{Unit: "VTE", Decimals: 2}, Categories: []string{"2019", "2020", "2021"}, Series: []Series{{Values: []float64{24, 25, 26}}},
		Norm: &Norm{Label: "norm 2021", Values: []float64{24.1, math.NaN(), 25.9}}}
	if got := strings.ReplaceAll(b.Alt(), "\u00a0", " "); !strings.Contains(got, "Lijn in stappen: norm 2021, 2019: 24,10 VTE; 2021: 25,90 VTE.") {
		t.Error(got)
	}
	if got := strings.ReplaceAll(texts(Record(b)), "\u00a0", " "); !strings.Contains(got, "25,90 VTE") {
		t.Error(got)
	}
	b.Norm.Values = []float64{25, 25, 25}
	if got := strings.ReplaceAll(b.Alt(), "\u00a0", " "); !strings.Contains(got, "Lijn: norm 2021, 25,00 VTE.") {
		t.Error(got)
	}
}

func TestAlternativeTexts(t *testing.T) {
	tests := []struct {
		chart Chart
		want  string
	}{
		{Bars{Base: Base{Title: "Wie helpt er?", Unit: "vrijwilligers", UnitOne: "vrijwilliger"}, Sum: true, Categories: []string{"Wonen", "Onderwijs"}, Series: []Series{{Values: []float64{1, 20}}}},
			"Staafdiagram: Wie helpt er? Hoogste waarde: 20 vrijwilligers (Onderwijs). Laagste waarde: 1 vrijwilliger (Wonen). Samen 21 vrijwilligers. Waarden: Wonen: 1 vrijwilliger; Onderwijs: 20 vrijwilligers."},
		{Bars{Base: Base{Title: "Eén staaf"}, Categories: []string{"Wonen"}, Series: []Series{{Values: []float64{3}}}},
			"Staafdiagram: Eén staaf. Waarde: Wonen: 3."},
		{Bars{Base: Base{Title: "Gelijk", Unit: "uren"}, Categories: []string{"a", "b"}, Series: []Series{{Values: []float64{3, 3}}}},
			"Staafdiagram: Gelijk. Elke waarde is 3 uren. Waarden: a: 3 uren; b: 3 uren."},
		{Bars{Base: Base{Title: "Inzet", Decimals: 1, Unit: "VTE"}, Categories: []string{"a", "b"}, Norm: &Norm{Label: "Norm", Value: 2.5}, Series: []Series{{Name: "2020", Values: []float64{1.5, 2}}, {Name: "2021", Values: []float64{3, math.NaN()}}}},
			"Staafdiagram: Inzet. 2 categorieën met telkens 2020 en 2021. Hoogste waarde: 3,0 VTE (a, 2021). Laagste waarde: 1,5 VTE (a, 2020). Lijn: Norm, 2,5 VTE. Waarden: a: 1,5 VTE (2020) en 3,0 VTE (2021); b: 2,0 VTE (2020)."},
		{Donut{Base: Base{Title: "Bronnen", Unit: "euro"}, Slices: []Slice{{"A", 30}, {"B", 10}}},
			"Ringdiagram: Bronnen. Totaal: 40 euro in 2 delen. A: 75,0 % (30 euro); B: 25,0 % (10 euro)."},
		{Timeline{Base: Base{Title: "Projecten"}, Rows: []Row{{Name: "Een", Start: date(2020, 1, 1), End: date(2021, 6, 30)}}},
			"Tijdlijn: Projecten. 1 looptijd, van 2020 tot en met 2021. Een: van 01/01/2020 tot 30/06/2021."},
		{Heat{Base: Base{Title: "Kanalen", Unit: "acties", UnitOne: "actie"}, Rows: []string{"Krant"}, Columns: []string{"Pers", "Buurt"}, Values: [][]float64{{1, 4}}, Totals: true},
			"Matrix: Kanalen. 1 rij en 2 kolommen. Hoogste waarde: 4 acties (Krant, Buurt). Totaal: 5 acties. Waarden: Krant, Pers: 1 actie; Krant, Buurt: 4 acties."},
		{Spark{Base: Base{Title: "VTE"}, Labels: []string{"2020", "2021"}, Values: []float64{3, 4}},
			"Trendlijn: VTE. Waarden: 2020: 3; 2021: 4."},
		{Radar{Base: Base{Title: "Buurt"}, Axes: []string{"Zorg", "Netwerk", "Rol"}, Series: []Series{{Values: []float64{1, 4, 5}}}},
			"Radardiagram: Buurt. Scores van 1 tot 5 op 3 onderdelen. Hoogste score: 5 (Rol). Laagste score: 1 (Zorg). Waarden: Zorg: 1; Netwerk: 4; Rol: 5."},
		{Bars{Base: Base{Title: "Niets"}}, "Staafdiagram: Niets. Geen gegevens."},
	}
	for _, test := range tests {
		if got := strings.ReplaceAll(test.chart.Alt(), "\u00a0", " "); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

func TestDrawingIsTheSameEachTime(t *testing.T) {
	for _, s := range samples() {
		first, second := Record(s.chart).String(), Record(s.chart).String()
		if first != second {
			t.Errorf("%s differs", s.name)
		}
	}
}

// FuzzCharts draws every type from any bytes: names split at line ends, values
// made of eight bytes each.
func FuzzCharts(f *testing.F) {
	f.Add("Wonen\nOnderwijs\nSociale bescherming", []byte("12345678abcdefgh\x00\x00\x00\x00\x00\x00\xf0\x7f"), 300.0, 2)
	f.Add(strings.Repeat("lang", 80), []byte{}, 0.0, 0)
	f.Add("\xff\xfe\n\u202eabc\n👩‍👩‍👧", []byte("\xff\xff\xff\xff\xff\xff\xef\x7f\xff\xff\xff\xff\xff\xff\xef\xff"), -5.0, 9)
	f.Fuzz(func(t *testing.T, names string, bytes []byte, width float64, decimals int) {
		u := ugly{categories: strings.Split(names, "\n")}
		if len(u.categories) > 40 || len(bytes) > 800 {
			return
		}
		var row []float64
		for ; len(bytes) >= 8; bytes = bytes[8:] {
			var bits uint64
			for _, b := range bytes[:8] {
				bits = bits<<8 | uint64(b)
			}
			if row = append(row, math.Float64frombits(bits)); len(row) == max(2, len(u.categories)) {
				u.rows, row = append(u.rows, row), nil
			}
		}
		u.rows = append(u.rows, row)
		for _, s := range u.ofEachType() {
			for _, f := range faults(Record(s.chart)) {
				if strings.HasPrefix(f, "size") {
					t.Errorf("%s: %s", s.name, f)
				}
			}
			s.chart.Alt()
		}
		b := Bars{Base: Base{Width: width, Height: width, Decimals: decimals, ShowTitle: true, Title: names}, Categories: u.categories, Series: []Series{{Values: row}}}
		Record(b)
		Record(Radar{Base: b.Base, Axes: u.categories, Series: b.Series, Min: width, Max: float64(decimals)})
	})
}

// The thirteen charts of a report as drawings.
func BenchmarkThirteenCharts(b *testing.B) {
	all := samples()[:13]
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range all {
			Record(s.chart)
			s.chart.Alt()
		}
	}
}

func BenchmarkPNG300(b *testing.B) {
	c := samples()[1].chart
	for b.Loop() {
		if _, err := PNG(c, 300); err != nil {
			b.Fatal(err)
		}
	}
}
