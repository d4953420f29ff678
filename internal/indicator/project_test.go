package indicator

import (
	"testing"

	"voortgang/internal/model"
)

// projects are two of theme Wonen, one of Onderwijs en vorming, a transversal
// one and one whose theme was refused.
func withProjects() *workdir {
	w := newWorkdir()
	w.project("onderdak", "Wonen")
	w.project("woonzaak", "Wonen")
	w.project("brugfiguren", "Onderwijs en vorming")
	w.project("diversiteit", model.Transversal)
	w.project("raadsel", "", "thema")
	return w
}

func TestActivities(t *testing.T) {
	w := withProjects()
	w.activity("onderdak", "A1", "2021-01-01", "Werkgroepen")
	w.activity("onderdak", "A2", "2021-06-01", "Acties")
	w.activity("woonzaak", "A1", "2021-12-31", "Werkgroepen") // the same code in another project
	w.activity("diversiteit", "A1", "2021-05-05", "Uitstappen")
	w.activity("onderdak", "A3", "2020-12-31", "Werkgroepen")
	w.activity("onderdak", "A4", "2022-01-01", "Werkgroepen") // a later year counts nowhere
	figs := w.compute()
	expect(t, figs, map[string]string{
		"activiteiten.totaal":                               "4; 2020: 1",
		"activiteiten.thema.wonen":                          "3; 2020: 1",
		"activiteiten.thema.onderwijs-en-vorming":           "0; 2020: 0",
		"activiteiten.thema.transversaal":                   "1; 2020: 0",
		"activiteiten.thema.overhead":                       "bestaat niet",
		"activiteiten.soort.werkgroepen":                    "2; 2020: 1",
		"activiteiten.soort.vorming-en-info":                "0; 2020: 0",
		"activiteiten.thema.wonen.soort.werkgroepen":        "2; 2020: 1",
		"activiteiten.thema.wonen.soort.acties":             "1; 2020: 0",
		"activiteiten.thema.transversaal.soort.uitstappen":  "1; 2020: 0",
		"activiteiten.thema.transversaal.soort.werkgroepen": "0; 2020: 0",
	})
	if got := cells(figs.Get("activiteiten.thema.wonen").Now); got != "Activiteiten!A2:A4" {
		t.Errorf("activities of Wonen come from %s", got)
	}
	if got := cells(figs.Get("activiteiten.soort.werkgroepen").Now); got != "Activiteiten!A2 Activiteiten!A4" {
		t.Errorf("working groups come from %s", got)
	}
}

func TestActivitiesWithBrokenFields(t *testing.T) {
	w := withProjects()
	w.activity("onderdak", "A1", "2021-01-05", "Acties")
	w.activity("onderdak", "A2", "", "Acties", "datum")                      // 31/4/2021: may be of any year
	w.activity("onderdak", "A1", "2021-02-05", "Acties", "activiteit_id")    // a double
	w.activity("onderdak", "A3", "2021-03-05", "", "soort")                  // a kind that doesn't exist
	w.activity("raadsel", "A1", "2021-04-05", "Acties")                      // a project without theme
	w.activity("bestaat-niet", "A1", "2021-05-05", "Acties", "project")      // no such project
	w.activity("brugfiguren", "A1", "2020-05-05", "Acties")                  // last year
	w.activity("brugfiguren", "A1", "2020-05-06", "Acties", "activiteit_id") // a double of last year
	expect(t, w.compute(), map[string]string{
		// 2021: A1, A3, raadsel, bestaat-niet; without A2 and the double
		"activiteiten.totaal": "4 (zonder 2 rijen); 2020: 1 (zonder 2)",
		// A1, A3; without A2, the double and the two of an unknown theme
		"activiteiten.thema.wonen": "2 (zonder 4 rijen)",
		// none is sure, two may be
		"activiteiten.thema.onderwijs-en-vorming": "– (zonder 2 rijen); 2020: 1 (zonder 1)",
		// A1, raadsel, bestaat-niet; without A2, the double and the unknown kind
		"activiteiten.soort.acties":             "3 (zonder 3 rijen); 2020: 1 (zonder 2)",
		"activiteiten.soort.uitstappen":         "– (zonder 1 rij); 2020: 0",
		"activiteiten.thema.wonen.soort.acties": "1 (zonder 5 rijen)",
	})
}

