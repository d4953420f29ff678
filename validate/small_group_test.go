package validate

import (
	"strings"
	"testing"

	"voortgang/config"
	"voortgang/internal/disclosure"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/prose"
)

// people makes figures that count people in 2021, each under its key.
func people(counts map[string]float64) *model.Figures {
	figs := model.NewFigures(2021)
	for _, key := range []string{"a", "b", "c", "d", "e", "f", "g", "h"} {
		if n, ok := counts[key]; ok {
			figs.Add(&model.Figure{Key: key, Unit: model.UnitCount, People: true, Now: model.Value{Year: 2021, Value: n, Known: true}})
		}
	}
	return figs
}

func TestSmallGroups(t *testing.T) {
	cfg := config.Defaults()
	for _, c := range []struct {
		name   string
		counts map[string]float64
		least  int
		want   string
	}{
		{"nothing small", map[string]float64{"a": 5, "b": 0}, 5, ""},
		{"no threshold", map[string]float64{"a": 1}, 0, ""},
		{"one", map[string]float64{"a": 4, "b": 9}, 5,
			"1 cijfer gaat over minder dan 5 mensen en staat in het rapport als ‘<\u00a05’: a. Noem dat aantal ook niet in de teksten."},
		{"many", map[string]float64{"a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 1, "g": 1}, 5,
			"7 cijfers gaan over minder dan 5 mensen en staan in het rapport als ‘<\u00a05’: a, b, c, d, e en nog 2. Noem die aantallen ook niet in de teksten."},
	} {
		figs := people(c.counts)
		var got []string
		for _, f := range Text(nil, &model.Dataset{Projects: []*model.Project{{}}}, figs, disclosure.Protect(figs, c.least), &cfg) {
			if f.Code() == "X07" {
				got = append(got, f.Message)
			}
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: got %q, want %q", c.name, s, c.want)
		}
	}
}

// What is covered is told too, and a reference may name a small group but not
// what would give one away.
func TestSmallGroupsInTexts(t *testing.T) {
	figs := people(map[string]float64{"a": 13, "b": 3, "c": 10})
	figs.Sums = []model.Sum{{Total: "a", Parts: []string{"b", "c"}}}
	ref := func(name, key string) prose.Block {
		return prose.Paragraph{Text: []prose.Inline{{Ref: &prose.Reference{Name: name, Keys: []string{key}}}}}
	}
	texts := []*model.Narrative{{Name: "x", Blocks: []prose.Block{ref("cijfer", "b"), ref("cijfer", "a"), ref("cijfer", "c"), ref("verschil", "b")}}}
	cfg := config.Defaults()
	var said, refused []finding.Finding
	for _, f := range Text(texts, &model.Dataset{Projects: []*model.Project{{}}}, figs, disclosure.Protect(figs, 5), &cfg) {
		switch f.Rule {
		case ruleSmallGroup:
			said = append(said, f)
		case ruleWrongReference:
			refused = append(refused, f)
		}
	}
	if len(said) != 1 || !strings.Contains(said[0].Message, "1 ander cijfer staat er als ‘*’, omdat een lezer een kleine groep eruit kan berekenen: c.") {
		t.Errorf("said %v", said)
	}
	if len(refused) != 2 || refused[0].Found != "c" || refused[1].Found != "b" {
		t.Errorf("refused %v", refused)
	}
}
