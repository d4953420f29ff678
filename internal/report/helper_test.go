package report

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	"voortgang/config"
	"voortgang/ingest/markdown"
	"voortgang/internal/document"
	"voortgang/internal/finding"
	"voortgang/internal/indicator"
	"voortgang/internal/model"
	"voortgang/internal/source"
	"voortgang/render/workdir/sample"
	"voortgang/templates/example"
)

var update = flag.Bool("update", false, "write the golden files")

// golden compares text with a golden file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("no golden file (make it with -update): %v", err)
	}
	if got != string(want) {
		t.Errorf("%s differs; look at it with go test -update and git diff", path)
	}
}

func day(year int, month time.Month, d int) time.Time {
	return time.Date(year, month, d, 0, 0, 0, 0, time.UTC)
}

func known(v float64) model.Number { return model.Number{Value: v, Known: true} }

// configure makes a configuration with the given themes.
func configure(themes ...string) *config.Config {
	cfg := config.Defaults()
	cfg.Organisation.Name, cfg.Organisation.Address, cfg.Organisation.Email = "Buurthuis De Brug", "Brugstraat 1, 3500 Hasselt", "info@voorbeeld.be"
	cfg.Report.Year, cfg.Report.Date = 2021, day(2022, time.April, 28)
	for _, name := range themes {
		cfg.Themes = append(cfg.Themes, config.Theme{Name: name})
	}
	return &cfg
}

// build makes a report and the builder that it was made with.
func build(in Input) (*document.Document, *builder) {
	if in.Figures == nil && in.Data != nil {
		in.Figures = indicator.Compute(in.Data, in.Config)
	}
	if in.Version == "" {
		in.Version = "1.0"
	}
	b := newBuilder(in)
	b.write()
	return b.document(), b
}

// narrative parses a text.
func narrative(name, text string) *model.Narrative {
	path := "teksten/" + name + ".md"
	blocks, _ := markdown.Parse(path, text)
	return &model.Narrative{File: source.File{Path: path, SHA256: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}, Name: name, Blocks: blocks}
}

// exampleInput is the example of the product.
func exampleInput(t testing.TB) Input {
	t.Helper()
	s, err := sample.Build(example.Files)
	if err != nil {
		t.Fatal(err)
	}
	d := s.Organisation
	for i := range s.Projects {
		d.Projects = append(d.Projects, s.Projects[i].Record)
		d.Append(&s.Projects[i].Data)
	}
	dir := filepath.Join("..", "..", "templates", "example", "workdir")
	cfg, found, err := config.Load(dir, config.Overrides{})
	if err != nil || len(found) > 0 {
		t.Fatal(err, found)
	}
	list, _, err := markdown.Read(dir, config.TextDir)
	if err != nil {
		t.Fatal(err)
	}
	return Input{Config: cfg, Data: &d, Texts: list, Figures: indicator.Compute(&d, cfg), Version: "1.0",
		Image: func(p string) ([]byte, error) { return os.ReadFile(filepath.Join(dir, filepath.FromSlash(p))) }}
}