func TestParticipations(t *testing.T) {
	w := withProjects()
	w.activity("onderdak", "A1", "2021-01-05", "Werkgroepen")
	w.activity("woonzaak", "A1", "2021-01-05", "Acties")
	w.activity("onderdak", "A2", "2020-01-05", "Werkgroepen")
	w.participation("onderdak", "A1", "Volwassenen", 10)
	w.participation("onderdak", "a1", "Kinderen", 5) // case doesn't count
	w.participation("woonzaak", "A1", "Volwassenen", 7)
	w.participation("onderdak", "A2", "Volwassenen", 3)
	figs := w.compute()
	expect(t, figs, map[string]string{
		"deelnames.totaal":                        "22; 2020: 3",
		"deelnames.thema.wonen":                   "22; 2020: 3",
		"deelnames.soort.werkgroepen":             "15; 2020: 3",
		"deelnames.thema.wonen.soort.acties":      "7; 2020: 0",
		"deelnames.groep.volwassenen":             "17; 2020: 3",
		"deelnames.groep.kinderen":                "5; 2020: 0",
		"deelnames.thema.onderwijs-en-vorming":    "0; 2020: 0",
		"deelnames.groep.senioren":                "0; 2020: 0",
		"deelnames.thema.transversaal":            "bestaat niet",
		"deelnames.thema.wonen.soort.uitstappen":  "0; 2020: 0",
		"deelnames.thema.wonen.groep.volwassenen": "bestaat niet",
	})
	if got := cells(figs.Get("deelnames.totaal").Now); got != "Deelnames!D2:D4" {
		t.Errorf("participations come from %s", got)
	}
}

func TestParticipationsWithBrokenFields(t *testing.T) {
	w := withProjects()
	w.activity("onderdak", "A1", "2021-01-05", "Werkgroepen")
	w.activity("onderdak", "A2", "", "Werkgroepen", "datum")
	w.activity("onderdak", "A3", "2021-01-05", "", "soort")
	w.participation("onderdak", "A1", "Volwassenen", 10)
	w.participation("onderdak", "A1", "Volwassenen", 10, "groep") // a double: nowhere
	w.participation("onderdak", "A1", "", 4, "groep")             // a refused group: in the total all the same
	w.participation("onderdak", "A1", "Kinderen", 0, "aantal")
	w.participation("onderdak", "A2", "Kinderen", 8) // of an activity without a date
	w.participation("onderdak", "A3", "Kinderen", 2) // of an activity without a kind
	w.participation("onderdak", "A9", "Kinderen", 6) // of no activity
	expect(t, w.compute(), map[string]string{
		"deelnames.totaal":            "16 (zonder 4 rijen)", // 10 + 4 + 2
		"deelnames.thema.wonen":       "16 (zonder 4 rijen)",
		"deelnames.soort.werkgroepen": "14 (zonder 5 rijen)",
		"deelnames.groep.volwassenen": "10 (zonder 2 rijen)", // the double, the refused group
		"deelnames.groep.kinderen":    "2 (zonder 4 rijen)",  // the refused group, aantal, A2, A9
		"deelnames.groep.senioren":    "– (zonder 1 rij)",
	})
}

// Stad Genk is a partner in one project of Wonen and a solution actor in the
// other; in Onderwijs en vorming it is both.
func TestActors(t *testing.T) {
	w := withProjects()
	w.actor("onderdak", "Stad Genk", model.ActorPartner)
	w.actor("woonzaak", "stad  GENK", model.ActorSolution)
	w.actor("brugfiguren", "Stad-Genk", model.ActorBoth)
	w.actor("onderdak", "OCMW Pelt", model.ActorPartner)
	w.actor("diversiteit", "Armenië vzw", model.ActorPartner)
	w.actor("diversiteit", "Armenie VZW", model.ActorPartner)
	expect(t, w.compute(), map[string]string{
		"actoren.totaal":                                       "3",
		"actoren.thema.wonen":                                  "2",
		"actoren.partners.totaal":                              "3",
		"actoren.partners.som":                                 "4", // Wonen 2, Onderwijs 1, Transversaal 1
		"actoren.partners.thema.wonen":                         "2",
		"actoren.partners.thema.onderwijs-en-vorming":          "1",
		"actoren.partners.thema.transversaal":                  "1",
		"actoren.oplossingsactoren.totaal":                     "1",
		"actoren.oplossingsactoren.som":                        "2",
		"actoren.oplossingsactoren.thema.wonen":                "1",
		"actoren.oplossingsactoren.thema.transversaal":         "0",
		"actoren.oplossingsactoren.thema.onderwijs-en-vorming": "1",
	})
}

