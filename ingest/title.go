package ingest

import (
	"regexp"
	"strconv"
	"strings"

	"voortgang/ingest/grid"
	"voortgang/internal/dutch"
	"voortgang/internal/model"
)

// yearInTitle finds years with the word before them: "Activiteiten 2021",
// "werkjaar: 2021". A year within a date or a range isn't one.
var yearInTitle = regexp.MustCompile(`(\pL+)[\s:–(-]*\b((?:19|20)\d\d)\b(\s*[-–/.]\s*\d)?`)

// titleWords may stand before the year of a title, besides the sheet's name.
var titleWords = map[string]bool{"jaar": true, "werkjaar": true, "voortgang": true, "voortgangsrapport": true,
	"rapport": true, "jaarverslag": true, "registratie": true, "registraties": true, "gegevens": true, "sjabloon": true}

// titles notes the years in the rows above the header row.
func (t *table) titles(rows []*grid.Row) {
	if t.file.file.LastYear {
		return
	}
	for _, row := range rows {
		for _, cell := range row.Cells {
			if cell.Kind != grid.Text || len(cell.Text) > longestHeader {
				continue
			}
			for _, m := range yearInTitle.FindAllStringSubmatch(cell.Text, -1) {
				year, err := strconv.Atoi(m[2])
				if err != nil || m[3] != "" || !t.isTitleWord(m[1]) {
					continue
				}
				ref := t.cellRef(row.Number, cell.Col)
				t.file.file.Titles = append(t.file.file.Titles, model.TitleYear{Place: ref, Text: cell.Text, Year: year})
			}
		}
	}
}

func (t *table) isTitleWord(word string) bool {
	if titleWords[strings.ToLower(word)] {
		return true
	}
	fold := dutch.Fold(word)
	for _, name := range append([]string{t.lay.decl.Name, t.in.Name}, t.lay.decl.Aliases...) {
		if dutch.Fold(name) == fold {
			return true
		}
	}
	return false
}
