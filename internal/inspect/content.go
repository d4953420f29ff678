package inspect

import (
	"errors"

	"voortgang/internal/inspect/pdfread"
)

// contents is what the contents of the pages tell.
type contents struct {
	// bare counts what is drawn outside any mark, by page number.
	bare map[int]int
	// marks are the numbers of marked content that occur, with the page they
	// are first on; twice are those that occur again.
	marks map[spot]int
	twice []spot
	// mixed counts decoration within content and content within decoration,
	// by page number.
	mixed map[int]int
	// unclosed lists pages where marks aren't closed.
	unclosed []int
	// unreadable counts pages whose contents can't be read.
	unreadable int
	operators  int
	// forms are the forms that were followed, with how much each draws
	// outside any mark.
	forms map[formUse]int
}

// formUse is a form drawn within a mark or outside any.
type formUse struct {
	object int
	marked bool
}

// painting are the operators that put something on the page.
var painting = map[pdfread.Operator]bool{
	"S": true, "s": true, "f": true, "F": true, "f*": true, "B": true, "B*": true, "b": true, "b*": true,
	"sh": true, "Tj": true, "TJ": true, "'": true, "\"": true, "Do": true, "BI": true,
}

func (in *inspector) readContents() {
	in.drawn = contents{bare: map[int]int{}, marks: map[spot]int{}, mixed: map[int]int{}, forms: map[formUse]int{}}
	in.fonts = fontList{byKey: map[string]*font{}}
	for _, p := range in.pages {
		data, ok := in.pageData(p)
		if !ok {
			in.drawn.unreadable++
		}
		r := &contentReader{in: in, page: p, container: p.object, resources: p.resources, forms: map[int]bool{}}
		r.run(data)
		if len(r.marks) > 0 || r.underflow {
			in.drawn.unclosed = append(in.drawn.unclosed, p.number)
		}
	}
}

// pageData joins the content streams of a page.
func (in *inspector) pageData(p *page) ([]byte, bool) {
	o := in.Resolve(p.dict["Contents"])
	list, isList := o.(pdfread.Array)
	if !isList {
		list = pdfread.Array{o}
	}
	if len(list) == 1 {
		if in.Resolve(list[0]) == nil {
			return nil, p.dict["Contents"] == nil
		}
	}
	var out []byte
	ok := true
	for _, one := range list {
		s := in.Stream(one)
		if s == nil {
			ok = false
			continue
		}
		data, err := in.Data(s)
		if err != nil {
			ok = false
			continue
		}
		if len(list) == 1 {
			return data, true
		}
		out = append(append(out, data...), '\n')
		if in.Err() != nil || len(out) > pdfread.MaxSize {
			return nil, false
		}
	}
	return out, ok
}

// mark is an open mark: decoration, numbered content, or neither.
type mark struct {
	artifact bool
	mcid     int // -1 when there is none
}

// contentReader follows one content stream.
type contentReader struct {
	in        *inspector
	page      *page
	container int // object number of the page or form
	resources pdfread.Dict
	// inherited tells that the form was drawn inside a mark.
	inherited bool
	forms     map[int]bool // open forms, against cycles
	marks     []mark
	// decoration and content count the open marks of either kind.
	decoration, content int
	underflow           bool
	font                *font
	saved               []*font
}

const mostOperands = 4096

func (r *contentReader) run(data []byte) {
	l := r.in.Content(data)
	var operands []pdfread.Object
	for {
		o, err := l.Next()
		if err != nil {
			return
		}
		op, isOperator := o.(pdfread.Operator)
		if !isOperator {
			if len(operands) < mostOperands {
				operands = append(operands, o)
			}
			continue
		}
		if op == "ID" {
			l.SkipInlineImage()
		}
		r.operator(op, operands)
		operands = operands[:0]
	}
}

