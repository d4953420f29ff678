package accept

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// maxBytes bounds the file: every entry was typed by a person.
const maxBytes = 1 << 20

// File is aanvaard.yaml as it stands.
type File struct {
	Entries []Entry
	// Findings say what in it can't be read; the other entries count.
	Findings []finding.Finding
	data     []byte
	indent   int
}

// Load reads the acceptances of a workdir; none when there is no file. What is
// wrong in it is a finding; the error is for trouble with the disk.
func Load(dir string) (*File, error) {
	data, err := source.Read(dir, FileName, maxBytes)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &File{}, nil
	case errors.Is(err, source.ErrLarge):
		return &File{Findings: []finding.Finding{unusable("het is groter dan 1 MB")}}, nil
	case source.Why(err) != "":
		return &File{Findings: []finding.Finding{unusable(source.Why(err))}}, nil
	case err != nil:
		return nil, fmt.Errorf("reading the acceptances: %w", err)
	}
	return parse(data), nil
}

const byteOrderMark = "\xef\xbb\xbf"

// parse reads the entries one by one: what is wrong in one leaves the others
// as they are.
func parse(data []byte) *File {
	f := &File{data: data}
	text := bytes.TrimPrefix(data, []byte(byteOrderMark))
	if !utf8.Valid(text) {
		f.fail(1+bytes.Count(firstValid(text), []byte("\n")), "een teken op deze regel is niet in UTF-8 bewaard")
		return f
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		f.parseApart(string(text))
		return f
	}
	if len(doc.Content) == 0 || doc.Content[0].Tag == "!!null" {
		return f
	}
	list := doc.Content[0]
	if list.Kind != yaml.SequenceNode {
		f.fail(list.Line, "hier moet een lijst staan: elke aanvaarding begint met ‘- code:’")
		return f
	}
	if list.Style&yaml.FlowStyle == 0 {
		f.indent = list.Column - 1
	}
	for _, n := range list.Content {
		f.add(n, n.Line)
	}
	return f
}

func firstValid(text []byte) []byte {
	at := 0
	for at < len(text) {
		r, size := utf8.DecodeRune(text[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return text[:at]
}

var startOfEntry = regexp.MustCompile(`(?m)^ *- `)

// parseApart reads what can be read of a list that is broken somewhere.
func (f *File) parseApart(text string) {
	first := startOfEntry.FindString(text)
	starts := regexp.MustCompile(`(?m)^`+regexp.QuoteMeta(first)).FindAllStringIndex(text, -1)
	if first == "" || len(starts) == 0 {
		f.fail(1, "de indeling klopt niet")
		return
	}
	for i, at := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		block, line := text[at[0]:end], 1+strings.Count(text[:at[0]], "\n")
		var list yaml.Node
		if err := yaml.Unmarshal([]byte(block), &list); err != nil || list.Content[0].Kind != yaml.SequenceNode || len(list.Content[0].Content) != 1 {
			f.fail(whatIsOpen(block, line))
			continue
		}
		f.add(list.Content[0].Content[0], line)
	}
	if len(f.Findings) == 0 {
		f.fail(1, "de indeling klopt niet")
	}
}

// whatIsOpen says where an entry that can't be read is wrong: most often a
// quote is missing.
func whatIsOpen(block string, line int) (int, string) {
	for i, one := range strings.Split(block, "\n") {
		if (strings.Count(one, `"`)-strings.Count(one, `\"`))%2 == 1 {
			return line + i, "er lijkt een aanhalingsteken (\") te ontbreken"
		}
	}
	return line, "de indeling van deze aanvaarding klopt niet"
}

func (f *File) add(n *yaml.Node, line int) {
	var e Entry
	if err := n.Decode(&e); err != nil {
		f.fail(line, "deze aanvaarding heeft een andere indeling")
		return
	}
	if e.Code == "" || e.File == "" || strings.TrimSpace(e.Reason) == "" {
		f.fail(line, "deze aanvaarding mist een code, een bestand of een reden")
		return
	}
	e.line = line
	f.Entries = append(f.Entries, e)
}

func (f *File) fail(line int, why string) { f.Findings = append(f.Findings, unreadable(line, why)) }

// ErrUnreadable says that nothing was written because what stands in the file
// isn't understood as a whole.
var ErrUnreadable = errors.New("aanvaard.yaml can't be read as a whole")

const heading = "# Wat nagekeken en aanvaard is. ‘voortgang aanvaard’ zet er regels bij en haalt er\n" +
	"# geen weg. Een aanvaarding geldt zolang de waarde dezelfde blijft; haal ze weg om\n# de melding terug te krijgen.\n"

// With gives the file with an entry behind those that it holds. All that
// stands in it stays as it is: notes, and what a newer version wrote.
func (f *File) With(e Entry) ([]byte, error) {
	if len(f.Findings) > 0 {
		return nil, ErrUnreadable
	}
	var b bytes.Buffer
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	if err := enc.Encode([]Entry{e}); err != nil {
		return nil, fmt.Errorf("writing an acceptance: %w", err)
	}
	if err := enc.Close(); err != nil {
		return nil, err
	}
	margin := strings.Repeat(" ", f.indent)
	text := margin + strings.ReplaceAll(strings.TrimSuffix(b.String(), "\n"), "\n", "\n"+margin) + "\n"
	before := string(f.data)
	switch {
	case len(f.data) == 0:
		before = heading
	case !strings.HasSuffix(before, "\n"):
		text = "\n" + text
	}
	if strings.Contains(before, "\r\n") {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	after := parse([]byte(before + text))
	if !f.grewBy(e, after) {
		return nil, ErrUnreadable
	}
	return after.data, nil
}

// grewBy tells whether another file holds the same entries and one more.
func (f *File) grewBy(e Entry, after *File) bool {
	same := func(a, b Entry) bool {
		return a.Code == b.Code && a.File == b.File && a.Sheet == b.Sheet && a.Value == b.Value && a.Reason == b.Reason
	}
	n := len(f.Entries)
	return len(after.Findings) == 0 && len(after.Entries) == n+1 && slices.EqualFunc(f.Entries, after.Entries[:n], same) && same(e, after.Entries[n])
}
