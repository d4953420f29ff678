package validate_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"voortgang/internal/model"
	"voortgang/internal/source"
)

// must fails the test on trouble with a workbook.
func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// fileOf gives the file in which a record stands.
func fileOf(r model.Record) string { return r.Base().Row.Sheet.File.Path }

// firstCell is the leftmost cell of a row that is read.
func firstCell(r model.Record) source.Ref {
	ref := r.Base().Place(0)
	ref.Col = 0
	for _, col := range r.Base().Row.Sheet.Columns {
		if col > 0 && (ref.Col == 0 || col < ref.Col) {
			ref.Col = col
		}
	}
	return ref
}

// header is the cell with the name of a column.
func header(r model.Record, column int) source.Ref {
	ref := r.Base().Place(column)
	ref.Row = r.Base().Row.Sheet.HeaderRow
	return ref
}

// activityOf draws an activity of a project's workbook.
func (w *world) activityOf(ok func(*model.Activity) bool) *model.Activity {
	return pick(w, w.data.Activities, func(a *model.Activity) bool {
		return strings.Contains(fileOf(a), "projecten/") && ok(a)
	})
}

func any1(*model.Activity) bool { return true }

// structureMutations are mistakes in how a workbook was made.
func structureMutations() []mutation {
	return []mutation{
		{"hidden row", func(w *world) []expected {
			a := w.activityOf(any1)
			ref := firstCell(a)
			w.must(w.book(ref.File).SetRowVisible(ref.Sheet, ref.Row, false))
			return one("S24", ref)
		}},
		{"hidden column", func(w *world) []expected {
			ref := header(w.activityOf(any1), model.ActivityKind)
			w.must(w.book(ref.File).SetColVisible(ref.Sheet, source.ColumnName(ref.Col), false))
			return one("S25", ref)
		}},
		{"hidden sheet", func(w *world) []expected {
			ref := firstCell(w.activityOf(any1))
			w.must(w.book(ref.File).SetSheetVisible(ref.Sheet, false))
			return one("S26", source.Ref{File: ref.File, Sheet: ref.Sheet})
		}},
		{"merged column names", func(w *world) []expected {
			a := w.activityOf(func(a *model.Activity) bool {
				return header(a, model.ActivityHours).Col == header(a, model.ActivityDescription).Col+1
			})
			from, to := header(a, model.ActivityDescription), header(a, model.ActivityHours)
			w.must(w.book(from.File).MergeCell(from.Sheet, from.Cell(), to.Cell()))
			return one("S27", from)
		}},
		{"formula of another workbook", func(w *world) []expected {
			a := w.activityOf(func(a *model.Activity) bool { return a.Hours.Known })
			ref := a.Base().Place(model.ActivityHours)
			w.formula(ref, "[uren.xlsx]Blad1!B7", a.Hours.Value)
			return one("S28", ref)
		}},
		{"formula that was not worked out again", func(w *world) []expected {
			a := w.activityOf(func(a *model.Activity) bool { return a.Hours.Known })
			ref := a.Base().Place(model.ActivityHours)
			w.formula(ref, fmt.Sprintf("%g*2", a.Hours.Value), a.Hours.Value)
			return one("W17", ref)
		}},
		{"titles of last year", func(w *world) []expected {
			f := pick(w, w.data.Files, func(f *model.InputFile) bool { return f.Project != "" && len(f.Titles) > 2 })
			for _, t := range f.Titles {
				w.must(w.book(f.Path).SetCellValue(t.Place.Sheet, t.Place.Cell(), strings.ReplaceAll(t.Text, "2021", "2020")))
			}
			return one("S29", f.Titles[0].Place)
		}},
		{"workbook without its fiche", func(w *world) []expected {
			file := fileOf(w.running(30))
			w.must(w.book(file).DeleteSheet("Fiche"))
			return one("S30", source.Ref{File: file})
		}},
		{"workbook that was not delivered", func(w *world) []expected {
			funded := map[string]bool{}
			for _, f := range w.data.Funding {
				funded[f.Project] = true
			}
			f := pick(w, w.data.FTE, func(f *model.FTE) bool { return funded[f.Project] && f.Year == 2020 })
			file := fileOf(w.project(f.Project))
			w.keep(file)
			w.must(os.Remove(w.path(file)))
			return one("S31", f.Base().Place(model.FTEProject))
		}},
		{"sheet copied within its workbook", func(w *world) []expected {
			from := firstCell(w.activityOf(any1))
			w.copySheet(from.File, from.Sheet, from.Sheet+"_")
			return one("S32", source.Ref{File: from.File, Sheet: from.Sheet + "_"})
		}},
		{"sheet without a key copied", func(w *world) []expected {
			k := pick(w, w.data.Contacts, func(k *model.Contact) bool { return true })
			w.copySheet(fileOf(k), "Contacten", "Contact")
			return one("S32", source.Ref{File: fileOf(k), Sheet: "Contact"})
		}},
		{"contacts of a project in a list of the organisation too", func(w *world) []expected {
			p := w.running(30)
			var list []*model.Contact
			for _, k := range w.data.Contacts {
				if k.Project == p.Code {
					list = append(list, k)
				}
			}
			if len(list) < 5 {
				w.t.Fatal("too few contacts")
			}
			from := w.r.IntN(len(list) - 4)
			var b strings.Builder
			b.WriteString("project;datum;actor;kanaal;beleidscontact;doelgroep_betrokken\n")
			yes := map[bool]string{true: "ja", false: "nee"}
			for _, k := range list[from : from+5] {
				fmt.Fprintf(&b, "%s;%s;%s;%s;%s;%s\n", k.Project, k.Date.Format("2/1/2006"), k.Actor, k.Channel, yes[k.Policy], yes[k.TargetGroup])
			}
			// Read after the project's workbook, by its path.
			file := "gegevens/z/Contacten.csv"
			w.must(os.MkdirAll(w.path("gegevens/z"), 0o755))
			w.keep(file)
			w.must(os.WriteFile(w.path(file), []byte(b.String()), 0o644))
			return one("K04", source.Ref{File: file, Sheet: "Contacten", Col: 2, Row: 2})
		}},
		{"rows divided over two sheets", func(w *world) []expected {
			k := pick(w, w.data.Contacts, func(*model.Contact) bool { return true })
			file, last := fileOf(k), 0
			w.copySheet(file, "Contacten", "Contact")
			for _, o := range w.data.Contacts {
				if fileOf(o) == file {
					last = max(last, o.Base().Row.Number)
				}
			}
			// Below each other rows would move up: from the last to the first.
			first := k.Base().Row.Sheet.HeaderRow + 1
			half := (first + last) / 2
			for row := last; row >= first; row-- {
				sheet := "Contacten"
				if row > half {
					sheet = "Contact"
				}
				w.must(w.book(file).RemoveRow(sheet, row))
			}
			return one("S33", source.Ref{File: file, Sheet: "Contact"})
		}},
		{"text cut at 255", func(w *world) []expected {
			k := pick(w, w.data.Conclusions, func(k *model.Conclusion) bool { return !strings.Contains(k.Text, "van 1") })
			text := strings.Repeat("We overlegden met bewoners en met de gemeente. ", 6)
			return one("W18", w.set(k, model.ConclusionText, text[:255]))
		}},
		{"space behind a name", func(w *world) []expected {
			count := map[string]int{}
			for _, k := range w.data.Contacts {
				count[fileOf(k)+k.Actor]++
			}
			k := pick(w, w.data.Contacts, func(k *model.Contact) bool { return count[fileOf(k)+k.Actor] > 3 })
			return one("W20", w.set(k, model.ContactActor, k.Actor+"  "))
		}},
		{"Greek letter in a code", func(w *world) []expected {
			p := pick(w, w.data.Participations, func(p *model.Participation) bool { return strings.HasPrefix(p.Activity, "A") })
			return one("W19", w.set(p, model.ParticipationActivity, strings.Replace(p.Activity, "A", "Α", 1)))
		}},
	}
}

