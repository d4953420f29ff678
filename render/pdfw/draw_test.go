package pdfw

import (
	"bytes"
	"compress/zlib"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"voortgang/internal/fonts"
)

func TestNumber(t *testing.T) {
	for _, test := range []struct {
		v    float64
		want string
	}{
		{0, "0"}, {1, "1"}, {-1, "-1"}, {0.5, "0.5"}, {0.05, "0.05"}, {-0.004, "0"}, {0.005, "0.01"},
		{841.89, "841.89"}, {9.999, "10"}, {-12.3, "-12.3"}, {1e300, "1000000"}, {math.Inf(-1), "-1000000"}, {math.NaN(), "0"},
	} {
		if got := string(number(nil, test.v)); got != test.want {
			t.Errorf("%g is written %q, want %q", test.v, got, test.want)
		}
	}
}

func TestStrings(t *testing.T) {
	for _, test := range []struct{ got, want string }{
		{text("a(b)\\"), `(a\(b\)\\)`},
		{text("é"), "<FEFF00E9>"},
		{text("🌭"), "<FEFFD83CDF2D>"},
		{bytesString("é\n"), `(\303\251\012)`},
		{name("text/csv"), "/text#2Fcsv"},
		{uri("https://a.be/<a>|%20"), `(https://a.be/%3Ca%3E%7C%20)`},
		{uri("https://a.be/é (1)"), `(https://a.be/%C3%A9%20\(1\))`},
		{date(demoMeta().Created), "(D:20220428120000+02'00')"},
	} {
		if test.got != test.want {
			t.Errorf("got %s, want %s", test.got, test.want)
		}
	}
	// PDF/A allows 32,767 bytes in a string; a pair isn't cut in half.
	for _, long := range []string{strings.Repeat("a", 40000), strings.Repeat("é", 40000), strings.Repeat("🌭", 20000), "é" + strings.Repeat("🌭", 20000)} {
		got := text(long)
		size := len(got) - 2
		if got[0] == '<' {
			size /= 2
			if decoded := decodeUTF16(got[5 : len(got)-1]); strings.ContainsRune(decoded, '\uFFFD') || !strings.HasSuffix(decoded, "…") {
				t.Errorf("cut text ends with %q", decoded[len(decoded)-8:])
			}
		}
		if size > 32767 {
			t.Errorf("a string has %d bytes", size)
		}
	}
}

// drawn returns what draw puts on a page, within one artifact.
func drawn(t *testing.T, draw func(p *Page)) string {
	t.Helper()
	d := New(demoMeta())
	p := d.AddPage(100, 100)
	p.BeginArtifact(Layout, Rect{})
	draw(p)
	p.EndMarked()
	mustBytes(t, d)
	out := strings.TrimPrefix(string(p.content), "/Artifact <</Type/Layout>> BDC\n")
	return strings.TrimSuffix(out, "EMC\n")
}

func TestDrawing(t *testing.T) {
	for _, test := range []struct {
		name string
		draw func(p *Page)
		want string
	}{
		{"y runs downward", func(p *Page) { p.Rect(10, 20, 30, 40); p.Fill() }, "10 40 30 40 re\nf\n"},
		{"nothing is said twice", func(p *Page) {
			p.SetLineWidth(2)
			p.SetLineWidth(2)
			p.SetStroke(RGB{})
			p.SetDash(0)
		}, "2 w\n"},
		{"Restore brings back what Save had", func(p *Page) {
			p.Save()
			p.SetFill(RGB{255, 0, 0})
			p.Restore()
			p.SetFill(RGB{255, 0, 0})
		}, "q\n1 0 0 rg\nQ\n1 0 0 rg\n"},
		{"grey", func(p *Page) { p.SetFill(RGB{255, 255, 255}) }, "1 g\n"},
		{"colours between path and paint go before the path", func(p *Page) {
			p.MoveTo(0, 0)
			p.LineTo(1, 1)
			p.SetStroke(RGB{255, 0, 0})
			p.Stroke()
		}, "1 0 0 RG\n0 100 m\n1 99 l\nS\n"},
		{"dashes", func(p *Page) { p.SetDash(1, 3, 2) }, "[3 2] 1 d\n"},
		{"dashes of nothing", func(p *Page) { p.SetDash(1, 0, 0) }, ""},
		{"a quarter turn to the left", func(p *Page) { p.Rotate(90, 0, 100) }, "0 1 -1 0 0 0 cm\n"},
		{"a shift", func(p *Page) { p.Translate(5, 7) }, "1 0 0 1 5 -7 cm\n"},
		{"twice as large about a point", func(p *Page) { p.Scale(2, 2, 10, 90) }, "2 0 0 2 -10 -10 cm\n"},
		{"a quadratic curve", func(p *Page) { p.MoveTo(0, 100); p.QuadTo(3, 97, 6, 100); p.Stroke() }, "0 0 m\n2 2 4 2 6 0 c\nS\n"},
		{"clipping", func(p *Page) { p.Rect(0, 0, 1, 1); p.Clip() }, "0 99 1 1 re\nW n\n"},
	} {
		if got := drawn(t, test.draw); got != test.want {
			t.Errorf("%s: got\n%s\nwant\n%s", test.name, got, test.want)
		}
	}
}

