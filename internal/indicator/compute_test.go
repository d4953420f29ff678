package indicator

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"voortgang/config"
	"voortgang/internal/dutch"
	"voortgang/internal/model"
)

var update = flag.Bool("update", false, "write the golden files anew")

// small is a little of everything, with a broken row here and there.
func small() *workdir {
	w := withProjects()
	for year := 2019; year <= 2021; year++ {
		w.staffing(year, 24.57, 24+float64(year-2018)/2, 0.7)
		w.fte(year, "Wonen", float64(year-2015), 1)
	}
	w.fte(2021, "Onderwijs en vorming", 3, 0)
	w.fte(2021, model.Overhead, 0, 2.5)
	w.employee("P1", "2019-09-01", "", false)
	w.employee("P2", "1990-02-01", "", false)
	w.employee("P3", "2004-02-01", "2021-04-30", false)
	w.employee("J1", "2021-07-01", "", true)
	w.training("2021-03-15", "P1", model.TrainingFormal, 7.5)
	w.training("2021-03-16", "P2", model.TrainingInformal, 3)
	w.training("2020-03-16", "P2", model.TrainingFormal, 3)
	w.funding(2021, "Wonen", model.SourceEnvelope, 50000)
	w.funding(2021, "Wonen", model.SourceLocal, 12500)
	w.funding(2020, "Wonen", model.SourceLocal, 10000)
	w.communication(1, on("2021-01-05"), "artikel", "HBVL", "print", "Breed publiek;Lokale besturen")
	w.communication(2, model.Period{Text: "continu", Continuous: true}, "", "website", "online", "Breed publiek")
	w.score(2021, "Beverlo", "8 functies", "Zorgnoden detecteren", 4)
	w.inFile("gegevens/projecten/onderdak.xlsx")
	w.activity("onderdak", "A1", "2021-01-05", "Werkgroepen")
	w.activity("onderdak", "A2", "2021-02-05", "Acties")
	w.activity("onderdak", "A3", "", "Acties", "datum")
	w.activity("onderdak", "A4", "2020-02-05", "Acties")
	w.participation("onderdak", "A1", "Volwassenen", 12)
	w.participation("onderdak", "A2", "Kinderen", 3)
	w.participation("onderdak", "A4", "Kinderen", 9)
	w.actor("onderdak", "Stad Sint-Truiden", model.ActorSolution)
	w.actor("onderdak", "CAW Limburg", model.ActorBoth)
	w.contact("onderdak", "2021-03-03", "Stad Sint Truiden", true, true)
	w.contact("onderdak", "2021-03-04", "CAW Limburg", false, false)
	w.contact("onderdak", "2021-03-05", "Onbekende", true, false, "actor")
	w.dossier("onderdak", "Memorandum", "beleidsdossier", "Lokaal", model.DossierFinished, "2021-11-30")
	w.volunteer("onderdak", "V1", "2019-03-01", "", number(40))
	w.inFile("gegevens/projecten/brugfiguren.xlsx")
	w.activity("brugfiguren", "A1", "2021-01-06", "Werkgroepen")
	w.participation("brugfiguren", "A1", "Jongeren", 7)
	w.actor("brugfiguren", "C.A.W. Limburg", model.ActorPartner)
	w.contact("brugfiguren", "2021-03-03", "caw limburg", true, false)
	w.volunteer("brugfiguren", "V1", "2021-03-01", "", model.Number{})
	return w
}

// The golden file lists every key with what it came to, so that it shows at a
// glance what there is to refer to, and what a change changed.
func TestGolden(t *testing.T) {
	var b strings.Builder
	section := ""
	for _, f := range small().compute().All() {
		if f.Indicator != section {
			section = f.Indicator
			fmt.Fprintf(&b, "\n== %s\n", section)
		}
		fmt.Fprintf(&b, "%-64s %s\n", f.Key, describe(f))
		if len(f.Parts) == 0 {
			fmt.Fprintf(&b, "    %s: %s\n    uit %s\n", f.Title, f.Formula, cells(f.Now))
		}
	}
	got := strings.TrimPrefix(b.String(), "\n")
	name := filepath.Join("testdata", "figuren.golden")
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		gotLines, wantLines := strings.Split(got, "\n"), strings.Split(string(want), "\n")
		for i := range min(len(gotLines), len(wantLines)) {
			if gotLines[i] != wantLines[i] {
				t.Fatalf("line %d of %s is\n%s\nwant\n%s\n(-update writes the file anew)", i+1, name, gotLines[i], wantLines[i])
			}
		}
		t.Fatalf("%d lines, %s has %d (-update writes the file anew)", len(gotLines), name, len(wantLines))
	}
}

var keyForm = regexp.MustCompile(`^[a-z0-9]+(\.[a-z0-9]+([-_][a-z0-9]+)*)+$`)