// formula writes a formula with the value that the file keeps beside it.
func (w *world) formula(ref source.Ref, text string, stored float64) {
	w.must(w.book(ref.File).SetCellFormula(ref.Sheet, ref.Cell(), text))
	// Setting a formula keeps the cell's value; the value is set apart to be
	// sure of it.
	got, err := w.book(ref.File).GetCellValue(ref.Sheet, ref.Cell(), excelize.Options{RawCellValue: true})
	if err != nil || got != fmt.Sprint(stored) {
		w.t.Fatalf("%s keeps %q, not %g (%v)", ref.Cell(), got, stored, err)
	}
}

// copySheet copies a sheet within its workbook.
func (w *world) copySheet(file, from, to string) {
	b := w.book(file)
	at, err := b.GetSheetIndex(from)
	w.must(err)
	copied, err := b.NewSheet(to)
	w.must(err)
	w.must(b.CopySheet(at, copied))
}

// sumMutations are mistakes that show when sheets are held against each other.
func sumMutations() []mutation {
	return []mutation{
		{"FTE ten times too large", func(w *world) []expected {
			var first source.Ref
			for _, f := range w.data.FTE {
				if f.Year == 2021 {
					ref := w.set(f, model.FTEWith, f.With.Value*10)
					w.set(f, model.FTEWithout, f.Without.Value*10)
					if first.Row == 0 {
						first = ref
					}
				}
			}
			return one("P11", first)
		}},
		{"total of a theme among its parts", func(w *world) []expected {
			count, with, without := map[string]int{}, map[string]float64{}, map[string]float64{}
			last := 0
			for _, f := range w.data.FTE {
				last = max(last, f.Base().Row.Number)
				if f.Year == 2021 && f.Project != "" {
					count[f.Theme]++
					with[f.Theme] += f.With.Value
					without[f.Theme] += f.Without.Value
				}
			}
			f := pick(w, w.data.FTE, func(f *model.FTE) bool { return f.Year == 2021 && f.Project != "" && count[f.Theme] > 2 })
			total := w.copyRow(f, last+1, model.FTEWith)
			cell := func(column int, v any) {
				at := f.Base().Place(column)
				at.Row = total.Row
				w.must(w.book(at.File).SetCellValue(at.Sheet, at.Cell(), v))
			}
			cell(model.FTEProject, nil)
			cell(model.FTEWith, with[f.Theme])
			cell(model.FTEWithout, without[f.Theme])
			return one("O08", total)
		}},
		{"no envelope for a theme", func(w *world) []expected {
			f := pick(w, w.data.Funding, func(f *model.Funding) bool { return f.Year == 2021 && f.Source == model.SourceEnvelope })
			before := slices.ContainsFunc(w.data.Funding, func(o *model.Funding) bool {
				return o.Year == 2020 && o.Theme == f.Theme && o.Source == model.SourceEnvelope
			})
			if !before {
				w.t.Fatalf("%s had no envelope in 2020", f.Theme)
			}
			ref := f.Base().Place(model.FundingAmount)
			w.must(w.book(ref.File).RemoveRow(ref.Sheet, ref.Row))
			return one("O09", source.Ref{File: ref.File, Sheet: ref.Sheet})
		}},
		{"activity that nobody counted", func(w *world) []expected {
			count := map[string]int{}
			for _, a := range w.data.Activities {
				count[a.Project]++
			}
			a := w.activityOf(func(a *model.Activity) bool { return count[a.Project] >= 100 })
			for i := len(w.data.Participations) - 1; i >= 0; i-- {
				if p := w.data.Participations[i]; p.Project == a.Project && p.Activity == a.ID {
					ref := p.Base().Place(0)
					w.must(w.book(ref.File).RemoveRow(ref.Sheet, ref.Row))
				}
			}
			return one("O10", a.Base().Place(model.ActivityID))
		}},
		{"hours of a year in a week", func(w *world) []expected {
			v := pick(w, w.data.Volunteers, func(v *model.Volunteer) bool { return v.Hours.Value >= 100 && v.Until.IsZero() })
			w.set(v, model.VolunteerSince, on(2021, 12, 27))
			return one("O11", v.Base().Place(model.VolunteerHours))
		}},
		{"link that doesn't open", func(w *world) []expected {
			a := pick(w, w.data.Communications, func(a *model.Communication) bool { return len(a.Links) == 1 })
			return one("V05", w.set(a, model.CommunicationLinks, "zie de site van de krant"))
		}},
		{"crowd at a conversation", func(w *world) []expected {
			kinds := map[string]string{}
			for _, a := range w.data.Activities {
				kinds[a.Project+" "+a.ID] = a.Kind
			}
			p := pick(w, w.data.Participations, func(p *model.Participation) bool {
				return kinds[p.Project+" "+p.Activity] == "Individuele contacten" && !w.project(p.Project).IsTransversal()
			})
			return one("P09", w.set(p, model.ParticipationCount, 140))
		}},
		{"counts dragged down", func(w *world) []expected {
			count := map[string]int{}
			for _, p := range w.data.Participations {
				count[p.Project]++
			}
			p := pick(w, w.data.Participations, func(p *model.Participation) bool { return count[p.Project] > 150 })
			var list []*model.Participation
			for _, o := range w.data.Participations {
				if o.Project == p.Project {
					list = append(list, o)
				}
			}
			from := w.r.IntN(len(list) - 60)
			first := source.Ref{}
			for i := range 30 {
				if ref := w.set(list[from+i], model.ParticipationCount, 13); i == 0 {
					first = ref
				}
			}
			return one("P08", first)
		}},
	}
}

