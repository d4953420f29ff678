package report

import (
	"slices"
	"strconv"

	"voortgang/charts"
	"voortgang/internal/document"
	"voortgang/internal/model"
	"voortgang/internal/prose"
)

// communications is 2.10: bars per medium, the matrix of channel and audience,
// and the numbered table with its links.
func (b *builder) communications() content {
	total := b.fig("communicatie.aantal")
	c := content{formulas: []string{"communicatie.aantal"}}
	c.answer = "Het aantal communicatieacties in " + b.yearText + " is niet bekend."
	if total.Now.Known {
		c.answer = "In " + b.yearText + " voerden we " + counted(total, "communicatieactie", "communicatieacties") + " uit" + withChange(total) + "."
		if m, ok := b.largest("communicatie.soort"); ok && total.Now.Value > 1 {
			subject := "De meest voorkomende soort is "
			if len(m.parts) > 1 {
				subject = "De meest voorkomende soorten zijn "
			}
			c.answer += " " + subject + m.names(quoted) + ": " + m.each() + "."
		}
	}
	c.add(b.lying("communicatie.aantal", "communicatie.medium", "Communicatieacties per medium", "aantal acties", b.byValue("communicatie.medium"), false, true))
	if matrix, ok := b.audiences(); ok {
		c.add(matrix)
	}
	columns := withoutDifference(b.yearly("", "communicatie", "", "communicatie.aantal"))
	t := b.table("Communicatieacties per soort en drager", "Onderdeel", nil, columns)
	for _, g := range [][2]string{{"soort", "Per soort"}, {"kanaal", "Per drager"}, {"doelgroep", "Per doelgroep (een actie kan er meer dan één hebben)"}} {
		parts := b.byValue("communicatie." + g[0])
		if len(parts) == 0 {
			continue
		}
		if g[0] == "kanaal" {
			parts = channels(parts)
		}
		t.Rows = append(t.Rows, document.Row{Kind: document.Group, Cells: textCells(g[1])})
		t.Rows = append(t.Rows, b.table("", "", parts, columnsOf(columns, "communicatie."+g[0])).Rows...)
	}
	b.total(&t, "Alle communicatieacties", columns)
	t.Caption = "Communicatieacties per soort, drager en doelgroep"
	t.Note = key("communicatie.soort.<soort>, communicatie.kanaal.<drager>")
	c.add(t)
	if list, ok := b.actions(); ok {
		c.after = append(c.after, list)
	}
	return c
}

// byValue lists parts with the greatest value first; equal ones keep their
// order.
func (b *builder) byValue(prefix string) []split {
	parts := slices.Clone(b.parts(prefix))
	value := func(p split) float64 {
		if f := b.fig(prefix + "." + p.slug); f.Now.Known {
			return f.Now.Value
		}
		return -1
	}
	slices.SortStableFunc(parts, func(x, y split) int {
		switch vx, vy := value(x), value(y); {
		case vx > vy:
			return -1
		case vx < vy:
			return 1
		}
		return 0
	})
	return parts
}

// channels names the channel that the contract calls "beide" so that it reads
// without the others beside it.
func channels(parts []split) []split {
	out := slices.Clone(parts)
	for i := range out {
		if out[i].label == "beide" {
			out[i].label = "online en print"
		}
	}
	return out
}

// audiences is the matrix of channels by audiences.
func (b *builder) audiences() (document.Chart, bool) {
	carriers, audiences := channels(b.parts("communicatie.kanaal")), b.parts("communicatie.doelgroep")
	if len(carriers) == 0 || len(audiences) == 0 {
		return document.Chart{}, false
	}
	base := b.base("communicatie.aantal", "Drager en doelgroep van de communicatieacties", "aantal acties; een actie met twee doelgroepen telt bij beide, "+b.yearText)
	heat := charts.Heat{Base: base, Rows: labels(carriers), Columns: labels(audiences), RowTitle: "Drager", ColumnTitle: "Doelgroep"}
	for _, ch := range carriers {
		heat.Values = append(heat.Values, b.series("", b.year, keys("communicatie.kanaal."+ch.slug+".doelgroep", audiences, "")).Values)
	}
	return figure(base, heat, "communicatie.kanaal.<drager>.doelgroep.<doelgroep>"), true
}

// actions is the numbered table of all actions of the year.
func (b *builder) actions() (document.Table, bool) {
	var list []*model.Communication
	for _, a := range b.in.Data.Communications {
		if a.Base().Usable(model.CommunicationNumber) && b.inYear(a) {
			list = append(list, a)
		}
	}
	slices.SortStableFunc(list, func(x, y *model.Communication) int { return int(x.Number.Value) - int(y.Number.Value) })
	t := document.Table{ID: b.id("communicatieacties"), Full: true, RowHeaders: false,
		Caption: "Overzicht van de communicatieacties van " + b.yearText,
		Columns: []document.Column{right("Nr"), {Head: "Communicatieactie", Weight: 4}, {Head: "Omschrijving/resultaat", Weight: 5}, left("Datum")},
		Note:    key("communicatie.aantal")}
	for _, a := range list {
		what := b.flat(a.Description)
		if links := linkified(a.Links); len(links) > 0 {
			if len(what.Text) > 0 {
				what.Text = append(what.Text, prose.Inline{Text: " "})
			}
			what.Text = append(what.Text, links...)
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			textCell(strconv.Itoa(int(a.Number.Value))), {Text: linkText(a.Action)}, what, textCell(when(a.When))}})
	}
	return t, len(list) > 0
}

// inYear tells whether an action falls in the report's year, as its figure
// counts it.
func (b *builder) inYear(a *model.Communication) bool {
	w := a.When
	switch {
	case !a.Base().Usable(model.CommunicationWhen):
		return false
	case w.Continuous:
		return true
	}
	return !w.From.IsZero() && w.From.Year() <= b.year && w.To.Year() >= b.year
}

// linkText makes text of which the words that are web addresses can be
// followed.
func linkText(s string) []prose.Inline {
	if isAddress(s) {
		return []prose.Inline{{Text: host(s), Link: s}}
	}
	return prose.Text(s)
}
