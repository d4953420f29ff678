package xmlscan

import "bytes"

// declaration is how an attribute begins that declares a namespace.
const declaration = "xmlns"

// compatibility is the namespace in which a part offers a choice of contents.
const compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"

// maxBound is how many declarations are kept; parts have a dozen.
const maxBound = 200

// names resolves the names of elements. The format's own namespace is that of
// the root element: there are two, and none in what some programs write.
type names struct {
	bound []binding
	// prefix is the root's, own its namespace.
	prefix, own []byte
	// below is true when elements below the root declare namespaces too.
	below bool
	// last is the prefix that was looked up last.
	last []byte
}

// binding is a prefix with its namespace, within an element at some depth.
type binding struct {
	prefix, space []byte
	depth         int
}

// declare takes the declarations of an element of which the content stands at
// a depth.
func (n *names) declare(attrs []byte, depth int) {
	if !bytes.Contains(attrs, []byte(declaration)) {
		return
	}
	for {
		var name, value []byte
		if name, value, attrs = NextAttr(attrs); name == nil {
			return
		}
		if before, after, _ := bytes.Cut(name, []byte(":")); string(before) == declaration && len(n.bound) < maxBound {
			n.bound = append(n.bound, binding{after, value, depth})
		}
	}
}

// leave forgets what was declared deeper.
func (n *names) leave(depth int) {
	for k := len(n.bound) - 1; k >= 0 && n.bound[k].depth > depth; k-- {
		n.bound = n.bound[:k]
	}
}

// settle takes the namespace of the element found last for the format's own.
func (n *names) settle() { n.prefix, n.own = n.last, n.space(n.last) }

// space gives the namespace of a prefix; the prefix itself when none declares it.
func (n *names) space(prefix []byte) []byte {
	for k := len(n.bound) - 1; k >= 0; k-- {
		if bytes.Equal(n.bound[k].prefix, prefix) {
			return n.bound[k].space
		}
	}
	return prefix
}

// find gives the local name of an element of the format itself, and nil for
// any other. Content for programs that know some extension has another in its
// place for those that don't, which is read as if it stood there by itself: of
// the elements around them the name is given as alternative.
func (n *names) find(name []byte) (local []byte, alternative string) {
	n.last, local = CutPrefix(name)
	if !n.below && bytes.Equal(n.last, n.prefix) {
		return local, ""
	}
	switch space := n.space(n.last); {
	case bytes.Equal(space, n.own):
		return local, ""
	case string(space) == compatibility:
		return nil, string(local)
	}
	return nil, ""
}

// ownPrefixes are the prefixes that the root gives the format's own namespace.
func (n *names) ownPrefixes() [][]byte {
	out := [][]byte{n.prefix}
	for _, b := range n.bound {
		if bytes.Equal(b.space, n.own) {
			out = append(out, b.prefix)
		}
	}
	return out
}

// CutPrefix parts "x:row" in "x" and "row".
func CutPrefix(name []byte) (prefix, local []byte) {
	for i, c := range name {
		if c == ':' {
			return name[:i], name[i+1:]
		}
	}
	return nil, name
}
