package nearest

import "testing"

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
