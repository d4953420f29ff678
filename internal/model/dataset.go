package model

import (
	"time"

	"voortgang/internal/prose"
	"voortgang/internal/source"
)

// Dataset is everything that was read, in a fixed order: by file path, then
// sheet, then row. Years other than the report's are in it too.
type Dataset struct {
	Objectives     []*Objective
	Projects       []*Project
	Staffing       []*Staffing
	FTE            []*FTE
	Employees      []*Employee
	Trainings      []*Training
	Funding        []*Funding
	Communications []*Communication
	Partnerships   []*Partnership
	Scores         []*Score
	Activities     []*Activity
	Participations []*Participation
	Actors         []*Actor
	Contacts       []*Contact
	Dossiers       []*Dossier
	Volunteers     []*Volunteer
	Progress       []*Progress
	Conclusions    []*Conclusion
	Plans          []*PlannedAction

	// Files lists the input files in order of path, unreadable ones included.
	Files []*InputFile

	// Before is what the file of last year holds (InputFile.LastYear), nil
	// without one. It serves the comparison only: no count or table of the
	// report's year sees it, and no check but those that compare the years.
	Before *Dataset
}

// LastYearName is how the name of the file with last year's rows begins.
const LastYearName = "vorig-jaar"

// Add puts a record in its list.
func (d *Dataset) Add(r Record) {
	switch r := r.(type) {
	case *Objective:
		d.Objectives = append(d.Objectives, r)
	case *Project:
		d.Projects = append(d.Projects, r)
	case *Staffing:
		d.Staffing = append(d.Staffing, r)
	case *FTE:
		d.FTE = append(d.FTE, r)
	case *Employee:
		d.Employees = append(d.Employees, r)
	case *Training:
		d.Trainings = append(d.Trainings, r)
	case *Funding:
		d.Funding = append(d.Funding, r)
	case *Communication:
		d.Communications = append(d.Communications, r)
	case *Partnership:
		d.Partnerships = append(d.Partnerships, r)
	case *Score:
		d.Scores = append(d.Scores, r)
	case *Activity:
		d.Activities = append(d.Activities, r)
	case *Participation:
		d.Participations = append(d.Participations, r)
	case *Actor:
		d.Actors = append(d.Actors, r)
	case *Contact:
		d.Contacts = append(d.Contacts, r)
	case *Dossier:
		d.Dossiers = append(d.Dossiers, r)
	case *Volunteer:
		d.Volunteers = append(d.Volunteers, r)
	case *Progress:
		d.Progress = append(d.Progress, r)
	case *Conclusion:
		d.Conclusions = append(d.Conclusions, r)
	case *PlannedAction:
		d.Plans = append(d.Plans, r)
	}
}

// Append puts the records of another dataset behind those of this one. The
// files of o are not taken over.
func (d *Dataset) Append(o *Dataset) {
	d.Objectives = append(d.Objectives, o.Objectives...)
	d.Projects = append(d.Projects, o.Projects...)
	d.Staffing = append(d.Staffing, o.Staffing...)
	d.FTE = append(d.FTE, o.FTE...)
	d.Employees = append(d.Employees, o.Employees...)
	d.Trainings = append(d.Trainings, o.Trainings...)
	d.Funding = append(d.Funding, o.Funding...)
	d.Communications = append(d.Communications, o.Communications...)
	d.Partnerships = append(d.Partnerships, o.Partnerships...)
	d.Scores = append(d.Scores, o.Scores...)
	d.Activities = append(d.Activities, o.Activities...)
	d.Participations = append(d.Participations, o.Participations...)
	d.Actors = append(d.Actors, o.Actors...)
	d.Contacts = append(d.Contacts, o.Contacts...)
	d.Dossiers = append(d.Dossiers, o.Dossiers...)
	d.Volunteers = append(d.Volunteers, o.Volunteers...)
	d.Progress = append(d.Progress, o.Progress...)
	d.Conclusions = append(d.Conclusions, o.Conclusions...)
	d.Plans = append(d.Plans, o.Plans...)
}

// InputFile is one workbook or CSV file and what was read of it.
type InputFile struct {
	source.File
	// Project is the code of the project whose workbook it is, or "".
	Project string
	// Date1904 is true when the workbook counts its dates from 1904.
	Date1904 bool
	// Sheets lists the sheets in the workbook's order, unknown ones included.
	Sheets []*InputSheet
	// Saved is when the workbook was saved, by its own word; zero when it
	// doesn't say.
	Saved time.Time
	// LastYear is true for the file with last year's rows.
	LastYear bool
	// Titles are the years that titles above the sheets of a project name.
	Titles []TitleYear
}

// TitleYear is a year in a title above the column names of a sheet.
type TitleYear struct {
	Place source.Ref
	Text  string
	Year  int
}

// InputSheet is what was read of one sheet.
type InputSheet struct {
	// Name is the sheet's name in the workbook.
	Name string
	// Decl is the sheet of the contract that it was recognised as; nil when
	// it wasn't or when it is left alone.
	Decl *Sheet
	// Like names the sheet of the contract that an unknown sheet looks like;
	// its rows are not read.
	Like string
	// Guessed is true when Decl was found by more than its name.
	Guessed bool
	// Source is what the records of the sheet point at; nil without Decl.
	Source *source.Sheet
	// Rows counts the rows with data. Records that could be made of them are
	// in the Dataset; Refused counts rows of which no record was made.
	Rows, Refused int
	// Partial is true when the sheet ended too soon: the rows below are not
	// known.
	Partial bool
	// Hidden is true when the sheet is hidden in the workbook.
	Hidden bool
	// Facts is nil for a sheet that wasn't read and for CSV.
	Facts *SheetFacts
}

// Narrative is one text file of teksten/.
type Narrative struct {
	source.File
	// Name is the path within teksten/ without extension: "voorwoord",
	// "themas/wonen", "indicatoren/vte".
	Name   string
	Blocks []prose.Block
	// Text is the file as written, as UTF-8 with plain line ends; checks that
	// need the line and the column of a word look here.
	Text string
}

// Project gives the record with a code, or nil. It is for single look-ups;
// make a map for many.
func (d *Dataset) Project(code string) *Project {
	for _, p := range d.Projects {
		if p.Code == code {
			return p
		}
	}
	return nil
}