// smallInput is a report that is small enough to read as a golden file and
// still has something of everything.
func smallInput() Input {
	cfg := configure("Wonen", "Onderwijs")
	cfg.Style.Logo = "logo.png"
	cfg.Rules = map[string]string{"p03": "uit"}
	d := &model.Dataset{
		Objectives: []*model.Objective{
			{StrategicCode: "SD1", StrategicName: "Grondrechten", Code: "OD1.1", Name: "Betere woningen", Theme: "Wonen"},
			{StrategicCode: "SD1", StrategicName: "Grondrechten", Code: "OD1.2", Name: "Meer woningen", Theme: "Wonen", Status: "nieuw"},
			{StrategicCode: "SD2", StrategicName: "Samenleven", Code: "OD2.1", Name: "Buren", Status: "lopend"},
		},
		Projects: []*model.Project{
			{Code: "dak", Name: "Een dak & meer", Theme: "Wonen", Municipalities: []string{"Hasselt", "Genk"}, Phase: model.PhaseRunning,
				Start: day(2020, 1, 1), End: day(2023, 12, 31), Description: "Wonen voor wie weinig heeft.", MainObjectives: []string{"OD1.1", "OD1.2"}, AlsoObjectives: []string{"OD2.1"}},
			{Code: "lek", Name: "Lekvrij", Theme: "Wonen", Sector: true, Phase: model.PhaseEnded, Start: day(2019, 3, 1), End: day(2021, 6, 30), Description: "Daken herstellen.", MainObjectives: []string{"OD1.1"}},
			{Code: "kennis", Name: "Kennis delen", Theme: model.Transversal, Description: "Vorming geven."},
		},
		Staffing: []*model.Staffing{
			{Year: 2019, Norm: known(10), Realised: known(10.5), SocialeMaribel: known(0.5)},
			{Year: 2020, Norm: known(10), Realised: known(9.8), SocialeMaribel: known(0.5)},
			{Year: 2021, Norm: known(10), Realised: known(10), SocialeMaribel: known(0.25)},
		},
		FTE: []*model.FTE{
			{Year: 2020, Theme: "Wonen", With: known(2), Without: known(1)},
			{Year: 2021, Theme: "Wonen", With: known(3), Without: known(0.5)},
			{Year: 2021, Theme: model.Overhead, With: known(0), Without: known(1)},
		},
		Employees: []*model.Employee{
			{Number: "P1", Hired: day(1990, 1, 1)}, {Number: "P2", Hired: day(2019, 9, 1)}, {Number: "P3", Hired: day(2021, 7, 1), Student: true},
		},
		Trainings: []*model.Training{
			{Date: day(2020, 3, 1), Employee: "P1", Kind: model.TrainingFormal, Hours: known(4)},
			{Date: day(2021, 3, 1), Employee: "P1", Kind: model.TrainingFormal, Hours: known(7.5)},
			{Date: day(2021, 5, 1), Employee: "P2", Kind: model.TrainingInformal, Hours: known(2)},
		},
		Funding: []*model.Funding{
			{Year: 2021, Theme: "Wonen", Source: model.SourceEnvelope, Amount: known(60000)},
			{Year: 2021, Theme: "Wonen", Source: model.SourceLocal, Amount: known(40000)},
		},
		Communications: []*model.Communication{
			{Number: known(2), Action: "Artikel <over> ons", Description: "Een stuk in de krant.", When: model.Period{Text: "5/1/2021", From: day(2021, 1, 5), To: day(2021, 1, 5)},
				Kind: "artikel", Medium: "HBVL", Carrier: "print", Audiences: []string{"Breed publiek"}, Links: []string{"https://www.voorbeeld.be/a", "https://www.voorbeeld.be/b"}},
			{Number: known(1), Action: "Website", Description: "Nieuws.", When: model.Period{Text: "continu", Continuous: true}, Kind: "website", Medium: "eigen website", Carrier: "online", Audiences: []string{"Breed publiek", "Partners"}},
			{Number: known(3), Action: "Oude folder", When: model.Period{Text: "2019", From: day(2019, 1, 1), To: day(2019, 12, 31)}},
		},
		Partnerships: []*model.Partnership{{Kind: model.PartnershipFormal, Partner: "Stad Hasselt", Goal: "Woningen zoeken", Themes: []string{"Wonen", "Onderwijs"}}},
		Scores: []*model.Score{
			{Year: 2021, Neighbourhood: "Runkst", Framework: "Bouwstenen", Function: "Netwerken", Score: known(4)},
			{Year: 2021, Neighbourhood: "Runkst", Framework: "Bouwstenen", Function: "Zorg", Score: known(2)},
			{Year: 2020, Neighbourhood: "Runkst", Framework: "Bouwstenen", Function: "Zorg", Score: known(1)},
		},
		Activities: []*model.Activity{
			{ID: "1", Project: "dak", Date: day(2021, 2, 1), Kind: "Werkgroepen"}, {ID: "2", Project: "dak", Date: day(2021, 3, 1), Kind: "Acties"},
			{ID: "3", Project: "lek", Date: day(2020, 3, 1), Kind: "Acties"},
		},
		Participations: []*model.Participation{
			{Activity: "1", Project: "dak", Group: "Volwassenen", Count: known(12)}, {Activity: "2", Project: "dak", Group: "Kinderen", Count: known(3)},
			{Activity: "3", Project: "lek", Group: "Senioren", Count: known(9)},
		},
		Actors: []*model.Actor{
			{Project: "dak", Name: "OCMW Hasselt", Type: model.ActorBoth}, {Project: "lek", Name: "ocmw hasselt", Type: model.ActorPartner}, {Project: "lek", Name: "Stebo", Type: model.ActorPartner},
		},
		Contacts: []*model.Contact{
			{Project: "dak", Date: day(2021, 4, 1), Actor: "OCMW Hasselt", Policy: true, TargetGroup: true}, {Project: "lek", Date: day(2021, 4, 2), Actor: "Stebo"},
		},
		Dossiers: []*model.Dossier{
			{Project: "dak", Title: "Nota noodwoningen", Kind: "advies", Government: "Lokaal", Status: model.DossierFinished, Date: day(2021, 11, 30)},
			{Project: "dak", Title: "Nog bezig", Government: "Vlaams", Status: model.DossierRunning},
		},
		Volunteers: []*model.Volunteer{{Project: "dak", Name: "V1", Since: day(2020, 1, 1), Hours: known(40)}},
		Progress: []*model.Progress{
			{Project: "dak", Section: model.SectionCooperation, Rating: "Doelstellingen bereikt", Text: "Het overleg loopt.\n• eerste punt\n▬ eronder\n• tweede punt"},
			{Project: "dak", Section: model.SectionCooperation, Subheading: "Nieuwe partnerschappen", Text: "• een nieuwe partner"},
			{Project: "dak", Section: model.SectionPolitical, Rating: "In ontwikkeling", Text: "Het bestuur luistert."},
			{Project: "dak", Section: model.SectionAdvice, Text: "Bouw kleiner."},
			{Project: "kennis", Section: model.SectionCooperation, Text: "Met hogescholen."},
		},
		Conclusions: []*model.Conclusion{{Project: "dak", Status: "Op schema", Text: "Het gaat goed."}},
		Plans: []*model.PlannedAction{
			{Project: "dak", Action: "Tweede huis", When: model.Period{Text: "2e kwartaal 2022", From: day(2022, 4, 1), To: day(2022, 6, 30)}},
			{Project: "dak", Action: "Overleg", When: model.Period{Text: "continu", Continuous: true}},
		},
	}
	organisation := source.File{Path: "gegevens/organisatie.xlsx", SHA256: "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"}
	d.Files = []*model.InputFile{{File: organisation, Sheets: []*model.InputSheet{
		{Name: "VTE", Decl: &model.FTESheet, Rows: 4, Refused: 1}, {Name: "Toelichting", Rows: 0}, {Name: "Vorming", Decl: &model.TrainingSheet, Rows: 3}}}}
	d.Trainings[2].Base().MarkBad(model.TrainingKind)
	rule := &finding.Rule{Code: "V01", Family: finding.Values, Level: finding.Error, Title: "Waarde is geen getal"}
	return Input{
		Config: cfg, Data: d,
		Texts: []*model.Narrative{
			narrative("voorwoord", "# Voorwoord\n\nWe zetten {{ cijfer \"vte.totaal\" }} VTE in.\n\n## Dank\n\nDank je."),
			narrative("themas/wonen", "## Realisaties\n\nEen **mooi** jaar.\n\n- punt\n  - onder punt\n\n## Aandachtspunten\n\n| Wat | Hoeveel |\n|---|---:|\n| Dossiers | {{ cijfer \"dossiers.totaal\" }} |\n\n![Een huis](beelden/huis.png)"),
			narrative("indicatoren/vte", "Meer personeel, {{ verschil \"vte.totaal\" }} dan vorig jaar."),
			narrative("signalen", "Onbekend: {{ cijfer \"bestaat.niet\" }}."),
			narrative("themas/woonen", "Verdwaald."),
		},
		Findings: []finding.Finding{
			{Rule: rule, Level: finding.Error, Ref: source.Ref{File: organisation.Path, Sheet: "VTE", Col: 3, Row: 4}},
			{Rule: rule, Level: finding.Warning, Ref: source.Ref{File: organisation.Path, Sheet: "VTE", Col: 3, Row: 5}},
		},
		Rules: []*finding.Rule{{Code: "P03", Level: finding.Warning, Title: "Getal wijkt sterk af"}},
		Image: func(p string) ([]byte, error) {
			files := fstest.MapFS{"beelden/huis.png": {Data: []byte("png")}}
			if data, err := files.ReadFile(p); err == nil {
				return data, nil
			}
			return nil, errors.New("not there")
		},
	}
}
