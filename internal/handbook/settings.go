package handbook

import (
	"bytes"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"voortgang/config"
	"voortgang/internal/dutch"
)

// setting is what the handbook says of a key of voortgang.yaml.
type setting struct{ text, example string }

// groups introduces the top-level keys, in the order of the file.
var groups = map[string]string{
	"organisatie": "Van wie is het rapport? Behalve de naam staat dit in het colofon, achteraan in het rapport.",
	"rapport":     "Welk rapport is het?",
	"themas":      "De thema’s, in de volgorde van het rapport. `Transversaal` en `Overhead` zijn geen thema’s; die noem je hier niet.",
	"huisstijl":   "De kleuren, letters en beelden van je organisatie. Hoe je ze kiest, staat bij [huisstijl](handboek/huisstijl.md).",
	"secties":     "Wat er gebeurt met onderdelen zonder gegevens.",
	"drempels":    "Waaraan de controles en de cijfers gemeten worden.",
	"grenzen":     "Hoe groot een bestand mag zijn en hoelang het lezen mag duren. Zo houdt één kapot bestand het rapport niet op.",
	"levering":    "Welke bladen elk project bezorgt, en tegen welke dag. Zonder deze sleutel vraagt het programma alleen wat bijna alle andere projecten bezorgden. Onder `projecten` staat, per code, wat voor één project anders is.",
	"regels":      "Een controle strenger of soepeler maken. Schrijf de code van de controle met `fout`, `waarschuwing`, `info` of `uit`. De codes staan bij [alle controles](regels/README.md).",
}

