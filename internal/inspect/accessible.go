package inspect

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strconv"

	"voortgang/internal/dutch"
	"voortgang/internal/inspect/pdfread"
)

// accessible checks what PDF/UA-1 asks, as far as a program can see it.
func (in *inspector) accessible() {
	in.checkTagged()
	in.checkLanguage()
	in.checkTitle()
	in.checkDrawn()
	in.checkMarks()
	in.checkNesting()
	in.checkAlternatives()
	in.checkTables()
	in.checkHeadings()
	in.checkAnnotations()
	in.checkTabs()
}

func (in *inspector) checkTagged() {
	c := in.check(Accessible, "structuur", "Het bestand is getagd (%s)", dutch.Plural(in.result.Elements, "onderdeel", "onderdelen"))
	if marked, _ := in.Resolve(in.Dict(in.Root()["MarkInfo"])["Marked"]).(bool); !marked {
		c.Problem("het bestand zegt niet dat het getagd is")
	}
	if suspects, _ := in.Resolve(in.Dict(in.Root()["MarkInfo"])["Suspects"]).(bool); suspects {
		c.Problem("het bestand zegt zelf dat zijn tags niet te vertrouwen zijn")
	}
	if !in.tree.present || len(in.tree.elements) == 0 {
		c.Problem("er is geen structuur: een schermlezer vindt geen koppen, lijsten of tabellen")
	}
	if in.tree.cut {
		c.Problem("de structuur is te diep, te groot of loopt in een kring")
	}
}

// language is the form of a BCP 47 tag.
var language = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)

func (in *inspector) checkLanguage() {
	in.result.Language = in.Text(in.Root()["Lang"])
	c := in.check(Accessible, "taal", "De taal staat erbij (%s)", shown(in.result.Language, "geen"))
	if !language.MatchString(in.result.Language) {
		c.Text = "De taal staat erbij"
		c.Problem("de taal van de tekst staat niet in het bestand; een schermlezer kiest dan zelf een stem")
	}
	for _, e := range in.tree.elements {
		if text := in.Text(e.dict["Lang"]); text != "" && !language.MatchString(text) {
			c.Problem("%sop een onderdeel staat een taal die niet bestaat (%s)", onPage(e.page), shown(text, ""))
		}
	}
}

func (in *inspector) checkTitle() {
	c := in.check(Accessible, "titel", "De titel staat in de titelbalk, in plaats van de bestandsnaam")
	if in.Text(in.Dict(in.Trailer["Info"])["Title"]) == "" && in.xmp().text["dc:title"] == "" {
		c.Problem("het document heeft geen titel")
	}
	if show, _ := in.Resolve(in.Dict(in.Root()["ViewerPreferences"])["DisplayDocTitle"]).(bool); !show {
		c.Problem("een lezer toont de bestandsnaam in plaats van de titel")
	}
}

func (in *inspector) checkDrawn() {
	c := in.check(Accessible, "inhoud", "Alles op de bladzijden is tekst, figuur of versiering, en zo gemerkt")
	for _, n := range slices.Sorted(maps.Keys(in.drawn.bare)) {
		if count := in.drawn.bare[n]; count > 0 {
			c.Problem("bladzijde %d: %s in geen enkel onderdeel", n, dutch.Plural(count, "teken- of tekstopdracht staat", "teken- of tekstopdrachten staan"))
		}
	}
	for _, n := range slices.Sorted(maps.Keys(in.drawn.mixed)) {
		c.Problem("bladzijde %d: versiering en inhoud staan door elkaar", n)
	}
	for _, n := range in.drawn.unclosed {
		c.Problem("bladzijde %d: een onderdeel wordt niet afgesloten", n)
	}
}

// checkMarks checks that the content of the pages, the structure tree and the
// parent tree agree.
func (in *inspector) checkMarks() {
	c := in.check(Accessible, "verbindingen", "De bladzijden en de structuur verwijzen kloppend naar elkaar (%s)",
		dutch.Plural(len(in.drawn.marks), "stuk", "stukken"))
	for _, at := range in.drawn.twice {
		c.Problem("%sstuk %d komt twee keer voor", onPage(in.drawn.marks[at]), at.mcid)
	}
	if in.tree.twice > 0 {
		c.Problem("stukken die in twee onderdelen tegelijk staan: %d", in.tree.twice)
	}
	bySpot := func(a, b spot) int {
		return cmp.Or(cmp.Compare(in.drawn.marks[a], in.drawn.marks[b]), cmp.Compare(a.container, b.container), cmp.Compare(a.mcid, b.mcid))
	}
	lists := map[int]pdfread.Array{}
	for _, at := range slices.SortedFunc(maps.Keys(in.drawn.marks), bySpot) {
		page := in.drawn.marks[at]
		index, claimed := in.tree.marked[at]
		if !claimed || index < 0 {
			c.Problem("%sstuk %d hoort bij geen enkel onderdeel van de structuur", onPage(page), at.mcid)
			continue
		}
		list, known := lists[at.container]
		if !known {
			list = in.parentsOf(at.container)
			lists[at.container] = list
		}
		if at.mcid >= len(list) || in.elementOf(list[at.mcid]) != index {
			c.Problem("%sstuk %d leidt niet terug naar zijn onderdeel", onPage(page), at.mcid)
		}
	}
	for _, at := range slices.SortedFunc(maps.Keys(in.tree.marked), bySpot) {
		if _, there := in.drawn.marks[at]; !there {
			page := 0
			if p := in.pageOf[at.container]; p != nil {
				page = p.number
			}
			c.Problem("%sde structuur noemt stuk %d, maar dat staat er niet", onPage(page), at.mcid)
		}
	}
	if len(in.drawn.marks) == 0 {
		c.Outcome = Absent
		if in.tree.present {
			c.Problem("de structuur bevat niets van wat op de bladzijden staat")
		}
	}
}

