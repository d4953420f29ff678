package pipeline

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"slices"
	"time"

	"voortgang/internal/document"
	"voortgang/internal/dutch"
	"voortgang/internal/inspect"
	"voortgang/render/figures"
)

// sourceList is the attachment that lists what a report is made from, for
// Compare and for any other program.
func sourceList(c *Checked, o Options) (document.Attachment, error) {
	data, err := madeFrom(c, o).JSON()
	return document.Attachment{
		Name: inspect.SourcesName, MIME: "application/json", Relationship: "Data", Bytes: data,
		Description: "De bestanden waar het rapport uit gemaakt is, met hun SHA-256",
	}, err
}

func madeFrom(c *Checked, o Options) inspect.Report {
	r := inspect.Report{
		Organisation: c.Config.Organisation.Name, Year: c.Config.Report.Year, Version: o.Version, Draft: o.Draft,
		Files: []inspect.ReportFile{}, Texts: []inspect.ReportFile{},
	}
	if date := c.Config.Report.Date; !date.IsZero() {
		r.Date = date.Format(time.DateOnly)
	}
	for _, f := range c.Data.Files {
		rows := 0
		for _, s := range f.Sheets {
			rows += s.Rows
		}
		r.Files = append(r.Files, inspect.ReportFile{Path: f.Path, SHA256: f.SHA256, Rows: rows})
	}
	for _, n := range c.Texts {
		r.Texts = append(r.Texts, inspect.ReportFile{Path: n.Path, SHA256: n.SHA256})
	}
	return r
}

// Compare reads a workdir and checks whether a finished report says what the
// workdir says now: the same files, and the same figures. The errors are those
// of Check.
func Compare(ctx context.Context, o Options, r *inspect.Result) ([]*inspect.Check, error) {
	sources := &inspect.Check{Code: "bronnen", Group: inspect.Workdir, Outcome: inspect.Pass}
	numbers := &inspect.Check{Code: "cijfers", Group: inspect.Workdir, Outcome: inspect.Pass}
	list := []*inspect.Check{sources, numbers}
	if r.Report != nil {
		o.Year = r.Report.Year
	}
	c, err := Check(ctx, o)
	if err != nil {
		return nil, err
	}
	compareSources(sources, r.Report, madeFrom(c, o))
	return list, compareFigures(numbers, r, c, o.Version)
}

// compareSources tells which files changed, are gone, or are new.
func compareSources(check *inspect.Check, then *inspect.Report, now inspect.Report) {
	check.Text = "De bronbestanden zijn dezelfde als toen het rapport gemaakt werd"
	if then == nil {
		check.Problem("het PDF noemt zijn bronbestanden niet; het is niet met voortgang gemaakt, of met een oudere versie")
		return
	}
	if then.Organisation != now.Organisation {
		check.Problem("het rapport is van %s, de werkmap van %s", then.Organisation, now.Organisation)
	}
	was, is := digests(*then), digests(now)
	same := 0
	for _, file := range slices.Sorted(maps.Keys(was)) {
		switch sum, there := is[file]; {
		case !there:
			check.Problem("weg: %s", file)
		case sum != was[file]:
			check.Problem("veranderd: %s", file)
		default:
			same++
		}
	}
	for _, file := range slices.Sorted(maps.Keys(is)) {
		if _, known := was[file]; !known {
			check.Problem("nieuw: %s", file)
		}
	}
	check.Text += fmt.Sprintf(" (%s onveranderd)", dutch.Plural(same, "bestand", "bestanden"))
}

func digests(r inspect.Report) map[string]string {
	out := map[string]string{}
	for _, f := range slices.Concat(r.Files, r.Texts) {
		out[f.Path] = f.SHA256
	}
	return out
}

// figure is what is compared of a figure in indicatoren.json.
type figure struct {
	Key      string   `json:"sleutel"`
	Unit     string   `json:"eenheid"`
	Value    *float64 `json:"waarde"`
	Previous *float64 `json:"vorige_waarde"`
	LeftOut  int      `json:"rijen_weggelaten"`
}

// compareFigures tells which figures in the attachments aren't those that the
// workdir gives now.
func compareFigures(check *inspect.Check, r *inspect.Result, c *Checked, version string) error {
	check.Text = "De cijfers zijn die van de werkmap"
	attached := map[string][]byte{}
	for _, a := range r.Attachments {
		attached[a.Name] = a.Data
	}
	fresh, err := figures.Attachments(c.Figures)
	if err != nil {
		return err
	}
	var was, is []figure
	for _, a := range fresh {
		if path.Ext(a.Name) == ".json" {
			if is, err = readFigures(a.Bytes); err != nil {
				return err
			}
			if was, err = readFigures(attached[a.Name]); err != nil {
				check.Problem("het PDF heeft geen leesbare bijlage %s met zijn cijfers", a.Name)
				return nil
			}
		}
	}
	compareValues(check, was, is)
	// Another version may write the same figures in other words; and where
	// figures differ, it follows that the tables do.
	if r.Report == nil || r.Report.Version != version || check.Outcome == inspect.Fail {
		return nil
	}
	for _, a := range fresh {
		if path.Ext(a.Name) != ".json" && !bytes.Equal(attached[a.Name], a.Bytes) {
			check.Problem("de bijlage %s is niet die van de werkmap", a.Name)
		}
	}
	return nil
}

func readFigures(data []byte) ([]figure, error) {
	var file struct {
		Figures []figure `json:"cijfers"`
	}
	err := json.Unmarshal(data, &file)
	return file.Figures, err
}

func compareValues(check *inspect.Check, was, is []figure) {
	now := map[string]figure{}
	for _, f := range is {
		now[f.Key] = f
	}
	same := 0
	for _, f := range was {
		other, there := now[f.Key]
		delete(now, f.Key)
		switch {
		case !there:
			check.Problem("%s bestaat niet meer", f.Key)
		case value(f.Value) != value(other.Value):
			check.Problem("%s is in het rapport %s, in de werkmap %s", f.Key, value(f.Value), value(other.Value))
		case value(f.Previous) != value(other.Previous):
			check.Problem("%s van het jaar voordien is in het rapport %s, in de werkmap %s", f.Key, value(f.Previous), value(other.Previous))
		case f.LeftOut != other.LeftOut:
			check.Problem("%s laat in het rapport %s weg, in de werkmap %s", f.Key, dutch.Plural(f.LeftOut, "rij", "rijen"), dutch.Plural(other.LeftOut, "rij", "rijen"))
		default:
			same++
		}
	}
	for _, key := range slices.Sorted(maps.Keys(now)) {
		check.Problem("%s staat niet in het rapport", key)
	}
	check.Text += fmt.Sprintf(" (%s gelijk)", dutch.Plural(same, "cijfer", "cijfers"))
}

// value writes a value in full, so that no difference is rounded away.
func value(v *float64) string {
	if v == nil {
		return "onbekend"
	}
	return dutch.Full(*v)
}
