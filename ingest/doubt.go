package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"voortgang/ingest/grid"
	"voortgang/ingest/rules"
	"voortgang/internal/finding"
	"voortgang/internal/garbled"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// doubt is a cell that could be read but is worth a look.
type doubt struct {
	index int
	// length is of a text that may have been cut; 0 for a name with spaces.
	length int
	raw    string
	name   string
	// spoiled tells what spoiled a text, of which name is what was meant.
	spoiled garbled.Kind
}

// meant gives a cell with its text as it was meant, when an encoding, HTML or
// escapes spoiled it.
func (t *table) meant(i int, cell *grid.Cell) *grid.Cell {
	if cell.Kind != grid.Text {
		return cell
	}
	text, kind := garbled.Mend(cell.Text)
	if kind == garbled.None {
		return cell
	}
	if k := t.lay.decl.Columns[i].Kind; k != model.Text && k != model.List && k != model.ChoiceList {
		text = strings.Join(strings.Fields(text), " ")
	}
	t.doubts = append(t.doubts, doubt{index: i, raw: cell.Text, name: text, spoiled: kind})
	again := *cell
	again.Text = text
	return &again
}

// reportSpoiled reports the spoiled texts of the sheet: one by one, or
// together when there are so many that the whole sheet went wrong.
func (t *table) reportSpoiled() {
	for _, f := range rules.Garbled(t.spoiled) {
		t.report(f)
	}
}

// cutLength is how many characters some programs keep of a text; cellLength
// is how many Excel keeps.
const (
	cutLength  = 255
	cellLength = 32767
)

// noteLength notes a text of exactly the length at which programs cut, unless
// it ends as a text does.
func (t *table) noteLength(i int, cell *grid.Cell) {
	if cell.Kind == grid.Text && len(cell.Text) > cutLength && t.longest[i] <= cutLength {
		t.longest[i] = max(t.longest[i], utf8.RuneCountInString(cell.Text))
	}
	n := units(cell.Text)
	if cell.Kind != grid.Text || n != cutLength && n != cellLength {
		return
	}
	text := strings.TrimRight(cell.Text, " \u00a0\r\n")
	last, size := utf8.DecodeLastRuneInString(text)
	if size == 0 || strings.ContainsRune(".!?…:;)]\"'’”»", last) {
		return
	}
	t.doubts = append(t.doubts, doubt{index: i, length: n, raw: text})
}

// units counts the characters of a text as those programs do, in UTF-16. It
// gives 0 at once where the bytes tell that it can't be one of the lengths.
func units(text string) int {
	if len(text) < cutLength || len(text) > 3*cutLength && len(text) < cellLength || len(text) > 3*cellLength {
		return 0
	}
	n := utf8.RuneCountInString(text)
	if n == len(text) {
		return n
	}
	for _, r := range text {
		if r > 0xffff {
			n++
		}
	}
	return n
}

// maxSpaced bounds the names with spaces that are kept for a sheet.
const maxSpaced = 5000

// noteSpaces notes a name that was written with spaces or invisible characters
// that don't belong there.
func (t *table) noteSpaces(i int, cell *grid.Cell, name string) {
	if name != "" && len(t.spaced) < maxSpaced {
		t.doubts = append(t.doubts, doubt{index: i, raw: cell.Text, name: name})
	}
}

// spacedName is a cell with a name and spaces that don't belong there.
type spacedName struct {
	decl  *model.Sheet
	index int
	at    rules.At
	raw   string
	name  string
}

// reportDoubts reports the doubts on a row. Whether spaces split a name shows
// when the whole file has been read.
func (t *table) reportDoubts(rec model.Record) {
	for _, d := range t.doubts {
		at := t.fieldPlace(rec, d.index)
		if d.spoiled != garbled.None {
			t.spoiled = append(t.spoiled, rules.Spoiled{At: at, Kind: d.spoiled, Found: d.raw, Meant: d.name})
			continue
		}
		if d.length > 0 {
			tail := []rune(d.raw[max(0, len(d.raw)-20*utf8.UTFMax):])
			t.cuts = append(t.cuts, cutText{d.index, d.length, at, string(tail[max(0, len(tail)-20):]), endsInPoint(d.raw)})
			continue
		}
		t.spaced = append(t.spaced, spacedName{t.lay.decl, d.index, at, d.raw, d.name})
	}
}

