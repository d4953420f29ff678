package prose

import (
	"fmt"
	"strings"
	"testing"
)

// outline writes blocks as a paragraph "p", an item "•" or its number, and one
// of the second level further in.
func outline(blocks []Block) string {
	var out []string
	var list func(l List, in string)
	list = func(l List, in string) {
		for _, item := range l.Items {
			mark := "•"
			if l.Ordered {
				mark = fmt.Sprint(item.Number)
			}
			out = append(out, in+mark+" "+Plain(item.Text))
			if item.Sub != nil {
				list(*item.Sub, in+">")
			}
		}
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case Paragraph:
			out = append(out, "p "+Plain(b.Text))
		case List:
			out = append(out, "[")
			list(b, "")
			out = append(out, "]")
		}
	}
	return strings.Join(out, "|")
}

func TestFromCell(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"the contract's marks", "Kop\n• een\n▬ onder\n- ook\n• twee", "p Kop|[|• een|>• onder|>• ook|• twee|]"},
		{"dashes only", "- een\n- twee\n- drie", "[|• een|• twee|• drie|]"},
		{"pasted from Word", "Realisaties:\n·       eerste punt\n·       tweede punt\no   onderpunt\n\uf0b7\tSymbol\n\uf0a7 Wingdings\n➢ pijl\n– streepje\n* ster\n1) een\n2) twee\n3) drie",
			"p Realisaties:|[|• eerste punt|• tweede punt|>• onderpunt|• Symbol|>• Wingdings|• pijl|>• streepje|• ster|]|[|1 een|2 twee|3 drie|]"},
		{"o with a tab", "o\teen\no\ttwee\n§\tdrie", "[|• een|• twee|>• drie|]"},
		{"squares first", "▪ een\n▪ twee\n\uf0b7 drie", "[|• een|• twee|• drie|]"},
		{"further in", "• een\n   • onder\n• twee", "[|• een|>• onder|• twee|]"},
		{"bullets among numbers", "1. een\n• onder\n2. twee", "[|1 een|>• onder|2 twee|]"},
		{"numbers go on after a paragraph", "1) een\nwoord\n2) twee", "[|1 een|]|p woord|[|2 twee|]"},
		{"no space behind a sure mark", "•een\n•twee", "[|• een|• twee|]"},
		{"marks without words", "•\n• een\n-", "[|• een|]"},
		{"stars", "* een\n* twee", "[|• een|• twee|]"},
		// Look-alikes.
		{"a footnote", "12 deelnemers* kwamen\n* noot: zonder kinderen", "p 12 deelnemers* kwamen|p * noot: zonder kinderen"},
		{"a star alone", "Tekst.\n* met dank aan de buurt", "p Tekst.|p * met dank aan de buurt"},
		{"degrees", "-5 graden\n-6 graden", "p -5 graden|p -6 graden"},
		{"one number", "1) dit is geen lijst\ntekst", "p 1) dit is geen lijst|p tekst"},
		{"a sentence with o", "o ja, dat ook\ntekst", "p o ja, dat ook|p tekst"},
		{"a paragraph of a law", "§ 2 van het decreet", "p § 2 van het decreet"},
		{"a year and a day", "2021. Dat jaar\n12. december", "p 2021. Dat jaar|p 12. december"},
		{"a middle dot within", "a · b\nparel·lel", "p a · b|p parel·lel"},
		{"time", "10.30 uur\n11.30 uur", "p 10.30 uur|p 11.30 uur"},
	} {
		if got := outline(FromCell(c.text)); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}
