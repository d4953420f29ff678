package model

import "time"

// Staffing is one year of the statutory staffing.
type Staffing struct {
	base
	Year                           int
	Norm, Realised, SocialeMaribel Number `validate:"gte=0"`
}

// Columns of StaffingSheet.
const (
	StaffingYear = iota
	StaffingNorm
	StaffingRealised
	StaffingSocialeMaribel
)

// Fields implements Record.
func (s *Staffing) Fields(buf []any) []any {
	return append(buf, &s.Year, &s.Norm, &s.Realised, &s.SocialeMaribel)
}

// StaffingSheet declares Personeelsformatie.
var StaffingSheet = Sheet{
	Name: "Personeelsformatie", Aliases: []string{"Decretale personeelsformatie", "Formatie"}, Level: Organisation,
	Key:  []int{StaffingYear},
	Help: "De decretale personeelsformatie per jaar, in VTE; minstens de laatste drie jaren.",
	New:  func() Record { return new(Staffing) },
	Columns: []Column{
		{Name: "jaar", Kind: Year, Required: true, Help: "Kalenderjaar.", Example: "2021"},
		{Name: "norm_vte", Aliases: []string{"norm"}, Kind: Decimal, Required: true, Help: "Opgelegde formatie in VTE.", Example: "24,57"},
		{Name: "gerealiseerd_vte", Aliases: []string{"gerealiseerd"}, Kind: Decimal, Required: true, Help: "Gerealiseerde formatie in VTE.", Example: "24,45"},
		{Name: "sociale_maribel_vte", Aliases: []string{"sociale maribel", "maribel"}, Kind: Decimal, Required: true, Help: "Bijdrage van de Sociale Maribel in VTE.", Example: "0,69"},
	},
}

// FTE is the staff of one theme (or one project of it) in one year.
type FTE struct {
	base
	Year           int
	Theme, Project string
	// With and Without count FTE that work directly with the target group,
	// and FTE that do not.
	With, Without Number `validate:"gte=0"`
}

// Columns of FTESheet.
const (
	FTEYear = iota
	FTETheme
	FTEProject
	FTEWith
	FTEWithout
)

// Fields implements Record.
func (f *FTE) Fields(buf []any) []any {
	return append(buf, &f.Year, &f.Theme, &f.Project, &f.With, &f.Without)
}

// FTESheet declares VTE.
var FTESheet = Sheet{
	Name: "VTE", Aliases: []string{"Personeelsinzet", "VTE per thema"}, Level: Organisation,
	Key:  []int{FTEYear, FTETheme, FTEProject},
	Help: "De personeelsinzet per jaar en thema (en eventueel per project), in VTE.",
	New:  func() Record { return new(FTE) },
	Columns: []Column{
		{Name: "jaar", Kind: Year, Required: true, Help: "Kalenderjaar.", Example: "2021"},
		{Name: "thema", Kind: Choice, Themes: true, Allowed: []string{Transversal, Overhead}, Required: true, Help: "Een thema, Transversaal of Overhead.", Example: "Wonen"},
		{Name: "project", Kind: Name, Optional: true, Help: "Code van het project, als de inzet per project geteld wordt.", Example: "energiek-pelt"},
		{Name: "vte_met_doelgroep", Aliases: []string{"met doelgroep"}, Kind: Decimal, Required: true, Help: "VTE die rechtstreeks met de doelgroep werken.", Example: "3,25"},
		{Name: "vte_zonder_doelgroep", Aliases: []string{"zonder doelgroep"}, Kind: Decimal, Required: true, Help: "VTE die niet rechtstreeks met de doelgroep werken.", Example: "0,5"},
	},
}

// Employee is one member of staff under a pseudonym.
type Employee struct {
	base
	Number      string
	Hired, Left time.Time
	Function    string
	Student     bool
}

// Columns of EmployeeSheet.
const (
	EmployeeNumber = iota
	EmployeeHired
	EmployeeLeft
	EmployeeFunction
	EmployeeStudent
)

// Fields implements Record.
func (e *Employee) Fields(buf []any) []any {
	return append(buf, &e.Number, &e.Hired, &e.Left, &e.Function, &e.Student)
}

// EmployeeSheet declares Personeel.
var EmployeeSheet = Sheet{
	Name: "Personeel", Aliases: []string{"Personeelslijst", "Medewerkers"}, Level: Organisation,
	Key:  []int{EmployeeNumber},
	Help: "De medewerkers onder een pseudoniem, met hun datum in en uit dienst.",
	New:  func() Record { return new(Employee) },
	Columns: []Column{
		{Name: "personeelsnummer", Aliases: []string{"nummer", "medewerker"}, Kind: Name, Required: true, Help: "Pseudoniem, geen naam of rijksregisternummer.", Example: "P001"},
		{Name: "in_dienst", Aliases: []string{"datum in dienst"}, Kind: Date, Required: true, Help: "Eerste werkdag.", Example: "01/09/2004"},
		{Name: "uit_dienst", Aliases: []string{"datum uit dienst"}, Kind: Date, Help: "Laatste werkdag; leeg als de medewerker nog in dienst is.", Example: "31/03/2021"},
		{Name: "functiegroep", Aliases: []string{"functie"}, Kind: Name, Help: "Soort functie.", Example: "Opbouwwerker"},
		{Name: "jobstudent", Kind: YesNo, Help: "Ja voor een jobstudent; die telt niet mee in de anciënniteit.", Example: "nee"},
	},
}

// Training is one training of one member of staff.
type Training struct {
	base
	Date     time.Time
	Employee string
	Kind     string
	Hours    Number `validate:"gte=0"`
	Subject  string
}

// Columns of TrainingSheet.
const (
	TrainingDate = iota
	TrainingEmployee
	TrainingKind
	TrainingHours
	TrainingSubject
)

// Kinds of training.
const (
	TrainingFormal   = "formeel"
	TrainingInformal = "informeel"
)

// Fields implements Record.
func (t *Training) Fields(buf []any) []any {
	return append(buf, &t.Date, &t.Employee, &t.Kind, &t.Hours, &t.Subject)
}

// TrainingSheet declares Vorming.
var TrainingSheet = Sheet{
	Name: "Vorming", Aliases: []string{"Vormingen", "Vormingsuren", "Opleidingen"}, Level: Organisation,
	Help: "De gevolgde vormingen, één rij per medewerker en vorming.",
	New:  func() Record { return new(Training) },
	Columns: []Column{
		{Name: "datum", Kind: Date, Required: true, Help: "Dag van de vorming (de eerste als ze meer dagen duurt).", Example: "15/03/2021"},
		{Name: "personeelsnummer", Aliases: []string{"nummer", "medewerker"}, Kind: Name, Required: true, Help: "Pseudoniem uit het blad Personeel.", Example: "P001"},
		{Name: "soort", Kind: Choice, Required: true, Allowed: []string{TrainingFormal, TrainingInformal}, Help: "Formele of informele vorming.", Example: TrainingFormal},
		{Name: "uren", Aliases: []string{"aantal uren"}, Kind: Decimal, Hours: true, Required: true, Help: "Aantal uren.", Example: "7,5"},
		{Name: "onderwerp", Kind: Name, Help: "Waarover de vorming ging.", Example: "Participatief werken"},
	},
}
