package pdf

import (
	"strings"
	"testing"

	"voortgang/internal/document"
	"voortgang/internal/prose"
)

// A number stays on the line of its unit, at any place in the line.
func TestNumbersKeepTheirUnit(t *testing.T) {
	for fill := range 60 {
		text := strings.Repeat("n", fill) + strings.Repeat(" de inzet steeg naar 13,93 VTE, of 26,9 % voor € 300", 6)
		l := testLayout(titled(document.Paragraph{Text: prose.Text(text)}))
		for _, p := range l.pages {
			eachText(p, func(_ placed, m *mark, _, _ float64) {
				for _, start := range []string{"VTE", "%", "300"} {
					if strings.HasPrefix(m.text, start) && m.x < textLeft+1 {
						t.Errorf("a line starts with %q", m.text)
					}
				}
			})
		}
	}
}
