package charts

import (
	"fmt"
	"strings"

	"voortgang/internal/fonts"
)

// OwnFont is the name by which an SVG asks for the typeface of its style, when
// that isn't the program's. The page that shows it must bring it along.
const OwnFont = "Huisstijl"

// SVG draws a chart as a standalone SVG file, in points, with its title and
// alternative text for screen readers.
func SVG(c Chart) []byte { return svg(c, "") }

// InlineSVG draws a chart as SVG for within an HTML page: its name and
// description are tied to the drawing by ids that begin with the one given,
// since not every screen reader finds them by themselves.
func InlineSVG(c Chart, id string) []byte { return svg(c, id) }

func svg(c Chart, id string) []byte {
	d := Record(c)
	title := ""
	if t, ok := c.(interface{ heading() string }); ok {
		title = t.heading()
	}
	var b strings.Builder
	own := ""
	if d.Fonts != fonts.Default() {
		own = "'" + OwnFont + "', "
	}
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" lang="nl-BE" role="img" width="%spt" height="%spt" viewBox="0 0 %s %s" font-family="%s'Open Sans', 'Source Sans 3', Arial, sans-serif"`,
		short(d.W), short(d.H), short(d.W), short(d.H), own)
	titleID, descID := "", ""
	if id != "" {
		titleID, descID = fmt.Sprintf(` id="%s-naam"`, escape(id)), fmt.Sprintf(` id="%s-tekst"`, escape(id))
		if title != "" {
			fmt.Fprintf(&b, ` aria-labelledby="%[1]s-naam" aria-describedby="%[1]s-tekst"`, escape(id))
		} else {
			fmt.Fprintf(&b, ` aria-labelledby="%s-tekst"`, escape(id))
		}
	}
	b.WriteString(">\n")
	if title != "" {
		fmt.Fprintf(&b, "<title%s>%s</title>\n", titleID, escape(title))
	}
	fmt.Fprintf(&b, "<desc%s>%s</desc>\n", descID, escape(c.Alt()))
	// Charts count on paper behind them.
	b.WriteString(`<rect width="100%" height="100%" fill="#ffffff"/>` + "\n")
	for _, op := range d.Ops {
		if op.Text != "" {
			svgText(&b, op)
		} else {
			svgPath(&b, op)
		}
	}
	b.WriteString("</svg>\n")
	return []byte(b.String())
}

func svgPath(b *strings.Builder, op Op) {
	fmt.Fprintf(b, `<path d="%s" fill="%s"`, pathData(op.Path), op.Fill)
	if !op.Stroke.None() {
		fmt.Fprintf(b, ` stroke="%s" stroke-width="%s"`, op.Stroke, short(op.LineWidth))
		if len(op.Dash) > 0 {
			lengths := make([]string, len(op.Dash))
			for i, d := range op.Dash {
				lengths[i] = short(d)
			}
			fmt.Fprintf(b, ` stroke-dasharray="%s"`, strings.Join(lengths, " "))
		}
	}
	b.WriteString("/>\n")
}

// svgText gives the measured width along, so that another font than ours
// takes the same room.
func svgText(b *strings.Builder, op Op) {
	fmt.Fprintf(b, `<text x="%s" y="%s" font-size="%s" fill="%s" textLength="%s" lengthAdjust="spacingAndGlyphs"`,
		short(op.X), short(op.Y), short(op.Size), op.Fill, short(op.TextWidth))
	if op.Weight != Regular {
		fmt.Fprintf(b, ` font-weight="%d"`, op.Weight)
	}
	if op.Angle != 0 {
		fmt.Fprintf(b, ` transform="rotate(%s %s %s)"`, short(op.Angle), short(op.X), short(op.Y))
	}
	fmt.Fprintf(b, ">%s</text>\n", escape(op.Text))
}

// escape makes text safe in XML; characters that XML can't hold are dropped.
func escape(s string) string {
	return xmlEscaper.Replace(cleanText(s))
}

var xmlEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// heading is the title for an SVG.
func (b Base) heading() string { return b.Title }
