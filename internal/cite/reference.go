package cite

import (
	"fmt"
	"math"
	"strings"

	"github.com/agext/levenshtein"

	"voortgang/internal/dutch"
	"voortgang/internal/model"
	"voortgang/internal/prose"
)

// ProblemKind says why a reference in a narrative can't be filled in.
type ProblemKind int

// The kinds of problem.
const (
	// UnknownFunction: the name is not cijfer, verschil or aandeel.
	UnknownFunction ProblemKind = iota
	// WrongArguments: too many or too few keys.
	WrongArguments
	// UnknownKey: no figure has the key.
	UnknownKey
	// NoValue: the figure isn't known in a year that is needed.
	NoValue
	// DivisionByZero: the share of a figure that is 0.
	DivisionByZero
	// UnknownSection: the report has no such section.
	UnknownSection
	// NotTold: the figure is withheld, and a difference or share would give it
	// away.
	NotTold
)

// Problem is what is wrong with a reference, for a finding.
type Problem struct {
	Kind ProblemKind
	// Found is the part of the reference that is wrong, Expected what should
	// stand there, Proposal what to write instead when that can be told.
	Found, Expected, Proposal string
	// Message is a Dutch sentence or two that end with what to do.
	Message string
}

// Functions lists what a reference may be, with an example of each.
func Functions() []string {
	return []string{`{{ cijfer "vte.totaal" }}`, `{{ verschil "vte.totaal" }}`, `{{ aandeel "activiteiten.soort.acties" "activiteiten.totaal" }}`}
}

// Resolve fills in a reference:
//
//   - cijfer "a" [year]: the figure as Write writes it, "51,79";
//   - verschil "a" [year]: the difference of the report's year with the given
//     one, or with the year before: "5,26 meer", "5,26 minder", "evenveel";
//     of a percentage "1,2 procentpunt meer";
//   - aandeel "a" "b" [year]: a in percent of b, "24,5 %".
func Resolve(ref prose.Reference, figs *model.Figures) (string, *Problem) {
	keys := 1
	switch ref.Name {
	case "cijfer", "verschil":
	case "aandeel":
		keys = 2
	default:
		return "", unknownFunction(ref.Name)
	}
	if len(ref.Keys) != keys {
		return "", wrongArguments(ref, keys)
	}
	var found []*model.Figure
	for _, key := range ref.Keys {
		fig := figs.Get(key)
		if fig == nil {
			return "", unknownKey(key, figs)
		}
		found = append(found, fig)
	}
	switch ref.Name {
	case "verschil":
		return difference(found[0], ref.Year)
	case "aandeel":
		return portion(found[0], found[1], ref.Year)
	}
	v, problem := valueIn(found[0], ref.Year)
	if problem != nil && v.Withheld != model.Small {
		return "", problem
	}
	return Write(found[0], v), nil
}

// valueIn gives the value of a year, of the report's year for 0.
func valueIn(fig *model.Figure, year int) (model.Value, *Problem) {
	v := fig.Now
	if year != 0 {
		v = fig.In(year)
	}
	switch {
	case v.Known:
		return v, nil
	case v.Withheld != model.Shown:
		return v, notTold(fig, v)
	}
	var years []string
	for _, known := range fig.Years {
		if known.HasData() {
			years = append(years, fmt.Sprint(known.Year))
		}
	}
	p := &Problem{Kind: NoValue, Found: fmt.Sprint(v.Year), Expected: "een jaar met gegevens"}
	if len(years) == 0 {
		p.Message = fmt.Sprintf("Voor ‘%s’ (%s) zijn er geen gegevens. Vul ze aan, of haal de verwijzing weg.", fig.Key, fig.Title)
	} else {
		p.Expected = dutch.JoinOr(years)
		p.Message = fmt.Sprintf("‘%s’ (%s) heeft geen waarde voor %d, wel voor %s. Vul de gegevens van dat jaar aan, of haal de verwijzing weg.",
			fig.Key, fig.Title, v.Year, dutch.Join(years))
	}
	return v, p
}

// notTold says that a figure can't stand in a text.
func notTold(fig *model.Figure, v model.Value) *Problem {
	why := "het om een kleine groep gaat"
	if v.Withheld == model.Covered {
		why = "een lezer er een kleine groep uit kan berekenen"
	}
	return &Problem{Kind: NotTold, Found: fig.Key, Expected: "een cijfer dat getoond wordt",
		Message: fmt.Sprintf("‘%s’ (%s) wordt voor %d niet getoond, omdat %s. Haal de verwijzing weg.", fig.Key, fig.Title, v.Year, why)}
}

