package check

import (
	"strconv"
	"strings"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

// maxRowWords is how many values tell one row from another.
const maxRowWords = 3

// rowPlace is one row of one sheet.
type rowPlace struct {
	file, sheet string
	row         int
}

// rowTexts holds what rows with findings are about, for rows of files that
// projects share: "2020, Wonen, De STEK".
type rowTexts map[rowPlace]rowText

// rowText is the record of a row and its sheet.
type rowText struct {
	sheet  *model.Sheet
	record model.Record
	o      *owners
}

func newRowTexts(r Report, o *owners) rowTexts {
	out := rowTexts{}
	for _, f := range r.Findings {
		if f.Ref.Row > 0 && o.common[f.Ref.File] {
			out[rowPlace{f.Ref.File, f.Ref.Sheet, f.Ref.Row}] = rowText{}
		}
	}
	if len(out) == 0 || r.Data == nil {
		return out
	}
	for _, s := range model.Sheets() {
		for rec := range r.Data.Records(s) {
			if rec.Base().Row.Sheet == nil {
				continue
			}
			ref := rec.Base().Place(0)
			at := rowPlace{ref.File, ref.Sheet, ref.Row}
			if _, wanted := out[at]; wanted {
				out[at] = rowText{s, rec, o}
			}
		}
	}
	return out
}

// of tells what the row of a finding is about; "" when that isn't known, or
// when the finding is on several rows.
func (t rowTexts) of(f finding.Finding) string {
	if len(f.Cells) > 1 {
		return ""
	}
	text := t[rowPlace{f.Ref.File, f.Ref.Sheet, f.Ref.Row}]
	if text.record == nil {
		return ""
	}
	return text.words(f.Column)
}

// words are the values that tell the row from others: years, names and choices
// of the key, or of all columns where there is no key. What stands in the
// column with the finding is in the message.
func (t rowText) words(except string) string {
	fields := t.record.Fields(nil)
	columns := t.sheet.Key
	if len(columns) == 0 {
		for i := range t.sheet.Columns {
			columns = append(columns, i)
		}
	}
	var words []string
	for _, i := range columns {
		if t.sheet.Columns[i].Name == except || len(words) == maxRowWords {
			continue
		}
		if word := t.word(t.sheet.Columns[i], fields[i]); word != "" {
			words = append(words, word)
		}
	}
	return strings.Join(words, ", ")
}

func (t rowText) word(c model.Column, field any) string {
	switch value := field.(type) {
	case *int:
		if c.Kind == model.Year && *value > 0 {
			return strconv.Itoa(*value)
		}
	case *string:
		if c.Kind != model.Name && c.Kind != model.Choice {
			return ""
		}
		if p := t.o.byCode[dutch.Fold(*value)]; p != nil && c.Name == "project" && p.Name != "" {
			return p.Name
		}
		return shorten(*value, 60)
	}
	return ""
}
