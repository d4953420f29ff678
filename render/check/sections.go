package check

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

// Section is what one person is asked to look at: the findings of one project,
// of the organisation's workbooks, of the texts, or of a file that belongs to
// nobody.
type Section struct {
	// ID is for anchors and unique in the report.
	ID string
	// Code is the project's code; empty for what isn't a project.
	Code  string
	Title string
	// Files are the files with findings, in order of path.
	Files                   []string
	Errors, Warnings, Infos int
	// Groups stand most serious first, then by number of places.
	Groups []Group
}

// Total is the number of findings.
func (s *Section) Total() int { return s.Errors + s.Warnings + s.Infos }

// Group is all that one rule found in one section.
type Group struct {
	Rule  *finding.Rule
	Level finding.Level
	// Places counts the cells and lines.
	Places int
	Items  []finding.Finding
}

// Sections divides the findings over those who must act on them: most serious
// first, then most frequent, then by name.
func Sections(r Report) []*Section {
	o := newOwners(r.Data)
	byID := map[string]*Section{}
	var out []*Section
	for _, f := range r.Findings {
		id, code, title := o.of(f)
		s := byID[id]
		if s == nil {
			s = &Section{ID: id, Code: code, Title: title}
			byID[id] = s
			out = append(out, s)
		}
		s.add(f)
	}
	for _, s := range out {
		s.finish()
	}
	slices.SortStableFunc(out, func(a, b *Section) int {
		return cmp.Or(b.Errors-a.Errors, b.Warnings-a.Warnings, b.Infos-a.Infos, strings.Compare(dutch.Fold(a.Title), dutch.Fold(b.Title)), strings.Compare(a.ID, b.ID))
	})
	return out
}

func (s *Section) add(f finding.Finding) {
	switch f.Level {
	case finding.Error:
		s.Errors++
	case finding.Warning:
		s.Warnings++
	default:
		s.Infos++
	}
	if f.Ref.File != "" && !slices.Contains(s.Files, f.Ref.File) {
		s.Files = append(s.Files, f.Ref.File)
	}
	at := slices.IndexFunc(s.Groups, func(g Group) bool { return g.Rule == f.Rule && g.Level == f.Level })
	if at < 0 {
		at = len(s.Groups)
		s.Groups = append(s.Groups, Group{Rule: f.Rule, Level: f.Level})
	}
	s.Groups[at].Items = append(s.Groups[at].Items, f)
	s.Groups[at].Places += max(len(f.Cells), 1)
}

func (s *Section) finish() {
	slices.Sort(s.Files)
	slices.SortStableFunc(s.Groups, func(a, b Group) int {
		return cmp.Or(int(a.Level)-int(b.Level), b.Places-a.Places, strings.Compare(a.Rule.Code, b.Rule.Code))
	})
}

// owners knows to whom a file and a project code belong.
type owners struct {
	byCode map[string]*model.Project
	byFile map[string]string
	shared map[string]bool
	// common are the files of no one project; ofOrganisation the sheets of the
	// organisation in them, by file and name.
	common         map[string]bool
	ofOrganisation map[[2]string]bool
}

func newOwners(d *model.Dataset) *owners {
	o := &owners{byCode: map[string]*model.Project{}, byFile: map[string]string{}, shared: map[string]bool{}, common: map[string]bool{}, ofOrganisation: map[[2]string]bool{}}
	if d == nil {
		return o
	}
	for _, p := range d.Projects {
		if o.byCode[dutch.Fold(p.Code)] == nil {
			o.byCode[dutch.Fold(p.Code)] = p
		}
	}
	for _, f := range d.Files {
		o.byFile[f.Path] = f.Project
		o.common[f.Path] = f.Project == ""
		for _, s := range f.Sheets {
			o.shared[f.Path] = o.shared[f.Path] || s.Decl != nil
			if f.Project == "" && s.Decl != nil && s.Decl.Level == model.Organisation {
				o.ofOrganisation[[2]string{f.Path, s.Name}] = true
			}
		}
	}
	return o
}

// of gives the section of a finding. A file of which nothing could be read
// belongs to the project whose code is its name, if there is one.
func (o *owners) of(f finding.Finding) (id, code, title string) {
	base := path.Base(f.Ref.File)
	name := strings.TrimSuffix(base, path.Ext(base))
	codes := []string{f.Project, o.byFile[f.Ref.File]}
	if !o.shared[f.Ref.File] {
		codes = append(codes, name)
	}
	for _, c := range codes {
		if p := o.byCode[dutch.Fold(c)]; p != nil && c != "" {
			return "project-" + anchor(p.Code), p.Code, cmp.Or(p.Name, p.Code)
		}
	}
	if c := o.byFile[f.Ref.File]; c != "" {
		return "project-" + anchor(c), c, c
	}
	switch {
	case f.Ref.File == "" || path.Ext(f.Ref.File) == ".yaml":
		return "werkmap", "", "De werkmap"
	case path.Ext(f.Ref.File) == ".md":
		return "teksten", "", "De teksten"
	case o.shared[f.Ref.File]:
		return "organisatie", "", "De organisatie"
	}
	return "bestand-" + anchor(f.Ref.File), "", f.Ref.File
}

// who says who can mend a finding. In the sheets of the organisation that is
// no project worker, whatever the rule says of its own accord.
func (o *owners) who(f finding.Finding) string {
	if f.Rule.Who == "projectwerker" && o.ofOrganisation[[2]string{f.Ref.File, f.Ref.Sheet}] {
		return "wie de gegevens van de organisatie bijhoudt"
	}
	return f.Rule.Who
}

// ProjectOf gives the code of the project that a finding belongs to, or "".
func ProjectOf(d *model.Dataset, f finding.Finding) string {
	_, code, _ := newOwners(d).of(f)
	return code
}

// OfProject keeps the findings of one project.
func OfProject(d *model.Dataset, list []finding.Finding, code string) []finding.Finding {
	o := newOwners(d)
	var out []finding.Finding
	for _, f := range list {
		if _, c, _ := o.of(f); c == code {
			out = append(out, f)
		}
	}
	return out
}

// anchor makes an id of a code or path. Two codes with one anchor are told
// apart by the bytes of what the slug drops.
func anchor(s string) string {
	slug := dutch.Slug(s)
	if slug == s {
		return slug
	}
	return slug + "-" + shortHash(s)
}
