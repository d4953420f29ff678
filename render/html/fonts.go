package html

import (
	"fmt"
	"strings"

	"voortgang/charts"
	"voortgang/internal/document"
)

// usualFonts are what a page asks for when the house style has no fonts of its
// own, or a character isn't in them.
const usualFonts = `"Open Sans","Source Sans 3","Segoe UI",Frutiger,"Noto Sans",system-ui,sans-serif`

// largestFont is the size in bytes of the largest font that the page carries:
// a font that may not be cut down to what the page needs can be many times
// that.
const largestFont = 256 << 10

// ownFonts declares the fonts of the house style, with the characters of the
// page; empty when it has none.
func ownFonts(doc *document.Document, v view) (string, error) {
	used := map[rune]bool{}
	for _, text := range []string{string(v.Contents), string(v.Body), string(v.Back), v.Title, v.Foot, v.Organisation,
		v.Cover.Organisation, v.Cover.Title, v.Cover.Subtitle, v.Cover.Date, v.Year, usualCharacters} {
		for _, r := range text {
			used[r] = true
		}
	}
	list := make([]rune, 0, len(used))
	for r := range used {
		list = append(list, r)
	}
	var b strings.Builder
	for _, own := range doc.Style.Fonts.Own() {
		data, err := own.Face.Web(list)
		if err != nil {
			return "", fmt.Errorf("font for the page: %w", err)
		}
		if len(data) > largestFont {
			continue
		}
		slant := "normal"
		if own.Italic {
			slant = "italic"
		}
		fmt.Fprintf(&b, "@font-face{font-family:%q;font-weight:%d %d;font-style:%s;font-display:swap;src:url(%s)format(\"truetype\")}\n",
			charts.OwnFont, own.Lightest, own.Heaviest, slant, dataURL("font/ttf", data))
	}
	if b.Len() > 0 {
		fmt.Fprintf(&b, ":root{--letters:%q,%s}\n", charts.OwnFont, usualFonts)
	}
	return b.String(), nil
}

// usualCharacters are in what the frame and the style sheet say.
const usualCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:–•’"
