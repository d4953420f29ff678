// Package rules holds what can be wrong while spreadsheets are read: one file
// a rule, each with the rule as the handbook shows it and the one function
// that makes its findings. Codes: S for structure, W for values, V for fields.
package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"voortgang/ingest/value"
	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// At says what a finding is about: the place, and the column and project it
// belongs to where there are such.
type At struct {
	Ref     source.Ref
	Column  string
	Project string
	// MayLack is true of a field that may be empty.
	MayLack bool
}

// make puts the parts of a finding together.
func (at At) make(rule *finding.Rule, message string) finding.Finding {
	f := finding.New(rule, at.Ref, message)
	f.Column, f.Project = at.Column, at.Project
	return f
}

// refuse makes the finding of a value that was refused: the message is the
// sentence, the reason in brackets, and what to do.
func (at At) refuse(rule *finding.Rule, p *value.Problem, sentence, otherwise string) finding.Finding {
	message := sentence
	if p.Detail != "" {
		message += " (" + p.Detail + ")"
	}
	message += "."
	f := at.make(rule, "")
	if p.Nothing && at.MayLack {
		message += " Laat de cel leeg."
		f.Mend = []source.Edit{{At: at.Ref}}
	} else if p.Nothing {
		message += " Dit veld is verplicht: vul " + p.Expected + " in."
		if p.Reason == value.NoDate || p.Reason == value.YearRange {
			message += " Een dag die gepland is, is ook goed."
		}
	} else if p.Proposal != "" {
		message += " Bedoel je " + clip(p.Proposal) + "?"
	} else if otherwise != "" {
		message += " " + otherwise
	}
	f.Message, f.Found, f.Expected, f.Proposal = message, cut(p.Found, 500), p.Expected, p.Proposal
	return f
}

// quote writes a value within a sentence: words between quotes, dates and
// numbers as they are.
func quote(s string) string {
	if strings.ContainsFunc(s, unicode.IsLetter) || s == "" {
		return "‘" + clip(s) + "’"
	}
	return clip(s)
}

// clip shortens a value for a message.
func clip(s string) string { return cut(s, 60) }

func cut(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	for i := range s {
		if most--; most == 0 {
			return s[:i] + "…"
		}
	}
	return s
}

// Value makes the finding of a refused value.
func Value(at At, p *value.Problem) finding.Finding { return makers[p.Reason](at, p) }

var makers = map[value.Reason]func(At, *value.Problem) finding.Finding{
	value.NoDate: noDate, value.NoSuchDay: noSuchDay, value.YearRange: yearRange, value.NoPeriod: noPeriod,
	value.NoNumber: noNumber, value.NotWhole: notWhole, value.DateForNumber: dateForNumber, value.NoYear: noYear,
	value.NoYesNo: noYesNo, value.NotAllowed: notAllowed, value.ControlCharacter: controlCharacter,
	value.ErrorValue: errorValue, value.Unstored: unstored, value.Lost: lostText, value.Unreadable: unreadable,
	value.DateForCode: dateForCode, value.LookAlike: lookAlike, value.ThreeDecimals: threeDecimals,
	value.OtherAddress: otherAddress,
}
