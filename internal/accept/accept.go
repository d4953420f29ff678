// Package accept keeps what a person looked at and found right: warnings that
// are accepted with a reason, in aanvaard.yaml in the workdir. An acceptance
// goes with the value that stood there; another value is asked about again.
package accept

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// FileName is the file's name in the workdir.
const FileName = "aanvaard.yaml"

// maxBytes bounds the file: every entry was typed by a person.
const maxBytes = 1 << 20

// Entry is one acceptance. A finding in a narrative has no sheet and no cells:
// lines move, so its value tells which it is.
type Entry struct {
	Code  string   `yaml:"code"`
	File  string   `yaml:"bestand"`
	Sheet string   `yaml:"blad,omitempty"`
	Cells []string `yaml:"cellen,omitempty,flow"`
	// Value is what was found there when it was accepted.
	Value  string `yaml:"waarde"`
	Reason string `yaml:"reden"`
}

// Accepted is a finding that was taken out, with its acceptance.
type Accepted struct {
	Entry
	Finding finding.Finding
}

// RuleUnreadable: aanvaard.yaml can't be used.
var RuleUnreadable = finding.Rule{
	Code: "C08", Family: finding.Settings, Level: finding.Error, Who: "wie het rapport bouwt",
	Title: "aanvaard.yaml is niet te lezen",
	Explanation: "In aanvaard.yaml staat welke meldingen nagekeken en aanvaard zijn, elk met een reden. ‘voortgang aanvaard’ schrijft dat bestand. " +
		"Is het niet te lezen, of ontbreekt ergens de code, het bestand of de reden, dan geldt geen enkele aanvaarding.",
	Wrong: "- code: P01\n  bestand: gegevens/a.xlsx", Right: "- code: P01\n  bestand: gegevens/a.xlsx\n  blad: Deelnames\n  cellen: [D14]\n  waarde: \"1.200\"\n  reden: het buurtfeest",
}

// Rules lists the rules of this package.
func Rules() []*finding.Rule { return []*finding.Rule{&RuleUnreadable} }

// Load reads the acceptances of a workdir; none when there is no file. What is
// wrong in it is a finding; the error is for trouble with the disk.
func Load(dir string) ([]Entry, []finding.Finding, error) {
	data, err := source.Read(filepath.Join(dir, FileName), maxBytes)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, nil
	case errors.Is(err, source.ErrLarge):
		return nil, []finding.Finding{unreadable(0, "het bestand is groter dan 1 MB")}, nil
	case source.Why(err) != "":
		return nil, []finding.Finding{unreadable(0, source.Why(err))}, nil
	case err != nil:
		return nil, nil, fmt.Errorf("reading the acceptances: %w", err)
	}
	var nodes []yaml.Node
	if err := yaml.Unmarshal(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), &nodes); err != nil {
		return nil, []finding.Finding{unreadable(0, "de indeling klopt niet")}, nil
	}
	var list []Entry
	for i := range nodes {
		var e Entry
		if err := nodes[i].Decode(&e); err != nil {
			return nil, []finding.Finding{unreadable(nodes[i].Line, "deze aanvaarding heeft een andere indeling")}, nil
		}
		if e.Code == "" || e.File == "" || strings.TrimSpace(e.Reason) == "" {
			return nil, []finding.Finding{unreadable(nodes[i].Line, "deze aanvaarding mist een code, een bestand of een reden")}, nil
		}
		list = append(list, e)
	}
	return list, nil, nil
}

func unreadable(line int, why string) finding.Finding {
	f := finding.New(&RuleUnreadable, source.Ref{File: FileName, Line: line},
		"Het bestand is niet te lezen: "+why+". Verbeter het, of haal het weg en aanvaard opnieuw met ‘voortgang aanvaard’.")
	f.Expected = "een lijst zoals ‘voortgang aanvaard’ ze schrijft"
	return f
}

// New makes the entry that accepts a finding.
func New(f finding.Finding, reason string) Entry {
	return Entry{Code: f.Code(), File: f.Ref.File, Sheet: f.Ref.Sheet, Cells: cells(f), Value: f.Found, Reason: strings.TrimSpace(reason)}
}

// Allowed tells whether a finding can be accepted: an error can't, it has to
// be mended.
func Allowed(f finding.Finding) bool { return f.Level != finding.Error }

func cells(f finding.Finding) []string {
	if len(f.Cells) == 0 {
		if c := f.Ref.Cell(); c != "" {
			return []string{c}
		}
		return nil
	}
	var out []string
	for _, r := range f.Cells {
		out = append(out, r.Cell())
	}
	return out
}

// Apply takes the accepted findings out of a grouped list. A finding whose
// value isn't the accepted one stays, and says so.
func Apply(list []finding.Finding, entries []Entry) (rest []finding.Finding, accepted []Accepted) {
	if len(entries) == 0 {
		return list, nil
	}
	for _, f := range list {
		e, found := match(f, entries)
		switch {
		case !found || !Allowed(f):
			rest = append(rest, f)
		case e.Value != f.Found:
			// The list is gone over again when more is added to it.
			if void := " (Eerder aanvaard met een andere waarde: ‘" + e.Value + "’. Die aanvaarding geldt niet meer.)"; !strings.HasSuffix(f.Message, void) {
				f.Message += void
			}
			rest = append(rest, f)
		default:
			accepted = append(accepted, Accepted{e, f})
		}
	}
	return rest, accepted
}

// match finds the entry for a finding; one with the same value goes first.
func match(f finding.Finding, entries []Entry) (Entry, bool) {
	var other *Entry
	here := cells(f)
	for i, e := range entries {
		if e.Code != f.Code() || e.File != f.Ref.File || e.Sheet != f.Ref.Sheet {
			continue
		}
		inside := true
		for _, c := range here {
			inside = inside && slices.Contains(e.Cells, c)
		}
		if !inside || len(here) == 0 && len(e.Cells) > 0 {
			continue
		}
		if e.Value == f.Found {
			return e, true
		}
		if len(here) > 0 && other == nil {
			other = &entries[i]
		}
	}
	if other != nil {
		return *other, true
	}
	return Entry{}, false
}

const heading = "# Wat nagekeken en aanvaard is. ‘voortgang aanvaard’ schrijft dit bestand.\n" +
	"# Een aanvaarding geldt zolang de waarde dezelfde blijft; haal ze weg om de\n# melding terug te krijgen.\n"

// Encode writes acceptances as the file holds them, by file, sheet and code.
func Encode(list []Entry) ([]byte, error) {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b Entry) int {
		return strings.Compare(a.File+"\x00"+a.Sheet+"\x00"+a.Code, b.File+"\x00"+b.Sheet+"\x00"+b.Code)
	})
	var b bytes.Buffer
	b.WriteString(heading)
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	if err := enc.Encode(list); err != nil {
		return nil, fmt.Errorf("writing the acceptances: %w", err)
	}
	return b.Bytes(), enc.Close()
}

// Add puts an entry in a list, in the place of one on the same finding.
func Add(list []Entry, e Entry) []Entry {
	list = slices.DeleteFunc(slices.Clone(list), func(o Entry) bool {
		return o.Code == e.Code && o.File == e.File && o.Sheet == e.Sheet && slices.Equal(o.Cells, e.Cells) && (len(e.Cells) > 0 || o.Value == e.Value)
	})
	return append(list, e)
}
