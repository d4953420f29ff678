package inspect

import (
	"voortgang/internal/inspect/pdfread"
)

// structure is the structure tree in reading order.
type structure struct {
	present  bool
	elements []element
	// byObject finds an element by its object number.
	byObject map[int]int
	// marked finds the element that claims marked content; twice counts
	// content that two claim.
	marked map[spot]int
	twice  int
	// annots finds the element that claims an annotation, by object number.
	annots map[int]int
	// parents is the parent tree: what a page or an annotation leads back to.
	parents map[int]pdfread.Object
	// ids are the IDs of the elements; headers are the IDs that cells name.
	ids     map[string]int
	headers map[string]bool
	cut     bool
}

// spot is marked content: its number on a page or in a form, of which this is
// the object number.
type spot struct{ container, mcid int }

// element is an element of the tree.
type element struct {
	parent int // index; -1 for the first
	object int
	// typ is as written, role the standard type that it stands for, or "".
	typ, role string
	dict      pdfread.Dict
	page      int // number of the first page that it is on, or 0
}

const mostElements = 2_000_000

// standardTypes are those of ISO 32000-1, 14.8.4.
var standardTypes = func() map[string]bool {
	out := map[string]bool{}
	for _, t := range []string{"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private",
		"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot",
		"Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP",
		"Figure", "Formula", "Form"} {
		out[t] = true
	}
	return out
}()

func (in *inspector) readStructure() {
	root := in.Dict(in.Root()["StructTreeRoot"])
	t := &in.tree
	t.byObject, t.marked, t.annots = map[int]int{}, map[spot]int{}, map[int]int{}
	t.ids, t.headers, t.parents = map[string]int{}, map[string]bool{}, map[int]pdfread.Object{}
	if root == nil {
		return
	}
	t.present = true
	in.numberTree(root["ParentTree"], func(key int, o pdfread.Object) { t.parents[key] = o })
	in.kids(root["K"], -1, 0, in.Dict(root["RoleMap"]), 0)
	in.result.Elements = len(t.elements)
}

// kids reads the kids of an element (-1 is the root) on a page, given by its
// object number.
func (in *inspector) kids(o pdfread.Object, parent, page int, roles pdfread.Dict, depth int) {
	if depth > deepest || len(in.tree.elements) > mostElements {
		in.tree.cut = true
		return
	}
	switch v := in.Resolve(o).(type) {
	case pdfread.Array:
		for _, kid := range v {
			if _, nested := in.Resolve(kid).(pdfread.Array); !nested {
				in.kids(kid, parent, page, roles, depth+1)
			}
		}
	case int:
		in.claim(spot{page, v}, parent)
	case pdfread.Dict:
		in.kid(o, v, parent, page, roles, depth)
	}
}

func (in *inspector) kid(o pdfread.Object, d pdfread.Dict, parent, page int, roles pdfread.Dict, depth int) {
	t := &in.tree
	if ref, ok := d["Pg"].(pdfread.Ref); ok {
		page = ref.Number
	}
	switch in.Name(d["Type"]) {
	case "MCR":
		if stream, ok := d["Stm"].(pdfread.Ref); ok {
			page = stream.Number
		}
		if n, ok := in.Int(d["MCID"]); ok {
			in.claim(spot{page, n}, parent)
		}
	case "OBJR":
		if ref, ok := d["Obj"].(pdfread.Ref); ok {
			t.annots[ref.Number] = parent
		}
	default:
		ref, _ := o.(pdfread.Ref)
		if _, seen := t.byObject[ref.Number]; seen && ref.Number > 0 {
			t.cut = true
			return
		}
		e := element{parent: parent, object: ref.Number, typ: string(in.Name(d["S"])), dict: d}
		e.role = in.role(e.typ, roles)
		if p := in.pageOf[page]; p != nil {
			e.page = p.number
		}
		index := len(t.elements)
		t.elements = append(t.elements, e)
		if ref.Number > 0 {
			t.byObject[ref.Number] = index
		}
		if id, ok := in.Resolve(d["ID"]).(pdfread.String); ok {
			t.ids[string(id)]++
		}
		in.kids(d["K"], index, page, roles, depth+1)
	}
}

// role follows the role map to a standard type.
func (in *inspector) role(typ string, roles pdfread.Dict) string {
	for range 20 {
		if standardTypes[typ] {
			return typ
		}
		typ = string(in.Name(roles[pdfread.Name(typ)]))
	}
	return ""
}

func (in *inspector) claim(at spot, by int) {
	t := &in.tree
	if _, taken := t.marked[at]; taken {
		t.twice++
	}
	t.marked[at] = by
	// An element without a page of its own is where its contents are.
	if p := in.pageOf[at.container]; p != nil {
		for e := by; e >= 0 && t.elements[e].page == 0; e = t.elements[e].parent {
			t.elements[e].page = p.number
		}
	}
}

// attribute finds an attribute of an element for an owner ("Table").
func (in *inspector) attribute(e *element, owner, key pdfread.Name) pdfread.Object {
	o := in.Resolve(e.dict["A"])
	list, ok := o.(pdfread.Array)
	if !ok {
		list = pdfread.Array{o}
	}
	for _, one := range list {
		if d := in.Dict(one); d != nil && in.Name(d["O"]) == owner && d[key] != nil {
			return in.Resolve(d[key])
		}
	}
	return nil
}

// above finds the role of the nearest element above that isn't a mere
// grouping one.
func (t *structure) above(e *element) string {
	for i := e.parent; i >= 0; i = t.elements[i].parent {
		switch r := t.elements[i].role; r {
		case "NonStruct", "Private", "Div", "Span":
		default:
			return r
		}
	}
	return ""
}
