package cite

import (
	"fmt"
	"strings"

	"voortgang/internal/prose"
)

// SectionFunction is the name of a reference to a section: verwijs "2.4".
const SectionFunction = "verwijs"

// Section is a part of the report that a text can refer to.
type Section struct {
	// ID is its place in the document, Number what it is numbered; a part
	// without a number is called by its Title.
	ID, Number, Title string
	// Names are the names that stay the same when numbers shift, in small
	// letters: "project:energiek-pelt", "thema:wonen", "vte".
	Names []string
}

// Label is what stands in the text: the number, or the title in quotes.
func (s *Section) Label() string {
	if s.Number != "" {
		return s.Number
	}
	return "‘" + s.Title + "’"
}

// ResolveSection finds the section that a reference names, by its number or
// by one of its names.
func ResolveSection(ref prose.Reference, sections []Section) (*Section, *Problem) {
	if len(ref.Keys) != 1 || ref.Year != 0 {
		return nil, &Problem{Kind: WrongArguments, Found: ref.Raw, Expected: `{{ verwijs "2.4" }}`,
			Message: fmt.Sprintf("‘%s’ vraagt één onderdeel tussen aanhalingstekens. Schrijf bijvoorbeeld {{ verwijs \"2.4\" }}.", SectionFunction)}
	}
	want := strings.ToLower(strings.TrimSuffix(ref.Keys[0], "."))
	var names []string
	for i := range sections {
		s := &sections[i]
		if want != "" && want == s.Number {
			return s, nil
		}
		for _, name := range s.Names {
			if name == want {
				return s, nil
			}
			names = append(names, name)
		}
		if s.Number != "" {
			names = append(names, s.Number)
		}
	}
	p := &Problem{Kind: UnknownSection, Found: ref.Keys[0], Expected: "een onderdeel van het rapport", Proposal: nearest(want, names)}
	if strings.Trim(want, "0123456789.") == "" {
		p.Proposal = nearestNumber(want, sections)
	}
	p.Message = fmt.Sprintf("Het onderdeel ‘%s’ staat niet in het rapport. Geef een nummer uit de inhoudsopgave, of een vaste naam zoals thema:wonen.", ref.Keys[0])
	if p.Proposal != "" {
		p.Message = fmt.Sprintf("Het onderdeel ‘%s’ staat niet in het rapport. Bedoel je ‘%s’?", ref.Keys[0], p.Proposal)
	}
	return nil, p
}

// nearestNumber gives the last section before a number that isn't there, among
// those under the same heading, or else that heading: "2.13" for "2.14".
func nearestNumber(number string, sections []Section) string {
	for {
		i := strings.LastIndexByte(number, '.')
		if i < 0 {
			return ""
		}
		number = number[:i]
		last := ""
		for k := range sections {
			n := sections[k].Number
			if n == number && last == "" {
				last = n
			}
			if rest, under := strings.CutPrefix(n, number+"."); under && !strings.Contains(rest, ".") {
				last = n
			}
		}
		if last != "" {
			return last
		}
	}
}
