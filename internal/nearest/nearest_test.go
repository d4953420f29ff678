package nearest

import "testing"

func TestSlip(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"wonn", "wonen", true}, {"woonen", "wonen", true}, {"won", "wonen", true}, {"wonen", "wonen", true},
		{"werk", "wonen", false}, {"energie", "onderwijs", false},
	} {
		if got := Slip(c.a, c.b); got != c.want {
			t.Errorf("Slip(%q, %q) = %t", c.a, c.b, got)
		}
	}
}

func TestTo(t *testing.T) {
	names := []string{"email", "Energiek-Pelt", "website"}
	for _, c := range []struct{ word, want string }{
		{"emial", "email"}, {"energiek-pellt", "Energiek-Pelt"}, {"xyz", ""}, {"", ""},
	} {
		if got := To(c.word, names); got != c.want {
			t.Errorf("To(%q) = %q, want %q", c.word, got, c.want)
		}
	}
	if got := To("email", nil); got != "" {
		t.Errorf("nothing to choose from gives %q", got)
	}
}

// A number in a code isn't like another number.
func TestCode(t *testing.T) {
	for _, c := range []struct {
		word  string
		codes []string
		want  string
	}{
		{"A003", []string{"A001", "A002", "A004"}, ""},
		{"P0O1", []string{"P001", "P002"}, "P001"},
		{"A17", []string{"A016", "A017"}, "A017"},
		{"a-017", []string{"A016", "A017"}, "A017"},
		{"OD1.l", []string{"OD1.1", "OD1.2"}, "OD1.1"},
		{"OD9.9", []string{"OD1.1", "OD9.8"}, ""},
		{"47", []string{"0047", "0048"}, "0047"},
		{"47", []string{"A047", "B047"}, ""},
		{"1,1", []string{"OD1.1", "OD1.2", "OD11"}, "OD1.1"},
		{"17b", []string{"A017"}, ""},
		{"kookatelir", []string{"kookatelier", "huiswerkklas"}, "kookatelier"},
	} {
		if got := Code(c.word, c.codes); got != c.want {
			t.Errorf("%s: got %q, want %q", c.word, got, c.want)
		}
	}
}
