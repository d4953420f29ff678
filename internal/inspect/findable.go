package inspect

import (
	"net/url"

	"voortgang/internal/dutch"
	"voortgang/internal/inspect/pdfread"
)

const mostBookmarks = 200_000

// findable checks that bookmarks and links lead somewhere.
func (in *inspector) findable() {
	names := in.destinations()
	in.checkOutline(names)
	in.checkLinks(names)
	c := in.check(Findable, "paginanummers", "De bladzijden zijn genummerd zoals op papier (%s)", in.result.Labels)
	if in.result.Labels == "" {
		c.Outcome, c.Text = Absent, "Eigen bladzijdenummers: er zijn er geen"
	}
}

// destinations are the named places of the document.
func (in *inspector) destinations() map[string]pdfread.Object {
	out := map[string]pdfread.Object{}
	in.nameTree(in.Dict(in.Root()["Names"])["Dests"], func(name pdfread.String, o pdfread.Object) { out[string(name)] = o })
	for name, o := range in.Dict(in.Root()["Dests"]) {
		out[string(name)] = o
	}
	return out
}

// leads tells what is wrong with a destination, or "".
func (in *inspector) leads(o pdfread.Object, names map[string]pdfread.Object) string {
	for range 4 {
		switch v := in.Resolve(o).(type) {
		case pdfread.String:
			target, ok := names[string(v)]
			if !ok {
				return "leidt naar een plaats die niet bestaat"
			}
			o = target
		case pdfread.Name:
			target, ok := names[string(v)]
			if !ok {
				return "leidt naar een plaats die niet bestaat"
			}
			o = target
		case pdfread.Dict:
			o = v["D"]
		case pdfread.Array:
			if len(v) < 2 {
				return "leidt nergens heen"
			}
			p := in.pageOfObject(v[0])
			if p == nil {
				return "leidt naar een bladzijde die niet bestaat"
			}
			return in.height(v, p)
		default:
			return "leidt nergens heen"
		}
	}
	return "leidt nergens heen"
}

// height checks that a place is on the page that it is said to be on.
func (in *inspector) height(dest pdfread.Array, p *page) string {
	at := 0
	switch in.Name(dest[1]) {
	case "XYZ":
		at = 3
	case "FitH", "FitBH":
		at = 2
	}
	if at == 0 || at >= len(dest) {
		return ""
	}
	if y, ok := in.Number(dest[at]); ok && (y < p.box[1]-1 || y > p.box[3]+1) {
		return "leidt naar een hoogte buiten de bladzijde"
	}
	return ""
}

func (in *inspector) checkOutline(names map[string]pdfread.Object) {
	c := in.check(Findable, "bladwijzers", "")
	count := 0
	seen := map[int]bool{}
	var level func(o pdfread.Object, depth int)
	level = func(o pdfread.Object, depth int) {
		for o != nil && count < mostBookmarks {
			ref, ok := o.(pdfread.Ref)
			if !ok || seen[ref.Number] || depth > 40 {
				c.Problem("de bladwijzers lopen in een kring")
				return
			}
			seen[ref.Number] = true
			d := in.Dict(o)
			if d == nil {
				c.Problem("een bladwijzer ontbreekt")
				return
			}
			count++
			title := in.Text(d["Title"])
			if title == "" {
				c.Problem("een bladwijzer heeft geen naam")
			}
			if problem := in.target(d, names); problem != "" {
				c.Problem("“%s” %s", shown(title, "zonder naam"), problem)
			}
			if d["First"] != nil {
				level(d["First"], depth+1)
			}
			o = d["Next"]
		}
	}
	level(in.Dict(in.Root()["Outlines"])["First"], 0)
	in.result.Bookmarks = count
	c.Text = "Bladwijzers leiden naar hun bladzijde (" + dutch.Plural(count, "bladwijzer", "bladwijzers") + ")"
	if count == 0 && c.Outcome == Pass {
		c.Text = "Er zijn bladwijzers"
		if len(in.pages) > 20 {
			c.Problem("er zijn er geen, in een document van %d bladzijden", len(in.pages))
		} else {
			c.Outcome, c.Text = Absent, "Bladwijzers: er zijn er geen"
		}
	}
}

// target checks the destination or the action of a bookmark or link; one
// without either goes nowhere.
func (in *inspector) target(d pdfread.Dict, names map[string]pdfread.Object) string {
	if d["Dest"] != nil {
		return in.leads(d["Dest"], names)
	}
	action := in.Dict(d["A"])
	switch in.Name(action["S"]) {
	case "GoTo":
		return in.leads(action["D"], names)
	case "URI":
		address, _ := in.Resolve(action["URI"]).(pdfread.String)
		return badAddress(string(address))
	case "":
		return "leidt nergens heen"
	}
	return "" // other actions are judged with active contents
}

func badAddress(address string) string {
	u, err := url.Parse(address)
	switch {
	case err != nil || u.Scheme == "":
		return "heeft een webadres dat niet kan (" + shown(address, "leeg") + ")"
	case (u.Scheme == "http" || u.Scheme == "https") && u.Host == "":
		return "heeft een webadres zonder site (" + shown(address, "leeg") + ")"
	case u.Scheme == "file":
		return "leidt naar een bestand op één computer (" + shown(address, "leeg") + ")"
	}
	return ""
}

func (in *inspector) checkLinks(names map[string]pdfread.Object) {
	inside, outside := 0, 0
	c := in.check(Findable, "koppelingen", "")
	for _, p := range in.pages {
		for _, a := range in.annotations(p) {
			if in.Name(a.Dict["Subtype"]) != "Link" {
				continue
			}
			if in.Name(in.Dict(a.Dict["A"])["S"]) == "URI" {
				outside++
			} else {
				inside++
			}
			if problem := in.target(a.Dict, names); problem != "" {
				c.Problem("bladzijde %d: een link %s", p.number, problem)
			}
		}
	}
	c.Text = "Links komen uit: " + dutch.Int(inside) + " in het document, " + dutch.Int(outside) + " met een geldig webadres"
	if inside+outside == 0 {
		c.Outcome, c.Text = Absent, "Links: er zijn er geen"
	}
}
