package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"voortgang/render/workdir"
)

var (
	consoleBlock = regexp.MustCompile("(?s)```console\n\\$ voortgang ([^\n]*)\n(.*?)```")
	// built is what differs between machines and from one layout to another.
	built = regexp.MustCompile(`Klaar in \d+,\d s: \d+ bladzijden`)
	words = regexp.MustCompile(`"[^"]*"|\S+`)
)

// The console blocks in the handbook are what the program really says. They
// run in the order of the pages, in a folder with four werkmappen: demo (the
// example), fout and fout-tekst (the example with mistakes), twijfel (with a
// number that stands out). The flag -update
// writes what the program says into the pages.
func TestHandbookConsole(t *testing.T) {
	docs, err := filepath.Abs(filepath.Join("..", "..", "docs"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := workdir.Example("demo", func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{"fout", "fout-tekst", "twijfel"} {
		if err := os.CopyFS(dir, os.DirFS("demo")); err != nil {
			t.Fatal(err)
		}
	}
	spoil(t)

	blocks := 0
	for _, page := range []string{"handboek.md", "handboek/werkboeken.md", "handboek/teksten.md", "handboek/nakijken.md", "handboek/vragen.md"} {
		path := filepath.Join(docs, filepath.FromSlash(page))
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.ReplaceAll(string(data), "\r\n", "\n")
		fresh := consoleBlock.ReplaceAllStringFunc(text, func(block string) string {
			blocks++
			m := consoleBlock.FindStringSubmatch(block)
			got := console(t, m[1])
			if built.ReplaceAllString(got, "") == built.ReplaceAllString(m[2], "") {
				return block
			}
			if !*update {
				t.Errorf("%s: voortgang %s\nsays:\n%s\nthe page says:\n%s", page, m[1], got, m[2])
			}
			return "```console\n$ voortgang " + m[1] + "\n" + got + "```"
		})
		if *update && fresh != text {
			if err := os.WriteFile(path, []byte(fresh), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	if blocks < 8 {
		t.Errorf("only %d console blocks in the handbook", blocks)
	}
}

// console carries out a command line and gives what both outputs say.
func console(t *testing.T, line string) string {
	t.Helper()
	var out bytes.Buffer
	Run(t.Context(), arguments(line), Streams{Out: &out, Err: &out})
	return strings.ReplaceAll(out.String(), string(filepath.Separator)+"uit", "/uit")
}

func arguments(line string) []string {
	list := words.FindAllString(line, -1)
	for i := range list {
		list[i] = strings.Trim(list[i], `"`)
	}
	return list
}

// spoil puts the mistakes of the handbook into the werkmappen.
func spoil(t *testing.T) {
	t.Helper()
	for _, c := range []struct {
		dir, book, sheet, cell string
		value                  any
	}{
		{"fout", "energiek-pelt", "Activiteiten", "B14", "31/4/2021"},
		{"fout", "energiek-pelt", "Activiteiten", "C21", "Uitstapje"},
		{"fout", "energiek-pelt", "Deelnames", "C6", "12 personen"},
		{"fout", "woonzaak", "Contacten", "B7", "Stadsbestuur Gent"},
		{"twijfel", "energiek-pelt", "Deelnames", "C14", 640},
	} {
		path := filepath.Join(c.dir, "gegevens", "projecten", c.book+".xlsx")
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellValue(c.sheet, c.cell, c.value); err != nil {
			t.Fatal(err)
		}
		if err := f.Save(); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join("fout-tekst", "teksten", "themas", "wonen.md")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text = bytes.Replace(text, []byte(`"vte.thema.wonen"`), []byte(`"vte.thema.woonen"`), 1)
	if err := os.WriteFile(path, text, 0o644); err != nil {
		t.Fatal(err)
	}
}
