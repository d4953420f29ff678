// Package config reads voortgang.yaml, the environment (VOORTGANG_*) and the
// flags into one Config that the stages read and never change.
package config

import (
	"regexp"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"voortgang/internal/dutch"
	"voortgang/internal/source"
)

// FileName is the configuration's name in the workdir.
const FileName = "voortgang.yaml"

// Folders of the workdir.
const (
	DataDir   = "gegevens"
	TextDir   = "teksten"
	ImageDir  = "beelden"
	FontDir   = "lettertypes"
	OutputDir = "uit"
)

// madeByUs are the names of files that the program makes for people.
var madeByUs = regexp.MustCompile(`(?i)^(?:validatie\.(?:html|json|xlsx)|voortgangsrapport-\d{4}(?:-concept)?\.(?:pdf|html)|vorig-jaar\.json|cijfers-\d{4}\.json|leesmij\.(?:md|txt))$`)

// MadeByUs tells whether a file has the name of one that the program makes for
// people. Such a file hands nothing in, wherever it stands.
func MadeByUs(name string) bool { return madeByUs.MatchString(name) }

// Config is the configuration of one report. The mapstructure tags are the
// names in voortgang.yaml.
type Config struct {
	// Dir is the workdir; it isn't in the file.
	Dir          string            `mapstructure:"-"`
	Organisation Organisation      `mapstructure:"organisatie"`
	Report       Report            `mapstructure:"rapport"`
	Themes       []Theme           `mapstructure:"themas" validate:"required,min=1,dive"`
	Style        Style             `mapstructure:"huisstijl"`
	Sections     Sections          `mapstructure:"secties"`
	Thresholds   Thresholds        `mapstructure:"drempels"`
	Limits       Limits            `mapstructure:"grenzen"`
	Delivery     Delivery          `mapstructure:"levering"`
	Rules        map[string]string `mapstructure:"regels" validate:"dive,oneof=fout waarschuwing info uit"`

	// file is voortgang.yaml as it was read, for the places of its keys.
	file *yaml.Node
}

// Organisation is who the report is of.
type Organisation struct {
	Name      string `mapstructure:"naam" validate:"required,max=200"`
	ShortName string `mapstructure:"kortnaam"`
	Address   string `mapstructure:"adres"`
	Phone     string `mapstructure:"telefoon"`
	Email     string `mapstructure:"email" validate:"omitempty,email"`
	Website   string `mapstructure:"website" validate:"omitempty,url"`
	Number    string `mapstructure:"ondernemingsnummer"`
	// Publisher is the verantwoordelijke uitgever in the colophon.
	Publisher string `mapstructure:"verantwoordelijke_uitgever"`
}

// Report says which report it is.
type Report struct {
	Year  int    `mapstructure:"jaar" validate:"required,gte=1990,lte=2100"`
	Title string `mapstructure:"titel"`
	// DateText is the date of the report as written; Date is what it means.
	DateText string    `mapstructure:"datum" validate:"required"`
	Date     time.Time `mapstructure:"-"`
	Language string    `mapstructure:"taal"`
	// Foot is the running foot without the date; empty gives
	// "<organisation> voortgangsrapport <year>".
	Foot string `mapstructure:"voettekst"`
	// Head is a running head beside the chapter's name; may be empty.
	Head string `mapstructure:"koptekst"`
	// Version is what distinguishes drafts; may be empty.
	Subtitle string `mapstructure:"ondertitel"`
}

// Theme is one main division of the report.
type Theme struct {
	Name    string   `mapstructure:"naam" validate:"required,max=80"`
	Aliases []string `mapstructure:"ook"`
	// Colour is "#rrggbb"; empty takes the palette's.
	Colour string `mapstructure:"kleur" validate:"omitempty,hexcolor"`
}

// Slug is the theme in keys and file names: "krachtige-steden-en-buurten".
func (t Theme) Slug() string { return dutch.Slug(t.Name) }

