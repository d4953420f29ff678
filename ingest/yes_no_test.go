package ingest

import (
	"fmt"
	"strings"
	"testing"
)

// An empty cell in a column of yes and no is asked for, unless crosses are all
// that the column holds.
func TestUnanswered(t *testing.T) {
	for _, c := range []struct{ cells, want string }{
		{"ja,,nee", "E3"}, {"nee,,", "E3 E4"}, {"x,,x", ""}, {",,", ""}, {"x,,nee", "E3"}, {"X,x,", ""}, {"1,,0", "E3"}, {"waar,,", "E3 E4"}, {"ja,nee,ja", ""},
	} {
		body := "project;datum;actor;kanaal;beleidscontact;doelgroep_betrokken\n"
		for i, cell := range strings.Split(c.cells, ",") {
			body += fmt.Sprintf("pelt;1%d/4/2021;OCMW;fysiek;%s;nee\n", i, cell)
		}
		_, list := read(t, map[string][]byte{"Contacten.csv": []byte(body)})
		var got []string
		for _, f := range list {
			if f.Code() == "V01" {
				got = append(got, f.Ref.Cell())
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: %q, want %q", c.cells, s, c.want)
		}
	}
}
