// Package house makes the house style of a report: a shipped style
// (templates/styles), replaced key by key by huisstijl in voortgang.yaml, with
// the organisation's own fonts. It judges what was asked for: fonts that can't
// be used or lack characters, and colours that can't be read.
package house

import (
	"fmt"
	"io/fs"
	"reflect"
	"strings"

	"go.yaml.in/yaml/v3"

	"voortgang/charts"
	"voortgang/config"
	"voortgang/internal/document"
	"voortgang/internal/finding"
	"voortgang/templates/styles"
)

// Style is a house style ready for use.
type Style struct {
	// Document and Charts are what the renderers draw with. The colours of the
	// themes are not in them yet: ThemeColors are for themes that name none.
	Document    document.Style
	Charts      charts.Style
	ThemeColors []string
	// Findings are on what the configuration asks for.
	Findings []finding.Finding

	own []ownFace
	cfg *config.Config
}

// Read gives a file of the workdir by its path with '/'.
type Read func(path string) ([]byte, error)

// New makes the house style that a configuration asks for. It always gives
// one: what can't be used is replaced by the default and is a finding. Without
// read there are no own fonts.
func New(cfg *config.Config, read Read) *Style {
	s := &Style{cfg: cfg}
	name := cfg.Style.Name
	if name == "" {
		name = defaultName
	}
	values, err := shipped(name)
	if err != nil {
		s.add(cfg.WrongValue("huisstijl.stijl", name, "een van deze: "+strings.Join(Names(), ", ")))
		values, _ = shipped(defaultName) // a test reads it
	}
	replace(&values, cfg.Style)
	s.colours(values)
	s.heads(values)
	s.Document.CoverForm, s.Document.OpeningForm = document.Form(values.CoverForm), document.Form(values.OpeningForm)
	s.Document.Title = weights[values.TitleWeight]
	s.fonts(read)
	s.contrasts()
	return s
}

const defaultName = "helder"

// Names lists the shipped styles by the alphabet.
func Names() []string {
	files, _ := fs.Glob(styles.Files, "*.yaml") // the pattern is right
	for i := range files {
		files[i] = strings.TrimSuffix(files[i], ".yaml")
	}
	return files
}

// shipped reads a shipped style. Its keys are those of huisstijl.
func shipped(name string) (config.Style, error) {
	var out config.Style
	data, err := styles.Files.ReadFile(name + ".yaml")
	if err != nil {
		return out, fmt.Errorf("reading the style: %w", err)
	}
	var keys map[string]yaml.Node
	if err := yaml.Unmarshal(data, &keys); err != nil {
		return out, fmt.Errorf("reading the style: %w", err)
	}
	v := reflect.ValueOf(&out).Elem()
	for f := range v.Type().Fields() {
		key := f.Tag.Get("mapstructure")
		node, ok := keys[key]
		if !ok {
			continue
		}
		if err := node.Decode(v.FieldByIndex(f.Index).Addr().Interface()); err != nil {
			return out, fmt.Errorf("reading %s of the style: %w", key, err)
		}
		delete(keys, key)
	}
	for key := range keys {
		return out, fmt.Errorf("the style has an unknown key %q", key)
	}
	return out, nil
}

// replace takes over every value that isn't empty.
func replace(style *config.Style, by config.Style) {
	to, from := reflect.ValueOf(style).Elem(), reflect.ValueOf(by)
	for i := range from.NumField() {
		if f := from.Field(i); f.Len() > 0 { // texts and lists only
			to.Field(i).Set(f)
		}
	}
}

// colours fills in the colours of pages and charts.
func (s *Style) colours(v config.Style) {
	d, c := &s.Document, charts.DefaultStyle()
	d.Strong, d.Accent, d.Ink, d.Grey = Hex(v.Colour), Hex(v.Accent), Hex(v.Ink), Hex(v.Grey)
	d.Rule, d.Tint, d.Back = Hex(v.Rule), Hex(v.Tint), Hex(v.Back)
	if s.cfg.Style.Colour != "" && s.cfg.Style.Back == "" {
		d.Back = d.Strong // an own colour goes for the back as well
	}
	c.Strong, c.Accent, c.Ink, c.Grey = charts.Hex(d.Strong), charts.Hex(d.Accent), charts.Hex(d.Ink), charts.Hex(d.Grey)
	c.Rule, c.Tint = charts.Hex(d.Rule), charts.Hex(d.Tint)
	c.Few[0], c.Few[1] = c.Strong, c.Accent
	c.Many = nil
	for _, hex := range v.Series {
		c.Many = append(c.Many, charts.Hex(Hex(hex)))
	}
	for _, hex := range v.Themes {
		s.ThemeColors = append(s.ThemeColors, Hex(hex))
	}
	s.Charts = c
}

// Hex writes a colour as "#rrggbb": YAML and CSS know short and transparent
// colours, a page doesn't.
func Hex(s string) string {
	switch len(s) {
	case 4, 5: // #rgb, #rgba
		return string([]byte{'#', s[1], s[1], s[2], s[2], s[3], s[3]})
	case 9: // #rrggbbaa
		return s[:7]
	}
	return s
}

func (s *Style) add(f finding.Finding) { s.Findings = append(s.Findings, f) }
