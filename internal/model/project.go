package model

import "time"

// Project is a strategic action, or a transversal action (IsTransversal).
type Project struct {
	base
	Code, Name, Theme string
	Sector            bool
	Municipalities    []string
	Phase             string
	Start, End        time.Time
	Description       string
	// MainObjectives and AlsoObjectives hold od_codes.
	MainObjectives, AlsoObjectives []string
}

// IsTransversal tells whether this is a transversal action: it has no theme,
// phase, term, objectives or ratings.
func (p *Project) IsTransversal() bool { return p.Theme == Transversal }

// Columns of ProjectSheet.
const (
	ProjectCode = iota
	ProjectName
	ProjectTheme
	ProjectSector
	ProjectMunicipalities
	ProjectPhase
	ProjectStart
	ProjectEnd
	ProjectDescription
	ProjectMain
	ProjectAlso
)

// Phases of a project.
const (
	PhasePreparation = "Projectvoorbereiding"
	PhaseRunning     = "Projectuitvoering"
	PhaseEnded       = "Afgerond"
)

// Fields implements Record.
func (p *Project) Fields(buf []any) []any {
	return append(buf, &p.Code, &p.Name, &p.Theme, &p.Sector, &p.Municipalities, &p.Phase, &p.Start, &p.End,
		&p.Description, &p.MainObjectives, &p.AlsoObjectives)
}

// TransversalMayLack tells whether a transversal action may leave a required
// column empty.
func TransversalMayLack(column int) bool {
	switch column {
	case ProjectPhase, ProjectStart, ProjectEnd, ProjectMain:
		return true
	}
	return false
}

// ProjectSheet declares Projecten, and Fiche in a project workbook.
var ProjectSheet = Sheet{
	Name: "Projecten", Aliases: []string{"Projectenlijst", "Strategische acties"}, Level: Organisation,
	Key:  []int{ProjectCode},
	Help: "De vaste gegevens van elk project, één project per rij (of een blad Fiche in het werkboek van het project).",
	New:  func() Record { return new(Project) },
	Columns: []Column{
		{Name: "code", Aliases: []string{"projectcode"}, Kind: Name, Required: true, Help: "Korte vaste code, zonder spaties.", Example: "energiek-pelt"},
		{Name: "naam", Aliases: []string{"projectnaam", "titel"}, Kind: Name, Required: true, Help: "Naam zoals ze in het rapport moet staan.", Example: "EnergieK Pelt"},
		{Name: "thema", Kind: Choice, Themes: true, Allowed: []string{Transversal}, Required: true, Help: "Eén van de thema’s, of Transversaal voor een transversale actie.", Example: "Wonen"},
		{Name: "sectorproject", Kind: YesNo, Help: "Ja als het project samen met de andere instituten van de sector loopt.", Example: "nee"},
		{Name: "gemeenten", Aliases: []string{"gemeente"}, Kind: List, Help: "De gemeenten waar het project werkt, gescheiden door een puntkomma.", Example: "Pelt; Hamont-Achel"},
		{Name: "fase", Kind: Choice, Required: true, Allowed: []string{PhasePreparation, PhaseRunning, PhaseEnded},
			Synonyms: map[string]string{"voorbereiding": PhasePreparation, "uitvoering": PhaseRunning, "inuitvoering": PhaseRunning, "voltooid": PhaseEnded, "beeindigd": PhaseEnded},
			Help:     "In welke fase het project op het einde van het jaar zit.", Example: PhaseRunning},
		{Name: "start", Aliases: []string{"startdatum", "begin", "begindatum"}, Kind: Date, Required: true, Help: "Eerste dag van het project.", Example: "01/01/2021"},
		{Name: "einde", Aliases: []string{"einddatum", "eind"}, Kind: Date, Required: true, Help: "Laatste dag van het project.", Example: "31/12/2022"},
		{Name: "omschrijving", Aliases: []string{"omschrijving van het project", "beschrijving"}, Kind: Text, Required: true, Help: "Wat het project doet en waarom, in enkele zinnen.", Example: "Model om met het lokaal bestuur energiearmoede te verminderen."},
		{Name: "hoofdzakelijk", Aliases: []string{"draagt hoofdzakelijk bij tot"}, Kind: List, Required: true, Help: "Codes (od_code) van de doelstellingen waaraan het project vooral bijdraagt.", Example: "OD1.1; OD1.2"},
		{Name: "ook", Aliases: []string{"ook bij tot", "draagt ook bij tot"}, Kind: List, Help: "Codes (od_code) van de doelstellingen waaraan het project ook bijdraagt.", Example: "OD2.1"},
	},
}