func TestActorsWithBrokenFields(t *testing.T) {
	w := withProjects()
	w.actor("onderdak", "Stad Genk", model.ActorPartner)
	w.actor("onderdak", "Stad Genk", model.ActorPartner, "actor") // a double
	w.actor("onderdak", "OCMW Pelt", "", "type")
	w.actor("raadsel", "Huis van het Kind", model.ActorSolution)
	expect(t, w.compute(), map[string]string{
		"actoren.totaal":                        "3 (zonder 1 rij)",
		"actoren.thema.wonen":                   "2 (zonder 2 rijen)",
		"actoren.partners.totaal":               "1 (zonder 2 rijen)",
		"actoren.oplossingsactoren.totaal":      "1 (zonder 1 rij)",
		"actoren.oplossingsactoren.som":         "– (zonder 2 rijen)",
		"actoren.oplossingsactoren.thema.wonen": "– (zonder 2 rijen)",
	})
}

func TestContacts(t *testing.T) {
	w := withProjects()
	w.actor("onderdak", "Stad Genk", model.ActorPartner)
	w.actor("onderdak", "OCMW Pelt", model.ActorBoth)
	w.actor("brugfiguren", "Stad Genk", model.ActorSolution)
	w.contact("onderdak", "2021-01-01", "stad genk", true, true)
	w.contact("onderdak", "2021-02-01", "Stad Genk", true, false)
	w.contact("onderdak", "2021-03-01", "OCMW Pelt", false, true)
	w.contact("brugfiguren", "2021-12-31", "Stad Genk", true, false)
	w.contact("onderdak", "2020-12-31", "Stad Genk", false, false)
	figs := w.compute()
	expect(t, figs, map[string]string{
		"contacten.totaal":                                              "4; 2020: 1",
		"contacten.thema.wonen":                                         "3; 2020: 1",
		"contacten.partners.totaal":                                     "3; 2020: 1",
		"contacten.partners.thema.wonen":                                "3; 2020: 1",
		"contacten.oplossingsactoren.totaal":                            "2; 2020: 0", // OCMW Pelt, and Stad Genk in brugfiguren
		"contacten.oplossingsactoren.thema.wonen":                       "1; 2020: 0",
		"contacten.thema.transversaal":                                  "bestaat niet",
		"beleidscontacten.totaal":                                       "3; 2020: 0",
		"beleidscontacten.met_doelgroep":                                "1; 2020: 0",
		"beleidscontacten.zonder_doelgroep":                             "2; 2020: 0",
		"beleidscontacten.thema.wonen":                                  "2; 2020: 0",
		"beleidscontacten.met_doelgroep.thema.wonen":                    "1; 2020: 0",
		"beleidscontacten.aandeel_doelgroep":                            "33,3 %",
		"beleidscontacten.aandeel_doelgroep.thema.wonen":                "50,0 %",
		"beleidscontacten.aandeel_doelgroep.thema.onderwijs-en-vorming": "0,0 %",
	})
	if got := cells(figs.Get("beleidscontacten.totaal").Now); got != "Contacten!E2:E3 Contacten!E5" {
		t.Errorf("policy contacts come from %s", got)
	}
}

func TestContactsWithBrokenFields(t *testing.T) {
	w := withProjects()
	w.actor("onderdak", "Stad Genk", model.ActorPartner)
	w.contact("onderdak", "2021-01-01", "Stad Genk", true, true)
	w.contact("onderdak", "2021-01-02", "Stad Gent", true, true)                         // in no list of this project
	w.contact("woonzaak", "2021-01-02", "Stad Genk", false, false)                       // in another project's list
	w.contact("onderdak", "2021-01-03", "Stad Genk", true, false, "doelgroep_betrokken") // with or without: who knows
	w.contact("onderdak", "2021-01-04", "Stad Genk", false, true, "beleidscontact")
	w.contact("onderdak", "", "Stad Genk", true, true, "datum")
	expect(t, w.compute(), map[string]string{
		"contacten.totaal":                   "3 (zonder 3 rijen)",
		"contacten.partners.totaal":          "3 (zonder 3 rijen)",
		"contacten.oplossingsactoren.totaal": "– (zonder 2 rijen)",
		"beleidscontacten.totaal":            "3 (zonder 2 rijen)",
		"beleidscontacten.met_doelgroep":     "2 (zonder 3 rijen)",
		"beleidscontacten.zonder_doelgroep":  "– (zonder 1 rij)",
		"beleidscontacten.aandeel_doelgroep": "100,0 % (zonder 3 rijen)",
	})
}

