package ingest

import (
	"path"
	"slices"
	"strings"

	"voortgang/ingest/grid"
	"voortgang/ingest/rules"
	"voortgang/ingest/value"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
	"voortgang/internal/unit"
)

// table makes records of the rows of one sheet.
type table struct {
	file *fileReader
	lay  *layout
	in   *model.InputSheet
	src  *source.Sheet
	ctx  value.Context

	data     model.Dataset
	findings finding.List

	// waiting are the rows read before the header row is known.
	waiting []*grid.Row
	// headless is true when the first rows hold no header row.
	headless bool
	head     *header
	// wide is what its header row holds when the values of a column are
	// columns, wideRow where that stands.
	wide    *wideHead
	wideRow int
	// required are the columns that must hold a value in this sheet;
	// absent are those of them that the sheet lacks.
	required []bool
	absent   []int
	project  int
	unnamed  []*strayColumn
	merged   *mergedCells
	// counted is how many rows it brought to the tally.
	counted int64
	// last is the row of the last record, noted that of the last note, passed
	// that of the last row that is none.
	last, noted, passed int
	// termExpected is set by the first project that isn't transversal.
	termExpected bool

	// For the row at hand, used again for each.
	fields   []any
	problems []fieldProblem
	filled   []bool
	// seen are the columns that held a value in any row.
	seen   []bool
	caches []map[string]string
	// units are in what each column is given; nil when none says so.
	units []unit.Unit
	// orders are how the dates of each column were written; nil without text.
	orders []dateOrder
	// spaced are the names with spaces that don't belong there.
	spaced []spacedName
	// longest is the length of a text over 255 characters in each column, cuts
	// are the texts that may have been cut there.
	longest []int
	cuts    []cutText
	// spoiled are the cells with spoiled text.
	spoiled []rules.Spoiled
	// doubts are cells of the row at hand that are worth a look.
	doubts []doubt
	struck []source.Ref
	// unanswered are the empty cells of each column; nil without any that
	// asks yes or no.
	unanswered []unanswered
	// totals are the findings on rows that look like totals.
	totals []finding.Finding
	// onRecord is told of each record; may be nil.
	onRecord func(model.Record)
	// beyond takes a record that is one too many for the sheet, and tells
	// whether it did; may be nil.
	beyond func(model.Record) bool
}

// fieldProblem is a refused value of the row at hand.
type fieldProblem struct {
	index   int
	problem *value.Problem
}

func newTable(r *fileReader, lay *layout, in *model.InputSheet) *table {
	n := len(lay.decl.Columns)
	t := &table{file: r, lay: lay, in: in, project: lay.decl.ProjectColumn(),
		ctx:    r.valueContext(),
		filled: make([]bool, n), seen: make([]bool, n), longest: make([]int, n), caches: make([]map[string]string, n)}
	t.src = &source.Sheet{File: &r.file.File, Name: in.Name}
	in.Source = t.src
	return t
}

func (r *fileReader) valueContext() value.Context {
	return value.Context{Year: r.contract.cfg.Report.Year, Date1904: r.file.Date1904}
}

// add takes the next row of the sheet.
func (t *table) add(row *grid.Row) error {
	t.in.Rows++
	switch {
	case t.lay.tally.full():
		return errFull
	case t.head != nil:
		t.record(row)
	case t.headless:
	default:
		t.waiting = append(t.waiting, row.Clone())
		switch m := t.lay.match(row, false); {
		case m.required && m.count >= 2:
			t.begin(len(t.waiting) - 1)
		case t.beginWide(row):
		case len(t.waiting) == headerRows, len(t.waiting) == maxWaiting:
			t.choose(true)
		}
	}
	return nil
}

// again undoes the counting of a sheet that is read once more.
func (t *table) again() { t.lay.tally.rows.Add(-t.counted) }

