package model

// Progress is the text, and the rating, of one section of a project's review.
type Progress struct {
	base
	Project, Section, Rating, Subheading, Text string
}

// Columns of ProgressSheet.
const (
	ProgressProject = iota
	ProgressSection
	ProgressRating
	ProgressSubheading
	ProgressText
)

// Sections of a project's review.
const (
	SectionCooperation   = "Samenwerking"
	SectionPolitical     = "Politieke resultaten"
	SectionParticipation = "Participatief werken"
	SectionAdvice        = "Beleidsadviezen"
)

// Sections lists the sections in the report's order; all but the last are rated.
func Sections() []string {
	return []string{SectionCooperation, SectionPolitical, SectionParticipation, SectionAdvice}
}

// Ratings lists the five steps of the rating scale, lowest first.
func Ratings() []string {
	return []string{"Niet van toepassing", "In ontwikkeling", "Deelresultaten behaald", "Doelstellingen bereikt", "Boven verwachting"}
}

// Fields implements Record.
func (p *Progress) Fields(buf []any) []any {
	return append(buf, &p.Project, &p.Section, &p.Rating, &p.Subheading, &p.Text)
}

// ProgressSheet declares Voortgang.
var ProgressSheet = Sheet{
	Name: "Voortgang", Aliases: []string{"Terugblik", "Kwalitatieve voortgang"}, Level: OfProject,
	Help: "De terugblik per rubriek, met een score; een rubriek mag meer rijen hebben, elk met een tussenkop.",
	New:  func() Record { return new(Progress) },
	Columns: []Column{
		{Name: "project", Kind: Name, Help: "Code van het project; mag leeg blijven in het werkboek van een project.", Example: "energiek-pelt"},
		{Name: "rubriek", Kind: Choice, Required: true, Allowed: Sections(),
			Synonyms: map[string]string{"participatie": SectionParticipation, "beleidsadvies": SectionAdvice, "politiekeresultaat": SectionPolitical},
			Help:     "Rubriek van de terugblik.", Example: SectionCooperation},
		{Name: "score", Kind: Choice, Allowed: Ratings(),
			Synonyms: map[string]string{"nvt": Ratings()[0], "deelresultaten": Ratings()[2], "deelresultatenbehaald": Ratings()[2], "doelstellingbereikt": Ratings()[3]},
			Help:     "De beoordeling; verplicht op de eerste rij van elke rubriek behalve Beleidsadviezen.", Example: "Doelstellingen bereikt"},
		{Name: "tussenkop", Kind: Name, Help: "Kop boven de tekst van deze rij.", Example: "Structurele partnerschappen"},
		{Name: "tekst", Kind: Text, Required: true, Help: "De tekst; een regel die begint met • is een opsomming, met ▬ of - een opsomming daaronder.", Example: "Het overleg met de gemeente loopt goed."},
	},
}

// Conclusion closes a project's review.
type Conclusion struct {
	base
	Project, Status, Text string
}

// Columns of ConclusionSheet.
const (
	ConclusionProject = iota
	ConclusionStatus
	ConclusionText
)

// ConclusionStatuses lists the six statuses in the report's order.
func ConclusionStatuses() []string {
	return []string{"Nog niet opgestart", "Op schema", "Bijgestuurd", "Voltooid", "Stopgezet", "Nieuw"}
}

// Fields implements Record.
func (c *Conclusion) Fields(buf []any) []any {
	return append(buf, &c.Project, &c.Status, &c.Text)
}

// ConclusionSheet declares Conclusie.
var ConclusionSheet = Sheet{
	Name: "Conclusie", Aliases: []string{"Samenvattende conclusie", "Conclusies"}, Level: OfProject,
	Key:  []int{ConclusionProject},
	Help: "De samenvattende conclusie van het project, één rij.",
	New:  func() Record { return new(Conclusion) },
	Columns: []Column{
		{Name: "project", Kind: Name, Help: "Code van het project; mag leeg blijven in het werkboek van een project.", Example: "energiek-pelt"},
		{Name: "status", Kind: Choice, Required: true, Allowed: ConclusionStatuses(),
			Synonyms: map[string]string{"afgerond": "Voltooid"},
			Help:     "Hoe het project er op het einde van het jaar voor staat.", Example: "Op schema"},
		{Name: "tekst", Kind: Text, Required: true, Help: "De conclusie in enkele zinnen.", Example: "Het project zit op koers."},
	},
}

// PlannedAction is one action planned for the coming year.
type PlannedAction struct {
	base
	Project, Action string
	When            Period
}

// Columns of PlanSheet.
const (
	PlanProject = iota
	PlanAction
	PlanWhen
)

// Fields implements Record.
func (p *PlannedAction) Fields(buf []any) []any {
	return append(buf, &p.Project, &p.Action, &p.When)
}

// PlanSheet declares Planning.
var PlanSheet = Sheet{
	Name: "Planning", Aliases: []string{"Planning volgend jaar"}, Level: OfProject,
	Help: "Wat het project van plan is, één actie per rij.",
	New:  func() Record { return new(PlannedAction) },
	Columns: []Column{
		{Name: "project", Kind: Name, Help: "Code van het project; mag leeg blijven in het werkboek van een project.", Example: "energiek-pelt"},
		{Name: "actie", Kind: Text, Required: true, Help: "Wat er gepland is.", Example: "Tweede buurtfeest"},
		{Name: "termijn", Kind: Term, Help: "Dag, maand, kwartaal, jaar of ‘continu’.", Example: "2e kwartaal 2022"},
	},
}
