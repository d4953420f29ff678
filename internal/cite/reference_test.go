package cite

import (
	"strings"
	"testing"

	"voortgang/internal/dutch"
	"voortgang/internal/model"
	"voortgang/internal/prose"
)

// figuresOfThreeYears has the values of 2021, 2020 and 2019, in that order.
func figuresOfThreeYears() *model.Figures {
	figs := model.NewFigures(2021)
	for _, f := range []struct {
		key      string
		unit     model.Unit
		decimals int
		values   []float64
	}{
		{"vte.totaal", model.UnitFTE, 2, []float64{51.79, 46.53}},
		{"vte.thema.wonen", model.UnitFTE, 2, []float64{51.79, 46.53}},
		{"vte.aandeel_doelgroep", model.UnitPercent, 1, []float64{77.717, 77.369}},
		{"middelen.totaal", model.UnitEuro, 0, []float64{11362256, 11363256}},
		{"activiteiten.totaal", model.UnitCount, 0, []float64{2, 1, 2}},
		{"activiteiten.soort.acties", model.UnitCount, 0, []float64{1, 0, 0}},
		{"activiteiten.soort.werkgroepen", model.UnitCount, 0, []float64{1, 1, 2}},
		{"activiteiten.soort.uitstappen", model.UnitCount, 0, []float64{0, 0, 0}},
		{"ancienniteit.gemiddelde", model.UnitYears, 2, nil},
	} {
		fig := &model.Figure{Key: f.key, Title: "Titel van " + f.key, Unit: f.unit, Decimals: f.decimals, Now: model.Value{Year: 2021}}
		for i := len(f.values) - 1; i >= 0; i-- {
			fig.Years = append(fig.Years, model.Value{Year: 2021 - i, Value: f.values[i], Known: true})
		}
		if len(f.values) > 0 {
			fig.Now = fig.Years[len(fig.Years)-1]
		}
		figs.Add(fig)
	}
	return figs
}

func TestResolve(t *testing.T) {
	figs := figuresOfThreeYears()

	ref := func(name string, year int, keys ...string) prose.Reference {
		return prose.Reference{Name: name, Year: year, Keys: keys, Raw: "{{ " + name + " }}"}
	}
	for _, c := range []struct {
		ref  prose.Reference
		want string
	}{
		{ref("cijfer", 0, "vte.totaal"), "51,79"},
		{ref("cijfer", 2020, "vte.totaal"), "46,53"},
		{ref("cijfer", 2021, "vte.totaal"), "51,79"},
		{ref("cijfer", 0, "vte.aandeel_doelgroep"), "77,7 %"}, // 40.25 / 51.79 = 77.72
		{ref("cijfer", 0, "middelen.totaal"), "€ 11.362.256"},
		{ref("cijfer", 0, "activiteiten.soort.uitstappen"), "0"},
		{ref("verschil", 0, "vte.totaal"), "5,26 meer"},
		{ref("verschil", 0, "vte.aandeel_doelgroep"), "0,3 procentpunt meer"}, // 77.717 − 77.369
		{ref("verschil", 0, "middelen.totaal"), "€ 1.000 minder"},
		{ref("verschil", 0, "activiteiten.totaal"), "1 meer"},
		{ref("verschil", 2019, "activiteiten.totaal"), "evenveel"},
		{ref("verschil", 2019, "activiteiten.soort.werkgroepen"), "1 minder"},
		{ref("aandeel", 0, "activiteiten.soort.acties", "activiteiten.totaal"), "50,0 %"},
		{ref("aandeel", 2020, "activiteiten.soort.acties", "activiteiten.totaal"), "0,0 %"},
	} {
		got, problem := Resolve(c.ref, figs)
		if problem != nil {
			t.Errorf("%s %v %d: %s", c.ref.Name, c.ref.Keys, c.ref.Year, problem.Message)
		} else if got = strings.ReplaceAll(got, dutch.NBSP, " "); got != c.want {
			t.Errorf("%s %v %d is %q, want %q", c.ref.Name, c.ref.Keys, c.ref.Year, got, c.want)
		}
	}

	for _, c := range []struct {
		ref      prose.Reference
		kind     ProblemKind
		proposal string
		says     string
	}{
		{ref("cijfers", 0, "vte.totaal"), UnknownFunction, "cijfer", "Bedoel je ‘cijfer’?"},
		{ref("som", 0, "vte.totaal"), UnknownFunction, "", "cijfer, verschil of aandeel"},
		{ref("cijfer", 0), WrongArguments, "", "‘cijfer’ vraagt 1 cijfer tussen aanhalingstekens, hier staan er 0."},
		{ref("aandeel", 0, "vte.totaal"), WrongArguments, "", "‘aandeel’ vraagt 2 cijfers tussen aanhalingstekens, hier staat er 1."},
		{ref("cijfer", 0, "vte.totaall"), UnknownKey, "vte.totaal", "Bedoel je ‘vte.totaal’?"},
		{ref("cijfer", 0, "VTE.Totaal"), UnknownKey, "vte.totaal", "Bedoel je ‘vte.totaal’?"},
		{ref("cijfer", 0, "iets heel anders"), UnknownKey, "", "Met ‘voortgang indicatoren’ zie je alle cijfers."},
		{ref("aandeel", 0, "vte.totaal", "vte.thema.woonen"), UnknownKey, "vte.thema.wonen", "Bedoel je"},
		{ref("cijfer", 2018, "vte.totaal"), NoValue, "", "geen waarde voor 2018, wel voor 2020 en 2021"},
		{ref("verschil", 0, "ancienniteit.gemiddelde"), NoValue, "", "er geen gegevens"},
		{ref("aandeel", 0, "activiteiten.totaal", "activiteiten.soort.uitstappen"), DivisionByZero, "", "is 0 in 2021"},
	} {
		got, problem := Resolve(c.ref, figs)
		switch {
		case problem == nil:
			t.Errorf("%s %v %d gives %q, want a problem", c.ref.Name, c.ref.Keys, c.ref.Year, got)
		case problem.Kind != c.kind || problem.Proposal != c.proposal || !strings.Contains(problem.Message, c.says):
			t.Errorf("%s %v %d: kind %d, proposal %q, %s", c.ref.Name, c.ref.Keys, c.ref.Year, problem.Kind, problem.Proposal, problem.Message)
		case problem.Found == "" && problem.Kind != WrongArguments || problem.Expected == "" || got != "":
			t.Errorf("%s %v %d: found %q, expected %q, text %q", c.ref.Name, c.ref.Keys, c.ref.Year, problem.Found, problem.Expected, got)
		}
	}
}

