package pdfw

import (
	"crypto/md5"
	"fmt"
	"sort"
	"strconv"
	"strings"
)

// Bytes returns the file, as [Doc.WriteTo] writes it.
func (d *Doc) Bytes() ([]byte, error) {
	if len(d.pages) == 0 {
		return nil, errEmpty
	}
	for _, p := range d.pages {
		p.finish()
	}
	a := &assembler{doc: d, file: file{plain: d.Plain}}
	a.number()
	d.checkStructure()
	if d.err != nil {
		return nil, d.err
	}
	catalog, info := a.alloc(), a.alloc()
	a.writePages()
	for _, f := range d.fonts {
		a.writeFont(f)
	}
	for _, img := range d.images {
		a.writeImage(img)
	}
	a.writeStructure()
	a.put(catalog, a.catalog())
	a.put(info, []byte(d.meta.info()))
	if d.err != nil {
		return nil, d.err
	}
	return a.bytes(catalog, info), nil
}

// finish ends what is open on a page, which can be drawn on further.
func (p *Page) finish() {
	if p.open {
		p.fail("a mark isn't ended")
	}
	if len(p.saved) > 0 {
		p.fail("Save without Restore")
	}
	p.finishPath()
	p.endWritten()
}

// assembler turns a document into objects.
type assembler struct {
	file
	doc       *Doc
	pageTree  int
	pages     []int // object numbers, by page
	structure int   // StructTreeRoot
	// specs are the object numbers of the attachments' file specifications.
	specs map[string]int
}

// number gives everything that is referred to its object number, in an order
// that follows the document.
func (a *assembler) number() {
	a.pageTree, a.structure = a.alloc(), a.alloc()
	key := len(a.doc.pages)
	for _, p := range a.doc.pages {
		a.pages = append(a.pages, a.alloc())
		for _, link := range p.annots {
			link.object, link.parent = a.alloc(), key
			key++
		}
	}
	a.specs = map[string]int{}
	for _, file := range a.doc.attachments {
		a.specs[file.Name] = a.alloc()
	}
	for _, f := range a.doc.fonts {
		f.object = a.alloc()
	}
	for _, img := range a.doc.images {
		img.object = a.alloc()
	}
	a.numberElem(a.doc.root)
}

func (a *assembler) numberElem(e *Elem) {
	e.object = a.alloc()
	for _, k := range e.kids {
		if k.elem != nil {
			a.numberElem(k.elem)
		}
	}
}

func (a *assembler) page(p *Page) int { return a.pages[p.number-1] }

func (a *assembler) writePages() {
	var kids strings.Builder
	for _, p := range a.doc.pages {
		fmt.Fprintf(&kids, "%d 0 R ", a.page(p))
		content := a.alloc()
		a.putStream(content, "", p.content, true)
		var b strings.Builder
		fmt.Fprintf(&b, "<</Type/Page/Parent %d 0 R/MediaBox[0 0 %s %s]/Contents %d 0 R/Resources<<",
			a.pageTree, number(nil, p.w), number(nil, p.h), content)
		if len(p.fonts) > 0 {
			b.WriteString("/Font<<")
			for _, f := range p.fonts {
				fmt.Fprintf(&b, "/%s %d 0 R", f.name, f.object)
			}
			b.WriteString(">>")
		}
		if len(p.images) > 0 {
			b.WriteString("/XObject<<")
			for _, img := range p.images {
				fmt.Fprintf(&b, "/%s %d 0 R", img.name, img.object)
			}
			b.WriteString(">>")
		}
		b.WriteString(">>/Tabs/S")
		if len(p.elems) > 0 {
			fmt.Fprintf(&b, "/StructParents %d", p.number-1)
		}
		if len(p.annots) > 0 {
			b.WriteString("/Annots[")
			for _, annot := range p.annots {
				fmt.Fprintf(&b, "%d 0 R ", annot.object)
				if annot.file != "" {
					a.writeFileLink(annot)
				} else {
					a.writeLink(annot)
				}
			}
			b.WriteString("]")
		}
		b.WriteString(">>")
		a.put(a.page(p), []byte(b.String()))
	}
	a.putf(a.pageTree, "<</Type/Pages/Count %d/Kids[%s]>>", len(a.doc.pages), kids.String())
}

