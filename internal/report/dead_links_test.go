package report

import (
	"fmt"
	"strings"
	"testing"

	"voortgang/internal/document"
	"voortgang/internal/model"
	"voortgang/internal/prose"
)

// linksOf lists the links in the paragraphs of a report.
func linksOf(doc *document.Document) []prose.Inline {
	var out []prose.Inline
	for _, b := range doc.Blocks {
		if p, ok := b.(document.Paragraph); ok {
			for _, in := range p.Text {
				if in.Link != "" {
					out = append(out, in)
				}
			}
		}
	}
	return out
}

// A link within the report goes where it says, or is a finding at its bracket
// with the nearest place that there is.
func TestLinksWithinTheReport(t *testing.T) {
	in := exampleInput(t)
	for link, want := range map[string]string{
		"#thema:wonen":                    "",
		"#2.4":                            "",
		"#deelnames":                      "",
		"#verantwoording":                 "",
		"themas/wonen.md":                 "",
		"themas/%77onen.md":               "",
		"":                                "-",
		"./themas/Wonen.md":               "",
		"teksten/themas/wonen.md":         "",
		"themas/wonen.md#realisaties":     "",
		"https://voorbeeld.be/a#b":        "",
		"HTTPS://voorbeeld.be":            "",
		"mailto:info@voorbeeld.be":        "",
		"#thema:woonen":                   "#thema:wonen",
		"#2.99":                           "#2.13",
		"#nergens-in-dit-rapport-te-zien": "-",
		"themas/woonen.md":                "themas/wonen.md",
		"themas/wonen.md#realisatis":      "themas/wonen.md",
		"../gegevens/organisatie.xlsx":    "-",
		"www.voorbeeld.be":                "https://www.voorbeeld.be",
		"voorbeeld.be/nieuws":             "https://voorbeeld.be/nieuws",
		`C:\\rapport\\foto.png`:           "-",
		"file:///c:/rapport.pdf":          "-",
	} {
		in.Texts = []*model.Narrative{
			narrative("voorwoord", "Een zin.\n\nZie **ook** [de *tekst* daar]("+link+").\n"),
			narrative("themas/wonen", "## Realisaties\n\nDit deden we.\n"),
		}
		doc, found := Build(in)
		got, place := "", ""
		for _, f := range found {
			if f.Code() == "T29" {
				got += f.Proposal
				if f.Proposal == "" {
					got += "-"
				}
				place += fmt.Sprintf("%s %d:%d", f.Ref.File, f.Ref.Line, f.Ref.Char)
			}
		}
		if got != want || want != "" && place != "teksten/voorwoord.md 3:13" {
			t.Errorf("%s: found %q at %q, want %q", link, got, place, want)
		}
		links := linksOf(doc)
		if len(links) == 0 != (want != "") {
			t.Errorf("%s gives the links %v", link, links)
		}
		ids := map[string]bool{}
		for _, b := range doc.Blocks {
			if h, ok := headingOf(b); ok {
				ids[h.ID] = true
			}
		}
		for _, l := range links {
			if strings.HasPrefix(l.Link, "#") && !ids[l.Link[1:]] {
				t.Errorf("%s leads to %s, which isn't there", link, l.Link)
			}
		}
	}
}

// The nearest text is named as seen from the text with the link.
func TestLinkFromATextBelow(t *testing.T) {
	in := exampleInput(t)
	in.Texts = []*model.Narrative{
		narrative("voorwoord", "Een zin.\n"),
		narrative("themas/wonen", "Zie [hier](../voorword.md) en [daar](wonn.md), niet [zo](../voorwoord.md).\n"),
	}
	_, found := Build(in)
	var got []string
	for _, f := range found {
		if f.Code() == "T29" {
			got = append(got, f.Proposal)
		}
	}
	if s := strings.Join(got, " "); s != "../voorwoord.md wonen.md" {
		t.Errorf("proposals %s", s)
	}
}