func difference(fig *model.Figure, year int) (string, *Problem) {
	if year == 0 {
		year = fig.Now.Year - 1
	}
	now, problem := valueIn(fig, 0)
	if problem != nil {
		return "", problem
	}
	then, problem := valueIn(fig, year)
	if problem != nil {
		return "", problem
	}
	return Difference(fig, now.Value-then.Value), nil
}

// Difference writes how much more or less a figure is: "5,26 meer",
// "1,2 procentpunt minder", "evenveel"; "nagenoeg evenveel" when what differs is
// rounded away.
func Difference(fig *model.Figure, delta float64) string {
	size := dutch.Round(math.Abs(delta), fig.Decimals)
	switch {
	case dutch.Round(delta, 8) == 0:
		return "evenveel"
	case size == 0:
		return "nagenoeg evenveel"
	}
	text := dutch.Number(size, fig.Decimals)
	switch fig.Unit {
	case model.UnitPercent:
		text += dutch.NBSP + "procentpunt"
	case model.UnitEuro:
		text = dutch.Euro(size)
	case model.UnitYears:
		text += dutch.NBSP + string(model.UnitYears)
	}
	if delta < 0 {
		return text + " minder"
	}
	return text + " meer"
}

func portion(a, b *model.Figure, year int) (string, *Problem) {
	of, problem := valueIn(a, year)
	if problem != nil {
		return "", problem
	}
	whole, problem := valueIn(b, year)
	if problem != nil {
		return "", problem
	}
	if whole.Value == 0 {
		return "", &Problem{Kind: DivisionByZero, Found: b.Key, Expected: "een cijfer dat niet 0 is",
			Message: fmt.Sprintf("‘%s’ (%s) is 0 in %d, dus daar is geen aandeel van te berekenen. Haal de verwijzing weg, of kies een ander cijfer.", b.Key, b.Title, whole.Year)}
	}
	return write(model.UnitPercent, 1, 100*of.Value/whole.Value), nil
}

func unknownFunction(name string) *Problem {
	p := &Problem{Kind: UnknownFunction, Found: name, Expected: "cijfer, verschil of aandeel"}
	p.Proposal = nearest(name, []string{"cijfer", "verschil", "aandeel", SectionFunction})
	p.Message = fmt.Sprintf("‘%s’ bestaat niet. Een verwijzing begint met cijfer, verschil of aandeel, zoals %s.", name, Functions()[0])
	if p.Proposal != "" {
		p.Message = fmt.Sprintf("‘%s’ bestaat niet. Bedoel je ‘%s’?", name, p.Proposal)
	}
	return p
}

func wrongArguments(ref prose.Reference, want int) *Problem {
	example := map[string]int{"cijfer": 0, "verschil": 1, "aandeel": 2}[ref.Name]
	return &Problem{Kind: WrongArguments, Found: ref.Raw, Expected: Functions()[example],
		Message: fmt.Sprintf("‘%s’ vraagt %s tussen aanhalingstekens, hier %s. Schrijf bijvoorbeeld %s.", ref.Name,
			dutch.Plural(want, "cijfer", "cijfers"), stand(len(ref.Keys)), Functions()[example])}
}

func stand(n int) string {
	if n == 1 {
		return "staat er 1"
	}
	return fmt.Sprintf("staan er %d", n)
}

func unknownKey(key string, figs *model.Figures) *Problem {
	keys := make([]string, 0, len(figs.All()))
	for _, f := range figs.All() {
		keys = append(keys, f.Key)
	}
	p := &Problem{Kind: UnknownKey, Found: key, Expected: "een cijfer uit ‘voortgang indicatoren’", Proposal: nearest(key, keys)}
	if p.Proposal != "" {
		p.Message = fmt.Sprintf("Het cijfer ‘%s’ bestaat niet. Bedoel je ‘%s’?", key, p.Proposal)
		return p
	}
	p.Message = fmt.Sprintf("Het cijfer ‘%s’ bestaat niet. Met ‘voortgang indicatoren’ zie je alle cijfers.", key)
	return p
}

// nearest gives the word that takes the fewest changed letters, when those are
// few enough for a slip of the pen: at most a third of the word.
func nearest(word string, list []string) string {
	best, fewest := "", max(2, len(word)/3)+1
	for _, w := range list {
		if d := levenshtein.Distance(strings.ToLower(word), w, nil); d < fewest {
			best, fewest = w, d
		}
	}
	return best
}