// addressMutations put something above a known mistake: its address must be
// the one that Excel shows.
func addressMutations() []mutation {
	// wrong puts a day that doesn't exist in a row with room above it.
	above := func(name string, insert func(w *world, ref source.Ref, head int) []expected) mutation {
		return mutation{"address below " + name, func(w *world) []expected {
			a := w.activityOf(func(a *model.Activity) bool { return a.Base().Row.Number > a.Base().Row.Sheet.HeaderRow+5 })
			ref := w.set(a, model.ActivityDate, "31/4/2021")
			return insert(w, ref, a.Base().Row.Sheet.HeaderRow)
		}}
	}
	moved := func(ref source.Ref, rows int) []expected {
		ref.Row += rows
		return one("W02", ref)
	}
	return []mutation{
		above("title rows", func(w *world, ref source.Ref, _ int) []expected {
			b := w.book(ref.File)
			w.must(b.InsertRows(ref.Sheet, 1, 3))
			w.must(b.SetCellValue(ref.Sheet, "A1", "Registraties van het project"))
			w.must(b.SetCellValue(ref.Sheet, "A2", "ingevuld door de projectwerker"))
			return moved(ref, 3)
		}),
		above("blank rows", func(w *world, ref source.Ref, head int) []expected {
			w.must(w.book(ref.File).InsertRows(ref.Sheet, head+2, 4))
			return moved(ref, 4)
		}),
		above("a hidden row", func(w *world, ref source.Ref, head int) []expected {
			w.must(w.book(ref.File).SetRowVisible(ref.Sheet, head+2, false))
			hidden := ref
			hidden.Row, hidden.Col = head+2, 1
			return append(moved(ref, 0), expected{"S24", hidden})
		}),
		above("a hidden title and a hidden blank row", func(w *world, ref source.Ref, head int) []expected {
			b := w.book(ref.File)
			w.must(b.InsertRows(ref.Sheet, head+2, 1))
			w.must(b.SetRowVisible(ref.Sheet, head+2, false))
			w.must(b.InsertRows(ref.Sheet, 1, 1))
			w.must(b.SetCellValue(ref.Sheet, "A1", "Een titel die niemand ziet"))
			w.must(b.SetRowVisible(ref.Sheet, 1, false))
			return moved(ref, 2)
		}),
		above("a merged title", func(w *world, ref source.Ref, _ int) []expected {
			b := w.book(ref.File)
			w.must(b.InsertRows(ref.Sheet, 1, 2))
			w.must(b.SetCellValue(ref.Sheet, "A1", "Alles van het project"))
			w.must(b.MergeCell(ref.Sheet, "A1", "E2"))
			return moved(ref, 2)
		}),
		above("a merged heading among the rows", func(w *world, ref source.Ref, head int) []expected {
			b := w.book(ref.File)
			w.must(b.InsertRows(ref.Sheet, head+2, 1))
			at := source.Ref{File: ref.File, Sheet: ref.Sheet, Row: head + 2, Col: 1}
			end := at
			end.Col = 5
			w.must(b.SetCellValue(ref.Sheet, at.Cell(), "Voorjaar"))
			w.must(b.MergeCell(ref.Sheet, at.Cell(), end.Cell()))
			return append(moved(ref, 1), expected{"S22", at})
		}),
		above("and beside empty columns", func(w *world, ref source.Ref, _ int) []expected {
			w.must(w.book(ref.File).InsertCols(ref.Sheet, "A", 2))
			ref.Col += 2
			return moved(ref, 0)
		}),
		{"address in CSV below titles and blank lines", func(w *world) []expected { return w.trainingsAsCSV(2, 3, 0) }},
		{"address in CSV below a text of three lines", func(w *world) []expected { return w.trainingsAsCSV(0, 0, 1) }},
	}
}

