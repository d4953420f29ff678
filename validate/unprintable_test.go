package validate

import (
	"strings"
	"testing"

	"voortgang/config"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// A text with what can't be printed is told once, at the first line that has
// it; comments don't count.
func TestUnprintableText(t *testing.T) {
	for text, want := range map[string]struct {
		line int
		says string
	}{
		"# Kop\n\nWelkom, أهلا.\n\nשלום\n": {3, "Tekst in het Arabisch en tekst in het Hebreeuws kan het rapport niet drukken"},
		"een\n👍 twee": {2, "‘👍’ kan het rapport niet drukken"},
		"<!-- 👍 --> Łódź, Κως, Київ → ½": {},
	} {
		n := &model.Narrative{File: source.File{Path: "teksten/a.md"}, Text: text}
		c := &textChecker{cfg: &config.Config{}}
		c.unprintable(n, plainLines(text))
		switch {
		case want.line == 0 && len(c.list) > 0:
			t.Errorf("%q: %v", text, c.list)
		case want.line > 0 && (len(c.list) != 1 || c.list[0].Ref.Line != want.line || !strings.HasPrefix(c.list[0].Message, want.says)):
			t.Errorf("%q: %v", text, c.list)
		}
	}
}
