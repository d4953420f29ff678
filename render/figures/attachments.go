package figures

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"

	"voortgang/internal/cite"
	"voortgang/internal/document"
	"voortgang/internal/model"
)

// Attachments are the figures, as readers may see them, as files for inside
// the report: a CSV for each indicator, and all of them with their sources as
// JSON. They hold counts and sums, and no row of the registrations.
func Attachments(figs *model.Figures) ([]document.Attachment, error) {
	var out []document.Attachment
	for _, group := range byIndicator(figs) {
		data, err := indicatorCSV(group)
		if err != nil {
			return nil, err
		}
		out = append(out, document.Attachment{
			Name: fileName(group[0]), MIME: "text/csv", Relationship: "Data", Bytes: data,
			Description: "Cijfers van indicator " + group[0].Indicator, Indicator: subject(group[0]),
		})
	}
	data, err := JSON(figs)
	if err != nil {
		return nil, err
	}
	return append(out, document.Attachment{
		Name: "indicatoren.json", MIME: "application/json", Relationship: "Data", Bytes: data,
		Description: "Alle cijfers met hun berekening en de cellen waar ze uit komen",
	}), nil
}

// byIndicator parts the figures of chapter 2, which come in order, by
// indicator.
func byIndicator(figs *model.Figures) [][]*model.Figure {
	var out [][]*model.Figure
	for _, f := range figs.All() {
		if !strings.HasPrefix(f.Indicator, "2.") {
			continue
		}
		if n := len(out) - 1; n >= 0 && out[n][0].Indicator == f.Indicator {
			out[n] = append(out[n], f)
		} else {
			out = append(out, []*model.Figure{f})
		}
	}
	return out
}

// fileName sorts as the report does: "indicator-2.03-activiteiten.csv".
func fileName(f *model.Figure) string {
	return fmt.Sprintf("indicator-2.%02s-%s.csv", strings.TrimPrefix(f.Indicator, "2."), subject(f))
}

// subject is the first part of a key: "activiteiten".
func subject(f *model.Figure) string {
	head, _, _ := strings.Cut(f.Key, ".")
	return head
}

// indicatorCSV writes the figures of one indicator with a byte order mark, so
// that Excel reads the accents.
func indicatorCSV(group []*model.Figure) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = ';', true
	year := group[0].Now.Year
	rows := [][]string{{"sleutel", "omschrijving", "eenheid", fmt.Sprint(year), fmt.Sprint(year - 1), "rijen_weggelaten"}}
	for _, f := range group {
		rows = append(rows, []string{f.Key, f.Title, string(f.Unit), told(f.Now), told(f.Previous()), fmt.Sprint(f.Now.LeftOut)})
	}
	if err := w.WriteAll(rows); err != nil {
		return nil, fmt.Errorf("writing indicator %s as CSV: %w", group[0].Indicator, err)
	}
	return b.Bytes(), nil
}

// told writes a value in full, or what readers get in its place: "< 5".
func told(v model.Value) string {
	if v.Withheld != model.Shown {
		return cite.Withheld(v)
	}
	return exact(v)
}
