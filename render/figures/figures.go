// Package figures writes the figures of the indicators for people and
// machines: as a table, as CSV, as JSON, and one figure with its provenance.
package figures

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"voortgang/internal/cite"
	"voortgang/internal/dutch"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// Table writes all figures as a table for a terminal: key, value, value of the
// year before, unit.
func Table(w io.Writer, figs *model.Figures) error {
	rows := [][]string{{"sleutel", strconv.Itoa(figs.Year), strconv.Itoa(figs.Year - 1), "eenheid", "omschrijving"}}
	for _, f := range figs.All() {
		rows = append(rows, []string{f.Key, cite.WriteBare(f, f.Now), cite.WriteBare(f, f.Previous()), string(f.Unit), title(f)})
	}
	// A few keys are very long; those stick out rather than push all numbers
	// off the screen.
	const widest = 56
	widths := make([]int, len(rows[0]))
	for _, r := range rows {
		for i, c := range r {
			widths[i] = min(widest, max(widths[i], utf8.RuneCountInString(c)))
		}
	}
	var b strings.Builder
	for _, r := range rows {
		for i, c := range r {
			pad := strings.Repeat(" ", max(0, widths[i]-utf8.RuneCountInString(c)))
			switch {
			case i == 1 || i == 2:
				b.WriteString(pad + c + "  ")
			case i == len(r)-1:
				b.WriteString(c)
			default:
				b.WriteString(c + pad + "  ")
			}
		}
		b.WriteByte('\n')
	}
	if slices.ContainsFunc(figs.All(), func(f *model.Figure) bool { return f.Previous().Published }) {
		fmt.Fprintf(&b, "\nDe cijfers van %d zijn die van het gepubliceerde rapport over dat jaar.\n", figs.Year-1)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func title(f *model.Figure) string {
	if f.Now.LeftOut == 0 {
		return f.Title
	}
	return f.Title + " (" + dutch.Plural(f.Now.LeftOut, "rij", "rijen") + " niet meegeteld)"
}

// CSV writes all figures with ';' between fields and a decimal comma, as Excel
// opens them in Flanders.
func CSV(w io.Writer, figs *model.Figures) error {
	out := csv.NewWriter(w)
	out.Comma = ';'
	if err := out.Write([]string{"sleutel", "indicator", "omschrijving", "eenheid", "jaar", "waarde", "vorig_jaar", "rijen_weggelaten", "formule", "bron_vorig_jaar"}); err != nil {
		return err
	}
	for _, f := range figs.All() {
		row := []string{f.Key, f.Indicator, f.Title, string(f.Unit), strconv.Itoa(f.Now.Year),
			exact(f.Now), told(f.Previous()), strconv.Itoa(f.Now.LeftOut), f.Formula, origin(f.Previous())}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// exact writes a value in full with a decimal comma, empty when there is none.
func exact(v model.Value) string {
	if !v.Known {
		return ""
	}
	return dutch.Exact(v.Value)
}

// The types below are the JSON of a figure.
type jsonFigure struct {
	Key       string   `json:"sleutel"`
	Indicator string   `json:"indicator"`
	Title     string   `json:"titel"`
	Unit      string   `json:"eenheid"`
	Decimals  int      `json:"decimalen"`
	Year      int      `json:"jaar"`
	Value     *float64 `json:"waarde"`
	Previous  *float64 `json:"vorige_waarde"`
	// Printed and PrintedBefore are the values as the report writes them, without
	// their unit: "2,13" for 2.125.
	Printed       string `json:"afgerond,omitempty"`
	PrintedBefore string `json:"vorige_afgerond,omitempty"`
	// Withheld and WithheldBefore say what readers get instead of the values:
	// "< 5" or "*".
	Withheld       string `json:"niet_getoond,omitempty"`
	WithheldBefore string `json:"vorige_niet_getoond,omitempty"`
	// Origin says where the value of the year before comes from.
	Origin  string       `json:"vorige_bron,omitempty"`
	Formula string       `json:"formule"`
	Sources []jsonSource `json:"bronnen"`
	LeftOut int          `json:"rijen_weggelaten"`
	Years   []jsonYear   `json:"jaren"`
}

type jsonSource struct {
	File   string   `json:"bestand"`
	Sheet  string   `json:"blad"`
	Ranges []string `json:"bereiken"`
}

type jsonYear struct {
	Year  int     `json:"jaar"`
	Value float64 `json:"waarde"`
}

// asJSON gives a figure for JSON. The cells that people are counted in would
// tell how many they are: they are left out where small groups are withheld.
func asJSON(f *model.Figure, least int) jsonFigure {
	cells := sources(f.Now.Sources.Ranges())
	if least > 0 && (f.People || len(f.Behind) > 0) {
		for i := range cells {
			cells[i].Ranges = []string{}
		}
	}
	out := jsonFigure{
		Key: f.Key, Indicator: f.Indicator, Title: f.Title, Unit: string(f.Unit), Decimals: f.Decimals, Year: f.Now.Year,
		Value: known(f.Now), Previous: known(f.Previous()), Printed: printed(f, f.Now), PrintedBefore: printed(f, f.Previous()), Formula: f.Formula,
		Withheld: cite.Withheld(f.Now), WithheldBefore: cite.Withheld(f.Previous()), Origin: origin(f.Previous()),
		Sources: cells, LeftOut: f.Now.LeftOut, Years: []jsonYear{},
	}
	for _, v := range f.Years {
		if v.Known {
			out.Years = append(out.Years, jsonYear{v.Year, v.Value})
		}
	}
	return out
}

// origin says what a value of an earlier year is taken from: what was published
// then, or rows; "" when there is none.
func origin(v model.Value) string {
	switch {
	case v.Published:
		return "gepubliceerd"
	case v.HasData():
		return "rijen"
	}
	return ""
}

func known(v model.Value) *float64 {
	if !v.Known {
		return nil
	}
	return &v.Value
}

// printed writes a value as the report does; "" when there is none.
func printed(f *model.Figure, v model.Value) string {
	if !v.Known {
		return ""
	}
	return cite.WriteBare(f, v)
}

// sources groups ranges by sheet.
func sources(ranges []source.Range) []jsonSource {
	out := []jsonSource{}
	for _, r := range ranges {
		if n := len(out) - 1; n < 0 || out[n].File != r.File || out[n].Sheet != r.Sheet {
			out = append(out, jsonSource{File: r.File, Sheet: r.Sheet})
		}
		last := &out[len(out)-1]
		last.Ranges = append(last.Ranges, r.String())
	}
	return out
}

// JSON gives all figures with their sources.
func JSON(figs *model.Figures) ([]byte, error) {
	list := []jsonFigure{}
	for _, f := range figs.All() {
		list = append(list, asJSON(f, figs.Least))
	}
	return marshal(struct {
		Year    int          `json:"jaar"`
		Figures []jsonFigure `json:"cijfers"`
	}{figs.Year, list})
}

// TraceJSON gives one figure with its sources.
func TraceJSON(f *model.Figure) ([]byte, error) { return marshal(asJSON(f, 0)) }

func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false) // "< 5" is for people too
	if err := out.Encode(v); err != nil {
		return nil, fmt.Errorf("writing the figures as JSON: %w", err)
	}
	return b.Bytes(), nil
}

// Trace writes for a person where a figure comes from.
func Trace(w io.Writer, f *model.Figure) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s (indicator %s)\n\n", f.Key, f.Title, f.Indicator)
	if f.Now.Known {
		fmt.Fprintf(&b, "Waarde %d:  %s %s\n", f.Now.Year, cite.WriteBare(f, f.Now), f.Unit)
	} else {
		fmt.Fprintf(&b, "Waarde %d:  er zijn geen gegevens\n", f.Now.Year)
	}
	for i := len(f.Years) - 1; i >= 0; i-- {
		v := f.Years[i]
		if v.Year == f.Now.Year || !v.HasData() {
			continue
		}
		fmt.Fprintf(&b, "Waarde %d:  %s %s", v.Year, cite.WriteBare(f, v), f.Unit)
		if v.Published {
			fmt.Fprintf(&b, " (zoals gepubliceerd in het rapport over %d)", v.Year)
		}
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "\nBerekening: %s\n", f.Formula)
	if n := f.Now.LeftOut; n > 0 {
		verb := "zijn"
		if n == 1 {
			verb = "is"
		}
		fmt.Fprintf(&b, "Let op: %s %s niet meegeteld omdat een cel fout is (zie ‘voortgang valideer’).\n", dutch.Plural(n, "rij", "rijen"), verb)
	}
	list := sources(f.Now.Sources.Ranges())
	if len(list) == 0 {
		b.WriteString("Bron: geen cellen.\n")
	} else {
		fmt.Fprintf(&b, "Bron: %s in %s\n", dutch.Plural(f.Now.Sources.Len(), "cel", "cellen"), dutch.Plural(len(list), "blad", "bladen"))
	}
	for _, s := range list {
		fmt.Fprintf(&b, "  %s, blad %s: %s\n", s.File, s.Sheet, strings.Join(s.Ranges, ", "))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