func TestMarks(t *testing.T) {
	d := New(demoMeta())
	p := d.AddPage(100, 100)
	a, b := d.Root().Add(P, Attrs{}), d.Root().Add(P, Attrs{})
	for _, e := range []*Elem{a, a, b, a} {
		p.BeginMarked(e)
		p.EndMarked()
	}
	link := a.Add(Link, Attrs{}) // a child in between: a new stretch
	p.BeginMarked(a)
	p.EndMarked()
	p.BeginMarked(link)
	p.EndMarked()
	mustBytes(t, d)
	want := "/P <</MCID 0>> BDC\nEMC\n/P <</MCID 1>> BDC\nEMC\n/P <</MCID 2>> BDC\nEMC\n/P <</MCID 3>> BDC\nEMC\n/Link <</MCID 4>> BDC\nEMC\n"
	if string(p.content) != want {
		t.Errorf("got\n%s\nwant\n%s", p.content, want)
	}
}

var adjustment = regexp.MustCompile(`[>\[](-?\d+)[<\]]`)

// TestJustified: kerning and word space are in one array, and rounding
// doesn't add up along a line.
func TestJustified(t *testing.T) {
	face := fonts.Default().Face(fonts.Style{})
	style := TextStyle{Size: 9.5, WordSpace: 0.0123}
	line := strings.Repeat("AV To ", 60)
	var width float64
	content := drawn(t, func(p *Page) { width = p.Text(0, 50, style, face, line) })
	if n := strings.Count(content, "TJ"); n != 1 {
		t.Errorf("a line takes %d arrays", n)
	}
	natural := 0.0
	for _, r := range line {
		gid, _ := face.GID(r)
		natural += float64(face.Advance(gid)) * 9.5 / 2048
	}
	moved := 0.0
	for _, m := range adjustment.FindAllStringSubmatch(content, -1) {
		n, _ := strconv.Atoi(m[1])
		moved -= float64(n) * 9.5 / 1000
	}
	if got := natural + moved; math.Abs(got-width) > 0.01 {
		t.Errorf("the line is %g wide in the file, %g by the measure", got, width)
	}
	if got := style.Width([]fonts.Run{{Face: face, Text: line}}); math.Abs(got-width) > 1e-6 {
		t.Errorf("measured %g, drawn %g", got, width)
	}
	if want := face.Width(line, 9.5) + 120*0.0123; math.Abs(width-want) > 1e-6 {
		t.Errorf("the line is %g wide, want %g", width, want)
	}
}

// corners is a picture whose corners differ: red, green below blue, white.
func corners() *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, 16, 8))
	for y := range 8 {
		for x := range 16 {
			c := color.RGBA{255, 0, 0, 255}
			if y >= 4 {
				c = color.RGBA{0, 0, 255, 255}
			}
			img.Set(x, y, c)
		}
	}
	return img
}

func jpegOf(t *testing.T, img image.Image, segments ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return append([]byte("\xFF\xD8"+strings.Join(segments, "")), b.Bytes()[2:]...)
}

