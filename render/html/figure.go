package html

import (
	"bytes"
	"encoding/base64"
	"html/template"
	"image"
	_ "image/jpeg" // pictures of a workdir are JPEG or PNG
	_ "image/png"
	"mime"
	"strconv"
	"strings"

	"voortgang/charts"
	"voortgang/internal/document"
	pictures "voortgang/internal/picture"
)

// chart writes a drawing with its title as a figure.
func (w *writer) chart(b document.Chart) {
	id := w.ids.take()
	w.raw(`<figure class="chart" id="` + id + "\">\n")
	if b.Title != "" || b.Subtitle != "" {
		w.raw("<figcaption>")
		if b.Title != "" {
			w.raw(`<span class="title">`).text(b.Title).raw("</span>")
		}
		if b.Subtitle != "" {
			w.raw(` <span class="subtitle">`).text(b.Subtitle).raw("</span>")
		}
		w.raw("</figcaption>\n")
	}
	if b.Chart != nil {
		name := "Grafiek"
		if strings.TrimSpace(clean(b.Title)) != "" {
			name += ": " + b.Title
		}
		w.raw(`<div class="scroll `+sizeClass(b.Chart)+`" role="group" tabindex="0"`).attribute("aria-label", name).raw(">\n")
		w.drawing(b.Chart, id)
		w.raw("</div>\n")
	}
	if len(b.Note) > 0 {
		w.raw(`<p class="small">`).inline(b.Note).raw("</p>\n")
	}
	w.raw("</figure>\n")
}

// sizeClass tells how much room a drawing wants, by its width on paper.
func sizeClass(c charts.Chart) string {
	switch width, _ := c.Size(); {
	case width > 1.1*charts.ColumnWidth:
		return "g-full"
	case width > 0.7*charts.ColumnWidth:
		return "g-column"
	}
	return "g-small"
}

// drawing writes a chart as SVG that is named for screen readers.
func (w *writer) drawing(c charts.Chart, id string) *writer {
	if id == "" {
		w.drawings++
		id = w.ids.fresh("vonk-" + strconv.Itoa(w.drawings))
	}
	return w.raw(string(charts.InlineSVG(c, id)))
}

// fresh gives an id for what isn't a place in the document.
func (s *ids) fresh(base string) string {
	id := base
	for n := 2; s.taken(id); n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	s.used[id] = true
	return id
}

// picture is an image that is inside the page.
type picture struct {
	Source        template.URL
	Width, Height int
}

// newPicture takes a PNG or JPEG over, without what else is in its file; nil
// when it is neither.
func newPicture(data []byte) *picture {
	data, err := pictures.Clean(data)
	if err != nil {
		return nil
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || config.Width < 1 || config.Height < 1 {
		return nil
	}
	return &picture{dataURL("image/"+format, data), config.Width, config.Height}
}

func dataURL(mediaType string, data []byte) template.URL {
	return template.URL("data:" + mediaType + ";base64," + base64.StdEncoding.EncodeToString(data))
}

// mediaType gives a type that can stand in an address.
func mediaType(s string) string {
	name, _, err := mime.ParseMediaType(s)
	if err != nil {
		return "application/octet-stream"
	}
	return name
}

// image writes a picture of the workdir; one that can't be read is named, as
// in the PDF.
func (w *writer) image(b document.Image) {
	alt := clean(b.Alt)
	if strings.TrimSpace(alt) == "" {
		alt = clean(b.Caption)
	}
	if strings.TrimSpace(alt) == "" {
		alt = "Figuur"
	}
	p := newPicture(b.Bytes)
	if p == nil {
		w.raw(`<p class="missing">[Afbeelding: `).text(alt).raw("]</p>\n")
		return
	}
	w.raw(`<figure class="image"><img src="` + string(p.Source) + `"`)
	w.attribute("alt", alt)
	w.raw(` width="` + strconv.Itoa(p.Width) + `" height="` + strconv.Itoa(p.Height) + `">`)
	if b.Caption != "" {
		w.raw("<figcaption>").text(b.Caption).raw("</figcaption>")
	}
	w.raw("</figure>\n")
}