// Style is the house style.
type Style struct {
	// Name picks one of the shipped styles (templates/styles); every other
	// key that isn't empty replaces what that style says.
	Name   string `mapstructure:"stijl"`
	Colour string `mapstructure:"kleur" validate:"omitempty,hexcolor"`
	Accent string `mapstructure:"accent" validate:"omitempty,hexcolor"`
	Ink    string `mapstructure:"inkt" validate:"omitempty,hexcolor"`
	Grey   string `mapstructure:"grijs" validate:"omitempty,hexcolor"`
	Rule   string `mapstructure:"lijn" validate:"omitempty,hexcolor"`
	Tint   string `mapstructure:"tint" validate:"omitempty,hexcolor"`
	// Back is the field on the back page.
	Back string `mapstructure:"achterkant" validate:"omitempty,hexcolor"`
	// Themes are the colours of themes that name none, Series those of kinds.
	Themes []string `mapstructure:"themakleuren" validate:"dive,hexcolor"`
	Series []string `mapstructure:"reekskleuren" validate:"dive,hexcolor"`
	// CoverForm and OpeningForm say how the cover and a chapter's first page
	// are laid out.
	CoverForm   string `mapstructure:"omslagvorm" validate:"omitempty,oneof=vlak blad"`
	OpeningForm string `mapstructure:"openingsvorm" validate:"omitempty,oneof=vlak blad"`
	// TitleWeight is that of the largest text: cover, openings, key figures.
	TitleWeight string `mapstructure:"titelgewicht" validate:"omitempty,oneof=licht gewoon halfvet vet"`
	// Head1 to Head4 are "size/leading weight" in points: "26/30 licht".
	Head1 string `mapstructure:"kop1"`
	Head2 string `mapstructure:"kop2"`
	Head3 string `mapstructure:"kop3"`
	Head4 string `mapstructure:"kop4"`
	// Fonts of one's own: files in beelden/ or lettertypes/.
	Light      string `mapstructure:"letter_licht"`
	Regular    string `mapstructure:"letter_gewoon"`
	Semibold   string `mapstructure:"letter_halfvet"`
	Bold       string `mapstructure:"letter_vet"`
	Italic     string `mapstructure:"letter_cursief"`
	BoldItalic string `mapstructure:"letter_vetcursief"`
	// Logo and Cover are files in beelden/.
	Logo  string `mapstructure:"logo"`
	Cover string `mapstructure:"omslag"`
}

// Sections says what the report shows where there are no data.
type Sections struct {
	// Empty is "melden" (one line says so) or "weglaten".
	Empty string `mapstructure:"zonder_gegevens" validate:"omitempty,oneof=melden weglaten"`
}

// Thresholds are what rules measure against.
type Thresholds struct {
	// StaffShare is the least share of the statutory staffing, in percent.
	StaffShare float64 `mapstructure:"personeelsformatie_procent" validate:"gte=0,lte=1000"`
	// StaffYears is over how many years the staffing is averaged.
	StaffYears int `mapstructure:"personeelsformatie_jaren" validate:"gte=1,lte=10"`

	// LinkDays is how many days the date of a communication action may lie
	// from the date in its link.
	LinkDays int `mapstructure:"link_dagen" validate:"gte=0,lte=366"`
	// DossierDays is how long after a project's end a dossier may be finished.
	DossierDays int `mapstructure:"dossier_dagen" validate:"gte=0,lte=3660"`
	// TermYears is how many years a project may run.
	TermYears int `mapstructure:"looptijd_jaren" validate:"gte=1,lte=200"`
	// Participations is the most that one row of Deelnames may count.
	Participations float64 `mapstructure:"deelnames_hoogstens" validate:"gte=1"`
	// ActivityHours, TrainingHours and VolunteerHours are the most hours of
	// one activity, of one training, and of a volunteer in a year.
	ActivityHours  float64 `mapstructure:"activiteit_uren" validate:"gte=1"`
	TrainingHours  float64 `mapstructure:"vorming_uren" validate:"gte=1"`
	VolunteerHours float64 `mapstructure:"vrijwilliger_uren" validate:"gte=1"`
	// OutlierFactor is how many times the next number a number must be to
	// stand out; ChangeFactor is how many times last year's.
	OutlierFactor float64 `mapstructure:"uitschieter_factor" validate:"gte=2"`
	ChangeFactor  float64 `mapstructure:"verandering_factor" validate:"gte=1.1"`
	// BlockRows is how many rows in a row, identical but for the year or the
	// project, make a copied block.
	BlockRows int `mapstructure:"blok_rijen" validate:"gte=3,lte=1000"`
	// RoundShare is the share of round participations, in percent, above
	// which a project is asked whether they were counted; 0 never asks.
	RoundShare float64 `mapstructure:"ronde_getallen_procent" validate:"gte=0,lte=100"`
	// SmallGroup is the size below which the report doesn't tell how many
	// people a group has; 0 tells all.
	SmallGroup int `mapstructure:"kleinste_groep" validate:"gte=0,lte=100"`
	// SameRows is how many equal participations below each other stand out; 0
	// never asks.
	SameRows int `mapstructure:"gelijke_rijen" validate:"gte=0,lte=10000"`
}

