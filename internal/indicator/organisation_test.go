package indicator

import (
	"testing"

	"voortgang/internal/model"
)

// The published staffing of 2019–2021. By hand: realised (25.20 + 25.21 +
// 24.45) / 3 = 74.86 / 3 = 24.9533; norm 73.71 / 3 = 24.57; surplus 0.3833;
// share 74.86 / 73.71 = 101.56 %. The report printed 24.87 as the mean.
func TestStaffing(t *testing.T) {
	w := newWorkdir()
	w.staffing(2021, 24.57, 24.45, 0.69)
	w.staffing(2020, 24.57, 25.21, 0.78)
	w.staffing(2019, 24.57, 25.2, 0.77)
	figs := w.compute()
	expect(t, figs, map[string]string{
		"personeelsformatie.norm":            "24,57; 2019: 24,57; 2020: 24,57",
		"personeelsformatie.gerealiseerd":    "24,45; 2019: 25,20; 2020: 25,21",
		"personeelsformatie.maribel":         "0,69; 2019: 0,77; 2020: 0,78",
		"personeelsformatie.gemiddelde":      "24,95", // 2020 would rest on two years: no value
		"personeelsformatie.gemiddelde_norm": "24,57",
		// (0.77 + 0.78 + 0.69) / 3 = 0.7467
		"personeelsformatie.gemiddelde_maribel": "0,75",
		"personeelsformatie.surplus":            "0,38",
		"personeelsformatie.aandeel":            "101,6 %",
	})
	if got := cells(figs.Get("personeelsformatie.gemiddelde").Now); got != "Personeelsformatie!C2:C4" {
		t.Errorf("mean comes from %s", got)
	}
	if got := cells(figs.Get("personeelsformatie.surplus").Now); got != "Personeelsformatie!B2:B4 Personeelsformatie!C2:C4" {
		t.Errorf("surplus comes from %s", got)
	}
}

// The year before has its own mean as soon as three years lie behind it:
// 2021 (20+22+24)/3 = 22, 2020 (18+20+22)/3 = 20. 2022 is not yet.
func TestStaffingOfEarlierYears(t *testing.T) {
	w := newWorkdir()
	for i, v := range []float64{18, 20, 22, 24, 99} {
		w.staffing(2018+i, 20, v, 1)
	}
	expect(t, w.compute(), map[string]string{
		"personeelsformatie.gerealiseerd": "24,00; 2018: 18,00; 2019: 20,00; 2020: 22,00",
		"personeelsformatie.gemiddelde":   "22,00; 2020: 20,00",
		"personeelsformatie.surplus":      "2,00; 2020: 0,00",
		"personeelsformatie.aandeel":      "110,0 %; 2020: 100,0 %",
	})
}

func TestStaffingWithHoles(t *testing.T) {
	w := newWorkdir()
	w.staffing(2021, 20, 24, 1)
	w.staffing(2020, 20, 0, 1, "gerealiseerd_vte") // refused: the mean is of two
	w.staffing(2019, 20, 20, 1)
	w.staffing(2019, 20, 80, 1, "jaar") // second row of 2019: a double
	w.staffing(0, 20, 80, 1, "jaar")    // no year could be read: may be any
	expect(t, w.compute(), map[string]string{
		"personeelsformatie.norm":            "20,00 (zonder 1 rij); 2019: 20,00 (zonder 2); 2020: 20,00 (zonder 1)",
		"personeelsformatie.gerealiseerd":    "24,00 (zonder 1 rij); 2019: 20,00 (zonder 2)",
		"personeelsformatie.gemiddelde":      "22,00 (zonder 2 rijen)",
		"personeelsformatie.gemiddelde_norm": "20,00 (zonder 2 rijen)",
		"personeelsformatie.surplus":         "2,00 (zonder 2 rijen)",    // of 2019 and 2021 only
		"personeelsformatie.aandeel":         "110,0 % (zonder 2 rijen)", // 44 / 40
	})

	w = newWorkdir()
	w.staffing(2020, 20, 24, 1)
	expect(t, w.compute(), map[string]string{ // nothing of 2021: nothing to say of 2021
		"personeelsformatie.gerealiseerd": "–; 2020: 24,00",
		"personeelsformatie.gemiddelde":   "–",
	})
}

