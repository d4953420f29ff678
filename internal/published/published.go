// Package published keeps the figures of a report as they were printed, and
// brings those of last year's into this year's comparison: whatever became of
// last year's rows, the new report compares with what the old one said.
package published

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// FileName is the file in the workdir with last year's figures.
const FileName = "vorig-jaar.json"

// schema is the version of the file that this program writes.
const schema = 1

// Bounds of the file: a report has some hundreds of figures.
const (
	maxBytes   = 16 << 20
	maxFigures = 100_000
)

// Report is what one report said.
type Report struct {
	Version      int      `json:"versie"`
	Organisation string   `json:"organisatie"`
	Year         int      `json:"jaar"`
	Figures      []Figure `json:"cijfers"`
}

// Figure is one figure as readers got it: a value, or what stood in its place
// ("< 5", "*").
type Figure struct {
	Key      string   `json:"sleutel"`
	Title    string   `json:"titel"`
	Value    *float64 `json:"waarde,omitempty"`
	Withheld string   `json:"niet_getoond,omitempty"`
}

// Of makes the report of the figures as readers get them.
func Of(figs *model.Figures, organisation string) *Report {
	r := &Report{Version: schema, Organisation: organisation, Year: figs.Year, Figures: []Figure{}}
	for _, f := range figs.All() {
		one := Figure{Key: f.Key, Title: f.Title}
		switch v := f.Now; {
		case v.Withheld == model.Small:
			one.Withheld = "< " + strconv.Itoa(v.Below)
		case v.Withheld == model.Covered:
			one.Withheld = "*"
		case v.Known:
			one.Value = &v.Value
		default:
			continue
		}
		r.Figures = append(r.Figures, one)
	}
	return r
}

// Encode writes a report as the file holds it.
func (r *Report) Encode() ([]byte, error) {
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false) // "< 5" is for people too
	if err := out.Encode(r); err != nil {
		return nil, fmt.Errorf("writing the published figures: %w", err)
	}
	return b.Bytes(), nil
}

// FromAttachment reads the figures that are attached to a finished report, which
// say neither of whom they are nor in which version.
func FromAttachment(data []byte, organisation string) (*Report, error) {
	r := Report{Version: schema, Organisation: organisation}
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, errors.New("de indeling klopt niet")
	}
	r.Figures = slices.DeleteFunc(r.Figures, func(f Figure) bool { return f.Value == nil && f.Withheld == "" })
	return &r, r.check()
}

// Decode reads a report; the error says in Dutch what is wrong with it.
func Decode(data []byte) (*Report, error) {
	var r Report
	if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), &r); err != nil {
		return nil, errors.New("de indeling klopt niet")
	}
	return &r, r.check()
}

// check says in Dutch what is wrong with a report.
func (r *Report) check() error {
	switch {
	case r.Version > schema:
		return errors.New("een nieuwere versie van het programma schreef het")
	case r.Version < 1 || r.Year == 0:
		return errors.New("de versie of het jaar ontbreekt")
	case len(r.Figures) > maxFigures:
		return errors.New("er staan te veel cijfers in")
	}
	seen := map[string]bool{}
	for _, f := range r.Figures {
		if f.Key == "" || seen[f.Key] {
			return fmt.Errorf("een sleutel ontbreekt of staat er twee keer (‘%s’)", f.Key)
		}
		seen[f.Key] = true
		if _, ok := f.value(r.Year); !ok {
			return fmt.Errorf("‘%s’ heeft geen bruikbare waarde", f.Key)
		}
	}
	return nil
}

// value gives a figure as a value of its year.
func (f Figure) value(year int) (v model.Value, ok bool) {
	v = model.Value{Year: year, Published: true}
	below, small := strings.CutPrefix(strings.ReplaceAll(f.Withheld, dutch.NBSP, " "), "< ")
	switch {
	case f.Withheld == "*":
		v.Withheld = model.Covered
	case small:
		n, err := strconv.Atoi(below)
		v.Withheld, v.Below = model.Small, n
		return v, err == nil && n > 1 && f.Value == nil
	case f.Withheld == "" && f.Value != nil:
		v.Known, v.Value = true, *f.Value
		return v, true
	}
	return v, f.Withheld != "" && v.Withheld != model.Shown && f.Value == nil
}

// Load reads last year's figures of a workdir; nil when there are none, or none
// that can be used. What is wrong with them is a finding; the error is for
// trouble with the disk.
func Load(dir string) (*Report, []finding.Finding, error) {
	data, err := source.Read(dir, FileName, maxBytes)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, nil
	case errors.Is(err, source.ErrLarge):
		return nil, []finding.Finding{unreadable("het bestand is groter dan 16 MB")}, nil
	case source.Why(err) != "":
		return nil, []finding.Finding{unreadable(source.Why(err))}, nil
	case err != nil:
		return nil, nil, fmt.Errorf("reading last year's figures: %w", err)
	}
	r, err := Decode(data)
	if err != nil {
		return nil, []finding.Finding{unreadable(err.Error())}, nil
	}
	return r, nil, nil
}

// fits says what is wrong when it isn't the report that comes before another.
func (r *Report) fits(organisation string, year int) []finding.Finding {
	switch {
	case r.Year != year-1:
		return []finding.Finding{otherReport(strconv.Itoa(r.Year), strconv.Itoa(year-1),
			fmt.Sprintf("is van %d, en dit rapport vergelijkt met %d", r.Year, year-1))}
	case dutch.Fold(r.Organisation) != dutch.Fold(organisation):
		return []finding.Finding{otherReport(r.Organisation, organisation,
			fmt.Sprintf("is van ‘%s’, en dit rapport van ‘%s’; is dat dezelfde organisatie, zet dan haar naam in dat bestand", r.Organisation, organisation))}
	}
	return nil
}

// difference is a figure of which last year's rows and its report say otherwise.
type difference struct {
	figure    *model.Figure
	rows, was float64
}

// Apply makes last year's figures those that were published: what the report
// withheld stays withheld, and what it didn't have isn't compared with. Where
// last year's rows come to something else, one finding says so; lists tells
// whether the rows of last year hold its lists of people too, which can't be
// counted back without.
func (r *Report) Apply(figs *model.Figures, organisation string, lists bool) []finding.Finding {
	if r == nil {
		return nil
	}
	if wrong := r.fits(organisation, figs.Year); wrong != nil {
		return wrong
	}
	said := map[string]model.Value{}
	for _, f := range r.Figures {
		said[f.Key], _ = f.value(r.Year)
	}
	var off []difference
	for _, f := range figs.All() {
		rows, was := f.In(r.Year), said[f.Key]
		if rows.Known && was.Known && math.Abs(rows.Value-was.Value) > 1e-6*math.Max(1, math.Abs(was.Value)) && (lists || !countedBack(f)) {
			off = append(off, difference{f, rows.Value, was.Value})
		}
		was.Year = r.Year
		f.Recall(was)
		if f.Unit == model.UnitHours && was.Value != math.Trunc(was.Value) {
			f.Decimals = max(f.Decimals, 1)
		}
	}
	if len(off) == 0 {
		return nil
	}
	return []finding.Finding{disagree(off, r.Year)}
}

// countedBack tells whether a figure of last year is worked out from lists of
// people that have no year.
func countedBack(f *model.Figure) bool {
	return slices.Contains([]string{"2.9", "2.12", "2.13"}, f.Indicator)
}
