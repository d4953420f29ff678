package report

import (
	"strings"

	"go.yaml.in/yaml/v3"

	fixed "voortgang/templates/report"
)

// layout is templates/report/rapport.yaml.
type layout struct {
	Contents string    `yaml:"inhoud"`
	Preface  titled    `yaml:"voorwoord"`
	Colophon titled    `yaml:"colofon"`
	Review   reviewing `yaml:"evaluatie"`
	Figures  measuring `yaml:"indicatoren"`
	Projects telling   `yaml:"projecten"`
	Annexes  annexing  `yaml:"bijlagen"`
	Account  account   `yaml:"verantwoording"`
	Empty    empties   `yaml:"leeg"`
	// FigureList is the title of the list of charts and tables.
	FigureList string    `yaml:"figuren"`
	Registers  registers `yaml:"registers"`
}

// titled is a section with the names that its text may have.
type titled struct {
	Title string   `yaml:"titel"`
	Intro string   `yaml:"inleiding"`
	Lead  string   `yaml:"lead"`
	Texts []string `yaml:"teksten"`
}

// chapter is the opening of a chapter.
type chapter struct {
	Title   string    `yaml:"titel"`
	Lead    string    `yaml:"lead"`
	Texts   []string  `yaml:"teksten"`
	Figures []keyLine `yaml:"kerncijfers"`
}

// keyLine is a large figure of an opening: its key and what it is called. What
// it is made of, or a note, stands under it where there is no earlier year to
// compare with.
type keyLine struct {
	Key   string    `yaml:"sleutel"`
	Name  string    `yaml:"naam"`
	Parts []keyPart `yaml:"delen"`
	Note  string    `yaml:"toelichting"`
}

// keyPart is a part of a figure: its key, and the words for one and for more.
type keyPart struct {
	Key  string `yaml:"sleutel"`
	One  string `yaml:"een"`
	Many string `yaml:"meer"`
}

type reviewing struct {
	chapter      `yaml:",inline"`
	Themes       titled `yaml:"per_thema"`
	Reach        titled `yaml:"doelgroepbereik"`
	Partnerships titled `yaml:"partnerschappen"`
	Signals      titled `yaml:"signalen"`
	Shifts       titled `yaml:"verschuivingen"`
}

type measuring struct {
	chapter `yaml:",inline"`
	Pages   []indicatorPage `yaml:"bladzijden"`
}

// indicatorPage is one indicator: the prefix of its keys, its name in the
// contract, and the question that it answers.
type indicatorPage struct {
	Key      string   `yaml:"sleutel"`
	Name     string   `yaml:"naam"`
	Question string   `yaml:"vraag"`
	Texts    []string `yaml:"teksten"`
}

type telling struct {
	chapter     `yaml:",inline"`
	Timeline    titled `yaml:"tijdlijn"`
	Scale       string `yaml:"schaal"`
	Transversal titled `yaml:"transversaal"`
	NoTheme     titled `yaml:"zonder_thema"`
}

type annexing struct {
	chapter          `yaml:",inline"`
	Fixed            string `yaml:"vaste_gegevens"`
	FixedTransversal string `yaml:"vaste_gegevens_transversaal"`
	FixedNoTheme     string `yaml:"vaste_gegevens_zonder_thema"`
	Plan             titled `yaml:"meerjarenplan"`
	Profiles         titled `yaml:"buurtprofielen"`
}

type account struct {
	titled      `yaml:",inline"`
	Conventions []string `yaml:"afspraken"`
	Tracing     string   `yaml:"herleiden"`
	Attachments string   `yaml:"bijlagen_in_pdf"`
}

// registers are the indexes at the end.
type registers struct {
	Municipalities titled `yaml:"gemeenten"`
	Partners       titled `yaml:"partners"`
}

// empties are the lines that stand where there is nothing.
type empties struct {
	Text     string `yaml:"tekst"`
	Data     string `yaml:"gegevens"`
	Fixed    string `yaml:"vaste_gegevens"`
	Section  string `yaml:"rubriek"`
	Plan     string `yaml:"planning"`
	Theme    string `yaml:"thema_zonder_project"`
	Projects string `yaml:"projecten"`
}

// readLayout reads the layout and puts the values in its sentences that hold
// for the whole report. The file is embedded: an error is a fault of ours.
func readLayout(values map[string]string) *layout {
	var l layout
	var pairs []string
	for name, value := range values {
		pairs = append(pairs, "{"+name+"}", value)
	}
	var root yaml.Node
	if err := yaml.Unmarshal(fixed.Layout, &root); err != nil {
		panic("report: templates/report/rapport.yaml: " + err.Error())
	}
	replaceIn(&root, strings.NewReplacer(pairs...))
	if err := root.Decode(&l); err != nil {
		panic("report: templates/report/rapport.yaml: " + err.Error())
	}
	return &l
}

// replaceIn fills in the values after parsing, so that no name of an
// organisation can upset the YAML.
func replaceIn(n *yaml.Node, r *strings.Replacer) {
	if n.Kind == yaml.ScalarNode {
		n.Value = r.Replace(n.Value)
	}
	for _, c := range n.Content {
		replaceIn(c, r)
	}
}