// choose takes the best of the waiting rows for the header row.
func (t *table) choose(early bool) {
	// Early on only a row that names most columns is taken: a sort may have put
	// a better one further down.
	if at := t.lay.bestHeader(t.waiting); at >= 0 && (!early || t.lay.match(t.waiting[at], true).count >= 2) {
		t.begin(at)
		return
	}
	if !early || len(t.waiting) == maxWaiting {
		t.headless, t.waiting = true, nil
	}
}

// beginWide takes a row for the header row when its columns are the values of
// another one; where that can't be read, the sheet has no other header row.
func (t *table) beginWide(row *grid.Row) bool {
	w := t.lay.wide(row, t.ctx)
	switch {
	case w == nil:
		return false
	case w.number < 0:
		t.wide, t.wideRow, t.headless, t.waiting = w, row.Number, true, nil
	default:
		t.wide = w
		t.begin(len(t.waiting) - 1)
	}
	return true
}

// begin takes a waiting row as the header row. Rows above it are titles.
func (t *table) begin(at int) {
	t.head = t.lay.newHeader(t.withNamesAbove(at))
	t.adopt(t.waiting[at+1:])
	t.src.Columns, t.src.HeaderRow = t.head.columns, t.head.row
	if t.wide != nil {
		t.spread(t.wide)
	}
	t.require()
	titles, above := t.aboveHeader(t.waiting[:at])
	t.measureHeader()
	t.measureTitles(titles)
	if t.lay.decl.Level == model.OfProject {
		t.titles(titles)
	}
	t.merged = newMergedCells(t.in.Facts, t.head)
	t.reportTwice()
	rest := t.waiting[at+1:]
	t.in.Rows -= len(titles) + 1
	t.waiting = nil
	for _, row := range append(above[:len(above):len(above)], rest...) {
		t.record(row)
	}
}

// require finds out what must be filled in. Outside a project's workbook a
// row must say to which project it belongs.
func (t *table) require() {
	t.required = make([]bool, len(t.lay.decl.Columns))
	for i := range t.required {
		t.required[i] = t.lay.decl.Columns[i].Required || i == t.project && t.lay.projectNeeded && !t.file.hasFiche
		if t.required[i] && t.head.columns[i] == 0 {
			t.absent = append(t.absent, i)
		}
	}
}

// record makes a record of a row, or reports why it can't.
func (t *table) record(row *grid.Row) {
	if t.head.wide != nil {
		t.unfold(row)
		return
	}
	t.recordOf(row, nil)
}

// recordOf makes one record of a row; under is the value that its column of
// numbers stands for, when there are several.
func (t *table) recordOf(row *grid.Row, under *grid.Cell) {
	rec := t.lay.decl.New()
	base := rec.Base()
	*base = model.At(source.Row{Sheet: t.src, Number: row.Number})
	t.fields = rec.Fields(t.fields[:0])
	t.problems, t.doubts = t.problems[:0], t.doubts[:0]
	clear(t.filled)
	some := false
	for i := range row.Cells {
		cell := &row.Cells[i]
		switch to := t.head.target(cell.Col); to.role {
		case roleField:
			some, t.filled[to.index], t.seen[to.index] = true, true, true
			t.take(base, to.index, cell)
		case roleTwice:
			if first := row.At(t.head.columns[to.index]); !t.src.Vertical && (first.Kind != cell.Kind || first.Text != cell.Text || first.Number != cell.Number) {
				base.MarkBad(to.index)
			}
		default:
			if !t.pastHeader(cell) {
				t.stray(to, cell, row.Number)
			}
		}
	}
	if under != nil {
		t.fix(base, under)
	}
	if t.pushed(row) {
		return
	}
	if !some && !t.src.Vertical {
		// The columns that hold it are reported.
		t.in.Refused++
		return
	}
	t.complete(rec, row)
}

// pastHeader tells whether a cell of a CSV file stands after the last column name.
func (t *table) pastHeader(cell *grid.Cell) bool {
	return t.file.book == nil && !t.src.Vertical && cell.Col >= len(t.head.at)
}

