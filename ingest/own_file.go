package ingest

import (
	"path"
	"strings"

	"voortgang/config"
	"voortgang/ingest/grid"
	"voortgang/ingest/rules"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

// What the program writes on top of its own sheets (render/check).
const (
	frontTitle = "Wat er na te kijken is"
	frontOf    = "Dit is een kopie. Verbeter het werkboek zelf: "
	listTitle  = "Nazicht van de werkmap "
	listHead   = "Niveau Project Bestand Blad"
)

// ownSheet tells whether a sheet is one that the program puts in what it
// makes, from its first rows; of a copy with notes also which file it is of.
func ownSheet(first []*grid.Row) (own bool, of string) {
	if len(first) == 0 {
		return false, ""
	}
	switch top := first[0].At(1).Text; {
	case top == frontTitle && len(first) > 2 && strings.HasPrefix(first[2].At(1).Text, frontOf):
		return true, strings.TrimPrefix(first[2].At(1).Text, frontOf)
	case strings.HasPrefix(top, listTitle):
		return true, ""
	}
	var head []string
	for _, c := range first[0].Cells[:min(4, len(first[0].Cells))] {
		head = append(head, c.Text)
	}
	return strings.Join(head, " ") == listHead, ""
}

// dropAnnotated leaves out the copies with notes of workbooks that are there
// themselves. Where the workbook is gone, its copy is read in its place.
func dropAnnotated(results []*result) {
	there := map[string]bool{}
	for _, r := range results {
		there[r.file.Path] = r.annotates == ""
	}
	for _, r := range results {
		if r.annotates == "" || !there[r.annotates] {
			continue
		}
		for _, s := range r.file.Sheets {
			s.Decl, s.Source, s.Like = nil, nil, ""
		}
		r.data, r.spaced, r.file.Project, r.file.Titles = model.Dataset{}, nil, "", nil
		r.findings = []finding.Finding{rules.Annotated(at(r.file.Path), r.annotates)}
	}
}

// leftByTheProgram tells whether a file is one that the program made for
// people to read, and holds no data.
func leftByTheProgram(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext != ".xlsx" && config.MadeByUs(path.Base(name))
}
