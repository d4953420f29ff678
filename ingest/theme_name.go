package ingest

import (
	"strings"

	"voortgang/config"
	"voortgang/ingest/rules"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

// OtherThemes gives the themes of the configuration that the workbooks spell
// otherwise, with that spelling: no row uses the theme, and what was refused
// for want of it is the same text in two sheets or more. Then the slip is in
// the configuration, and it is one.
func OtherThemes(cfg *config.Config, d *model.Dataset, list []finding.Finding) map[string]string {
	type place struct{ file, sheet string }
	spelled, places := map[string]string{}, map[string]map[place]bool{}
	for _, f := range list {
		if f.Rule != rules.NotAllowed || f.Proposal == "" || places[f.Proposal] != nil && !strings.EqualFold(spelled[f.Proposal], f.Found) {
			continue
		}
		if places[f.Proposal] == nil {
			places[f.Proposal], spelled[f.Proposal] = map[place]bool{}, f.Found
		}
		places[f.Proposal][place{f.Ref.File, f.Ref.Sheet}] = true
	}
	if len(spelled) == 0 {
		return nil
	}
	used, out := usedThemes(d), map[string]string{}
	for _, name := range cfg.ThemeNames() {
		if len(places[name]) >= 2 && !used[name] {
			out[name] = spelled[name]
		}
	}
	return out
}

// usedThemes gives what stands in the columns that hold themes.
func usedThemes(d *model.Dataset) map[string]bool {
	used := map[string]bool{}
	var fields []any
	for _, sheet := range model.Sheets() {
		for i := range sheet.Columns {
			if !sheet.Columns[i].Themes {
				continue
			}
			for r := range d.Records(sheet) {
				fields = r.Fields(fields[:0])
				switch v := fields[i].(type) {
				case *string:
					used[*v] = true
				case *[]string:
					for _, name := range *v {
						used[name] = true
					}
				}
			}
		}
	}
	return used
}
