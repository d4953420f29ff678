package validate

import (
	"fmt"
	"slices"
	"strings"

	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/prose"
	"voortgang/internal/secret"
)

var ruleSecretLink = finding.ByCode("X08")

func secretMessage(l secret.Link) string {
	return fmt.Sprintf("In de link ‘%s’ staat een wachtwoord of een sleutel. Het rapport drukt ze zonder. Schrijf %s, en verander het wachtwoord als anderen het al konden lezen.",
		excerpt(l.Masked), l.Without)
}

// secretLinks looks for passwords in the links of all cells.
func secretLinks(c *checker) {
	eachLink(c.data, func(sheet *model.Sheet, r model.Record, i int, text *string, list *[]string) {
		if text != nil {
			c.secretLink(*text, secret.Remove(*text), sheet, r, i)
			return
		}
		whole := secret.Remove(strings.Join(*list, "; "))
		for _, one := range *list {
			c.secretLink(one, whole, sheet, r, i)
		}
	})
}

// WithoutSecrets takes passwords out of all links, so that nothing that is made
// of the data and the texts shows one. It comes after the last check.
func WithoutSecrets(d *model.Dataset, texts []*model.Narrative) {
	eachLink(d, func(_ *model.Sheet, _ model.Record, _ int, text *string, list *[]string) {
		if text != nil {
			*text = secret.Remove(*text)
			return
		}
		for i, one := range *list {
			(*list)[i] = secret.Remove(one)
		}
	})
	for _, n := range texts {
		prose.Each(n.Blocks, func(in *prose.Inline) { in.Text, in.Link = secret.Remove(in.Text), secret.Remove(in.Link) })
	}
}

// eachLink goes over the cells that may hold a link: a text or a list of them.
func eachLink(d *model.Dataset, do func(sheet *model.Sheet, r model.Record, column int, text *string, list *[]string)) {
	for _, sheet := range model.Sheets() {
		var fields []any
		for r := range d.Records(sheet) {
			fields = r.Fields(fields[:0])
			for i, field := range fields {
				switch v := field.(type) {
				case *string:
					if mayHoldLink(*v) {
						do(sheet, r, i, v, nil)
					}
				case *[]string:
					if slices.ContainsFunc(*v, mayHoldLink) {
						do(sheet, r, i, nil, v)
					}
				}
			}
		}
	}
}

func mayHoldLink(text string) bool {
	return strings.Contains(text, ":/") || strings.Contains(text, "www.")
}

// secretLink reports the secrets in a text; whole is the cell without them.
func (c *checker) secretLink(text, whole string, sheet *model.Sheet, r model.Record, column int) {
	for _, l := range secret.Links(text) {
		f := c.say(ruleSecretLink, sheet, r, column, secretMessage(l))
		f.Found, f.Expected, f.Proposal = l.Masked, "een link zonder wachtwoord", whole
	}
}

// secretLinks looks for passwords in the links of a text.
func (t *textChecker) secretLinks(n *model.Narrative, lines []textLine) {
	for _, line := range lines {
		for _, l := range secret.Links(line.raw) {
			f := t.say(ruleSecretLink, n, line, l.Start, secretMessage(l))
			f.Found, f.Expected, f.Proposal = l.Masked, "een link zonder wachtwoord", l.Without
		}
	}
}
