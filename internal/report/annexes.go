package report

import (
	"strconv"
	"strings"

	"voortgang/charts"
	"voortgang/internal/document"
	"voortgang/internal/dutch"
	"voortgang/internal/model"
	"voortgang/internal/prose"
)

// annexes writes chapter 4.
func (b *builder) annexes() {
	l := b.layout.Annexes
	b.opening(l.chapter, "hoofdstuk-4", b.keyFigures(l.Figures))
	b.text(1, l.Texts...)
	for i, g := range b.index.groups {
		title := fill(l.Fixed, "thema", g.name)
		switch g.kind {
		case ofTransversal:
			title = l.FixedTransversal
		case ofNoTheme:
			title = l.FixedNoTheme
		}
		h := b.numbered(2, title, b.id("vaste-gegevens-thema", g.slug))
		h.Theme, h.NewPage = g.theme, i == 0
		b.add(h)
		for _, p := range g.projects {
			b.record(p)
		}
	}
	b.plan(l.Plan)
	b.profiles(l.Profiles)
	b.account()
	b.registers()
}

// record writes the fixed data of a project.
func (b *builder) record(p *projectPlace) {
	h := b.numbered(3, p.Name, p.record)
	h.Theme = p.theme
	b.add(h)
	card := document.Card{Theme: p.theme, Links: []document.Link{{Text: "Voortgang van het project", Target: "#" + p.sheet, Note: p.sheetNumber}}}
	if f, ok := b.goals("Hoofdzakelijk bij", p.MainObjectives, true); ok {
		card.Facts = append(card.Facts, f)
	}
	if f, ok := b.goals("Ook bij", p.AlsoObjectives, true); ok {
		card.Facts = append(card.Facts, f)
	}
	if !p.IsTransversal() {
		card.Facts = append(card.Facts, p.phase())
	}
	if len(p.Municipalities) > 0 {
		card.Facts = append(card.Facts, fact("Werkingsgebied", dutch.Join(p.Municipalities)))
	}
	if p.Sector {
		card.Facts = append(card.Facts, fact("Sectorproject", "ja"))
	}
	if text := b.flat(p.Description).Text; len(text) > 0 {
		card.Facts = append(card.Facts, document.Fact{Label: "Omschrijving", Text: text})
	}
	b.add(card)
	if len(card.Facts) == 0 {
		b.missing(b.layout.Empty.Fixed)
	}
}

// goals lists objectives by their names: per strategic goal its operational
// objectives, or only the latter. A code that the multi-year plan lacks is
// given as it is. An objective that is named twice is listed once.
func (b *builder) goals(label string, codes []string, full bool) (document.Fact, bool) {
	var items []string
	seen := map[string]bool{}
	at := map[string]int{} // of strategic goals
	for _, code := range codes {
		text, strategic := code, ""
		if o := b.objective(code); o != nil {
			text = o.Name
			if full {
				strategic = o.StrategicName
			}
		}
		if seen[strategic+text] {
			continue
		}
		seen[strategic+text] = true
		i, found := at[strategic]
		switch {
		case strategic == "":
			items = append(items, text)
		case found:
			items[i] += "; " + text
		default:
			at[strategic] = len(items)
			items = append(items, strategic+" → "+text)
		}
	}
	f := document.Fact{Label: label}
	for _, item := range items {
		f.Items = append(f.Items, prose.Text(item))
	}
	if len(f.Items) == 1 {
		f.Text, f.Items = f.Items[0], nil
	}
	return f, len(items) > 0
}

// objective finds an operational objective by its code.
func (b *builder) objective(code string) *model.Objective {
	for _, o := range b.in.Data.Objectives {
		if o.Code == code && o.Base().Usable(model.ObjectiveCode) {
			return o
		}
	}
	return nil
}

// plan shows the multi-year plan: per strategic goal its objectives, and how
// many projects stand behind each.
func (b *builder) plan(l titled) {
	list := b.in.Data.Objectives
	if len(list) == 0 && b.leavesOut() && !b.hasText(l.Texts...) {
		return
	}
	h := b.numbered(2, l.Title, b.id("meerjarenplan"))
	h.NewPage = true
	b.add(h)
	b.text(2, l.Texts...)
	if len(list) == 0 {
		b.missing(b.layout.Empty.Data)
		return
	}
	b.paragraph(document.Body, l.Intro)
	t := document.Table{Full: true, RowHeaders: true, Caption: "Strategische en operationele doelstellingen",
		Columns: []document.Column{{Head: "Operationele doelstelling", Weight: 5}, {Head: "Thema", Weight: 4}, left("Status"), right("Hoofdzakelijk"), right("Ook")}}
	main, also := b.behind()
	group := ""
	for i, o := range list {
		if name := o.StrategicName; i == 0 || name != group {
			group = name
			text := orDash(name)
			if o.StrategicCode != "" {
				text = o.StrategicCode + " " + text
			}
			t.Rows = append(t.Rows, document.Row{Kind: document.Group, Cells: textCells(text)})
		}
		status := o.Status
		if status == "" {
			status = model.ObjectiveRunning
		}
		name := o.Name
		if o.Code != "" {
			name = o.Code + " " + name
		}
		t.Rows = append(t.Rows, row(name, orDash(o.Theme), upperFirst(status), strconv.Itoa(main[o.Code]), strconv.Itoa(also[o.Code])))
	}
	b.add(t)
}

