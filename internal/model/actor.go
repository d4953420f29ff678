package model

import "time"

// Actor is a partner or a solution actor of a project.
type Actor struct {
	base
	Project, Name, Type, Nature string
}

// Columns of ActorSheet.
const (
	ActorProject = iota
	ActorName
	ActorType
	ActorNature
)

// Types of actor.
const (
	ActorPartner  = "partner"
	ActorSolution = "oplossingsactor"
	ActorBoth     = "beide"
)

// Fields implements Record.
func (a *Actor) Fields(buf []any) []any {
	return append(buf, &a.Project, &a.Name, &a.Type, &a.Nature)
}

// ActorSheet declares Actoren.
var ActorSheet = Sheet{
	Name: "Actoren", Aliases: []string{"Partners", "Actoren en partners"}, Level: OfProject,
	Key:  []int{ActorProject, ActorName},
	Help: "De partners en oplossingsactoren van het project.",
	New:  func() Record { return new(Actor) },
	Columns: []Column{
		{Name: "project", Kind: Name, Help: "Code van het project; mag leeg blijven in het werkboek van een project.", Example: "energiek-pelt"},
		{Name: "actor", Aliases: []string{"naam", "organisatie"}, Kind: Name, Required: true, Help: "Naam van de organisatie of het bestuur.", Example: "Gemeente Pelt"},
		{Name: "type", Kind: Choice, Required: true, Allowed: []string{ActorPartner, ActorSolution, ActorBoth},
			Synonyms: map[string]string{"oplossingsactoren": ActorSolution, "partners": ActorPartner, "partnerenoplossingsactor": ActorBoth},
			Help:     "Partner, oplossingsactor of beide.", Example: ActorPartner},
		{Name: "aard", Kind: Choice, Allowed: []string{"structureel", "nieuw"}, Help: "Structurele of nieuwe samenwerking.", Example: "structureel"},
	},
}

// Contact is one contact with an actor.
type Contact struct {
	base
	Project     string
	Date        time.Time
	Actor       string
	Channel     string
	Policy      bool
	TargetGroup bool
}

// Columns of ContactSheet.
const (
	ContactProject = iota
	ContactDate
	ContactActor
	ContactChannel
	ContactPolicy
	ContactTargetGroup
)

// Fields implements Record.
func (c *Contact) Fields(buf []any) []any {
	return append(buf, &c.Project, &c.Date, &c.Actor, &c.Channel, &c.Policy, &c.TargetGroup)
}

// ContactSheet declares Contacten.
var ContactSheet = Sheet{
	Name: "Contacten", Aliases: []string{"Contact"}, Level: OfProject,
	Help: "De contacten met partners en oplossingsactoren.",
	New:  func() Record { return new(Contact) },
	Columns: []Column{
		{Name: "project", Kind: Name, Help: "Code van het project; mag leeg blijven in het werkboek van een project.", Example: "energiek-pelt"},
		{Name: "datum", Kind: Date, Required: true, Help: "Dag van het contact.", Example: "14/04/2021"},
		{Name: "actor", Kind: Name, Required: true, Help: "Naam zoals in het blad Actoren.", Example: "Gemeente Pelt"},
		{Name: "kanaal", Kind: Choice, Allowed: []string{"fysiek", "digitaal", "telefonisch"},
			Synonyms: map[string]string{"online": "digitaal", "telefoon": "telefonisch", "mail": "digitaal", "email": "digitaal"},
			Help:     "Hoe het contact verliep.", Example: "fysiek"},
		{Name: "beleidscontact", Kind: YesNo, Required: true, Help: "Ging het contact over beleid?", Example: "ja"},
		{Name: "doelgroep_betrokken", Aliases: []string{"doelgroep"}, Kind: YesNo, Required: true, Help: "Was de doelgroep er zelf bij?", Example: "nee"},
	},
}

// Dossier is a policy dossier, neighbourhood analysis or advice.
type Dossier struct {
	base
	Project, Title, Kind, Government, Status string
	Date                                     time.Time
	Design, Signals, Recommendations         string
}

