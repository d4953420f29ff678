package pipeline

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	examples "voortgang/render/workdir"
)

// printed lists every mistake of the example as its authors had it: the code
// of the rule that must find it, the file, the sheet and cell (or the line and
// column of a text), and what is wrong. docs/voorbeeld.md tells the same story.
const printed = `
# Dates that don't exist, in the Fiches
W02  projecten/verdoken-armoede-leopoldsburg.xlsx  Fiche!B11  einde 31/4/2021
W02  projecten/brugteam-hvhk-tongeren.xlsx         Fiche!B11  einde 31/9/2024
W03  projecten/solidariteit-in-beeld.xlsx          Fiche!B10  start 1/1/20121

# Terms that contradict the phase, or what the project itself writes
D06  projecten/buurtanalyse-tongeren.xlsx          Fiche!B9   Afgerond, with einde 31/12/2025
D14  projecten/inloophuis-beringen-mijn.xlsx       Fiche!B10  start 1/3/2010; the conclusion says 1 March 2020

# Names of projects
R09  projecten/verdoken-armoede-leopoldsburg.xlsx  Fiche!B5   Leopoldburg
R09  projecten/onderons-sint-truiden.xlsx          Fiche!B5   sint-Truiden

# The multi-year plan: the struck objective Versterkende leefomgeving has no goal
V01  organisatie.xlsx  Meerjarenplan!A13  no sd_code
V01  organisatie.xlsx  Meerjarenplan!B13  no sd

# Communication actions: dates against links, several dates in one cell
D08  organisatie.xlsx  Communicatieacties!D18  nr 14: 15/02/2021, link 15/01/2021
D08  organisatie.xlsx  Communicatieacties!D38  nr 34: 07/07/2021, link 12/07/2021
W04  organisatie.xlsx  Communicatieacties!D46  nr 42: five dates
W04  organisatie.xlsx  Communicatieacties!D51  nr 47: the same date twice

# Partnerships
T27  organisatie.xlsx  Samenwerkingsverbanden!C22  4 neighbourhoods in Genk, six are named
V01  organisatie.xlsx  Samenwerkingsverbanden!D55  no link with the plan
V01  organisatie.xlsx  Samenwerkingsverbanden!D96  no link with the plan

# Actors under the structural partners and under the new ones
K01  projecten/buurtwerk-kolderbos-dierd.xlsx  Actoren!A18  Stad Genk (wijkmanager)
K01  projecten/buurtwerk-kolderbos-dierd.xlsx  Actoren!A19  Campus O3
K01  projecten/buurtwerk-kolderbos-dierd.xlsx  Actoren!A20  Gigos
K01  projecten/buurtwerk-kolderbos-dierd.xlsx  Actoren!A21  LDC De Hazelaar
K01  projecten/buurtwerk-meulenberg.xlsx       Actoren!A17  OCMW
K01  projecten/buurtwerk-waterschei.xlsx       Actoren!A19  Community Health Workers
K01  projecten/buurtwerk-waterschei.xlsx       Actoren!A20  Campus O3
K01  projecten/cafe-anoniem-hasselt.xlsx       Actoren!A22  Stad Hasselt (schepen)
K01  projecten/cafe-anoniem-hasselt.xlsx       Actoren!A23  Zorggroep Zin
K01  projecten/cafe-anoniem-hasselt.xlsx       Actoren!A24  Reling
K01  projecten/cafe-anoniem-hasselt.xlsx       Actoren!A25  CAW Limburg
K01  projecten/nieuwe-volksbond-tongeren.xlsx  Actoren!A24  Zorggroep Zin
K01  projecten/nieuwe-volksbond-tongeren.xlsx  Actoren!A25  OCMW Tongeren
K01  projecten/onderwijs-leopoldsburg.xlsx     Actoren!A23  Kind en Taal
K01  projecten/ons-centrum-leopoldsburg.xlsx   Actoren!A33  Straathoekwerk
K01  projecten/ons-centrum-leopoldsburg.xlsx   Actoren!A34  Kind en Taal
K01  projecten/ons-centrum-leopoldsburg.xlsx   Actoren!A35  Onderwijsopbouwwerk

# Figures in the texts against the figures of the tables
T20  indicatoren/personeelsformatie.md           1:166  a mean of 24,87 VTE; it is 24,95
T20  indicatoren/personeelsformatie.md           2:26   a surplus of 0,30 VTE; it is 0,38
T20  indicatoren/ancienniteit.md                 3:7    almost 20 %; it is 18,3 %
T20  themas/krachtige-steden-en-buurten.md       9:61   twelve buurtanalyses; there are ten

# Names of themes and projects in the texts
T21  indicatoren/vte.md                          1:92   Krachtige buurten en steden
T21  themas/krachtige-steden-en-buurten.md       3:5    krachtige buurten en steden, as a heading
T21  themas/sociale-bescherming.md               21:35  SAMO in Maasmechelen
T26  themas/sociale-bescherming.md               3:1    Sociale Bescherming
T26  themas/sociale-bescherming.md               15:5   Zorgzame Buurten
T26  themas/collectief-burgerschap.md            3:5    collectief burgerschap, as a heading
T26  themas/collectief-burgerschap.md            7:3    Trefpunt armoede
T26  themas/collectief-burgerschap.md            9:6    Week van verbondenheid
T26  themas/wonen.md                             18:11  Wonen op maat
T26  themas/wonen.md                             26:11  Energiek Pelt

# Section numbers, three times the same
T28  themas/wonen.md  14:5  3.1.1
T28  themas/wonen.md  18:5  3.1.1
T28  themas/wonen.md  22:5  3.1.1
T28  themas/wonen.md  26:5  3.1.2
`