// parentsOf gives the entry of a page or form in the parent tree.
func (in *inspector) parentsOf(container int) pdfread.Array {
	d := in.Dict(pdfread.Ref{Number: container})
	key, ok := in.Int(d["StructParents"])
	if !ok {
		return nil
	}
	return in.Array(in.tree.parents[key])
}

// elementOf finds the element that a reference points at, or -1.
func (in *inspector) elementOf(o pdfread.Object) int {
	ref, ok := o.(pdfread.Ref)
	if !ok {
		return -1
	}
	index, ok := in.tree.byObject[ref.Number]
	if !ok {
		return -1
	}
	return index
}

// parents lists where elements may stand that can't stand anywhere.
var parents = map[string][]string{
	"TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"},
	"THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"},
	"LI": {"L"}, "Lbl": {"LI", "Note", "TOCI", "P", "Reference", "Caption", "H1", "H2", "H3", "H4", "H5", "H6", "BibEntry", "Link", "LBody", "Form"}, "LBody": {"LI"},
	"TOCI": {"TOC"},
}

func (in *inspector) checkNesting() {
	c := in.check(Accessible, "opbouw", "Lijsten, tabellen en inhoudsopgave zijn goed opgebouwd")
	for i := range in.tree.elements {
		e := &in.tree.elements[i]
		if e.role == "" {
			c.Problem("%sonderdeel van een onbekende soort (%s)", onPage(e.page), shown(e.typ, "zonder naam"))
			continue
		}
		if allowed := parents[e.role]; allowed != nil {
			if above := in.tree.above(e); !slices.Contains(allowed, above) {
				c.Problem("%seen %s staat in een %s", onPage(e.page), e.role, shown(above, "document"))
			}
		}
		if e.role == "Note" {
			id, _ := in.Resolve(e.dict["ID"]).(pdfread.String)
			if id == "" || in.tree.ids[string(id)] > 1 {
				c.Problem("%seen noot heeft geen eigen kenmerk", onPage(e.page))
			}
		}
	}
	if len(in.tree.elements) == 0 {
		c.Outcome = Absent
	}
}

func (in *inspector) checkAlternatives() {
	c := in.check(Accessible, "alternatief", "")
	figures := 0
	for i := range in.tree.elements {
		e := &in.tree.elements[i]
		if e.role != "Figure" && e.role != "Formula" {
			continue
		}
		figures++
		if in.Text(e.dict["Alt"]) == "" && in.Text(e.dict["ActualText"]) == "" {
			c.Problem("%seen figuur heeft geen beschrijving", onPage(e.page))
		}
	}
	c.Text = "Elke figuur heeft een beschrijving (" + dutch.Plural(figures, "figuur", "figuren") + ")"
	if figures == 0 {
		c.Outcome, c.Text = Absent, "Beschrijvingen: er zijn geen figuren"
	}
}

func (in *inspector) checkTables() {
	c := in.check(Accessible, "tabellen", "")
	tables, heads := 0, map[int]bool{}
	for i := range in.tree.elements {
		e := &in.tree.elements[i]
		switch e.role {
		case "Table":
			tables++
		case "TH":
			for up := e.parent; up >= 0; up = in.tree.elements[up].parent {
				if in.tree.elements[up].role == "Table" {
					heads[up] = true
					break
				}
			}
			if scope, _ := in.attribute(e, "Table", "Scope").(pdfread.Name); scope != "Row" && scope != "Column" && scope != "Both" {
				if !in.namedByCells(e) {
					c.Problem("%seen kopcel zegt niet of ze bij een rij of een kolom hoort", onPage(e.page))
				}
			}
		}
	}
	for i := range in.tree.elements {
		if e := &in.tree.elements[i]; e.role == "Table" && !heads[i] {
			c.Problem("%seen tabel heeft geen enkele kopcel", onPage(e.page))
		}
	}
	c.Text = "Tabellen hebben kopcellen, en die zeggen waar ze bij horen (" + dutch.Plural(tables, "tabel", "tabellen") + ")"
	if tables == 0 {
		c.Outcome, c.Text = Absent, "Kopcellen: er zijn geen tabellen"
	}
}

