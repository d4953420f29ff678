package indicator

import "voortgang/internal/model"

// policyContacts computes 2.7: the policy contacts of the year per theme, and
// in how many of them the target group took part. It needs no actor.
func (r *run) policyContacts() {
	s := &scope{last: r.year, always: len(r.data.Contacts) > 0}
	themes := []*dim{r.themeDim(projectTheme)}
	all := newGrid(s, themes, []int{0})
	with := newGrid(s, themes, []int{0})
	without := newGrid(s, themes, []int{0})
	split := newGrid(s, themes, []int{0}) // rows that tell with or without, for the share

	policy, group := []int{model.ContactPolicy}, []int{model.ContactTargetGroup}
	for _, c := range r.data.Contacts {
		b := c.Base()
		e := entry{row: b.Row, columns: policy, value: 1,
			year: yearOf(c.Date, b.Usable(model.ContactDate)),
			at:   [3]int{r.themeOf(c.Project, b.Usable(model.ContactProject))}}
		s.note(e.year)
		isPolicy := b.Usable(model.ContactPolicy)
		if isPolicy && !c.Policy {
			continue
		}
		e.broken = !isPolicy
		all.put(&e)

		told := b.Usable(model.ContactTargetGroup)
		e.columns, e.broken = group, !isPolicy || !told
		if !told || c.TargetGroup {
			with.put(&e)
		}
		if !told || !c.TargetGroup {
			without.put(&e)
		}
		if c.TargetGroup {
			e.part = 1
		}
		split.put(&e)
	}

	fig := func(title, formula string) model.Figure {
		return model.Figure{Indicator: "2.7", Title: title, Of: "beleidscontacten", Unit: model.UnitCount, Formula: formula}
	}
	const count = "Aantal rijen in Contacten met een datum in het jaar en beleidscontact ‘ja’"
	r.publish(all, series{total: "beleidscontacten.totaal", prefix: "beleidscontacten", read: total, Figure: fig("Beleidscontacten", count)})
	r.publish(with, series{total: "beleidscontacten.met_doelgroep", prefix: "beleidscontacten.met_doelgroep", read: total,
		Figure: fig("Beleidscontacten met de doelgroep", count+" en doelgroep_betrokken ‘ja’")})
	r.publish(without, series{total: "beleidscontacten.zonder_doelgroep", prefix: "beleidscontacten.zonder_doelgroep", read: total,
		Figure: fig("Beleidscontacten zonder de doelgroep", count+" en doelgroep_betrokken ‘nee’")})
	r.publish(split, series{total: "beleidscontacten.aandeel_doelgroep", prefix: "beleidscontacten.aandeel_doelgroep", read: share,
		Figure: model.Figure{Indicator: "2.7", Title: "Aandeel van de beleidscontacten met de doelgroep", Unit: model.UnitPercent, Decimals: 1,
			Formula: "Beleidscontacten met de doelgroep gedeeld door alle beleidscontacten van het jaar"}})
}