// 2021: Wonen 6.5 + 1 with, 1.25 without; Transversaal 0.5 without; in all
// 7.5 with of 9.25 = 81.08 %. 2020: Wonen 4 with, 1 without.
func TestFTE(t *testing.T) {
	w := newWorkdir()
	w.fte(2021, "Wonen", 6.5, 0.25)
	w.fte(2021, "Wonen", 1, 1)
	w.fte(2021, model.Transversal, 0, 0.5)
	w.fte(2020, "Wonen", 4, 1)
	figs := w.compute()
	expect(t, figs, map[string]string{
		"vte.totaal":                              "9,25; 2020: 5,00",
		"vte.thema.wonen":                         "8,75; 2020: 5,00",
		"vte.thema.onderwijs-en-vorming":          "0,00; 2020: 0,00",
		"vte.thema.transversaal":                  "0,50; 2020: 0,00",
		"vte.thema.overhead":                      "bestaat niet",
		"vte.met_doelgroep":                       "7,50; 2020: 4,00",
		"vte.zonder_doelgroep":                    "1,75; 2020: 1,00",
		"vte.met_doelgroep.thema.wonen":           "7,50; 2020: 4,00",
		"vte.zonder_doelgroep.thema.transversaal": "0,50; 2020: 0,00",
		"vte.aandeel_doelgroep":                   "81,1 %; 2020: 80,0 %",
		"vte.aandeel_zonder_doelgroep":            "18,9 %; 2020: 20,0 %",
		"vte.aandeel_doelgroep.thema.wonen":       "85,7 %; 2020: 80,0 %", // 7.5 / 8.75
		// nothing of nothing has no share
		"vte.aandeel_doelgroep.thema.onderwijs-en-vorming": "–",
		"vte.aandeel_doelgroep.thema.transversaal":         "0,0 %",
	})
	if got := cells(figs.Get("vte.totaal").Now); got != "VTE!D2:D4 VTE!E2:E4" {
		t.Errorf("vte.totaal comes from %s", got)
	}
	if got := cells(figs.Get("vte.totaal").Previous()); got != "VTE!D5 VTE!E5" {
		t.Errorf("vte.totaal of 2020 comes from %s", got)
	}
}

func TestFTEWithBrokenFields(t *testing.T) {
	w := newWorkdir()
	w.fte(2021, "Wonen", 4, 1)
	w.fte(2021, "Wonen", 0, 2, "vte_met_doelgroep") // counts only where `with` isn't needed
	w.fte(2021, "", 3, 0, "thema")                  // counts in all, may be any theme's
	w.fte(2021, "Wonen", 9, 9, "jaar")              // the second row of a key
	w.fte(0, "Onderwijs en vorming", 1, 1, "jaar")  // may be any year's
	w.fte(2021, model.Overhead, 0, 0, "vte_met_doelgroep", "vte_zonder_doelgroep")
	expect(t, w.compute(), map[string]string{
		// 5 + 3; without: the broken with, the double, the unread year, overhead
		"vte.totaal":                     "8,00 (zonder 4 rijen)",
		"vte.met_doelgroep":              "7,00 (zonder 4 rijen)",
		"vte.zonder_doelgroep":           "3,00 (zonder 3 rijen)",
		"vte.aandeel_doelgroep":          "87,5 % (zonder 4 rijen)", // 7 / 8
		"vte.thema.wonen":                "5,00 (zonder 3 rijen)",   // broken with, double, unknown theme
		"vte.thema.onderwijs-en-vorming": "– (zonder 2 rijen)",      // unread year, unknown theme
		"vte.thema.overhead":             "– (zonder 2 rijen)",
	})
}

