package indicator

import (
	"voortgang/internal/dutch"
	"voortgang/internal/model"
)

// actors computes 2.5: the partners and the solution actors per theme. An
// actor of several projects or themes is one actor in every figure but those
// called `som`; an actor of type `beide` is in both types. The sheet has no
// year, so there are no figures of earlier years.
func (r *run) actors() {
	s := &scope{last: r.year, always: len(r.data.Actors) > 0}
	themes := []*dim{r.themeDim(projectTheme)}
	all := newGrid(s, themes, []int{0})
	byType := map[string]*grid{model.ActorPartner: newGrid(s, themes, []int{0}), model.ActorSolution: newGrid(s, themes, []int{0})}
	sums := map[string]*grid{model.ActorPartner: newGrid(s, nil), model.ActorSolution: newGrid(s, nil)}

	cells := []int{model.ActorName}
	names := newNumbering()
	for _, a := range r.data.Actors {
		b := a.Base()
		theme := r.themeOf(a.Project, b.Usable(model.ActorProject))
		e := entry{row: b.Row, columns: cells, year: r.year, value: 1, at: [3]int{theme},
			id: names.number(looseName(a.Name)), broken: !b.Usable(model.ActorName) || a.Name == ""}
		all.put(&e)
		typed := a.Type != "" && b.Usable(model.ActorType)
		for kind := range byType {
			if typed && a.Type != kind && a.Type != model.ActorBoth {
				continue
			}
			e := e
			e.broken = e.broken || !typed
			byType[kind].put(&e)
			e.broken = e.broken || theme == unknown
			e.id = inTheme(e.id, theme)
			sums[kind].put(&e)
		}
	}

	fig := func(title, of, formula string) model.Figure {
		return model.Figure{Indicator: "2.5", Title: title, Of: of, Unit: model.UnitCount, Formula: formula}
	}
	r.publish(all, series{total: "actoren.totaal", prefix: "actoren", read: distinct,
		Figure: fig("Actoren", "actoren", "Aantal verschillende actoren in Actoren, van welk type ook; gelijke namen in een andere schrijfwijze zijn één actor")})
	for _, k := range []struct{ kind, key, title, of string }{
		{model.ActorPartner, "actoren.partners", "Partners", "partners"},
		{model.ActorSolution, "actoren.oplossingsactoren", "Oplossingsactoren", "oplossingsactoren"},
	} {
		formula := "Aantal verschillende actoren in Actoren met type ‘" + k.kind + "’ of ‘beide’; gelijke namen in een andere schrijfwijze zijn één actor"
		g := byType[k.kind]
		r.publish(g, series{total: k.key + ".totaal", prefix: k.key, read: distinct, Figure: fig(k.title, k.of, formula)})
		r.publish(sums[k.kind], series{total: k.key + ".som", read: distinct,
			Figure: fig(k.title+", som van de thema’s", k.of, "Som van het aantal "+k.of+" per thema; wie bij meer thema’s hoort, telt bij elk thema mee")})
	}
}

// looseName is how names of actors are compared; a name without letters or
// digits is compared as it stands.
func looseName(name string) string {
	if folded := dutch.Fold(name); folded != "" {
		return folded
	}
	return pseudonym(name)
}

// numbering gives each different word a number from 1.
type numbering map[string]int64

func newNumbering() numbering { return numbering{} }

func (n numbering) number(word string) int64 {
	id, ok := n[word]
	if !ok {
		id = int64(len(n) + 1)
		n[word] = id
	}
	return id
}

// inTheme tells the same thing in another theme apart.
func inTheme(id int64, theme int) int64 { return id<<16 | int64(theme+1) }
