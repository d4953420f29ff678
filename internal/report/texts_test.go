package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"voortgang/internal/document"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/prose"
)

func TestReferencesAreFilledIn(t *testing.T) {
	doc, _ := build(smallInput())
	text := dump(doc)
	for _, want := range []string{"We zetten 4,50 VTE in.", "Meer personeel, 1,50 meer dan vorig jaar.", "| Dossiers | 1", `Onbekend: {{ cijfer "bestaat.niet" }}.`} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in the report", want)
		}
	}
	if n := strings.Count(text, "{{"); n != 1 {
		t.Errorf("%d references are left", n)
	}
}

// What follows a difference goes with it.
func TestAsManyAs(t *testing.T) {
	for want, before := range map[string]float64{"Dat is 2 meer dan in 2020.": 1, "Dat is evenveel als in 2020.": 3} {
		in := smallInput()
		in.Texts = []*model.Narrative{narrative("voorwoord", "Dat is {{ verschil \"activiteiten.totaal\" }} dan in 2020.")}
		in.Figures = model.NewFigures(2021)
		in.Figures.Add(one("activiteiten.totaal", model.UnitCount, 0, 3, before))
		doc, _ := build(in)
		if got := spaced(dump(doc)); !strings.Contains(got, want) {
			t.Errorf("%q is missing", want)
		}
	}
}

func TestTextWithoutAPlaceIsReported(t *testing.T) {
	for name, proposal := range map[string]string{
		"themas/woonen": "themas/wonen", "indicatoren/vtee": "indicatoren/vte", "signaal": "", "iets/heel-anders": "",
		"voorwoordje": "voorwoord", "themas/wonen": "-", "vrijwilligers": "indicatoren/vrijwilligers",
	} {
		in := Input{Config: configure("Wonen"), Texts: []*model.Narrative{narrative(name, "Tekst.")}}
		_, found := Build(in)
		switch {
		case proposal == "-":
			if len(found) > 0 {
				t.Errorf("%s: %s", name, found[0].Message)
			}
		case len(found) != 1 || found[0].Code() != "T06" || found[0].Proposal != proposal || found[0].Ref.File != "teksten/"+name+".md":
			t.Errorf("%s: %+v", name, found)
		}
	}
}

func TestMissingLogoIsReported(t *testing.T) {
	_, found := Build(smallInput())
	var codes []string
	for _, f := range found {
		codes = append(codes, f.Code()+" "+f.Found)
	}
	if got := strings.Join(codes, ", "); got != "C06 logo.png, T06 themas/woonen" {
		t.Errorf("found %s", got)
	}
}

// A heading of a text with nothing under it says so, or goes.
func TestEmptyHeadingsOfAText(t *testing.T) {
	for empty, want := range map[string]string{
		"melden":   "Realisaties, -, Buurten, Tekst., Aandacht, Klein, -",
		"weglaten": "Buurten, Tekst.",
	} {
		cfg := configure("Wonen")
		cfg.Sections.Empty = empty
		b := newBuilder(Input{Config: cfg})
		var got []string
		for _, block := range b.prose(narrative("themas/wonen", "## Realisaties\n\n## Buurten\n\nTekst.\n\n## Aandacht\n\n### Klein\n").Blocks, 3) {
			switch p := block.(type) {
			case document.Heading:
				got = append(got, p.Text)
			case document.Paragraph:
				text := prose.Plain(p.Text)
				if p.Tone == document.Missing {
					text = "-"
				}
				got = append(got, text)
			}
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%s: %s, want %s", empty, s, want)
		}
	}
}

