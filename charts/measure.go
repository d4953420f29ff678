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

// textWidth measures a line in points.
func textWidth(s string, size float64, w Weight) float64 {
	return fonts.Default().Width(fonts.Style{Weight: w}, s, size)
}

// cleanText makes text printable on one line.
func cleanText(s string) string {
	return strings.TrimSpace(fonts.Default().Printable(s))
}