// trainingsAsCSV takes Vorming out of the organisation's workbook and writes it
// as CSV, below titles and with blank lines or a title of three lines, with one
// day that doesn't exist.
func (w *world) trainingsAsCSV(titles, blanks, tall int) []expected {
	t := w.data.Trainings[0]
	w.must(w.book(fileOf(t)).DeleteSheet(t.Base().Row.Sheet.Name))
	var b bytes.Buffer
	out := csv.NewWriter(&b)
	out.Comma = ';'
	row := 0
	write := func(cells ...string) {
		row++
		w.must(out.Write(cells))
	}
	blank := func() {
		out.Flush()
		b.WriteString("\n")
		row++
	}
	for range titles {
		write("Vormingen van het jaar", "", "", "", "")
	}
	for range tall {
		write("Vormingen\nvan\nhet jaar", "", "", "", "")
	}
	blank()
	write("datum", "personeelsnummer", "soort", "uren", "onderwerp")
	wrong := len(w.data.Trainings) / 2
	ref := source.Ref{File: "gegevens/Vorming.csv", Sheet: "Vorming", Col: 1}
	for i, t := range w.data.Trainings {
		if i == wrong-1 {
			for range blanks {
				blank()
			}
		}
		day := t.Date.Format("2/1/2006")
		if i == wrong {
			day, ref.Row = "31/4/2021", row+1
		}
		write(day, t.Employee, t.Kind, strings.ReplaceAll(fmt.Sprint(t.Hours.Value), ".", ","), t.Subject)
	}
	out.Flush()
	w.keep(ref.File)
	w.must(os.WriteFile(w.path(ref.File), b.Bytes(), 0o644))
	return one("W02", ref)
}