// cutText is a text that may have been cut, with its end.
type cutText struct {
	index, length int
	at            rules.At
	end           string
	// listed is true of a text that ends in a point of a list.
	listed bool
}

// reportCuts reports the texts of the length at which programs cut. Among longer
// ones, the last point of a list may well end there: such points have no stop.
func (t *table) reportCuts() {
	for _, c := range t.cuts {
		if c.length == cellLength || t.longest[c.index] <= cutLength || !c.listed {
			t.report(rules.Cut(c.at, c.length, c.end))
		}
	}
}

// endsInPoint tells whether the last line of a text is a point of a list.
func endsInPoint(text string) bool {
	last := strings.TrimSpace(text[strings.LastIndexByte(text, '\n')+1:])
	return strings.HasPrefix(last, "•") || strings.HasPrefix(last, "▬") || strings.HasPrefix(last, "- ")
}

// habit is from which share of a column on spaces are the way in which a
// program writes it, and no slip.
const habit = 5

// splitNames reports names with stray spaces that stand without them in
// another row: of the same workbook of a project, or of any file that projects
// share, which may keep each sheet in a file of its own. Two workbooks of
// projects aren't held against each other. The same name in other columns
// counts too: an actor stands in Actoren and in Contacten.
func splitNames(d *model.Dataset, spaced []spacedName) []finding.Finding {
	if len(spaced) == 0 {
		return nil
	}
	own := map[string]string{}
	for _, f := range d.Files {
		if f.Project != "" {
			own[f.Path] = f.Path
		}
	}
	type name struct{ within, text string }
	type column struct{ file, sheet, column string }
	odd, count := map[source.Ref]bool{}, map[column]int{}
	wanted, clean, rows := map[string]bool{}, map[name]bool{}, map[column]int{}
	shared, owned := map[string]bool{}, map[string]bool{} // texts of the one kind of file, and of the other
	for _, s := range spaced {
		odd[s.at.Ref] = true
		count[column{s.at.Ref.File, s.at.Ref.Sheet, s.at.Column}]++
		wanted[s.name] = true
	}
	var fields []any
	for _, decl := range model.Sheets() {
		for rec := range d.Records(decl) {
			fields = rec.Fields(fields[:0])
			for i := range decl.Columns {
				if decl.Columns[i].Kind != model.Name {
					continue
				}
				ref := rec.Base().Place(i)
				rows[column{ref.File, ref.Sheet, decl.Columns[i].Name}]++
				text := *fields[i].(*string)
				if !wanted[text] || odd[ref] {
					continue
				}
				clean[name{own[ref.File], text}] = true
				if own[ref.File] == "" {
					shared[text] = true
				} else {
					owned[text] = true
				}
			}
		}
	}
	var findings finding.List
	for _, s := range spaced {
		at := column{s.at.Ref.File, s.at.Ref.Sheet, s.at.Column}
		stands := clean[name{own[s.at.Ref.File], s.name}] || shared[s.name] || own[s.at.Ref.File] == "" && owned[s.name]
		if stands && (count[at] <= 2 || count[at]*habit < rows[at]) {
			findings.Add(rules.Spaced(s.at, s.raw, s.name, whichSpace(s.raw)))
		}
	}
	return finding.Group(findings.All())
}

// whichSpace says what is too much in a name.
func whichSpace(raw string) string {
	for _, r := range raw {
		switch {
		case r == '\u00a0' || r == '\u202f' || r == '\u2007':
			return "een vaste spatie"
		case r != ' ' && unicode.IsSpace(r):
			return "een tab of regeleinde"
		case !unicode.IsPrint(r) && r != ' ':
			return "een onzichtbaar teken"
		}
	}
	switch {
	case strings.HasSuffix(raw, " "):
		return "een spatie achteraan"
	case strings.HasPrefix(raw, " "):
		return "een spatie vooraan"
	}
	return "een dubbele spatie"
}
