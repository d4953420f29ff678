package rules

import (
	"strconv"
	"strings"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// HiddenRows is rule S24: hidden rows that hold data.
var HiddenRows = finding.ByCode("S24")

// Hidden makes the finding of hidden rows with data. cells has one cell a row;
// filtered is true when a filter is set on the sheet.
func Hidden(at At, cells []source.Ref, filtered bool) finding.Finding {
	why, mend := "verborgen", "Maak ze zichtbaar en kijk ze na"
	if filtered {
		why, mend = "weggefilterd of verborgen", "Zet de filter af en kijk ze na"
	}
	message := dutch.Plural(len(cells), "rij met gegevens is ", "rijen met gegevens zijn ") + why + " (" + rowRuns(cells) + "). " +
		onesOrMany(len(cells), "Ze telt", "Ze tellen") + " wel mee. " + mend + "; haal weg wat er niet bij hoort."
	f := at.make(HiddenRows, message)
	f.Found, f.Expected = dutch.Plural(len(cells), "verborgen rij", "verborgen rijen"), "rijen die te zien zijn"
	if len(cells) > 1 {
		f.Cells = cells
	}
	return f
}

func onesOrMany(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// rowRuns writes the rows of cells in rising order: "rij 5", "rij 5 tot 9 en 12".
func rowRuns(cells []source.Ref) string {
	var runs []string
	for i := 0; i < len(cells); {
		k := i
		for k+1 < len(cells) && cells[k+1].Row == cells[k].Row+1 {
			k++
		}
		switch from, to := strconv.Itoa(cells[i].Row), strconv.Itoa(cells[k].Row); {
		case k == i:
			runs = append(runs, from)
		case k == i+1:
			runs = append(runs, from, to)
		default:
			runs = append(runs, from+" tot "+to)
		}
		i = k + 1
	}
	const most = 12
	if len(runs) > most {
		return "rij " + strings.Join(runs[:most], ", ") + ", …"
	}
	return "rij " + dutch.Join(runs)
}
