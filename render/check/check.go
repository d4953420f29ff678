// Package check writes what was found, for the people who must act on it: as
// lines for a terminal (Page, Lines), as a page (HTML), as a list in a workbook
// (Workbook), as copies of the workbooks with notes in their cells (Annotate),
// and as validatie.json for machines (JSON). Every output is bytes: the
// package touches no disk, and the same report always gives the same bytes.
package check

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"voortgang/internal/delivery"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// Report is all that the outputs of a check are made of.
type Report struct {
	Version  string
	Rules    []*finding.Rule
	Year     int
	Data     *model.Dataset
	Texts    []*model.Narrative
	Findings []finding.Finding
	// Accepted is how many other findings a person accepted.
	Accepted int
	// Organisation is whose workdir it is.
	Organisation string
	// Dir is the workdir as the user wrote it; empty or "." for the folder in
	// which the program runs.
	Dir string
	// Owed gives what the configuration says that a project owes; it may be nil.
	Owed func(*model.Project) delivery.Duty
	// Copies are the annotated copies, for the outputs that link to them.
	Copies []Copy
}

// Copy is the annotated copy of one input file.
type Copy struct {
	// Source is the input file, relative to the workdir with '/'.
	Source string
	// Path is where the copy stands, relative to the folder of the outputs
	// with '/'; empty when none could be made.
	Path string
	// Problem says in Dutch why there is no copy, or what it lacks; empty
	// when all is well.
	Problem string
}

// copyOf gives the copy of an input file, or nil.
func (r *Report) copyOf(file string) *Copy {
	for i := range r.Copies {
		if r.Copies[i].Source == file {
			return &r.Copies[i]
		}
	}
	return nil
}

// The types below are validatie.json, in the order in which its keys stand.
type jsonReport struct {
	Version  string        `json:"versie"`
	RuleSet  string        `json:"regelset"`
	Year     int           `json:"jaar"`
	Summary  jsonSummary   `json:"samenvatting"`
	Files    []jsonFile    `json:"bestanden"`
	Findings []jsonFinding `json:"meldingen"`
}

type jsonSummary struct {
	Errors   int `json:"fouten"`
	Warnings int `json:"waarschuwingen"`
	Infos    int `json:"info"`
	Accepted int `json:"aanvaard"`
	Files    int `json:"bestanden"`
	Rows     int `json:"rijen"`
	LeftOut  int `json:"rijen_buiten_cijfers"`
}

type jsonFile struct {
	File   string      `json:"bestand"`
	SHA256 string      `json:"sha256"`
	Sheets []jsonSheet `json:"bladen"`
}

type jsonSheet struct {
	Sheet string `json:"blad"`
	Rows  int    `json:"rijen"`
}

type jsonFinding struct {
	Code     string   `json:"code"`
	Level    string   `json:"niveau"`
	File     string   `json:"bestand"`
	Sheet    string   `json:"blad,omitempty"`
	Cell     string   `json:"cel,omitempty"`
	Cells    []string `json:"cellen,omitempty"`
	Column   string   `json:"kolom,omitempty"`
	Line     int      `json:"regel,omitempty"`
	Char     int      `json:"kolomnr,omitempty"`
	Found    string   `json:"gevonden"`
	Expected string   `json:"verwacht"`
	Message  string   `json:"melding"`
	Proposal string   `json:"voorstel"`
	Project  string   `json:"project,omitempty"`
}

// JSON gives validatie.json: the same findings always give the same bytes.
func JSON(r Report) ([]byte, error) {
	q := r.Data.Quality()
	out := jsonReport{
		Version: r.Version, RuleSet: RuleSet(r.Rules), Year: r.Year,
		Summary: jsonSummary{Accepted: r.Accepted, Files: q.Files, Rows: q.Rows, LeftOut: q.LeftOut},
		Files:   []jsonFile{}, Findings: []jsonFinding{},
	}
	out.Summary.Errors, out.Summary.Warnings, out.Summary.Infos = finding.Count(r.Findings)
	for _, f := range r.Data.Files {
		file := jsonFile{File: f.Path, SHA256: f.SHA256, Sheets: []jsonSheet{}}
		for _, s := range f.Sheets {
			file.Sheets = append(file.Sheets, jsonSheet{Sheet: s.Name, Rows: s.Rows})
		}
		out.Files = append(out.Files, file)
	}
	for _, f := range r.Findings {
		out.Findings = append(out.Findings, jsonFinding{
			Code: f.Code(), Level: f.Level.String(), File: f.Ref.File, Sheet: f.Ref.Sheet, Cell: f.Ref.Cell(),
			Cells: cells(f), Column: f.Column, Line: f.Ref.Line, Char: f.Ref.Char,
			Found: f.Found, Expected: f.Expected, Message: f.Message, Proposal: f.Proposal, Project: f.Project,
		})
	}
	data, err := json.MarshalIndent(out, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("writing validatie.json: %w", err)
	}
	return append(data, '\n'), nil
}

// PublicJSON gives validatie.json as it may travel with the report: which rule
// found something where, and how often, without what stood there. A value, and
// a sentence that quotes it, can be a name or a file number; the title of the
// rule stands in its place.
func PublicJSON(r Report) ([]byte, error) {
	list := make([]finding.Finding, len(r.Findings))
	for i, f := range r.Findings {
		f.Found, f.Proposal, f.Message = "", "", ""
		if f.Rule != nil {
			f.Message = f.Rule.Title + "."
		}
		list[i] = f
	}
	r.Findings = list
	return JSON(r)
}

// cells lists all cells of a finding, for a finding on one cell just that one.
func cells(f finding.Finding) []string {
	places := f.Cells
	if len(places) == 0 && f.Ref.Cell() != "" {
		places = []source.Ref{f.Ref}
	}
	var out []string
	for _, p := range places {
		out = append(out, p.Cell())
	}
	return out
}

// RuleSet names the set of rules by what is in it: another rule or another
// level gives another name.
func RuleSet(rules []*finding.Rule) string {
	h := sha256.New()
	for _, r := range rules {
		fmt.Fprintf(h, "%s %s\n", r.Code, r.Level)
	}
	return fmt.Sprintf("%d-%s", len(rules), hex.EncodeToString(h.Sum(nil))[:8])
}
