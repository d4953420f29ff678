package validate

import (
	"fmt"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleUnknownActor = finding.Rule{
	Code: "R04", Family: finding.References, Level: finding.Error, Who: projectWorker,
	Title: "Contact met een actor die niet in Actoren staat",
	Explanation: "Contacten worden geteld per type actor (partner of oplossingsactor). Dat type staat in het blad Actoren van hetzelfde project; " +
		"hoofdletters, accenten en leestekens maken daarbij niet uit.",
	Wrong: "Gemeente Pellt", Right: "Gemeente Pelt",
}

// unknownActor looks up the actor of every contact.
func unknownActor(c *checker) {
	// Each spelling is folded once: contacts repeat the same few names.
	known := map[pair]bool{}
	for _, k := range c.data.Contacts {
		if !k.Base().Usable(model.ContactProject, model.ContactActor) || k.Actor == "" {
			continue
		}
		spelled := pair{k.Project, k.Actor}
		if known[spelled] {
			continue
		}
		if c.index.actors[pair{code(k.Project), dutch.Fold(k.Actor)}] {
			known[spelled] = true
			continue
		}
		proposal := nearest(k.Actor, c.actorNames(k.Project))
		f := finding.New(&ruleUnknownActor, k.Base().Place(model.ContactActor), fmt.Sprintf(
			"‘%s’ staat niet in het blad Actoren van dit project. %s", k.Actor,
			meant(proposal, "Voeg de actor daar toe met zijn type, of verbeter de naam.")))
		f.Column, f.Found, f.Expected, f.Proposal, f.Project = "actor", k.Actor, "een naam uit het blad Actoren", proposal, k.Project
		c.report(f)
		k.Base().MarkBad(model.ContactActor)
	}
}

func (c *checker) actorNames(project string) []string {
	var names []string
	for _, a := range c.data.Actors {
		if a.Project == project {
			names = append(names, a.Name)
		}
	}
	return names
}
