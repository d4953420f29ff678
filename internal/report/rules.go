package report

import (
	"fmt"

	"voortgang/internal/finding"
	"voortgang/internal/house"
	"voortgang/internal/model"
	"voortgang/internal/picture"
	"voortgang/internal/source"
)

var (
	// RuleUnusedText: a text that the report has no place for.
	RuleUnusedText = finding.Rule{Code: "T06", Family: finding.Narrative, Level: finding.Warning, Who: "wie de tekst schrijft",
		Title:       "Tekst wordt nergens gebruikt",
		Explanation: "De naam van een tekst zegt waar hij in het rapport komt: themas/wonen.md bij het thema Wonen, indicatoren/vte.md bij de indicator VTE. Een tekst met een andere naam komt nergens terecht. Meestal is het een tikfout in de naam.",
		Wrong:       "teksten/themas/woonen.md", Right: "teksten/themas/wonen.md"}
	// RuleUnknownSection: a reference to a section that isn't there.
	RuleUnknownSection = finding.Rule{Code: "T12", Family: finding.Narrative, Level: finding.Error, Who: "wie de tekst schrijft",
		Title:       "Verwijzing naar een onbekend onderdeel",
		Explanation: "Een verwijzing noemt een onderdeel met zijn nummer uit de inhoudsopgave, of met een vaste naam: thema:wonen, project:energiek-pelt, vte. Een vaste naam blijft juist als de nummers verschuiven.",
		Wrong:       `{{ verwijs "thema:woonen" }}`, Right: `{{ verwijs "thema:wonen" }}`}
	// RuleDeadLink: a link within the report that leads nowhere.
	RuleDeadLink = finding.Rule{Code: "T29", Family: finding.Narrative, Level: finding.Warning, Who: "wie de tekst schrijft",
		Title: "Link die nergens naartoe gaat",
		Explanation: "Een link gaat naar een webadres dat begint met https://, of naar een onderdeel van dit rapport: # met het nummer of de vaste naam ervan, of het bestand van de tekst die daar staat. " +
			"Een lezer krijgt alleen het rapport en niet de bestanden van de werkmap. Een link die nergens naartoe gaat, wordt gewone tekst.",
		Wrong: "[de cijfers](#thema:woonen)", Right: "[de cijfers](#thema:wonen)"}
	// RuleHouseImage: the logo or the cover of the configuration isn't there.
	RuleHouseImage = finding.Rule{Code: "C06", Family: finding.Settings, Level: finding.Warning, Who: "wie het rapport bouwt",
		Title:       "Beeld van de huisstijl ontbreekt of is onbruikbaar",
		Explanation: "Het logo en het omslagbeeld staan in de map beelden/ van de werkmap, onder de naam die in voortgang.yaml staat. Het zijn PNG’s of JPEG’s in RGB, hoogstens 50 MB. Een PNG telt hoogstens 16 miljoen beeldpunten, een JPEG 120 miljoen. Zonder dat beeld wordt het rapport gemaakt, maar blijft de plaats leeg.",
		Wrong:       "logo: logo.png zonder beelden/logo.png", Right: "logo: logo.png met beelden/logo.png"}
)

// Rules lists the rules on what the report is put together from.
func Rules() []*finding.Rule {
	return append([]*finding.Rule{&RuleUnusedText, &RuleUnknownSection, &RuleDeadLink, &RuleHouseImage}, house.Rules()...)
}

func unusedText(n *model.Narrative, proposal string) finding.Finding {
	f := finding.New(&RuleUnusedText, source.Ref{File: n.Path},
		"Deze tekst komt nergens in het rapport. Geef het bestand de naam van een onderdeel, zoals themas/wonen.md of signalen.md, of verwijder het.")
	f.Found = n.Name
	if proposal != "" {
		f.Proposal = proposal
		f.Message = fmt.Sprintf("Deze tekst komt nergens in het rapport. Bedoel je ‘%s.md’? Hernoem het bestand.", proposal)
	}
	return f
}

func imageMissing(ref source.Ref, key, name string) finding.Finding {
	f := finding.New(&RuleHouseImage, ref, fmt.Sprintf(
		"huisstijl.%s noemt ‘%s’, maar dat bestand is niet te lezen in beelden/. Zet het daar, of pas de naam aan.", key, name))
	f.Found, f.Expected = name, "een PNG of JPEG in beelden/"
	return f
}

func imageUnusable(ref source.Ref, key, name string, t picture.Trouble) finding.Finding {
	f := finding.New(&RuleHouseImage, ref, fmt.Sprintf("huisstijl.%s noemt ‘%s’, maar die afbeelding %s. %s", key, name, t.Why, t.Mend))
	f.Found, f.Expected = name, "een PNG of JPEG in beelden/"
	return f
}
