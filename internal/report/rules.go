package report

import (
	"fmt"

	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/picture"
	"voortgang/internal/source"
)

var (
	RuleUnusedText     = finding.ByCode("T06") // a text that the report has no place for
	RuleUnknownSection = finding.ByCode("T12") // a reference to a section that isn't there
	RuleDeadLink       = finding.ByCode("T29") // a link within the report that leads nowhere
	RuleHouseImage     = finding.ByCode("C06") // the logo or the cover of the configuration isn't there
)

func unusedText(n *model.Narrative, proposal string) finding.Finding {
	f := finding.New(RuleUnusedText, source.Ref{File: n.Path},
		"Deze tekst komt nergens in het rapport. Geef het bestand de naam van een onderdeel, zoals themas/wonen.md of signalen.md, of verwijder het.")
	f.Found = n.Name
	if proposal != "" {
		f.Proposal = proposal
		f.Message = fmt.Sprintf("Deze tekst komt nergens in het rapport. Bedoel je ‘%s.md’? Hernoem het bestand.", proposal)
	}
	return f
}

func imageMissing(ref source.Ref, key, name string) finding.Finding {
	f := finding.New(RuleHouseImage, ref, fmt.Sprintf(
		"huisstijl.%s noemt ‘%s’, maar dat bestand is niet te lezen in beelden/. Zet het daar, of pas de naam aan.", key, name))
	f.Found, f.Expected = name, "een PNG of JPEG in beelden/"
	return f
}

func imageUnusable(ref source.Ref, key, name string, t picture.Trouble) finding.Finding {
	f := finding.New(RuleHouseImage, ref, fmt.Sprintf("huisstijl.%s noemt ‘%s’, maar die afbeelding %s. %s", key, name, t.Why, t.Mend))
	f.Found, f.Expected = name, "een PNG of JPEG in beelden/"
	return f
}
