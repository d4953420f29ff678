package workbook

import (
	"path"
	"strings"
	"unicode/utf8"

	"voortgang/internal/model"
)

// MaxSheets is how many sheets a workbook may have. Each takes memory and time,
// and a few bytes are enough to name one.
const MaxSheets = 1000

// maxRelations is how many relationships of a part are kept: a sheet with many
// links has thousands, the parts that matter here have a few for each sheet.
const maxRelations = 20_000

// longestName is the most, in characters, that is kept of a sheet's name.
// Excel allows 31.
const longestName = 255

// relation is one entry of a relationships part.
type relation struct {
	kind, target string
	// external is true when the target isn't a part of the package.
	external bool
}

// structure reads which sheets there are and where their parts stand.
func (b *Book) structure() error {
	main, err := b.mainPart()
	if err != nil {
		return err
	}
	relations, err := b.relations(main)
	if err != nil {
		return err
	}
	for _, r := range relations {
		switch {
		case strings.HasSuffix(r.kind, "/sharedStrings"):
			b.textsPart = r.target
		case strings.HasSuffix(r.kind, "/styles"):
			b.stylesPart = r.target
		}
	}
	folder := path.Dir(main)
	b.textsPart = b.orDefault(b.textsPart, path.Join(folder, "sharedstrings.xml"))
	b.stylesPart = b.orDefault(b.stylesPart, path.Join(folder, "styles.xml"))

	part, err := b.unpack(main)
	if err != nil {
		return err
	}
	s := scan(part)
	for in := s.Inside(); s.Child(in); {
		switch string(s.Name) {
		case "workbookPr":
			b.Date1904 = s.Flag("date1904")
		case "sheets":
			for in := s.Inside(); s.Child(in); {
				if string(s.Name) == "sheet" {
					b.addSheet(&s, relations)
				}
			}
		}
	}
	if len(b.Sheets) > MaxSheets {
		return &Failure{Reason: ManySheets}
	}
	if len(b.Sheets) == 0 {
		return damaged("no sheets in %s", main)
	}
	return nil
}

func (b *Book) addSheet(s *scanner, relations map[string]relation) {
	if len(b.Sheets) > MaxSheets {
		return
	}
	name, _ := s.Attr("name")
	if long := []rune(name[:min(len(name), longestName*utf8.UTFMax)]); len(long) > longestName {
		name = string(long[:longestName])
	}
	state, _ := s.Attr("state")
	sheet := &Sheet{Name: name, Hidden: state == "hidden" || state == "veryHidden", Worksheet: true, Facts: &model.SheetFacts{}, book: b}
	id, given := s.relation()
	if given && id == "" {
		sheet.Worksheet = false // a module of macros, as Excel keeps those of Excel 5
	}
	if r, ok := relations[id]; ok {
		sheet.part = r.target
		sheet.Worksheet = strings.HasSuffix(r.kind, "/worksheet")
	}
	b.Sheets = append(b.Sheets, sheet)
}

// mainPart finds the part that lists the sheets.
func (b *Book) mainPart() (string, error) {
	relations, err := b.relations("")
	if err != nil {
		return "", err
	}
	main := ""
	for _, r := range relations {
		if strings.HasSuffix(r.kind, "/officeDocument") {
			main = r.target
		}
	}
	main = b.orDefault(main, "xl/workbook.xml")
	switch {
	case strings.HasSuffix(main, ".bin") || b.files["xl/workbook.bin"] != nil:
		return "", &Failure{Reason: OtherFormat, Detail: "xlsb"}
	case b.files[main] != nil && strings.HasPrefix(main, "word/"):
		return "", &Failure{Reason: NoWorkbook, Detail: "docx"}
	case b.files[main] != nil && strings.HasPrefix(main, "ppt/"):
		return "", &Failure{Reason: NoWorkbook, Detail: "pptx"}
	case b.files[main] != nil:
		return main, nil
	}
	return "", b.zipKind()
}

func (b *Book) orDefault(name, fallback string) string {
	if name == "" {
		return fallback
	}
	return name
}

// relations reads the relationships of a part ("" for the package), by id.
// Targets are given as part names.
func (b *Book) relations(of string) (map[string]relation, error) {
	folder, file := path.Split(of)
	part, err := b.unpack(partName(folder + "_rels/" + file + ".rels"))
	if err != nil {
		return nil, err
	}
	out := map[string]relation{}
	s := scan(part)
	for in := s.Inside(); s.Child(in) && len(out) < maxRelations; {
		if string(s.Name) != "Relationship" {
			continue
		}
		id, _ := s.Attr("Id")
		kind, _ := s.Attr("Type")
		target, _ := s.Attr("Target")
		mode, _ := s.Attr("TargetMode")
		if mode == "External" {
			out[id] = relation{kind: kind, target: target, external: true}
			continue
		}
		if !strings.HasPrefix(target, "/") && !strings.HasPrefix(target, `\`) {
			target = folder + target
		}
		out[id] = relation{kind: kind, target: partName(target)}
	}
	return out, nil
}