// mainKeys are what text and report may count on whatever the data.
var mainKeys = []string{
	"personeelsformatie.norm", "personeelsformatie.gerealiseerd", "personeelsformatie.maribel", "personeelsformatie.gemiddelde",
	"personeelsformatie.gemiddelde_norm", "personeelsformatie.surplus", "personeelsformatie.aandeel",
	"vte.totaal", "vte.thema.wonen", "vte.met_doelgroep", "vte.zonder_doelgroep", "vte.aandeel_doelgroep", "vte.aandeel_doelgroep.thema.wonen",
	"activiteiten.totaal", "activiteiten.thema.wonen", "activiteiten.soort.werkgroepen", "activiteiten.thema.wonen.soort.werkgroepen",
	"deelnames.totaal", "deelnames.thema.wonen", "deelnames.soort.acties", "deelnames.groep.kinderen", "deelnames.thema.wonen.soort.acties",
	"actoren.totaal", "actoren.partners.totaal", "actoren.partners.som", "actoren.partners.thema.wonen", "actoren.oplossingsactoren.totaal", "actoren.oplossingsactoren.som",
	"contacten.totaal", "contacten.partners.totaal", "contacten.oplossingsactoren.thema.wonen",
	"beleidscontacten.totaal", "beleidscontacten.met_doelgroep", "beleidscontacten.zonder_doelgroep.thema.wonen", "beleidscontacten.aandeel_doelgroep",
	"dossiers.totaal", "dossiers.thema.wonen", "dossiers.niveau.lokaal", "vrijwilligers.totaal", "vrijwilligers.som", "vrijwilligers.thema.wonen", "vrijwilligers.uren",
	"communicatie.aantal", "middelen.totaal", "middelen.thema.wonen.bron.enveloppe", "middelen.aandeel_buiten_enveloppe", "middelen.aandeel_lokaal",
	"vorming.formeel", "vorming.informeel", "vorming.totaal", "vorming.deelnemers", "vorming.deelnemers_aandeel",
	"ancienniteit.gemiddelde", "ancienniteit.klasse.0-4", "ancienniteit.klasse.25-plus", "ancienniteit.aandeel.0-4", "ancienniteit.jobstudenten", "personeel.aantal",
	"projecten.totaal",
}

func TestEveryFigureDescribesItself(t *testing.T) {
	for name, figs := range map[string]*model.Figures{"small": small().compute(), "empty": newWorkdir().compute()} {
		for _, key := range mainKeys {
			if figs.Get(key) == nil {
				t.Errorf("%s: %s is missing", name, key)
			}
		}
		at := 0
		for _, f := range figs.All() {
			if !keyForm.MatchString(f.Key) {
				t.Errorf("%s: the key %q is not lower case with dots", name, f.Key)
			}
			if f.Title == "" || f.Unit == "" || f.Formula == "" || f.Now.Year != 2021 {
				t.Errorf("%s: %s lacks title, unit, formula or year: %+v", name, f.Key, *f)
			}
			if (f.Unit == model.UnitCount && f.Decimals != 0) || (f.Unit == model.UnitFTE && f.Decimals != 2) || (f.Unit == model.UnitPercent && f.Decimals != 1) {
				t.Errorf("%s: %s in %s has %d decimals", name, f.Key, f.Unit, f.Decimals)
			}
			if n := chapter(t, f.Indicator); n < at {
				t.Errorf("%s: %s (%s) stands after %d", name, f.Key, f.Indicator, at)
			} else {
				at = n
			}
			for i, v := range f.Years {
				if !v.Known || v.Year > 2021 || i > 0 && v.Year <= f.Years[i-1].Year {
					t.Errorf("%s: years of %s are not the known ones, oldest first: %+v", name, f.Key, f.Years)
				}
			}
			if !f.Now.Known && f.Now.Value != 0 {
				t.Errorf("%s: %s is unknown and yet %v", name, f.Key, f.Now.Value)
			}
		}
	}
}

// chapter orders section numbers: 2.1 … 2.13, 3, 4.
func chapter(t *testing.T, number string) int {
	var a, b int
	if n, _ := fmt.Sscanf(number, "%d.%d", &a, &b); n < 1 {
		t.Fatalf("no section number: %q", number)
	}
	return 100*a + b
}

// Without data nothing is known, and nothing is missed.
func TestNoData(t *testing.T) {
	for _, f := range newWorkdir().compute().All() {
		if f.Now.Known || f.Now.LeftOut != 0 || len(f.Years) != 0 {
			t.Errorf("%s is %s without any data", f.Key, describe(f))
		}
	}
}

