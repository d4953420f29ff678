package inspect

import (
	"maps"
	"slices"

	"voortgang/internal/inspect/pdfread"
)

// durable checks what PDF/A-3a asks, as far as a program can see it without
// drawing pages.
func (in *inspector) durable() {
	in.checkFonts()
	in.checkMetadata()
	in.checkIntent()
	in.readAttachments()
	in.checkAttachments()
	in.checkObjects()
}

// checkIntent checks that colours are tied to a profile.
func (in *inspector) checkIntent() {
	c := in.check(Durable, "kleuren", "De kleuren liggen vast in een kleurprofiel")
	for _, o := range in.Array(in.Root()["OutputIntents"]) {
		d := in.Dict(o)
		if in.Name(d["S"]) != "GTS_PDFA1" {
			continue
		}
		s := in.Stream(d["DestOutputProfile"])
		if s == nil {
			continue
		}
		data, err := in.Data(s)
		if n, ok := in.Int(s.Dict["N"]); err == nil && ok && profileColours(data) == n {
			return
		}
		c.Problem("het kleurprofiel is niet te lezen of klopt niet")
		return
	}
	c.Problem("er is geen kleurprofiel; kleuren kunnen later anders getoond worden")
}

// profileColours is the number of colours of an ICC profile, or -1 when it is
// none.
func profileColours(data []byte) int {
	if len(data) < 128 || string(data[36:40]) != "acsp" {
		return -1
	}
	switch string(data[16:20]) {
	case "GRAY":
		return 1
	case "RGB ", "Lab ":
		return 3
	case "CMYK":
		return 4
	}
	return -1
}

// objects finds in all objects of the file what doesn't belong in an archive.
type objects struct {
	transparent, active, external map[string]int
	// filters counts streams packed as an archive may not be.
	filters map[string]int
}

func (in *inspector) checkObjects() {
	o := objects{map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}}
	for _, n := range in.Numbers() {
		switch v := in.Resolve(pdfread.Ref{Number: n}).(type) {
		case *pdfread.Stream:
			in.lookAtStream(&o, v)
			in.lookAt(&o, v.Dict, 0)
		default:
			in.lookAt(&o, v, 0)
		}
		if in.Err() != nil {
			return
		}
	}
	in.lookAtCatalog(&o)
	tell := func(code, text string, found map[string]int) {
		c := in.check(Durable, code, "%s", text)
		for _, what := range slices.Sorted(maps.Keys(found)) {
			c.Problem("%s: %d", what, found[what])
		}
	}
	tell("doorzichtig", "Niets is doorzichtig, zodat elke lezer en printer hetzelfde toont", o.transparent)
	tell("actief", "Er zit niets in dat uit zichzelf iets doet (scripts, programma’s, formulieren)", o.active)
	tell("extern", "Alles zit in het bestand zelf; niets wordt van elders gehaald", o.external)
	tell("inpakken", "Alles is ingepakt op een manier die een archief toelaat", o.filters)
}

func (in *inspector) lookAtStream(o *objects, s *pdfread.Stream) {
	if s.Dict["F"] != nil {
		o.external["delen waarvan de inhoud in een ander bestand staat"]++
	}
	switch in.Name(s.Dict["Subtype"]) {
	case "Image":
		if in.Stream(s.Dict["SMask"]) != nil {
			o.transparent["beelden met doorzichtige delen"]++
		}
	case "PS":
		o.active["delen in PostScript"]++
	case "Form":
		if s.Dict["Ref"] != nil {
			o.external["verwijzingen naar een ander PDF"]++
		}
	}
	for _, filter := range in.Filters(s) {
		if filter == "LZWDecode" || filter == "Crypt" {
			o.filters[string(filter)]++
		}
	}
}

// active are the kinds of actions and annotations that do something.
var active = map[pdfread.Name]string{
	"JavaScript": "scripts", "Launch": "opdrachten om een programma te starten", "ImportData": "opdrachten om gegevens te halen",
	"SubmitForm": "opdrachten om gegevens te versturen", "Sound": "geluiden", "Movie": "films", "Rendition": "films of geluiden",
	"GoToR": "sprongen naar een ander bestand", "GoToE": "sprongen naar een bijlage", "Screen": "films of geluiden", "RichMedia": "films of geluiden", "3D": "3D-modellen",
	"SetOCGState": "lagen die aan en uit gaan", "Hide": "delen die verborgen worden", "ResetForm": "formulieren",
}

// lookAt looks at an object and what stands directly in it, without following
// references: each object has its turn.
func (in *inspector) lookAt(o *objects, v pdfread.Object, depth int) {
	if depth > deepest {
		return
	}
	switch v := v.(type) {
	case pdfread.Array:
		for _, one := range v {
			in.lookAt(o, one, depth+1)
		}
	case pdfread.Dict:
		in.lookAtDict(o, v)
		for _, one := range v {
			in.lookAt(o, one, depth+1)
		}
	}
}

func (in *inspector) lookAtDict(o *objects, d pdfread.Dict) {
	if d["JS"] != nil {
		o.active["scripts"]++
	} else if what := active[in.Name(d["S"])]; what != "" && d["Type"] != pdfread.Name("StructElem") && d["P"] == nil {
		o.active[what]++
	}
	switch in.Name(d["Subtype"]) {
	case "Sound", "Movie", "Screen", "RichMedia", "3D":
		o.active["films, geluiden of 3D-modellen"]++
	}
	if d["AA"] != nil {
		o.active["acties bij het openen of bladeren"]++
	}
	if group := in.Dict(d["Group"]); in.Name(group["S"]) == "Transparency" {
		o.transparent["bladzijden of delen met doorzichtigheid"]++
	}
	for _, state := range in.Dict(d["ExtGState"]) {
		if in.seeThrough(in.Dict(state)) {
			o.transparent["tekeninstellingen met doorzichtigheid"]++
		}
	}
}

// seeThrough tells whether a graphics state lets through what is under it.
func (in *inspector) seeThrough(state pdfread.Dict) bool {
	for _, key := range []pdfread.Name{"ca", "CA"} {
		if v, ok := in.Number(state[key]); ok && v < 1 {
			return true
		}
	}
	if mask := in.Resolve(state["SMask"]); mask != nil && mask != pdfread.Object(pdfread.Name("None")) {
		return true
	}
	mode := in.Resolve(state["BM"])
	if list, ok := mode.(pdfread.Array); ok && len(list) > 0 {
		mode = in.Resolve(list[0])
	}
	name, isName := mode.(pdfread.Name)
	return isName && name != "Normal" && name != "Compatible"
}

func (in *inspector) lookAtCatalog(o *objects) {
	root := in.Root()
	if form := in.Dict(root["AcroForm"]); form != nil {
		if form["XFA"] != nil {
			o.active["formulieren in XFA"]++
		}
		if needs, _ := in.Resolve(form["NeedAppearances"]).(bool); needs {
			o.active["formulieren zonder vaste vorm"]++
		}
	}
	if in.Dict(root["Names"])["JavaScript"] != nil {
		o.active["scripts"]++
	}
}
