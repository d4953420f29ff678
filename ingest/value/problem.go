// Package value reads single values: dates, periods, numbers, yes and no,
// choices, lists and text, as the contract's table "How values are read" says.
// Its functions are pure. What can't be read comes back as a Problem that says
// why, what was expected and, where that can be told, what to write instead.
package value

import (
	"voortgang/ingest/grid"
	"voortgang/internal/clock"
)

// Reason says why a value is refused. Each reason is a rule of its own for the
// reader.
type Reason int

// The reasons.
const (
	// NoDate is no date at all, or one that can be read in two ways.
	NoDate Reason = iota
	// NoSuchDay is a day that the calendar doesn't have.
	NoSuchDay
	// YearRange is a year out of 1900–2100.
	YearRange
	// NoPeriod is no day, month, quarter, year or "continu".
	NoPeriod
	// NoNumber is text that is no number.
	NoNumber
	// NotWhole is a number with a fraction where none can be.
	NotWhole
	// DateForNumber is a date or time where a number should stand.
	DateForNumber
	// NoYear is no calendar year.
	NoYear
	// NoYesNo is neither yes nor no.
	NoYesNo
	// NotAllowed is none of the values of a choice.
	NotAllowed
	// ControlCharacter is text with characters that can't be printed.
	ControlCharacter
	// ErrorValue is #N/B, #VERW! and their like.
	ErrorValue
	// Unstored is a formula whose value the file doesn't keep.
	Unstored
	// Lost is a text that the file refers to and doesn't hold.
	Lost
	// Unreadable is a cell whose content doesn't fit its type.
	Unreadable
	// DateForCode is a code that Excel has turned into a date; the value is
	// given all the same.
	DateForCode
	// LookAlike is a name with letters of another script that look like Latin
	// ones; the value is given in Latin letters.
	LookAlike
	// ThreeDecimals is an amount of money that is probably thousands; the
	// value is given as it was read.
	ThreeDecimals
	// OtherAddress is a web address of which the cell's link leads elsewhere,
	// to Detail; the address in the cell is given.
	OtherAddress
)

// Doubtful tells whether the value was given all the same: it may be used.
func (p *Problem) Doubtful() bool {
	return p.Reason == DateForCode || p.Reason == LookAlike || p.Reason == ThreeDecimals || p.Reason == OtherAddress
}

// Problem is why a value was refused.
type Problem struct {
	Reason Reason
	// Found is the value as a person sees it.
	Found string
	// Expected says in Dutch what should stand there; it follows on
	// "verwacht: ".
	Expected string
	// Proposal is what to write instead; "" when that can't be told.
	Proposal string
	// Detail is a Dutch clause with the reason; "" when the reason says it all.
	Detail string
	// Nothing is true of what says that there is nothing to say: n.v.t., heden
	// or 31/12/9999 for an end that hasn't come. Where the column may be empty,
	// that is what to write.
	Nothing bool
	// MonthFirst is true of a date that can only be read with the month first.
	MonthFirst bool
	// ShortYear is true of a date that lacks but the century.
	ShortYear bool
}

// Context is what the reading of a value depends on besides the cell.
type Context struct {
	// Year is the report's year; it helps to guess what was meant.
	Year int
	// Hours is true in a column that holds hours.
	Hours bool
	// Date1904 is true in a workbook that counts its dates from 1904.
	Date1904 bool
}

// propose makes a proposal of a value, if it would itself be read.
func (p *Problem) propose(proposal string, reads func(string) bool) {
	if reads(proposal) {
		p.Proposal = proposal
	}
}

// broken gives the problem of a cell that holds no value of any kind; nil for
// a cell that does.
func broken(c grid.Cell, expected string) *Problem {
	switch c.Kind {
	case grid.Error:
		return errorValue(c.Text, expected)
	case grid.Text:
		if dutch, ok := errorNames[c.Text]; ok && dutch != "" {
			return errorValue(c.Text, expected)
		}
	case grid.Unstored:
		return &Problem{Reason: Unstored, Expected: expected}
	case grid.Lost:
		return &Problem{Reason: Lost, Expected: expected}
	case grid.Broken:
		return &Problem{Reason: Unreadable, Found: c.Text, Expected: expected}
	}
	return nil
}

// errorNames maps error values to what a Dutch Excel shows. Both spellings
// are keys.
var errorNames = map[string]string{
	"#N/A": "#N/B", "#N/B": "#N/B", "#REF!": "#VERW!", "#VERW!": "#VERW!",
	"#VALUE!": "#WAARDE!", "#WAARDE!": "#WAARDE!", "#NAME?": "#NAAM?", "#NAAM?": "#NAAM?",
	"#DIV/0!": "#DEEL/0!", "#DEEL/0!": "#DEEL/0!", "#NUM!": "#GETAL!", "#GETAL!": "#GETAL!",
	"#NULL!": "#LEEG!", "#LEEG!": "#LEEG!", "#SPILL!": "#OVERLOOP!", "#OVERLOOP!": "#OVERLOOP!",
	"#CALC!": "#BEREKENEN!", "#BEREKENEN!": "#BEREKENEN!", "#GETTING_DATA": "#GEGEVENS_OPHALEN",
}

var errorMeanings = map[string]string{
	"#N/B": "een opzoekformule vond niets", "#VERW!": "een formule verwijst naar een cel die er niet meer is",
	"#WAARDE!": "een formule rekent met iets dat geen getal is", "#NAAM?": "een formule gebruikt een naam die niet bestaat",
	"#DEEL/0!": "een formule deelt door nul", "#GETAL!": "een formule geeft een onmogelijk getal",
	"#LEEG!": "een formule verwijst naar cellen die elkaar niet raken",
}

func errorValue(found, expected string) *Problem {
	p := &Problem{Reason: ErrorValue, Found: found, Expected: expected}
	dutch := errorNames[found]
	p.Detail = errorMeanings[dutch]
	if dutch != "" && dutch != found {
		p.Found = found
		if p.Detail != "" {
			p.Detail = "in een Nederlandse Excel " + dutch + ": " + p.Detail
		}
	}
	return p
}

// Show writes a cell the way a person sees it.
func Show(c grid.Cell, ctx Context) string {
	switch c.Kind {
	case grid.Number:
		if t, ok := serial(c.Number, ctx.Date1904); ok && c.Format.IsDate() {
			return shownDate(t, c.Format)
		}
		switch c.Format {
		case grid.Time:
			return clock.Part(c.Number)
		case grid.Percent:
			return comma(c.Number*100) + "%"
		}
		if c.Text != "" {
			return c.Text
		}
		return comma(c.Number)
	case grid.Bool:
		if c.Number != 0 {
			return "WAAR"
		}
		return "ONWAAR"
	}
	return c.Text
}
