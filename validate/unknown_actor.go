package validate

import (
	"fmt"
	"strings"

	"github.com/agext/levenshtein"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleUnknownActor = finding.ByCode("R04")

// unknownActor looks up the actor of every contact.
func unknownActor(c *checker) {
	// Each spelling is folded once: contacts repeat the same few names.
	known := map[pair]bool{}
	var strangers []*model.Contact
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
		strangers = append(strangers, k)
		k.Base().MarkBad(model.ContactActor)
	}
	if len(strangers) == 0 {
		return
	}
	actors := map[string]int{}
	for _, a := range c.data.Actors {
		actors[a.Project]++
	}
	used := map[pair]bool{}
	for _, k := range c.data.Contacts {
		used[pair{k.Project, dutch.Fold(k.Actor)}] = true
	}
	for _, list := range grouped(strangers, func(k *model.Contact) string { return k.Project }) {
		project := list[0].Project
		if actors[project] == 0 && len(list) > 1 {
			c.noActors(list)
			continue
		}
		for _, name := range grouped(list, func(k *model.Contact) string { return code(k.Actor) }) {
			if len(name) > 1 && c.renamedActor(name, used) {
				continue
			}
			for _, k := range name {
				c.stranger(k, len(name) >= 3)
			}
		}
	}
}

// renamedActor tells whether several contacts name an actor that is spelled
// otherwise in Actoren, where nobody else uses that spelling: then the slip is
// there, and it is one. used are the folded names in the contacts of projects.
func (c *checker) renamedActor(list []*model.Contact, used map[pair]bool) bool {
	if c.proposals.spent() {
		return false
	}
	project, name := list[0].Project, list[0].Actor
	c.proposals.compare(len(c.data.Actors))
	var meant *model.Actor
	for _, a := range c.data.Actors {
		if a.Project != project || a.Name == "" || used[pair{project, dutch.Fold(a.Name)}] || !a.Base().Usable(model.ActorName, model.ActorProject) ||
			levenshtein.Match(dutch.Fold(a.Name), dutch.Fold(name), nil) < 0.8 {
			continue
		}
		if meant != nil {
			return false
		}
		meant = a
	}
	if meant == nil {
		return false
	}
	f := c.say(ruleUnknownActor, &model.ActorSheet, meant, model.ActorName, fmt.Sprintf(
		"‘%s’ staat in geen enkel contact; %s noemen ‘%s’. Schrijf de naam overal gelijk.", meant.Name, dutch.Plural(len(list), "contact", "contacten"), name))
	f.Found, f.Expected, f.Proposal = meant.Name, "de naam uit het blad Contacten", name
	return true
}

// stranger reports a contact with an unknown actor. A name that recurs is no
// slip: it is the actor that is lacking.
func (c *checker) stranger(k *model.Contact, recurs bool) {
	proposal := ""
	if !recurs {
		proposal = c.proposals.to(proposalKey{"actor", k.Project, k.Actor}, func() []string { return c.actorNames(k.Project) })
	}
	f := finding.New(ruleUnknownActor, k.Base().Place(model.ContactActor), fmt.Sprintf(
		"‘%s’ staat niet in het blad Actoren van dit project. %s", k.Actor,
		meant(proposal, "Voeg de actor daar toe met zijn type, of verbeter de naam.")))
	f.Column, f.Found, f.Expected, f.Proposal, f.Project = "actor", k.Actor, "een naam uit het blad Actoren", proposal, k.Project
	if proposal == "" {
		f.Mend = lacking(&model.ActorSheet, k.Project, k.Actor)
	}
	c.report(f)
}

// noActors says once that a project has contacts and no actors.
func (c *checker) noActors(list []*model.Contact) {
	f := c.say(ruleUnknownActor, &model.ContactSheet, list[0], model.ContactActor, fmt.Sprintf(
		"Het project heeft %s, maar niets in Actoren. Zet in dat blad een rij met actor en type voor elke actor: %s.", dutch.Plural(len(list), "contact", "contacten"), someActors(list)))
	f.Ref.Col, f.Ref.Row = 0, 0
	f.Found, f.Expected = "geen actoren", "elke actor met zijn type"
	f.Mend = allLacking(&model.ActorSheet, list[0].Project, list, func(k *model.Contact) string { return k.Actor })
}

// someActors names the actors of contacts, ten at most.
func someActors(list []*model.Contact) string {
	const most = 10
	var names []string
	for _, k := range grouped(list, func(k *model.Contact) string { return dutch.Fold(k.Actor) }) {
		names = append(names, excerpt(k[0].Actor))
	}
	if len(names) > most {
		return strings.Join(names[:most], ", ") + " …"
	}
	return dutch.Join(names)
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
