package report

import (
	"fmt"
	"regexp"
	"strings"

	"voortgang/internal/document"
	"voortgang/internal/model"
	"voortgang/internal/prose"
)

// cellTruth gives what a cell of a table must be: row is the name of a part, ""
// for all of them; measure is the head of the column without its year. nil is
// what isn't known.
type cellTruth func(row, measure string, year int) *rat

// tableTruths gives them by the beginning of the caption.
func (l *listener) tableTruths() map[string]cellTruth {
	all := func(measure string) string {
		if measure == "Totaal" || measure == "Alle" {
			return ""
		}
		return measure
	}
	low := func(s string) string { return strings.ToLower(s[:min(1, len(s))]) + s[min(1, len(s)):] }
	themesSum := func(of func(theme string) *rat) *rat {
		out := new(rat)
		for _, t := range append(l.cfg.ThemeNames(), model.Transversal) {
			out = sumOf(out, of(t))
		}
		return out
	}
	return map[string]cellTruth{
		"Personeelsinzet in VTE": func(row, m string, y int) *rat {
			switch m {
			case "Met doelgroep":
				return l.fte(y, row, "met")
			case "Zonder doelgroep":
				return l.fte(y, row, "zonder")
			case "Met doelgroep (%)":
				return percentOf(l.fte(y, row, "met"), l.fte(y, row, ""))
			}
			return l.fte(y, row, "")
		},
		"Activiteiten per thema en soort": func(row, m string, y int) *rat { return l.activities(y, row, all(m)) },
		"Deelnames per thema en soort":    func(row, m string, y int) *rat { return l.participations(y, row, all(m)) },
		"Deelnames per groep": func(row, m string, y int) *rat {
			if row == "" {
				return l.participations(y, "", "")
			}
			out := new(rat)
			for _, p := range l.Participations {
				if p.Group == row && l.held[[2]string{p.Project, p.Activity}].Date.Year() == y {
					out = sumOf(out, exactly(p.Count.Value))
				}
			}
			return out
		},
		"Partners en oplossingsactoren per thema": func(row, m string, y int) *rat {
			kind := map[string]string{"Partners": model.ActorPartner, "Oplossingsactoren": model.ActorSolution}[m]
			if row == "Som van de thema’s" {
				return themesSum(func(t string) *rat { return l.actors(t, kind) })
			}
			return l.actors(row, kind)
		},
		"Contacten per thema": func(row, m string, y int) *rat {
			return l.contacts(y, row, map[string]string{"Met partners": model.ActorPartner, "Met oplossingsactoren": model.ActorSolution}[m])
		},
		"Beleidscontacten per thema": func(row, m string, y int) *rat {
			if m == "Met doelgroep (%)" {
				return percentOf(l.policy(y, row, "ja"), l.policy(y, row, ""))
			}
			return l.policy(y, row, map[string]string{"Met doelgroep": "ja", "Zonder doelgroep": "nee"}[m])
		},
		"Afgeronde beleidsdossiers per thema en bestuursniveau": func(row, m string, y int) *rat { return l.dossiers(y, row, all(m)) },
		"Afgeronde beleidsdossiers per thema en soort": func(row, m string, y int) *rat {
			return l.dossiers(y, row, "") // the data have no kinds: all are in one column
		},
		"Vrijwilligers per thema": func(row, m string, y int) *rat {
			switch {
			case row == "Som van de thema’s":
				return themesSum(func(t string) *rat { return l.volunteers(y, t) })
			case m == "Uren" && row == "":
				return l.volunteerHours()
			case m == "Uren":
				var out *rat
				for _, v := range l.Volunteers {
					if active(v, y) && v.Hours.Known && l.themes[v.Project] == row {
						out = sumOf(out, exactly(v.Hours.Value))
					}
				}
				if out == nil {
					return new(rat) // the sheet has hours: none here
				}
				return out
			}
			return l.volunteers(y, row)
		},
		"Middelen per bron": func(row, m string, y int) *rat {
			if m == "Aandeel (%)" {
				return percentOf(l.funding(y, "", row), l.funding(y, "", ""))
			}
			return l.funding(y, "", row)
		},
		"Middelen per thema en bron": func(row, m string, y int) *rat { return l.funding(y, row, all(m)) },
		"Middelen per thema, in euro": func(row, m string, y int) *rat {
			whole := l.funding(y, row, "")
			switch m {
			case "Buiten de enveloppe (%)":
				return percentOf(minus(whole, l.funding(y, row, model.SourceEnvelope)), whole)
			case "Lokaal bestuur (%)":
				return percentOf(l.funding(y, row, model.SourceLocal), whole)
			}
			return whole
		},
		"Vorming van medewerkers": func(row, m string, y int) *rat {
			formal, informal := l.training(y, model.TrainingFormal), l.training(y, model.TrainingInformal)
			switch row {
			case "Formele vorming (uren)":
				return formal
			case "Informele vorming (uren)":
				return informal
			case "Alle vorming (uren)":
				return sumOf(formal, informal)
			case "Medewerkers met minstens één uur formele vorming":
				return l.trained(y)
			}
			return percentOf(l.trained(y), whole(len(l.inService(y, false))))
		},
		"Medewerkers per klasse": func(row, m string, y int) *rat {
			n := l.barTruths()["Spreiding van de anciënniteit"](row, "")
			if y != l.year {
				n = l.classOf(row, y)
			}
			if m == "Aandeel (%)" {
				return percentOf(n, whole(len(l.inService(y, false))))
			}
			return n
		},
		"Communicatieacties per soort, drager en doelgroep": func(row, m string, y int) *rat {
			group, word, _ := strings.Cut(row, ": ")
			word = low(word)
			switch {
			case row == "":
				return l.communications(y, "", "", "", "")
			case group == "Per soort":
				return l.communications(y, word, "", "", "")
			case group == "Per drager" && word == "online en print":
				return l.communications(y, "", "", "beide", "")
			case group == "Per drager":
				return l.communications(y, "", "", word, "")
			case word == model.NotFilledIn:
				return l.communications(y, "", "", "", word)
			}
			_, word, _ = strings.Cut(row, ": ")
			return l.communications(y, "", "", "", word)
		},
		"Personeelsformatie per jaar": func(row, m string, y int) *rat {
			norm, realised := l.staffing(yearNamed(row))
			_, meanNorm, mean := l.staffed()
			switch {
			case m == "Sociale Maribel":
				return whole(1)
			case strings.HasPrefix(row, "Gemiddelde"):
				norm, realised = meanNorm, mean
			case row == "Overschot" || row == "Tekort":
				delta := minus(mean, meanNorm)
				if delta != nil && (delta.Sign() < 0) != (row == "Tekort") {
					return whole(-1) // the wrong word
				}
				return delta
			case row == "Invulling van de norm":
				return percentOf(mean, meanNorm)
			}
			if m == "Norm" {
				return norm
			}
			return realised
		},
	}
}

