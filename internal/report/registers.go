package report

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"voortgang/internal/document"
	"voortgang/internal/dutch"
	"voortgang/internal/model"
)

// registers writes the indexes: the projects of each municipality, and those
// of each partner.
func (b *builder) registers() {
	l := b.layout.Registers
	places, partners := newRegister(), newRegister()
	for _, p := range b.index.all {
		if p.Base().Usable(model.ProjectMunicipalities) {
			for _, m := range p.Municipalities {
				places.add(m, p)
			}
		}
	}
	names := map[string][]string{}
	for _, a := range b.in.Data.Actors {
		if a.Base().Usable(model.ActorProject, model.ActorName) {
			names[a.Project] = append(names[a.Project], a.Name)
		}
	}
	for _, p := range b.index.all { // in the order of their pages
		for _, name := range names[p.Code] {
			partners.add(name, p)
		}
	}
	b.register(l.Municipalities, places, true)
	b.register(l.Partners, partners, false)
}

func (b *builder) register(l titled, r *register, named bool) {
	if len(r.names) == 0 {
		return
	}
	b.section(2, l.Title, l.Title)
	b.paragraph(document.Small, l.Intro)
	b.add(document.Index{Named: named, Groups: r.groups()})
}

// register gathers names and the projects in which they occur. Names that fold
// to the same are one; it is spelled as it is most often.
type register struct{ names map[string]*registered }

type registered struct {
	spellings map[string]int
	projects  []*projectPlace
}

func newRegister() *register { return &register{names: map[string]*registered{}} }

func (r *register) add(name string, p *projectPlace) {
	name = strings.TrimSpace(name)
	key := dutch.Fold(name)
	if key == "" {
		return
	}
	e := r.names[key]
	if e == nil {
		e = &registered{spellings: map[string]int{}}
		r.names[key] = e
	}
	e.spellings[name]++
	if !slices.Contains(e.projects, p) {
		e.projects = append(e.projects, p)
	}
}

// spelling is the one used most, of equals the first by its bytes.
func (e *registered) spelling() string {
	best := ""
	for s, n := range e.spellings {
		if m := e.spellings[best]; best == "" || n > m || n == m && s < best {
			best = s
		}
	}
	return best
}

// groups puts the names in the order of a Dutch dictionary, letter by letter.
func (r *register) groups() []document.IndexGroup {
	var entries []document.IndexEntry
	for _, e := range r.names {
		entry := document.IndexEntry{Name: e.spelling()}
		for _, p := range e.projects {
			entry.Links = append(entry.Links, document.Link{Text: p.Name, Target: "#" + p.sheet})
		}
		entries = append(entries, entry)
	}
	order := collate.New(language.Dutch, collate.IgnoreCase)
	slices.SortFunc(entries, func(x, y document.IndexEntry) int {
		if c := order.CompareString(sorted(x.Name), sorted(y.Name)); c != 0 {
			return c
		}
		return strings.Compare(x.Name, y.Name)
	})
	var out []document.IndexGroup
	for _, e := range entries {
		letter := initial(e.Name)
		if n := len(out); n == 0 || out[n-1].Letter != letter {
			out = append(out, document.IndexGroup{Letter: letter})
		}
		g := &out[len(out)-1]
		g.Entries = append(g.Entries, e)
	}
	return out
}

// sorted is what counts of a name in the alphabet: ’t Kasteel stands under the T.
func sorted(name string) string {
	return strings.TrimLeftFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// initial is the letter that a name stands under; "#" for a figure.
func initial(name string) string {
	r, _ := utf8.DecodeRuneInString(dutch.Fold(name))
	if !unicode.IsLetter(r) {
		return "#"
	}
	return string(unicode.ToUpper(r))
}

// listFigures puts the list of charts and tables behind the contents. What
// stands in the sheet of a project is found through its sheet.
func (b *builder) listFigures() {
	list := document.FigureList{Title: b.layout.FigureList}
	number, contents := "", -1
	note := func(id, title string) string {
		if title == "" || strings.Count(number, ".") == 2 && strings.HasPrefix(number, "3.") {
			return id
		}
		if id == "" {
			id = b.id("figuur", number)
		}
		list.Links = append(list.Links, document.Link{Text: number + dutch.NBSP + " " + title, Target: "#" + id})
		return id
	}
	for i, block := range b.blocks {
		if h, ok := headingOf(block); ok && h.Number != "" {
			number = h.Number
		}
		switch block := block.(type) {
		case document.Contents:
			contents = i
		case document.Table:
			block.ID = note(block.ID, block.Caption)
			b.blocks[i] = block
		case document.Chart:
			block.ID = note(block.ID, block.Title)
			b.blocks[i] = block
		case document.ChartRow:
			for k := range block.Charts {
				block.Charts[k].ID = note(block.Charts[k].ID, block.Charts[k].Title)
			}
		}
	}
	if contents >= 0 && len(list.Links) > 0 {
		b.blocks = slices.Insert(b.blocks, contents+1, document.Block(list))
	}
}
