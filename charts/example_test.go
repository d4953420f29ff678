package charts_test

import (
	"fmt"

	"voortgang/charts"
)

// Last year beside this year, in the colours of the categories.
func ExampleBars() {
	colors := charts.DefaultStyle().Many
	chart := charts.Bars{
		Base:       charts.Base{Title: "Waaraan werken we?", Unit: "VTE", Decimals: 1},
		Categories: []string{"Wonen", "Onderwijs"},
		Colors:     colors[:2],
		Series: []charts.Series{
			{Name: "2020", Values: []float64{9.1, 6.4}, Pale: true},
			{Name: "2021", Values: []float64{9.8, 6.9}},
		},
	}
	w, h := chart.Size()
	drawing := charts.Record(chart)
	fmt.Printf("%.0f × %.0f points, %d operations\n", w, h, len(drawing.Ops))
	// Output: 482 × 206 points, 29 operations
}

// A spark line is small enough to read as a drawing.
func ExampleRecord() {
	fmt.Print(charts.Record(charts.Spark{Values: []float64{1, 3, 2}}))
	// Output:
	// 72 × 16
	// stroke #5a5a5a 1.1 M 3 13 L 36 3 L 69 8
	// fill #004488 stroke #ffffff 0.5 M 71.2 8 Q 71.2 8.9 70.55 9.55 Q 69.9 10.2 69 10.2 Q 68.1 10.2 67.45 9.55 Q 66.8 8.9 66.8 8 Q 66.8 7.1 67.45 6.45 Q 68.1 5.8 69 5.8 Q 69.9 5.8 70.55 6.45 Q 71.2 7.1 71.2 8 Z
}

// The pages of a long timeline each draw themselves.
func ExampleTimeline_Pages() {
	t := charts.Timeline{From: 2019, To: 2022, Year: 2021}
	for i := range 48 {
		t.Rows = append(t.Rows, charts.Row{Name: fmt.Sprintf("Project %d", i+1)})
	}
	for _, page := range t.Pages(400) {
		fmt.Println(len(page.Rows), "rijen")
	}
	// Output:
	// 24 rijen
	// 24 rijen
}
