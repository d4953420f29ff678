package charts

import (
	"strings"

	"voortgang/internal/fonts"
)

// Proportions of the text face, as shares of its size: the height of capitals
// and figures, how far letters hang under the baseline, and the distance
// between baselines.
const (
	capHeight = 0.714
	descent   = 0.24
	lineSpace = 1.22
)

// leading is the distance between baselines.
func leading(size float64) float64 { return size * lineSpace }

// blockHeight is the height of lines from the top of the first's capitals to
// the last one's descenders.
func blockHeight(lines int, size float64) float64 {
	if lines == 0 {
		return 0
	}
	return float64(lines-1)*leading(size) + (capHeight+descent)*size
}

// typeface is that of the chart's style.
func (b Base) typeface() *fonts.Family {
	if b.Style != nil && b.Style.Fonts != nil {
		return b.Style.Fonts
	}
	return fonts.Default()
}

// typefaceOf is the typeface that a chart is drawn in.
func typefaceOf(c Chart) *fonts.Family {
	if t, ok := c.(interface{ typeface() *fonts.Family }); ok {
		return t.typeface()
	}
	return fonts.Default()
}

// textWidth measures a line in points.
func (b Base) textWidth(s string, size float64, w Weight) float64 {
	return b.typeface().Width(fonts.Style{Weight: w}, s, size)
}

// cleanText makes text printable on one line.
func (b Base) cleanText(s string) string { return clean(b.typeface(), s) }

// cleanText is the same for a name that is read more often than drawn.
func cleanText(s string) string { return clean(fonts.Default(), s) }

func clean(f *fonts.Family, s string) string { return strings.TrimSpace(f.Printable(s)) }