// settings describes every key; the test demands that none is missing.
var settings = map[string]setting{
	"organisatie.naam":                       {"De volledige naam van de organisatie.", "SAAMO Limburg"},
	"organisatie.kortnaam":                   {"De korte naam, voor de voettekst. Leeg neemt de volledige naam.", "SAAMO"},
	"organisatie.adres":                      {"Het adres.", "Voorbeeldstraat 1, 3500 Hasselt"},
	"organisatie.telefoon":                   {"Het telefoonnummer.", "011 00 00 00"},
	"organisatie.email":                      {"Het e-mailadres.", "info@voorbeeld.be"},
	"organisatie.website":                    {"De website, met https:// ervoor.", "https://www.voorbeeld.be"},
	"organisatie.ondernemingsnummer":         {"Het ondernemingsnummer.", "0400.000.000"},
	"organisatie.verantwoordelijke_uitgever": {"De verantwoordelijke uitgever.", "Naam, adres"},

	"levering.bladen":    {"De bladen die elk project bezorgt: minstens één rij van het jaar.", "[Activiteiten, Voortgang, Conclusie]"},
	"levering.tegen":     {"Tegen welke dag. De datum van het rapport telt, niet die van vandaag: ligt die ervoor, dan is een blad dat ontbreekt een opmerking.", "15/01/2022"},
	"levering.projecten": {"Wat voor één project anders is, met `bladen` en `tegen`.", "{energiek-pelt: {bladen: [Conclusie]}}"},

	"rapport.jaar":         {"Het jaar waarover je rapporteert. Rijen van andere jaren dienen alleen voor de vergelijking.", "2021"},
	"rapport.titel":        {"De titel op de omslag.", "Voortgangsrapport"},
	"rapport.datum":        {"De datum op het rapport, als jjjj-mm-dd. Die komt nooit van de klok, zodat een rapport dat je later opnieuw maakt, hetzelfde blijft.", `"2022-04-28"`},
	"rapport.taal":         {"De taal van het rapport, voor wie het laat voorlezen.", "nl-BE"},
	"rapport.voettekst":    {"De voettekst zonder de datum. Leeg geeft de korte naam, *voortgangsrapport* en het jaar.", "SAAMO Limburg voortgangsrapport 2021"},
	"rapport.ondertitel":   {"Een tweede regel op de omslag.", "Versie voor het bestuur"},
	"themas.naam":          {"De naam van het thema. Elk thema heeft een andere naam.", "Wonen"},
	"themas.ook":           {"Andere namen die in de werkboeken mogen voorkomen.", "[Huisvesting, Wonen en energie]"},
	"themas.kleur":         {"De kleur van het thema in het rapport. Leeg neemt er een uit het palet.", `"#175A62"`},
	"rapport.koptekst":     {"Een tekst rechts bovenaan elke bladzijde, naast de naam van het hoofdstuk.", "Samenlevingsopbouw"},
	"huisstijl.stijl":      {"De stijl waarvan je vertrekt: `helder` of `warm`. Elke andere sleutel die je invult, vervangt wat de stijl zegt.", "warm"},
	"huisstijl.kleur":      {"De hoofdkleur. Kies een donkere kleur, zodat witte letters erop leesbaar zijn. Leeg neemt die van de stijl.", `"#004488"`},
	"huisstijl.accent":     {"De kleur voor wat moet opvallen.", `"#BB5566"`},
	"huisstijl.inkt":       {"De kleur van de tekst.", `"#1A1A1A"`},
	"huisstijl.grijs":      {"De kleur van wat minder belangrijk is, zoals bronnen en uitleg.", `"#5A5A5A"`},
	"huisstijl.lijn":       {"De kleur van lijnen in tabellen en figuren.", `"#C9CDD2"`},
	"huisstijl.tint":       {"De lichte kleur achter kaders. De tekst moet er leesbaar op zijn.", `"#F2F5F8"`},
	"huisstijl.achterkant": {"De kleur van het vlak op de achterkant. Leeg neemt de hoofdkleur.", `"#004488"`},
	"huisstijl.themakleuren": {"De kleuren van de thema’s die er zelf geen noemen, in de volgorde van de thema’s.",
		`["#16382B", "#7A2E1F"]`},
	"huisstijl.reekskleuren": {"De kleuren van soorten in figuren, zoals soorten activiteiten. Laat buren verschillen in helderheid, dan blijft een grijze afdruk leesbaar.",
		`["#1F4D3A", "#E3B04B"]`},
	"huisstijl.omslagvorm":   {"Hoe de omslag eruitziet. `vlak`: witte letters op een vlak in de hoofdkleur. `blad`: gekleurde letters op licht papier, met kolommen in de kleuren van de thema’s of een foto eronder.", "blad"},
	"huisstijl.openingsvorm": {"Hoe een hoofdstuk begint: `vlak` of `blad`, zoals bij de omslag.", "blad"},
	"huisstijl.titelgewicht": {"Hoe zwaar de grootste letters zijn: `licht`, `gewoon`, `halfvet` of `vet`.", "vet"},
	"huisstijl.kop1":         {"De titel van een hoofdstuk: grootte/regelafstand in punten, dan het gewicht.", "26/30 licht"},
	"huisstijl.kop2":         {"De titel van een onderdeel, net zo.", "17/21 gewoon"},
	"huisstijl.kop3":         {"De titel van een project of een stuk, net zo.", "12.5/16 halfvet"},
	"huisstijl.kop4":         {"Een tussentitel, net zo.", "10/13.5 vet"},
	"huisstijl.letter_licht": {"Een eigen lettertype voor grote letters: een .ttf in de map `lettertypes` of `beelden`. Leeg neemt `letter_gewoon`.", "huisletter-licht.ttf"},
	"huisstijl.letter_gewoon": {"Een eigen lettertype voor de tekst. Wat je leeg laat, komt uit het lettertype van het programma.",
		"huisletter.ttf"},
	"huisstijl.letter_halfvet":    {"Een eigen lettertype voor tussentitels. Leeg neemt `letter_vet`.", "huisletter-halfvet.ttf"},
	"huisstijl.letter_vet":        {"Een eigen lettertype voor wat vet staat. Leeg neemt `letter_halfvet`.", "huisletter-vet.ttf"},
	"huisstijl.letter_cursief":    {"Een eigen lettertype voor wat cursief staat.", "huisletter-cursief.ttf"},
	"huisstijl.letter_vetcursief": {"Een eigen lettertype voor wat vet en cursief staat.", "huisletter-vetcursief.ttf"},
	"huisstijl.logo":              {"Het bestand van het logo in de map `beelden`: PNG of JPEG.", "logo.png"},
	"huisstijl.omslag":            {"Een foto voor de omslag in de map `beelden`. Leeg geeft een kleurvlak.", "omslag.jpg"},
	"grenzen.bestand_mb":          {"Hoe groot een bestand mag zijn, in MB.", "100"},
	"grenzen.uitgepakt_mb": {"Hoe groot een werkboek uitgepakt mag zijn, in MB. Een .xlsx is een zip-bestand: uitgepakt is het veel groter.",
		"512"},
	"grenzen.registraties":     {"Hoeveel rijen Activiteiten, Deelnames en Contacten samen mogen tellen, in alle bestanden. Tien keer zoveel vraagt tien keer zoveel geheugen.", "500000"},
	"grenzen.andere_rijen":     {"Hoeveel rijen alle andere bladen samen mogen tellen, in alle bestanden.", "25000"},
	"grenzen.bestand_seconden": {"Hoelang het lezen van één bestand mag duren, in seconden.", "60"},
	"secties.zonder_gegevens":  {"`melden`: één zin zegt dat er geen gegevens zijn. `weglaten`: het onderdeel valt weg.", "melden"},
	"drempels.personeelsformatie_procent": {"Het deel van de decretale personeelsformatie dat minstens ingevuld moet zijn, in procent.",
		"100"},
	"drempels.personeelsformatie_jaren": {"Over hoeveel jaren het gemiddelde van de personeelsformatie loopt.", "3"},
	"drempels.link_dagen":               {"Hoeveel dagen de datum van een communicatieactie mag verschillen van de datum in haar link.", "3"},
	"drempels.dossier_dagen":            {"Hoeveel dagen na het einde van een project een dossier nog afgerond mag worden.", "31"},
	"drempels.looptijd_jaren":           {"Hoeveel jaar een project hoogstens loopt.", "50"},
	"drempels.deelnames_hoogstens":      {"Hoeveel deelnames er hoogstens op één rij staan.", "2000"},
	"drempels.activiteit_uren":          {"Hoeveel uren één activiteit hoogstens duurt.", "24"},
	"drempels.vorming_uren":             {"Hoeveel uren één vorming hoogstens duurt.", "80"},
	"drempels.vrijwilliger_uren":        {"Hoeveel uren een vrijwilliger in een jaar hoogstens werkt.", "2000"},
	"drempels.uitschieter_factor":       {"Hoeveel keer groter dan het volgende getal een getal moet zijn om op te vallen.", "8"},
	"drempels.verandering_factor":       {"Hoeveel keer groter of kleiner dan vorig jaar een cijfer moet zijn om op te vallen.", "5"},
	"drempels.blok_rijen":               {"Hoeveel dezelfde rijen na elkaar als een gekopieerd blok opvallen.", "10"},
	"drempels.kleinste_groep":           {"Vanaf hoeveel mensen een groep in het rapport met haar aantal staat. Een kleinere groep staat er als ‘< 5’, en wat haar zou verraden als ‘*’. 0 toont alles. Zie [kleine groepen](handboek/kleine-groepen.md).", "5"},
	"drempels.gelijke_rijen":            {"Hoeveel gelijke deelnames onder elkaar opvallen. 0 let er nooit op.", "20"},
	"drempels.ronde_getallen_procent":   {"Hoeveel procent ronde getallen in de deelnames van een project mag zijn voor het programma vraagt of er wel geteld is. 0 vraagt het nooit.", "60"},
}

