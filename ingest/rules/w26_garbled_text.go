package rules

import (
	"strconv"

	"voortgang/internal/finding"
	"voortgang/internal/garbled"
	"voortgang/internal/source"
)

// GarbledText is rule W26: a text that an encoding, HTML or escapes spoiled.
var GarbledText = finding.ByCode("W26")

// Spoiled is a cell with a spoiled text, and what was meant.
type Spoiled struct {
	At           At
	Kind         garbled.Kind
	Found, Meant string
}

// wholeSheet is from how many spoiled cells on a sheet gives one finding.
const wholeSheet = 12

// Garbled makes the findings of the spoiled cells of a sheet. Lost letters are
// told cell by cell, since each must be filled in.
func Garbled(cells []Spoiled) []finding.Finding {
	byKind := map[garbled.Kind]int{}
	for _, c := range cells {
		byKind[c.Kind]++
	}
	var out []finding.Finding
	together := map[garbled.Kind]int{}
	for _, c := range cells {
		if c.Kind == garbled.Lost || byKind[c.Kind] <= wholeSheet {
			out = append(out, c.finding())
			continue
		}
		at, begun := together[c.Kind]
		if !begun {
			together[c.Kind] = len(out)
			out = append(out, c.first(byKind[c.Kind]))
			continue
		}
		f := &out[at]
		f.Cells = append(f.Cells, c.At.Ref)
		f.Mend = append(f.Mend, source.Edit{At: c.At.Ref, Text: c.Meant})
	}
	return out
}

// finding says what one cell means.
func (c Spoiled) finding() finding.Finding {
	found, meant := garbled.Excerpt(c.Found, c.Meant, 60)
	if c.Kind == garbled.Lost {
		f := c.At.make(GarbledText, "In ‘"+garbled.Around(c.Meant, 40)+"’ is een letter verloren: op die plaats staat �. Typ het woord opnieuw.")
		f.Found, f.Expected = cut(c.Found, 500), "de tekst met alle letters"
		return f
	}
	f := c.At.make(GarbledText, "‘"+found+"’ bevat "+c.Kind.Contains()+" en is gelezen als ‘"+meant+"’. Klopt dat, schrijf het dan zo.")
	f.Found, f.Expected, f.Proposal = cut(c.Found, 500), "gewone tekst", c.Meant
	return f
}

// first begins the finding of a sheet with n spoiled cells.
func (c Spoiled) first(n int) finding.Finding {
	found, meant := garbled.Excerpt(c.Found, c.Meant, 60)
	at := c.At
	at.Column = ""
	f := at.make(GarbledText, "In "+strconv.Itoa(n)+" cellen van dit blad staan "+c.Kind.Contains()+", zoals in ‘"+found+"’. "+
		"Ze zijn gelezen zoals bedoeld: ‘"+meant+"’. Haal het blad opnieuw uit het eerste bestand, of schrijf de cellen zo.")
	f.Found, f.Expected = cut(c.Found, 500), "gewone tekst"
	f.Cells, f.Mend = []source.Ref{c.At.Ref}, []source.Edit{{At: c.At.Ref, Text: c.Meant}}
	return f
}
