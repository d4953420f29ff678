package pipeline

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/goregular"

	"voortgang/internal/inspect"
)

// With -werkmappen the workdirs stay, for checkers that don't know Go.
var workdirsTo = flag.String("werkmappen", "", "folder to write the workdirs of the conformance check to")

// conformance are the workdirs that stretch the report furthest. A draft is
// what one with mistakes gets.
var conformance = []struct {
	name  string
	draft bool
	write func(t *testing.T, dir string)
}{
	{"een-project", false, oneProject},
	{"zonder-gegevens", false, func(t *testing.T, dir string) {
		put(t, dir, "voortgang.yaml", settings)
		put(t, dir, "gegevens/Vorming.csv", "datum;personeelsnummer;soort;uren\n")
		put(t, dir, "aanvaard.yaml", "- code: S46\n  bestand: gegevens\n  waarde: niets van 2021\n  reden: de werking begint pas\n  door: An Voorbeeld\n")
	}},
	{"met-fouten", true, withMistakes},
	{"lelijk", false, ugly},
	{"lelijk-warm", false, func(t *testing.T, dir string) {
		ugly(t, dir)
		put(t, dir, "voortgang.yaml", settings+"huisstijl:\n  stijl: warm\n")
	}},
	{"huisstijl", false, ownStyle},
}

// ownStyle is one project in a style with fonts, a photograph and a logo of
// its own.
func ownStyle(t *testing.T, dir string) {
	oneProject(t, dir)
	put(t, dir, "voortgang.yaml", settings+"huisstijl:\n  kleur: \"#7A1F3D\"\n  accent: \"#E0B000\"\n  logo: logo.png\n  omslag: omslag.jpg\n"+
		"  letter_gewoon: gewoon.ttf\n  letter_vet: vet.ttf\n  letter_cursief: cursief.ttf\n")
	put(t, dir, "beelden/logo.png", gradient(t, false))
	put(t, dir, "beelden/omslag.jpg", gradient(t, true))
	put(t, dir, "lettertypes/gewoon.ttf", string(goregular.TTF))
	put(t, dir, "lettertypes/vet.ttf", string(gobold.TTF))
	put(t, dir, "lettertypes/cursief.ttf", string(goitalic.TTF))
}

func oneProject(t *testing.T, dir string) {
	put(t, dir, "voortgang.yaml", settings)
	put(t, dir, "gegevens/Meerjarenplan.csv", "sd_code;sd;od_code;od;thema\nSD1;Wonen voor iedereen;OD1.1;Goed wonen;Wonen\n")
	put(t, dir, "gegevens/Projecten.csv", projectHead+"huis;Een huis voor iedereen;Wonen;Hasselt;Projectuitvoering;1/1/2020;31/12/2022;Een kort project.;OD1.1\n")
	put(t, dir, "gegevens/Activiteiten.csv", "project;activiteit_id;datum;soort\nhuis;A1;3/5/2021;Werkgroepen\n")
	put(t, dir, "gegevens/Deelnames.csv", "project;activiteit_id;groep;aantal\nhuis;A1;Volwassenen;12\n")
	put(t, dir, "gegevens/Voortgang.csv", progressHead+"huis;Samenwerking;Doelstellingen bereikt;;De gemeente werkt mee.\n")
	put(t, dir, "gegevens/Conclusie.csv", "project;status;tekst\nhuis;Op schema;Het gaat goed.\n")
	put(t, dir, "teksten/voorwoord.md", "We telden {{ cijfer \"activiteiten.totaal\" }} activiteit.\n")
}

const (
	projectHead  = "code;naam;thema;gemeenten;fase;start;einde;omschrijving;hoofdzakelijk\n"
	progressHead = "project;rubriek;score;tussenkop;tekst\n"
)

// withMistakes is one project with a day that doesn't exist, a project that
// doesn't, and a figure that nobody knows.
func withMistakes(t *testing.T, dir string) {
	oneProject(t, dir)
	put(t, dir, "gegevens/Activiteiten.csv", "project;activiteit_id;datum;soort\nhuis;A1;31/4/2021;Werkgroepen\nweg;A2;1/4/2021;Acties\n")
	put(t, dir, "teksten/voorwoord.md", "Zie {{ cijfer \"bestaat.niet\" }}.\n")
}