// Delivery says which sheets every project owes and by which day, and which
// ones some projects owe instead. A part that is empty says nothing.
type Delivery struct {
	// Sheets are names of sheets of a project; By is a date as it was written.
	Sheets []string `mapstructure:"bladen"`
	By     string   `mapstructure:"tegen"`
	// Projects goes by code in small letters.
	Projects map[string]Duty `mapstructure:"projecten"`
}

// Duty is what one project owes.
type Duty struct {
	Sheets []string `mapstructure:"bladen"`
	By     string   `mapstructure:"tegen"`
}

// Of gives what a project owes, its own word first.
func (d Delivery) Of(code string) Duty {
	own := d.Projects[strings.ToLower(strings.TrimSpace(code))]
	if own.Sheets == nil {
		own.Sheets = d.Sheets
	}
	if own.By == "" {
		own.By = d.By
	}
	return own
}

// Day is the day by which the sheets are owed; zero when there is none.
func (d Duty) Day() time.Time {
	day, _ := parseDate(d.By)
	return day
}

// Limits bound what is read, so that no file can hang or fill the machine.
type Limits struct {
	// FileMB and UnpackedMB bound one workbook, as it is and unpacked.
	FileMB     int `mapstructure:"bestand_mb" validate:"gte=1,lte=2000"`
	UnpackedMB int `mapstructure:"uitgepakt_mb" validate:"gte=1,lte=8000"`
	// Registrations bounds the rows of Activiteiten, Deelnames and Contacten in
	// all files together, OtherRows those of all other sheets.
	Registrations int `mapstructure:"registraties" validate:"gte=1000,lte=10000000"`
	OtherRows     int `mapstructure:"andere_rijen" validate:"gte=1000,lte=10000000"`
	// FileSeconds is how long one file may take to read.
	FileSeconds int `mapstructure:"bestand_seconden" validate:"gte=1,lte=3600"`
}

// Defaults is the configuration before the file is read.
func Defaults() Config {
	return Config{
		Report:   Report{Title: "Voortgangsrapport", Language: "nl-BE"},
		Style:    Style{Name: "helder"},
		Sections: Sections{Empty: "melden"},
		Thresholds: Thresholds{
			StaffShare: 100, StaffYears: 3,
			LinkDays: 3, DossierDays: 31, TermYears: 50,
			Participations: 2000, ActivityHours: 24, TrainingHours: 80, VolunteerHours: 2000,
			OutlierFactor: 8, ChangeFactor: 5, BlockRows: 10, SameRows: 20,
		},
		Limits: Limits{FileMB: 100, UnpackedMB: 512, Registrations: 600_000, OtherRows: 100_000, FileSeconds: 60},
		Rules:  map[string]string{},
	}
}

// ThemeNames lists the themes in the configured order.
func (c *Config) ThemeNames() []string {
	names := make([]string, len(c.Themes))
	for i, t := range c.Themes {
		names[i] = t.Name
	}
	return names
}

// ThemeSynonyms maps folded aliases of themes to their names.
func (c *Config) ThemeSynonyms() map[string]string {
	out := map[string]string{}
	for _, t := range c.Themes {
		for _, a := range t.Aliases {
			out[dutch.Fold(a)] = t.Name
		}
	}
	return out
}

// ShortName is the organisation's short name, or its name.
func (c *Config) ShortName() string {
	if c.Organisation.ShortName != "" {
		return c.Organisation.ShortName
	}
	return c.Organisation.Name
}

// EachValue goes over the single values of voortgang.yaml, each with its dotted
// key and its place.
func (c *Config) EachValue(do func(key, value string, place source.Ref)) {
	if c.file != nil {
		eachValue(c.file, func(n *yaml.Node, path string) { do(path, n.Value, at(n.Line, n.Column)) })
	}
}

// Place is where a dotted key stands in voortgang.yaml, or the nearest key
// above it: "huisstijl.kleur", "themas.0.kleur". A configuration that was not
// read from a file gives the file without a line.
func (c *Config) Place(key string) source.Ref {
	if c.file == nil {
		return at(0, 0)
	}
	return at(lineOf(c.file, strings.Split(key, ".")...))
}
