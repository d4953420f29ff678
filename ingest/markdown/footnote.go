package markdown

import (
	"regexp"
	"slices"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"voortgang/internal/finding"
	"voortgang/internal/prose"
	"voortgang/internal/source"
)

// RuleFootnote: a footnote without a mark, or a mark without a footnote.
var RuleFootnote = finding.ByCode("T08")

// footnotes reads the footnotes of a text, wherever they are written out.
func (r *reader) footnotes(root ast.Node) {
	r.notes, r.labels = map[int]*prose.Note{}, map[string]bool{}
	var found []*east.Footnote
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if fn, ok := n.(*east.Footnote); ok && entering {
			found = append(found, fn)
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	for _, fn := range found {
		r.labels[string(fn.Ref)] = fn.Index > 0
		if fn.Index > 0 {
			r.notes[fn.Index] = &prose.Note{}
		}
	}
	for _, fn := range found {
		text := r.noteText(fn)
		switch {
		case len(text) == 0:
			delete(r.notes, fn.Index)
			delete(r.labels, string(fn.Ref)) // a mark of it leads nowhere
		case fn.Index > 0:
			r.notes[fn.Index].Text = text
		}
	}
}

// noteText gives the paragraphs of a footnote as one, with line ends between.
func (r *reader) noteText(fn *east.Footnote) []prose.Inline {
	var out []prose.Inline
	_ = ast.Walk(fn, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n.(type) {
		case *ast.Paragraph, *ast.TextBlock:
			if !entering {
				return ast.WalkContinue, nil
			}
			if len(out) > 0 {
				out = append(out, prose.Inline{Break: true})
			}
			out = append(out, r.withoutNotes(trim(r.inlines(n, style{})), r.placeAround(n))...)
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return out
}

// withoutNotes takes the marks of footnotes out of a text that can't have any.
func (r *reader) withoutNotes(list []prose.Inline, place source.Ref) []prose.Inline {
	isNote := func(in prose.Inline) bool { return in.Note != nil }
	if !slices.ContainsFunc(list, isNote) {
		return list
	}
	r.list = append(r.list, finding.New(RuleFootnote, place, "Hier kan geen voetnoot staan; ze is weggelaten. Zet het teken in een gewone zin."))
	return slices.DeleteFunc(list, isNote)
}

// mark is how the mark of a footnote is written, and its line when a colon
// follows.
var mark = regexp.MustCompile(`\[\^([^\]\s]+)\](:?)`)

// looseNotes reports marks without a footnote and footnotes without a mark.
func (r *reader) looseNotes() {
	for _, at := range mark.FindAllSubmatchIndex(r.src, -1) {
		label := string(r.src[at[2]:at[3]])
		used, written := r.labels[label]
		line := at[4] < at[5]
		switch {
		case line && written && !used:
			r.loose(at[0], label, "Geen zin verwijst naar voetnoot ‘"+label+"’; ze komt niet in het rapport. Zet [^"+label+"] in de zin waar ze bij hoort, of haal de regel weg.")
		case !line && !written:
			r.loose(at[0], label, "Voetnoot ‘"+label+"’ is er niet. Schrijf ze op een eigen regel: [^"+label+"]: de tekst van de voetnoot.")
		}
	}
}

func (r *reader) loose(offset int, label, message string) {
	f := finding.New(RuleFootnote, r.place(offset), message)
	f.Found, f.Expected = "[^"+label+"]", "een teken in een zin en een regel met de voetnoot"
	r.list = append(r.list, f)
}
