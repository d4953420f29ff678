package house

import (
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"voortgang/charts"
	"voortgang/config"
	"voortgang/internal/document"
	"voortgang/internal/fonts"
)

const head = `organisatie: {naam: Test}
rapport: {jaar: 2021, datum: "2022-04-28"}
themas:
  - naam: Wonen
huisstijl:
`

// load reads a configuration with the given lines below huisstijl, which
// begin on line 6.
func load(t *testing.T, lines string) *config.Config {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, config.FileName), []byte(head+lines), 0o600); err != nil {
		t.Fatal(err)
	}
	cfg, list, err := config.Load(dir, config.Overrides{})
	if err != nil || len(list) > 0 {
		t.Fatal(list, err)
	}
	return cfg
}

// files reads from memory.
func files(all map[string][]byte) Read {
	return func(path string) ([]byte, error) {
		if data, ok := all[path]; ok {
			return data, nil
		}
		return nil, errors.New("no such file")
	}
}

// restricted is a font whose fsType forbids embedding.
func restricted(t *testing.T) []byte {
	data := slices.Clone(goregular.TTF)
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		entry := data[12+16*i:]
		if string(entry[:4]) == "OS/2" {
			binary.BigEndian.PutUint16(data[binary.BigEndian.Uint32(entry[8:])+8:], 2)
			return data
		}
	}
	t.Fatal("the font has no OS/2 table")
	return nil
}

func TestFindings(t *testing.T) {
	workdir := files(map[string][]byte{
		"lettertypes/goed.ttf":   goregular.TTF,
		"beelden/ook.ttf":        gobold.TTF,
		"beelden/dicht.ttf":      restricted(t),
		"beelden/post.otf":       []byte("OTTO\x00\x01"),
		"beelden/meer.ttc":       []byte("ttcf\x00\x01"),
		"beelden/foto.ttf":       []byte("\xff\xd8\xff\xe0 a photograph"),
		"beelden/afgebroken.ttf": goregular.TTF[:5000],
	})
	for _, test := range []struct {
		name, lines string
		want        string // code, line, proposal; "" for no finding
	}{
		{"nothing", "  logo: \"\"\n", ""},
		{"the second style", "  stijl: warm\n", ""},
		{"unknown style", "  stijl: warn\n", "C05:6:"},
		{"own fonts in both folders", "  letter_gewoon: goed.ttf\n  letter_vet: ook.ttf\n", ""},
		{"missing font", "  stijl: warm\n  letter_gewoon: weg.ttf\n", "C09:7:"},
		{"PostScript font", "  letter_gewoon: post.otf\n", "C10:6:"},
		{"collection", "  letter_vet: meer.ttc\n", "C10:6:"},
		{"a photograph", "  letter_vet: foto.ttf\n", "C10:6:"},
		{"cut off", "  letter_vet: afgebroken.ttf\n", "C10:6:"},
		{"may not be embedded", "  letter_licht: dicht.ttf\n", "C11:6:"},
		{"pale text", "  inkt: \"#999999\"\n", "C13:6:#707070"},
		{"just too pale", "  tint: \"#FFFFFF\"\n  grijs: \"#777777\"\n", "C13:7:#767676"},
		{"just dark enough", "  tint: \"#FFFFFF\"\n  grijs: \"#767676\"\n", ""},
		{"pale colour, short", "  kleur: \"#6ad\"\n", "C13:6:#467598"},
		{"dark tint is named once", "  tint: \"#888888\"\n", "C13:6:#d1d1d1"},
		{"accent is a mark", "  accent: \"#949494\"\n", ""},
		{"pale accent", "  accent: \"#959595\"\n", "C13:6:#949494"},
		{"pale theme in the list", "  themakleuren:\n    - \"#004488\"\n    - \"#FFEE00\"\n", "C13:8:#a29700"},
		{"a heading too small", "  kop2: 6/8 vet\n", "C05:6:"},
		{"a heading with a comma", "  kop2: 12,5/16 vet\n", ""},
		{"a heading without weight", "  kop2: 12/16\n", "C05:6:"},
		{"a heading without measure", "  kop2: NaN/NaN vet\n", "C05:6:"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := New(load(t, test.lines), workdir)
			var got []string
			for _, f := range s.Findings {
				got = append(got, f.Code()+":"+strconv.Itoa(f.Ref.Line)+":"+f.Proposal)
				if strings.Contains(f.Message, "%!") || f.Ref.File != config.FileName {
					t.Errorf("finding reads %q at %s", f.Message, f.Ref.File)
				}
			}
			if strings.Join(got, " ") != test.want {
				t.Errorf("got %q, want %q", strings.Join(got, " "), test.want)
			}
			for i, h := range s.Document.Heads {
				if h.Size == 0 || h.Weight == 0 {
					t.Errorf("heading %d has no type", i+1)
				}
			}
		})
	}
}