func TestJPEG(t *testing.T) {
	exif := "\xFF\xE1\x00\x22Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00\x06\x00\x00\x00\x00\x00\x00\x00"
	d := New(demoMeta())
	img, err := d.Image(jpegOf(t, corners(), exif, "\xFF\xFE\x00\x07plaats"[:9]))
	if err != nil {
		t.Fatal(err)
	}
	if img.Width != 8 || img.Height != 16 || img.orientation != 6 {
		t.Errorf("the picture is %d by %d, orientation %d", img.Width, img.Height, img.orientation)
	}
	if bytes.Contains(img.data, []byte("Exif")) || bytes.Contains(img.data, []byte("plaat")) {
		t.Error("metadata stayed in the picture")
	}
	if _, err := jpeg.Decode(bytes.NewReader(img.data)); err != nil {
		t.Error(err)
	}
	grey, err := d.Image(jpegOf(t, image.NewGray(image.Rect(0, 0, 4, 4))))
	if err != nil || grey.colours != "DeviceGray" {
		t.Errorf("grey picture: %+v, %v", grey, err)
	}
	cmyk := jpegOf(t, corners())
	at := bytes.Index(cmyk, []byte("\xFF\xC0"))
	cmyk[at+9] = 4
	for name, data := range map[string][]byte{
		"CMYK": cmyk, "neither": []byte("GIF89a"), "cut off": jpegOf(t, corners())[:40],
		"damaged": []byte("\xFF\xD8\x00\x00\x00\x00"), "empty": nil, "PNG cut off": []byte("\x89PNG\r\n\x1A\n"),
	} {
		if _, err := d.Image(data); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestOrientation: the corner that is seen at the top left is put there.
func TestOrientation(t *testing.T) {
	// Where the stored top left and top right corners are seen, x and y
	// downward, by orientation (Exif 2.3, tag 0112).
	for orientation, want := range map[int][4]float64{
		1: {0, 0, 1, 0}, 2: {1, 0, 0, 0}, 3: {1, 1, 0, 1}, 4: {0, 1, 1, 1},
		5: {0, 0, 0, 1}, 6: {1, 0, 1, 1}, 7: {1, 1, 1, 0}, 8: {0, 1, 0, 0},
	} {
		img := &Image{name: "I1", orientation: orientation}
		d := New(demoMeta())
		p := d.AddPage(100, 100)
		p.BeginArtifact(Layout, Rect{})
		p.Image(img, Rect{10, 20, 30, 40})
		p.EndMarked()
		var m [6]float64
		fields := strings.Fields(string(p.content[bytes.Index(p.content, []byte("q ")):]))
		for i := range m {
			m[i], _ = strconv.ParseFloat(fields[1+i], 64)
		}
		// The stored picture's top left is (0, 1) in its own space.
		seen := func(u, v float64) (x, y float64) {
			return (m[0]*u + m[2]*v + m[4] - 10) / 30, (100 - (m[1]*u + m[3]*v + m[5]) - 20) / 40
		}
		lx, ly := seen(0, 1)
		rx, ry := seen(1, 1)
		if got := [4]float64{lx, ly, rx, ry}; got != want {
			t.Errorf("orientation %d: corners at %v, want %v", orientation, got, want)
		}
	}
}

func TestPNG(t *testing.T) {
	encode := func(img image.Image) []byte {
		var b bytes.Buffer
		if err := png.Encode(&b, img); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	d := New(demoMeta())
	colour := encode(corners())
	first, err := d.Image(colour)
	if err != nil || first.colours != "DeviceRGB" || first.Width != 16 || first.Height != 8 {
		t.Fatalf("%+v, %v", first, err)
	}
	// Rows: "sub" where pixels repeat, "up" where rows do.
	if len(first.data) != 8*(1+3*16) || first.data[0] != 1 || first.data[49] != 2 {
		t.Errorf("rows are filtered by %d and %d", first.data[0], first.data[49])
	}
	again, _ := d.Image(bytes.Clone(colour))
	if again != first || len(d.images) != 1 {
		t.Error("the same picture is stored twice")
	}
	// Half transparent black is grey, nothing is white.
	half := image.NewNRGBA(image.Rect(0, 0, 2, 1))
	half.Set(0, 0, color.NRGBA{0, 0, 0, 128})
	grey, err := d.Image(encode(half))
	if err != nil || grey.colours != "DeviceGray" {
		t.Fatalf("%+v, %v", grey, err)
	}
	row := grey.data[1:]
	if grey.data[0] == 1 {
		row[1] += row[0]
	}
	if row[0] != 127 || row[1] != 255 {
		t.Errorf("half black and nothing become %v", row)
	}
}

// A large picture whose pixels are kept as a PDF keeps them goes in as it is;
// one that is transparent somewhere, or damaged, doesn't.
func TestLargePNG(t *testing.T) {
	encode := func(img image.Image) []byte {
		var b bytes.Buffer
		if err := png.Encode(&b, img); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	opaque, glass := image.NewRGBA(image.Rect(0, 0, 1200, 900)), image.NewNRGBA(image.Rect(0, 0, 1200, 900))
	for i := range opaque.Pix {
		opaque.Pix[i], glass.Pix[i] = byte(i*i>>7)|byte(i%4/3*255), byte(i*i>>7)
	}
	d := New(demoMeta())
	data := encode(opaque)
	img, err := d.Image(data)
	if err != nil || !img.deflated || img.colours != "DeviceRGB" || img.Width != 1200 || img.Height != 900 {
		t.Fatalf("%v, %+v", err, img)
	}
	pixels, err := zlib.NewReader(bytes.NewReader(img.data))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := io.ReadAll(pixels)
	if err != nil || len(rows) != 900*(1+3*1200) {
		t.Errorf("%d bytes of pixels, %v", len(rows), err)
	}
	if img, err = d.Image(encode(glass)); err != nil || img.deflated {
		t.Errorf("transparent: %v, taken over %v", err, img != nil && img.deflated)
	}
	if _, err := d.Image(data[:len(data)/2]); err == nil {
		t.Error("half a picture is taken")
	}
}
