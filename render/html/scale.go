package html

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"voortgang/internal/document"
)

// plainScore and plainStatus name what the heading above a scale or a track
// names better.
const plainScore, plainStatus = "Score", "Status"

// scale writes a rating as a sentence, and for the eye as a strip of cells
// that says the same.
func (w *writer) scale(b document.Scale) {
	if len(b.Steps) == 0 {
		return
	}
	label := strings.TrimSpace(b.Label)
	if (label == "" || label == plainScore || label == plainStatus) && w.heading != "" {
		label = w.heading
	}
	kind := "cells"
	if b.Track {
		kind = "track"
	}
	if b.Reached < 0 || b.Reached >= len(b.Steps) {
		kind += " none"
	}
	w.raw(`<div class="scale ` + kind + w.themeClass(b.Theme) + "\">\n<p>")
	if label != "" {
		w.raw(`<span class="label">`).text(label).raw(":</span> ")
	}
	if b.Reached < 0 || b.Reached >= len(b.Steps) {
		w.raw("niet ingevuld</p>\n")
	} else {
		w.raw("<strong>").text(lowerFirst(b.Steps[b.Reached])).raw("</strong>, ")
		w.raw(fmt.Sprintf("stap %d van %d</p>\n", b.Reached+1, len(b.Steps)))
	}
	w.raw(`<ol aria-hidden="true">`)
	for i, step := range b.Steps {
		class := ""
		switch {
		case i == b.Reached:
			class = "score"
		case i < b.Reached && !b.Track:
			class = "reached"
		}
		w.raw("<li").attribute("class", class).raw("><span>").text(step).raw("</span></li>")
	}
	w.raw("</ol>\n</div>\n")
}

// lowerFirst writes a step within a sentence; an abbreviation stays as it is.
func lowerFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[size:])
	if unicode.IsUpper(second) {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}