// namedByCells tells whether cells name a head by its ID.
func (in *inspector) namedByCells(head *element) bool {
	id, _ := in.Resolve(head.dict["ID"]).(pdfread.String)
	if id == "" {
		return false
	}
	if len(in.tree.headers) == 0 {
		for i := range in.tree.elements {
			e := &in.tree.elements[i]
			if e.role != "TD" && e.role != "TH" {
				continue
			}
			for _, o := range in.Array(in.attribute(e, "Table", "Headers")) {
				if s, ok := in.Resolve(o).(pdfread.String); ok {
					in.tree.headers[string(s)] = true
				}
			}
		}
		in.tree.headers[""] = true
	}
	return in.tree.headers[string(id)]
}

func (in *inspector) checkHeadings() {
	c := in.check(Accessible, "koppen", "")
	count, before := 0, 0
	for i := range in.tree.elements {
		e := &in.tree.elements[i]
		if len(e.role) != 2 || e.role[0] != 'H' {
			continue
		}
		level, err := strconv.Atoi(e.role[1:])
		if err != nil {
			continue
		}
		count++
		if level > before+1 {
			if before == 0 {
				c.Problem("%sde eerste kop is er een van niveau %d", onPage(e.page), level)
			} else {
				c.Problem("%sna een kop van niveau %d komt er een van niveau %d", onPage(e.page), before, level)
			}
		}
		before = level
	}
	c.Text = "Koppen slaan geen niveau over (" + dutch.Plural(count, "kop", "koppen") + ")"
	if count == 0 {
		c.Text = "Koppen slaan geen niveau over"
		c.Outcome = Absent
		if len(in.pages) > 3 {
			c.Problem("er is geen enkele kop")
		}
	}
}

// checkAnnotations checks that links and other annotations are in the
// structure and say in words what they are.
func (in *inspector) checkAnnotations() {
	c := in.check(Accessible, "links", "")
	count := 0
	for _, p := range in.pages {
		for _, a := range in.annotations(p) {
			kind := in.Name(a.Dict["Subtype"])
			flags, _ := in.Int(a.Dict["F"])
			const hidden = 2
			if kind == "Popup" || kind == "PrinterMark" || flags&hidden != 0 {
				continue
			}
			if kind == "Link" {
				count++
			}
			if in.Text(a.Dict["Contents"]) == "" && kind != "Widget" {
				c.Problem("bladzijde %d: een %s zegt niet in woorden waar ze heen gaat", p.number, kindOf(kind))
			}
			in.checkTaggedAnnotation(c, p, a, kind)
		}
	}
	in.result.Links = count
	c.Text = "Links zitten in de structuur en zeggen waar ze heen gaan (" + dutch.Plural(count, "link", "links") + ")"
	if count == 0 && c.Outcome == Pass {
		c.Outcome, c.Text = Absent, "Links: er zijn er geen"
	}
}

func (in *inspector) checkTaggedAnnotation(c *Check, p *page, a annotation, kind pdfread.Name) {
	index := -1
	if key, ok := in.Int(a.Dict["StructParent"]); ok {
		index = in.elementOf(in.tree.parents[key])
	}
	if index < 0 {
		c.Problem("bladzijde %d: een %s zit niet in de structuur", p.number, kindOf(kind))
		return
	}
	wanted := map[pdfread.Name]string{"Link": "Link", "Widget": "Form", "FileAttachment": "Annot"}[kind]
	if role := in.tree.elements[index].role; wanted != "" && role != wanted {
		c.Problem("bladzijde %d: een %s zit in een %s", p.number, kindOf(kind), role)
	}
	if claimed, ok := in.tree.annots[a.object]; !ok || claimed != index {
		c.Problem("bladzijde %d: de structuur verwijst niet terug naar een %s", p.number, kindOf(kind))
	}
}

func kindOf(kind pdfread.Name) string {
	switch kind {
	case "Link":
		return "link"
	case "FileAttachment":
		return "link naar een bijlage"
	}
	return "aantekening"
}

func (in *inspector) checkTabs() {
	c := in.check(Accessible, "tabvolgorde", "Met de tabtoets loop je de links in leesvolgorde af")
	none := true
	for _, p := range in.pages {
		if len(in.Array(p.dict["Annots"])) == 0 {
			continue
		}
		none = false
		if in.Name(p.dict["Tabs"]) != "S" {
			c.Problem("bladzijde %d: de tabtoets volgt de structuur niet", p.number)
		}
	}
	if none {
		c.Outcome = Absent
	}
}

// onPage begins a problem with the page, where it is known.
func onPage(n int) string {
	if n == 0 {
		return ""
	}
	return "bladzijde " + strconv.Itoa(n) + ": "
}
