package sample

import (
	"fmt"
	"slices"
	"strings"

	"voortgang/internal/dutch"
	"voortgang/internal/model"
)

// actors makes a project's actors. The source lists an actor twice where an
// existing partnership got a new side; it is one actor, and structural. Two
// sector projects have no actors in the source; theirs are made up of names
// that other projects work with, so the number of distinct actors stays real.
func actors(f *facts, p *model.Project, d *model.Dataset) {
	seen := map[string]bool{}
	add := func(name, kind, nature string) {
		if key := dutch.Fold(name); !seen[key] {
			seen[key] = true
			d.Actors = append(d.Actors, &model.Actor{Project: p.Code, Name: name, Type: kind, Nature: nature})
		}
	}
	for _, row := range f.actors {
		if row["project_code"] != p.Code {
			continue
		}
		kind := row["type"]
		if kind == "" {
			kind = guessType(row["actor"])
		}
		nature := row["structureel_of_nieuw"]
		if nature == "nieuw" && isStructural(f, p.Code, row["actor"]) {
			nature = "structureel"
		}
		add(row["actor"], kind, nature)
	}
	for _, a := range invented[p.Code] {
		add(a[0], a[1], a[2])
	}
}

func isStructural(f *facts, project, actor string) bool {
	return slices.ContainsFunc(f.actors, func(r record) bool {
		return r["project_code"] == project && r["structureel_of_nieuw"] == "structureel" && dutch.Fold(r["actor"]) == dutch.Fold(actor)
	})
}

// guessType is for the 46 actors of which the source doesn't say what they are.
func guessType(name string) string {
	for _, rule := range []struct {
		kind  string
		words []string
	}{
		{model.ActorBoth, []string{"LOP", "Scholengemeenschappen", "Onderwijsnetten", "Pedagogische", "Het onderwijs", "Onderwijspartners"}},
		{model.ActorSolution, []string{"commissies", "Dienst", "Zorgbedrijf", "Agentschap", "Loket", "raad", "Covid-Team", "Veiligheidshuis", "Groep Hasselt", "Welzijnsregio", "ELZ", "SHW", "Gevangenis", "Terreintoezichters", "Stuurgroep lokaal"}},
	} {
		for _, w := range rule.words {
			if strings.Contains(name, w) {
				return rule.kind
			}
		}
	}
	return model.ActorPartner
}

// invented are the actors of the two sector projects without any in the source:
// name, type, nature.
var invented = map[string][][3]string{
	"wonen-op-maat": {
		{"SAAMO-instituten", model.ActorPartner, "structureel"},
		{"CAW", model.ActorPartner, "structureel"},
		{"SVK", model.ActorPartner, "structureel"},
		{"Orbit", model.ActorPartner, ""},
		{"Samenhuizen vzw", model.ActorPartner, "nieuw"},
		{"Sociale huisvestingsmaatschappijen", model.ActorSolution, ""},
		{"Vlaams Woningfonds", model.ActorSolution, ""},
		{"Wonen Vlaanderen", model.ActorSolution, ""},
	},
	"betaalbaar-kleinschalig-wonen": {
		{"Lokale besturen", model.ActorSolution, "structureel"},
		{"SVK", model.ActorPartner, "structureel"},
		{"Stebo", model.ActorPartner, "structureel"},
		{"CAW Limburg", model.ActorPartner, "structureel"},
		{"Samenhuizen vzw", model.ActorPartner, "nieuw"},
		{"Bouwondernemers alternatieve woonvormen", model.ActorPartner, "nieuw"},
		{"Sociale huisvestingsmaatschappijen", model.ActorSolution, ""},
		{"Vlaams Woningfonds", model.ActorSolution, ""},
		{"Wonen Vlaanderen", model.ActorSolution, ""},
	},
}

// dossiers makes a project's dossiers. Titles of finished ones are facts; the
// dates and the texts are made up.
func dossiers(rows []record, p *model.Project, d *model.Dataset) error {
	for _, row := range rows {
		if row["project_code"] != p.Code {
			continue
		}
		day, err := isoDate(row["datum"])
		if err != nil {
			return fmt.Errorf("dossier %s: %w", row["titel"], err)
		}
		d.Dossiers = append(d.Dossiers, &model.Dossier{
			Project: p.Code, Title: row["titel"], Kind: row["soort"], Government: row["niveau"], Status: row["status"], Date: day,
			Design: row["opzet"], Signals: row["signalen"], Recommendations: row["aanbevelingen"],
		})
	}
	return nil
}
