package validate

import (
	"testing"
	"time"

	"voortgang/config"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// A workbook of a project that runs in 2021, with activities in other years.
func TestOtherYear(t *testing.T) {
	at := func(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }
	title := func(text string, year int) model.TitleYear {
		return model.TitleYear{Place: source.Ref{File: "gegevens/a.xlsx", Sheet: "Activiteiten", Row: 1, Col: 1}, Text: text, Year: year}
	}
	for name, c := range map[string]struct {
		years  []int
		titles []model.TitleYear
		end    int
		want   string
	}{
		"this year":                     {[]int{2020, 2021}, []model.TitleYear{title("Activiteiten 2021", 2021)}, 2022, ""},
		"last year":                     {[]int{2020}, nil, 2022, "S29 "},
		"the years before":              {[]int{2019, 2020}, nil, 2022, "S29 "},
		"ended before":                  {[]int{2020}, nil, 2020, ""},
		"title of last year":            {[]int{2021}, []model.TitleYear{title("Activiteiten 2020", 2020)}, 2022, "S29 A1"},
		"title and dates of last year":  {[]int{2020}, []model.TitleYear{title("Activiteiten 2020", 2020)}, 2022, "S29 A1"},
		"title that names both":         {[]int{2021}, []model.TitleYear{title("Jaar 2020 en jaar 2021", 2020), title("Jaar 2020 en jaar 2021", 2021)}, 2022, ""},
		"title of last year, no rows":   {nil, []model.TitleYear{title("Activiteiten 2020", 2020)}, 2022, "S29 A1"},
		"title of this year, no events": {nil, []model.TitleYear{title("Activiteiten 2021", 2021)}, 2022, ""},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBook()
			b.add(&model.ProjectSheet, "pelt", "EnergieK Pelt", "Wonen", false, nil, "Projectuitvoering", at(2018, 1, 1), at(c.end, 12, 31), "Iets", []string{"OD1"}, nil)
			for i := range 12 {
				if len(c.years) > 0 {
					b.add(&model.ActivitySheet, "A"+string(rune('a'+i)), "pelt", at(c.years[i%len(c.years)], 3, 1+i), "Acties")
				}
			}
			f := &model.InputFile{File: source.File{Path: "gegevens/a.xlsx"}, Project: "pelt", Titles: c.titles}
			b.data.Files = append(b.data.Files, f)
			if got := briefOf(check2021(b), "S29", "D02", "D03", "D05", "D07"); got != c.want {
				t.Errorf("found %q, want %q", got, c.want)
			}
		})
	}
}

// A workbook with few dates, all of last year: a remark, where the project ran,
// wrote how the year went, and others did register.
func TestQuietYear(t *testing.T) {
	for name, c := range map[string]struct {
		dates  int
		year   int
		status string
		others bool
		want   int
	}{
		"all of last year":        {5, 2020, "Op schema", true, 1},
		"this year":               {5, 2021, "Op schema", true, 0},
		"hardly any date":         {3, 2020, "Op schema", true, 0},
		"stopped":                 {5, 2020, "Stopgezet", true, 0},
		"nobody registered":       {5, 2020, "Op schema", false, 0},
		"older than last year":    {5, 2018, "Op schema", true, 0},
		"no conclusion at hand":   {5, 2020, "", true, 0},
		"the year before, voided": {0, 2020, "Op schema", true, 0},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBook()
			for _, code := range []string{"pelt", "genk"} {
				b.add(&model.ProjectSheet, code, "Buurtwerk "+code, "Wonen", false, nil, "Projectuitvoering", day(2018, 1, 1), day(2023, 12, 31), "Iets", []string{"OD1"}, nil)
			}
			if c.status != "" {
				b.add(&model.ConclusionSheet, "pelt", c.status, "Het gaat.")
			}
			for i := range c.dates {
				b.add(&model.ActivitySheet, "A"+string(rune('a'+i)), "pelt", day(c.year, 3, 1+i), "Acties")
			}
			b.data.Files = append(b.data.Files, &model.InputFile{File: source.File{Path: "gegevens/a.xlsx"}, Project: "pelt"})
			if c.others {
				b.add(&model.ActivitySheet, "A1", "genk", day(2021, 5, 1), "Acties")
				*b.data.Activities[c.dates].Base() = model.At(source.Row{Sheet: &source.Sheet{File: &source.File{Path: "gegevens/b.xlsx"}, Name: "Activiteiten"}, Number: 2})
			}
			n := 0
			for _, f := range check2021(b) {
				if f.Code() == "S29" {
					n++
					if f.Level != finding.Info {
						t.Errorf("got level %v", f.Level)
					}
				}
			}
			if n != c.want {
				t.Errorf("got %d, want %d", n, c.want)
			}
		})
	}
}

// One code that two sheets of the organisation agree on is a missing workbook;
// a code in one place is a slip of the pen.
func TestProjectWithoutWorkbook(t *testing.T) {
	b := newBook()
	b.add(&model.ProjectSheet, "pelt", "EnergieK Pelt", "Wonen")
	b.add(&model.FTESheet, 2021, "Wonen", "weg", 1.0, 1.0)
	b.add(&model.FTESheet, 2021, "Wonen", "pellt", 1.0, 1.0)
	b.add(&model.FundingSheet, 2021, "Wonen", "weg", "Provincie", 10.0)
	b.data.Files = append(b.data.Files, &model.InputFile{File: source.File{Path: "gegevens/a.xlsx"}, Project: "pelt", Sheets: []*model.InputSheet{{}}})
	if got := briefOf(check2021(b), "S31", "R01"); got != "S31 C2, R01 C3" && got != "R01 C3, S31 C2" {
		t.Errorf("found %q", got)
	}
}

func check2021(b *book) []finding.Finding {
	cfg := config.Defaults()
	cfg.Report.Year = 2021
	list := b.told(&cfg)
	finding.Sort(list)
	return list
}

// briefOf writes the findings of some rules as "code cell", one by one.
func briefOf(list []finding.Finding, codes ...string) string {
	out := ""
	for _, f := range list {
		for _, code := range codes {
			if f.Code() == code {
				if out != "" {
					out += ", "
				}
				out += f.Code() + " " + f.Ref.Cell()
			}
		}
	}
	return out
}
