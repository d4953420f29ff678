package check

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"voortgang/internal/delivery"
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

// State says how far a sheet has been delivered.
type State int

// The states of a sheet.
const (
	// Complete: there are rows and none has an error.
	Complete State = iota
	// Incomplete: there is an error in it.
	Incomplete
	// Missing: there is no such sheet.
	Missing
	// Blank: the sheet is there and holds no rows, which may be right.
	Blank
	// NotNeeded: a transversal action needn't have it, nor a project that ended or
	// is yet to begin.
	NotNeeded
)

// String gives the Dutch word that users read.
func (s State) String() string {
	return [...]string{"volledig", "onvolledig", "ontbreekt", "leeg", "niet nodig"}[s]
}

// Delivered is one sheet of one project, or of the organisation.
type Delivered struct {
	Sheet string
	State State
	// Rows counts the records: those of the year in a sheet of a project, of all
	// years in one of the organisation.
	Rows             int
	Errors, Warnings int
	// Owners are the sections that have the findings, in order of the
	// findings; only for sheets of the organisation.
	Owners []Owner
}

// Owner is a section by its anchor and name.
type Owner struct{ ID, Title string }

// ProjectDelivery is what was received of one project.
type ProjectDelivery struct {
	Code, Name, ID string
	// By is the day by which its sheets are owed, in words; empty when none is
	// said.
	By string
	// File is the project's own workbook; empty when it has none.
	File   string
	Sheets []Delivered
	// Elsewhere counts the findings of the project outside its own sheets: in
	// a sheet of the organisation, in a text. Sheet then names the place.
	Elsewhere []Delivered
}

// Done tells whether nothing is missing and nothing need be looked at.
func (p *ProjectDelivery) Done() bool {
	open := func(d Delivered) bool {
		return d.State == Incomplete || d.State == Missing || d.Errors+d.Warnings > 0
	}
	return !slices.ContainsFunc(p.Sheets, open) && !slices.ContainsFunc(p.Elsewhere, open)
}

// Absent lists the sheets that are missing.
func (p *ProjectDelivery) Absent() []string {
	var out []string
	for _, d := range p.Sheets {
		if d.State == Missing {
			out = append(out, d.Sheet)
		}
	}
	return out
}

// Delivery is who has handed in what.
type Delivery struct {
	// Columns are the sheets of a project, its Fiche first.
	Columns      []string
	Projects     []*ProjectDelivery
	Organisation []Delivered
}

// deliveryCount collects the numbers of one sheet of one owner.
type deliveryCount struct {
	rows, refused, errors, warnings int
	owners                          []Owner
}

type deliveryKey struct {
	project string
	sheet   *model.Sheet
}

// Deliveries looks what has been received: a matrix of the projects by name and
// the sheets of a project, and the sheets of the organisation.
func Deliveries(r Report) Delivery {
	counts, elsewhere := countDelivered(r)
	table := delivery.Look(r.Data, r.Year)
	own, shared := whereSheetsAre(r.Data)
	out := Delivery{Columns: []string{model.FicheName}}
	for _, s := range model.Sheets() {
		if s.Level == model.OfProject {
			out.Columns = append(out.Columns, s.Name)
		}
	}
	files := map[string]string{}
	for _, f := range r.Data.Files {
		if f.Project != "" {
			files[f.Project] = f.Path
		}
	}
	seen := map[string]bool{}
	for _, p := range r.Data.Projects {
		if p.Code == "" || seen[p.Code] {
			continue
		}
		seen[p.Code] = true
		row := &ProjectDelivery{Code: p.Code, Name: cmp.Or(p.Name, p.Code), ID: "project-" + anchor(p.Code), File: files[p.Code]}
		duty := owed(r, p)
		if !duty.By.IsZero() {
			row.By = dutch.ShortDate(duty.By)
		}
		row.Sheets = append(row.Sheets, deliveredSheet(model.FicheName, counts[deliveryKey{p.Code, &model.ProjectSheet}], true, true))
		for _, s := range model.Sheets() {
			if s.Level != model.OfProject {
				continue
			}
			key := deliveryKey{p.Code, s}
			count := counts[key]
			count.rows = table.Rows(p.Code, s)
			there, asked := own[key] || shared[s], delivery.Owes(p, r.Year)
			if len(duty.Sheets) > 0 {
				asked = slices.Contains(duty.Sheets, s)
				there = there && !asked // an agreed sheet without a row is missing
			}
			row.Sheets = append(row.Sheets, deliveredSheet(s.Name, count, there, asked))
		}
		row.Elsewhere = elsewhere[p.Code]
		out.Projects = append(out.Projects, row)
	}
	slices.SortStableFunc(out.Projects, func(a, b *ProjectDelivery) int {
		return cmp.Or(strings.Compare(dutch.Fold(a.Name), dutch.Fold(b.Name)), strings.Compare(a.Code, b.Code))
	})
	for _, s := range model.Sheets() {
		if s.Level != model.Organisation || s == &model.ProjectSheet && !shared[s] {
			continue
		}
		out.Organisation = append(out.Organisation, deliveredSheet(s.Name, counts[deliveryKey{"", s}], shared[s], s != &model.ScoreSheet))
	}
	return out
}