// SettingsPage describes the keys of voortgang.yaml.
func SettingsPage() []byte {
	var b bytes.Buffer
	b.WriteString("# voortgang.yaml\n\n" + generated)
	b.WriteString(`In elke werkmap staat een bestand ` + "`voortgang.yaml`" + ` met de instellingen van het rapport. Je opent het met een gewone teksteditor, zoals Kladblok. De indeling telt:

- een sleutel, een dubbele punt, een spatie en de waarde: ` + "`jaar: 2021`" + `;
- wat bij elkaar hoort, springt twee spaties in; gebruik geen tabs;
- een kleur of een datum staat tussen aanhalingstekens: ` + "`\"#004488\"`" + `;
- wat achter een ` + "`#`" + ` met een spatie ervoor staat, is uitleg en telt niet.

Een sleutel die je weglaat, krijgt de gewone waarde. Een sleutel met een tikfout krijgt een melding ([C03](regels/C03.md)).

Een losse waarde kun je ook voor één keer in de omgeving zetten, met ` + "`VOORTGANG_`" + ` ervoor, hoofdletters en ` + "`_`" + ` voor de punt: ` + "`VOORTGANG_RAPPORT_JAAR=2020`" + `. Dat gaat voor op het bestand, en de optie ` + "`--jaar`" + ` gaat voor op allebei.

`)
	defaults := reflect.ValueOf(config.Defaults())
	for _, f := range fields(defaults.Type()) {
		name := tag(f)
		printf(&b, "## %s\n\n%s\n\n", name, groups[name])
		switch f.Type.Kind() {
		case reflect.Struct:
			group(&b, name, f.Type, defaults.FieldByIndex(f.Index))
		case reflect.Slice:
			group(&b, name, f.Type.Elem(), reflect.Value{})
			b.WriteString("Elk thema begint met een streepje:\n\n```yaml\nthemas:\n  - naam: Wonen\n    ook: [Huisvesting]\n  - naam: Onderwijs\n```\n\n")
		case reflect.Map:
			b.WriteString("```yaml\nregels:\n  S16: info\n  T04: uit\n```\n\n")
		}
	}
	return tidy(&b)
}

