package inspect

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"

	"voortgang/internal/inspect/pdfread"
)

func inspected(t testing.TB, data []byte) *Result {
	t.Helper()
	r, err := PDF(context.Background(), data)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func failed(r *Result) []string {
	var out []string
	for _, c := range r.Checks {
		if c.Outcome == Fail {
			out = append(out, c.Code)
		}
	}
	return out
}

func TestASoundDocument(t *testing.T) {
	r := inspected(t, sample(t))
	for _, c := range r.Checks {
		if c.Outcome != Pass {
			t.Errorf("%s: %s %q", c.Code, c.Outcome, c.Problems)
		}
	}
	if r.Pages != 2 || r.Title != "Proefrapport" || r.Language != "nl-BE" || r.Date != "2022-04-28" || r.Labels != "1–2" ||
		r.Fonts != 1 || r.Subsets != 1 || r.Bookmarks != 2 || r.Links != 2 || strings.Join(r.Standards, " ") != "PDF/A-3a PDF/UA-1" {
		t.Errorf("%+v", r)
	}
	if len(r.Attachments) != 1 || string(r.Attachments[0].Data) != "wonen;13,93\n" || r.Attachments[0].MIME != "text/csv" {
		t.Errorf("%+v", r.Attachments)
	}
}

// Each way to break the document fails the check that it should, and no other.
func TestBrokenDocuments(t *testing.T) {
	for _, c := range []struct {
		name, fails string
		damage      func(testing.TB, []byte) []byte
	}{
		{"no mark", "structuur", swap("/Marked true", "/Marked null")},
		{"no structure", "structuur inhoud links", func(t testing.TB, data []byte) []byte {
			data = change("/Type/Catalog", "/StructTreeRoot", "/StructTreeXoot")(t, data)
			return bytes.ReplaceAll(data, []byte("/MCID"), []byte("/XCID"))
		}},
		{"no language", "taal", change("/Type/Catalog", "/Lang", "/Taal")},
		{"a language that can't be", "taal", change("/Type/Catalog", "/Lang(nl-BE)", "/Lang(Nederlands!)")},
		{"title not shown", "titel", swap("/DisplayDocTitle true", "/DisplayDocTitle null")},
		{"unmarked text", "inhoud verbindingen", swap("/P <</MCID", "/P <</XCID")},
		{"unmarked decoration", "inhoud", swap("/Artifact", "/Artifacx")},
		{"content in decoration", "inhoud verbindingen", swap("/Artifact <</Type/Pagination/Subtype/Footer>> BDC", "/Artifact BMC /P <</MCID 0>> BDC EMC             ")},
		{"another number", "verbindingen", swap("/P <</MCID 2>>", "/P <</MCID 9>>")},
		{"a number twice", "verbindingen", swap("/P <</MCID 2>>", "/P <</MCID 1>>")},
		{"a page that leads nowhere", "verbindingen", swap("/StructParents 0", "/StructParents 7")},
		{"unknown element", "opbouw", swap("/S/LBody", "/S/LBxdy")},
		{"a cell outside a row", "opbouw", swap("/S/TR", "/S/P ")},
		{"no alternative text", "alternatief", swap("/Alt(", "/Xlt(")},
		{"no scope", "tabellen", swap("/Scope/Row", "/Scopx/Row")},
		{"no head cells", "tabellen", swap("/S/TH", "/S/TD")},
		{"a level left out", "koppen", swap("/S/H2", "/S/H3")},
		{"a wordless link", "links", swap("/F 4/Contents", "/F 4/Contenxs")},
		{"a link outside the structure", "links", swap("/StructParent 2", "/StructParent 9")},
		{"a link in a paragraph", "links", swap("/S/Link", "/S/Span")},
		{"tab order", "tabvolgorde", swap("/Tabs/S", "/Tabs/R")},
		{"bookmark to nowhere", "bladwijzers", change("/Title(Tussenkop)", "/Dest[", "/Dest[9")},
		{"bookmark above the page", "bladwijzers", change("/Title(Tussenkop)", "/XYZ null ", "/XYZ null 9")},
		{"nameless bookmark", "bladwijzers", swap("/Title(Kop)", "/Titlx(Kop)")},
		{"bookmarks in a circle", "bladwijzers", func(t testing.TB, data []byte) []byte {
			number, body := find(t, data, "/Title(Kop)")
			body = bytes.Replace(body, []byte("/First"), []byte("/Next "+reference(number)+"/First"), 1)
			return revise(t, data, number, body, "")
		}},
		{"link to nowhere", "koppelingen", swap("/Dest(twee)", "/Dest(drie)")},
		{"no web address", "koppelingen", swap("(https://", "(https//.")},
		{"no characters", "tekens", swap("/ToUnicode", "/ToUnicodx")},
		{"a character that is none", "tekens", swap("<0001> <004B>", "<0001> <FFFE>")},
		{"a character left out", "tekens", swap("<0001> <004B>", "<0F01> <004B>")},
		{"font not embedded", "lettertypes", swap("/FontFile2", "/FontFilx2")},
		{"another title", "beschrijving", swap(">Proefrapport<", ">Eindrapport <")},
		{"another date", "beschrijving", swap("<xmp:CreateDate>2022", "<xmp:CreateDate>2021")},
		{"metadata that isn't XML", "beschrijving pdfa pdfua", swap("<x:xmpmeta", "<x:xmp<eta")},
		{"another PDF/A", "pdfa", swap("<pdfaid:part>3", "<pdfaid:part>2")},
		{"no PDF/UA", "pdfua", swap("<pdfuaid:part>1<", "<pdfuaid:part> <")},
		{"no colour profile", "kleuren", swap("/GTS_PDFA1", "/GTS_PDFX1")},
		{"a profile of nothing", "kleuren", swap("acsp", "xcsp")},
		{"attachment changed", "bijlagen", swap("wonen;13,93", "wonen;13,94")},
		{"attachment without relation", "bijlagen", swap("/AFRelationship", "/AFRelationshix")},
		{"attachment unlisted", "bijlagen", swap("/AF[", "/AX[")},
		{"a paperclip without a file", "bijlagen-openen", swap("/FS ", "/XS ")},
		{"a paperclip in a link", "links", swap("/S/Annot", "/S/Link ")},
		{"attachment without type", "bijlagen", swap("/Subtype/text", "/Subtypx/text")},
		{"a see-through group", "doorzichtig", change("/Type/Page/", "/Type/Page/", "/Type/Page/Group<</S/Transparency>>/")},
		{"a see-through state", "doorzichtig", change("/Type/Page/", "/Resources<<", "/Resources<</ExtGState<</G<</ca 0.5>>>>")},
		{"a script", "actief", change("/Type/Catalog", "/Type/Catalog", "/Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert)>>")},
		{"a program", "actief", change("/S/URI", "/S/URI", "/S/Launch")},
		{"outer data", "extern", change("/Type/EmbeddedFile", "/Type/EmbeddedFile", "/Type/EmbeddedFile/F(elders)")},
		{"no file identifier", "heel", swap("/ID[", "/IX[")},
		{"moved", "heel", func(_ testing.TB, data []byte) []byte {
			return bytes.Replace(data, []byte("\n1 0 obj"), []byte("\n\n\n1 0 obj"), 1)
		}},
		{"no end", "heel", func(_ testing.TB, data []byte) []byte { return data[:len(data)-20] }},
		{"a page lost", "heel", swap("/Count 2", "/Count 3")},
		{"a wrong length", "heel", swap("/Subtype/XML/Length ", "/Subtype/XML/Lengtx ")},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := c.damage(t, sample(t))
			r := inspected(t, data)
			want := strings.Fields(c.fails)
			got := failed(r)
			slices.Sort(want)
			slices.Sort(got)
			if !slices.Equal(got, want) {
				for _, code := range got {
					t.Logf("%s: %q", code, r.Find(code).Problems)
				}
				t.Errorf("fails %q, want %q", got, want)
			}
			if err := Page(io.Discard, "x.pdf", r); err != nil {
				t.Error(err)
			}
		})
	}
}

