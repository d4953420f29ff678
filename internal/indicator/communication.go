package indicator

import "voortgang/internal/model"

// communications computes 2.10: the communication actions of the year, per
// kind, medium and channel, per audience, and channel × audience. An action
// counts in every year that its period touches; `continu` in the report's
// year. One for two audiences is in both of their figures.
func (r *run) communications() {
	list := r.data.Communications
	s := &scope{last: r.year, always: len(list) > 0}
	var kinds, media, carriers, audiences []string
	for _, c := range list {
		kinds, media, carriers = append(kinds, c.Kind), append(media, c.Medium), append(carriers, c.Carrier)
		audiences = append(audiences, c.Audiences...)
	}
	kind := newWords("soort", "de soort", nil, kinds)
	medium := newWords("medium", "het medium", nil, media)
	channel := newWords("kanaal", "de drager", model.CommunicationSheet.Columns[model.CommunicationCarrier].Allowed, carriers)
	audience := newWords("doelgroep", "een van de doelgroepen", nil, audiences)
	all := newGrid(s, []*dim{kind.dim, medium.dim, channel.dim}, []int{0}, []int{1}, []int{2})
	matrix := newGrid(s, []*dim{channel.dim, audience.dim}, []int{1}, []int{0, 1})

	cells, audienceCells := []int{model.CommunicationNumber}, []int{model.CommunicationAudiences}
	for _, c := range list {
		b := c.Base()
		e := entry{row: b.Row, columns: cells, value: 1, broken: !b.Usable(model.CommunicationNumber),
			at: [3]int{kind.find(c.Kind, b.Usable(model.CommunicationKind)), medium.find(c.Medium, b.Usable(model.CommunicationMedium)),
				channel.find(c.Carrier, b.Usable(model.CommunicationCarrier))}}
		for _, e.year = range r.yearsOf(c.When, b.Usable(model.CommunicationWhen)) {
			all.put(&e)
			m := e
			m.columns = audienceCells
			for _, at := range audiencesOf(c, audience) {
				m.at = [3]int{e.at[2], at}
				matrix.put(&m)
			}
		}
	}

	fig := model.Figure{Indicator: "2.10", Title: "Communicatieacties", Of: "communicatieacties", Unit: model.UnitCount,
		Formula: "Aantal rijen in Communicatieacties met een datum in het jaar; ‘continu’ telt in het jaar van het rapport"}
	named := series{total: "communicatie.aantal", prefix: "communicatie", read: total, Figure: fig}
	r.publish(all, named)
	for split := 1; split < len(matrix.tables); split++ { // its total counts an action once per audience
		r.add(matrix.figures(named, split)...)
	}
}

// yearsOf lists the years up to the report's that a period touches; a single
// 0 when it can't be told.
func (r *run) yearsOf(p model.Period, usable bool) []int {
	switch {
	case !usable || (p.From.IsZero() && !p.Continuous):
		return []int{0}
	case p.Continuous:
		return []int{r.year}
	}
	years := []int{p.From.Year()}
	for y := p.From.Year() + 1; y <= min(p.To.Year(), r.year); y++ {
		years = append(years, y)
	}
	return years
}

// audiencesOf gives the different audiences of an action as places in the
// dimension: unknown when the field can't be used.
func audiencesOf(c *model.Communication, audience words) []int {
	if !c.Base().Usable(model.CommunicationAudiences) {
		return []int{unknown}
	}
	var places []int
	seen := map[int]bool{}
	for _, label := range c.Audiences {
		if at := audience.find(label, true); !seen[at] {
			seen[at] = true
			places = append(places, at)
		}
	}
	if len(places) == 0 {
		places = append(places, audience.find("", true))
	}
	return places
}
