package ingest

import (
	"slices"
	"strings"
	"unicode"

	"voortgang/ingest/grid"
	"voortgang/ingest/rules"
	"voortgang/ingest/value"
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

// guess is which sheet of the contract a sheet is, and why it is taken for it.
type guess struct {
	lay *layout
	why rules.Why
}

// sniffBytes is up to what size, unpacked, a workbook is unpacked only to see
// whether an unknown sheet looks like a known one.
const sniffBytes = 64 << 20

// recognise tells which sheet of the contract a sheet is: by its name, else by
// a known name within it or nearly it and columns that fit, else by all required
// columns of one sheet. It gives nil for a sheet that isn't to be read, and
// says so unless it is empty or left alone.
func (r *fileReader) recognise(in *model.InputSheet, rows rowSource) *guess {
	if leftAlone(in.Name) || r.job.edits.without(in.Name) {
		return nil
	}
	if lay := r.contract.layout(in.Name); lay != nil {
		return &guess{lay: lay}
	}
	var first []*grid.Row
	if r.book == nil || r.book.Unpacked <= sniffBytes || len(r.contract.named(in.Name)) > 0 {
		err := rows(func(row *grid.Row) error {
			if first = append(first, row.Clone()); len(first) == headerRows {
				return grid.ErrStop
			}
			return nil
		})
		if err == nil && len(first) == 0 {
			return nil
		}
	}
	if own, of := ownSheet(first); own {
		r.own, r.annotates = true, of
		return nil
	}
	if g := r.guess(in.Name, first); g != nil {
		in.Guessed = r.contract.layout(withoutYear(in.Name)) == nil
		r.hasFiche = r.hasFiche || g.lay.fiche
		r.readAs(rules.ReadAs(r.placeOf(in), in.Name, g.name(), g.why, r.book == nil))
		return g
	}
	known, why := r.contract.similar(in.Name), rules.LikeName
	if known == "" {
		if known = r.contract.byColumns(first); known != "" {
			why = rules.ByColumns
		}
	}
	if known == "" && r.hasFiche {
		if known = r.contract.withinName(in.Name); r.holds(known) {
			known = ""
		}
	}
	if known == "" {
		r.unknown = append(r.unknown, in.Name)
		return nil
	}
	in.Like = known
	r.findings = append(r.findings, rules.Renamed(r.placeOf(in), in.Name, known, why, r.book == nil))
	return nil
}

func (r *fileReader) placeOf(in *model.InputSheet) rules.At { return rules.At{Ref: r.sheetRef(in)} }

// holds tells whether the file has a sheet of the contract by its name.
func (r *fileReader) holds(known string) bool {
	return slices.ContainsFunc(r.file.Sheets, func(s *model.InputSheet) bool {
		lay := r.contract.layout(s.Name)
		return lay != nil && lay.decl.Name == known
	})
}

// name is how users know the sheet.
func (g *guess) name() string {
	if g.lay.fiche {
		return model.FicheName
	}
	return g.lay.decl.Name
}

// guess tells which sheet one with another name is meant to be; nil when that
// isn't certain.
func (r *fileReader) guess(name string, first []*grid.Row) *guess {
	c := r.contract
	for why, candidates := range [...][]*layout{rules.PartOfName: c.named(name), rules.LikeName: c.nearly(name)} {
		var best *layout
		most := 0
		for _, lay := range candidates {
			if m := lay.fit(first); m.decent() && m.count > most {
				best, most = lay, m.count
			}
		}
		if best != nil {
			return &guess{best, rules.Why(why)}
		}
	}
	var best *layout
	most, tied := 2, false
	for _, lay := range c.layouts {
		switch m := lay.fit(first); {
		case !m.required || m.count < most:
		case m.count > most:
			best, most, tied = lay, m.count, false
		default:
			tied = best != nil
		}
	}
	if best != nil && !tied {
		return &guess{best, rules.ByColumns}
	}
	for _, lay := range c.layouts {
		if !r.holds(lay.decl.Name) && lay.exactly(first, r.valueContext()) {
			return &guess{lay, rules.ByColumns}
		}
	}
	fiche := c.names[dutch.Fold(model.FicheName)]
	if !r.hasFiche && fiche.uprightFits(first, r.valueContext()) {
		return &guess{fiche, rules.ByColumns}
	}
	return nil
}

// fit is how well the best of some rows names the columns of a sheet; for a
// Fiche, how well a column names its fields.
func (l *layout) fit(rows []*grid.Row) match {
	var best match
	for _, row := range rows {
		m := l.match(row, true)
		if w := l.wide(row, value.Context{}); w != nil && w.number >= 0 {
			m.count, m.required = m.count+2, true
		}
		if m.score() > best.score() {
			best = m
		}
	}
	if l.fiche {
		f := fiche{table: &table{lay: l}, rows: rows}
		if count, _ := f.labels(); count > best.count {
			best = match{count: count, required: count >= 5}
		}
	}
	return best
}

// exactly tells whether the first row holds the names of the required columns
// and nothing else, with values below that go with them: so a sheet of two
// columns is known.
func (l *layout) exactly(rows []*grid.Row, ctx value.Context) bool {
	if len(rows) < 2 || len(rows[0].Cells) < 2 {
		return false
	}
	m, kinds := l.match(rows[0], false), 0
	if !m.required || m.count < len(rows[0].Cells) {
		return false
	}
	for _, head := range rows[0].Cells {
		c, _ := l.columnFor(head.Text)
		for _, row := range rows[1:] {
			switch cell := row.At(head.Col); {
			case cell.Blank():
			case l.fits(c.index, cell, ctx) == fitsNot:
				return false
			case l.fits(c.index, cell, ctx) == fitsKind:
				kinds++
			}
		}
	}
	return kinds > 0
}

// decent tells whether columns go with a name: all required ones are there,
// but for one of three or more, misspelt ones counted.
func (m match) decent() bool {
	lack := 0
	if m.needed > 2 {
		lack = 1
	}
	return m.required || m.count >= 2 && m.named+m.near+lack >= m.needed
}

// named gives the known sheets whose name stands, as words, within a name:
// "Activiteiten - Tabel 1", "Huis en haard 2021 - Activiteiten".
func (c *contract) named(name string) []*layout {
	var found []*layout
	parts := nameParts(name)
	for i := range parts {
		for k := i + 1; k <= min(len(parts), i+4); k++ {
			if lay := c.names[dutch.Fold(strings.Join(parts[i:k], ""))]; lay != nil && !slices.Contains(found, lay) {
				found = append(found, lay)
			}
		}
	}
	return found
}

// nearly gives the known sheets of which the name is nearly a name, or nearly
// a part of it.
func (c *contract) nearly(name string) []*layout {
	var found []*layout
	for _, part := range append(strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune("-–_:(|", r) }), name) {
		if len(dutch.Fold(part)) < 4 {
			continue
		}
		if lay := c.names[dutch.Fold(value.Nearest(part, c.display))]; lay != nil && !slices.Contains(found, lay) {
			found = append(found, lay)
		}
	}
	return found
}

