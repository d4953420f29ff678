package report

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"voortgang/internal/document"
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/prose"
)

// accountID is where the Verantwoording stands.
const accountID = "verantwoording"

// account writes the Verantwoording: the quality of the data, what was left
// out and why, how things were counted, and the files.
func (b *builder) account() {
	l := b.layout.Account
	h := b.numbered(2, l.Title, b.id(accountID))
	h.NewPage = true
	b.add(h)
	b.paragraph(document.Lead, l.Lead)
	b.text(2, l.Texts...)
	b.quality()
	b.refusals()
	b.turnedDown()
	b.acceptedFindings()
	b.conventions(l)
	b.files()
	b.attachments()
}

// sheetCount is how many rows of one sheet of the contract were read and used.
type sheetCount struct {
	sheet                        *model.Sheet
	files, rows, refused, broken int
}

// sheetCounts gives the sheets of which rows were read, in the contract's order.
func (b *builder) sheetCounts() []sheetCount {
	at := map[*model.Sheet]*sheetCount{}
	var out []sheetCount
	for _, s := range model.Sheets() {
		at[s] = &sheetCount{sheet: s}
	}
	for _, f := range b.in.Data.Files {
		for _, s := range f.Sheets {
			if c := at[s.Decl]; s.Decl != nil && c != nil {
				c.files++
				c.rows += s.Rows
				c.refused += s.Refused
			}
		}
	}
	for _, s := range model.Sheets() {
		c := at[s]
		for r := range b.in.Data.Records(s) {
			if r.Base().Broken() {
				c.broken++
			}
		}
		if c.rows > 0 {
			out = append(out, *c)
		}
	}
	return out
}

// quality tells per sheet how many rows were read, used, and left out.
func (b *builder) quality() {
	b.section(3, "Kwaliteit van de gegevens", "kwaliteit")
	list := b.sheetCounts()
	if len(list) == 0 {
		b.missing("Er zijn geen gegevens gelezen.")
		return
	}
	var all sheetCount
	t := document.Table{Caption: "Gelezen rijen per blad", RowHeaders: true, Columns: []document.Column{
		left("Blad"), right("Bestanden"), right("Rijen gelezen"), right("Volledig gebruikt"), right("Deels gebruikt"), right("Niet gebruikt")}}
	line := func(name, files string, c sheetCount) []string {
		return []string{name, files, dutch.Int(c.rows), dutch.Int(max(0, c.rows-c.refused-c.broken)), dutch.Int(c.broken), dutch.Int(c.refused)}
	}
	for _, c := range list {
		t.Rows = append(t.Rows, row(line(c.sheet.Name, dutch.Int(c.files), c)...))
		all.rows, all.refused, all.broken = all.rows+c.rows, all.refused+c.refused, all.broken+c.broken
	}
	t.Rows = append(t.Rows, totalRow(line("Totaal", "", all)...))
	t.Note = prose.Text("Deels gebruikt: een veld van de rij is niet bruikbaar. De rij telt mee in elk cijfer dat dat veld niet nodig heeft.")

	errors, warnings, infos := finding.Count(b.in.Findings)
	text := "Het programma las " + dutch.Plural(all.rows, "rij", "rijen") + " in " + dutch.Plural(len(b.in.Data.Files), "bestand", "bestanden") + ". "
	switch out := all.refused + all.broken; out {
	case 0:
		text += "Alle rijen zijn bruikbaar. "
	case 1:
		text += "1 rij kon niet of niet volledig gebruikt worden. "
	default:
		text += dutch.Int(out) + " rijen konden niet of niet volledig gebruikt worden. "
	}
	text += "De controle gaf " + dutch.Join([]string{plural0(errors, "fout", "fouten"), plural0(warnings, "waarschuwing", "waarschuwingen"), plural0(infos, "opmerking", "opmerkingen")}) + "."
	if n := len(b.in.Accepted); n == 1 {
		text += " 1 melding is nagekeken en aanvaard, en telt daarbij niet mee."
	} else if n > 1 {
		text += " " + dutch.Int(n) + " meldingen zijn nagekeken en aanvaard, en tellen daarbij niet mee."
	}
	b.paragraph(document.Body, text)
	b.add(t)
}

// plural0 writes a count with its noun, and none as "geen".
func plural0(n int, one, many string) string {
	if n == 0 {
		return "geen " + many
	}
	return dutch.Plural(n, one, many)
}