// Columns of DossierSheet.
const (
	DossierProject = iota
	DossierTitle
	DossierKind
	DossierGovernment
	DossierStatus
	DossierDate
	DossierDesign
	DossierSignals
	DossierRecommendations
)

// Statuses of a dossier.
const (
	DossierRunning  = "In ontwikkeling"
	DossierFinished = "Afgerond"
)

// Fields implements Record.
func (d *Dossier) Fields(buf []any) []any {
	return append(buf, &d.Project, &d.Title, &d.Kind, &d.Government, &d.Status, &d.Date, &d.Design, &d.Signals, &d.Recommendations)
}

// DossierSheet declares Dossiers.
var DossierSheet = Sheet{
	Name: "Dossiers", Aliases: []string{"Beleidsdossiers", "Dossier"}, Level: OfProject,
	Key:  []int{DossierProject, DossierTitle},
	Help: "De beleidsdossiers, buurtanalyses en adviezen van het project.",
	New:  func() Record { return new(Dossier) },
	Columns: []Column{
		{Name: "project", Kind: Name, Help: "Code van het project; mag leeg blijven in het werkboek van een project.", Example: "energiek-pelt"},
		{Name: "titel", Kind: Name, Required: true, Help: "Titel van het dossier.", Example: "Memorandum energiearmoede"},
		{Name: "soort", Kind: Choice, Allowed: []string{"beleidsdossier", "buurtanalyse", "advies"}, Help: "Soort dossier.", Example: "beleidsdossier"},
		{Name: "niveau", Kind: Choice, Required: true, Allowed: []string{"Lokaal", "Provinciaal", "Vlaams", "Federaal", "Europees"}, Help: "Het bestuursniveau waarvoor het dossier bedoeld is.", Example: "Lokaal"},
		{Name: "status", Kind: Choice, Required: true, Allowed: []string{DossierRunning, DossierFinished}, Help: "In ontwikkeling of afgerond.", Example: DossierFinished},
		{Name: "datum", Kind: Date, Help: "Dag waarop het dossier afgerond werd.", Example: "30/11/2021"},
		{Name: "opzet", Kind: Text, Help: "Waarom het dossier er kwam.", Example: "Noden van huurders in kaart brengen."},
		{Name: "signalen", Kind: Text, Help: "De signalen in het dossier.", Example: "Te weinig betaalbare woningen."},
		{Name: "aanbevelingen", Kind: Text, Help: "Wat het dossier aanbeveelt.", Example: "Een lokaal noodfonds."},
	},
}

// Volunteer is one volunteer of a project under a pseudonym.
type Volunteer struct {
	base
	Project, Name string
	Since, Until  time.Time
	Hours         Number `validate:"gte=0"`
}

// Columns of VolunteerSheet.
const (
	VolunteerProject = iota
	VolunteerName
	VolunteerSince
	VolunteerUntil
	VolunteerHours
)

// Fields implements Record.
func (v *Volunteer) Fields(buf []any) []any {
	return append(buf, &v.Project, &v.Name, &v.Since, &v.Until, &v.Hours)
}

// VolunteerSheet declares Vrijwilligers.
var VolunteerSheet = Sheet{
	Name: "Vrijwilligers", Aliases: []string{"Vrijwilliger"}, Level: OfProject,
	Key:  []int{VolunteerProject, VolunteerName},
	Help: "De vrijwilligers van het project, onder een pseudoniem.",
	New:  func() Record { return new(Volunteer) },
	Columns: []Column{
		{Name: "project", Kind: Name, Help: "Code van het project; mag leeg blijven in het werkboek van een project.", Example: "energiek-pelt"},
		{Name: "vrijwilliger", Aliases: []string{"pseudoniem"}, Kind: Name, Required: true, Help: "Pseudoniem, geen naam.", Example: "V012"},
		{Name: "sinds", Kind: Date, Required: true, Help: "Eerste dag als vrijwilliger.", Example: "01/03/2019"},
		{Name: "tot", Kind: Date, Help: "Laatste dag; leeg als de vrijwilliger nog actief is.", Example: "30/06/2021"},
		{Name: "uren", Kind: Decimal, Hours: true, Help: "Aantal uren in het jaar.", Example: "40"},
	},
}