// behind counts per code the projects that contribute mainly, and also.
func (b *builder) behind() (main, also map[string]int) {
	main, also = map[string]int{}, map[string]int{}
	count := func(into map[string]int, codes []string) {
		seen := map[string]bool{}
		for _, c := range codes {
			if !seen[c] {
				seen[c] = true
				into[c]++
			}
		}
	}
	for _, p := range b.index.all {
		if !p.IsTransversal() {
			count(main, p.MainObjectives)
			count(also, p.AlsoObjectives)
		}
	}
	return main, also
}

// profile is a neighbourhood's scores on the functions of one framework.
type profile struct {
	place, framework string
	figures          []*model.Figure
}

// profiles shows the neighbourhood profiles: a radar with the table beside it.
func (b *builder) profiles(l titled) {
	list := b.scored()
	if len(list) == 0 && (b.leavesOut() || len(b.in.Data.Scores) == 0) && !b.hasText(l.Texts...) {
		return
	}
	h := b.numbered(2, l.Title, b.id("buurtprofielen"))
	h.NewPage = true
	b.add(h)
	b.text(2, l.Texts...)
	if len(list) == 0 {
		b.missing(b.layout.Empty.Data)
		return
	}
	b.paragraph(document.Body, l.Intro)
	for _, p := range list {
		b.profile(p)
	}
}

// scored gathers the profiles that have a score in the report's year.
func (b *builder) scored() []*profile {
	var out []*profile
	at := map[[2]string]*profile{}
	for _, f := range b.in.Figures.All() {
		if len(f.Parts) != 3 || f.Indicator != "4" {
			continue
		}
		id := [2]string{dutch.Fold(f.Parts[0]), dutch.Fold(f.Parts[1])}
		if at[id] == nil {
			at[id] = &profile{place: f.Parts[0], framework: f.Parts[1]}
			out = append(out, at[id])
		}
		at[id].figures = append(at[id].figures, b.fig(f.Key))
	}
	kept := out[:0]
	for _, p := range out {
		for _, f := range p.figures {
			if f.Now.Known {
				kept = append(kept, p)
				break
			}
		}
	}
	return kept
}

func (b *builder) profile(p *profile) {
	b.section(3, p.place, "buurtprofiel", p.place, p.framework)
	radar := charts.Radar{
		Base: charts.Base{Title: "Buurtprofiel van " + p.place, Subtitle: p.framework + ", " + b.yearText, Style: b.chart},
		Min:  1, Max: 5}
	now := charts.Series{Name: b.yearText}
	before := charts.Series{Name: strconv.Itoa(b.year - 1), Pale: true}
	compared := false
	t := document.Table{Caption: "Scores van " + p.place + " op " + p.framework, RowHeaders: true, Columns: []document.Column{{Head: "Onderdeel", Weight: 6}}}
	for _, f := range p.figures {
		compared = compared || f.Previous().Known
	}
	if compared {
		t.Columns = append(t.Columns, right(before.Name))
	}
	t.Columns = append(t.Columns, right(b.yearText))
	for _, f := range p.figures {
		name := f.Parts[2]
		radar.Axes = append(radar.Axes, name)
		now.Values = append(now.Values, number(f.Now))
		before.Values = append(before.Values, number(f.Previous()))
		cells := textCells(name)
		if compared {
			cells = append(cells, textCell(bare(f, f.Previous())))
		}
		t.Rows = append(t.Rows, document.Row{Cells: append(cells, textCell(bare(f, f.Now)))})
	}
	radar.Series = []charts.Series{now}
	if compared {
		radar.Series = []charts.Series{before, now}
	}
	note := key(profileKey(p.figures[0].Key) + ".<onderdeel>")
	b.add(document.Chart{Title: radar.Title, Subtitle: radar.Subtitle, Chart: radar, Note: note}, t)
}

// profileKey gives what the keys of a profile begin with.
func profileKey(key string) string { return key[:max(0, strings.LastIndexByte(key, '.'))] }