// ugly has what no designer had in mind: scripts, names and cells without
// end, a table of 2,000 rows, pictures, addresses that don't fit a line.
func ugly(t *testing.T, dir string) {
	const odd = "Αθήνα, Москва, Łódź, İstanbul Şahin Ünal, 🌭👩‍👩‍👧👍🏽🇧🇪, שלום עולם 123 (abc), \u2067مرحبا بالعالم\u2069, 漢字, " +
		"ﬁjn → ✓ ✗ e\u0301 o\u0323\u0302 Z\u0337a\u0327l\u0334, officieel affiniteit afflakkeren fjord, wij\u00ADk\u00ADwer\u00ADking"
	long := strings.Repeat("Wxyz0123ÀÉĳŁ", 17)[:200]
	word := strings.Repeat("samenlevingsopbouw", 17)[:300]
	link := "https://voorbeeld.be/" + strings.Repeat("een-heel-lang-pad/", 14) + "?a=1&b=%20"
	strange := "https://voorbeeld.be/a_(b)/één,twee;drie/'x'!~*?q=[1]&r=a+b|c&s=%C3%A9#stuk"
	oneProject(t, dir)
	put(t, dir, "voortgang.yaml", settings+"huisstijl:\n  logo: logo.png\n  omslag: omslag.jpg\n")
	put(t, dir, "beelden/logo.png", gradient(t, false))
	put(t, dir, "beelden/foto.png", gradient(t, false))
	put(t, dir, "beelden/omslag.jpg", gradient(t, true))
	put(t, dir, "gegevens/Projecten.csv", projectHead+
		"huis;"+long+";Wonen;"+odd+";Projectuitvoering;1/1/2020;31/12/2022;"+odd+";OD1.1\n"+
		"plein;"+odd+";Wonen;Hasselt;Afgerond;1/1/2015;31/12/2021;"+long+";OD1.1\n")
	cell := strings.Repeat("Een cel met heel veel tekst die nergens ophoudt. ", 700)[:32767]
	put(t, dir, "gegevens/Voortgang.csv", progressHead+"huis;Samenwerking;Boven verwachting;"+odd+";"+cell+"\n"+
		"plein;Participatief werken;In ontwikkeling;"+long+";\"• "+odd+"\n▬ "+long+"\n• "+link+"\n• "+strange+"\n• "+word+"\"\n")
	var partners, actions strings.Builder
	partners.WriteString("soort;partner;doel;link_mjp\n")
	for i := range 2000 {
		fmt.Fprintf(&partners, "formeel;Partner %d;Samen aan nummer %d;Wonen\n", i+1, i+1)
	}
	partners.WriteString("tweedelijn binnen sector;" + long + ";" + odd + ";Wonen\n" +
		"tweedelijn buiten sector;" + word + ";" + cell[:3000] + ";Wonen\n")
	put(t, dir, "gegevens/Samenwerkingsverbanden.csv", partners.String())
	actions.WriteString("nr;actie;omschrijving;datum;soort;medium;drager;doelgroepen;link\n")
	fmt.Fprintf(&actions, "1;%s;%s;3/2/2021;Pers;%s;online;Breed publiek;%s\n", long, odd, odd, link)
	fmt.Fprintf(&actions, "2;%s;%s;4/2/2021;Pers;Krant;online;Breed publiek;%s\n", word, cell[:2000], strange)
	put(t, dir, "gegevens/Communicatieacties.csv", actions.String())
	put(t, dir, "teksten/voorwoord.md", odd+"\n\nEen zin met een noot[^1] en nog een[^lang].\n\n[^1]: "+odd+"\n[^lang]: "+word+" "+link+"\n\n"+long+"\n\n![Bewoners op het plein](beelden/foto.png)\n\n[een lang adres]("+link+") en <"+link+">\n\n[een raar adres](<"+strange+">), "+word+"\n\n"+
		"1. een\n   - twee "+odd+"\n\n| "+odd+" | b |\n| --- | ---: |\n| "+long+" | 1 |\n")
}

// gradient is one with a mark, as JPEG or PNG with see-through parts.
func gradient(t *testing.T, photo bool) string {
	img := image.NewNRGBA(image.Rect(0, 0, 640, 480))
	for y := range 480 {
		for x := range 640 {
			img.Set(x, y, color.NRGBA{uint8(x / 3), uint8(y / 2), 120, uint8(255 - x/4)})
		}
	}
	var b bytes.Buffer
	err := png.Encode(&b, img)
	if photo {
		b.Reset()
		err = jpeg.Encode(&b, img, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestConformance builds a report from each workdir, and holds it against our
// own checks. .ci/conformance.sh does the same with programs of others.
func TestConformance(t *testing.T) {
	for _, c := range conformance {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			if *workdirsTo != "" {
				dir = filepath.Join(*workdirsTo, c.name)
				if err := os.MkdirAll(dir, 0o755); err != nil {
					t.Fatal(err)
				}
			}
			c.write(t, dir)
			checked, _, err := Build(context.Background(), Options{Dir: dir, Version: "1", Draft: c.draft})
			if err != nil {
				for _, f := range checked.Findings {
					t.Log(f.Rule.Code, f.Message)
				}
				t.Fatal(err)
			}
			data, err := os.ReadFile(checked.ReportPath)
			if err != nil {
				t.Fatal(err)
			}
			_, wrong := checkWays(t, checked.Document, data)
			for _, text := range wrong {
				t.Error(text)
			}
			result, err := inspect.PDF(context.Background(), data)
			if err != nil {
				t.Fatal(err)
			}
			for _, check := range result.Checks {
				if check.Outcome == inspect.Fail {
					t.Errorf("%s: %q", check.Code, check.Problems)
				}
			}
		})
	}
}