// pushed recognises a row of a CSV file of which a separator within a text
// pushed the rest aside: it has a cell too many, and values that don't fit
// their columns. That is one cause, and nothing in the row is certain.
func (t *table) pushed(row *grid.Row) bool {
	if n := len(row.Cells); n == 0 || !t.pastHeader(&row.Cells[n-1]) {
		return false
	}
	if len(t.problems) == 0 {
		for i := range row.Cells {
			if t.pastHeader(&row.Cells[i]) {
				t.stray(target{}, &row.Cells[i], row.Number)
			}
		}
		return false
	}
	t.in.Refused++
	ref := t.cellRef(row.Number, t.head.columns[t.problems[0].index])
	f := rules.Pushed(t.place(ref, ""), t.problems[0].problem.Found)
	if key := t.lay.decl.Named(); key >= 0 && t.filled[key] && t.lay.decl.Columns[key].Kind == model.Name {
		f.Mend = []source.Edit{{Kind: source.Stand, At: source.Ref{Sheet: t.lay.decl.Name}, Project: t.projectOf(nil), Text: *t.fields[key].(*string)}}
	}
	t.report(f)
	return true
}

// take reads a cell into a field, and keeps what is wrong with it.
func (t *table) take(base *model.Base, i int, cell *grid.Cell) {
	cell, ok := t.inUnit(i, cell)
	if !ok {
		base.MarkBad(i)
		return
	}
	cell = t.meant(i, cell)
	p := t.set(i, cell)
	switch kind := t.lay.decl.Columns[i].Kind; {
	case kind == model.Date || kind == model.Term:
		if cell.Kind != grid.Number {
			base.MarkForeign(i)
		}
		if kind == model.Date && p == nil {
			t.noteMonth(base.Place(i), i, cell)
		}
	case p != nil && (p.Reason == value.DateForCode || p.Reason == value.ThreeDecimals):
		base.MarkForeign(i)
	}
	if p == nil {
		return
	}
	if !p.Doubtful() {
		base.MarkBad(i)
		kind := t.lay.decl.Columns[i].Kind
		p.Nothing = p.Nothing || p.Proposal == "" && p.Reason != value.ErrorValue && value.SaysNothing(p.Found, kind == model.Date || kind == model.Term)
	}
	t.problems = append(t.problems, fieldProblem{i, p})
}

// complete fills in the project, reports what is wrong, and keeps the record.
func (t *table) complete(rec model.Record, row *grid.Row) {
	base := rec.Base()
	for _, i := range t.absent {
		base.MarkBad(i)
	}
	t.fillProject(base)
	missing := t.missingFields(rec, row.Number)
	doubtful := len(missing) > 0 || len(t.problems) > 0
	if !t.src.Vertical && (doubtful || t.counted == 0 || t.merged.wide(row.Number, row.Cells[0].Col) || t.namesTotal(row)) {
		if kind, says := t.aside(row, len(missing)); kind != "" {
			t.refuse(row, kind, says)
			return
		}
	}
	if t.beyond != nil && t.beyond(rec) {
		t.in.Refused++
		return
	}
	if doubtful {
		t.reportRow(rec, missing)
	}
	t.reportDoubts(rec)
	t.strikes(rec, row)
	t.answers(rec, row)
	t.merged.see(row, t.head)
	if p, ok := rec.(*model.Project); ok && !p.IsTransversal() {
		t.termExpected = true
	}
	t.last = row.Number
	t.counted++
	t.lay.tally.rows.Add(1)
	t.data.Add(rec)
	if t.onRecord != nil {
		t.onRecord(rec)
	}
}

// fillProject gives the row the project of its workbook when it names none.
func (t *table) fillProject(base *model.Base) {
	if t.project < 0 || t.filled[t.project] || !t.file.hasFiche {
		return
	}
	owner := t.file.job.edits.project(t.in.Name, t.file.project)
	if owner == "" {
		// The Fiche has no usable code, and that is reported there.
		base.MarkBad(t.project)
		return
	}
	*t.fields[t.project].(*string) = owner
}