// All: 60,000 + 30,000 + 10,000 = 100,000; outside the envelope 40 %, local 30 %.
func TestFunding(t *testing.T) {
	w := newWorkdir()
	w.funding(2021, "Wonen", model.SourceEnvelope, 60000)
	w.funding(2021, "Wonen", model.SourceLocal, 20000)
	w.funding(2021, "Onderwijs en vorming", model.SourceLocal, 10000)
	w.funding(2021, model.Overhead, model.SourceEurope, 10000)
	w.funding(2020, "Wonen", model.SourceLocal, 5000)
	figs := w.compute()
	expect(t, figs, map[string]string{
		"middelen.totaal":                                    "€ 100.000; 2020: € 5.000",
		"middelen.thema.wonen":                               "€ 80.000; 2020: € 5.000",
		"middelen.thema.overhead":                            "€ 10.000; 2020: € 0",
		"middelen.thema.transversaal":                        "bestaat niet",
		"middelen.bron.lokaal-bestuur":                       "€ 30.000; 2020: € 5.000",
		"middelen.bron.provincie":                            "€ 0; 2020: € 0",
		"middelen.thema.wonen.bron.enveloppe":                "€ 60.000; 2020: € 0",
		"middelen.aandeel.bron.enveloppe":                    "60,0 %; 2020: 0,0 %",
		"middelen.aandeel_buiten_enveloppe":                  "40,0 %; 2020: 100,0 %",
		"middelen.aandeel_buiten_enveloppe.thema.wonen":      "25,0 %; 2020: 100,0 %",
		"middelen.aandeel_lokaal":                            "30,0 %; 2020: 100,0 %",
		"middelen.aandeel_lokaal.thema.onderwijs-en-vorming": "100,0 %",
	})
	if got := cells(figs.Get("middelen.bron.lokaal-bestuur").Now); got != "Middelen!E3:E4" {
		t.Errorf("local funding comes from %s", got)
	}
}

func TestFundingWithBrokenFields(t *testing.T) {
	w := newWorkdir()
	w.funding(2021, "Wonen", model.SourceEnvelope, 50)
	w.funding(2021, "Wonen", "", 30, "bron")                     // in the total, in no source, in no share
	w.funding(2021, "Wonen", model.SourceLocal, 0, "bedrag_eur") // nowhere
	w.funding(2021, "", model.SourceLocal, 50, "thema")          // in the total and its source
	expect(t, w.compute(), map[string]string{
		"middelen.totaal":              "€ 130 (zonder 1 rij)",
		"middelen.thema.wonen":         "€ 80 (zonder 2 rijen)",
		"middelen.bron.enveloppe":      "€ 50 (zonder 1 rij)",
		"middelen.bron.lokaal-bestuur": "€ 50 (zonder 2 rijen)",
		"middelen.aandeel_lokaal":      "50,0 % (zonder 2 rijen)", // 50 of 50 + 50
	})
}

// Formal 2021: P1 6 + 1.5, P2 0.5, P3 4.5 = 12.5; P2 stays under one hour.
// One figure with a half gives all of them a decimal.
func TestTraining(t *testing.T) {
	w := newWorkdir()
	for _, nr := range []string{"P1", "P2", "P3", "P4"} {
		w.employee(nr, "2010-01-01", "", false)
	}
	w.training("2021-01-01", "P1", model.TrainingFormal, 6)
	w.training("2021-12-31", "p1", model.TrainingFormal, 1.5)
	w.training("2021-05-01", "P2", model.TrainingFormal, 0.5)
	w.training("2021-05-01", "P3", model.TrainingFormal, 4.5)
	w.training("2021-05-01", "P4", model.TrainingInformal, 2)
	w.training("2020-05-01", "P4", model.TrainingFormal, 3)
	figs := w.compute()
	expect(t, figs, map[string]string{
		"vorming.formeel":            "12,5; 2020: 3,0",
		"vorming.informeel":          "2,0; 2020: 0,0",
		"vorming.totaal":             "14,5; 2020: 3,0",
		"vorming.deelnemers":         "2; 2020: 1",
		"vorming.deelnemers_aandeel": "50,0 %",
	})
	if got := cells(figs.Get("vorming.deelnemers").Now); got != "Vorming!B2:B3 Vorming!B5" {
		t.Errorf("participants come from %s", got)
	}
}

func TestTrainingWithBrokenFields(t *testing.T) {
	w := newWorkdir()
	w.training("2021-05-01", "P1", model.TrainingFormal, 4)
	w.training("2021-05-01", "P9", model.TrainingFormal, 2, "personeelsnummer") // hours count, the person doesn't
	w.training("2021-05-01", "P1", "", 3, "soort")                              // only in all hours
	w.training("", "P2", model.TrainingInformal, 5, "datum")
	expect(t, w.compute(), map[string]string{
		"vorming.formeel":    "6 (zonder 1 rij)",
		"vorming.informeel":  "– (zonder 2 rijen)",
		"vorming.totaal":     "9 (zonder 1 rij)",
		"vorming.deelnemers": "1 (zonder 2 rijen)",
	})
}