// group writes the table of the keys below one key. defaults is invalid where
// there are none.
func group(b *bytes.Buffer, name string, t reflect.Type, defaults reflect.Value) {
	var rows [][]string
	for _, f := range fields(t) {
		path := name + "." + tag(f)
		s := settings[path]
		usual := ""
		if defaults.IsValid() && !defaults.FieldByIndex(f.Index).IsZero() {
			usual = code(fmt.Sprint(defaults.FieldByIndex(f.Index).Interface()))
		}
		text := s.text
		if limit := limits(f.Tag.Get("validate"), path == "rapport.jaar"); limit != "" {
			text += " " + limit
		}
		must := "nee"
		if rule := f.Tag.Get("validate"); strings.HasPrefix(rule, "required") {
			must = "ja"
		}
		rows = append(rows, []string{code(tag(f)), must, text, usual, code(s.example)})
	}
	table(b, []string{"Sleutel", "Verplicht", "Uitleg", "Gewone waarde", "Voorbeeld"}, rows)
}

// limits says in Dutch what a constraint allows; "" when the text of the key
// says enough. A year is written without a point.
func limits(rule string, year bool) string {
	low, high := "", ""
	for part := range strings.SplitSeq(rule, ",") {
		name, value, _ := strings.Cut(part, "=")
		_, fraction, _ := strings.Cut(value, ".")
		if n, err := strconv.ParseFloat(value, 64); err == nil && !year {
			value = dutch.Number(n, len(fraction))
		}
		switch name {
		case "gte":
			low = value
		case "lte":
			high = value
		case "max":
			return "Hoogstens " + value + " tekens."
		}
	}
	switch {
	case low == "":
		return ""
	case high == "":
		return "Minstens " + low + "."
	}
	return "Van " + low + " tot " + high + "."
}

// fields lists the fields of a struct that are keys of the file.
func fields(t reflect.Type) []reflect.StructField {
	var out []reflect.StructField
	for f := range t.Fields() {
		if name := tag(f); name != "" && name != "-" {
			out = append(out, f)
		}
	}
	return out
}

func tag(f reflect.StructField) string { return f.Tag.Get("mapstructure") }

// keys lists the paths of all keys below the top level.
func keys() []string {
	var out []string
	for _, f := range fields(reflect.TypeFor[config.Config]()) {
		t := f.Type
		if t.Kind() == reflect.Slice {
			t = t.Elem()
		}
		if t.Kind() != reflect.Struct {
			continue
		}
		for _, sub := range fields(t) {
			out = append(out, tag(f)+"."+tag(sub))
		}
	}
	return out
}
