package check

import (
	"cmp"
	"fmt"
	"html/template"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// The view types are what the template of validatie.html shows: texts that are
// ready to be read.
type view struct {
	Style                 template.CSS
	Script                template.JS
	StyleHash, ScriptHash string

	Organisation, Title, Lead string
	Year                      int
	Tiles                     []tileView
	DeliveryLead              string
	Legend                    []stateView
	Attention, Fine           *matrixView
	Organisations             *matrixView
	LeftOut                   *leftOutView
	Sections                  []sectionView
	Levels, Families          []choiceView
	Rules                     []ruleView
	FilesSummary              string
	Inputs                    []inputView
	Version, RuleSet          string
}

type tileView struct{ Class, Number, Label string }

type choiceView struct{ Name, Label, Count string }

type stateView struct {
	Class, Mark, Word, Text string
	// Rows is "" for none; Show says that the word itself is shown then.
	Rows, RowWord string
	Show          bool
	Note          string
}

type matrixView struct {
	Caption, Summary string
	// First heads the column of the names.
	First   string
	Columns []string
	// Links heads a last column with links; empty when no row has any.
	Links string
	Rows  []matrixRow
	// Narrow says that it needn't the full width.
	Narrow bool
}

type matrixRow struct {
	ID, Name string
	// Link says that the project has a section.
	Link   bool
	Sheets []stateView
	Links  []linkView
}

// linkView is a link to a section; Class is the level of what is there.
type linkView struct{ ID, Text, Class string }

// leftOutView tells of the rows that some figure leaves out.
type leftOutView struct {
	Summary string
	Rows    []leftOutRow
}

// leftOutRow is one sheet; ID is the section with what is wrong in it, empty
// when there is none.
type leftOutRow struct{ ID, File, Sheet, Rows, LeftOut string }

type sectionView struct {
	ID, Title, Count, Absent string
	Mail                     Mail
	Pills                    []choiceView
	Files                    []fileView
	Groups                   []groupView
}

type fileView struct{ File, Copy, Problem string }

type groupView struct {
	ID, Code, Title, Explanation     string
	Level, LevelLabel, Family, Times string
	Items                            []itemView
	// Accept is the command that accepts the first finding; empty where that
	// isn't possible. Inside says that it must run in the workdir.
	Accept string
	Inside bool
	// More tells of the findings that aren't shown.
	More string
}

type itemView struct{ Place, File, Message, Found, Expected, Proposal, Cells string }

type ruleView struct{ Code, Title, Explanation, Wrong, Right, Level, Family, Who string }

type inputView struct{ File, Rows, SHA256 string }

// maxCellsShown bounds the cells that one finding spells out.
const maxCellsShown = 2000

// A page with more findings than maxPage shows only so many of one rule in one
// section; a browser must be able to open it.
const (
	maxPage  = 10_000
	maxGroup = 200
)

// maxFound bounds how much of a value the page repeats, in characters.
const maxFound = 400

func newView(r Report) *view {
	delivery := Deliveries(r)
	sections := withAbsent(Sections(r), delivery)
	v := &view{Organisation: r.Organisation, Year: r.Year, Version: r.Version, RuleSet: RuleSet(r.Rules), Title: "Nazicht van de werkmap"}
	v.head(r)
	v.delivered(delivery, sections)
	v.LeftOut = newLeftOut(r, sections)
	absent := absentSheets(delivery)
	mails := newMailer(r)
	for _, s := range sections {
		v.Sections = append(v.Sections, newSection(r, s, absent[s.ID], mails))
	}
	v.choices(r)
	v.files(r)
	return v
}

// withAbsent adds a section for each project that lacks sheets and has no
// findings: someone must be asked for them too.
func withAbsent(sections []*Section, d Delivery) []*Section {
	seen := map[string]bool{}
	for _, s := range sections {
		seen[s.ID] = true
	}
	for _, p := range d.Projects {
		if !seen[p.ID] && len(p.Absent()) > 0 {
			sections = append(sections, &Section{ID: p.ID, Code: p.Code, Title: p.Name})
		}
	}
	return sections
}

func (v *view) head(r Report) {
	errs, warnings, infos := finding.Count(r.Findings)
	q := r.Data.Quality()
	v.Tiles = []tileView{
		{"fout", dutch.Int(errs), word(errs, "fout", "fouten")},
		{"waarschuwing", dutch.Int(warnings), word(warnings, "waarschuwing", "waarschuwingen")},
		{"info", dutch.Int(infos), "info"},
		{"", dutch.Int(q.Files), word(q.Files, "bestand", "bestanden")},
		{"", dutch.Int(q.Rows), word(q.Rows, "rij", "rijen")},
	}
	switch {
	case errs > 0:
		v.Lead = fmt.Sprintf("Zolang er fouten zijn, kan het eindrapport niet gemaakt worden. Er %s nog %s. Verbeter ze in de werkboeken zelf en kijk de werkmap dan opnieuw na.",
			word(errs, "is", "zijn"), dutch.Plural(errs, "fout", "fouten"))
	case warnings > 0:
		v.Lead = fmt.Sprintf("Er zijn geen fouten: het rapport kan gemaakt worden. Bekijk wel nog %s.", dutch.Plural(warnings, "waarschuwing", "waarschuwingen"))
	default:
		v.Lead = "Er zijn geen fouten en geen waarschuwingen: het rapport kan gemaakt worden."
	}
	if r.Accepted > 0 {
		v.Lead += " " + dutch.Plural(r.Accepted, "melding is", "meldingen zijn") + " eerder aanvaard en " + word(r.Accepted, "telt", "tellen") + " hier niet mee."
	}
}

// newLeftOut is nil when every row counts wherever it belongs.
func newLeftOut(r Report, sections []*Section) *leftOutView {
	q := r.Data.Quality()
	if q.LeftOut == 0 {
		return nil
	}
	ids := map[[2]string]string{}
	for _, s := range sections {
		for _, g := range s.Groups {
			for _, f := range g.Items {
				if at := [2]string{f.Ref.File, f.Ref.Sheet}; ids[at] == "" {
					ids[at] = s.ID
				}
			}
		}
	}
	v := &leftOutView{Summary: dutch.Plural(q.LeftOut, "rij telt", "rijen tellen") + " nog niet in elk cijfer mee"}
	for _, s := range q.Sheets {
		if s.LeftOut > 0 {
			v.Rows = append(v.Rows, leftOutRow{ids[[2]string{s.File, s.Sheet}], s.File, s.Sheet, dutch.Int(s.Rows), dutch.Int(s.LeftOut)})
		}
	}
	return v
}

func word(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// marks are the signs of the states; a word always stands beside them or is
// read out.
var marks = [...]string{Complete: "✓", Incomplete: "!", Missing: "×", Blank: "0", NotNeeded: "–"}

func (v *view) delivered(d Delivery, sections []*Section) {
	for _, s := range []State{Complete, Incomplete, Missing, Blank, NotNeeded} {
		v.Legend = append(v.Legend, stateView{Class: stateClass(s), Mark: marks[s], Word: s.String(), Text: [...]string{
			Complete: "er zijn rijen van dit jaar en er is geen fout in.", Incomplete: "er is minstens één fout in.", Missing: "er is geen blad en geen enkele rij.",
			Blank: "het blad is er, maar er staat niets van dit jaar in. Dat kan kloppen.", NotNeeded: "een transversale actie, of een project dat al gestopt is of nog moet beginnen, heeft dit blad niet nodig.",
		}[s]})
	}
	rank := map[string]int{}
	for i, s := range sections {
		rank[s.ID] = i + 1
	}
	attention, fine := &matrixView{First: "Project", Columns: d.Columns}, &matrixView{First: "Project", Columns: d.Columns}
	for _, p := range d.Projects {
		row := matrixRow{ID: p.ID, Name: p.Name, Link: rank[p.ID] > 0}
		if p.By != "" && len(p.Absent()) > 0 {
			row.Name += " (tegen " + p.By + ")"
		}
		for _, s := range p.Sheets {
			row.Sheets = append(row.Sheets, newState(s))
		}
		for _, s := range p.Elsewhere {
			row.Links = append(row.Links, newElsewhere(p.ID, s))
			attention.Links = "Elders"
		}
		if p.Done() {
			fine.Rows = append(fine.Rows, row)
		} else {
			attention.Rows = append(attention.Rows, row)
		}
	}
	// The order of the sections; who has none, because rows were refused
	// without a word, comes last.
	slices.SortStableFunc(attention.Rows, func(a, b matrixRow) int {
		return cmp.Compare(cmp.Or(rank[a.ID], len(sections)+1), cmp.Or(rank[b.ID], len(sections)+1))
	})
	done, all := len(fine.Rows), len(d.Projects)
	const order = " Het getal is het aantal rijen. Wie de meeste fouten heeft, staat eerst, en daarna wie de meeste waarschuwingen heeft; zo ook bij Meldingen."
	switch {
	case all == 0:
		v.DeliveryLead = "Er is nog geen enkel project gevonden."
	case done == all:
		v.DeliveryLead = fmt.Sprintf("Van %s is alles ontvangen, en er is niets aan te doen.", dutch.Plural(all, "project", "projecten"))
	case all == 1:
		v.DeliveryLead = "Bij het enige project ontbreekt er iets of is er iets na te kijken. Het getal is het aantal rijen."
	case done == 0:
		v.DeliveryLead = fmt.Sprintf("Bij elk van de %s ontbreekt er iets of is er iets na te kijken.", dutch.Plural(all, "project", "projecten")) + order
	default:
		v.DeliveryLead = fmt.Sprintf("Van %s van de %s is alles ontvangen, zonder fouten of waarschuwingen. Bij de andere ontbreekt er iets of is er iets na te kijken.", dutch.Int(done), dutch.Plural(all, "project", "projecten")) + order
	}
	if len(attention.Rows) > 0 {
		attention.Caption = "Projecten waar nog iets aan te doen is"
		v.Attention = attention
	}
	if done > 0 {
		fine.Caption = "Projecten waarvan alles ontvangen is"
		fine.Summary = fmt.Sprintf("Alles ontvangen van %s", dutch.Plural(done, "project", "projecten"))
		v.Fine = fine
	}
	// One below the other: there are many, and they are one owner's.
	v.Organisations = &matrixView{Caption: "De bladen van de organisatie", First: "Blad", Columns: []string{"Rijen"}, Narrow: true}
	for _, s := range d.Organisation {
		row := matrixRow{Name: s.Sheet, Sheets: []stateView{newState(s)}}
		if s.Errors+s.Warnings > 0 {
			row.Links = ownerLinks(s.Owners)
			v.Organisations.Links = "Melding bij"
		}
		v.Organisations.Rows = append(v.Organisations.Rows, row)
	}
}

// newElsewhere is "1 fout in VTE".
func newElsewhere(id string, d Delivered) linkView {
	l := linkView{ID: id, Text: counts(d.Errors, d.Warnings, 0) + " in " + visible(d.Sheet), Class: "waarschuwing"}
	if d.Errors > 0 {
		l.Class = "fout"
	}
	return l
}

// ownerLinks names a few of the sections with findings in a sheet.
func ownerLinks(list []Owner) []linkView {
	const most = 4
	var out []linkView
	for _, o := range list[:min(len(list), most)] {
		out = append(out, linkView{ID: o.ID, Text: visible(o.Title)})
	}
	if len(list) > most {
		out = append(out, linkView{ID: "meldingen", Text: "en nog " + dutch.Int(len(list)-most) + " andere"})
	}
	return out
}

func stateClass(s State) string { return strings.ReplaceAll(s.String(), " ", "-") }

func newState(d Delivered) stateView {
	s := stateView{Class: stateClass(d.State), Mark: marks[d.State], Word: d.State.String(), Show: d.State == Missing || d.State == Incomplete}
	if d.Rows > 0 {
		s.Rows, s.RowWord = dutch.Int(d.Rows), word(d.Rows, "rij", "rijen")
	}
	switch {
	case d.Errors > 0:
		s.Note = dutch.Plural(d.Errors, "fout", "fouten")
	case d.Warnings > 0:
		s.Note = dutch.Int(d.Warnings) + " na te kijken"
	}
	return s
}

func newSection(r Report, s *Section, absent []string, mails *mailer) sectionView {
	out := sectionView{ID: s.ID, Title: visible(s.Title), Count: dutch.Int(s.Total()), Absent: dutch.Join(absent), Mail: mails.mail(s, absent)}
	for _, l := range []struct {
		n         int
		name      string
		one, many string
	}{{s.Errors, "fout", "fout", "fouten"}, {s.Warnings, "waarschuwing", "waarschuwing", "waarschuwingen"}, {s.Infos, "info", "info", "info"}} {
		if l.n > 0 {
			out.Pills = append(out.Pills, choiceView{Name: l.name, Label: dutch.Plural(l.n, l.one, l.many)})
		}
	}
	for _, file := range s.Files {
		f := fileView{File: file}
		if file == s.Title {
			f.File = ""
		}
		if c := r.copyOf(file); c != nil {
			f.Problem = c.Problem
			if c.Path != "" {
				f.Copy = linkTo(c.Path)
			}
		}
		out.Files = append(out.Files, f)
	}
	for i, g := range s.Groups {
		gv := groupView{
			ID: fmt.Sprintf("%s-%d", s.ID, i+1), Code: g.Rule.Code, Title: g.Rule.Title, Explanation: g.Rule.Explanation,
			Level: g.Level.String(), LevelLabel: upperFirst(g.Level.String()), Family: string(g.Rule.Family), Times: times(g.Places),
		}
		items := g.Items
		if len(r.Findings) > maxPage && len(items) > maxGroup {
			gv.More = fmt.Sprintf("… en nog %s van deze regel; ze staan allemaal in validatie.xlsx.", dutch.Plural(len(items)-maxGroup, "melding", "meldingen"))
			items = items[:maxGroup]
		}
		for _, f := range items {
			gv.Items = append(gv.Items, newItem(f))
		}
		if g.Level == finding.Warning {
			gv.Accept, gv.Inside = acceptCommand(r.Dir, items[0]), !namesDir(r.Dir)
		}
		out.Groups = append(out.Groups, gv)
	}
	return out
}

// namesDir tells whether the user named the workdir.
func namesDir(dir string) bool { return dir != "" && dir != "." }

// acceptCommand is what a person types to accept a finding that is right after
// all: with the workdir when that was named, or else in its folder.
func acceptCommand(dir string, f finding.Finding) string {
	words := []string{"voortgang", "aanvaard"}
	if namesDir(dir) {
		words = append(words, dir)
	}
	words = append(words, f.Code(), f.Ref.File)
	switch {
	case f.Ref.Line > 0:
		words = append(words, strconv.Itoa(f.Ref.Line))
	case f.Ref.Sheet != "":
		words = append(words, f.Ref.Sheet)
		if cell := f.Ref.Cell(); cell != "" {
			words = append(words, cell)
		}
	}
	for i, w := range words {
		if strings.ContainsAny(w, " '&();") {
			words[i] = `"` + w + `"`
		}
	}
	return visible(strings.Join(words, " ")) + ` --reden "schrijf hier waarom" --door "je naam"`
}

func newItem(f finding.Finding) itemView {
	it := itemView{
		Place: visible(upperFirst(Place(f))), File: visible(cmp.Or(f.Ref.File, "De werkmap")), Message: visible(message(f)),
		Found: shorten(f.Found, maxFound), Expected: newExpected(f), Proposal: shorten(f.Proposal, maxFound),
	}
	if f.Column != "" {
		it.Place += ", kolom " + f.Column
	}
	if ranges := source.Ranges(f.Cells); len(ranges) > 5 {
		var names []string
		for _, one := range ranges[:min(len(ranges), maxCellsShown)] {
			names = append(names, one.String())
		}
		it.Cells = strings.Join(names, ", ")
		if len(ranges) > maxCellsShown {
			it.Cells += ", …"
		}
	}
	return it
}

// newExpected is what was expected, where the message doesn't say so already.
func newExpected(f finding.Finding) string {
	plain := func(s string) string {
		return strings.Join(strings.Fields(strings.NewReplacer(",", " ", "‘", "", "’", "").Replace(dutch.Fold(s))), " ")
	}
	told := " " + strings.Trim(plain(f.Message), ".?") + " "
	for part := range strings.SplitSeq(f.Expected, ",") {
		part = strings.TrimPrefix(plain(part), "een ")
		if !strings.Contains(told, part) {
			return f.Expected
		}
	}
	return ""
}

// linkTo writes a relative path as a link.
func linkTo(path string) string {
	parts := strings.Split(path, "/")
	for i, p := range parts {
		parts[i] = url.PathEscape(p)
	}
	return strings.Join(parts, "/")
}

// choices are what can be filtered on, and the rules behind the findings.
func (v *view) choices(r Report) {
	o, who := newOwners(r.Data), map[string][]string{}
	levels, families, rules := map[finding.Level]int{}, map[finding.Family]int{}, map[*finding.Rule]bool{}
	for _, f := range r.Findings {
		levels[f.Level]++
		families[f.Rule.Family]++
		rules[f.Rule] = true
		if one := o.who(f); one != "" && !slices.Contains(who[f.Code()], one) {
			who[f.Code()] = append(who[f.Code()], one)
		}
	}
	for _, l := range []finding.Level{finding.Error, finding.Warning, finding.Info} {
		v.Levels = append(v.Levels, choiceView{l.String(), upperFirst(l.String()), dutch.Int(levels[l])})
	}
	for family, n := range families {
		v.Families = append(v.Families, choiceView{string(family), upperFirst(string(family)), dutch.Int(n)})
	}
	slices.SortFunc(v.Families, func(a, b choiceView) int { return strings.Compare(a.Name, b.Name) })
	seen := map[string]bool{}
	for rule := range rules {
		if seen[rule.Code] {
			continue
		}
		seen[rule.Code] = true
		v.Rules = append(v.Rules, ruleView{rule.Code, rule.Title, rule.Explanation, rule.Wrong, rule.Right, rule.Level.String(), string(rule.Family), strings.Join(who[rule.Code], " of ")})
	}
	slices.SortFunc(v.Rules, func(a, b ruleView) int { return strings.Compare(a.Code, b.Code) })
}

func (v *view) files(r Report) {
	rows := 0
	for _, f := range r.Data.Files {
		n := 0
		for _, s := range f.Sheets {
			n += s.Rows
		}
		rows += n
		v.Inputs = append(v.Inputs, inputView{f.Path, dutch.Int(n), f.SHA256})
	}
	v.FilesSummary = fmt.Sprintf("%s, %s", dutch.Plural(len(v.Inputs), "bestand", "bestanden"), dutch.Plural(rows, "rij", "rijen"))
}
