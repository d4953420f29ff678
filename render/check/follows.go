package check

import (
	"fmt"
	"io"
	"slices"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// Follow is a finding that goes away when another one is mended.
type Follow struct{ Finding, Cause finding.Finding }

// maxFollows is how many findings are shown under one cause.
const maxFollows = 50

// Follows writes the findings that were held back, under their causes.
func Follows(w io.Writer, list []Follow, look Look) error {
	p := &page{look: look, width: min(max(look.Width, 40), 120)}
	if look.Width == 0 {
		p.width = 100
	}
	p.line("")
	p.line(p.paint(bold, "Wat vanzelf verdwijnt"))
	if len(list) == 0 {
		p.wrap("  ", "Geen enkele melding volgt uit een andere.")
	}
	place := func(f finding.Finding) string { return f.Code() + "  " + f.Ref.File + " " + shortPlace(f) }
	for len(list) > 0 {
		cause := list[0].Cause
		under := list[:1]
		rest := slices.Clone(list[1:])
		under = slices.Clone(under)
		rest = slices.DeleteFunc(rest, func(f Follow) bool {
			same := f.Cause.Rule == cause.Rule && f.Cause.Ref == cause.Ref && f.Cause.Message == cause.Message
			if same {
				under = append(under, f)
			}
			return same
		})
		list = rest
		p.line("")
		p.hang("  ", "    ", fmt.Sprintf("Als je dit verbetert: %s", visible(place(cause))))
		for i, f := range under {
			if i == maxFollows {
				p.wrap("    ", "… en nog "+dutch.Plural(len(under)-i, "melding", "meldingen")+".")
				break
			}
			p.hang("    – ", "      ", visible(place(f.Finding)+": "+f.Finding.Message))
		}
	}
	if _, err := io.WriteString(w, p.b.String()); err != nil {
		return fmt.Errorf("writing the findings that follow: %w", err)
	}
	return nil
}
