package indicator

import "voortgang/internal/model"

// contacts computes 2.6: the contacts of the year with partners and solution
// actors, per theme. The type is that of the actor in the same project's
// Actoren, its name spelled loosely; a contact with an actor of type `beide`
// is in both types, and once in the total. A contact with an actor that isn't
// listed is left out of all three.
func (r *run) contacts() {
	s := &scope{last: r.year, always: len(r.data.Contacts) > 0}
	themes := []*dim{r.themeDim(projectTheme)}
	all := newGrid(s, themes, []int{0})
	partners := newGrid(s, themes, []int{0})
	solvers := newGrid(s, themes, []int{0})

	cells := []int{model.ContactDate}
	kindOf := r.actorTypes()
	for _, c := range r.data.Contacts {
		b := c.Base()
		e := entry{row: b.Row, columns: cells, value: 1,
			year: yearOf(c.Date, b.Usable(model.ContactDate)),
			at:   [3]int{r.themeOf(c.Project, b.Usable(model.ContactProject))}}
		kind := kindOf(c.Project, c.Actor)
		e.broken = kind == 0 || !b.Usable(model.ContactActor)
		all.put(&e)
		if e.broken || kind&isPartner != 0 {
			partners.put(&e)
		}
		if e.broken || kind&isSolver != 0 {
			solvers.put(&e)
		}
	}

	fig := func(title, with string) model.Figure {
		return model.Figure{Indicator: "2.6", Title: title, Of: "contacten", Unit: model.UnitCount,
			Formula: "Aantal rijen in Contacten met een datum in het jaar en een actor " + with}
	}
	r.publish(all, series{total: "contacten.totaal", prefix: "contacten", read: total,
		Figure: fig("Contacten met actoren", "uit Actoren van hetzelfde project; een contact telt één keer, ook als de actor van type ‘beide’ is")})
	r.publish(partners, series{total: "contacten.partners.totaal", prefix: "contacten.partners", read: total,
		Figure: fig("Contacten met partners", "die in Actoren van hetzelfde project van type ‘partner’ of ‘beide’ is")})
	r.publish(solvers, series{total: "contacten.oplossingsactoren.totaal", prefix: "contacten.oplossingsactoren", read: total,
		Figure: fig("Contacten met oplossingsactoren", "die in Actoren van hetzelfde project van type ‘oplossingsactor’ of ‘beide’ is")})
}

// What an actor is; `beide` is both.
const (
	isPartner = 1 << iota
	isSolver
)

// actorTypes gives a function that finds what an actor is in a project: 0 when
// it isn't listed or its type can't be used.
func (r *run) actorTypes() func(project, actor string) uint8 {
	type key struct {
		project string
		actor   int64
	}
	types := make(map[key]uint8, len(r.listed))
	folded := newNumbering()
	spelled := map[string]int64{} // folding a name is dear, and few names are many contacts
	number := func(name string) int64 {
		id, ok := spelled[name]
		if !ok {
			id = folded.number(looseName(name))
			spelled[name] = id
		}
		return id
	}
	for _, a := range r.listed {
		if !a.Base().Usable(model.ActorName, model.ActorType) {
			continue
		}
		k := key{a.Project, number(a.Name)}
		switch a.Type {
		case model.ActorPartner:
			types[k] |= isPartner
		case model.ActorSolution:
			types[k] |= isSolver
		case model.ActorBoth:
			types[k] |= isPartner | isSolver
		}
	}
	return func(project, actor string) uint8 { return types[key{project, number(actor)}] }
}
