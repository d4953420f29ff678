// Package model declares the input contract: one file per sheet, each with the
// record type, its columns and its key. Reading a sheet, its required and
// unique checks, the blank workbook and the handbook's page all follow from
// these declarations. The package also holds what the stages hand on to each
// other: the dataset, the narrative and the figures.
package model

import (
	"time"

	"voortgang/internal/source"
)

// Kind says how the values of a column are read (the contract's table "How
// values are read") and with that the Go type of the field.
type Kind int

// The kinds and the type of the field that Record.Fields must give for them.
const (
	// Text is *string: free text, line ends kept.
	Text Kind = iota
	// Name is *string: one line of text, white space folded; a code, a name
	// or a pseudonym.
	Name
	// Date is *time.Time, midnight UTC; zero when empty.
	Date
	// Term is *Period.
	Term
	// Decimal is *Number.
	Decimal
	// Whole is *Number without a fraction.
	Whole
	// Year is *int, 1900–2100; 0 when empty.
	Year
	// YesNo is *bool; an empty cell is false.
	YesNo
	// Choice is *string with one of the allowed values, spelled as declared.
	Choice
	// List is *[]string.
	List
	// ChoiceList is *[]string of allowed values.
	ChoiceList
)

// Number is a number that may be absent.
type Number struct {
	Value float64
	Known bool
}

// Period is a moment or a stretch of time: a day, a month, a quarter, a year,
// or Continuous (continu). Text is the value as written. From and To are both
// included; both zero when Continuous or when nothing was written.
type Period struct {
	Text       string
	From, To   time.Time
	Continuous bool
}

// Column declares one column of a sheet.
type Column struct {
	// Name is the contract's name: lower case, with '_'.
	Name    string
	Aliases []string
	Kind    Kind
	// Required columns must be there and hold a value in every row.
	Required bool
	// Optional columns (marked '?') may be wholly absent without a word;
	// other columns that are not required may too, but are written into
	// blank workbooks.
	Optional bool
	// Allowed are the values of a Choice. With Themes the configured themes
	// are allowed besides. With Open any other value is taken as it is.
	Allowed []string
	Themes  bool
	Open    bool
	// Money is true of a Decimal in euro, Hours of one in hours, Addresses of a
	// List of web addresses.
	Money, Hours, Addresses bool
	// Synonyms maps a folded spelling (dutch.Fold) to an allowed value.
	Synonyms map[string]string
	// Help is one Dutch sentence for the blank workbook and the handbook;
	// Example is a value that is right.
	Help, Example string
}

// Level says who fills in a sheet.
type Level int

// Sheets of the organisation and sheets of a project.
const (
	Organisation Level = iota
	OfProject
)

// Sheet declares one sheet of the contract.
type Sheet struct {
	// Name is how users see it; Aliases are other names it is known by.
	Name    string
	Aliases []string
	Level   Level
	Columns []Column
	// Key are the indexes of the columns that together must be unique;
	// empty when nothing need be.
	Key []int
	// Help is one Dutch sentence that says what belongs here.
	Help string
	// New makes an empty record.
	New func() Record
}

// ProjectColumn gives the index of the column `project`, or -1. In a project
// workbook that column may be left out or empty.
func (s *Sheet) ProjectColumn() int { return s.Column("project") }

// Named gives the column by which other sheets name a row of this one: the
// last of its key that isn't the project; -1 without a key.
func (s *Sheet) Named() int {
	for i := len(s.Key) - 1; i >= 0; i-- {
		if len(s.Key) == 1 || s.Key[i] != s.ProjectColumn() {
			return s.Key[i]
		}
	}
	return -1
}

// Column gives the index of a declared column, or -1.
func (s *Sheet) Column(name string) int {
	for i := range s.Columns {
		if s.Columns[i].Name == name {
			return i
		}
	}
	return -1
}

// Record is one row of a sheet.
type Record interface {
	// Fields appends pointers to the fields to buf, in the order of the
	// sheet's columns and of the type that the column's Kind names.
	Fields(buf []any) []any
	// Base gives the place of the record and which fields are unusable.
	Base() *Base
}

// Base is what every record has: its place and what is wrong with it.
type Base struct {
	Row source.Row
	bad uint32
	// foreign marks the fields whose cell isn't of the type that Excel keeps
	// for their kind.
	foreign uint32
}

// At makes the base of a record at a place.
func At(row source.Row) Base { return Base{Row: row} }

// Place gives the cell of a column.
func (b *Base) Place(column int) source.Ref { return b.Row.Cell(column) }

// MarkBad notes that the value of a column can't be used: it was refused when
// it was read, or a check found it wrong. Figures that need it leave the row
// out and count it.
func (b *Base) MarkBad(column int) { b.bad |= 1 << column }

// Usable tells whether none of the columns is marked bad.
func (b *Base) Usable(columns ...int) bool {
	for _, c := range columns {
		if b.bad&(1<<c) != 0 {
			return false
		}
	}
	return true
}

// MarkForeign notes that the cell of a column isn't of the type that Excel
// keeps for its kind, though it could be read: a date typed as text, which no
// change of date system moves, a code that became a date, or an amount whose
// thousands point was probably taken for a decimal one.
func (b *Base) MarkForeign(column int) { b.foreign |= 1 << column }

// Foreign tells whether a column was marked so.
func (b *Base) Foreign(column int) bool { return b.foreign&(1<<column) != 0 }

// Broken tells whether any column is marked bad.
func (b *Base) Broken() bool { return b.bad != 0 }

// Sheets lists the nineteen sheets in the contract's order. Fiche is not in
// the list: it is Projects written upright (see Fiche).
func Sheets() []*Sheet {
	return []*Sheet{
		&ObjectiveSheet, &ProjectSheet, &StaffingSheet, &FTESheet, &EmployeeSheet,
		&TrainingSheet, &FundingSheet, &CommunicationSheet, &PartnershipSheet, &ScoreSheet,
		&ActivitySheet, &ParticipationSheet, &ActorSheet, &ContactSheet, &DossierSheet,
		&VolunteerSheet, &ProgressSheet, &ConclusionSheet, &PlanSheet,
	}
}

// FicheName is the sheet of a project workbook that holds one project's
// record: the fields of Projecten, upright or as one row.
const FicheName = "Fiche"

// FicheAliases are other names for it.
var FicheAliases = []string{"Projectfiche", "Vaste gegevens"}

// Headings that stand where a theme may stand but are no themes.
const (
	Transversal = "Transversaal"
	Overhead    = "Overhead"
)
