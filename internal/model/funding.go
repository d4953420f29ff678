package model

// Funding is an amount from one source for one theme in one year.
type Funding struct {
	base
	Year           int
	Theme, Project string
	Source         string
	Amount         Number
}

// Columns of FundingSheet.
const (
	FundingYear = iota
	FundingTheme
	FundingProject
	FundingSource
	FundingAmount
)

// Sources of funding, in the order in which the report lists them.
const (
	SourceEnvelope   = "Enveloppe"
	SourceLocal      = "Lokaal bestuur"
	SourceProvince   = "Provincie"
	SourceFlemish    = "Vlaamse overheid"
	SourceFederal    = "Federale overheid"
	SourceEurope     = "Europa"
	SourceFoundation = "Fondsen en giften"
	SourceOther      = "Andere"
)

// FundingSources lists the sources in the report's order.
func FundingSources() []string {
	return []string{SourceEnvelope, SourceLocal, SourceProvince, SourceFlemish, SourceFederal, SourceEurope, SourceFoundation, SourceOther}
}

// Fields implements Record.
func (f *Funding) Fields(buf []any) []any {
	return append(buf, &f.Year, &f.Theme, &f.Project, &f.Source, &f.Amount)
}

// FundingSheet declares Middelen.
var FundingSheet = Sheet{
	Name: "Middelen", Aliases: []string{"Lokale middelen", "Financiering"}, Level: Organisation,
	Help: "De middelen per jaar, thema en bron, in euro.",
	New:  func() Record { return new(Funding) },
	Columns: []Column{
		{Name: "jaar", Kind: Year, Required: true, Help: "Kalenderjaar.", Example: "2021"},
		{Name: "thema", Kind: Choice, Themes: true, Allowed: []string{Transversal, Overhead}, Required: true, Help: "Een thema, Transversaal of Overhead.", Example: "Wonen"},
		{Name: "project", Kind: Name, Optional: true, Help: "Code van het project, als het bedrag voor één project is.", Example: "energiek-pelt"},
		{Name: "bron", Kind: Choice, Required: true, Allowed: FundingSources(),
			Synonyms: map[string]string{"gemeente": SourceLocal, "stad": SourceLocal, "lokaalbestuurgemeente": SourceLocal, "vlaanderen": SourceFlemish, "giften": SourceFoundation, "fondsen": SourceFoundation, "federaal": SourceFederal, "eu": SourceEurope},
			Help:     "Waar het geld vandaan komt.", Example: SourceLocal},
		{Name: "bedrag_eur", Aliases: []string{"bedrag"}, Kind: Decimal, Money: true, Required: true, Help: "Bedrag in euro.", Example: "12.500"},
	},
}