// writeLink writes a link annotation. F 4 lets it print, as PDF/A demands.
func (a *assembler) writeLink(link *annotation) {
	action := ""
	if dest, internal := strings.CutPrefix(link.target, "#"); internal {
		if _, known := a.doc.destOf[dest]; !known {
			link.page.fail("a link leads to %q, which is nowhere", dest)
		}
		action = "/Dest" + bytesString(dest)
	} else {
		action = "/A<</S/URI/URI" + uri(link.target) + ">>"
	}
	box := link.page.appendBox(nil, link.rect)
	a.putf(link.object, "<</Type/Annot/Subtype/Link/Rect[%s]/Border[0 0 0]/F 4/Contents%s/StructParent %d/P %d 0 R%s>>",
		box, text(link.contents), link.parent, a.page(link.page), action)
}

// writeFileLink writes an annotation that opens an attachment: the only kind
// that PDF/A allows to open a file that isn't a PDF. F 132 lets it print and
// keeps it in its place.
func (a *assembler) writeFileLink(annot *annotation) {
	spec, known := a.specs[annot.file]
	if !known {
		annot.page.fail("an annotation opens %q, which isn't attached", annot.file)
	}
	w, h := annot.rect.W, annot.rect.H
	look := a.alloc()
	a.putStream(look, fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 %s %s]/Resources<<>>", number(nil, w), number(nil, h)), annot.clip.draw(w, h), true)
	a.putf(annot.object, "<</Type/Annot/Subtype/FileAttachment/Name/Paperclip/Rect[%s]/F 132/Contents%s/FS %d 0 R/AP<</N %d 0 R>>/StructParent %d/P %d 0 R>>",
		annot.page.appendBox(nil, annot.rect), text(annot.contents), spec, look, annot.parent, a.page(annot.page))
}

// clipPath is a paperclip in a box of 5 by 9, y upward: its wire as one line
// through straights and half circles.
const clipPath = "3.6 6.4 m 3.6 2.6 l 3.6 2.05 3.15 1.6 2.6 1.6 c 2.05 1.6 1.6 2.05 1.6 2.6 c 1.6 7 l " +
	"1.6 7.83 2.27 8.5 3.1 8.5 c 3.93 8.5 4.6 7.83 4.6 7 c 4.6 2.5 l 4.6 1.4 3.7 .5 2.6 .5 c 1.5 .5 .6 1.4 .6 2.5 c .6 6.4 l S\n"

// draw is the appearance of an annotation of w by h: the paperclip at its right
// end, halfway its height.
func (c Clip) draw(w, h float64) []byte {
	if c.Width <= 0 {
		return nil
	}
	scale := min(c.Width/5, h/9) * 0.8
	b := appendColour([]byte("1 J 1 j .6 w\n"), c.Colour, "G\n", "RG\n")
	for _, v := range []float64{scale, 0, 0, scale, w - 5*scale, (h - 9*scale) / 2} {
		b = append(number(b, v), ' ')
	}
	return append(append(b, "cm "...), clipPath...)
}

// catalog is the document's root object.
func (a *assembler) catalog() []byte {
	d := a.doc
	metadata, profile := a.alloc(), a.alloc()
	a.putStream(metadata, "/Type/Metadata/Subtype/XML", d.meta.xmp(), false)
	a.putStream(profile, "/N 3", srgbProfile(), true)
	var b strings.Builder
	fmt.Fprintf(&b, "<</Type/Catalog/Pages %d 0 R/Lang%s/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R"+
		"/ViewerPreferences<</DisplayDocTitle true>>/Metadata %d 0 R"+
		"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R>>]",
		a.pageTree, text(d.meta.Lang), a.structure, metadata, profile)
	if len(d.outline) > 0 {
		fmt.Fprintf(&b, "/PageMode/UseOutlines/Outlines %d 0 R", a.writeOutline())
	}
	if len(d.labels) > 0 {
		b.WriteString("/PageLabels<</Nums[")
		for _, l := range d.labels {
			fmt.Fprintf(&b, "%d<<", l.page-1)
			if l.style != NoNumber {
				fmt.Fprintf(&b, "/S/%s/St %d", l.style, max(l.start, 1))
			}
			if l.prefix != "" {
				b.WriteString("/P" + text(l.prefix))
			}
			b.WriteString(">>")
		}
		b.WriteString("]>>")
	}
	names := a.destNames()
	if len(d.attachments) > 0 {
		files, tree := a.writeAttachments()
		b.WriteString("/AF[" + files + "]")
		names += "/EmbeddedFiles<</Names[" + tree + "]>>"
	}
	if names != "" {
		b.WriteString("/Names<<" + names + ">>")
	}
	b.WriteString(">>")
	return []byte(b.String())
}

