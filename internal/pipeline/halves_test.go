package pipeline

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"voortgang/charts"
	"voortgang/internal/document"
	"voortgang/internal/prose"
	"voortgang/render/figures"
)

// Exact halves are rounded in the same way in everything that people read: the
// sentences, the charts and what is said of them, the tables, the texts, the
// web page, the list of figures and the trace of one.
func TestExactHalvesInEveryOutput(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "voortgang.yaml", settings+"  - naam: Onderwijs\n")
	put(t, dir, "gegevens/VTE.csv", "jaar;thema;vte_met_doelgroep;vte_zonder_doelgroep\n2021;Wonen;1,625;0,5\n2021;Onderwijs;1,3;0,3\n2020;Wonen;1;0\n2020;Onderwijs;0,5;0,5\n")
	put(t, dir, "gegevens/Middelen.csv", "jaar;thema;bron;bedrag_eur\n2021;Wonen;Enveloppe;25000,50\n2021;Onderwijs;Lokaal bestuur;12500,50\n2020;Wonen;Enveloppe;2\n")
	put(t, dir, "gegevens/Personeelsformatie.csv", "jaar;norm_vte;gerealiseerd_vte;sociale_maribel_vte\n2021;2;2,125;0,045\n")
	put(t, dir, "teksten/indicatoren/vte.md", "Voor Wonen {{ cijfer \"vte.thema.wonen\" }}, {{ verschil \"vte.thema.wonen\" }}; bij Onderwijs {{ cijfer \"vte.aandeel_doelgroep.thema.onderwijs\" }}.\n")
	c, _, err := Build(context.Background(), Options{Dir: dir, Version: "1", Draft: true, Format: HTML})
	if err != nil {
		t.Fatal(err)
	}
	outputs := map[string]string{}
	add := func(name string, texts ...string) {
		outputs[name] += strings.ReplaceAll(strings.Join(texts, "\n"), "\u00a0", " ") + "\n"
	}
	for _, block := range c.Document.Blocks {
		switch block := block.(type) {
		case document.Paragraph:
			if block.Tone == document.Lead || block.Tone == document.Body {
				add("sentences", prose.Plain(block.Text))
			}
		case document.Chart:
			add("alternative texts", block.Chart.Alt())
			for _, op := range charts.Record(block.Chart).Ops {
				add("charts", op.Text)
			}
		case document.Table:
			for _, row := range block.Rows {
				for _, cell := range row.Cells {
					add("tables", prose.Plain(cell.Text))
				}
			}
		}
	}
	page, err := os.ReadFile(c.WebPath)
	if err != nil {
		t.Fatal(err)
	}
	add("the web page", string(page))
	var b bytes.Buffer
	if err := figures.Table(&b, c.Figures); err != nil {
		t.Fatal(err)
	}
	add("indicatoren", b.String())
	b.Reset()
	for _, key := range []string{"vte.thema.wonen", "vte.aandeel_doelgroep.thema.onderwijs", "middelen.bron.enveloppe", "middelen.bron.lokaal-bestuur", "personeelsformatie.surplus", "personeelsformatie.maribel"} {
		if err := figures.Trace(&b, c.Figures.Get(key)); err != nil {
			t.Fatal(err)
		}
	}
	add("herleid", b.String())
	list, err := figures.JSON(c.Figures)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"waarde": 2.125`, `"afgerond": "2,13"`, `"afgerond": "25.001"`, `"vorige_afgerond": "1,00"`} {
		if !strings.Contains(string(list), want) {
			t.Errorf("the JSON lacks %s", want)
		}
	}

	// 2,125; 81,25; 25.000,50; 12.500,50; 0,125; 0,045; and a difference of 1,125.
	for name, texts := range map[string]string{
		"sentences":         "2,13|81,3",
		"alternative texts": "2,13|81,3|25.001|12.501",
		"charts":            "2,13|81,3|25.001|12.501",
		"tables":            "2,13|81,3|25.001|12.501|+1,13|0,05",
		"the web page":      "2,13|81,3|25.001|12.501|+1,13|1,13 meer|0,05",
		"indicatoren":       "2,13|81,3|25.001|12.501|0,13|0,05",
		"herleid":           "2,13|81,3|25.001|12.501|0,13|0,05",
	} {
		for _, want := range strings.Split(texts, "|") {
			if !strings.Contains(outputs[name], want) {
				t.Errorf("%s lack %s", name, want)
			}
		}
	}
	for name, text := range outputs {
		for _, wrong := range []string{"2,12 ", "2,12\n", "2,12<", "81,2 ", "81,2\n", "81,2<", "12.500 ", "12.500\n", "12.500<", "25.000 ", "25.000\n", "25.000<", "0,12 ", "0,04 "} {
			if at := strings.Index(text, wrong); at >= 0 {
				t.Errorf("%s say %q: …%s…", name, wrong, text[max(0, at-60):min(len(text), at+20)])
			}
		}
	}
	// What is to be reckoned with keeps all decimals.
	for _, a := range c.Document.Attachments {
		if strings.Contains(a.Name, "-vte.csv") && !strings.Contains(string(a.Bytes), "2,125") {
			t.Errorf("%s lacks the full value", a.Name)
		}
	}
}
