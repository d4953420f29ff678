package ingest

import (
	"strings"

	"voortgang/config"
	"voortgang/ingest/value"
	"voortgang/internal/dutch"
	"voortgang/internal/model"
)

// contract is the declared sheets, ready for looking up by loose names. It is
// shared by the workers and never changes, but for the tallies.
type contract struct {
	cfg     *config.Config
	layouts []*layout
	// names maps the folded names and aliases of sheets.
	names map[string]*layout
	// display lists the names that a proposal may give.
	display []string
	// registrations counts the rows of Activiteiten, Deelnames and Contacten,
	// others those of all other sheets.
	registrations, others tally
}

// layout is one declared sheet, ready for reading.
type layout struct {
	decl  *model.Sheet
	fiche bool
	// columns maps folded names and aliases of columns.
	columns map[string]column
	names   []string
	near    *value.Names
	// choices are those of the columns that have them, by index.
	choices []*value.Choices
	// projectNeeded is true when project must be filled in outside a
	// project's workbook.
	projectNeeded bool
	// tally counts the rows.
	tally *tally
}

// column is a declared column found by a name.
type column struct {
	index int
	alias bool
	// beside is what stood beside the name: between brackets, on a second
	// line, or a unit behind it.
	beside string
}

func newContract(cfg *config.Config) *contract {
	c := &contract{cfg: cfg, names: map[string]*layout{}}
	c.registrations.most, c.others.most = int64(cfg.Limits.Registrations), int64(cfg.Limits.OtherRows)
	for _, decl := range model.Sheets() {
		l := newLayout(decl, cfg)
		l.tally = c.tallyOf(decl)
		c.layouts = append(c.layouts, l)
		c.register(l, decl.Name, decl.Aliases)
	}
	fiche := newLayout(&model.ProjectSheet, cfg)
	fiche.fiche, fiche.tally = true, &c.others
	c.register(fiche, model.FicheName, model.FicheAliases)
	return c
}

func (c *contract) register(l *layout, name string, aliases []string) {
	c.display = append(c.display, name)
	for _, a := range aliases {
		if _, taken := c.names[dutch.Fold(a)]; !taken {
			c.names[dutch.Fold(a)] = l
		}
	}
	c.names[dutch.Fold(name)] = l
}

func newLayout(decl *model.Sheet, cfg *config.Config) *layout {
	l := &layout{decl: decl, columns: map[string]column{}, choices: make([]*value.Choices, len(decl.Columns))}
	for i := range decl.Columns {
		col := &decl.Columns[i]
		l.names = append(l.names, col.Name)
		for _, a := range col.Aliases {
			if _, taken := l.columns[dutch.Fold(a)]; !taken {
				l.columns[dutch.Fold(a)] = column{index: i, alias: true}
			}
		}
		if col.Kind == model.Choice || col.Kind == model.ChoiceList {
			l.choices[i] = choicesOf(col, cfg)
		}
	}
	for i := range decl.Columns {
		l.columns[dutch.Fold(decl.Columns[i].Name)] = column{index: i}
	}
	l.near = value.NewNames(l.names...)
	if at := decl.ProjectColumn(); at >= 0 {
		l.projectNeeded = decl.Level == model.OfProject && !decl.Columns[at].Optional
	}
	return l
}

// choicesOf joins the declared values with the configured themes.
func choicesOf(col *model.Column, cfg *config.Config) *value.Choices {
	if !col.Themes {
		return value.NewChoices(col.Allowed, col.Synonyms, col.Open)
	}
	allowed := append(cfg.ThemeNames(), col.Allowed...)
	synonyms := cfg.ThemeSynonyms()
	for spelling, v := range col.Synonyms {
		synonyms[spelling] = v
	}
	return value.NewChoices(allowed, synonyms, col.Open)
}

// leftAlone tells whether a sheet isn't read without a word: its name begins
// with '_', it is one that the blank workbooks hold besides the data, or the list of
// sheets that Apple Numbers adds.
func leftAlone(name string) bool {
	if strings.HasPrefix(strings.TrimSpace(name), "_") {
		return true
	}
	switch dutch.Fold(name) {
	case "keuzelijsten", "toelichting", "exportoverzicht", "exportsummary":
		return true
	}
	return false
}

// layout gives the declared sheet with a name, or nil.
func (c *contract) layout(name string) *layout {
	if leftAlone(name) {
		return nil
	}
	return c.names[dutch.Fold(name)]
}

func (c *contract) isFiche(name string) bool {
	l := c.layout(name)
	return l != nil && l.fiche
}

// values lists what a column takes, when that is a choice.
func (l *layout) values(i int) []string {
	if l.decl.Columns[i].Kind != model.Choice || l.choices[i] == nil {
		return nil
	}
	return l.choices[i].Allowed()
}

// similar gives the known sheet whose name is nearly this one, or this one
// with something behind it ("Activiteiten (2)", "Activiteiten 2021"); "" when
// there is none.
func (c *contract) similar(name string) string {
	fold := dutch.Fold(name)
	if near := value.Nearest(name, c.display); near != "" && len(fold) >= 4 {
		return near
	}
	for _, known := range c.display {
		rest, ok := strings.CutPrefix(fold, dutch.Fold(known))
		if ok && len(known) >= 4 && len(rest) <= 6 && strings.Trim(rest, "0123456789") == "" {
			return known
		}
	}
	return ""
}

// withinName gives the known sheet of a project whose name stands within another one ("lijst van
// actoren"); "" when there is none.
func (c *contract) withinName(name string) string {
	fold := dutch.Fold(name)
	for _, known := range c.display {
		if len(known) >= 6 && c.layout(known).decl.Level == model.OfProject && strings.Contains(fold, dutch.Fold(known)) {
			return known
		}
	}
	return ""
}

// columnFor finds the declared column that a header cell names: as it stands,
// without what is in brackets, or by its first line.
func (l *layout) columnFor(header string) (column, bool) {
	if len(header) > longestHeader {
		return column{}, false
	}
	if c, ok := l.columns[dutch.Fold(header)]; ok {
		if i := strings.IndexAny(header, "%‰€$£"); i >= 0 {
			c.beside = header[i:] // folding leaves signs out
		}
		return c, true
	}
	if strings.ContainsAny(header, "([\r\n") {
		for _, text := range [...]string{withoutBrackets(header), firstLine(header), withoutBrackets(firstLine(header))} {
			if c, ok := l.columns[dutch.Fold(text)]; ok {
				c.beside = header[len(leading(header)):]
				return c, true
			}
		}
	}
	return l.withUnit(header)
}

// leading is what stands before the first bracket or line end.
func leading(s string) string {
	if i := strings.IndexAny(s, "([\r\n"); i >= 0 {
		return s[:i]
	}
	return s
}

// longestHeader is the longest text, in bytes, that may name a column.
const longestHeader = 300

// withoutBrackets leaves out what stands between brackets: "(verplicht)",
// "[uren]".
func withoutBrackets(s string) string {
	var b strings.Builder
	depth := 0
	for _, r := range s {
		switch r {
		case '(', '[':
			depth++
		case ')', ']':
			depth = max(depth-1, 0)
		default:
			if depth == 0 {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

func firstLine(s string) string {
	if i := strings.IndexAny(s, "\r\n"); i >= 0 {
		return s[:i]
	}
	return s
}
