package validate

import (
	"path"
	"slices"
	"strings"

	"voortgang/internal/cite"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/prose"
)

var ruleUnknownFigure = finding.ByCode("T10")
var ruleWrongReference = finding.ByCode("T11")

// references demands that every reference gives a figure.
func (t *textChecker) references() {
	for _, n := range t.texts {
		eachReference(n.Blocks, func(ref prose.Reference) {
			if ref.Name == cite.SectionFunction {
				return // the report knows its sections
			}
			if _, problem := cite.Resolve(ref, t.public); problem != nil && !t.unread(ref, problem) {
				t.list = append(t.list, newReference(ref, problem))
			}
		})
	}
}

// unread tells whether a reference gives nothing because the data behind its
// figure could not be read or used, which has been reported there.
func (t *textChecker) unread(ref prose.Reference, p *cite.Problem) bool {
	if p.Kind != cite.NoValue {
		return false
	}
	for _, key := range ref.Keys {
		fig := t.figs.Get(key)
		switch {
		case fig == nil:
		case len(fig.Years) > 0:
			// The year that is asked for may be all that was lost.
			if !fig.Now.Known && (fig.Now.LeftOut > 0 || cutShort(t.data)) {
				return true
			}
		case fig.Now.LeftOut > 0 || lostData(t.data):
			return true
		}
	}
	return false
}

func newReference(ref prose.Reference, p *cite.Problem) finding.Finding {
	rule := ruleWrongReference
	if p.Kind == cite.UnknownKey {
		rule = ruleUnknownFigure
	}
	f := finding.New(rule, ref.Place, p.Message)
	f.Found, f.Expected, f.Proposal = p.Found, p.Expected, p.Proposal
	return f
}

// eachReference visits the references of a text in reading order.
func eachReference(blocks []prose.Block, visit func(prose.Reference)) {
	inlines := func(list []prose.Inline) {
		for _, in := range list {
			if in.Ref != nil {
				visit(*in.Ref)
			}
			if in.Note != nil {
				eachReference([]prose.Block{prose.Paragraph{Text: in.Note.Text}}, visit)
			}
		}
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case prose.Heading:
			inlines(b.Text)
		case prose.Paragraph:
			inlines(b.Text)
		case prose.List:
			for _, it := range b.Items {
				inlines(it.Text)
				if it.Sub != nil {
					eachReference([]prose.Block{*it.Sub}, visit)
				}
			}
		case prose.Table:
			for _, row := range append([][][]prose.Inline{b.Head}, b.Rows...) {
				for _, cell := range row {
					inlines(cell)
				}
			}
		}
	}
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
	return slices.ContainsFunc(d.Files, func(f *model.InputFile) bool {
		name := path.Base(f.Path)
		unread := len(f.Sheets) == 0 && !strings.HasPrefix(name, "~$") && !strings.HasPrefix(name, ".")
		return unread || slices.ContainsFunc(f.Sheets, rows)
	})
}
