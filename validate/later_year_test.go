package validate

import (
	"testing"
	"time"

	"voortgang/internal/finding"
	"voortgang/internal/model"
)

// TestYearsOfSheets tries what is said of sheets with a column jaar. The report
// over 2021 is of the 28th of April 2022.
func TestYearsOfSheets(t *testing.T) {
	staffing := func(years ...int) func(*book) {
		return func(b *book) {
			for i, y := range years {
				b.add(&model.StaffingSheet, y, 24.5, 24.0+float64(i)/10, 0.7)
			}
		}
	}
	amounts := func(year, n int) func(*book) {
		return func(b *book) {
			for i := range 6 {
				b.add(&model.FundingSheet, 2021, "Wonen", "", model.FundingSources()[i], 12345.0)
			}
			for i := range n {
				b.add(&model.FundingSheet, year, "Wonen", "", model.FundingSources()[i], 12345.0)
			}
		}
	}
	staff := func(year, n int) func(*book) {
		return func(b *book) {
			for _, f := range b.data.FTE {
				if n > 0 && f.Year == 2021 {
					f.Year = year
					n--
				}
			}
		}
	}
	for _, c := range []struct {
		name   string
		change func(*book)
		want   string
	}{
		{"three years of staffing", staffing(2019, 2020, 2021), ""},
		{"the first year of staffing", staffing(2021), ""},
		{"two years of staffing", staffing(2020, 2021), ""},
		{"a year of staffing that has yet to come", staffing(2019, 2020, 2030), "D15 Personeelsformatie A4"},
		{"next year instead of the report's", staffing(2019, 2020, 2022), "D15 Personeelsformatie A4"},
		{"next year as well", staffing(2019, 2020, 2021, 2022), ""},
		{"the report's year forgotten", staffing(2018, 2019, 2020), "O12 Personeelsformatie "},
		{"a year forgotten, and one that can't be read", func(b *book) {
			staffing(2018, 2019, 2021)(b)
			b.add(&model.StaffingSheet, 0, 24.0, 24.0, 0.0).Base().MarkBad(model.StaffingYear)
		}, "O12 Personeelsformatie "},
		{"a year between forgotten", staffing(2018, 2019, 2021), "O12 Personeelsformatie "},
		{"a year between forgotten, and no older one", staffing(2019, 2021), "O12 Personeelsformatie "},
		{"an old year forgotten", staffing(2015, 2019, 2020, 2021), ""},

		{"FTE of next year, one row", staff(2022, 1), "D15 VTE A2"},
		{"FTE of next year, all rows", func(b *book) {
			for _, f := range b.data.FTE[:10:10] {
				b.add(&model.FTESheet, f.Year+1, f.Theme, f.Project, 2.0, 0.0)
			}
			b.data.FTE = b.data.FTE[:10]
			for i := range 5 {
				b.add(&model.FTESheet, 2022, b.data.Projects[i].Theme, b.data.Projects[i].Code, 2.0, 0.0)
			}
		}, ""},
		{"FTE of a far year", staff(2031, 1), "D15 VTE A2"},
		{"an amount of next year", amounts(2022, 1), "D15 Middelen A8"},
		{"amounts planned for next year", amounts(2022, 4), ""},
		{"amounts planned for later", amounts(2024, 4), ""},
		{"an amount of a far year", amounts(2031, 1), "D15 Middelen A8"},
		{"a score of a far year", func(b *book) {
			for i := range 4 {
				b.add(&model.ScoreSheet, 2021+10*(i/3), "Beverlo", "K", string(rune('A'+i)), 3.0)
			}
		}, "D15 Buurtscores A5"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := five()
			c.change(b)
			judge(t, b, c.want)
		})
	}
}

// TestLaterYearSays: a year that has yet to come is an error, one that began
// after the report's year a warning; both say what was probably meant.
func TestLaterYearSays(t *testing.T) {
	for year, want := range map[int]finding.Level{2022: finding.Warning, 2031: finding.Error} {
		b := five()
		b.data.FTE[0].Year = year
		cfg := testConfig()
		list := b.told(&cfg)
		if len(list) != 1 || list[0].Level != want || list[0].Proposal != "2021" {
			t.Errorf("%d: got %+v", year, list)
		}
	}
}

// TestOldDossier: dossiers of some years ago are only worth a remark.
func TestOldDossier(t *testing.T) {
	for year, want := range map[int]finding.Level{2018: finding.Info, 2012: finding.Warning} {
		b := five()
		for i := range 12 {
			b.add(&model.DossierSheet, "p0", "Dossier "+string(rune('A'+i)), "", "Lokaal", "Afgerond", day(2021, time.Month(i+1), 3))
		}
		b.data.Dossiers[3].Date = day(year, 6, 1)
		b.data.Projects[0].Start = day(2010, 1, 1)
		cfg := testConfig()
		list := b.told(&cfg)
		if len(list) != 1 || list[0].Code() != "D05" || list[0].Level != want {
			t.Errorf("%d: got %+v", year, list)
		}
	}
}

// TestDateOrder tries lists of actions that are sorted by date but for one.
func TestDateOrder(t *testing.T) {
	for _, c := range []struct {
		name  string
		dates []time.Time
		want  string
	}{
		{"in order", []time.Time{day(2021, 1, 4), day(2021, 2, 1), day(2021, 5, 1), day(2021, 8, 1), day(2021, 9, 1), day(2021, 12, 1)}, ""},
		{"a year too early", []time.Time{day(2021, 1, 4), day(2021, 2, 1), day(2021, 5, 1), day(2020, 8, 1), day(2021, 9, 1), day(2021, 12, 1)}, "D16 Communicatieacties D5"},
		{"a year too late", []time.Time{day(2020, 1, 4), day(2020, 2, 1), day(2020, 5, 1), day(2021, 8, 1), day(2020, 9, 1), day(2020, 12, 1)}, "D16 Communicatieacties D5"},
		{"another month too", []time.Time{day(2021, 1, 4), day(2021, 2, 1), day(2021, 5, 1), day(2020, 2, 1), day(2021, 9, 1), day(2021, 12, 1)}, ""},
		{"an old action on top", []time.Time{day(2020, 8, 4), day(2021, 2, 1), day(2021, 5, 1), day(2021, 8, 1), day(2021, 9, 1), day(2021, 12, 1)}, ""},
		{"no order", []time.Time{day(2021, 3, 4), day(2021, 2, 1), day(2021, 5, 1), day(2020, 8, 1), day(2021, 9, 1), day(2021, 12, 1)}, ""},
		{"a short list", []time.Time{day(2021, 1, 4), day(2020, 2, 1), day(2021, 5, 1)}, ""},
		{"last year's actions first", []time.Time{day(2020, 1, 4), day(2020, 6, 1), day(2020, 12, 1), day(2021, 1, 8), day(2021, 9, 1), day(2021, 12, 1)}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := five()
			for i, d := range c.dates {
				r := b.add(&model.CommunicationSheet, float64(i+1), "Artikel "+string(rune('A'+i)), "Een stuk in de krant.").(*model.Communication)
				r.When = model.Period{Text: short(d), From: d, To: d}
			}
			judge(t, b, c.want)
		})
	}
}