// On 31/12/2021: P1 hired 1/1/2017 has 4 full years, P2 hired 31/12/2016 has
// 5, P3 hired 1/1/1996 has 25. Days until 31/12/2021: P1 5 × 365 + 1 leap day
// − 1 = 1825, P2 1826, P3 26 × 365 + 7 − 1 = 9496; together 13147, and
// 13147 / 3 / 365.25 = 11.998. On 31/12/2020: 1460 + 1461 + 9131 + P5 hired
// 1/1/2001 (20 × 365 + 5 − 1 = 7304) = 19356; / 4 / 365.25 = 13.248.
func TestSeniority(t *testing.T) {
	w := newWorkdir()
	w.employee("P1", "2017-01-01", "", false)
	w.employee("P2", "2016-12-31", "2021-12-31", false) // 31 December is the last working day
	w.employee("P3", "1996-01-01", "2022-06-30", false)
	w.employee("P4", "2022-01-01", "", false)           // not yet
	w.employee("P5", "2001-01-01", "2021-12-30", false) // no longer, but was there in 2020
	w.employee("J1", "2021-07-01", "", true)
	figs := w.compute()
	expect(t, figs, map[string]string{
		"personeel.aantal":             "3; 2020: 4",
		"ancienniteit.jobstudenten":    "1; 2020: 0",
		"ancienniteit.klasse.0-4":      "1; 2020: 2", // in 2020: P1 and P2 (4 full years)
		"ancienniteit.klasse.5-9":      "1; 2020: 0",
		"ancienniteit.klasse.15-19":    "0; 2020: 1", // P5: 2020 − 2001
		"ancienniteit.klasse.20-24":    "0; 2020: 1", // P3: 2020 − 1996
		"ancienniteit.klasse.25-plus":  "1; 2020: 0",
		"ancienniteit.aandeel.25-plus": "33,3 %; 2020: 0,0 %",
		"ancienniteit.gemiddelde":      "12,00; 2020: 13,25",
	})
	if got := cells(figs.Get("ancienniteit.klasse.5-9").Now); got != "Personeel!A3" {
		t.Errorf("class 5–9 comes from %s", got)
	}
	if v := figs.Get("ancienniteit.gemiddelde").Now.Value * 365.25 * 3; v < 13146.999 || v > 13147.001 {
		t.Errorf("the days of service sum to %v, want 13147", v)
	}
}

// A list without leavers holds the staff of now: it says nothing of last year.
func TestSeniorityWithoutLeavers(t *testing.T) {
	w := newWorkdir()
	w.employee("P1", "2010-05-05", "", false)
	w.employee("P2", "2010-05-05", "", false, "in_dienst")
	w.employee("P3", "2010-05-05", "", false, "jobstudent")
	w.employee("P1", "2010-05-05", "", false, "personeelsnummer") // a double
	expect(t, w.compute(), map[string]string{
		"personeel.aantal":          "1 (zonder 3 rijen)",
		"ancienniteit.klasse.10-14": "1 (zonder 3 rijen)",
		"ancienniteit.jobstudenten": "– (zonder 1 rij)",
	})
}

func TestNeighbourhoods(t *testing.T) {
	w := newWorkdir()
	w.score(2021, "Beverlo", "8 functies", "Zorgnoden detecteren", 4)
	w.score(2020, "Beverlo", "8 functies", "Zorgnoden detecteren", 3)
	w.score(2021, "Beverlo", "8 functies", "Sociale netwerken", 0, "score")
	w.score(2021, "Beverlo", "8 functies", "Zorgnoden detecteren", 5, "jaar") // a double
	figs := w.compute()
	expect(t, figs, map[string]string{
		"buurtscores.beverlo.8-functies.zorgnoden-detecteren": "4 (zonder 1 rij); 2020: 3",
		"buurtscores.beverlo.8-functies.sociale-netwerken":    "– (zonder 1 rij)",
	})
}
