package validate

import (
	"fmt"
	"strings"
	"testing"
)

// A name that stands in many rows keeps its proposal, also where so many names
// are wrong that nothing is compared any more.
func TestProposalsAreBounded(t *testing.T) {
	var p proposals
	known := make([]string, 1000)
	for i := range known {
		known[i] = fmt.Sprintf("A%05d", i)
	}
	asked := 0
	names := func() []string { asked++; return known }
	to := func(word string) string { return p.to(proposalKey{"activiteit_id", "energiek-pelt", word}, names) }
	for i := range 10_000 {
		if got := to(fmt.Sprintf("A%05d!", i%1000)); got != "" && !strings.HasPrefix(got, "A") {
			t.Fatal(got)
		}
	}
	if got := to("A00001!"); got != "A00001" {
		t.Errorf("the first wrong name gets %q", got)
	}
	if got := to("A00999!"); got != "" || !p.spent() {
		t.Errorf("the last wrong name gets %q", got)
	}
	if most := mostCompared/len(known) + 1; asked > most {
		t.Errorf("compared with all names %d times, at most %d", asked, most)
	}
}
