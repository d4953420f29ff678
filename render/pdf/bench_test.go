package pdf

import (
	"fmt"
	"testing"

	"voortgang/charts"
	"voortgang/internal/document"
	"voortgang/internal/prose"
)

// sentence is made-up Dutch with long compounds, a number with a no-break
// space and a dash.
const sentence = "De buurtwerkers bouwden het voorbije jaar aan een samenlevingsopbouw die vertrekt van de leefwereld van maatschappelijk kwetsbare bewoners. Samen met het gemeentebestuur, de huisvestingsmaatschappij en verschillende vrijwilligersorganisaties werkten we aan betaalbare woningen – en aan een onderwijs dat alle kinderen kansen geeft. De telefonische permanentie bereikte 1.451 mensen, 83,5\u00a0% daarvan uit de doelgroep. "

// words gives about n bytes of text.
func words(n int) []prose.Inline {
	text := ""
	for len(text) < n {
		text += sentence
	}
	for n < len(text) && text[n] != ' ' {
		n++
	}
	return prose.Text(text[:n])
}

func plainTable(rows, columns int) document.Table {
	t := document.Table{Caption: "Inzet van personeel per thema", RowHeaders: true, Columns: []document.Column{{Head: "Thema"}}}
	for i := 1; i < columns; i++ {
		t.Columns = append(t.Columns, document.Column{Head: fmt.Sprintf("%d (VTE)", 2021-columns+1+i), Align: prose.Right})
	}
	for i := range rows {
		row := document.Row{Cells: []document.Cell{{Text: prose.Text(fmt.Sprintf("Krachtige steden en buurten %d", i+1))}}}
		for k := 1; k < columns; k++ {
			row.Cells = append(row.Cells, document.Cell{Text: prose.Text(fmt.Sprintf("%d,%02d", i*k, (i*7+k)%100))})
		}
		if rows > 2 && i == rows-1 {
			row.Kind = document.Total
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// bigReport is a report of the size of the example: some 130 pages.
func bigReport() *document.Document {
	d := &document.Document{Title: "Voortgangsrapport 2021", Language: "nl-BE", Year: 2021, Foot: "voortgangsrapport 2021"}
	d.Blocks = append(d.Blocks, document.Contents{Title: "Inhoud", Depth: 3})
	themes := []string{"Steden en buurten", "Wonen", "Onderwijs", "Sociale bescherming", "Energie"}
	steps := []string{"niet gestart", "gestart", "deels bereikt", "doelstellingen bereikt", "overtroffen"}
	for c := range 4 {
		d.Blocks = append(d.Blocks, document.ChapterOpening{Heading: document.Heading{Level: 1, Number: fmt.Sprint(c + 1), Text: "Hoofdstuk over iets"}, Lead: words(200)})
		for s := range 13 {
			d.Blocks = append(d.Blocks,
				document.Heading{Level: 2, Number: fmt.Sprintf("%d.%d", c+1, s+1), Text: "Hoeveel personeel zetten we in?", ID: fmt.Sprintf("s%d-%d", c, s)},
				document.Paragraph{Text: words(100), Tone: document.Lead},
				document.Chart{Title: "Inzet", Subtitle: "VTE", Chart: charts.Bars{Base: charts.Base{Unit: "VTE", Decimals: 2, Height: 170}, Categories: themes,
					Series: []charts.Series{{Name: "2020", Values: []float64{10.26, 8, 7, 6, 5}, Pale: true}, {Name: "2021", Values: []float64{13.93, 9, 7.5, 6.2, 4}}}}},
				plainTable(14, 4),
				document.Heading{Level: 3, Number: fmt.Sprintf("%d.%d.1", c+1, s+1), Text: "Toelichting"},
				document.Card{Title: "Vaste gegevens", Theme: 1, Facts: []document.Fact{{Label: "Gemeente", Text: prose.Text("Genk")}, {Label: "Omschrijving", Text: words(300)}}},
				document.Scale{Label: "Samenwerking", Steps: steps, Reached: 3, Theme: 2})
			for range 6 {
				d.Blocks = append(d.Blocks, document.Paragraph{Text: words(700)},
					document.List{List: prose.List{Items: []prose.Item{{Text: words(120)}, {Text: words(60), Sub: &prose.List{Items: []prose.Item{{Text: words(90)}}}}}}})
			}
		}
	}
	return d
}

func BenchmarkRender(b *testing.B) {
	d := bigReport()
	b.ReportAllocs()
	var r Result
	for b.Loop() {
		var err error
		if r, err = Render(d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(r.Pages), "pages")
	b.ReportMetric(float64(len(r.Bytes)), "bytes")
}

func BenchmarkLayout(b *testing.B) {
	d := bigReport()
	for b.Loop() {
		testLayout(d)
	}
}