func TestHeadingsOfATextFollowTheSection(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"the title of the file is dropped", "# Wonen\n\n## Realisaties\n\nTekst.", "4 Realisaties"},
		{"the highest level comes first", "### Realisaties\n\n#### Buurten\n\nTekst.\n\n### Aandacht\n\nx", "4 Realisaties, 5 Buurten, 4 Aandacht"},
		{"no level is skipped", "## Een\n\n##### Vijf\n\nTekst.", "4 Een, 5 Vijf"},
		{"never deeper than five", "## Een\n\n### Twee\n\n#### Drie\n\nTekst.", "4 Een, 5 Twee, 5 Drie"},
		{"a title further on is a heading", "Tekst.\n\n# Een\n\nTekst.", "4 Een"},
	} {
		b := newBuilder(Input{Config: configure("Wonen")})
		var got []string
		for _, block := range b.prose(b.withoutTitle(narrative("themas/wonen", c.text).Blocks, []string{"themas/wonen"}), 3) {
			if h, ok := block.(document.Heading); ok {
				got = append(got, string(rune('0'+h.Level))+" "+h.Text)
			}
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
	}
}

func TestCellsKeepTheirLists(t *testing.T) {
	b := newBuilder(Input{Config: configure("Wonen")})
	if got := spaced(inline(b.flat("Eerst.\n• een\n▬ twee\nDan.").Text)); got != "Eerst. ⏎ • een ⏎ – twee ⏎ Dan." {
		t.Errorf("flat: %q", got)
	}
}

func TestLinks(t *testing.T) {
	for _, c := range []struct {
		in   []string
		want string
	}{
		{nil, ""},
		{[]string{"https://www.nieuwsblad.be/cnt/1"}, "[nieuwsblad.be](https://www.nieuwsblad.be/cnt/1)"},
		{[]string{"https://a.be/1", "https://a.be/2", "https://b.be"}, "[a.be (1)](https://a.be/1), [a.be (2)](https://a.be/2), [b.be](https://b.be)"},
		{[]string{"www.a.be/x"}, "[a.be](https://www.a.be/x)"},
		{[]string{"zie de krant", "ftp://a.be", "http://[kapot"}, "zie de krant, ftp://a.be, http://[kapot"},
	} {
		if got := inline(linkified(c.in)); got != c.want {
			t.Errorf("%v gives %s, want %s", c.in, got, c.want)
		}
	}
}

// An indicator's text may have more than one name; it is used once.
func TestTextIsUsedOnce(t *testing.T) {
	in := smallInput()
	in.Texts = append(in.Texts, narrative("indicatoren/ancienniteit", "Twee toppen."))
	doc, _ := build(in)
	if n := strings.Count(dump(doc), "Twee toppen."); n != 1 {
		t.Errorf("the text stands %d times", n)
	}
}

// A text with words is printed or told of, whatever else there is to print.
func TestNoTextIsDropped(t *testing.T) {
	names := []string{"voorwoord", "evaluatie", "themas/wonen", "themas/bestaat-niet", "doelgroepbereik", "partnerschappen", "signalen", "verschuivingen", "indicatoren", "indicatoren/vte",
		"indicatoren/middelen", "projecten", "transversaal", "bijlagen", "meerjarenplan", "buurtprofielen", "verantwoording", "colofon", "zomaar"}
	for _, empty := range []string{"melden", "weglaten"} {
		cfg := configure("Wonen", "Onderwijs")
		cfg.Sections.Empty = empty
		in := Input{Config: cfg, Data: &model.Dataset{}, Figures: model.NewFigures(2021)}
		for i, name := range names {
			in.Texts = append(in.Texts, narrative(name, fmt.Sprintf("# Titel%dx\n\nWoord%dx.", i, i)))
		}
		doc, found := Build(in)
		all := dump(doc)
		for i, name := range names {
			told := slices.ContainsFunc(found, func(f finding.Finding) bool { return strings.Contains(f.Ref.File+f.Found, name) })
			if printed := strings.Contains(all, fmt.Sprintf("Woord%dx", i)) && strings.Contains(all, fmt.Sprintf("Titel%dx", i)); !printed && !told {
				t.Errorf("%s: %s is neither printed nor told of", empty, name)
			}
		}
	}
}
