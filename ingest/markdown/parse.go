package markdown

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"voortgang/internal/finding"
	"voortgang/internal/garbled"
	"voortgang/internal/markup"
	"voortgang/internal/prose"
	"voortgang/internal/source"
)

// Parse reads one text, within the bounds. file is its path within the workdir, for the places of
// blocks and findings.
func Parse(file, body string) ([]prose.Block, []finding.Finding) {
	written, moved := pastedLists(withoutSettings(markup.WithoutComments(body)))
	src := []byte(written)
	r := &reader{file: file, src: src, lines: lineStarts(src), moved: moved}
	r.openComments(body)
	root := newParser().Parse(text.NewReader(src))
	r.footnotes(root)
	r.definitions(root)
	r.blocks(root, false)
	r.looseNotes()
	return r.out, r.list
}

// reader walks the syntax tree and gathers blocks and findings.
type reader struct {
	file  string
	src   []byte
	lines []int
	// moved is by how many characters the text of a line was moved.
	moved map[int]int
	out   []prose.Block
	list  []finding.Finding
	// notes are the footnotes by their number in the text.
	notes map[int]*prose.Note
	// labels are those of the footnotes that are written out; true for those
	// that a mark leads to.
	labels map[string]bool
	// defined are the labels of links whose address is written apart.
	defined map[string]bool
	// tags are the HTML tags that are open.
	tags []string
}

func lineStarts(src []byte) []int {
	starts := []int{0}
	for i, c := range src {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// place turns an offset into line and column, counting characters.
func (r *reader) place(offset int) source.Ref {
	lo, hi := 0, len(r.lines)
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; r.lines[mid] <= offset {
			lo = mid
		} else {
			hi = mid
		}
	}
	offset = min(offset, len(r.src))
	char := len([]rune(string(r.src[r.lines[lo]:offset]))) + 1
	return source.Ref{File: r.file, Line: lo + 1, Char: max(1, char-r.moved[lo+1])}
}

func (r *reader) placeOf(n ast.Node) source.Ref {
	if n.Type() != ast.TypeInline && n.Lines() != nil && n.Lines().Len() > 0 {
		return r.place(n.Lines().At(0).Start)
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			return r.place(t.Segment.Start)
		}
		if p := r.placeOf(c); p.Line > 0 {
			return p
		}
	}
	return source.Ref{File: r.file}
}

// placeAround is the place of a node, or of the nearest around it that has one.
func (r *reader) placeAround(n ast.Node) source.Ref {
	for ; n != nil; n = n.Parent() {
		if p := r.placeOf(n); p.Line > 0 {
			return p
		}
	}
	return r.place(0)
}

func (r *reader) add(b prose.Block) { r.out = append(r.out, b) }

// blocks reads the children of a node. quoted sets text in italics: there is
// no other form for a quotation.
func (r *reader) blocks(parent ast.Node, quoted bool) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			r.add(prose.Heading{Level: n.Level, Text: r.withoutNotes(r.inlines(n, style{}), r.placeAround(n)), Place: r.placeOf(n)})
		case *ast.Paragraph, *ast.TextBlock:
			r.paragraph(n, quoted)
		case *ast.List:
			r.add(r.list2(n, 1))
		case *ast.Blockquote:
			r.blocks(n, true)
		case *ast.FencedCodeBlock:
			r.verbatim(n)
		case *ast.LinkReferenceDefinition:
			if !r.defined[string(n.Label)] {
				r.verbatim(n)
			}
		case *east.Table:
			r.add(r.table(n))
		case *ast.ThematicBreak, *east.FootnoteList:
		default:
			r.blocks(n, quoted)
		}
	}
}

// htmlTag is the beginning of an HTML tag: a slash when it closes, and a name.
var htmlTag = regexp.MustCompile(`<(/?)([A-Za-z][A-Za-z0-9-]*)`)

// largeTags hold others.
var largeTags = []string{"table", "ul", "ol", "div", "section", "article", "blockquote"}

// html reports HTML. A tag that closes one that was reported says nothing new.
func (r *reader) html(raw *text.Segments, place source.Ref) {
	// Within a pasted table or list each tag would say the same.
	known := slices.ContainsFunc(r.tags, func(tag string) bool { return slices.Contains(largeTags, tag) })
	for i, m := range htmlTag.FindAllSubmatch(raw.Value(r.src), -1) {
		name := strings.ToLower(string(m[2]))
		if len(m[1]) == 0 {
			r.tags = append(r.tags, name)
			continue
		}
		if at := slices.Index(r.tags, name); at >= 0 {
			r.tags = slices.Delete(r.tags, at, at+1)
			known = known || i == 0
		}
	}
	if last := len(r.list) - 1; !known && (last < 0 || r.list[last].Rule != RuleHTML || r.list[last].Ref.Line != place.Line) {
		line, _, _ := strings.Cut(string(r.src[r.lines[place.Line-1]:]), "\n")
		r.list = append(r.list, htmlIgnored(place, line))
	}
}

