package pdfw

import (
	"fmt"
	"sort"
	"strconv"
)

// checkStructure refuses what PDF/UA refuses. It follows numbering: an
// element without a number isn't in the tree.
func (d *Doc) checkStructure() {
	for _, e := range d.detached {
		if e.parent == nil {
			d.fail("an element %s has no place in the structure tree", e.tag)
		}
	}
	for _, p := range d.pages {
		for _, e := range p.elems {
			d.checkDrawn(p, e)
		}
		for _, link := range p.annots {
			d.checkDrawn(p, link.elem)
		}
	}
}

func (d *Doc) checkDrawn(p *Page, e *Elem) {
	if e.object == 0 {
		p.fail("content is in an element %s that has no place in the structure tree", e.tag)
	}
	if (e.tag == Figure || e.tag == Formula) && e.attrs.Alt == "" && e.attrs.ActualText == "" {
		p.fail("a %s has no alternative text", e.tag)
	}
}

// writeStructure writes the structure tree: the elements, and the tree that
// leads from content and annotations back to them.
func (a *assembler) writeStructure() {
	ids := &idTree{}
	a.writeElem(a.doc.root, a.structure, ids)

	parents := []byte("<</Nums[")
	for _, p := range a.doc.pages {
		if len(p.elems) == 0 {
			continue
		}
		list := []byte{'['}
		for _, e := range p.elems {
			list = append(reference(list, e.object), ' ')
		}
		object := a.alloc()
		a.put(object, append(list, ']'))
		parents = reference(fmt.Appendf(parents, "%d ", p.number-1), object)
		parents = append(parents, ' ')
	}
	next := len(a.doc.pages)
	for _, p := range a.doc.pages {
		for _, link := range p.annots {
			parents = reference(fmt.Appendf(parents, "%d ", link.parent), link.elem.object)
			parents = append(parents, ' ')
			next = link.parent + 1
		}
	}
	tree := a.alloc()
	a.put(tree, append(parents, "]>>"...))

	root := fmt.Appendf(nil, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d", a.doc.root.object, tree, next)
	if len(ids.entries) > 0 {
		number := a.alloc()
		a.put(number, ids.write(a.doc))
		root = fmt.Appendf(root, "/IDTree %d 0 R", number)
	}
	a.put(a.structure, append(root, ">>"...))
}

// idTree gathers the elements that have an ID.
type idTree struct {
	entries []idEntry
	notes   int
}

type idEntry struct {
	id     string
	object int
}

func (t *idTree) write(d *Doc) []byte {
	sort.Slice(t.entries, func(i, j int) bool { return t.entries[i].id < t.entries[j].id })
	b := []byte("<</Names[")
	for i, entry := range t.entries {
		if i > 0 && t.entries[i-1].id == entry.id {
			d.fail("two elements have the ID %q", entry.id)
		}
		b = append(b, bytesString(entry.id)...)
		b = append(reference(b, entry.object), ' ')
	}
	return append(b, "]>>"...)
}

// writeElem writes an element and those below it.
func (a *assembler) writeElem(e *Elem, parent int, ids *idTree) {
	b := append([]byte("<</S/"), e.tag...)
	b = reference(append(b, "/P "...), parent)
	b = a.appendAttrs(b, e, ids)
	// The page that most kids without a page of their own are on.
	var own *Page
	for _, k := range e.kids {
		if k.page != nil && k.annot == nil {
			own = k.page
			b = reference(append(b, "/Pg "...), a.page(own))
			break
		}
	}
	if len(e.kids) > 0 {
		b = append(b, "/K["...)
		for i, k := range e.kids {
			if i > 0 {
				b = append(b, ' ')
			}
			b = a.appendKid(b, k, own)
		}
		b = append(b, ']')
	}
	a.put(e.object, append(b, ">>"...))
	for _, k := range e.kids {
		if k.elem != nil {
			a.writeElem(k.elem, e.object, ids)
		}
	}
}

func (a *assembler) appendKid(b []byte, k kid, own *Page) []byte {
	switch {
	case k.elem != nil:
		return reference(b, k.elem.object)
	case k.annot != nil:
		b = reference(append(b, "<</Type/OBJR/Pg "...), a.page(k.page))
		return append(reference(append(b, "/Obj "...), k.annot.object), ">>"...)
	case k.page == own:
		return strconv.AppendInt(b, int64(k.mcid), 10)
	default:
		b = reference(append(b, "<</Type/MCR/Pg "...), a.page(k.page))
		return append(strconv.AppendInt(append(b, "/MCID "...), int64(k.mcid), 10), ">>"...)
	}
}

func (a *assembler) appendAttrs(b []byte, e *Elem, ids *idTree) []byte {
	at := e.attrs
	if e.tag == Note && at.ID == "" {
		ids.notes++
		at.ID = "note-" + strconv.Itoa(ids.notes)
	}
	if at.ID != "" {
		ids.entries = append(ids.entries, idEntry{at.ID, e.object})
		b = append(append(b, "/ID"...), bytesString(at.ID)...)
	}
	for _, entry := range []struct{ key, value string }{
		{"/T", at.Title}, {"/Lang", at.Lang}, {"/Alt", at.Alt}, {"/ActualText", at.ActualText},
	} {
		if entry.value != "" {
			b = append(append(b, entry.key...), text(entry.value)...)
		}
	}
	var owners []string
	if e.tag == TH || e.tag == TD {
		owners = appendOwner(owners, "Table", at.tableEntries())
	}
	if at.Numbering != "" {
		owners = appendOwner(owners, "List", "/ListNumbering/"+string(at.Numbering))
	}
	layout := ""
	if at.Placement != "" {
		layout = "/Placement/" + string(at.Placement)
	}
	if e.box != nil {
		layout += "/BBox[" + string(e.box.page.appendBox(nil, e.box.rect)) + "]"
	}
	owners = appendOwner(owners, "Layout", layout)
	switch len(owners) {
	case 0:
	case 1:
		b = append(append(b, "/A"...), owners[0]...)
	default:
		b = append(b, "/A["...)
		for _, owner := range owners {
			b = append(b, owner...)
		}
		b = append(b, ']')
	}
	return b
}

func (at Attrs) tableEntries() string {
	out := ""
	if at.Scope != "" {
		out += "/Scope/" + string(at.Scope)
	}
	if at.ColSpan > 1 {
		out += "/ColSpan " + strconv.Itoa(at.ColSpan)
	}
	if at.RowSpan > 1 {
		out += "/RowSpan " + strconv.Itoa(at.RowSpan)
	}
	if len(at.Headers) > 0 {
		out += "/Headers["
		for _, id := range at.Headers {
			out += bytesString(id)
		}
		out += "]"
	}
	return out
}

func appendOwner(owners []string, owner, entries string) []string {
	if entries == "" {
		return owners
	}
	return append(owners, "<</O/"+owner+entries+">>")
}

// reference writes a reference to an object.
func reference(b []byte, object int) []byte {
	return append(strconv.AppendInt(b, int64(object), 10), " 0 R"...)
}
