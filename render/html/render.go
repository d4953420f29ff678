package html

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"
	"strconv"
	"strings"
	"sync"

	"voortgang/internal/document"
	frame "voortgang/templates/html"
)

// pageTemplate is read once; it is embedded, so a fault in it is ours.
var pageTemplate = sync.OnceValues(func() (*template.Template, error) {
	return template.New("rapport").Parse(frame.Page)
})

// view is what the frame of the page is filled with.
type view struct {
	Language, Title, Subject, Keywords, Organisation, Producer, Foot string
	Concept                                                          bool
	Cover                                                            document.Cover
	// CoverTitle and Year are the h1.
	CoverTitle, Year string
	// LogoAlt is empty where the name of the organisation stands beside it.
	LogoAlt              string
	Photo, Logo          *picture
	Style                template.CSS
	StyleHash            string
	Contents, Body, Back template.HTML
	// OwnFonts tells that the style brings fonts.
	OwnFonts bool
}

// largestFile is the size in bytes of the largest attachment that the page
// carries along: every visitor loads it. The PDF holds them all.
const largestFile = 128 << 10

// stylesheet is the style without its comments, which html/template would
// leave out too, after the policy had counted them in.
func stylesheet(css string) string {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(css, "/*")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		_, css, _ = strings.Cut(after, "*/")
	}
}

// Render writes a document as one HTML page in UTF-8.
func Render(doc *document.Document) ([]byte, error) {
	t, err := pageTemplate()
	if err != nil {
		return nil, fmt.Errorf("reading the page's template: %w", err)
	}
	ids := collect(doc)
	v := view{
		Language: language(doc.Language), Title: titleOf(doc), Subject: clean(doc.Subject), Keywords: clean(strings.Join(doc.Keywords, ", ")),
		Organisation: clean(doc.Organisation), Producer: clean(doc.Producer), Foot: clean(doc.Foot), Concept: doc.Concept,
		Cover: cleanCover(doc.Cover), Photo: newPicture(doc.Cover.Photo), Logo: newPicture(doc.Cover.Logo),
		Contents: template.HTML(contents(doc, ids)),
	}
	v.CoverTitle = v.Cover.Title
	if doc.Cover.Year != 0 {
		v.Year = strconv.Itoa(doc.Cover.Year)
	}
	if v.CoverTitle == "" && v.Year == "" {
		v.CoverTitle = v.Title
	}
	if v.Cover.Organisation == "" {
		v.LogoAlt = v.Organisation
	}
	w := &writer{ids: ids, themes: len(doc.Style.Themes), files: files(doc.Attachments)}
	v.Body = template.HTML(w.blocks(doc.Blocks))
	v.Back = template.HTML(w.blocks(doc.Back))
	letters, err := ownFonts(doc, v)
	if err != nil {
		return nil, err
	}
	style := letters + newStyles(doc.Style).sheet(len(doc.Style.Themes)) + stylesheet(frame.Style)
	v.Style, v.StyleHash, v.OwnFonts = template.CSS(style), policyHash(style), letters != ""
	var b bytes.Buffer
	if err := t.Execute(&b, v); err != nil {
		return nil, fmt.Errorf("writing the page: %w", err)
	}
	return b.Bytes(), nil
}

// files gives the addresses of the attachments that the page carries along, by
// name.
func files(list []document.Attachment) map[string]template.URL {
	out := map[string]template.URL{}
	for _, a := range list {
		if len(a.Bytes) <= largestFile {
			out[a.Name] = dataURL(mediaType(a.MIME), a.Bytes)
		}
	}
	return out
}

// titleOf names the page in a tab and in a list of bookmarks; a page without
// a title isn't accessible.
func titleOf(doc *document.Document) string {
	title, organisation := clean(doc.Title), clean(doc.Organisation)
	switch {
	case title == "" && organisation == "":
		return "Rapport"
	case title == "":
		return organisation
	case organisation == "" || strings.Contains(title, organisation):
		return title
	}
	return title + " – " + organisation
}

func cleanCover(c document.Cover) document.Cover {
	c.Organisation, c.Title, c.Subtitle, c.Date = clean(c.Organisation), clean(c.Title), clean(c.Subtitle), clean(c.Date)
	return c
}

// language gives the language of the page, Dutch when the document names none
// that can be one.
func language(tag string) string {
	if validLanguage(tag) {
		return tag
	}
	return "nl-BE"
}

// policyHash is how a content security policy names an inline style.
func policyHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