// paragraph adds a paragraph; images in it become blocks of their own.
func (r *reader) paragraph(n ast.Node, quoted bool) {
	if inl := trim(r.inlines(n, style{italic: quoted})); len(inl) > 0 {
		r.add(prose.Paragraph{Text: inl, Place: r.placeOf(n)})
	}
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		if img, ok := c.(*ast.Image); ok && entering {
			r.add(prose.Image{
				Path: r.imagePath(string(img.Destination)), Alt: string(plain(img, r.src)),
				Title: string(img.Title), Place: r.placeOf(n),
			})
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
}

// imagePath makes a path within the workdir: relative to the text, as Markdown
// editors show it, or from the workdir when it begins with a folder's name.
func (r *reader) imagePath(dest string) string {
	if strings.HasPrefix(dest, "beelden/") {
		return path.Clean(dest)
	}
	return path.Clean(path.Join(path.Dir(r.file), dest))
}

func (r *reader) verbatim(n ast.Node) {
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		if line := strings.TrimSpace(string(seg.Value(r.src))); line != "" {
			r.add(prose.Paragraph{Text: prose.Text(line), Place: r.place(seg.Start)})
		}
	}
}

// definitions finds which addresses that are written apart a link uses: others
// are text that happens to look like one.
func (r *reader) definitions(root ast.Node) {
	r.defined = map[string]bool{}
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if l, ok := n.(*ast.Link); ok && entering && l.Reference != nil {
			r.defined[string(l.Reference.Value)] = true
		}
		return ast.WalkContinue, nil
	})
}

// list2 reads a list; what lies deeper than two levels is put on the second.
func (r *reader) list2(n *ast.List, level int) prose.List {
	out := prose.List{Ordered: n.IsOrdered()}
	numbers, extra := r.numbers(n), 0
	for li := n.FirstChild(); li != nil; li = li.NextSibling() {
		item := prose.Item{Number: numbers[len(out.Items)-extra]}
		var deeper []prose.Item
		for c := li.FirstChild(); c != nil; c = c.NextSibling() {
			if sub, ok := c.(*ast.List); ok {
				inner := r.list2(sub, level+1)
				if level >= 2 {
					deeper = append(deeper, inner.Items...)
				} else if item.Sub == nil {
					item.Sub = &inner
				} else {
					item.Sub.Items = append(item.Sub.Items, inner.Items...)
				}
				continue
			}
			if len(item.Text) > 0 {
				item.Text = append(item.Text, prose.Inline{Break: true})
			}
			item.Text = append(item.Text, trim(r.inlines(c, style{}))...)
		}
		out.Items = append(out.Items, item)
		out.Items = append(out.Items, deeper...)
		extra += len(deeper)
	}
	return out
}

// itemNumber is the number of an item, at the end of what stands before it.
var itemNumber = regexp.MustCompile(`(\d{1,9})[.)]\s*$`)

// numbers gives the numbers of a list as they are written: a list may go on
// after a paragraph, or miss one. Where all are the same the items are counted.
func (r *reader) numbers(n *ast.List) []int {
	out := make([]int, n.ChildCount())
	if !n.IsOrdered() {
		return out
	}
	i, same := 0, true
	for li := n.FirstChild(); li != nil; li = li.NextSibling() {
		out[i] = n.Start + i
		if at := r.start(li); at >= 0 {
			line := r.lines[r.place(at).Line-1]
			if m := itemNumber.FindSubmatch(r.src[line:at]); m != nil {
				out[i], _ = strconv.Atoi(string(m[1]))
			}
		}
		same = same && out[i] == out[0]
		i++
	}
	for i := range out {
		if same {
			out[i] = n.Start + i
		}
	}
	return out
}

// start gives the first byte of the text below a node, or -1.
func (r *reader) start(n ast.Node) int {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Type() == ast.TypeBlock && c.Lines() != nil && c.Lines().Len() > 0 {
			return c.Lines().At(0).Start
		}
		if at := r.start(c); at >= 0 {
			return at
		}
	}
	return -1
}

func (r *reader) table(n *east.Table) prose.Table {
	t := prose.Table{Place: r.placeOf(n)}
	for _, a := range n.Alignments {
		switch a {
		case east.AlignRight:
			t.Align = append(t.Align, prose.Right)
		case east.AlignCenter:
			t.Align = append(t.Align, prose.Centre)
		default:
			t.Align = append(t.Align, prose.Left)
		}
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells [][]prose.Inline
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, trim(r.inlines(c, style{})))
		}
		cells = r.extraCells(row, cells)
		if _, head := row.(*east.TableHeader); head {
			t.Head = cells
		} else {
			t.Rows = append(t.Rows, cells)
		}
	}
	return t
}