// readAs keeps the finding of a sheet that is read under another name. Those in
// which the name stands are put together: a program named them.
func (r *fileReader) readAs(f finding.Finding) {
	if f.Level == finding.Info {
		r.renamed = append(r.renamed, f)
		return
	}
	r.findings = append(r.findings, f)
}

// withoutYear leaves the years out of a name: "Activiteiten 2021" is the sheet
// of a year.
func withoutYear(name string) string {
	return strings.Join(slices.DeleteFunc(nameParts(name), func(part string) bool {
		return len(part) == 4 && (strings.HasPrefix(part, "19") || strings.HasPrefix(part, "20"))
	}), "")
}

// nameParts cuts a name into words and numbers.
func nameParts(name string) []string {
	var parts []string
	last := rune(0)
	for _, r := range name {
		letter, digit := unicode.IsLetter(r), unicode.IsDigit(r)
		switch {
		case !letter && !digit:
		case len(parts) > 0 && (letter && unicode.IsLetter(last) || digit && unicode.IsDigit(last)):
			parts[len(parts)-1] += string(r)
		default:
			parts = append(parts, string(r))
		}
		last = r
	}
	return parts
}

// byColumns gives the first known sheet of which a row names all required
// columns, three or more; "" when there is none.
func (c *contract) byColumns(rows []*grid.Row) string {
	for _, lay := range c.layouts {
		if m := lay.fit(rows); m.required && m.count > 2 {
			return lay.decl.Name
		}
	}
	return ""
}

// uprightFits tells whether a column names the fields of a project, one below
// the other, with values beside it that those can hold.
func (l *layout) uprightFits(rows []*grid.Row, ctx value.Context) bool {
	f := fiche{table: &table{lay: l}, rows: rows}
	count, col := f.labels()
	if count < 5 {
		return false
	}
	head, typed := l.newHeader(f.turned(col, true)), 0
	values := f.turned(f.valueColumn(col, head), false)
	for i, row := range head.columns {
		if row > 0 && l.fits(i, values.At(row), ctx) == fitsKind {
			typed++
		}
	}
	return typed >= 2
}
