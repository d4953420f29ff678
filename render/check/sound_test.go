package check

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// A copy of a workbook in the strict variety, or with names that it declares
// further up, declares all that it uses.
func TestCopyDeclaresItsNames(t *testing.T) {
	const main, relations = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	const x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
	strict := with(t, original(t), func(_, text string) string {
		return strings.NewReplacer(main, "http://purl.oclc.org/ooxml/spreadsheetml/main", relations, "http://purl.oclc.org/ooxml/officeDocument/relationships").Replace(text)
	})
	extended := with(t, original(t), func(name, text string) string {
		if name != "xl/worksheets/sheet1.xml" {
			return text
		}
		return strings.Replace(text, "</worksheet>", `<extLst xmlns:x14="`+x14+`"><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="0"/></ext></extLst></worksheet>`, 1)
	})
	for name, data := range map[string][]byte{"strict": strict, "extended": extended} {
		out, err := Annotate(book, data, mistakes())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for part, text := range parts(t, out) {
			if !strings.HasSuffix(part, ".xml") {
				continue
			}
			if missing, err := undeclared(text); err != nil || len(missing) > 0 {
				t.Errorf("%s, %s: %v %v", name, part, missing, err)
			}
			if strings.Contains(text, "purl.oclc.org") {
				t.Errorf("%s, %s is half strict", name, part)
			}
		}
		f, err := excelize.OpenReader(bytes.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		if v, err := f.GetCellValue("Deelnames", "A4"); v != "a1" || err != nil {
			t.Errorf("%s: %q %v", name, v, err)
		}
		f.Close()
	}
}

func TestUndeclared(t *testing.T) {
	for text, want := range map[string][]string{
		`<a xmlns:b="x"><b:c b:d="1"/></a>`:             nil,
		`<a><b:c xmlns:b="x"/><b:d/></a>`:               {"b"},
		`<a r:id="1" xml:space="preserve"><x:y/></a>`:   {"r", "x"},
		`<?xml version="1.0"?><a>b:c &lt;d:e&gt;</a>`:   nil,
		`<b:a xmlns:b="x"><c xmlns:b="y"/><b:d/></b:a>`: nil,
	} {
		if got, err := undeclared(text); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %v %v", text, got, err)
		}
	}
	for _, text := range []string{`<a b="1" b="2"/>`, `<a><b`, `</a>`} {
		if _, err := undeclared(text); err == nil {
			t.Errorf("%s: no error", text)
		}
	}
	mended, err := declare(`<?xml version="1.0"?><a b:c="1"/>`, `<a><d xmlns:b="http://x?y&amp;z"/></a>`, []string{"b"})
	if err != nil || mended != `<?xml version="1.0"?><a xmlns:b="http://x?y&amp;z" b:c="1"/>` {
		t.Error(mended, err)
	}
	if _, err := declare(`<a/>`, `<a/>`, []string{"b"}); err == nil {
		t.Error("a prefix out of nowhere was declared")
	}
}
