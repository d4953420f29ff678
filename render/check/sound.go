package check

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"regexp"
	"slices"
	"strings"
)

// The library reads parts into its own types and writes them anew. Names of
// namespaces that were declared further up get lost then, and Excel calls a
// part that uses them damaged. So what is written is looked at, and mended.

// strictNames gives the namespaces of the strict variety of the format as the
// usual one has them: the library turns only some parts into that.
var strictNames = strings.NewReplacer(
	"http://purl.oclc.org/ooxml/spreadsheetml/main", "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
	"http://purl.oclc.org/ooxml/officeDocument/relationships", "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
	"http://purl.oclc.org/ooxml/officeDocument/extendedProperties", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
	"http://purl.oclc.org/ooxml/officeDocument/customProperties", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
	"http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
	"http://purl.oclc.org/ooxml/drawingml/main", "http://schemas.openxmlformats.org/drawingml/2006/main",
	"http://purl.oclc.org/ooxml/drawingml/chart", "http://schemas.openxmlformats.org/drawingml/2006/chart",
	"http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing", "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
	` conformance="strict"`, "",
)

// transitional gives a workbook of the strict variety as one of the usual;
// data itself when it is one.
func transitional(data []byte) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return data, nil // the library says what is wrong
	}
	texts, strict := map[string]string{}, false
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, ".xml") || strings.HasSuffix(f.Name, ".rels") {
			if old := readPart(f); strings.Contains(old, "http://purl.oclc.org/ooxml/") {
				texts[f.Name] = strictNames.Replace(old)
				strict = strict || f.Name == "xl/workbook.xml"
			}
		}
	}
	if !strict {
		return data, nil
	}
	return withTexts(z, texts)
}

// withTexts writes a workbook with some of its parts replaced.
func withTexts(z *zip.Reader, texts map[string]string) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		if err := writePart(w, f, f.Name, texts[f.Name]); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// sound gives a copy in which all names of namespaces are declared, as they
// were in the original. An error means that a part can't be mended.
func sound(original, copied []byte) ([]byte, error) {
	before, err := zip.NewReader(bytes.NewReader(original), int64(len(original)))
	if err != nil {
		return nil, err
	}
	after, err := zip.NewReader(bytes.NewReader(copied), int64(len(copied)))
	if err != nil {
		return nil, err
	}
	olds := map[string]*zip.File{}
	for _, f := range before.File {
		olds[f.Name] = f
	}
	texts := map[string]string{}
	for _, f := range after.File {
		old := olds[f.Name]
		if old == nil || old.CRC32 == f.CRC32 || !strings.HasSuffix(f.Name, ".xml") {
			continue
		}
		text := readPart(f)
		missing, err := undeclared(text)
		if err == nil && len(missing) > 0 {
			text, err = declare(text, readPart(old), missing)
			texts[f.Name] = text
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	if len(texts) == 0 {
		return copied, nil
	}
	return withTexts(after, texts)
}

// undeclared lists the prefixes that a part uses without declaring them.
func undeclared(text string) ([]string, error) {
	d := xml.NewDecoder(strings.NewReader(text))
	var missing []string
	known := map[string]int{"": 1, "xml": 1, "xmlns": 1}
	var open [][]string // the prefixes that each open element declares
	use := func(prefix string) {
		if known[prefix] == 0 && !slices.Contains(missing, prefix) {
			missing = append(missing, prefix)
		}
	}
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return missing, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			var declared []string
			for i, a := range t.Attr {
				if slices.ContainsFunc(t.Attr[:i], func(b xml.Attr) bool { return a.Name == b.Name }) {
					return nil, fmt.Errorf("attribute %s twice", a.Name.Local)
				}
				if a.Name.Space == "xmlns" {
					declared = append(declared, a.Name.Local)
					known[a.Name.Local]++
				}
			}
			open = append(open, declared)
			use(t.Name.Space)
			for _, a := range t.Attr {
				use(a.Name.Space)
			}
		case xml.EndElement:
			if len(open) == 0 {
				return nil, errors.New("an end without a begin")
			}
			for _, prefix := range open[len(open)-1] {
				known[prefix]--
			}
			open = open[:len(open)-1]
		}
	}
}

var rootForm = regexp.MustCompile(`<[A-Za-z][\w:.-]*`)

// declare adds to the first element of a part what the original says that the
// prefixes stand for.
func declare(text, original string, prefixes []string) (string, error) {
	root := rootForm.FindStringIndex(text)
	if root == nil {
		return "", errors.New("no element")
	}
	var add strings.Builder
	for _, prefix := range prefixes {
		m := regexp.MustCompile(`\bxmlns:` + regexp.QuoteMeta(prefix) + `\s*=\s*["']([^"']+)["']`).FindStringSubmatch(original)
		if m == nil {
			return "", fmt.Errorf("prefix %s isn't declared", prefix)
		}
		fmt.Fprintf(&add, ` xmlns:%s="%s"`, prefix, html.EscapeString(html.UnescapeString(m[1])))
	}
	return text[:root[1]] + add.String() + text[root[1]:], nil
}
