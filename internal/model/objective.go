package model

// Objective is an operational objective of the multi-year plan.
type Objective struct {
	base
	StrategicCode, StrategicName, Subgroup, Code, Name, Theme, Status string
}

// Columns of ObjectiveSheet.
const (
	ObjectiveStrategicCode = iota
	ObjectiveStrategicName
	ObjectiveSubgroup
	ObjectiveCode
	ObjectiveName
	ObjectiveTheme
	ObjectiveStatus
)

// Statuses of an objective.
const (
	ObjectiveRunning = "lopend"
	ObjectiveStruck  = "geschrapt"
	ObjectiveNew     = "nieuw"
)

// Fields implements Record.
func (o *Objective) Fields(buf []any) []any {
	return append(buf, &o.StrategicCode, &o.StrategicName, &o.Subgroup, &o.Code, &o.Name, &o.Theme, &o.Status)
}

// ObjectiveSheet declares Meerjarenplan.
var ObjectiveSheet = Sheet{
	Name: "Meerjarenplan", Aliases: []string{"MJP", "Doelstellingen"}, Level: Organisation,
	Key:  []int{ObjectiveCode},
	Help: "De strategische en operationele doelstellingen van het meerjarenplan, één operationele doelstelling per rij.",
	New:  func() Record { return new(Objective) },
	Columns: []Column{
		{Name: "sd_code", Aliases: []string{"code sd"}, Kind: Name, Required: true, Help: "Code van de strategische doelstelling.", Example: "SD1"},
		{Name: "sd", Aliases: []string{"strategische doelstelling"}, Kind: Name, Required: true, Help: "Naam van de strategische doelstelling.", Example: "Grond- en mensenrechten"},
		{Name: "subgroep", Kind: Name, Help: "Onderverdeling binnen de strategische doelstelling.", Example: "Wonen"},
		{Name: "od_code", Aliases: []string{"code od"}, Kind: Name, Required: true, Help: "Code van de operationele doelstelling; elke code komt één keer voor.", Example: "OD1.1"},
		{Name: "od", Aliases: []string{"operationele doelstelling"}, Kind: Name, Required: true, Help: "Naam van de operationele doelstelling.", Example: "Kwaliteitsverbetering woonmarkt"},
		{Name: "thema", Kind: Choice, Themes: true, Allowed: []string{Transversal}, Help: "Het thema waaronder de doelstelling valt.", Example: "Wonen"},
		{Name: "status", Kind: Choice, Allowed: []string{ObjectiveRunning, ObjectiveStruck, ObjectiveNew}, Help: "Loopt de doelstelling, is ze nieuw of geschrapt?", Example: ObjectiveRunning},
	},
}
