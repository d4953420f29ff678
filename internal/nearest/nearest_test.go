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
