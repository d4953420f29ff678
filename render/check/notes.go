package check

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
)

// The library that writes notes takes the number of a sheet's drawing of notes
// for that of its part with their texts, and the number of such parts for the
// last one in use. Other programs name these parts otherwise, and then notes
// get lost or the copy can't be opened. So the parts get the names that the
// library expects before it reads the workbook.

var (
	relationForm = regexp.MustCompile(`<(?:\w+:)?Relationship\b[^>]*>`)
	legacyForm   = regexp.MustCompile(`<(?:\w+:)?legacyDrawing\b[^>]*\bid\s*=\s*["']([^"']+)["']`)
	numberedForm = regexp.MustCompile(`^xl/(comments|drawings/vmlDrawing)\d+\.(xml|vml)$`)
)

// attribute gives an attribute of a tag.
func attribute(tag, name string) string {
	m := regexp.MustCompile(`\b` + name + `\s*=\s*(?:"([^"]*)"|'([^']*)')`).FindStringSubmatch(tag)
	if m == nil {
		return ""
	}
	return m[1] + m[2]
}

// relation is one relation of a sheet that matters here.
type relation struct{ id, target, part string }

// noteParts are the parts with notes of one sheet.
type noteParts struct {
	rels           string
	texts, drawing relation
}

// withNamedNotes gives the workbook with the parts of its notes named as the
// library expects; data itself when they are, or when it has none.
func withNamedNotes(data []byte) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return data, nil // the library says what is wrong
	}
	parts, others := notesOf(z)
	names, changed := map[string]string{}, false
	for i, p := range parts {
		texts, drawing := fmt.Sprintf("xl/comments%d.xml", i+1), fmt.Sprintf("xl/drawings/vmlDrawing%d.vml", i+1)
		names[p.texts.part], names[p.drawing.part] = texts, drawing
		changed = changed || p.texts.part != texts || p.drawing.part != drawing ||
			p.texts.target != "../comments"+texts[len("xl/comments"):] || p.drawing.target != "../drawings/"+path.Base(drawing)
	}
	for i, part := range others {
		names[part] = fmt.Sprintf("xl/drawings/vmlDrawing%d.vml", maxNotedSheets+i+1)
		changed = true
	}
	if !changed {
		return data, nil
	}
	return renameParts(z, names)
}

// maxNotedSheets is more sheets than get notes; drawings of another kind get
// numbers above it.
const maxNotedSheets = 10_000

// notesOf finds the parts with notes of each sheet, in order of sheet, and the
// drawings that hold something else, such as a picture in a heading.
func notesOf(z *zip.Reader) (list []noteParts, others []string) {
	noted := map[string]bool{}
	for _, f := range z.File {
		if !strings.HasPrefix(f.Name, "xl/worksheets/_rels/") {
			continue
		}
		p := noteParts{rels: f.Name}
		var drawings []relation
		for _, tag := range relationForm.FindAllString(readPart(f), -1) {
			r := relation{id: attribute(tag, "Id"), target: attribute(tag, "Target")}
			r.part = strings.TrimPrefix(r.target, "/")
			if !strings.HasPrefix(r.target, "/") {
				r.part = path.Join("xl/worksheets", r.target)
			}
			switch kind := attribute(tag, "Type"); {
			case strings.HasSuffix(kind, "/comments"):
				p.texts = r
			case strings.HasSuffix(kind, "/vmlDrawing"):
				drawings = append(drawings, r)
			}
		}
		sheet := "xl/worksheets/" + strings.TrimSuffix(path.Base(f.Name), ".rels")
		if p.drawing = drawingOfNotes(z, sheet, drawings); p.texts.part != "" && p.drawing.part != "" {
			list = append(list, p)
			noted[p.drawing.part] = true
		}
	}
	for _, f := range z.File {
		if numberedForm.MatchString(f.Name) && strings.HasSuffix(f.Name, ".vml") && !noted[f.Name] {
			others = append(others, f.Name)
		}
	}
	if len(list) == 0 {
		return nil, nil
	}
	return list, others
}

// drawingOfNotes tells the drawing of notes from that of a heading.
func drawingOfNotes(z *zip.Reader, sheet string, list []relation) relation {
	if len(list) == 1 {
		return list[0]
	}
	for _, f := range z.File {
		if f.Name != sheet || len(list) == 0 {
			continue
		}
		if m := legacyForm.FindStringSubmatch(readPart(f)); m != nil {
			if i := slices.IndexFunc(list, func(r relation) bool { return r.id == m[1] }); i >= 0 {
				return list[i]
			}
		}
	}
	return relation{}
}

// readPart gives the text of a part; "" when it can't be read.
func readPart(f *zip.File) string {
	r, err := f.Open()
	if err != nil {
		return ""
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, unzipLimit))
	if err != nil {
		return ""
	}
	return string(data)
}

// renameParts writes the workbook with parts under other names.
func renameParts(z *zip.Reader, names map[string]string) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		name, text := f.Name, ""
		switch {
		case names[f.Name] != "":
			name = names[f.Name]
		case strings.HasPrefix(f.Name, "xl/drawings/_rels/"):
			owner := "xl/drawings/" + strings.TrimSuffix(path.Base(f.Name), ".rels")
			if to := names[owner]; to != "" {
				name = "xl/drawings/_rels/" + path.Base(to) + ".rels"
			}
		case strings.HasPrefix(f.Name, "xl/worksheets/_rels/"):
			text = renameTargets(readPart(f), names)
		case f.Name == "[Content_Types].xml":
			text = renameTypes(readPart(f), names)
		}
		if err := writePart(w, f, name, text); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// writePart writes one part: the text given, or the bytes as they are.
func writePart(w *zip.Writer, f *zip.File, name, text string) error {
	if text != "" {
		part, err := w.Create(name)
		if err == nil {
			_, err = io.WriteString(part, text)
		}
		return err
	}
	header := f.FileHeader
	header.Name = name
	raw, err := f.OpenRaw()
	if err != nil {
		return err
	}
	part, err := w.CreateRaw(&header)
	if err == nil {
		_, err = io.Copy(part, raw)
	}
	return err
}

// renameTargets points the relations of a sheet to parts by their new names.
func renameTargets(rels string, names map[string]string) string {
	return relationForm.ReplaceAllStringFunc(rels, func(tag string) string {
		target := attribute(tag, "Target")
		part := strings.TrimPrefix(target, "/")
		if !strings.HasPrefix(target, "/") {
			part = path.Join("xl/worksheets", target)
		}
		if to := names[part]; to != "" {
			return strings.Replace(tag, target, "../"+strings.TrimPrefix(to, "xl/"), 1)
		}
		return tag
	})
}

// renameTypes gives the renamed parts their types.
func renameTypes(types string, names map[string]string) string {
	return regexp.MustCompile(`\bPartName\s*=\s*["'][^"']+["']`).ReplaceAllStringFunc(types, func(s string) string {
		part := strings.TrimPrefix(strings.Trim(s[strings.IndexAny(s, `"'`):], `"'`), "/")
		if to := names[part]; to != "" {
			return `PartName="/` + to + `"`
		}
		return s
	})
}
