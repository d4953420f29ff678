package workdir

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"text/template"
	"time"

	"go.yaml.in/yaml/v3"

	"voortgang/config"
	"voortgang/internal/model"
	"voortgang/internal/picture"
	"voortgang/internal/published"
	"voortgang/internal/source"
	"voortgang/templates/start"
)

// Start says what a new werkmap begins with.
type Start struct {
	// Year is the year to report on; Organisation the organisation's name.
	// Both may be left out with Previous: the next year, the same name.
	Year         int
	Organisation string
	// Previous is the configuration of last year's werkmap and Data what it
	// holds; both nil for an organisation's first one.
	Previous *config.Config
	Data     *model.Dataset
	// Published is what last year's final report said; nil when there is none.
	Published *published.Report
}

// indicators are the texts in teksten/indicatoren, in the order of chapter 2.
var indicators = []string{"personeelsformatie", "vte", "activiteiten", "deelnames", "actoren", "contacten", "beleidscontacten",
	"dossiers", "vrijwilligers", "communicatie", "middelen", "vorming", "ancienniteit"}

// New writes an empty werkmap to dir, which may not exist yet or be empty;
// otherwise the error wraps ErrNotEmpty. The workbooks have the drop-downs and
// checks of the contract. With last year's data the projects that still run
// are carried over, and last year's registrations for the comparison.
func New(dir string, from Start) error {
	cfg := settings(from)
	b := book{organisation: cfg.Organisation.Name, year: cfg.Report.Year, themes: cfg.ThemeNames(), spare: 1000}
	carried := carry(from.Data, cfg.Report.Year)
	if from.Previous != nil {
		cfg.Delivery = nextDelivery(from.Previous, cfg.Report.Year, carried.projects)
	}
	return staged(dir, func(tmp string) error {
		if err := writeStubs(tmp, cfg, from.Data != nil); err != nil {
			return err
		}
		content, err := organisationBook(b, &carried.organisation)
		if err != nil {
			return err
		}
		if err := writeFile(tmp, config.DataDir+"/organisatie.xlsx", content); err != nil {
			return err
		}
		if content, err = projectBook(b, &model.Project{}, &model.Dataset{}); err != nil {
			return err
		}
		if err := writeFile(tmp, "sjablonen/project.xlsx", content); err != nil {
			return err
		}
		for _, p := range carried.projects {
			if content, err = projectBook(b, p.record, &p.data); err != nil {
				return err
			}
			if err := writeFile(tmp, config.DataDir+"/projecten/"+fileName(p.record.Code)+".xlsx", content); err != nil {
				return err
			}
		}
		if from.Previous != nil {
			if err := carryPictures(tmp, from.Previous); err != nil {
				return err
			}
		}
		if from.Data == nil {
			return nil
		}
		if err := writePublished(tmp, from.Published, cfg); err != nil {
			return err
		}
		if content, err = lastYearBook(b, &carried.lastYear); err != nil {
			return err
		}
		return writeFile(tmp, config.DataDir+"/"+model.LastYearName+".xlsx", content)
	})
}

// writePublished writes the figures to compare with, in the organisation's name
// of now.
func writePublished(root string, was *published.Report, cfg *config.Config) error {
	if was == nil || was.Year != cfg.Report.Year-1 {
		return nil
	}
	own := *was
	own.Organisation = cfg.Organisation.Name
	data, err := own.Encode()
	if err != nil {
		return err
	}
	return writeFile(root, published.FileName, data)
}

// carryPictures copies the logo, the cover and the fonts of last year's house
// style; one that isn't there is left to the checks of the new werkmap.
func carryPictures(root string, previous *config.Config) error {
	style := previous.Style
	fonts := []string{style.Light, style.Regular, style.Semibold, style.Bold, style.Italic, style.BoldItalic}
	if err := carryFiles(root, previous.Dir, config.FontDir, fonts); err != nil {
		return err
	}
	return carryFiles(root, previous.Dir, config.ImageDir, append(fonts, style.Logo, style.Cover))
}

func carryFiles(root, dir, folder string, names []string) error {
	for _, name := range names {
		if name == "" || !filepath.IsLocal(filepath.FromSlash(name)) {
			continue
		}
		content, err := source.Read(dir, folder+"/"+filepath.ToSlash(name), picture.MaxBytes)
		if errors.Is(err, fs.ErrNotExist) || source.Why(err) != "" {
			continue
		}
		if err != nil {
			return fmt.Errorf("copying %s of last year: %w", name, err)
		}
		if err := writeFile(root, folder+"/"+name, content); err != nil {
			return err
		}
	}
	return nil
}