// With one row in a sheet the others of that sheet are a real 0.
func TestZeroIsKnownWhereTheSheetIsKept(t *testing.T) {
	w := withProjects()
	w.activity("onderdak", "A1", "2020-05-05", "Acties")
	w.fte(2020, "Wonen", 1, 1)
	expect(t, w.compute(), map[string]string{
		"activiteiten.totaal":      "0; 2020: 1",
		"activiteiten.thema.wonen": "0; 2020: 1",
		"vte.totaal":               "–; 2020: 2,00", // a sheet with a year says nothing of others
		"deelnames.totaal":         "–",
	})
}

// Names that meet in one slug, or have none, must not make a key twice.
func TestStrangeNames(t *testing.T) {
	cfg := config.Defaults()
	cfg.Report.Year = 2021
	cfg.Themes = []config.Theme{{Name: "Wonen"}, {Name: "wonen!"}, {Name: "???"}, {Name: "Ελλάδα"}, {Name: "Wonen"}, {Name: "Transversaal"}}
	w := newWorkdir()
	for i, label := range []string{"a b", "ab", "–", "", "…", strings.Repeat("lang ", 400), strings.Repeat("lang ", 401)} {
		w.communication(float64(i), on("2021-01-05"), label, label, label, label)
		w.score(2021, label, label, label, 3)
	}
	w.fte(2021, "Wonen", 1, 0)
	w.fte(2021, "wonen!", 2, 0)
	figs := Compute(&w.Dataset, &cfg)
	expect(t, figs, map[string]string{"vte.thema.wonen": "1,00", "vte.thema.wonen-2": "2,00", "vte.thema.zonder-naam": "0,00"})
	expect(t, figs, map[string]string{"communicatie.soort.a-b": "2", "communicatie.soort.niet-ingevuld": "3"})
	sum := 0.0
	for _, f := range figs.All() {
		if strings.HasPrefix(f.Key, "communicatie.soort.") {
			sum += f.Now.Value
		}
		if n := len([]rune(f.Key)); n > 1000 {
			t.Errorf("a key of %d letters", n)
		}
	}
	if sum != 7 {
		t.Errorf("the kinds sum to %v, want all 7 actions", sum)
	}
}

// The parts of a total must add up to it, in every cell of a matrix.
func TestPartsAddUp(t *testing.T) {
	w, _ := large(3)
	figs := Compute(w, largeConfig())
	for total, prefixes := range map[string][]string{
		"activiteiten.totaal": {"activiteiten.thema", "activiteiten.soort"},
		"deelnames.totaal":    {"deelnames.thema", "deelnames.soort", "deelnames.groep"},
		"contacten.totaal":    {"contacten.thema"},
	} {
		for _, prefix := range prefixes {
			var sum float64
			var places int
			for _, f := range figs.All() {
				if strings.HasPrefix(f.Key, prefix+".") && strings.Count(f.Key, ".") == 2 {
					sum += f.Now.Value
					places += f.Now.Sources.Len()
				}
			}
			all := figs.Get(total).Now
			if sum != all.Value || places != all.Sources.Len() || all.Value == 0 {
				t.Errorf("%s.* sum to %v of %d cells, %s is %v of %d", prefix, sum, places, total, all.Value, all.Sources.Len())
			}
		}
	}
	for _, theme := range largeConfig().Themes {
		var sum float64
		for _, kind := range model.ActivityKinds() {
			sum += figs.Get("activiteiten.thema." + theme.Slug() + ".soort." + dutch.Slug(kind)).Now.Value
		}
		if all := figs.Get("activiteiten.thema." + theme.Slug()).Now.Value; sum != all {
			t.Errorf("kinds of %s sum to %v, the theme is %v", theme.Name, sum, all)
		}
	}
}

// Whatever the order of the rows, figures and cells are the same; codes of
// activities are found in any order too.
func TestOrderOfRowsDoesNotMatter(t *testing.T) {
	w, _ := large(1)
	want := map[string]string{}
	for _, f := range Compute(w, largeConfig()).All() {
		want[f.Key] = describe(f) + " uit " + cells(f.Now)
	}
	random := rand.New(rand.NewPCG(3, 4))
	random.Shuffle(len(w.Activities), func(i, j int) { w.Activities[i], w.Activities[j] = w.Activities[j], w.Activities[i] })
	random.Shuffle(len(w.Participations), func(i, j int) {
		w.Participations[i], w.Participations[j] = w.Participations[j], w.Participations[i]
	})
	random.Shuffle(len(w.Contacts), func(i, j int) { w.Contacts[i], w.Contacts[j] = w.Contacts[j], w.Contacts[i] })
	random.Shuffle(len(w.Volunteers), func(i, j int) { w.Volunteers[i], w.Volunteers[j] = w.Volunteers[j], w.Volunteers[i] })
	for _, f := range Compute(w, largeConfig()).All() {
		if got := describe(f) + " uit " + cells(f.Now); got != want[f.Key] {
			t.Errorf("%s is %.200s, in order it was %.200s", f.Key, got, want[f.Key])
		}
	}
}
