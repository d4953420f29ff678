package model

import "time"

// Activity is one activity of a project.
type Activity struct {
	base
	ID, Project string
	Date        time.Time
	Kind        string
	Description string
	Hours       Number `validate:"gte=0"`
}

// Columns of ActivitySheet.
const (
	ActivityID = iota
	ActivityProject
	ActivityDate
	ActivityKind
	ActivityDescription
	ActivityHours
)

// ActivityKinds lists the kinds of activity in the report's order.
func ActivityKinds() []string {
	return []string{"Individuele contacten", "Groepssamenkomsten", "Werkgroepen", "Vorming en info", "Acties", "Uitstappen"}
}

// Fields implements Record.
func (a *Activity) Fields(buf []any) []any {
	return append(buf, &a.ID, &a.Project, &a.Date, &a.Kind, &a.Description, &a.Hours)
}

// ActivitySheet declares Activiteiten.
var ActivitySheet = Sheet{
	Name: "Activiteiten", Aliases: []string{"Activiteit"}, Level: OfProject,
	Key:  []int{ActivityProject, ActivityID},
	Help: "De activiteiten van het project, één per rij.",
	New:  func() Record { return new(Activity) },
	Columns: []Column{
		{Name: "activiteit_id", Aliases: []string{"activiteit", "id", "activiteitnr"}, Kind: Name, Required: true, Help: "Volgnummer of code; elke activiteit van het project heeft een andere.", Example: "A001"},
		{Name: "project", Kind: Name, Help: "Code van het project; mag leeg blijven in het werkboek van een project.", Example: "energiek-pelt"},
		{Name: "datum", Kind: Date, Required: true, Help: "Dag van de activiteit.", Example: "14/04/2021"},
		{Name: "soort", Aliases: []string{"activiteitensoort"}, Kind: Choice, Required: true, Allowed: ActivityKinds(),
			Synonyms: map[string]string{"individueelcontact": "Individuele contacten", "groepssamenkomst": "Groepssamenkomsten", "werkgroep": "Werkgroepen", "vorming": "Vorming en info", "vormingeninformatie": "Vorming en info", "actie": "Acties", "uitstap": "Uitstappen"},
			Help:     "Soort activiteit.", Example: "Werkgroepen"},
		{Name: "omschrijving", Kind: Text, Help: "Wat er gebeurde.", Example: "Overleg met bewoners"},
		{Name: "uren", Kind: Decimal, Hours: true, Help: "Duur in uren.", Example: "2,5"},
	},
}

// Participation counts the people of one group at one activity: visits, not
// unique people.
type Participation struct {
	base
	Activity, Project, Group string
	Count                    Number `validate:"gte=0"`
}

// Columns of ParticipationSheet.
const (
	ParticipationActivity = iota
	ParticipationProject
	ParticipationGroup
	ParticipationCount
)

// Fields implements Record.
func (p *Participation) Fields(buf []any) []any {
	return append(buf, &p.Activity, &p.Project, &p.Group, &p.Count)
}

// ParticipationSheet declares Deelnames.
var ParticipationSheet = Sheet{
	Name: "Deelnames", Aliases: []string{"Deelname", "Deelnemers"}, Level: OfProject,
	Key:  []int{ParticipationProject, ParticipationActivity, ParticipationGroup},
	Help: "Het aantal deelnames per activiteit en groep.",
	New:  func() Record { return new(Participation) },
	Columns: []Column{
		{Name: "activiteit_id", Aliases: []string{"activiteit", "id", "activiteitnr"}, Kind: Name, Required: true, Help: "De code uit het blad Activiteiten.", Example: "A001"},
		{Name: "project", Kind: Name, Help: "Code van het project; mag leeg blijven in het werkboek van een project.", Example: "energiek-pelt"},
		{Name: "groep", Kind: Choice, Required: true, Allowed: []string{"Volwassenen", "Jongeren", "Kinderen", "Senioren"},
			Synonyms: map[string]string{"volwassene": "Volwassenen", "jongere": "Jongeren", "kind": "Kinderen", "senior": "Senioren", "ouderen": "Senioren"},
			Help:     "Leeftijdsgroep.", Example: "Volwassenen"},
		{Name: "aantal", Kind: Whole, Required: true, Help: "Aantal deelnames, een geheel getal vanaf 0.", Example: "12"},
	},
}