// settings makes the new configuration: last year's one year on, or one with
// an example of a theme.
func settings(from Start) *config.Config {
	cfg := config.Defaults()
	cfg.Organisation.Name = "Naam van de organisatie"
	cfg.Themes = []config.Theme{{Name: "Eerste thema"}, {Name: "Tweede thema"}}
	if from.Previous != nil {
		cfg = *from.Previous
		cfg.Report.Year++
	}
	if from.Year != 0 {
		cfg.Report.Year = from.Year
	}
	if from.Previous != nil {
		// A foot or head that names last year would do so in the new report.
		old, now := strconv.Itoa(from.Previous.Report.Year), strconv.Itoa(cfg.Report.Year)
		for _, text := range []*string{&cfg.Report.Foot, &cfg.Report.Head, &cfg.Report.Subtitle} {
			*text = strings.ReplaceAll(*text, old, now)
		}
	}
	if from.Organisation != "" {
		cfg.Organisation.Name, cfg.Organisation.ShortName = from.Organisation, ""
	}
	cfg.Report.Date = time.Date(cfg.Report.Year+1, time.April, 30, 0, 0, 0, 0, time.UTC)
	return &cfg
}

// stubData is what the stubs may use.
type stubData struct {
	Organisation, ShortName, Address, Phone, Email, Website   string
	Year, LastYear                                            int
	Title, Language, Date, Colour, Accent, Logo, Cover, Empty string
	// More are the keys that the stub doesn't show, by section, as far as they
	// are not what they usually are.
	More       map[string][]setting
	Themes     []config.Theme
	StaffShare float64
	StaffYears int
	SmallGroup int
	Rules      map[string]string
	Carried    bool
}

// setting is a key of voortgang.yaml and its value.
type setting struct {
	Key   string
	Value any
}

// shownKeys are the keys that every voortgang.yaml shows, by section.
var shownKeys = map[string][]string{
	"organisatie": {"naam", "kortnaam", "adres", "telefoon", "email", "website"},
	"rapport":     {"jaar", "titel", "datum", "taal"},
	"huisstijl":   {"kleur", "accent", "logo", "omslag"},
	"drempels":    {"personeelsformatie_procent", "personeelsformatie_jaren", "kleinste_groep"},
}

// moreSettings lists by section the keys that last year's configuration sets
// and the stub doesn't show: a new year begins with all of them.
func moreSettings(cfg *config.Config) map[string][]setting {
	usual := config.Defaults()
	out := map[string][]setting{}
	for name, section := range map[string][2]any{
		"organisatie": {cfg.Organisation, usual.Organisation}, "rapport": {cfg.Report, usual.Report}, "huisstijl": {cfg.Style, usual.Style},
		"drempels": {cfg.Thresholds, usual.Thresholds}, "grenzen": {cfg.Limits, usual.Limits},
	} {
		own, plain := reflect.ValueOf(section[0]), reflect.ValueOf(section[1])
		for f := range own.Type().Fields() {
			key := f.Tag.Get("mapstructure")
			value := own.FieldByIndex(f.Index).Interface()
			if key == "-" || slices.Contains(shownKeys[name], key) || value == "" || reflect.DeepEqual(value, plain.FieldByIndex(f.Index).Interface()) {
				continue
			}
			out[name] = append(out[name], setting{key, value})
		}
	}
	out["levering"] = deliverySettings(cfg.Delivery)
	return out
}

// nextDelivery asks the same of the projects that go on, by the same day of the
// new year.
func nextDelivery(previous *config.Config, year int, projects []carriedProject) config.Delivery {
	later := func(d config.Duty) string {
		if day := d.Day(); !day.IsZero() {
			return day.AddDate(year-previous.Report.Year, 0, 0).Format(time.DateOnly)
		}
		return ""
	}
	old := previous.Delivery
	out := config.Delivery{Sheets: old.Sheets, By: later(config.Duty{By: old.By})}
	for _, p := range projects {
		code := strings.ToLower(p.record.Code)
		if d, ok := old.Projects[code]; ok {
			if out.Projects == nil {
				out.Projects = map[string]config.Duty{}
			}
			out.Projects[code] = config.Duty{Sheets: d.Sheets, By: later(d)}
		}
	}
	return out
}