// classOf counts a class of years of service in a year.
func (l *listener) classOf(row string, year int) *rat {
	from, to := 0, 999
	if row == "" {
		return l.class(year, 0, 999)
	}
	if n, _ := fmt.Sscanf(row, "%d–%d jaar", &from, &to); n == 2 {
		return l.class(year, from, to)
	}
	return l.class(year, 25, 999)
}

var (
	yearForm  = regexp.MustCompile(`\s*\b20\d\d\b`)
	totalForm = regexp.MustCompile(`^(Totaal( 20\d\d)?|Verschillende (actoren|vrijwilligers)|Medewerkers zonder jobstudenten|Alle communicatieacties)$`)
)

// table checks every number of a table of an indicator.
func (l *listener) table(t document.Table) {
	caption := spaced(t.Caption)
	l.caption(caption)
	if !strings.HasPrefix(l.page, "indicator-") || strings.HasPrefix(caption, "Overzicht van de communicatieacties") {
		return
	}
	var truth cellTruth
	longest := ""
	for start, f := range l.tableTruths() {
		if strings.HasPrefix(caption, start) && len(start) > len(longest) {
			truth, longest = f, start
		}
	}
	if truth == nil {
		l.fail("nobody checks the table %s", caption)
		return
	}
	group := ""
	for _, row := range t.Rows {
		name := spaced(prose.Plain(row.Cells[0].Text))
		if row.Kind == document.Group {
			group = name + ": "
			continue
		}
		year := l.year
		if totalForm.MatchString(name) {
			if y := yearForm.FindString(name); y != "" {
				year = yearNamed(strings.TrimSpace(y))
			}
			name = ""
		} else if row.Kind == document.Plain {
			name = group + name
		}
		before := ""
		for i, cell := range row.Cells[1:] {
			head := spaced(t.Columns[i+1].Head)
			y, measure := year, strings.TrimSpace(yearForm.ReplaceAllString(head, ""))
			if at := yearForm.FindString(head); at != "" && year == l.year {
				y = yearNamed(strings.TrimSpace(at))
			}
			text := spaced(prose.Plain(cell.Text))
			if measure == "Verschil" {
				l.cell(caption, name, head, text, minus(truth(name, before, l.year), truth(name, before, l.year-1)), true)
			} else {
				l.cell(caption, name, head, text, truth(name, measure, y), false)
				before = measure
			}
		}
	}
}

// cell checks one number; a dash or what is withheld says nothing.
func (l *listener) cell(caption, row, head, said string, v *rat, signed bool) {
	number := strings.TrimSuffix(said, " %")
	if number == "" || number == dash || number == "*" || strings.HasPrefix(number, "<") {
		return
	}
	l.heard["cell"]++
	if v == nil {
		l.fail("%s: %q at %s, %s, of which nothing is known", caption, said, row, head)
		return
	}
	_, fraction, _ := strings.Cut(number, ",")
	want := inDutch(v, len(fraction))
	if signed && strings.Trim(want, "0,−") != "" && v.Sign() > 0 {
		want = "+" + want
	}
	if number != want {
		l.fail("%s: %q at %s, %s; want %s", caption, said, row, head, want)
	}
}
