package finding

import (
	"strings"
	"testing"
	"testing/fstest"
)

const described = `# W01 Geen datum
Niveau: waarschuwing
Wie: projectwerker
Uitleg: Een datum heeft een dag
  en een jaar.
Fout: een

    twee
Juist: drie: vier
`

func folder(texts ...string) fstest.MapFS {
	dir := fstest.MapFS{}
	for i, text := range texts {
		dir["regels/"+[]string{"waarden", "tijd"}[i]+".txt"] = &fstest.MapFile{Data: []byte(text)}
	}
	return dir
}

func TestRead(t *testing.T) {
	for _, text := range []string{described, strings.ReplaceAll(described, "\n", "\r\n"), "\n" + described + "\n"} {
		got, err := read(folder(text))
		want := Rule{Code: "W01", Family: Values, Title: "Geen datum", Level: Warning, Who: "projectwerker",
			Explanation: "Een datum heeft een dag en een jaar.", Wrong: "een\n\n  twee", Right: "drie: vier"}
		if err != nil || len(got) != 1 || *got["W01"] != want {
			t.Errorf("%v, %v", got["W01"], err)
		}
	}
}

// A slip in the texts is told, not read as something else.
func TestReadRefuses(t *testing.T) {
	for _, c := range []struct{ old, new string }{
		{"# W01 Geen datum", "# W01"},
		{"# W01 Geen datum", "Geen datum"},
		{"Wie: projectwerker\n", ""},
		{"Niveau: waarschuwing", "Niveau: ernstig"},
		{"Wie:", "Wei:"},
		{"Wie: ", "Nota: iets\nWie: "},
		{"Wie: ", "Wie: jij\nWie: "},
		{"Juist: drie: vier", "Juist:"},
		{"  en een jaar.", "en een jaar."},
		{"Niveau: ", "  Niveau: "},
		{"Niveau: ", "Aanvaarden: misschien\nNiveau: "},
	} {
		text := strings.Replace(described, c.old, c.new, 1)
		if text == described {
			t.Fatalf("%q isn't there", c.old)
		}
		if got, err := read(folder(text)); err == nil {
			t.Errorf("%q for %q gives %+v", c.new, c.old, got)
		}
	}
	for _, list := range [][]string{{described + "\n" + described}, {described, described}} {
		if _, err := read(folder(list...)); err == nil {
			t.Error("a code that stands twice is read")
		}
	}
}

func BenchmarkRead(b *testing.B) {
	for b.Loop() {
		if _, err := read(texts); err != nil {
			b.Fatal(err)
		}
	}
}