// refusals lists why rows were left out, by rule.
func (b *builder) refusals() {
	type line struct {
		rule   *finding.Rule
		places int
		files  map[string]bool
	}
	at := map[string]*line{}
	var codes []string
	for _, f := range b.in.Findings {
		if f.Level != finding.Error || f.Rule == nil || f.Ref.Sheet == "" {
			continue
		}
		l := at[f.Rule.Code]
		if l == nil {
			l = &line{rule: f.Rule, files: map[string]bool{}}
			at[f.Rule.Code] = l
			codes = append(codes, f.Rule.Code)
		}
		l.places += max(1, len(f.Cells))
		l.files[f.Ref.File] = true
	}
	if len(codes) == 0 {
		return
	}
	slices.Sort(codes)
	b.section(3, "Waarom rijen niet meetellen", "niet-meegeteld")
	t := document.Table{Caption: "Fouten in de gegevens, per regel", RowHeaders: true, Columns: []document.Column{
		left("Regel"), {Head: "Wat er fout is", Weight: 6}, right("Plaatsen"), right("Bestanden")}}
	for _, c := range codes {
		l := at[c]
		t.Rows = append(t.Rows, row(c, l.rule.Title, dutch.Int(l.places), dutch.Int(len(l.files))))
	}
	t.Note = prose.Text("De volledige lijst, met bestand, blad en cel, staat in validatie.html.")
	b.add(t)
}

// acceptedFindings lists what stood out, was looked at and found right.
func (b *builder) acceptedFindings() {
	if len(b.in.Accepted) == 0 {
		return
	}
	b.section(3, "Nagekeken en aanvaard", "aanvaard")
	t := document.Table{Caption: "Meldingen die met een reden aanvaard zijn", RowHeaders: true, Columns: []document.Column{
		left("Regel"), {Head: "Wat opviel", Weight: 4}, {Head: "Waar", Weight: 4}, {Head: "Waarde", Weight: 2}, {Head: "Reden", Weight: 5}, {Head: "Door", Weight: 2}}}
	for _, a := range b.in.Accepted {
		where := a.Finding.Ref.File
		if a.Finding.Ref.Sheet != "" {
			where += ", " + a.Finding.Ref.Sheet
		}
		if cell := a.Finding.Ref.Cell(); cell != "" {
			where += ", " + cell
		}
		t.Rows = append(t.Rows, row(a.Finding.Code(), a.Finding.Rule.Title, where, a.Finding.Found, a.Reason, acceptedBy(a)))
	}
	b.add(t)
}

// acceptedBy says who accepted a finding, and when; acceptances of before
// don't say.
func acceptedBy(a Acceptance) string {
	day, err := time.Parse(time.DateOnly, a.On)
	switch {
	case err != nil:
		return cmp.Or(a.By, "–")
	case a.By == "":
		return dutch.ShortDate(day)
	}
	return a.By + ", " + dutch.ShortDate(day)
}

// turnedDown lists the rules that the configuration gave another level. A code
// that no rule has changes nothing, and is a finding.
func (b *builder) turnedDown() {
	known := map[string]*finding.Rule{}
	for _, r := range b.in.Rules {
		known[strings.ToUpper(r.Code)] = r
	}
	levels := map[string]string{}
	for code, level := range b.in.Config.Rules {
		code = strings.ToUpper(code)
		if r := known[code]; r != nil && r.Level.String() != level {
			levels[code] = level
		}
	}
	if len(levels) == 0 {
		return
	}
	b.section(3, "Regels met een ander niveau", "regels")
	t := document.Table{Caption: "Regels die in de configuratie een ander niveau kregen", RowHeaders: true, Columns: []document.Column{
		left("Regel"), {Head: "Wat de regel bewaakt", Weight: 6}, left("Gewoonlijk"), left("In dit rapport")}}
	for _, code := range slices.Sorted(maps.Keys(levels)) {
		t.Rows = append(t.Rows, row(code, known[code].Title, known[code].Level.String(), levels[code]))
	}
	b.add(t)
}