// missingFields lists the required fields that are empty, and marks them.
func (t *table) missingFields(rec model.Record, row int) []int {
	var missing []int
	for i, needed := range t.required {
		if !needed || t.filled[i] || t.head.columns[i] == 0 || t.lay.decl.Columns[i].Kind == model.YesNo {
			continue
		}
		if t.mayLack(rec, i) {
			continue
		}
		rec.Base().MarkBad(i)
		if !t.merged.covers(row, t.head.columns[i]) {
			missing = append(missing, i)
		}
	}
	return missing
}

// mayLack tells whether a transversal action may leave a field empty.
func (t *table) mayLack(rec model.Record, i int) bool {
	p, ok := rec.(*model.Project)
	return ok && p.IsTransversal() && model.TransversalMayLack(i)
}

// thinRow is from how many empty required fields on they are reported together;
// of a row with one field filled in, two are enough.
const thinRow = 3

// reportRow reports the refused values and the empty required fields of a row.
func (t *table) reportRow(rec model.Record, missing []int) {
	at := func(i int) rules.At { return t.fieldPlace(rec, i) }
	for _, p := range t.problems {
		if p.problem.Reason == value.Lost && t.lostTexts() {
			continue
		}
		if (p.problem.MonthFirst || p.problem.ShortYear) && t.lay.decl.Columns[p.index].Kind == model.Date {
			t.hold(p.index, at(p.index), p.problem)
			continue
		}
		f := rules.Value(at(p.index), p.problem)
		if f.Proposal == "" && len(f.Mend) == 0 {
			f.Mend = t.naming(f.Ref, p.index, f.Project)
		}
		t.report(f)
	}
	if len(missing) < thinRow && !(len(missing) == 2 && t.filledFields() == 1) {
		for _, i := range missing {
			f := rules.Required(at(i), t.lay.decl.Columns[i].Example, t.lay.values(i))
			f.Mend = t.naming(f.Ref, i, f.Project)
			t.report(f)
		}
		return
	}
	names, cells := make([]string, len(missing)), make([]source.Ref, len(missing))
	for k, i := range missing {
		names[k], cells[k] = t.lay.names[i], at(i).Ref
	}
	t.report(rules.Thin(at(missing[0]), names, cells))
}

// naming gives what would fill in an empty key: a name that other rows use, or
// for a project's workbook the name of its file.
func (t *table) naming(at source.Ref, i int, project string) []source.Edit {
	decl := t.lay.decl
	if i != decl.Named() || decl.Columns[i].Kind != model.Name {
		return nil
	}
	e := source.Edit{At: at, Names: decl.Name, Project: project}
	if t.lay.fiche {
		base := path.Base(at.File)
		e.Text, e.Project = strings.TrimSuffix(base, path.Ext(base)), ""
	}
	return []source.Edit{e}
}

// filledFields counts the fields of the row that hold something.
func (t *table) filledFields() int {
	n := 0
	for _, filled := range t.filled {
		if filled {
			n++
		}
	}
	return n
}

// projectOf gives the code of the project that a record belongs to.
func (t *table) projectOf(rec model.Record) string {
	if p, ok := rec.(*model.Project); ok {
		return p.Code
	}
	if t.project >= 0 {
		return *t.fields[t.project].(*string)
	}
	return t.file.project
}

// stray notes a value in a column that isn't read.
func (t *table) stray(to target, cell *grid.Cell, row int) {
	if to.role == roleUnknown {
		t.head.unknown[to.index].count++
		return
	}
	for _, u := range t.unnamed {
		if u.col == cell.Col {
			u.count++
			return
		}
	}
	if len(t.unnamed) == maxStrays {
		t.unnamed[maxStrays-1].count++
		return
	}
	ref := t.cellRef(row, cell.Col)
	t.unnamed = append(t.unnamed, &strayColumn{col: cell.Col, first: ref, found: value.Show(*cell, t.ctx), count: 1})
}

// maxStrays bounds the columns without a name that are reported one by one.
const maxStrays = 20

