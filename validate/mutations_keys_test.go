package validate_test

import (
	"fmt"
	"os"
	"strings"

	"voortgang/internal/dutch"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

func keyMutations() []mutation {
	lastRow := func(list []model.Record, of model.Record) int {
		last := 0
		for _, r := range list {
			if r.Base().Row.Sheet == of.Base().Row.Sheet {
				last = max(last, r.Base().Row.Number)
			}
		}
		return last
	}
	records := func(w *world, s *model.Sheet) []model.Record {
		var out []model.Record
		for r := range w.data.Records(s) {
			out = append(out, r)
		}
		return out
	}
	return []mutation{
		{"row pasted twice", func(w *world) []expected {
			a := pick(w, w.data.Activities, func(*model.Activity) bool { return true })
			return one("K01", w.copyRow(a, lastRow(records(w, &model.ActivitySheet), a)+1, model.ActivityID))
		}},
		{"block pasted twice", func(w *world) []expected {
			p := w.running(60)
			var first source.Ref
			to := 0
			n := 0
			for _, a := range w.data.Activities {
				if a.Project != p.Code || n >= 12 {
					continue
				}
				if to == 0 {
					to = lastRow(records(w, &model.ActivitySheet), a) + 1
				}
				ref := w.copyRow(a, to+n, model.ActivityID)
				if n == 0 {
					first = ref
				}
				n++
			}
			return one("K01", first)
		}},
		{"block pasted with new numbers", func(w *world) []expected {
			p := w.running(60)
			var first source.Ref
			to, n := 0, 0
			for _, a := range w.data.Activities {
				if a.Project != p.Code || n >= 6 {
					continue
				}
				if to == 0 {
					to = lastRow(records(w, &model.ActivitySheet), a) + 1
				}
				ref := w.copyRow(a, to+n, model.ActivityID)
				if err := w.book(ref.File).SetCellValue(ref.Sheet, ref.Cell(), fmt.Sprint("Z9", n)); err != nil {
					w.t.Fatal(err)
				}
				if n == 0 {
					first = ref
				}
				n++
			}
			return one("K04", first)
		}},
		{"actor with an accent", func(w *world) []expected {
			a := pick(w, w.data.Actors, func(a *model.Actor) bool { return strings.Contains(a.Name, "e") && !strings.Contains(a.Name, "é") })
			ref := w.copyRow(a, lastRow(records(w, &model.ActorSheet), a)+1, model.ActorName)
			if err := w.book(ref.File).SetCellValue(ref.Sheet, ref.Cell(), strings.Replace(a.Name, "e", "é", 1)); err != nil {
				w.t.Fatal(err)
			}
			return one("K02", ref)
		}},
		{"contact with a Cyrillic letter", func(w *world) []expected {
			k := pick(w, w.data.Contacts, func(k *model.Contact) bool { return strings.Contains(k.Actor, "o") })
			return one("W19", w.set(k, model.ContactActor, strings.Replace(k.Actor, "o", "о", 1)))
		}},
		{"actor with a letter wrong", func(w *world) []expected {
			a := pick(w, w.data.Actors, func(a *model.Actor) bool {
				f := strings.Fields(a.Name)
				return len(f) > 1 && len(dutch.Fold(f[0])) >= 8 && len(dutch.Fold(a.Name)) >= 12 && len(f[0]) == len(dutch.Fold(f[0]))
			})
			ref := w.copyRow(a, lastRow(records(w, &model.ActorSheet), a)+1, model.ActorName)
			if err := w.book(ref.File).SetCellValue(ref.Sheet, ref.Cell(), a.Name[:3]+"q"+a.Name[4:]); err != nil {
				w.t.Fatal(err)
			}
			return one("K03", ref)
		}},
		{"volunteer written with a dash", func(w *world) []expected {
			v := pick(w, w.data.Volunteers, func(v *model.Volunteer) bool { return strings.HasPrefix(v.Name, "V0") })
			ref := w.copyRow(v, lastRow(records(w, &model.VolunteerSheet), v)+1, model.VolunteerName)
			if err := w.book(ref.File).SetCellValue(ref.Sheet, ref.Cell(), "V-"+v.Name[1:]); err != nil {
				w.t.Fatal(err)
			}
			return one("K02", ref)
		}},
		{"workbook twice", func(w *world) []expected {
			file := w.running(30).Base().Row.Sheet.File.Path
			copied := strings.TrimSuffix(file, ".xlsx") + " - kopie.xlsx"
			w.keep(copied)
			data, err := os.ReadFile(w.path(file))
			if err == nil {
				err = os.WriteFile(w.path(copied), data, 0o644)
			}
			if err != nil {
				w.t.Fatal(err)
			}
			return one("K06", source.Ref{File: copied})
		}},
		{"code of another project on the fiche", func(w *world) []expected {
			p, q := w.running(30), w.running(30)
			for p == q {
				q = w.running(30)
			}
			if p.Base().Row.Sheet.File.Path < q.Base().Row.Sheet.File.Path {
				p, q = q, p
			}
			return one("K01", w.set(p, model.ProjectCode, q.Code))
		}},
		{"training twice", func(w *world) []expected {
			t := pick(w, w.data.Trainings, func(t *model.Training) bool { return t.Subject != "" })
			return one("K07", w.copyRow(t, lastRow(records(w, &model.TrainingSheet), t)+1, model.TrainingSubject))
		}},
		{"same contact twice", func(w *world) []expected {
			k := pick(w, w.data.Contacts, func(*model.Contact) bool { return true })
			last := 0
			for _, o := range w.data.Contacts {
				if o.Base().Row.Sheet == k.Base().Row.Sheet {
					last = max(last, o.Base().Row.Number)
				}
			}
			return one("K07", w.copyRow(k, last+1, model.ContactDate))
		}},
		{"block of last year", func(w *world) []expected {
			p := w.running(120)
			var old []*model.Activity
			for _, a := range w.data.Activities {
				if a.Project == p.Code && a.Date.Year() == 2020 && a.Description != "" {
					old = append(old, a)
				}
			}
			if len(old) < 14 {
				return nil
			}
			first := 0
			for i := 0; i+14 <= len(old); i++ {
				if old[i+13].Base().Row.Number == old[i].Base().Row.Number+13 {
					first = i
					break
				}
			}
			to := lastRow(records(w, &model.ActivitySheet), old[0]) + 1
			var place source.Ref
			for n := range 14 {
				a := old[first+n]
				ref := w.copyRow(a, to+n, model.ActivityID)
				set := func(column int, v any) {
					at := a.Base().Place(column)
					at.Row = to + n
					if err := w.book(ref.File).SetCellValue(ref.Sheet, at.Cell(), v); err != nil {
						w.t.Fatal(err)
					}
				}
				set(model.ActivityID, fmt.Sprint("Z", n))
				set(model.ActivityDate, a.Date.AddDate(1, 0, 0).Sub(on(1899, 12, 30)).Hours()/24)
				if n == 0 {
					place = ref
				}
			}
			return one("K05", place)
		}},
	}
}
