package validate

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/parted"
)

var rulePartedList = finding.ByCode("W31")

// partedLists asks about values of lists that are several values of the same
// column with another sign between them. Codes and addresses have rules of
// their own.
func partedLists(c *checker) {
	for _, sheet := range model.Sheets() {
		for i := range sheet.Columns {
			if col := &sheet.Columns[i]; col.Kind == model.List && !col.Addresses && !(sheet == &model.ProjectSheet && i >= model.ProjectMain) {
				c.partedLists(sheet, i)
			}
		}
	}
}

func (c *checker) partedLists(sheet *model.Sheet, column int) {
	values := listValues{places: sheet.Columns[column].Name == "gemeenten", alone: map[string]string{}, beside: map[string]map[string]bool{}}
	each := func(visit func(r model.Record, list []string)) {
		for r := range c.data.Records(sheet) {
			if list := *r.Fields(nil)[column].(*[]string); r.Base().Usable(column) && len(list) > 0 {
				visit(r, list)
			}
		}
	}
	each(func(_ model.Record, list []string) {
		for _, v := range list {
			values.note(v)
		}
	})
	each(func(r model.Record, list []string) {
		var meant []string
		for _, v := range list {
			if items := values.items(v); items != nil {
				meant = append(meant, items...)
				continue
			}
			meant = append(meant, v)
		}
		if len(meant) == len(list) {
			return
		}
		whole := strings.Join(unique(meant), "; ")
		f := c.say(rulePartedList, sheet, r, column, fmt.Sprintf(
			"‘%s’ telt nu als één waarde, maar er staan er meer in, die ook elders staan. Scheid ze met een puntkomma: ‘%s’.", excerpt(strings.Join(list, "; ")), whole))
		f.Found, f.Expected, f.Proposal = strings.Join(list, "; "), "waarden gescheiden door een puntkomma", whole
	})
}

// listValues are the values of a column by their folded spelling: those that
// stand by themselves, and, of the parts of others, beside what they stand.
type listValues struct {
	// places is true of municipalities: no name of one holds "en".
	places bool
	alone  map[string]string
	beside map[string]map[string]bool
}

func (l *listValues) note(v string) {
	parts := strings.FieldsFunc(v, func(r rune) bool { return r == ',' || r == '/' })
	if len(parts) == 1 {
		if fold := dutch.Fold(v); l.alone[fold] == "" {
			l.alone[fold] = v
		}
		return
	}
	for _, p := range parts {
		fold := dutch.Fold(p)
		if l.beside[fold] == nil {
			l.beside[fold] = map[string]bool{}
		}
		l.beside[fold][dutch.Fold(v)] = true
	}
}

// items gives the values that a text is made of. All of them stand by
// themselves or in several combinations, or at least one does and a comma or a
// slash parts names from it.
func (l *listValues) items(text string) []string {
	met := false
	known := func(part string) string {
		fold := dutch.Fold(part)
		v := l.alone[fold]
		if v == "" && len(l.beside[fold]) > 1 && capital(part) {
			v = part
		}
		met = met || v != ""
		return v
	}
	if items := parted.Items(text, known); items != nil {
		return items
	}
	met = false
	items := parted.Items(text, func(part string) string {
		if v := known(part); v != "" || !capital(part) || words(part) > 3 || strings.ContainsAny(part, ",/()+&.:") || l.places && strings.Contains(part, " en ") {
			return v
		}
		return part
	})
	if !met || !strings.ContainsAny(text, ",/") {
		return nil
	}
	return items
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
