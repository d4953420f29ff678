package pdf

import "voortgang/render/pdfw"

// node is an element of the structure tree before it is drawn. Its place among
// its siblings is where it is first drawn, so marks are made in reading order.
type node struct {
	tag    pdfw.Tag
	attrs  pdfw.Attrs
	parent *node // nil: belongs to the document
	// boxed asks for the bounding box of what is drawn in it.
	boxed bool

	elem *pdfw.Elem
}

// child makes an element within n; n may be nil for the document itself.
func (n *node) child(tag pdfw.Tag) *node { return &node{tag: tag, parent: n} }

// with sets attributes and gives the node back.
func (n *node) with(attrs pdfw.Attrs) *node { n.attrs = attrs; return n }

// element is the writer's element for a node, made when it is first asked for.
func (n *node) element(doc *pdfw.Doc) *pdfw.Elem {
	if n == nil {
		return doc.Root()
	}
	if n.elem == nil {
		n.elem = n.parent.element(doc).Add(n.tag, n.attrs)
	}
	return n.elem
}

// headTag is the tag of a heading by its level.
func headTag(level int) pdfw.Tag {
	return [...]pdfw.Tag{pdfw.H1, pdfw.H1, pdfw.H2, pdfw.H3, pdfw.H4, pdfw.H5, pdfw.H6}[min(max(level, 0), 6)]
}