func TestWrite(t *testing.T) {
	for _, c := range []struct {
		unit              model.Unit
		decimals          int
		value             float64
		text, bare, unit2 string
	}{
		{model.UnitFTE, 2, 51.79, "51,79", "51,79", "51,79 VTE"},
		{model.UnitFTE, 2, 10.265, "10,27", "10,27", "10,27 VTE"},
		{model.UnitFTE, 2, 0.1 + 0.2, "0,30", "0,30", "0,30 VTE"},
		{model.UnitFTE, 2, -0.375, "−0,38", "−0,38", "−0,38 VTE"},
		{model.UnitFTE, 2, -0.001, "0,00", "0,00", "0,00 VTE"},
		{model.UnitPercent, 1, 83.4910, "83,5 %", "83,5", "83,5 %"},
		{model.UnitPercent, 1, 83.45, "83,5 %", "83,5", "83,5 %"},
		{model.UnitEuro, 0, 11362256.2, "€ 11.362.256", "11.362.256", "€ 11.362.256"},
		{model.UnitHours, 0, 1451, "1.451", "1.451", "1.451 uren"},
		{model.UnitHours, 0, 1, "1", "1", "1 uur"},
		{model.UnitYears, 2, 17.25, "17,25", "17,25", "17,25 jaar"},
		{model.UnitCount, 0, 34, "34", "34", "34"},
		{model.UnitCount, 0, 1e15, "1.000.000.000.000.000", "1.000.000.000.000.000", "1.000.000.000.000.000"},
	} {
		fig := &model.Figure{Unit: c.unit, Decimals: c.decimals}
		v := model.Value{Value: c.value, Known: true}
		for _, p := range [][2]string{{Write(fig, v), c.text}, {WriteBare(fig, v), c.bare}, {WriteUnit(fig, v), c.unit2}} {
			if got := strings.ReplaceAll(p[0], dutch.NBSP, " "); got != p[1] {
				t.Errorf("%v %s is %q, want %q", c.value, c.unit, got, p[1])
			}
		}
		if Write(fig, model.Value{}) != Unknown || WriteBare(fig, model.Value{}) != Unknown || WriteUnit(fig, model.Value{}) != Unknown {
			t.Errorf("%s: a value that isn't known must be a dash", c.unit)
		}
	}
}

// A figure that is withheld can be named when it is a small group, but not be
// compared or shared out.
func TestWithheldFigures(t *testing.T) {
	figs := model.NewFigures(2021)
	put := func(key string, now, before model.Value) {
		now.Year, before.Year = 2021, 2020
		figs.Add(&model.Figure{Key: key, Title: "T", Unit: model.UnitCount, Now: now, Years: []model.Value{before, now}})
	}
	shown := model.Value{Value: 9, Known: true}
	put("klein", model.Value{Withheld: model.Small, Below: 5}, shown)
	put("bedekt", model.Value{Withheld: model.Covered}, shown)
	put("groot", shown, shown)
	for _, c := range []struct {
		name string
		keys []string
		year int
		want string
	}{
		{"cijfer", []string{"klein"}, 0, "minder dan 5"},
		{"cijfer", []string{"klein"}, 2020, "9"},
		{"cijfer", []string{"bedekt"}, 0, "!"},
		{"verschil", []string{"klein"}, 0, "!"},
		{"aandeel", []string{"klein", "groot"}, 0, "!"},
		{"aandeel", []string{"groot", "bedekt"}, 0, "!"},
		{"aandeel", []string{"klein", "groot"}, 2020, "100,0\u00a0%"},
	} {
		got, p := Resolve(prose.Reference{Name: c.name, Keys: c.keys, Year: c.year}, figs)
		if p != nil {
			got = "!"
			if p.Kind != NotTold || !strings.Contains(p.Message, "niet getoond") || strings.Contains(p.Message, "9") {
				t.Errorf("%s %v: %+v", c.name, c.keys, p)
			}
		}
		if got != c.want {
			t.Errorf("%s %v %d: got %q, want %q", c.name, c.keys, c.year, got, c.want)
		}
	}
}
