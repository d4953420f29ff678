package validate

import (
	"strings"

	"voortgang/internal/model"
	"voortgang/internal/source"
)

// A row that names something unknown may do so because what it names could not
// be read. Reading has reported that, and what follows from it isn't told again.

// unread tells whether rows of a sheet are missing from a file because they
// could not be read: rows were refused, or the sheet has a name of its own.
func (c *checker) unread(file *source.File, decl *model.Sheet) bool {
	if file == nil {
		return false
	}
	for _, f := range c.data.Files {
		if f.Path != file.Path {
			continue
		}
		for _, s := range f.Sheets {
			if s.Decl == decl && s.Refused > 0 || s.Like == decl.Name {
				return true
			}
		}
	}
	return false
}

// unreadAnywhere does the same for a sheet of the organisation, in any file.
func (c *checker) unreadAnywhere(decl *model.Sheet) bool {
	for _, f := range c.data.Files {
		if unreadable(f) {
			return true
		}
		for _, s := range f.Sheets {
			if s.Decl == decl && s.Refused > 0 || s.Like == decl.Name {
				return true
			}
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
