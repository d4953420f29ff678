package validate

import (
	"fmt"
	"strings"
	"time"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleLinkDate = finding.ByCode("D08")

// linkDate compares the date of each communication action with the dates in
// its links. One link that agrees is enough: an action may have several.
func linkDate(c *checker) {
	tolerance := time.Duration(c.cfg.Thresholds.LinkDays) * 24 * time.Hour
	for _, a := range c.data.Communications {
		if a.When.From.IsZero() || a.When.Continuous ||
			!a.Base().Usable(model.CommunicationWhen, model.CommunicationLinks) {
			continue
		}
		from, to := a.When.From.Add(-tolerance), a.When.To.Add(tolerance)
		var off time.Time
		link, agrees := "", false
		for _, l := range a.Links {
			first, last, ok := datesInLink(l)
			if !ok {
				continue
			}
			if !last.Before(from) && !first.After(to) {
				agrees = true
				break
			}
			off, link = first, l
		}
		if agrees || link == "" {
			continue
		}
		f := c.say(ruleLinkDate, &model.CommunicationSheet, a, model.CommunicationWhen, fmt.Sprintf(
			"De actie staat op %s, maar haar link zegt %s. Kijk na welke van de twee juist is.", a.When.Text, short(off)))
		f.Found, f.Expected, f.Proposal = a.When.Text, "een dag dicht bij die in de link", short(off)
	}
}

// datesInLink finds a date in the path of a web address: eight digits on their
// own, year/month/day, or year/month, which gives the whole month.
func datesInLink(link string) (first, last time.Time, ok bool) {
	if i := strings.Index(link, "://"); i >= 0 {
		link = link[i+3:]
	}
	i := strings.IndexByte(link, '/')
	if i < 0 {
		return first, last, false
	}
	var runs []string
	var ends []int
	path := link[i:]
	for at := 0; at < len(path); at++ {
		if path[at] < '0' || path[at] > '9' {
			continue
		}
		end := at
		for end < len(path) && path[end] >= '0' && path[end] <= '9' {
			end++
		}
		runs, ends = append(runs, path[at:end]), append(ends, end)
		at = end
	}
	for k, run := range runs {
		if len(run) == 8 {
			if d, err := time.Parse("20060102", run); err == nil && plausibleLink(d) {
				return d, d, true
			}
		}
		if len(run) != 4 || ends[k] >= len(path) || path[ends[k]] != '/' && path[ends[k]] != '-' || k+1 >= len(runs) {
			continue
		}
		mark := path[ends[k] : ends[k]+1]
		if !touches(ends, runs, k) || len(runs[k+1]) > 2 {
			continue
		}
		if k+2 < len(runs) && touches(ends, runs, k+1) && path[ends[k+1]:ends[k+1]+1] == mark && len(runs[k+2]) <= 2 {
			if d, err := time.Parse("2006/1/2", run+"/"+runs[k+1]+"/"+runs[k+2]); err == nil && plausibleLink(d) {
				return d, d, true
			}
		}
		atEnd := ends[k+1] >= len(path) || path[ends[k+1]] == '/'
		if d, err := time.Parse("2006/1", run+"/"+runs[k+1]); err == nil && plausibleLink(d) && mark == "/" && atEnd {
			return d, d.AddDate(0, 1, -1), true
		}
	}
	return first, last, false
}

// touches tells whether one character stands between run k and the next.
func touches(ends []int, runs []string, k int) bool {
	return ends[k]+1 == ends[k+1]-len(runs[k+1])
}

// plausibleLink keeps numbers out that only look like a date.
func plausibleLink(d time.Time) bool { return d.Year() >= 2000 && d.Year() <= 2100 }
