// Package clock knows times of day, and what day it is then in Brussels.
package clock

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // the machine may know no time zones

	"voortgang/internal/dutch"
)

// clockTime finds a time of day behind a date, with what says how far it is
// from UTC: "T10:30:00.000Z", " 10:30", "T23:00+02:00", " 22:00:00 UTC".
var clockTime = regexp.MustCompile(`^(\S.{7,}?)(?:[T ]|, )\s*(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(?: ?(?:([Zz]|UTC|GMT)|([+-]\d\d)(?::?(\d\d))?))?$`)

// Moment is a time of day; fixed when it is the same moment everywhere.
type Moment struct {
	after time.Duration // midnight
	fixed bool
	// ahead is how far the clock that gave it is ahead of UTC.
	ahead time.Duration
}

// Cut cuts a time of day off.
func Cut(text string) (day string, at Moment) {
	if strings.IndexByte(text, ':') < 0 {
		return text, at
	}
	m := clockTime.FindStringSubmatch(text)
	if m == nil || small(m[2]) > 24 || small(m[3]) > 59 || small(m[4]) > 60 {
		return text, at
	}
	at.after = time.Duration(small(m[2]))*time.Hour + time.Duration(small(m[3]))*time.Minute + time.Duration(small(m[4]))*time.Second
	at.fixed = m[5] != "" || m[6] != ""
	if m[6] != "" {
		at.ahead = time.Duration(small(m[6][1:]))*time.Hour + time.Duration(small(m[7]))*time.Minute
		if m[6][0] == '-' {
			at.ahead = -at.ahead
		}
	}
	return strings.TrimSpace(m[1]), at
}

// Without leaves a time of day out.
func Without(text string) string {
	day, _ := Cut(text)
	return day
}

var brussels = sync.OnceValue(func() *time.Location {
	zone, err := time.LoadLocation("Europe/Brussels")
	if err != nil {
		return time.UTC // can't be: the zones are in the program
	}
	return zone
})

// Local gives a moment by the clocks of Brussels.
func Local(t time.Time) time.Time { return t.In(brussels()) }

// InBrussels gives the day on which it was that time of that day.
func (m Moment) InBrussels(day time.Time) time.Time {
	if !m.fixed {
		return day
	}
	year, month, date := day.Add(m.after - m.ahead).In(brussels()).Date()
	return time.Date(year, month, date, 0, 0, 0, 0, time.UTC)
}

// Part writes a part of a day as hours and minutes.
func Part(v float64) string {
	minutes := int(dutch.Round(v*24*60, 0))
	return fmt.Sprintf("%d:%02d", minutes/60, minutes%60)
}

// small reads a number of one or two digits.
func small(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}
