package model

// Communication is one communication action.
type Communication struct {
	base
	Number           Number
	Action           string
	Description      string
	When             Period
	Kind, Medium     string
	Carrier          string
	Audiences, Links []string
}

// Columns of CommunicationSheet.
const (
	CommunicationNumber = iota
	CommunicationAction
	CommunicationDescription
	CommunicationWhen
	CommunicationKind
	CommunicationMedium
	CommunicationCarrier
	CommunicationAudiences
	CommunicationLinks
)

// Fields implements Record.
func (c *Communication) Fields(buf []any) []any {
	return append(buf, &c.Number, &c.Action, &c.Description, &c.When, &c.Kind, &c.Medium, &c.Carrier, &c.Audiences, &c.Links)
}

// CommunicationSheet declares Communicatieacties.
var CommunicationSheet = Sheet{
	Name: "Communicatieacties", Aliases: []string{"Communicatie", "Communicatieactie"}, Level: Organisation,
	Key:  []int{CommunicationNumber},
	Help: "De communicatieacties van het jaar, genummerd vanaf 1.",
	New:  func() Record { return new(Communication) },
	Columns: []Column{
		{Name: "nr", Aliases: []string{"nummer"}, Kind: Whole, Required: true, Help: "Volgnummer, vanaf 1.", Example: "10"},
		{Name: "actie", Aliases: []string{"communicatieactie", "titel"}, Kind: Name, Required: true, Help: "Naam of titel van de actie.", Example: "Artikel over het buurthuis"},
		{Name: "omschrijving", Aliases: []string{"omschrijving/resultaat", "resultaat"}, Kind: Text, Required: true, Help: "Wat de actie inhield of opleverde.", Example: "Sloop en nieuwbouw in Meulenberg."},
		{Name: "datum", Kind: Term, Required: true, Help: "Dag, maand, kwartaal, jaar of ‘continu’.", Example: "05/01/2021"},
		{Name: "soort", Kind: Name, Help: "Soort actie.", Example: "artikel"},
		{Name: "medium", Kind: Name, Help: "Krant, website, sociaal netwerk …", Example: "HBVL"},
		{Name: "drager", Kind: Choice, Open: true, Allowed: []string{"online", "print", "beide", "radio", "televisie", "podcast", "fysiek"}, Help: "Online, print, beide …", Example: "online"},
		{Name: "doelgroepen", Aliases: []string{"doelgroep"}, Kind: List, Help: "Voor wie de actie bedoeld was, gescheiden door een puntkomma.", Example: "Breed publiek; Lokale besturen"},
		{Name: "link", Aliases: []string{"links", "url"}, Kind: List, Addresses: true, Help: "Webadressen, gescheiden door een puntkomma.", Example: "https://www.voorbeeld.be/artikel"},
	},
}

// Partnership is a partnership that the report lists in a table.
type Partnership struct {
	base
	Kind, Partner, Goal string
	Themes              []string
}

// Columns of PartnershipSheet.
const (
	PartnershipKind = iota
	PartnershipPartner
	PartnershipGoal
	PartnershipThemes
)

// Kinds of partnership, in the report's order.
const (
	PartnershipFormal  = "formeel"
	PartnershipInside  = "tweedelijn binnen sector"
	PartnershipOutside = "tweedelijn buiten sector"
)

// Fields implements Record.
func (p *Partnership) Fields(buf []any) []any {
	return append(buf, &p.Kind, &p.Partner, &p.Goal, &p.Themes)
}

// PartnershipSheet declares Samenwerkingsverbanden.
var PartnershipSheet = Sheet{
	Name: "Samenwerkingsverbanden", Aliases: []string{"Samenwerkingen", "Partnerschappen"}, Level: Organisation,
	Help: "De formele samenwerkingsverbanden en het tweedelijnswerk.",
	New:  func() Record { return new(Partnership) },
	Columns: []Column{
		{Name: "soort", Kind: Choice, Required: true, Allowed: []string{PartnershipFormal, PartnershipInside, PartnershipOutside},
			Synonyms: map[string]string{"formelesamenwerking": PartnershipFormal, "tweedelijnswerkbinnendesector": PartnershipInside, "tweedelijnswerkbuitendesector": PartnershipOutside, "tweedelijnbinnendesector": PartnershipInside, "tweedelijnbuitendesector": PartnershipOutside},
			Help:     "Formeel, tweedelijn binnen sector of tweedelijn buiten sector.", Example: PartnershipFormal},
		{Name: "partner", Kind: Name, Required: true, Help: "Naam van de partner.", Example: "Stad Genk"},
		{Name: "doel", Kind: Text, Required: true, Help: "Waarvoor er samengewerkt wordt.", Example: "Buurtopbouwwerk in vier wijken"},
		{Name: "link_mjp", Aliases: []string{"link met mjp"}, Kind: ChoiceList, Themes: true, Allowed: []string{Transversal}, Required: true, Help: "De thema’s van het meerjarenplan, gescheiden door een puntkomma.", Example: "Wonen; Onderwijs"},
	},
}

// Score is how far one function of a neighbourhood has come, 1 to 5.
type Score struct {
	base
	Year                               int
	Neighbourhood, Framework, Function string
	Score                              Number `validate:"gte=1,lte=5"`
}

// Columns of ScoreSheet.
const (
	ScoreYear = iota
	ScoreNeighbourhood
	ScoreFramework
	ScoreFunction
	ScoreScore
)

// Fields implements Record.
func (s *Score) Fields(buf []any) []any {
	return append(buf, &s.Year, &s.Neighbourhood, &s.Framework, &s.Function, &s.Score)
}

// ScoreSheet declares Buurtscores.
var ScoreSheet = Sheet{
	Name: "Buurtscores", Aliases: []string{"Buurtprofielen", "Buurtscore"}, Level: Organisation,
	Key:  []int{ScoreYear, ScoreNeighbourhood, ScoreFramework, ScoreFunction},
	Help: "De scores van een buurt op de functies van een kader, van 1 tot 5.",
	New:  func() Record { return new(Score) },
	Columns: []Column{
		{Name: "jaar", Kind: Year, Required: true, Help: "Kalenderjaar.", Example: "2021"},
		{Name: "buurt", Kind: Name, Required: true, Help: "Naam van de buurt.", Example: "Beverlo"},
		{Name: "kader", Kind: Name, Required: true, Help: "Kader waarmee de buurt beoordeeld is.", Example: "8 functies van buurtgerichte zorg"},
		{Name: "functie", Kind: Name, Required: true, Help: "Onderdeel van het kader.", Example: "Zorgnoden detecteren"},
		{Name: "score", Kind: Whole, Required: true, Help: "Score van 1 tot 5.", Example: "4"},
	},
}