// finish reports what only shows at the end, and hands the result over. That a
// sheet that breaks off early names no columns says nothing.
func (t *table) finish(broken bool) {
	early := broken && !t.headless
	if t.head == nil && !t.headless {
		t.choose(false)
	}
	switch {
	case t.head == nil && early:
		t.in.Refused = t.in.Rows
	case t.in.Rows == 0 && t.head == nil:
		t.report(rules.Blank(t.sheetPlace("")))
	case t.head == nil:
		t.in.Refused = t.in.Rows
		if t.wide != nil {
			place := t.cellPlace(t.wideRow, t.wide.values[0].Col, t.lay.names[t.wide.choice])
			t.report(rules.Wide(place, t.shown(t.wide), t.in.Rows-1, t.wanted()))
		} else if !t.lostTexts() {
			f := rules.Headless(t.sheetPlace(""), t.in.Rows, t.wanted())
			f.Lost = true
			t.report(f)
		}
	default:
		t.finishColumns()
		t.reportRest()
	}
	t.handOver()
}

// reportRest reports what was noted of the rows.
func (t *table) reportRest() {
	t.reportTotals()
	t.reportOrders()
	t.reportUnanswered()
	t.reportCuts()
	t.reportSpoiled()
	if len(t.struck) > 0 {
		t.report(rules.Struck(t.place(t.struck[0], ""), t.struck))
	}
}

// handOver gives the records and the findings to the file.
func (t *table) handOver() {
	t.file.spaced = append(t.file.spaced, t.spaced...)
	t.file.data.Append(&t.data)
	t.file.findings = append(t.file.findings, t.takeNameless(t.findings.All())...)
}

// lostTexts tells whether the column names are gone with the workbook's
// texts; that is reported for the file.
func (t *table) lostTexts() bool { return t.file.book != nil && t.file.book.TextsDamaged }

// demanded gives the columns that must be there, by what the rows are.
func (t *table) demanded() []bool {
	required := slices.Clone(t.required)
	if t.lay.decl == &model.ProjectSheet && !t.termExpected && len(t.data.Projects) > 0 {
		for i := range required {
			required[i] = required[i] && !model.TransversalMayLack(i)
		}
	}
	return required
}

func (t *table) finishColumns() {
	required := t.demanded()
	if !t.lostTexts() {
		t.mergedHeader(required)
		t.missing(required)
		t.strays()
	}
	if t.merged != nil {
		t.merged.report(t)
	}
	t.hidden()
	t.file.formulas(t.in, func(row, col int) (string, bool) {
		to := t.head.target(col)
		if row <= t.head.top || row == t.head.row || to.role != roleField {
			return "", false
		}
		return t.lay.names[to.index], true
	})
}

// wanted lists the required columns.
func (t *table) wanted() []string {
	var names []string
	for _, col := range t.lay.decl.Columns {
		if col.Required {
			names = append(names, col.Name)
		}
	}
	return names
}

// fieldPlace is the place of a field of a record.
func (t *table) fieldPlace(rec model.Record, i int) rules.At {
	return rules.At{Ref: rec.Base().Place(i), Column: t.lay.names[i], Project: t.projectOf(rec), MayLack: !t.required[i] || t.mayLack(rec, i)}
}

// cellRef is the place of a cell; of a sheet that stands upright, which is read
// turned, it is turned back.
func (t *table) cellRef(row, col int) source.Ref {
	if t.src.Vertical {
		row, col = col, row
	}
	return t.file.cellRef(t.in, row, col)
}

func (t *table) cellPlace(row, col int, column string) rules.At {
	return t.place(t.cellRef(row, col), column)
}

func (t *table) sheetPlace(column string) rules.At { return t.cellPlace(0, 0, column) }

func (t *table) place(ref source.Ref, column string) rules.At {
	return rules.At{Ref: ref, Column: column, Project: t.file.project}
}

func (t *table) report(f finding.Finding) { t.findings.Add(f) }
