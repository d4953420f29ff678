package validate

import (
	"fmt"
	"strconv"
	"time"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var ruleOtherYear = finding.ByCode("S29")

// otherYear finds workbooks of a project that are of another year: by the
// titles above its sheets, by its dates, or both.
func otherYear(c *checker) {
	if c.cfg.Report.Year == 0 {
		return
	}
	years, now := c.yearsOfFiles()
	for _, f := range c.data.Files {
		dated := years[f.Path]
		if dated == nil {
			dated = &fileYears{}
		}
		title := c.oddTitle(f.Titles)
		year := dated.other(c.cfg.Report.Year)
		if f.Project == "" || !c.runs(f.Project) || now[code(f.Project)] {
			year = 0
		}
		quiet := year == 0 && title == nil && f.Project != "" && !now[code(f.Project)] && len(now) > 0 && c.lastYearAgain(f.Project, dated)
		switch {
		case quiet:
			c.quietYear(f, dated)
		case year != 0:
			c.reportYear(f, title, dated, fmt.Sprintf("Geen van de %s in dit werkboek ligt in %d; de meeste liggen in %d", dutch.Plural(dated.count, "datum", "datums"), c.cfg.Report.Year, year), strconv.Itoa(year))
		case title != nil && !(dated.other(c.cfg.Report.Year) == title.Year && now[code(f.Project)]):
			c.reportYear(f, title, nil, fmt.Sprintf("De titel ‘%s’ is van %d", excerpt(title.Text), title.Year), strconv.Itoa(title.Year))
		}
	}
}

func (c *checker) reportYear(f *model.InputFile, title *model.TitleYear, dated *fileYears, what, found string) {
	ref := source.Ref{File: f.Path}
	if title != nil {
		ref = title.Place
	}
	m := finding.New(ruleOtherYear, ref, fmt.Sprintf(
		"%s. Het rapport gaat over %d. Kijk na of het juiste werkboek bezorgd is; verbeter anders de titels of de datums.", what, c.cfg.Report.Year))
	m.Found, m.Expected, m.Project = found, strconv.Itoa(c.cfg.Report.Year), f.Project
	if dated != nil {
		year, _ := strconv.Atoi(found)
		m.Try, m.Mend = true, c.moving(source.Ref{File: dated.file.Path}, func(d time.Time) time.Time { return d.AddDate(c.cfg.Report.Year-year, 0, 0) })
	}
	c.report(m)
}

// lastYearAgain tells whether the few dates of a workbook are all of last year,
// while its project ran in the report's and wrote how the year went.
func (c *checker) lastYearAgain(project string, dated *fileYears) bool {
	if !c.runs(project) || dated.count < 4 || dated.years[c.cfg.Report.Year-1] != dated.count {
		return false
	}
	p := c.index.projects[code(project)]
	if p.Start.IsZero() || p.End.IsZero() || p.End.Before(c.lastDay()) || p.Phase != model.PhaseRunning {
		return false
	}
	return c.concludes(p.Code, "Op schema", "Bijgestuurd")
}

// quietYear asks about a workbook that may be last year's, or of a project that
// did nothing this year: its dates are judged all the same.
func (c *checker) quietYear(f *model.InputFile, dated *fileYears) {
	year := c.cfg.Report.Year
	m := finding.New(ruleOtherYear, source.Ref{File: f.Path}, fmt.Sprintf(
		"Alle %s in dit werkboek liggen in %d, en geen enkele in %d, het jaar van het rapport. Kijk na of het juiste werkboek bezorgd is.", dutch.Plural(dated.count, "datum", "datums"), year-1, year))
	m.Found, m.Expected, m.Project, m.Level = strconv.Itoa(year-1), strconv.Itoa(year), f.Project, finding.Info
	c.report(m)
}

// oddTitle gives the first title of a file, when all of its titles name one
// year that isn't the report's.
func (c *checker) oddTitle(titles []model.TitleYear) *model.TitleYear {
	sheets := map[string]map[int]bool{}
	for _, t := range titles {
		if sheets[t.Place.Sheet] == nil {
			sheets[t.Place.Sheet] = map[int]bool{}
		}
		sheets[t.Place.Sheet][t.Year] = true
	}
	for i, t := range titles {
		if years := sheets[t.Place.Sheet]; len(years) == 1 && t.Year != c.cfg.Report.Year {
			return &titles[i]
		}
	}
	return nil
}

// runs tells whether a project runs in the report's year, as far as is known.
func (c *checker) runs(project string) bool {
	p := c.index.projects[code(project)]
	return p != nil && (p.Start.IsZero() || !p.Start.After(c.lastDay())) && (p.End.IsZero() || !p.End.Before(c.firstDay()))
}

// fileYears counts the dates of a file by year.
type fileYears struct {
	file  *source.File
	count int
	years map[int]int
}

// enoughDates is from how many dates on a file without one in the report's
// year stands out. A small project may well have had a quiet year.
const enoughDates = 10

// other gives the year of most dates of a file, when none is in the report's
// year; 0 otherwise.
func (y *fileYears) other(year int) int {
	if y.count < enoughDates || y.years[year] > 0 {
		return 0
	}
	best := 0
	for candidate, n := range y.years {
		if n > y.years[best] || n == y.years[best] && candidate > best {
			best = candidate
		}
	}
	return best
}

// yearsOfFiles gives the years per path, and the projects with a date in the
// report's year.
func (c *checker) yearsOfFiles() (map[string]*fileYears, map[string]bool) {
	years, now := map[string]*fileYears{}, map[string]bool{}
	var last *fileYears
	lastProject := ""
	c.eachEvent(func(e event) {
		// Contacts and activities follow each other by the hundred.
		if e.date.Year() == c.cfg.Report.Year && e.project != lastProject {
			lastProject = e.project
			now[code(e.project)] = true
		}
		f := fileOf(e.record)
		if f == nil {
			return
		}
		if last == nil || last.file != f {
			if last = years[f.Path]; last == nil {
				last = &fileYears{file: f, years: map[int]int{}}
				years[f.Path] = last
			}
		}
		last.count++
		last.years[e.date.Year()]++
	})
	return years, now
}