func (r *contentReader) operator(op pdfread.Operator, operands []pdfread.Object) {
	var last pdfread.Object
	if n := len(operands); n > 0 {
		last = operands[n-1]
	}
	d := &r.in.drawn
	if painting[op] {
		d.operators++
	}
	switch op {
	case "BMC", "BDC":
		r.begin(op, operands)
	case "EMC":
		if n := len(r.marks); n > 0 {
			r.count(r.marks[n-1], -1)
			r.marks = r.marks[:n-1]
		} else {
			r.underflow = true
		}
	case "q":
		if len(r.saved) < 10_000 {
			r.saved = append(r.saved, r.font)
		}
	case "Q":
		if n := len(r.saved); n > 0 {
			r.font, r.saved = r.saved[n-1], r.saved[:n-1]
		}
	case "Tf":
		if len(operands) >= 2 {
			name, _ := operands[len(operands)-2].(pdfread.Name)
			r.font = r.in.useFont(r.resources, name, r.page)
		}
	case "Tj", "'", "\"", "TJ":
		if r.show(last) {
			r.paint()
		}
	case "Do":
		name, _ := last.(pdfread.Name)
		r.draw(name)
	default:
		if painting[op] {
			r.paint()
		}
	}
}

// paint notes something drawn.
func (r *contentReader) paint() {
	if !r.isMarked() {
		r.in.drawn.bare[r.page.number]++
	}
}

func (r *contentReader) isMarked() bool {
	return r.inherited || r.decoration+r.content > 0
}

func (r *contentReader) count(m mark, n int) {
	if m.artifact {
		r.decoration += n
	}
	if m.mcid >= 0 {
		r.content += n
	}
}

func (r *contentReader) begin(op pdfread.Operator, operands []pdfread.Object) {
	m := mark{mcid: -1}
	if len(operands) > 0 {
		tag, _ := operands[0].(pdfread.Name)
		m.artifact = tag == "Artifact"
	}
	if op == "BDC" && len(operands) > 1 {
		properties, ok := operands[1].(pdfread.Dict)
		if name, named := operands[1].(pdfread.Name); named && !ok {
			properties = r.in.Dict(r.in.Dict(r.resources["Properties"])[name])
		}
		if n, ok := r.in.Int(properties["MCID"]); ok && n >= 0 {
			m.mcid = n
			r.number(n)
		}
	}
	if r.decoration > 0 && m.mcid >= 0 || m.artifact && r.content > 0 {
		r.in.drawn.mixed[r.page.number]++
	}
	if len(r.marks) < 10_000 {
		r.count(m, +1)
		r.marks = append(r.marks, m)
	}
}

func (r *contentReader) number(mcid int) {
	d := &r.in.drawn
	at := spot{r.container, mcid}
	if _, seen := d.marks[at]; seen {
		// A form that is drawn more than once repeats its numbers.
		if r.container == r.page.object {
			d.twice = append(d.twice, at)
		}
		return
	}
	d.marks[at] = r.page.number
}

// show notes the codes of a text; it tells whether there were any.
func (r *contentReader) show(o pdfread.Object) bool {
	shown := false
	list, ok := o.(pdfread.Array)
	if !ok {
		list = pdfread.Array{o}
	}
	for _, one := range list {
		if s, ok := one.(pdfread.String); ok && len(s) > 0 {
			shown = true
			if r.font == nil {
				r.in.fonts.missing++
				continue
			}
			r.font.use(s)
		}
	}
	return shown
}

// draw follows a form; a picture is just something drawn.
func (r *contentReader) draw(name pdfread.Name) {
	o := r.in.Dict(r.resources["XObject"])[name]
	s := r.in.Stream(o)
	if s == nil || r.in.Name(s.Dict["Subtype"]) != "Form" {
		r.paint()
		return
	}
	ref, _ := o.(pdfread.Ref)
	if r.forms[ref.Number] || len(r.forms) > 20 {
		return
	}
	use := formUse{ref.Number, r.isMarked()}
	bare := r.in.drawn.bare
	if n, known := r.in.drawn.forms[use]; known {
		if n > 0 {
			bare[r.page.number] += n
		}
		return
	}
	data, err := r.in.Data(s)
	if err != nil {
		if !errors.Is(err, pdfread.ErrTooMuch) {
			r.in.drawn.unreadable++
		}
		return
	}
	r.forms[ref.Number] = true
	defer delete(r.forms, ref.Number)
	form := &contentReader{in: r.in, page: r.page, container: ref.Number, resources: r.in.Dict(s.Dict["Resources"]),
		inherited: use.marked, forms: r.forms, font: r.font}
	if form.resources == nil {
		form.resources = r.resources
	}
	before := bare[r.page.number]
	form.run(data)
	r.in.drawn.forms[use] = bare[r.page.number] - before
}