func TestDossiers(t *testing.T) {
	w := withProjects()
	w.dossier("onderdak", "Memorandum", "beleidsdossier", "Lokaal", model.DossierFinished, "2021-01-01")
	w.dossier("onderdak", "Analyse", "buurtanalyse", "Lokaal", model.DossierFinished, "2021-12-31")
	w.dossier("brugfiguren", "Nota", "", "Vlaams", model.DossierFinished, "2021-05-01") // the kind may be empty
	w.dossier("onderdak", "Plan", "advies", "Lokaal", model.DossierRunning, "2021-05-01")
	w.dossier("onderdak", "Oud", "advies", "Lokaal", model.DossierFinished, "2020-05-01")
	figs := w.compute()
	expect(t, figs, map[string]string{
		"dossiers.totaal":                     "3; 2020: 1",
		"dossiers.thema.wonen":                "2; 2020: 1",
		"dossiers.soort.buurtanalyse":         "1; 2020: 0",
		"dossiers.soort.niet-ingevuld":        "1; 2020: 0",
		"dossiers.niveau.vlaams":              "1; 2020: 0",
		"dossiers.niveau.europees":            "0; 2020: 0",
		"dossiers.thema.wonen.soort.advies":   "0; 2020: 1",
		"dossiers.thema.wonen.niveau.lokaal":  "2; 2020: 1",
		"dossiers.thema.onderwijs-en-vorming": "1; 2020: 0",
		"dossiers.thema.transversaal":         "bestaat niet",
	})
}

func TestDossiersWithBrokenFields(t *testing.T) {
	w := withProjects()
	w.dossier("onderdak", "Zonder datum", "advies", "Lokaal", model.DossierFinished, "") // no one knows of which year
	w.dossier("onderdak", "Zonder status", "advies", "Lokaal", "", "2021-05-01", "status")
	w.dossier("onderdak", "Lopend", "advies", "Lokaal", model.DossierRunning, "", "datum") // isn't finished: not missed
	w.dossier("onderdak", "Goed", "advies", "", model.DossierFinished, "2021-05-01", "niveau")
	expect(t, w.compute(), map[string]string{
		"dossiers.totaal":        "1 (zonder 2 rijen)",
		"dossiers.soort.advies":  "1 (zonder 2 rijen)",
		"dossiers.niveau.lokaal": "– (zonder 3 rijen)",
	})
	w = withProjects()
	w.dossier("onderdak", "Lopend", "advies", "Lokaal", model.DossierRunning, "")
	expect(t, w.compute(), map[string]string{"dossiers.totaal": "0"})
}

// V1 is active in both themes; V3 stopped in 2020, so 2020 can be counted back.
func TestVolunteers(t *testing.T) {
	w := withProjects()
	none := model.Number{}
	w.volunteer("onderdak", "V1", "2015-03-01", "", number(10))
	w.volunteer("brugfiguren", "v1", "2021-12-31", "", number(2.5))
	w.volunteer("onderdak", "V2", "2019-01-01", "2021-01-01", none) // was there on 1 January
	w.volunteer("onderdak", "V3", "2019-01-01", "2020-12-31", number(99))
	w.volunteer("onderdak", "V4", "2022-01-01", "", none)
	figs := w.compute()
	expect(t, figs, map[string]string{
		"vrijwilligers.totaal":                     "2; 2020: 3",
		"vrijwilligers.som":                        "3; 2020: 3",
		"vrijwilligers.thema.wonen":                "2; 2020: 3",
		"vrijwilligers.thema.onderwijs-en-vorming": "1; 2020: 0",
		"vrijwilligers.uren":                       "12,5", // hours are of the report's year
		"vrijwilligers.uren.thema.wonen":           "10,0",
	})
	if got := cells(figs.Get("vrijwilligers.totaal").Now); got != "Vrijwilligers!B2:B4" {
		t.Errorf("volunteers come from %s", got)
	}
}

