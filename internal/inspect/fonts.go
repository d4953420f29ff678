package inspect

import (
	"fmt"
	"regexp"
	"unicode/utf16"

	"voortgang/internal/inspect/pdfread"
)

// fontList are the fonts that text is set in.
type fontList struct {
	list  []*font
	byKey map[string]*font
	// missing counts texts set in no font or one that isn't there.
	missing int
}

// font is a font with the codes that are used of it.
type font struct {
	dict       pdfread.Dict
	descriptor pdfread.Dict
	name       string
	kind       pdfread.Name
	// wide tells that codes are two bytes, which are also the glyphs' (CID)
	// numbers.
	wide bool
	used map[uint16]bool
	page int // the first page that uses it
}

// useFont finds a font of the resources, once.
func (in *inspector) useFont(resources pdfread.Dict, name pdfread.Name, p *page) *font {
	o := in.Dict(resources["Font"])[name]
	d := in.Dict(o)
	if d == nil {
		return nil
	}
	key := fmt.Sprintf("%d/%s", p.number, name)
	if ref, ok := o.(pdfread.Ref); ok {
		key = fmt.Sprint(ref.Number)
	}
	if f := in.fonts.byKey[key]; f != nil {
		return f
	}
	f := &font{dict: d, name: string(in.Name(d["BaseFont"])), kind: in.Name(d["Subtype"]), used: map[uint16]bool{}, page: p.number}
	f.descriptor = in.Dict(d["FontDescriptor"])
	if f.kind == "Type0" {
		if list := in.Array(d["DescendantFonts"]); len(list) > 0 {
			f.descriptor = in.Dict(in.Dict(list[0])["FontDescriptor"])
		}
		encoding := in.Name(d["Encoding"])
		f.wide = encoding == "Identity-H" || encoding == "Identity-V"
	}
	in.fonts.byKey[key] = f
	in.fonts.list = append(in.fonts.list, f)
	return f
}

// use notes the codes of a text.
func (f *font) use(s pdfread.String) {
	if !f.wide {
		for i := range len(s) {
			f.used[uint16(s[i])] = true
		}
		return
	}
	for i := 0; i+1 < len(s); i += 2 {
		f.used[uint16(s[i])<<8|uint16(s[i+1])] = true
	}
}

var subsetTag = regexp.MustCompile(`^[A-Z]{6}\+`)

// checkFonts checks that fonts are embedded and that their text can be copied
// and read aloud.
func (in *inspector) checkFonts() {
	embedded := in.check(Durable, "lettertypes", "Alle lettertypen zitten in het bestand (%d)", len(in.fonts.list))
	readable := in.check(Accessible, "tekens", "Elk teken is als tekst te lezen, te zoeken en te kopiëren")
	boxes := 0
	for _, f := range in.fonts.list {
		if subsetTag.MatchString(f.name) {
			in.result.Subsets++
		}
		if f.kind != "Type3" && in.Stream(f.descriptor["FontFile"]) == nil && in.Stream(f.descriptor["FontFile2"]) == nil && in.Stream(f.descriptor["FontFile3"]) == nil {
			embedded.Problem("%s (vanaf bladzijde %d) zit niet in het bestand", shown(f.name, "een lettertype zonder naam"), f.page)
		}
		in.checkUnicode(readable, f)
		if f.wide && f.used[0] {
			boxes++
		}
	}
	if in.fonts.missing > 0 {
		embedded.Problem("teksten in een lettertype dat er niet is: %d", in.fonts.missing)
	}
	if boxes > 0 {
		readable.Problem("lettertypen met tekens die als leeg vakje getoond worden: %d", boxes)
	}
	in.result.Fonts = len(in.fonts.list)
	if len(in.fonts.list) == 0 && in.fonts.missing == 0 {
		embedded.Outcome, embedded.Text = Absent, "Lettertypen: er staat geen tekst in het bestand"
		readable.Outcome, readable.Text = Absent, "Leesbare tekens: er staat geen tekst in het bestand"
	}
}

