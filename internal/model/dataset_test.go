package model

import (
	"fmt"
	"testing"
	"time"

	"voortgang/internal/source"
)

// Every field must have the type that its column's kind promises to the reader.
func TestFieldsMatchColumns(t *testing.T) {
	if n := len(Sheets()); n != 19 {
		t.Fatalf("the contract has 19 sheets, not %d", n)
	}
	for _, s := range Sheets() {
		fields := s.New().Fields(nil)
		if len(fields) != len(s.Columns) {
			t.Errorf("%s: %d fields for %d columns", s.Name, len(fields), len(s.Columns))
			continue
		}
		for i, c := range s.Columns {
			want := fieldType(c.Kind)
			if got := fmt.Sprintf("%T", fields[i]); got != want {
				t.Errorf("%s.%s: field is %s, kind %d wants %s", s.Name, c.Name, got, c.Kind, want)
			}
			if c.Help == "" || c.Example == "" {
				t.Errorf("%s.%s lacks help or example", s.Name, c.Name)
			}
		}
	}
}

func fieldType(k Kind) string {
	switch k {
	case Text, Name, Choice:
		return fmt.Sprintf("%T", new(string))
	case Date:
		return fmt.Sprintf("%T", new(time.Time))
	case Term:
		return fmt.Sprintf("%T", new(Period))
	case Decimal, Whole:
		return fmt.Sprintf("%T", new(Number))
	case Year:
		return fmt.Sprintf("%T", new(int))
	case YesNo:
		return fmt.Sprintf("%T", new(bool))
	default:
		return fmt.Sprintf("%T", new([]string))
	}
}

func TestEveryRecordHasAList(t *testing.T) {
	for _, s := range Sheets() {
		var d Dataset
		d.Add(s.New())
		if fmt.Sprintf("%+v", d) == fmt.Sprintf("%+v", Dataset{}) {
			t.Errorf("%s: Dataset.Add drops the record", s.Name)
		}
		var all Dataset
		all.Append(&d)
		if fmt.Sprintf("%+v", all) != fmt.Sprintf("%+v", d) {
			t.Errorf("%s: Dataset.Append drops the record", s.Name)
		}
	}
}

func TestBadFields(t *testing.T) {
	a := new(Activity)
	a.Base().MarkBad(ActivityDate)
	if a.Base().Usable(ActivityID, ActivityDate) || !a.Base().Usable(ActivityID) || !a.Base().Broken() {
		t.Error("a bad date must spoil what needs the date, and nothing else")
	}
}

func TestPlaceOfAField(t *testing.T) {
	sheet := &source.Sheet{File: &source.File{Path: "a.xlsx"}, Name: "Activiteiten", Columns: []int{2, 0, 5}}
	b := At(source.Row{Sheet: sheet, Number: 14})
	if got := b.Place(2).Cell(); got != "E14" {
		t.Errorf("cell %s, want E14", got)
	}
	upright := &source.Sheet{File: sheet.File, Name: "Fiche", Columns: []int{3, 4}, Vertical: true}
	b = At(source.Row{Sheet: upright, Number: 2})
	if got := b.Place(1).Cell(); got != "B4" {
		t.Errorf("cell %s, want B4", got)
	}
}

func TestRecordsWalksEveryList(t *testing.T) {
	for _, s := range Sheets() {
		var d Dataset
		d.Add(s.New())
		n := 0
		for r := range d.Records(s) {
			n++
			if fmt.Sprintf("%T", r) != fmt.Sprintf("%T", s.New()) {
				t.Errorf("%s: record of type %T", s.Name, r)
			}
		}
		if n != 1 {
			t.Errorf("%s: %d records, want 1", s.Name, n)
		}
	}
}