func TestVolunteersWithBrokenFields(t *testing.T) {
	w := withProjects()
	w.volunteer("onderdak", "V1", "2015-03-01", "", number(0), "uren")
	w.volunteer("onderdak", "V1", "2015-03-01", "", number(3), "vrijwilliger") // a double
	w.volunteer("onderdak", "V2", "", "", number(4), "sinds")
	w.volunteer("onderdak", "V3", "2015-01-01", "", number(5), "tot") // may have stopped
	w.volunteer("raadsel", "V4", "2015-01-01", "", number(6))
	w.volunteer("onderdak", "V5", "2023-01-01", "", number(7), "tot") // began later in any case
	expect(t, w.compute(), map[string]string{
		"vrijwilligers.totaal":      "2 (zonder 3 rijen)",
		"vrijwilligers.som":         "1 (zonder 4 rijen)",
		"vrijwilligers.thema.wonen": "1 (zonder 4 rijen)",
		"vrijwilligers.uren":        "6 (zonder 4 rijen)",
	})
}

func TestCommunications(t *testing.T) {
	w := newWorkdir()
	w.communication(1, on("2021-01-05"), "artikel", "HBVL", "print", "Breed publiek;Lokale besturen")
	w.communication(2, on("2021-02-05"), "Artikel", "", "online", "breed publiek")
	w.communication(3, model.Period{Text: "continu", Continuous: true}, "website", "eigen site", "online", "")
	w.communication(4, model.Period{Text: "2020", From: day("2020-01-01"), To: day("2020-12-31")}, "artikel", "HBVL", "nieuwsbrief", "Partners;partners")
	figs := w.compute()
	expect(t, figs, map[string]string{
		"communicatie.aantal":                                "3; 2020: 1",
		"communicatie.soort.artikel":                         "2; 2020: 1",
		"communicatie.soort.website":                         "1; 2020: 0",
		"communicatie.soort.niet-ingevuld":                   "bestaat niet",
		"communicatie.medium.niet-ingevuld":                  "1; 2020: 0",
		"communicatie.medium.hbvl":                           "1; 2020: 1",
		"communicatie.kanaal.online":                         "2; 2020: 0",
		"communicatie.kanaal.nieuwsbrief":                    "0; 2020: 1",
		"communicatie.kanaal.radio":                          "bestaat niet",
		"communicatie.doelgroep.breed-publiek":               "2; 2020: 0",
		"communicatie.doelgroep.niet-ingevuld":               "1; 2020: 0",
		"communicatie.kanaal.print.doelgroep.breed-publiek":  "1; 2020: 0",
		"communicatie.kanaal.print.doelgroep.partners":       "0; 2020: 0",
		"communicatie.kanaal.nieuwsbrief.doelgroep.partners": "0; 2020: 1", // named twice, counted once
	})
}

func TestCommunicationsWithBrokenFields(t *testing.T) {
	w := newWorkdir()
	w.communication(1, on("2021-01-05"), "artikel", "HBVL", "print", "Partners")
	w.communication(1, on("2021-01-05"), "artikel", "HBVL", "print", "Partners", "nr") // a double
	w.communication(2, model.Period{Text: "ooit"}, "artikel", "HBVL", "print", "Partners", "datum")
	w.communication(3, on("2021-01-05"), "artikel", "HBVL", "print", "", "doelgroepen")
	expect(t, w.compute(), map[string]string{
		"communicatie.aantal":             "2 (zonder 2 rijen)",
		"communicatie.kanaal.print":       "2 (zonder 2 rijen)",
		"communicatie.doelgroep.partners": "1 (zonder 3 rijen)",
	})
}

func TestProjects(t *testing.T) {
	w := withProjects()
	w.project("onderdak", "Wonen", "code") // a double
	expect(t, w.compute(), map[string]string{
		"projecten.totaal":                             "5 (zonder 1 rij)",
		"projecten.thema.wonen":                        "2 (zonder 2 rijen)",
		"projecten.thema.transversaal":                 "1 (zonder 1 rij)",
		"projecten.fase.projectuitvoering":             "4 (zonder 1 rij)", // the transversal one has none
		"projecten.thema.wonen.fase.projectuitvoering": "2 (zonder 2 rijen)",
		"projecten.thema.transversaal.fase.afgerond":   "bestaat niet",
	})
}