// destNames is the name tree of the destinations, sorted as readers search it.
func (a *assembler) destNames() string {
	if len(a.doc.dests) == 0 {
		return ""
	}
	sorted := append([]dest(nil), a.doc.dests...)
	sort.Slice(sorted, func(i, j int) bool { return sorted[i].name < sorted[j].name })
	tree := a.alloc()
	b := []byte("<</Names[")
	for _, place := range sorted {
		b = append(b, bytesString(place.name)...)
		b = append(b, a.destination(place)...)
	}
	a.put(tree, append(b, "]>>"...))
	return fmt.Sprintf("/Dests %d 0 R", tree)
}

// destination shows a place at the top of the window, at the reader's zoom.
func (a *assembler) destination(place dest) string {
	y := min(max(place.page.h-place.y, 0), place.page.h)
	return fmt.Sprintf("[%d 0 R/XYZ null %s null]", a.page(place.page), number(nil, y))
}

// writeOutline writes the bookmarks, each linked to its neighbours, and
// returns the number of their root.
func (a *assembler) writeOutline() int {
	items := a.doc.outline
	root := a.alloc()
	numbers := make([]int, len(items))
	for i := range items {
		numbers[i] = a.alloc()
	}
	// Index -1 is the root. next and previous are siblings.
	type links struct{ parent, previous, next, first, last, count int }
	tree := make([]links, len(items))
	top := links{first: -1, last: -1}
	at := func(i int) *links {
		if i < 0 {
			return &top
		}
		return &tree[i]
	}
	var path []int // the latest item of each level
	for i, item := range items {
		parent := -1
		if item.level > 1 {
			parent = path[item.level-2]
		}
		path = append(path[:item.level-1], i)
		tree[i] = links{parent: parent, previous: at(parent).last, next: -1, first: -1, last: -1}
		if previous := at(parent).last; previous >= 0 {
			tree[previous].next = i
		} else {
			at(parent).first = i
		}
		at(parent).last = i
	}
	// From the back, children are counted before their parents: an item
	// shows its children, and theirs where they are unfolded.
	for i := len(items) - 1; i >= 0; i-- {
		shown := 1
		if items[i].level <= a.doc.OpenLevel {
			shown += tree[i].count
		}
		at(tree[i].parent).count += shown
	}
	for i, item := range items {
		b := []byte("<</Title" + text(item.title))
		entry := func(key string, index int) {
			if index >= 0 {
				b = append(b, key...)
				b = strconv.AppendInt(b, int64(numbers[index]), 10)
				b = append(b, " 0 R"...)
			}
		}
		if tree[i].parent < 0 {
			b = fmt.Appendf(b, "/Parent %d 0 R", root)
		}
		entry("/Parent ", tree[i].parent)
		entry("/Prev ", tree[i].previous)
		entry("/Next ", tree[i].next)
		entry("/First ", tree[i].first)
		entry("/Last ", tree[i].last)
		if count := tree[i].count; count > 0 {
			if item.level > a.doc.OpenLevel {
				count = -count
			}
			b = fmt.Appendf(b, "/Count %d", count)
		}
		place, known := a.doc.destOf[item.dest]
		if !known {
			a.doc.fail("bookmark %q leads to %q, which is nowhere", item.title, item.dest)
			continue
		}
		b = append(b, "/Dest"+a.destination(a.doc.dests[place])+">>"...)
		a.put(numbers[i], b)
	}
	a.putf(root, "<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>", numbers[top.first], numbers[top.last], top.count)
	return root
}

// writeAttachments returns the references to the files in the order in which
// they were attached, and their name tree.
func (a *assembler) writeAttachments() (files, tree string) {
	type entry struct{ name, node string }
	var entries []entry
	for _, file := range a.doc.attachments {
		modified := file.Modified
		if modified.IsZero() {
			modified = a.doc.meta.Created
		}
		data, spec := a.alloc(), a.specs[file.Name]
		dict := fmt.Sprintf("/Type/EmbeddedFile/Subtype%s/Params<</Size %d/CheckSum<%X>/ModDate%s>>",
			name(file.MIME), len(file.Data), md5.Sum(file.Data), date(modified))
		a.putStream(data, dict, file.Data, true)
		a.putf(spec, "<</Type/Filespec/F%s/UF%s/Desc%s/AFRelationship%s/EF<</F %d 0 R/UF %d 0 R>>>>",
			text(file.Name), text(file.Name), text(file.Desc), name(string(file.Relation)), data, data)
		ref := fmt.Sprintf("%d 0 R", spec)
		files += ref + " "
		entries = append(entries, entry{file.Name, bytesString(file.Name) + ref})
	}
	sort.Slice(entries, func(i, j int) bool { return entries[i].name < entries[j].name })
	for _, e := range entries {
		tree += e.node + " "
	}
	return files, tree
}