func reference(n int) string { return strconv.Itoa(n) + " 0 R" }

func TestWhatCantBeJudged(t *testing.T) {
	plain := sample(t)
	number, body := find(t, plain, "/Type/Catalog")
	cycle := bytes.ReplaceAll(plain, []byte("/Type/Pages"), []byte("/Type/Xages"))
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"empty", nil, pdfread.ErrNotPDF},
		{"text", []byte("Dag allemaal"), pdfread.ErrNotPDF},
		{"a header alone", []byte("%PDF-1.7\n"), pdfread.ErrDamaged},
		{"half a file", plain[:len(plain)/3], pdfread.ErrDamaged},
		{"encrypted", revise(t, plain, number, body, "/Encrypt<</Filter/Standard>>"), pdfread.ErrEncrypted},
	} {
		if _, err := PDF(context.Background(), c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
	if _, err := PDF(context.Background(), cycle); err != nil {
		t.Errorf("a page tree without its type: %v", err)
	}
	stopped, stop := context.WithCancel(context.Background())
	stop()
	if _, err := PDF(stopped, plain); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}

// The words of a file can't steer a terminal.
func TestPageShowsNoControls(t *testing.T) {
	data := change("/Title (Proefrapport)", "(Proefrapport)", "(Proef\x1b[2Jrapport)")(t, sample(t))
	var b bytes.Buffer
	if err := Page(&b, "x\x1b[31m.pdf", inspected(t, data)); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsRune(b.String(), 0x1b) {
		t.Errorf("%q", b.String())
	}
}

func FuzzPDF(f *testing.F) {
	plain := sample(f)
	f.Add(plain)
	f.Add(plain[:len(plain)-30])
	f.Add(change("/Type/Catalog", "/Type/Catalog", "/Type/Catalog/AcroForm<<>>")(f, plain))
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[2 0 R 3 0 R]>>endobj 3 0 obj<</Contents 4 0 R>>endobj 4 0 obj<</Length 5>>stream\nBT Tj\nendstream endobj"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := PDF(context.Background(), data)
		if err != nil {
			return
		}
		if err := Page(io.Discard, "x.pdf", r); err != nil {
			t.Error(err)
		}
		if _, err := JSON("x.pdf", r); err != nil {
			t.Error(err)
		}
	})
}
