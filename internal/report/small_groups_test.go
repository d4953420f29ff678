package report

import (
	"strings"
	"testing"

	"voortgang/internal/disclosure"
	"voortgang/internal/indicator"
)

// In a report that withholds small groups, the pages on people say so in
// their sentences, tables and charts, and nothing on them gives a group away.
func TestSmallGroups(t *testing.T) {
	in := smallInput()
	in.Figures = disclosure.Protect(indicator.Compute(in.Data, in.Config), 5)
	doc, _ := build(in)
	text := dump(doc)
	var pages []string
	for _, number := range []string{"2.4", "2.9", "2.12", "2.13", "4.5.4"} {
		_, page, found := strings.Cut(text, "# "+number+" ")
		if !found {
			t.Fatalf("no section %s", number)
		}
		page, _, _ = strings.Cut(page, "\n## ")
		page, _, _ = strings.Cut(page, "\n### ")
		pages = append(pages, "# "+number+" "+page)
	}
	golden(t, "kleine-groepen.txt", strings.Join(pages, "\n"))
}
