package markdown

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What would keep the parser busy for minutes is refused at once, with its
// line; long ordinary texts aren't.
func TestBounds(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		line int
	}{
		"brackets":        {"x\n\n" + strings.Repeat("[", 200_000), 3},
		"stars":           {strings.Repeat("*a **b ", 50_000), 1},
		"links":           {strings.Repeat("[a]: b\n", 50_000), 1},
		"deep quotes":     {"x\n" + strings.Repeat("> ", 50_000) + "x", 2},
		"deep lists":      {strings.Repeat("1. ", 20_000) + "x", 1},
		"deep indents":    {"- a\n" + strings.Repeat(" ", 4000) + "- x", 2},
		"many paragraphs": {strings.Repeat(strings.Repeat("woord [x] *y* ", 50)+"\n\n", 300), 0},
		"a long list":     {strings.Repeat("- een punt van de lijst, met wat tekst\n", 2000), 0},
		"a wide rule":     {"x\n\n" + strings.Repeat("-", 120) + "\n", 0},
	} {
		dir := t.TempDir()
		if err := os.Mkdir(filepath.Join(dir, "teksten"), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "teksten", "a.md"), []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		texts, list, err := Read(dir, "teksten")
		switch {
		case err != nil:
			t.Fatal(err)
		case c.line == 0 && (len(list) > 0 || len(texts) != 1):
			t.Errorf("%s: %d texts, %v", name, len(texts), list)
		case c.line > 0 && (len(texts) > 0 || len(list) != 1 || list[0].Rule != RuleFile || list[0].Ref.Line != c.line):
			t.Errorf("%s: %d texts, %v", name, len(texts), list)
		}
	}
}