// structureLookAlikes are ways of making a workbook that are right.
func structureLookAlikes() []mutation {
	quiet := func(name string, apply func(w *world)) mutation {
		return mutation{"(right) " + name, func(w *world) []expected { apply(w); return nil }}
	}
	return []mutation{
		quiet("formula that was worked out", func(w *world) {
			a := w.activityOf(func(a *model.Activity) bool { return a.Hours.Known })
			w.formula(a.Base().Place(model.ActivityHours), fmt.Sprintf("%g*2/2", a.Hours.Value), a.Hours.Value)
		}),
		quiet("hidden lists and a sheet of one's own", func(w *world) {
			b := w.book(fileOf(w.running(30)))
			for _, name := range []string{"Keuzelijsten", "_kladwerk"} {
				_, err := b.NewSheet(name)
				w.must(err)
				w.must(b.SetCellValue(name, "A1", "Werkgroepen"))
				w.must(b.SetSheetVisible(name, false))
			}
		}),
		quiet("hidden column without data", func(w *world) {
			ref := firstCell(w.activityOf(any1))
			w.must(w.book(ref.File).SetColVisible(ref.Sheet, "Z", false))
		}),
		quiet("text of 255 characters that ends", func(w *world) {
			k := pick(w, w.data.Conclusions, func(k *model.Conclusion) bool { return !strings.Contains(k.Text, "van 1") })
			w.set(k, model.ConclusionText, strings.Repeat("We overlegden met bewoners en met de gemeente. ", 6)[:254]+".")
		}),
		quiet("title without a year", func(w *world) {
			f := pick(w, w.data.Files, func(f *model.InputFile) bool { return f.Project != "" && len(f.Titles) > 0 })
			for _, t := range f.Titles {
				w.must(w.book(f.Path).SetCellValue(t.Place.Sheet, t.Place.Cell(), strings.ReplaceAll(t.Text, " 2021", "")))
			}
		}),
		quiet("volunteer who came in the autumn", func(w *world) {
			v := pick(w, w.data.Volunteers, func(v *model.Volunteer) bool {
				return v.Hours.Value > 0 && v.Hours.Value < 500 && v.Until.IsZero() && w.project(v.Project).End.Year() > 2021
			})
			w.set(v, model.VolunteerSince, time.Date(2021, 10, 1, 0, 0, 0, 0, time.UTC))
		}),
		quiet("row of a theme beside those of its projects", func(w *world) {
			f := pick(w, w.data.FTE, func(f *model.FTE) bool { return f.Year == 2021 && f.Project != "" })
			last := 0
			for _, o := range w.data.FTE {
				last = max(last, o.Base().Row.Number)
			}
			ref := w.copyRow(f, last+1, model.FTEProject)
			w.must(w.book(ref.File).SetCellValue(ref.Sheet, ref.Cell(), nil))
		}),
		quiet("an activity with nobody there", func(w *world) {
			w.set(pick(w, w.data.Participations, func(*model.Participation) bool { return true }), model.ParticipationCount, 0)
		}),
	}
}