// owed gives what the configuration says that a project owes.
func owed(r Report, p *model.Project) delivery.Duty {
	if r.Owed == nil {
		return delivery.Duty{}
	}
	return r.Owed(p)
}

func deliveredSheet(name string, c deliveryCount, there, needed bool) Delivered {
	d := Delivered{Sheet: name, Rows: c.rows, Errors: c.errors, Warnings: c.warnings, Owners: c.owners}
	switch {
	case c.errors > 0 || c.refused > 0:
		d.State = Incomplete
	case c.rows > 0:
		d.State = Complete
	case there:
		d.State = Blank
	case !needed:
		d.State = NotNeeded
	default:
		d.State = Missing
	}
	return d
}

// countDelivered counts rows and findings per owner and sheet. Sheets of the
// organisation have no owner; Projecten counts for each project and as a whole.
// elsewhere has, by project, the findings that stand in none of its own sheets,
// in order of the findings.
func countDelivered(r Report) (_ map[deliveryKey]deliveryCount, elsewhere map[string][]Delivered) {
	counts := map[deliveryKey]deliveryCount{}
	add := func(k deliveryKey, change func(*deliveryCount)) {
		c := counts[k]
		change(&c)
		counts[k] = c
	}
	elsewhere = map[string][]Delivered{}
	o := newOwners(r.Data)
	for _, s := range model.Sheets() {
		if s.Level == model.OfProject {
			continue // package delivery counts those
		}
		for rec := range r.Data.Records(s) {
			add(deliveryKey{"", s}, func(c *deliveryCount) { c.rows++ })
			if p, ok := rec.(*model.Project); ok {
				add(deliveryKey{o.spelled(&p.Code), s}, func(c *deliveryCount) { c.rows++ })
			}
		}
	}
	decls := map[[2]string]*model.Sheet{}
	for _, f := range r.Data.Files {
		for _, s := range f.Sheets {
			if s.Decl == nil {
				continue
			}
			decls[[2]string{f.Path, s.Name}] = s.Decl
			if s.Refused > 0 {
				add(deliveryKey{f.Project, s.Decl}, func(c *deliveryCount) { c.refused += s.Refused })
			}
		}
	}
	for _, f := range r.Findings {
		decl := decls[[2]string{f.Ref.File, f.Ref.Sheet}]
		id, code, title := o.of(f)
		if code != "" && (decl == nil || decl.Level == model.Organisation && decl != &model.ProjectSheet) {
			elsewhere[code] = noteElsewhere(elsewhere[code], f)
		}
		if decl == nil {
			continue
		}
		keys := []deliveryKey{{code, decl}}
		if decl.Level == model.Organisation && code != "" {
			keys = append(keys, deliveryKey{"", decl})
		}
		for _, k := range keys {
			add(k, func(c *deliveryCount) {
				c.note(f.Level)
				if owner := (Owner{id, title}); k.project == "" && !slices.Contains(c.owners, owner) {
					c.owners = append(c.owners, owner)
				}
			})
		}
	}
	return counts, elsewhere
}

// noteElsewhere counts a finding under the sheet in which it stands, or else
// under the name of its file.
func noteElsewhere(list []Delivered, f finding.Finding) []Delivered {
	if f.Level == finding.Info {
		return list
	}
	where := cmp.Or(f.Ref.Sheet, path.Base(f.Ref.File))
	if f.Ref.File == "" {
		where = "de werkmap"
	}
	at := slices.IndexFunc(list, func(d Delivered) bool { return d.Sheet == where })
	if at < 0 {
		at = len(list)
		list = append(list, Delivered{Sheet: where})
	}
	if f.Level == finding.Error {
		list[at].Errors++
		list[at].State = Incomplete
	} else {
		list[at].Warnings++
	}
	return list
}

func (c *deliveryCount) note(level finding.Level) {
	switch level {
	case finding.Error:
		c.errors++
	case finding.Warning:
		c.warnings++
	}
}

// spelled gives the code in a field as the project's record spells it.
func (o *owners) spelled(field any) string {
	code, ok := field.(*string)
	if !ok {
		return ""
	}
	if o.byCode[*code] != nil { // folded already
		return o.byCode[*code].Code
	}
	if p := o.byCode[dutch.Fold(*code)]; p != nil {
		return p.Code
	}
	return *code
}

// whereSheetsAre tells which sheets a project's workbook has, and which stand
// in a workbook that isn't of one project.
func whereSheetsAre(d *model.Dataset) (own map[deliveryKey]bool, shared map[*model.Sheet]bool) {
	own, shared = map[deliveryKey]bool{}, map[*model.Sheet]bool{}
	for _, f := range d.Files {
		for _, s := range f.Sheets {
			switch {
			case s.Decl == nil || f.LastYear:
			case f.Project != "":
				own[deliveryKey{f.Project, s.Decl}] = true
			default:
				shared[s.Decl] = true
			}
		}
	}
	return own, shared
}
