package rules

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"voortgang/ingest/value"
	"voortgang/internal/finding"
	"voortgang/internal/finding/ruletest"
	"voortgang/internal/garbled"
	"voortgang/internal/source"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// samples makes findings of every rule, as they come up in practice.
func samples() []finding.Finding {
	file := At{Ref: source.Ref{File: "gegevens/energiek-pelt.xls"}}
	sheet := At{Ref: source.Ref{File: "gegevens/energiek-pelt.xlsx", Sheet: "Activiteiten"}, Project: "energiek-pelt"}
	inText := At{Ref: source.Ref{File: "gegevens/Activitieten.txt", Sheet: "Activitieten"}}
	cell := sheet
	cell.Ref.Row, cell.Ref.Col, cell.Column = 14, 3, "datum"
	second := cell.Ref
	second.Col = 4
	cells := []source.Ref{cell.Ref, second}
	refused := func(r value.Reason, found, expected, proposal, detail string) finding.Finding {
		return Value(cell, &value.Problem{Reason: r, Found: found, Expected: expected, Proposal: proposal, Detail: detail})
	}
	spoiled := func(kind garbled.Kind, found, meant string) Spoiled { return Spoiled{cell, kind, found, meant} }
	many := slices.Repeat([]Spoiled{spoiled(garbled.WrongEncoding, "CafÃ©", "Café")}, 40)
	list := append(Garbled(many), Garbled([]Spoiled{
		spoiled(garbled.WrongEncoding, "Verslag van de werking van BuurtcafÃ© De Ã‰toile in de zomer", "Verslag van de werking van Buurtcafé De Étoile in de zomer"),
		spoiled(garbled.Markup, "Wonen &amp; zorg", "Wonen & zorg"), spoiled(garbled.Escape, "een_x000D_twee", "een\ntwee"), spoiled(garbled.Lost, "het caf\uFFFD van de buurt", "het caf\uFFFD van de buurt"),
	})...)
	list = append(list, Encoded(file, garbled.Encoding{Name: "codetabel 850 (DOS)", Odd: true, Example: "Café België"}),
		Encoded(file, garbled.Encoding{Name: "Windows-1252", Odd: true, Doubtful: true}))
	return append(list, []finding.Finding{
		Damaged(file), NoWorkbook(file, ""), NoWorkbook(file, "empty"), NoWorkbook(file, "nul"), NoWorkbook(file, "html"),
		NoWorkbook(file, "pdf"), NoWorkbook(file, "image"), NoWorkbook(file, "text"), NoWorkbook(file, "zip"), Renamable(file), OtherFormat(file, "xml"), NoFolder(file, "het is geen map"), Closed(file, "je hebt er geen toegang toe"),
		DamagedSheet(sheet, 0), DamagedSheet(cell, 14), ManyRows(cell), ManyColumns(cell), LongCell(cell), Password(file),
		OtherFormat(file, "xls"), OtherFormat(file, "ods"), OtherFormat(file, "xltx"), OtherFormat(file, "gnumeric"), Large(file, "bestand_mb", 100), Large(file, "uitgepakt_mb", 512), Inflated(file), ManySheets(file, 1000), ManyRegistrations(file, 600_000, "gegevens/a.csv"), ManyOtherRows(file, 100_000, "gegevens/a.csv"),
		Locked(file, "energiek-pelt.xlsx"), Other(file, ".docx"), Other(file, ""), Nothing(file, true), Nothing(file, false),
		Slow(file, 1), Slow(file, 60), Failed(file, "permission denied"), Unknown(sheet, "Blad1"), AllUnknown(file, []string{"A", "B", "C", "D"})[0], AllUnknown(file, make([]string, 1000))[0],
		Renamed(sheet, "Activitieten", "Activiteiten", LikeName, false), Renamed(sheet, "Blad1", "Activiteiten", ByColumns, false), Renamed(inText, "Activitieten", "Activiteiten", LikeName, true),
		ReadAs(sheet, "Activiteiten - Tabel 1", "Activiteiten", PartOfName, false), AllReadAs(file, slices.Repeat([]finding.Finding{ReadAs(sheet, "Activiteiten - Tabel 1", "Activiteiten", PartOfName, false)}, 5))[0], ReadAs(sheet, "Activitieten", "Activiteiten", LikeName, false), ReadAs(sheet, "Blad1", "Activiteiten", ByColumns, false), ReadAs(inText, "Pelt - Activiteiten", "Activiteiten", PartOfName, true), ReadAs(inText, "Activitieten", "Activiteiten", LikeName, true), Blank(sheet), BlankFile(file),
		Headless(sheet, 1, []string{"status", "tekst"}), Headless(sheet, 1200, []string{"nr", "actie", "datum"}),
		OtherUnit(cell, []string{"bedrag_eur"}, "x 1000", "euro", 1000), OtherUnit(cell, []string{"vte_met_doelgroep", "vte_zonder_doelgroep"}, "VTE in %", "VTE", 0.01), OtherUnit(cell, []string{"uren"}, "in dagen", "uren", 0), Misspelt(cell, "datuum", false), Misspelt(cell, "datuum", true), Sorted(cell, 12), Unfolded(cell, []string{"Volwassenen", "Jongeren"}, "aantal"), Wide(cell, []string{"Wonen", "Onderwijs"}, 1, []string{"jaar", "thema"}), Missing(cell, "", false), Missing(cell, "datuum", false), Missing(cell, "", true), Missing(cell, "datuum", true), Renaming(cell, "wanneer"),
		Twice(cell, "Datum", "B3"), Strange(cell, "opmerking", ""), Strange(cell, "omschr", "omschrijving"),
		Unnamed(cell, "los", 1), Unnamed(cell, "los", 12), Merged(cell, "C13:C15", cells), NoTexts(file), Second(cell, "ander", nil),
		Loose(cell, "nog een zin"), Aside(cell, TotalRow, "Totaal"), Aside(cell, TotalRow, "Gemiddelde"), Aside(cell, HeaderRow, "datum"), Aside(cell, TitleRow, "Voorjaar"), Aside(cell, NoteRow, "Bron: eigen telling"), Aside(cell, ExplanationRow, "volgnummer"), Quote(cell),
		Hidden(cell, cells[:1], false), Hidden(cell, []source.Ref{{Row: 3}, {Row: 4}, {Row: 7}, {Row: 8}, {Row: 9}}, true),
		HiddenColumn(cell, []string{"datum"}, cells[:1]), HiddenColumn(cell, []string{"datum", "uren"}, cells), HiddenData(sheet, 1), HiddenData(sheet, 1200),
		Cut(cell, 255, "met de bewo"), Spaced(cell, "OCMW ", "OCMW", "een spatie achteraan"),
		Struck(cell, cells[:1]), Struck(cell, []source.Ref{{Row: 3}, {Row: 4}, {Row: 7}}), StruckIn(cell, "12", ""), StruckIn(cell, "OCMW Stad Pelt", "Stad Pelt"),
		refused(value.OtherAddress, "https://a.be", "hetzelfde adres", "", "https://b.be"), ShownAsMonth(cell, cells[:1], "maart 2021", "01/03/2021"), ShownAsMonth(cell, cells, "2021", "01/01/2021"),
		refused(value.ThreeDecimals, "202,685", "een bedrag met hoogstens twee decimalen", "202.685", ""),
		refused(value.LookAlike, "ОCMW", "gewone letters", "OCMW", "de O is een Cyrillische letter"),
		NoFiche(file, []string{"Activiteiten", "Deelnames"}), Pushed(cell, "en rondgang"),
		External(cell, cells[:1]), External(cell, cells), Stale(cell, "B2+C2", "10", "12"), Stale(cell, `B2&"x"`, "ax", "bx"),
		MergedHead(cell, "datum", "C3:D3", cells, []string{"D"}), MergedHead(cell, "", "C2:D3", cells, []string{"C", "D"}), MergedHead(cell, "datum", "C3:E3", cells, []string{"D", "E"}),
		Required(cell, "14/04/2021", nil), Required(cell, "partner", []string{"partner", "oplossingsactor", "beide"}), Thin(cell, []string{"datum", "soort", "uren"}, cells),
		refused(value.NoDate, "14/4/21", "een datum", "14/4/2021", "schrijf het jaar met vier cijfers"),
		refused(value.NoDate, "onbekend", "een datum", "", ""),
		refused(value.NoSuchDay, "31/4/2021", "een bestaande datum", "30/4/2021", "april heeft 30 dagen"),
		refused(value.YearRange, "1/1/20121", "een jaar van 1900 tot 2100", "1/1/2021", ""),
		refused(value.NoPeriod, "voorjaar 2021", "een periode", "", ""), refused(value.NoNumber, "12 uur", "een getal", "12", ""),
		refused(value.NotWhole, "12,5", "een geheel getal", "", ""), refused(value.DateForNumber, "2:30", "een getal", "2,5", ""),
		refused(value.NoYear, "2021-2022", "een jaar", "", ""), refused(value.NoYesNo, "misschien", "ja of nee", "", ""),
		refused(value.NotAllowed, "Werkgroepn", "Werkgroepen of Acties", "Werkgroepen", ""),
		refused(value.NotAllowed, "Excursie", "Werkgroepen of Acties", "", ""),
		refused(value.NotAllowed, strings.Repeat("lang ", 40), "Werkgroepen of Acties", "", ""),
		refused(value.ControlCharacter, "bel\uFFFD", "gewone tekst", "bel", "teken U+0007"), refused(value.ErrorValue, "#N/A", "een getal", "", "in een Nederlandse Excel #N/B: een opzoekformule vond niets"),
		refused(value.Unstored, "", "een getal", "", ""), refused(value.Lost, "", "gewone tekst", "", ""), refused(value.Unreadable, "1e", "een getal", "", ""),
		refused(value.DateForCode, "01/02/2021", "een naam of code", "", ""),
	}...)
}

// The messages as people read them; the golden file is there to be read.
func TestMessages(t *testing.T) {
	var b strings.Builder
	seen := map[*finding.Rule]bool{}
	for _, f := range samples() {
		seen[f.Rule] = true
		fmt.Fprintf(&b, "%s %s: %s\n", f.Code(), f.Level, f.Message)
		last := f.Message[len(f.Message)-1]
		if last != '.' && last != '?' || strings.ContainsAny(f.Message, "!\n") && f.Rule != ErrorValue || strings.Contains(f.Message, "  ") {
			t.Errorf("%s: %q", f.Code(), f.Message)
		}
	}
	for _, r := range ruletest.Declared(t, ".") {
		if !seen[r] {
			t.Errorf("%s has no sample", r.Code)
		}
	}
	golden := filepath.Join("testdata", "meldingen.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil || string(want) != b.String() {
		t.Errorf("messages differ from %s (%v); run with -update and read the difference\n%s", golden, err, b.String())
	}
}