// A proposal must pass, and be no further from what was asked than it needs.
func TestNearestReadable(t *testing.T) {
	white := charts.Hex("#FFFFFF")
	for _, hex := range []string{"#66AADD", "#FFEE00", "#FFFFFF", "#F6A376", "#777777"} {
		c := charts.Hex(hex)
		got := nearestReadable(c, textContrast, white)
		if r := charts.Contrast(got, white); r < 4.5 || r > 4.7 {
			t.Errorf("%s becomes %s with %.2f", hex, got, r)
		}
	}
	if got := nearestReadable(charts.Hex("#336699"), textContrast, white); got != charts.Hex("#336699") {
		t.Errorf("a readable colour becomes %s", got)
	}
}

// Shipped styles hold to what is asked of an organisation's own.
func TestShippedStyles(t *testing.T) {
	if got := strings.Join(Names(), " "); got != "helder warm" {
		t.Errorf("styles are %s", got)
	}
	white := charts.Hex("#FFFFFF")
	for _, name := range Names() {
		v, err := shipped(name)
		if err != nil {
			t.Fatal(err)
		}
		for key, hex := range map[string]string{"kleur": v.Colour, "inkt": v.Ink, "grijs": v.Grey} {
			for _, ground := range []charts.Color{white, charts.Hex(v.Tint)} {
				if r := charts.Contrast(charts.Hex(hex), ground); r < textContrast {
					t.Errorf("%s: %s has %.2f on %s", name, key, r, ground)
				}
			}
		}
		if r := charts.Contrast(charts.Hex(v.Accent), white); r < markContrast {
			t.Errorf("%s: accent has %.2f", name, r)
		}
		// Neighbours in a stack must differ on a grey printer too.
		for i := 1; i < len(v.Series); i++ {
			if r := charts.Contrast(charts.Hex(v.Series[i-1]), charts.Hex(v.Series[i])); r < 1.35 {
				t.Errorf("%s: series %d and %d differ by %.2f", name, i, i+1, r)
			}
		}
	}
}

func TestEveryKeyReplaces(t *testing.T) {
	s := New(load(t, `  stijl: warm
  kleur: "#111111"
  accent: "#222222"
  inkt: "#333333"
  grijs: "#444444"
  lijn: "#555555"
  tint: "#EEEEEE"
  achterkant: "#666666"
  themakleuren: ["#777777"]
  reekskleuren: ["#123456"]
  omslagvorm: vlak
  openingsvorm: vlak
  titelgewicht: halfvet
  kop1: 20/25 gewoon
  kop2: 19/25 gewoon
  kop3: 18/25 gewoon
  kop4: 17/25 gewoon
`), nil)
	d := s.Document
	got := strings.Join([]string{d.Strong, d.Accent, d.Ink, d.Grey, d.Rule, d.Tint, d.Back, s.ThemeColors[0], s.Charts.Many[0].String(), string(d.CoverForm), string(d.OpeningForm)}, " ")
	if got != "#111111 #222222 #333333 #444444 #555555 #EEEEEE #666666 #777777 #123456 vlak vlak" {
		t.Error(got)
	}
	for i, h := range d.Heads {
		if h != (document.Type{Size: float64(20 - i), Leading: 25, Weight: fonts.Regular}) {
			t.Errorf("heading %d is %v", i+1, h)
		}
	}
	if d.Title != fonts.Semibold || s.Charts.Strong != charts.Hex("#111111") || s.Charts.Ink != charts.Hex("#333333") {
		t.Error("weight or charts don't follow")
	}
}

func TestOwnFonts(t *testing.T) {
	s := New(load(t, "  letter_gewoon: a.ttf\n  letter_vet: b.ttf\n"), files(map[string][]byte{
		"beelden/a.ttf": goregular.TTF, "lettertypes/b.ttf": gobold.TTF}))
	family := s.Document.Fonts
	for _, test := range []struct {
		style fonts.Style
		want  string
	}{
		{fonts.Style{}, "GoRegular"}, {fonts.Style{Weight: fonts.Light}, "GoRegular"}, {fonts.Style{Weight: fonts.Semibold}, "Go-Bold"},
		{fonts.Style{Weight: fonts.Bold}, "Go-Bold"}, {fonts.Style{Italic: true}, "OpenSans-Italic"},
	} {
		if got := family.Face(test.style).Name; got != test.want {
			t.Errorf("%v is %s, want %s", test.style, got, test.want)
		}
	}
	// Go has no breve below; Open Sans has what it lacks of the text.
	doc := &document.Document{Title: "Zoë ḁ → Ω", Blocks: []document.Block{document.Heading{Text: "Ệ"}}}
	list := s.Coverage(doc)
	if len(list) != 2 || list[0].Code() != "C12" || list[0].Ref.Line != 6 || !strings.Contains(list[0].Message, "Ệ") || strings.Contains(list[0].Message, "ë") {
		t.Errorf("findings are %+v", list)
	}
	if list := s.Coverage(&document.Document{Title: "Voortgangsrapport – Zoë €"}); len(list) > 0 {
		t.Errorf("findings are %+v", list)
	}
}
