package validate

import (
	"slices"
	"strings"

	"voortgang/internal/model"
	"voortgang/internal/source"
)

// A row that names something unknown may do so because what it names could not
// be read. Reading has reported that, and what follows from it isn't told again.

// unread tells whether rows of a sheet are missing from a file, or from those
// that projects share with it, because they could not be read: rows were
// refused, or the sheet has a name of its own.
func (c *checker) unread(file *source.File, decl *model.Sheet) bool {
	if file == nil {
		return false
	}
	shared := c.shelf(file) == ""
	for _, f := range c.data.Files {
		if f.Path != file.Path && !(shared && f.Project == "") {
			continue
		}
		if unreadable(f) {
			return true
		}
		for _, s := range f.Sheets {
			if misses(s, decl) {
				return true
			}
		}
	}
	return false
}

// unreadAnywhere does the same for a sheet of the organisation, in any file.
func (c *checker) unreadAnywhere(decl *model.Sheet) bool {
	return lost(c.data, func(s *model.InputSheet) bool { return misses(s, decl) })
}

// misses tells whether a sheet, or what looks like it, has rows that were not
// read.
func misses(s *model.InputSheet, decl *model.Sheet) bool {
	return s.Decl == decl && (s.Refused > 0 || s.Partial) || s.Like == decl.Name
}

// lostData tells whether any rows are missing because they could not be read.
func lostData(d *model.Dataset) bool {
	return lost(d, func(s *model.InputSheet) bool { return s.Refused > 0 || s.Partial || s.Like != "" })
}

// cutShort tells whether a file could not be opened, or a sheet ended too soon.
func cutShort(d *model.Dataset) bool {
	return lost(d, func(s *model.InputSheet) bool { return s.Partial })
}

// lost tells whether a file could not be opened, or a sheet has lost rows.
func lost(d *model.Dataset, rows func(*model.InputSheet) bool) bool {
	for _, f := range d.Files {
		if unreadable(f) || slices.ContainsFunc(f.Sheets, rows) {
			return true
		}
	}
	return false
}

// unreadable tells whether a file could not be opened at all.
func unreadable(f *model.InputFile) bool {
	name := f.Path[strings.LastIndexByte(f.Path, '/')+1:]
	return len(f.Sheets) == 0 && !strings.HasPrefix(name, "~$") && !strings.HasPrefix(name, ".")
}

// distinct counts the different texts of a list.
func distinct[T any](list []T, of func(T) string) int {
	seen := map[string]bool{}
	for _, v := range list {
		seen[code(of(v))] = true
	}
	return len(seen)
}