func deliverySettings(d config.Delivery) []setting {
	of := func(sheets []string, by string) []setting {
		var out []setting
		if len(sheets) > 0 {
			out = append(out, setting{"bladen", sheets})
		}
		if by != "" {
			out = append(out, setting{"tegen", by})
		}
		return out
	}
	out := of(d.Sheets, d.By)
	projects := map[string]map[string]any{}
	for code, duty := range d.Projects {
		projects[code] = map[string]any{}
		for _, s := range of(duty.Sheets, duty.By) {
			projects[code][s.Key] = s.Value
		}
	}
	if len(projects) > 0 {
		out = append(out, setting{"projecten", projects})
	}
	return out
}

func writeStubs(root string, cfg *config.Config, carried bool) error {
	data := stubData{
		Organisation: cfg.Organisation.Name, ShortName: cfg.Organisation.ShortName, Address: cfg.Organisation.Address,
		Phone: cfg.Organisation.Phone, Email: cfg.Organisation.Email, Website: cfg.Organisation.Website,
		Year: cfg.Report.Year, LastYear: cfg.Report.Year - 1, Title: cfg.Report.Title, Language: cfg.Report.Language, Date: cfg.Report.Date.Format(time.DateOnly),
		Colour: cfg.Style.Colour, Accent: cfg.Style.Accent, Logo: cfg.Style.Logo, Cover: cfg.Style.Cover, Empty: cfg.Sections.Empty,
		More:   moreSettings(cfg),
		Themes: cfg.Themes, StaffShare: cfg.Thresholds.StaffShare, StaffYears: cfg.Thresholds.StaffYears, SmallGroup: cfg.Thresholds.SmallGroup, Rules: cfg.Rules, Carried: carried,
	}
	for _, name := range []string{config.FileName, "LEESMIJ.md"} {
		content, err := fill(name+".tmpl", data)
		if err != nil {
			return err
		}
		if err := writeFile(root, name, content); err != nil {
			return err
		}
	}
	if err := writeFile(root, config.ImageDir+"/LEESMIJ.txt", []byte("Zet hier het logo en de foto’s voor het rapport.\n")); err != nil {
		return err
	}
	for to, stub := range textStubs(cfg) {
		content, err := fs.ReadFile(start.Files, "teksten/"+stub+".md")
		if err != nil {
			return err
		}
		if err := writeFile(root, config.TextDir+"/"+to+".md", content); err != nil {
			return err
		}
	}
	return nil
}

// textStubs maps the texts of a werkmap to their stubs.
func textStubs(cfg *config.Config) map[string]string {
	out := map[string]string{}
	for _, name := range []string{"voorwoord", "signalen", "verschuivingen", "colofon"} {
		out[name] = name
	}
	for _, t := range cfg.Themes {
		out["themas/"+t.Slug()] = "thema"
	}
	for _, name := range indicators {
		out["indicatoren/"+name] = "indicator"
	}
	return out
}

func fill(name string, data stubData) ([]byte, error) {
	t, err := template.New(name).Delims("[[", "]]").Funcs(template.FuncMap{"yaml": inlineYAML}).ParseFS(start.Files, name)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, data); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return b.Bytes(), nil
}

// inlineYAML writes a value on one line, quoted where YAML asks for it.
func inlineYAML(v any) (string, error) {
	var node yaml.Node
	if err := node.Encode(v); err != nil {
		return "", err
	}
	node.Style = yaml.FlowStyle
	if node.Tag == "!!str" {
		node.Style = yaml.DoubleQuotedStyle
	}
	out, err := yaml.Marshal(&node)
	return strings.TrimSpace(string(out)), err
}

// fileName makes a code safe as a file name.
func fileName(code string) string {
	name := path.Base(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, code))
	if name == "." || name == "" {
		return "project"
	}
	return name
}

// lastYearBook makes gegevens/vorig-jaar.xlsx: the rows of the year before that
// the comparison needs.
func lastYearBook(b book, d *model.Dataset) ([]byte, error) {
	w, err := newWorkbook("Registraties van "+strconv.Itoa(b.year-1), b.organisation)
	if err != nil {
		return nil, err
	}
	b.year, b.spare = b.year-1, 0
	for _, decl := range model.Sheets() {
		records := collect(d, decl)
		if len(records) == 0 {
			continue
		}
		if _, err := w.writeSheet(decl, records, b.layout(decl, b.organisation)); err != nil {
			return nil, fmt.Errorf("vorig-jaar.xlsx, blad %s: %w", decl.Name, err)
		}
	}
	intro := []string{"Deze rijen zijn overgenomen uit de werkmap van vorig jaar. Ze dienen alleen voor de vergelijking; vul hier niets aan."}
	if err := w.writeGuide("Toelichting", intro, nil, ""); err != nil {
		return nil, err
	}
	return w.bytes()
}
