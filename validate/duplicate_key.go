package validate

import (
	"fmt"
	"hash/maphash"
	"strconv"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleDuplicateKey = finding.Rule{
	Code: "K01", Family: finding.Keys, Level: finding.Error, Who: projectWorker,
	Title: "Zelfde sleutel twee keer",
	Explanation: "Sommige kolommen maken een rij uniek, zoals project en activiteit_id. Staat dezelfde combinatie er nog eens, " +
		"dan telt alleen de eerste rij; de andere blijft buiten de cijfers tot je ze verbetert of weghaalt.",
	Wrong: "twee rijen met activiteit_id A017", Right: "A017 en A018",
}

// duplicateKey demands that the key of each sheet occurs once. The second row
// and those after it are left out of the figures.
func duplicateKey(c *checker) {
	for _, sheet := range model.Sheets() {
		if len(sheet.Key) > 0 {
			c.duplicates(sheet)
		}
	}
}

func (c *checker) duplicates(sheet *model.Sheet) {
	seed := maphash.MakeSeed()
	seen := map[uint64]model.Record{}
	var fields, others []any
	var key, other []byte
	for r := range c.data.Records(sheet) {
		if !r.Base().Usable(sheet.Key...) {
			continue
		}
		fields = r.Fields(fields[:0])
		key = appendKey(key[:0], sheet, fields)
		if len(key) == len(sheet.Key) { // nothing but separators
			continue
		}
		sum := maphash.Bytes(seed, key)
		first := seen[sum]
		if first == nil {
			seen[sum] = r
			continue
		}
		// Two keys could share a sum; only equal keys are doubles.
		others = first.Fields(others[:0])
		if other = appendKey(other[:0], sheet, others); string(other) != string(key) {
			continue
		}
		c.report(newDuplicateKey(sheet, r, first, fields))
		r.Base().MarkBad(spoiled(sheet))
	}
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
			buf = append(buf, code(*v)...)
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

func newDuplicateKey(sheet *model.Sheet, r, first model.Record, fields []any) finding.Finding {
	column := keyColumn(sheet)
	var parts []string
	for _, i := range sheet.Key {
		if text := keyText(fields[i]); text != "" {
			parts = append(parts, sheet.Columns[i].Name+" ‘"+text+"’")
		}
	}
	at := first.Base().Place(column)
	where := "cel " + at.Cell()
	here := r.Base().Place(column)
	if at.Sheet != here.Sheet || at.File != here.File {
		where = at.File + ", blad " + at.Sheet + ", " + where
	}
	f := finding.New(&ruleDuplicateKey, here, fmt.Sprintf("%s staat al in %s. Geef deze rij een andere waarde, of haal ze weg als ze dubbel is.",
		dutch.Join(parts), where))
	f.Column, f.Found, f.Expected = sheet.Columns[column].Name, keyText(fields[column]), "een combinatie die één keer voorkomt"
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
		return strconv.FormatFloat(v.Value, 'f', -1, 64)
	}
	return ""
}
