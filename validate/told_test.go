package validate

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"voortgang/config"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
	"voortgang/validate/cause"
)

// told gives what a person is told of the records of a book: without what
// follows from something else.
func (b *book) told(cfg *config.Config) []finding.Finding {
	before := b.data.Marks()
	list := finding.Group(Data(b.data, cfg))
	after := b.data.Marks()
	told, _, _ := cause.Sort(list, func(finding.Finding) bool { return true }, func(edits []source.Edit) ([]finding.Finding, error) {
		b.data.Restore(before)
		with, undo := b.with(edits)
		defer undo()
		return finding.Group(Data(with, cfg)), nil
	})
	b.data.Restore(after)
	return told
}

// with gives the records with some edits, and undoes them.
func (b *book) with(edits []source.Edit) (*model.Dataset, func()) {
	d := *b.data
	var undo []func()
	gone := map[source.Ref]bool{}
	written := map[source.Ref]string{}
	for _, e := range edits {
		switch e.Kind {
		case source.Remove:
			gone[e.At] = true
		case source.Write:
			written[e.At] = e.Text
		}
	}
	out := model.Dataset{Files: d.Files}
	for _, sheet := range model.Sheets() {
		for r := range d.Records(sheet) {
			row := r.Base().Place(0)
			if row.Col = 0; gone[row] {
				continue
			}
			for i, f := range r.Fields(nil) {
				if text, ok := written[r.Base().Place(i)]; ok {
					undo = append(undo, write(f, text))
				}
			}
			out.Add(r)
		}
	}
	for _, e := range edits {
		if e.Kind == source.Stand {
			out.Stand(e)
		}
	}
	return &out, func() {
		for _, f := range slices.Backward(undo) {
			f()
		}
	}
}

func write(field any, text string) func() {
	switch f := field.(type) {
	case *string:
		old := *f
		*f = text
		return func() { *f = old }
	case *int:
		old := *f
		*f, _ = strconv.Atoi(text)
		return func() { *f = old }
	case *time.Time:
		old := *f
		*f, _ = time.Parse("02/01/2006", text)
		return func() { *f = old }
	case *model.Number:
		old := *f
		v, err := strconv.ParseFloat(strings.ReplaceAll(strings.ReplaceAll(text, ".", ""), ",", "."), 64)
		*f = model.Number{Value: v, Known: err == nil}
		return func() { *f = old }
	case *[]string:
		old := *f
		*f = strings.Split(text, "; ")
		return func() { *f = old }
	}
	return func() {}
}
