package pdf

import (
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"voortgang/internal/document"
	"voortgang/internal/fonts"
	"voortgang/internal/prose"
)

// sheetStyle is a house style that differs in everything from the default.
func sheetStyle(t *testing.T) document.Style {
	t.Helper()
	own := map[fonts.Style]*fonts.Face{}
	for style, data := range map[fonts.Style][]byte{{Weight: fonts.Regular}: goregular.TTF, {Weight: fonts.Bold}: gobold.TTF} {
		face, err := fonts.ParseFace(data)
		if err != nil {
			t.Fatal(err)
		}
		own[style] = face
	}
	return document.Style{
		Strong: "#1F4D3A", Accent: "#FFEE00", Tint: "#F6F2EA", Back: "#123456", CoverForm: document.Sheet, OpeningForm: document.Sheet,
		Title: fonts.Bold, Fonts: fonts.Default().With(own),
		Heads: [4]document.Type{{Size: 24, Leading: 29, Weight: fonts.Bold}, {Size: 15.5, Leading: 20, Weight: fonts.Bold}, {Size: 12, Leading: 16, Weight: fonts.Bold}},
	}
}

// Whatever the style, no text lies outside, over another or is lost.
func TestSheetStyle(t *testing.T) {
	long := strings.Repeat("Voortgangsrapport over samenlevingsopbouw ", 6)
	for _, title := range []string{"Voortgangsrapport", long} {
		d := titled(
			document.ChapterOpening{Heading: document.Heading{Level: 1, Number: "1", Text: title, ID: "een"},
				Figures: []document.KeyFigure{{Label: "Inzet", Value: "51,79 VTE", Change: "5,26 meer dan in 2020"}}},
			document.Heading{Level: 2, Number: "1.1", Text: title, ID: "twee"},
			document.Paragraph{Text: prose.Text(long)},
		)
		d.Style, d.Head = sheetStyle(t), "Samen sterk"
		d.Cover = document.Cover{Organisation: "SAAMO Limburg", Title: title, Subtitle: "Versie voor het bestuur", Year: 2021, Date: "28 april 2022"}
		l := checkLayout(t, d)
		var order []string
		eachText(l.pages[0], func(_ placed, m *mark, _, _ float64) { order = append(order, strings.TrimSpace(m.text)) })
		cover := strings.Join(order, " ")
		if !strings.HasPrefix(cover, "SAAMO Limburg Voortgangsrapport") || !strings.HasSuffix(cover, "2021 Versie voor het bestuur 28 april 2022") {
			t.Errorf("the cover reads %q", cover)
		}
		if face := l.set.family.Face(l.st.body.font()); face.Name != "GoRegular" {
			t.Errorf("body text is set in %s", face.Name)
		}
		heads := 0
		for i, p := range l.pages {
			for _, m := range l.furniture(i+1, p) {
				if m.text == "Samen sterk" {
					heads++
				}
			}
		}
		if heads == 0 {
			t.Error("no page has the running head")
		}
	}
}

// The form of a style changes how pages look, never what they say.
func TestRandomDocumentsOnSheets(t *testing.T) {
	for seed := range uint64(8) {
		d := randomDocument(seed)
		d.Style = sheetStyle(t)
		checkLayout(t, d)
	}
}