func (in *inspector) checkUnicode(c *Check, f *font) {
	name := shown(f.name, "een lettertype zonder naam")
	s := in.Stream(f.dict["ToUnicode"])
	if s == nil {
		if !in.knownEncoding(f) {
			c.Problem("%s zegt niet welke tekens het toont (vanaf bladzijde %d)", name, f.page)
		}
		return
	}
	data, err := in.Data(s)
	if err != nil {
		c.Problem("de lijst van tekens van %s is niet te lezen", name)
		return
	}
	if f.kind == "Type0" && !f.wide {
		return // codes of another width; having a list is what can be told
	}
	known := in.readCMap(data)
	missing := 0
	for code := range f.used {
		if !known[code] && (f.kind == "Type0" || !in.knownEncoding(f)) {
			missing++
		}
	}
	if missing > 0 {
		c.Problem("%s: %d van de %d gebruikte tekens zijn niet als tekst te lezen", name, missing, len(f.used))
	}
}

// knownEncoding tells whether the codes of a simple font mean something
// without a list of characters.
func (in *inspector) knownEncoding(f *font) bool {
	if f.kind == "Type0" || f.kind == "Type3" {
		return false
	}
	flags, _ := in.Int(f.descriptor["Flags"])
	const symbolic = 4
	if in.Dict(f.dict["Encoding"]) != nil {
		return true
	}
	switch in.Name(f.dict["Encoding"]) {
	case "WinAnsiEncoding", "MacRomanEncoding", "MacExpertEncoding":
		return true
	}
	return f.kind == "Type1" && flags&symbolic == 0
}

// readCMap lists the codes that a ToUnicode stream gives a character
// (ISO 32000-1, 9.10.3). A character that means nothing doesn't count.
func (in *inspector) readCMap(data []byte) map[uint16]bool {
	known := map[uint16]bool{}
	l := in.Content(data)
	var operands []pdfread.Object
	left := 1 << 20 // codes in ranges: sixteen times all there are
	for {
		o, err := l.Next()
		if err != nil || left < 0 {
			return known
		}
		op, isOperator := o.(pdfread.Operator)
		if !isOperator {
			if len(operands) < 1<<17 {
				operands = append(operands, o)
			}
			continue
		}
		switch op {
		case "endbfchar":
			for i := 0; i+1 < len(operands); i += 2 {
				if code, ok := codeOf(operands[i]); ok && meansText(operands[i+1]) {
					known[code] = true
				}
			}
		case "endbfrange":
			for i := 0; i+2 < len(operands); i += 3 {
				left -= addRange(known, operands[i], operands[i+1], operands[i+2])
				if left < 0 {
					break
				}
			}
		}
		operands = operands[:0]
	}
}

// addRange gives how many codes the range has.
func addRange(known map[uint16]bool, from, to, target pdfread.Object) int {
	first, ok := codeOf(from)
	last, ok2 := codeOf(to)
	if !ok || !ok2 || last < first {
		return 1
	}
	list, isList := target.(pdfread.Array)
	for code := int(first); code <= int(last); code++ {
		if isList {
			if i := code - int(first); i >= len(list) || !meansText(list[i]) {
				continue
			}
		} else if !meansText(target) && code == int(first) {
			continue
		}
		known[uint16(code)] = true
	}
	return int(last-first) + 1
}

func codeOf(o pdfread.Object) (uint16, bool) {
	s, ok := o.(pdfread.String)
	switch {
	case !ok || len(s) == 0 || len(s) > 2:
		return 0, false
	case len(s) == 1:
		return uint16(s[0]), true
	}
	return uint16(s[0])<<8 | uint16(s[1]), true
}

// meansText refuses what PDF/UA-1 (7.21.7) refuses as a character.
func meansText(o pdfread.Object) bool {
	s, ok := o.(pdfread.String)
	if !ok || len(s) < 2 {
		return false
	}
	var units []uint16
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	for _, r := range utf16.Decode(units) {
		if r == 0 || r == 0xFEFF || r == 0xFFFE || r == 0xFFFD {
			return false
		}
	}
	return true
}

func shown(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	if r := []rune(text); len(r) > 60 {
		return string(r[:59]) + "…"
	}
	return text
}
