package finding

// Level says how serious a finding is.
type Level int

// The three levels, most serious first. Error keeps the final report from
// being built; Warning wants a person to look; Info is only told.
const (
	Error Level = iota
	Warning
	Info
)

// String gives the Dutch word that users read and that validatie.json holds.
func (l Level) String() string {
	switch l {
	case Error:
		return "fout"
	case Warning:
		return "waarschuwing"
	default:
		return "info"
	}
}

// Family groups rules for the reader.
type Family string

// The families of rules, in the order in which the handbook lists them.
const (
	Settings     Family = "configuratie"
	Structure    Family = "structuur"
	Values       Family = "waarden"
	Fields       Family = "velden"
	References   Family = "verwijzingen"
	Keys         Family = "sleutels"
	Time         Family = "tijd"
	Sums         Family = "optellingen"
	Plausibility Family = "plausibiliteit"
	Narrative    Family = "teksten"
	Privacy      Family = "privacy"
)

// Rule describes one thing that can be wrong. The texts are Dutch: they are
// the handbook's page on the rule, and stand in the folder regels.
type Rule struct {
	// Code is stable: a letter for the family and two digits, e.g. "S01".
	Code   string
	Family Family
	// Title is a short sentence without a full stop.
	Title string
	Level Level
	// Explanation says in plain words what the rule guards and why.
	Explanation string
	// Wrong and Right are short examples.
	Wrong, Right string
	// Who can usually mend it: "projectwerker", "wie het rapport bouwt", …
	Who string
	// MayAccept is true when a person may accept it with a reason although it is
	// an error: what isn't there may be right.
	MayAccept bool
}