type style struct {
	bold, italic bool
	link, lang   string
	linkPlace    source.Ref
}

// webAddress tells whether a link leads out of the report.
func webAddress(link string) bool {
	for _, scheme := range []string{"http:", "https:", "mailto:", "tel:"} {
		if len(link) > len(scheme) && strings.EqualFold(link[:len(scheme)], scheme) {
			return true
		}
	}
	return false
}

// linkPlace is where a link stands: at its bracket.
func (r *reader) linkPlace(n *ast.Link) source.Ref {
	place := source.Ref{File: r.file}
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := c.(*ast.Text); ok && entering {
			at := t.Segment.Start
			for at > 0 && r.src[at] != '[' && r.src[at] != '\n' {
				at--
			}
			place = r.place(at)
			return ast.WalkStop, nil
		}
		return ast.WalkContinue, nil
	})
	return place
}

// inlines reads the text of a node with its form. Line ends within a paragraph
// are spaces; a hard line end is kept.
func (r *reader) inlines(parent ast.Node, st style) []prose.Inline {
	var out []prose.Inline
	put := func(s string) {
		if s == "" {
			return
		}
		next := prose.Inline{Text: s, Bold: st.bold, Italic: st.italic, Link: st.link, LinkPlace: st.linkPlace, Lang: st.lang}
		if n := len(out) - 1; n >= 0 && out[n].Ref == nil && out[n].Note == nil && !out[n].Break && out[n].Bold == next.Bold &&
			out[n].Italic == next.Italic && out[n].Link == next.Link && out[n].LinkPlace == next.LinkPlace && out[n].Lang == next.Lang {
			out[n].Text += s
			return
		}
		out = append(out, next)
	}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			put(unescape(n.Segment.Value(r.src)))
			switch {
			case n.HardLineBreak():
				out = append(out, prose.Inline{Break: true})
			case n.SoftLineBreak():
				put(" ")
			}
		case *ast.String:
			put(string(n.Value))
		case *ast.CodeSpan:
			put(string(plain(n, r.src)))
		case *ast.Emphasis:
			inner := st
			inner.bold = st.bold || n.Level == 2
			inner.italic = st.italic || n.Level == 1
			out = append(out, r.inlines(n, inner)...)
		case *ast.Link:
			inner := st
			if name, ok := strings.CutPrefix(string(n.Destination), languagePrefix); ok {
				inner.lang = r.language(n, name)
			} else {
				inner.link = string(n.Destination)
				if !webAddress(inner.link) {
					inner.linkPlace = r.linkPlace(n)
				}
			}
			out = append(out, r.inlines(n, inner)...)
		case *ast.AutoLink:
			url := string(n.URL(r.src))
			if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(url, "mailto:") {
				url = "mailto:" + url
			}
			out = append(out, prose.Inline{Text: string(n.Label(r.src)), Bold: st.bold, Italic: st.italic, Link: url})
		case *ast.RawHTML:
			r.html(n.Segments, r.place(n.Segments.At(0).Start))
			if garbled.PartsWords(string(n.Segments.Value(r.src))) && len(out) > 0 && !out[len(out)-1].Break {
				out = append(out, prose.Inline{Break: true})
			}
		case *ast.Image:
		case *east.FootnoteLink:
			if note := r.notes[n.Index]; note != nil {
				out = append(out, prose.Inline{Note: note})
			}
		case *referenceNode:
			ref := n.ref
			ref.Place = r.place(n.offset)
			if n.broken {
				r.list = append(r.list, brokenReference(ref))
				put(ref.Raw)
				continue
			}
			out = append(out, prose.Inline{Ref: &ref, Bold: st.bold, Italic: st.italic, Link: st.link, LinkPlace: st.linkPlace, Lang: st.lang})
		default:
			out = append(out, r.inlines(n, st)...)
		}
	}
	return out
}

// unescape resolves backslashes and character entities.
func unescape(b []byte) string {
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(bytes.Clone(b)))))
}

// plain gives the bare text below a node.
func plain(n ast.Node, src []byte) []byte {
	var b bytes.Buffer
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.Write(c.Segment.Value(src))
		case *ast.String:
			b.Write(c.Value)
		default:
			b.Write(plain(c, src))
		}
	}
	return b.Bytes()
}

// trim takes white space from both ends, and empty pieces with it.
func trim(list []prose.Inline) []prose.Inline {
	for len(list) > 0 && list[0].Ref == nil && list[0].Note == nil {
		list[0].Text = strings.TrimLeft(list[0].Text, " \t\n")
		if list[0].Text != "" {
			break
		}
		list = list[1:]
	}
	for n := len(list) - 1; n >= 0 && list[n].Ref == nil && list[n].Note == nil; n = len(list) - 1 {
		list[n].Text = strings.TrimRight(list[n].Text, " \t\n")
		if list[n].Text != "" {
			break
		}
		list = list[:n]
	}
	return list
}
