package inspect

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"time"

	"voortgang/internal/inspect/pdfread"
)

// xmp is the metadata packet: the first text of each property that we know,
// by its usual prefix.
type xmp struct {
	present bool
	err     error
	text    map[string]string
}

// prefixes are the namespaces that are read.
var prefixes = map[string]string{
	"http://purl.org/dc/elements/1.1/":    "dc:",
	"http://ns.adobe.com/xap/1.0/":        "xmp:",
	"http://ns.adobe.com/pdf/1.3/":        "pdf:",
	"http://www.aiim.org/pdfa/ns/id/":     "pdfaid:",
	"http://www.aiim.org/pdfua/ns/id/":    "pdfuaid:",
	"http://www.aiim.org/pdfa/ns/schema#": "pdfaSchema:",
}

const rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

// xmp reads the metadata of the document.
func (in *inspector) xmp() xmp {
	x := xmp{text: map[string]string{}}
	s := in.Stream(in.Root()["Metadata"])
	if s == nil {
		return x
	}
	x.present = true
	data, err := in.Data(s)
	if err != nil {
		x.err = err
		return x
	}
	if len(data) > 4<<20 {
		x.err = pdfread.ErrTooMuch
		return x
	}
	x.err = x.read(xml.NewDecoder(bytes.NewReader(data)))
	return x
}

func (x *xmp) read(d *xml.Decoder) error {
	var open []string // property, or "" for RDF's own elements
	property := func() string {
		for i := len(open) - 1; i >= 0; i-- {
			if open[i] != "" {
				return open[i]
			}
		}
		return ""
	}
	for {
		token, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			name := ""
			if prefix := prefixes[t.Name.Space]; prefix != "" {
				name = prefix + t.Name.Local
			} else if t.Name.Space != rdf {
				name = "?"
			}
			if len(open) > deepest {
				return pdfread.ErrTooMuch
			}
			open = append(open, name)
			for _, a := range t.Attr {
				if prefix := prefixes[a.Name.Space]; prefix != "" && name == "" {
					x.add(prefix+a.Name.Local, a.Value)
				}
			}
		case xml.EndElement:
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
		case xml.CharData:
			if text := strings.TrimSpace(string(t)); text != "" {
				x.add(property(), text)
			}
		}
	}
}

func (x *xmp) add(property, text string) {
	if property != "" && property != "?" && x.text[property] == "" {
		x.text[property] = text
	}
}

// checkMetadata checks that the file describes itself twice in the same words,
// and what it says to conform to.
func (in *inspector) checkMetadata() {
	info := in.Dict(in.Trailer["Info"])
	x := in.xmp()
	r := in.result
	r.Title, r.Author, r.Subject, r.Creator = in.Text(info["Title"]), in.Text(info["Author"]), in.Text(info["Subject"]), in.Text(info["Creator"])
	if r.Title == "" {
		r.Title = x.text["dc:title"]
	}
	if t, ok := pdfread.Date(in.Text(info["CreationDate"])); ok {
		r.Date = t.Format(time.DateOnly)
	}

	c := in.check(Durable, "beschrijving", "Titel, auteur en datum staan er eenduidig in (XMP)")
	switch {
	case !x.present:
		c.Problem("er is geen beschrijving in XMP")
	case x.err != nil:
		c.Problem("de beschrijving in XMP is niet te lezen")
	default:
		in.compareMetadata(c, info, x)
	}
	in.checkConformance(x)
}

func (in *inspector) compareMetadata(c *Check, info pdfread.Dict, x xmp) {
	for _, pair := range []struct {
		key            pdfread.Name
		property, word string
	}{
		{"Title", "dc:title", "de titel"}, {"Author", "dc:creator", "de auteur"}, {"Subject", "dc:description", "het onderwerp"},
		{"Keywords", "pdf:Keywords", "de trefwoorden"}, {"Creator", "xmp:CreatorTool", "het programma"}, {"Producer", "pdf:Producer", "de maker van het PDF"},
	} {
		text := in.Text(info[pair.key])
		if text != "" && strings.TrimSpace(text) != x.text[pair.property] {
			c.Problem("%s is “%s”, maar in XMP “%s”", pair.word, shown(text, ""), shown(x.text[pair.property], ""))
		}
	}
	for _, pair := range []struct {
		key            pdfread.Name
		property, word string
	}{{"CreationDate", "xmp:CreateDate", "gemaakt"}, {"ModDate", "xmp:ModifyDate", "gewijzigd"}} {
		text := in.Text(info[pair.key])
		if text == "" {
			continue
		}
		a, ok := pdfread.Date(text)
		b, ok2 := isoDate(x.text[pair.property])
		if !ok || !ok2 || a.Sub(b).Abs() > time.Minute {
			c.Problem("de datum (%s) is in XMP een andere", pair.word)
		}
	}
}

func isoDate(s string) (time.Time, bool) {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

func (in *inspector) checkConformance(x xmp) {
	archive := in.check(Durable, "pdfa", "Het bestand zegt dat het PDF/A-3a is, voor archieven")
	part, level := x.text["pdfaid:part"], strings.ToUpper(x.text["pdfaid:conformance"])
	switch {
	case part == "":
		archive.Problem("het bestand zegt niet dat het PDF/A is")
	default:
		in.result.Standards = append(in.result.Standards, "PDF/A-"+shown(part, "")+strings.ToLower(shown(level, "")))
		if part != "3" || level != "A" {
			archive.Problem("het bestand zegt dat het PDF/A-%s is", shown(part+strings.ToLower(level), ""))
		}
	}
	access := in.check(Accessible, "pdfua", "Het bestand zegt dat het PDF/UA-1 is, toegankelijk voor iedereen")
	if part := x.text["pdfuaid:part"]; part != "" {
		in.result.Standards = append(in.result.Standards, "PDF/UA-"+shown(part, ""))
		if part != "1" {
			access.Problem("het bestand zegt dat het PDF/UA-%s is", shown(part, ""))
		}
	} else {
		access.Problem("het bestand zegt niet dat het PDF/UA is")
	}
}
