package validate

import (
	"fmt"
	"hash/maphash"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var ruleDuplicateKey = finding.ByCode("K01")

// duplicateKey demands that the key of each sheet occurs once. The second row
// and those after it are left out of the figures. A run of rows that repeats
// another run is one finding: it was pasted at once.
func duplicateKey(c *checker) {
	sheets := slices.DeleteFunc(model.Sheets(), func(s *model.Sheet) bool { return len(s.Key) == 0 })
	found := make([][]double, len(sheets))
	var all sync.WaitGroup
	for i, sheet := range sheets {
		all.Go(func() { found[i] = c.duplicates(sheet) })
	}
	all.Wait()
	for i, sheet := range sheets {
		list := found[i]
		for from := 0; from < len(list); {
			to := from + 1
			for to < len(list) && list[to].follows(list[to-1]) {
				to++
			}
			c.reportDoubles(sheet, list[from:to])
			from = to
		}
	}
}

// double is a row whose key stood before, and where.
type double struct{ record, first model.Record }

// follows tells whether a double stands under another one, and repeats the row
// under the row that the other one repeats.
func (d double) follows(o double) bool {
	under := func(a, b model.Record) bool {
		x, y := a.Base().Row, b.Base().Row
		return x.Sheet == y.Sheet && x.Sheet != nil && !x.Sheet.Vertical && x.Number == y.Number+1
	}
	return under(d.record, o.record) && under(d.first, o.first)
}

// namedAfter tells whether the workbook of a project has the name of its code.
func namedAfter(r model.Record) bool {
	f := fileOf(r)
	return f != nil && dutch.Fold(stem(f.Path)) == dutch.Fold(r.(*model.Project).Code)
}

func (c *checker) reportDoubles(sheet *model.Sheet, list []double) {
	if sheet == &model.ProjectSheet && namedAfter(list[0].record) && !namedAfter(list[0].first) {
		list[0].record, list[0].first = list[0].first, list[0].record
	}
	fields := list[0].record.Fields(nil)
	f := newDuplicateKey(sheet, list[0].record, list[0].first, fields, c.freeCode(sheet, list[0].record))
	if sheet == &model.ProjectSheet && fileOf(list[0].record) != fileOf(list[0].first) {
		f.Mend = []source.Edit{{At: f.Ref, Names: sheet.Name, Text: stem(f.Ref.File)}}
	} else if f.Proposal == "" {
		var rows []model.Record
		for _, d := range list {
			rows = append(rows, d.record)
			f.Try = f.Try || !reflect.DeepEqual(d.record.Fields(nil), d.first.Fields(nil))
		}
		f.Mend = removal(rows)
	}
	if len(list) > 1 {
		column := keyColumn(sheet)
		at := list[0].first.Base().Place(column)
		where := "cel " + at.Cell()
		if here := f.Ref; at.Sheet != here.Sheet || at.File != here.File {
			where = at.File + ", blad " + at.Sheet + ", " + where
		}
		f.Message = fmt.Sprintf("Deze %s staan er al, vanaf %s. Haal ze weg als ze dubbel zijn, of geef ze een andere waarde.",
			dutch.Plural(len(list), "rij", "rijen"), where)
		for _, d := range list {
			f.Cells = append(f.Cells, d.record.Base().Place(column))
		}
	}
	c.report(f)
}

// duplicates gives the rows with a key that stood before, and marks them.
func (c *checker) duplicates(sheet *model.Sheet) []double {
	seed := maphash.MakeSeed()
	n := c.data.Count(sheet)
	records, sums := make([]model.Record, 0, n), make([]uint64, 0, n)
	var fields []any
	var key, other []byte
	for r := range c.data.Records(sheet) {
		sum := uint64(0)
		if r.Base().Usable(sheet.Key...) {
			fields = r.Fields(fields[:0])
			// A key of separators only is an empty row's.
			if key = appendKey(key[:0], sheet, fields); len(key) > len(sheet.Key) {
				sum = maphash.Bytes(seed, key)
			}
		}
		records, sums = append(records, r), append(sums, sum)
	}
	var list []double
	for _, m := range repeated(sums) {
		// Two keys could share a sum; only equal keys are doubles.
		d := double{records[m.b], records[m.a]}
		key = appendKey(key[:0], sheet, d.record.Fields(fields[:0]))
		other = appendKey(other[:0], sheet, d.first.Fields(nil))
		if string(other) == string(key) {
			list = append(list, d)
		}
	}
	for _, d := range list {
		d.record.Base().MarkBad(spoiled(sheet))
	}
	return list
}

// keyColumn is the column where the finding is put and that is marked: the
// last of the key that isn't the project.
func keyColumn(sheet *model.Sheet) int {
	last := sheet.Key[len(sheet.Key)-1]
	if len(sheet.Key) == 1 {
		return last
	}
	project := sheet.ProjectColumn()
	for i := len(sheet.Key) - 1; i >= 0; i-- {
		if sheet.Key[i] != project {
			return sheet.Key[i]
		}
	}
	return last
}

// spoiled is the column that is marked in a double row, so that no figure
// counts it: the year where there is one, else where the finding is put.
func spoiled(sheet *model.Sheet) int {
	if sheet.Columns[sheet.Key[0]].Kind == model.Year {
		return sheet.Key[0]
	}
	return keyColumn(sheet)
}

// appendKey writes the parts of a key, each ended by a zero byte. Case and
// outer spaces do not make two keys different.
func appendKey(buf []byte, sheet *model.Sheet, fields []any) []byte {
	for _, column := range sheet.Key {
		switch v := fields[column].(type) {
		case *string:
			buf = appendCode(buf, *v)
		case *int:
			buf = strconv.AppendInt(buf, int64(*v), 10)
		case *model.Number:
			if v.Known {
				buf = strconv.AppendFloat(buf, v.Value, 'f', -1, 64)
			}
		}
		buf = append(buf, 0)
	}
	return buf
}

func newDuplicateKey(sheet *model.Sheet, r, first model.Record, fields []any, free freeCode) finding.Finding {
	column := keyColumn(sheet)
	row := r.Base().Row
	var parts, unseen []string // unseen isn't in the sheet: the workbook's own project
	for _, i := range sheet.Key {
		text := keyText(fields[i])
		switch {
		case text == "":
		case i < len(row.Sheet.Columns) && row.Sheet.Columns[i] == 0:
			unseen = append(unseen, sheet.Columns[i].Name+" ‘"+text+"’")
		default:
			parts = append(parts, sheet.Columns[i].Name+" ‘"+text+"’")
		}
	}
	if len(parts) == 0 {
		parts = unseen
	}
	at := first.Base().Place(column)
	where := "cel " + at.Cell()
	here := r.Base().Place(column)
	if at.Sheet != here.Sheet || at.File != here.File {
		where = at.File + ", blad " + at.Sheet + ", " + where
	}
	stands := "staat al in "
	if len(parts) > 1 {
		stands = "staan samen al in de rij van "
	}
	mend := "De rijen verschillen: verbeter wat in deze niet klopt, of haal ze weg als ze dubbel is."
	switch {
	case reflect.DeepEqual(r.Fields(nil), first.Fields(nil)):
		mend = "De rijen zijn gelijk: haal er een weg."
	case free.code != "":
		mend = fmt.Sprintf("De rijen verschillen. Bedoel je hier ‘%s’? %s", free.code, free.why)
	}
	f := finding.New(ruleDuplicateKey, here, fmt.Sprintf("%s %s%s. %s", dutch.Join(parts), stands, where, mend))
	f.Column, f.Found, f.Expected = sheet.Columns[column].Name, keyText(fields[column]), "een waarde die hier maar één keer voorkomt"
	if !strings.HasPrefix(mend, "De rijen zijn gelijk") {
		f.Proposal = free.code
	}
	if i := sheet.ProjectColumn(); i >= 0 {
		f.Project = *fields[i].(*string)
	}
	return f
}

func keyText(field any) string {
	switch v := field.(type) {
	case *string:
		return *v
	case *int:
		return strconv.Itoa(*v)
	case *model.Number:
		return dutch.Exact(v.Value)
	}
	return ""
}
