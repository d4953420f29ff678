package ingest

import (
	"context"
	"slices"
	"strconv"

	"voortgang/ingest/grid"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// Reading is what was read of a workdir, kept so that it can be read again as
// if some changes had been made. Only the files that change are read then.
type Reading struct {
	contract *contract
	jobs     []job
	results  []*result
	// marks are those of each result's records before any check saw them.
	marks []model.Marks
	// listed are the findings on files that can't be input.
	listed []finding.Finding
}

// With reads the workdir again as it would be with the edits. It undoes what
// checks marked in the records that were read before.
func (r *Reading) With(ctx context.Context, edits []source.Edit) (*model.Dataset, []finding.Finding, error) {
	c, year := r.contract, 0
	for _, e := range edits {
		if e.Kind == source.Year {
			year, _ = strconv.Atoi(e.Text)
		}
	}
	if year != 0 {
		cfg := *c.cfg
		cfg.Report.Year = year
		c = newContract(&cfg)
	} else {
		c = newContract(c.cfg)
	}
	files := editsOf(edits)
	results := append([]*result(nil), r.results...)
	var again []job
	var at []int
	for i, j := range r.jobs {
		if e := files[j.path]; e.without("") {
			results[i] = nil
		} else if e != nil || year != 0 {
			j.edits = e
			again, at = append(again, j), append(at, i)
		}
	}
	fresh, err := readAll(ctx, c, again, nil)
	if err != nil {
		return nil, nil, err
	}
	for k, i := range at {
		results[i] = fresh[k]
	}
	for i, res := range results {
		if res != nil && res == r.results[i] {
			res.data.Restore(r.marks[i])
		}
	}
	results = slices.DeleteFunc(results, func(res *result) bool { return res == nil })
	dropAnnotated(results)
	data, list := join(results)
	for _, e := range edits {
		if e.Kind == source.Stand {
			data.Stand(e)
		}
	}
	return data, append(list, r.listed...), nil
}

// fileEdits are the changes in one file, by sheet.
type fileEdits map[string]*sheetEdits

type sheetEdits struct {
	cells map[int]map[int]string
	gone  map[int]bool
	// project is whose rows they are; empty as it stands.
	project string
}

func editsOf(edits []source.Edit) map[string]fileEdits {
	out := map[string]fileEdits{}
	for _, e := range edits {
		if e.Kind == source.Stand || e.Kind == source.Year {
			continue
		}
		f := out[e.At.File]
		if f == nil {
			f = fileEdits{}
			out[e.At.File] = f
		}
		s := f[e.At.Sheet]
		if s == nil {
			s = &sheetEdits{cells: map[int]map[int]string{}, gone: map[int]bool{}}
			f[e.At.Sheet] = s
		}
		switch e.Kind {
		case source.Write:
			if s.cells[e.At.Row] == nil {
				s.cells[e.At.Row] = map[int]string{}
			}
			s.cells[e.At.Row][e.At.Col] = e.Text
		case source.Remove:
			s.gone[e.At.Row] = true
		case source.Belong:
			s.project = e.Text
		}
	}
	return out
}

// without tells whether a sheet is to be gone as a whole; "" is the file.
func (f fileEdits) without(sheet string) bool { return f[sheet] != nil && f[sheet].gone[0] }

// rows gives the rows of a sheet with its changes.
func (f fileEdits) rows(sheet string, rows rowSource) rowSource {
	s := f[sheet]
	if s == nil {
		return rows
	}
	return func(fn func(*grid.Row) error) error {
		return rows(func(row *grid.Row) error {
			if s.gone[row.Number] {
				return nil
			}
			if cells := s.cells[row.Number]; cells != nil {
				row = row.Clone()
				for col, text := range cells {
					row.Write(col, text)
				}
				if len(row.Cells) == 0 {
					return nil
				}
			}
			return fn(row)
		})
	}
}

// project gives whose rows a sheet holds by the changes, or as it stands.
func (f fileEdits) project(sheet, stands string) string {
	if s := f[sheet]; s != nil && s.project != "" {
		return s.project
	}
	return stands
}