// TestMistakesOfThePrintedReport demands that each mistake is found in its
// place, and that nothing else is said at any level: not of the dates as text,
// the aliases of themes and the literal figures that are right.
func TestMistakesOfThePrintedReport(t *testing.T) {
	want := map[string]string{}
	for line := range strings.Lines(printed) {
		fields := strings.Fields(line)
		if len(fields) < 4 || fields[0] == "#" {
			continue
		}
		at := strings.Join(fields[:3], " ")
		if want[at] != "" {
			t.Fatalf("%s stands in the table twice", at)
		}
		want[at] = strings.Join(fields[3:], " ")
	}
	if len(want) < 50 {
		t.Fatalf("only %d mistakes in the table", len(want))
	}
	got := findingsOf(t, examples.ExampleAsPrinted)
	for _, at := range slices.Sorted(maps.Keys(want)) {
		if got[at] == "" {
			t.Errorf("not found: %s (%s)", at, want[at])
		}
	}
	for _, at := range slices.Sorted(maps.Keys(got)) {
		if want[at] == "" {
			t.Errorf("not a mistake: %s: %s", at, got[at])
		}
	}
}

func TestCleanExampleGivesNoFindings(t *testing.T) {
	for at, message := range findingsOf(t, examples.Example) {
		t.Errorf("%s: %s", at, message)
	}
}

// findingsOf writes a werkmap, checks it, and gives the message of each finding
// by its code, file and place; a finding on several cells stands at each.
func findingsOf(t *testing.T, write func(string, func(done, total int)) error) map[string]string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "werkmap")
	if err := write(dir, nil); err != nil {
		t.Fatal(err)
	}
	c, err := Check(t.Context(), Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range c.Findings {
		cells := f.Cells
		if len(cells) == 0 {
			cells = append(cells, f.Ref)
		}
		for _, ref := range cells {
			place := ref.Sheet + "!" + ref.Cell()
			if ref.Line > 0 {
				place = fmt.Sprintf("%d:%d", ref.Line, ref.Char)
			}
			file := strings.TrimPrefix(strings.TrimPrefix(ref.File, "gegevens/"), "teksten/")
			at := f.Code() + " " + file + " " + place
			if got[at] != "" {
				t.Errorf("told twice: %s", at)
			}
			got[at] = f.Level.String() + ": " + f.Message
		}
	}
	return got
}

// A slip in the name of a theme in voortgang.yaml stands in no cell: it is told
// once, there.
func TestASlipInAThemeOfTheConfiguration(t *testing.T) {
	got := findingsOf(t, func(dir string, _ func(done, total int)) error {
		if err := examples.Example(dir, nil); err != nil {
			return err
		}
		path := filepath.Join(dir, "voortgang.yaml")
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		slipped := strings.Replace(string(text), "naam: Onderwijs", "naam: Onderwjs", 1)
		if slipped == string(text) {
			t.Fatal("the example has no such theme")
		}
		return os.WriteFile(path, []byte(slipped), 0o644)
	})
	for at, message := range got {
		if !strings.HasPrefix(at, "C15 voortgang.yaml ") || !strings.Contains(message, "‘Onderwijs’") {
			t.Errorf("%s: %s", at, message)
		}
	}
	if len(got) != 1 {
		t.Errorf("%d findings", len(got))
	}
}
