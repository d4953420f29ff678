package numfmt

import "testing"

// Whole numbers under formats that add letters or zeros.
func TestShownNumbers(t *testing.T) {
	for _, c := range []struct {
		code  string
		value float64
		want  string
	}{
		{`"A"00000`, 1, "A00001"}, {`"A"00000`, 123456, "A123456"}, {"000", 7, "007"}, {"0000", 12, "0012"}, {`"P-"0`, 3, "P-3"}, {`\A0`, 5, "A5"},
		{`[$-813]"A"000`, 5, "A005"}, {`[Red]"A"00;[Blue]-0`, 5, "A05"}, {`0"e"`, 2, "2e"}, {`000\-000`, 123456, "123-456"}, {`00\.00`, 105, "01.05"},
		{`"Actie "General`, 4, "Actie 4"}, {`"A"##00`, 5, "A05"}, {`"A"0;;"geen"`, 3, "A3"}, {`A000`, 3, "A003"}, {`"A" 0`, 3, "A 3"},
		{"0", 7, ""}, {"General", 7, ""}, {"@", 7, ""}, {"#,##0", 1234, ""}, {"0.00", 7, ""}, {`"A"0.0`, 7, ""}, {"000", 1.5, ""}, {"000", -1, ""},
		{"000;;", 0, ""}, {`0"."`, 1, ""}, {"_-0_-", 1, ""}, {"0%", 1, ""}, {"00E+00", 1, ""}, {"dd000", 1, ""}, {"[<5]000;0", 1, ""}, {"# ?/?", 1, ""}, {"", 1, ""},
	} {
		got := ""
		if f := Parse(c.code); f.Shows != nil {
			got = f.Shows.Write(c.value)
		}
		if got != c.want {
			t.Errorf("%s: %v shows %q, want %q", c.code, c.value, got, c.want)
		}
	}
}