// conventions says how things were counted.
func (b *builder) conventions(l account) {
	b.section(3, "Hoe er geteld is", "afspraken")
	var list prose.List
	for _, c := range l.Conventions {
		list.Items = append(list.Items, prose.Item{Text: prose.Text(c)})
	}
	if least := b.in.Figures.Least; least > 0 {
		list.Items = append(list.Items, prose.Item{Text: prose.Text("Groepen van minder dan " + dutch.Int(least) + " mensen worden niet getoond, zodat niemand te herkennen is. " + smallGroups(least))})
	}
	if slices.ContainsFunc(b.in.Figures.All(), func(f *model.Figure) bool { return f.Previous().Published }) {
		last := strconv.Itoa(b.year - 1)
		list.Items = append(list.Items, prose.Item{Text: prose.Text("De cijfers van " + last + " zijn die van het rapport over " + last + ", zoals het toen verscheen.")})
	}
	b.add(document.List{List: list})
	b.paragraph(document.Body, l.Tracing)
}

// files lists the files that the report was made from, with their digests.
func (b *builder) files() {
	b.section(3, "Bronbestanden", "bronbestanden")
	version := b.in.Version
	if version == "" {
		version = "onbekend"
	}
	text := "Dit rapport is gemaakt met voortgang, versie " + version + ". Met de controlegetallen (SHA-256) is na te gaan of een bestand sindsdien veranderd is."
	b.paragraph(document.Body, text)
	if len(b.in.Data.Files) > 0 {
		var files []sourceRow
		for _, f := range b.in.Data.Files {
			rows := 0
			for _, s := range f.Sheets {
				rows += s.Rows
			}
			files = append(files, sourceRow{f.Path, []document.Cell{textCell(dutch.Int(rows)), digest(f.SHA256)}})
		}
		b.add(fileTable("Gegevens", files, right("Rijen"), left("SHA-256")))
	}
	if len(b.in.Texts) > 0 {
		var files []sourceRow
		for _, n := range b.in.Texts {
			files = append(files, sourceRow{n.Path, []document.Cell{digest(n.SHA256)}})
		}
		b.add(fileTable("Teksten", files, left("SHA-256")))
	}
}

// sourceRow is a source file with what is told of it.
type sourceRow struct {
	path  string
	cells []document.Cell
}

// fileTable lists files by their folder.
func fileTable(caption string, files []sourceRow, columns ...document.Column) document.Table {
	t := document.Table{Caption: caption, RowHeaders: true, Full: true,
		Columns: append([]document.Column{left("Bestand")}, columns...)}
	slices.SortStableFunc(files, func(a, b sourceRow) int { return strings.Compare(path.Dir(a.path), path.Dir(b.path)) })
	for i, f := range files {
		if folder := path.Dir(f.path); i == 0 || folder != path.Dir(files[i-1].path) {
			t.Rows = append(t.Rows, document.Row{Kind: document.Group, Cells: []document.Cell{textCell("map " + folder)}})
		}
		t.Rows = append(t.Rows, document.Row{Cells: append([]document.Cell{textCell(path.Base(f.path))}, f.cells...)})
	}
	return t
}

// digest writes a digest in groups of eight, so that it can be compared by
// eye.
func digest(hex string) document.Cell {
	if hex == "" {
		return textCell(dash)
	}
	var groups []string
	for i := 0; i < len(hex); i += 8 {
		groups = append(groups, hex[i:min(i+8, len(hex))])
	}
	return textCell(strings.Join(groups, " "))
}

// attached are the files that travel along, those of an indicator with its name.
func (b *builder) attached() []document.Attachment {
	list := slices.Clone(b.in.Attachments)
	for i := range list {
		for _, p := range b.layout.Figures.Pages {
			if p.Key == list[i].Indicator {
				list[i].Description += ": " + p.Name
			}
		}
	}
	return list
}

// attachments lists the files that travel inside the report; each name opens
// its file.
func (b *builder) attachments() {
	if len(b.in.Attachments) == 0 {
		return
	}
	b.section(3, "Bestanden in dit rapport", "bestanden")
	b.paragraph(document.Body, b.layout.Account.Attachments)
	t := document.Table{Caption: "Bestanden met de gegevens van dit rapport", RowHeaders: true, Full: true, Columns: []document.Column{left("Bestand"), {Head: "Inhoud", Weight: 4}}}
	for _, a := range b.attached() {
		name := document.Cell{Text: []prose.Inline{{Text: a.Name, File: a.Name}}}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{name, textCell(a.Description)}})
	}
	b.add(t)
}
