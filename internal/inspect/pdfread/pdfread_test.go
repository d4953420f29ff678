package pdfread

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
)

func open(t testing.TB, text string) (*File, error) {
	t.Helper()
	return Open(context.Background(), []byte(text))
}

func TestObjects(t *testing.T) {
	for text, want := range map[string]Object{
		"12":                     12,
		"-3.5":                   -3.5,
		".5":                     .5,
		"true":                   true,
		"null":                   nil,
		"/Na#20me":               Name("Na me"),
		"(a(b)\\)\\101\\n\\\nc)": String("a(b))A\nc"),
		"<48 656>":               String("He`"),
		"[1 0 R 2]":              Array{Ref{1, 0}, 2},
		"[1 0 2]":                Array{1, 0, 2},
		"<</A/B/C<</D 1>>>>":     Dict{"A": Name("B"), "C": Dict{"D": 1}},
		"%note\n7":               7,
	} {
		l := &Lexer{data: []byte(text), limit: &limits{ctx: context.Background()}, refs: true}
		if got, err := l.Next(); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q gives %#v, %v; want %#v", text, got, err, want)
		}
	}
}

func TestText(t *testing.T) {
	for s, want := range map[String]string{
		"abc": "abc", "\xFE\xFF\x00e\x20\xAC": "e€", "\xEF\xBB\xBFcaf\xC3\xA9": "café", "caf\xE9": "café",
	} {
		if got := Text(s); got != want {
			t.Errorf("%q gives %q", s, got)
		}
	}
}

func TestDate(t *testing.T) {
	want := time.Date(2022, 4, 28, 10, 0, 0, 0, time.UTC)
	for _, s := range []string{"D:20220428120000+02'00'", "D:20220428120000+02'00", "D:20220428100000Z", "D:20220428100000Z00'00'", "20220428100000"} {
		if got, ok := Date(s); !ok || !got.Equal(want) {
			t.Errorf("%q gives %v", s, got)
		}
	}
	if _, ok := Date("gisteren"); ok {
		t.Error("yesterday is a date")
	}
}

// tiny is a PDF of one page without a table of objects, which is found all the
// same.
const tiny = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
	"3 0 obj<</Type/Page/Contents 4 0 R>>endobj\n"

func TestDamageIsTold(t *testing.T) {
	f, err := open(t, tiny)
	if err != nil || f.Damage == "" || f.Name(f.Root()["Type"]) != "Catalog" {
		t.Fatalf("%+v, %v", f, err)
	}
}

func TestALaterObjectWins(t *testing.T) {
	f, err := open(t, tiny+"4 0 obj 1 endobj 4 0 obj 2 endobj")
	if err != nil || f.Resolve(Ref{Number: 4}) != 2 {
		t.Fatalf("%v, %v", f.Resolve(Ref{Number: 4}), err)
	}
}

func TestReferencesInACircle(t *testing.T) {
	f, err := open(t, tiny+"4 0 obj 5 0 R endobj 5 0 obj 4 0 R endobj 6 0 obj<</Length 6 0 R>>stream\nx\nendstream endobj")
	if err != nil {
		t.Fatal(err)
	}
	if o := f.Resolve(Ref{Number: 4}); o != nil {
		t.Errorf("%v", o)
	}
	if data, err := f.Data(f.Stream(Ref{Number: 6})); string(data) != "x" || err != nil {
		t.Errorf("%q, %v", data, err)
	}
}

func TestFilters(t *testing.T) {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	fmt.Fprint(z, "\x02abc\x02\x01\x01\x01") // two rows of three, filter "up"
	z.Close()
	for _, c := range []struct{ dict, data, want string }{
		{"/Filter/ASCIIHexDecode", "61 62>", "ab"},
		{"/Filter/ASCII85Decode", "<~@:E^~>", "abc"},
		{"/Filter/RunLengthDecode", "\x01ab\xFEc\x80", "abccc"},
		{"/Filter[/ASCIIHexDecode/RunLengthDecode]", "016162>", "ab"},
		{"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 3>>", packed.String(), "abcbcd"},
	} {
		f, err := open(t, fmt.Sprintf("%s4 0 obj<<%s/Length %d>>stream\n%s\nendstream endobj", tiny, c.dict, len(c.data), c.data))
		if err != nil {
			t.Fatal(err)
		}
		if data, err := f.Data(f.Stream(Ref{Number: 4})); string(data) != c.want || err != nil {
			t.Errorf("%s gives %q, %v", c.dict, data, err)
		}
	}
}

// A file of a megabyte can't ask for gigabytes.
func TestBombs(t *testing.T) {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	zeros := make([]byte, 1<<20)
	for range maxStream>>20 + 1 {
		z.Write(zeros)
	}
	z.Close()
	f, err := open(t, fmt.Sprintf("%s4 0 obj<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream endobj", tiny, packed.Len(), packed.String()))
	if err != nil {
		t.Fatal(err)
	}
	if data, err := f.Data(f.Stream(Ref{Number: 4})); !errors.Is(err, ErrTooMuch) {
		t.Errorf("%d bytes, %v", len(data), err)
	}
	for _, deep := range []string{"[", "<</A", "("} {
		f, err := open(t, tiny+"4 0 obj "+strings.Repeat(deep, 100_000))
		if err != nil || f.Resolve(Ref{Number: 4}) != nil {
			t.Errorf("%q: %v", deep, err)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte(tiny))
	f.Add([]byte("%PDF-1.5\n1 0 obj<</Type/XRef/W[1 2 1]/Size 3/Root 1 0 R/Length 8>>stream\n\x01\x00\x09\x00\x02\x00\x01\x00\nendstream endobj startxref 9 %%EOF"))
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Pages 1 0 R>>endobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer<</Root 1 0 R/Prev 44>>startxref\n44\n%%EOF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Open(context.Background(), data)
		if err != nil {
			return
		}
		for _, n := range file.Numbers() {
			if s := file.Stream(Ref{Number: n}); s != nil {
				file.Data(s)
			}
		}
	})
}
