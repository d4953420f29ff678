package xmlscan

import (
	"strings"
	"testing"
)

// walk writes the tags of a document: names of the root's namespace, "-" for
// others, with the text of each element.
func walk(document string) string {
	s := Scan([]byte(document))
	var out []string
	for {
		switch tok := s.Next(); {
		case tok == End:
			if s.Broken {
				out = append(out, "broken")
			}
			return strings.Join(out, " ")
		case tok == Close:
			out = append(out, ")")
		case s.Name == nil:
			out = append(out, "(-")
		default:
			text := ""
			if !s.Empty {
				text = string(s.Text(nil))
			}
			out = append(out, "("+string(s.Name)+text)
		}
	}
}

func TestNext(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"plain":            {`<a><b>x</b></a>`, "(bx ) )"},
		"prefix":           {`<p:a xmlns:p="u"><p:b/><b/></p:a>`, "(b (- )"},
		"another space":    {`<a xmlns="u"><b xmlns="v"/><b/></a>`, "(- (b )"},
		"entities":         {`<a><b>1 &lt; 2 &#x41;&nope;</b></a>`, "(b1 < 2 A&nope; ) )"},
		"CDATA, comment":   {`<a><b>x<![CDATA[<y>]]><!-- z -->w</b></a>`, "(bx<y>w ) )"},
		"bracket in value": {`<a><b c=">"/></a>`, "(b )"},
		"line ends":        {"<a><b>x\r\ny\rz</b></a>", "(bx\ny\nz ) )"},
		"breaks off":       {`<a><b c="`, "broken"},
		"choice":           {`<a xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent><mc:Choice><x/></mc:Choice><mc:Fallback><b/></mc:Fallback></mc:AlternateContent></a>`, "(b )"},
	} {
		if got := walk(c.in); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestChild(t *testing.T) {
	s := Scan([]byte(`<a><b><b/>x</b><c k="1&amp;2" f="true"/></a>`))
	var names []string
	for in := s.Inside(); s.Child(in); {
		names = append(names, string(s.Name))
	}
	if k, ok := s.Attr("k"); strings.Join(names, " ") != "b c" || ok {
		t.Error(names, k)
	}
	s = Scan([]byte(`<a><b/><c k="1&amp;2" f="true"/></a>`))
	for in := s.Inside(); s.Child(in) && string(s.Name) != "c"; {
	}
	if k, _ := s.Attr("k"); k != "1&2" || !s.Flag("f") || s.Flag("k") {
		t.Error(k)
	}
}

func TestBehind(t *testing.T) {
	s := Scan([]byte(`<x:a xmlns:x="u"><x:long><x:d/></x:long><x:e/><x:f/></x:a>`))
	rest, ok := s.Behind("long")
	var names []string
	for ok && rest.Child(1) {
		names = append(names, string(rest.Name))
	}
	if strings.Join(names, " ") != "e f" {
		t.Error(names)
	}
	if !s.Child(s.Inside()) || string(s.Name) != "long" {
		t.Errorf("the first scanner moved to %s", s.Name)
	}
	if _, ok := s.Behind("none"); ok {
		t.Error("an element that isn't there")
	}
}

func TestUTF8(t *testing.T) {
	for name, in := range map[string]string{
		"mark":      "\xef\xbb\xbf<é/>",
		"UTF-16":    "\xff\xfe<\x00\xe9\x00/\x00>\x00",
		"latin":     "<?xml version='1.0' encoding='iso-8859-1'?><\xe9/>",
		"UTF-8":     "<?xml version='1.0' encoding='UTF-8'?><é/>",
		"no marks":  "<é/>",
		"not as it": "<?xml version='1.0' encoding='utf-16'?><é/>",
	} {
		if got, err := UTF8([]byte(in)); err != nil || !strings.HasSuffix(string(got), "<é/>") {
			t.Errorf("%s: %q %v", name, got, err)
		}
	}
}
