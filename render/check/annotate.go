package check

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// Bounds of one copy: more notes than that help nobody, and Excel slows down.
const (
	maxNotesPerSheet = 3000
	maxFrontRows     = 5000
	maxNoteLength    = 2000
	// maxMerged is how many merged areas a sheet with marks may have: the
	// library compares each with all others.
	maxMerged  = 10_000
	unzipLimit = 512 << 20
)

// frontName is the sheet that is put before the others.
const frontName = "Bevindingen"

// Annotate gives a copy of a workbook in which the cells with findings are
// coloured and carry a note, with a first sheet that lists all findings and
// links to each cell. Formats, formulas, widths, drop-downs and macros stay.
// data isn't changed. An error means that no copy can be made of this
// workbook; a fault of the library on a strange file is an error too.
func Annotate(file string, data []byte, list []finding.Finding) (out []byte, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			out, err = nil, fmt.Errorf("annotating %s: %v", file, fault)
		}
	}()
	for _, prepare := range [...]func([]byte) ([]byte, error){transitional, withStyles, withNamedNotes} {
		if data, err = prepare(data); err != nil {
			return nil, fmt.Errorf("opening %s: %w", file, err)
		}
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: unzipLimit})
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", file, err)
	}
	defer f.Close()
	completeStyles(f)
	lighten(f)
	if out, err = annotate(f, file, list, extents(f)); err != nil {
		return nil, err
	}
	if out, err = sound(data, out); err != nil {
		return nil, fmt.Errorf("copying %s: %w", file, err)
	}
	return out, nil
}

// AnnotateTable does the same for a table without a workbook: a CSV file,
// whose cells all become text, whatever they look like. rows[0] is row 1; a row
// without cells is an empty one.
func AnnotateTable(file, sheet string, rows [][]string, list []finding.Finding) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName(f.GetSheetName(0), sheetName(sheet)); err != nil {
		return nil, err
	}
	if err := fixedProperties(f, file); err != nil {
		return nil, err
	}
	text, err := f.NewStyle(&excelize.Style{NumFmt: 49})
	if err != nil {
		return nil, err
	}
	for number, cells := range rows {
		for i, value := range cells {
			at := source.Ref{Col: i + 1, Row: number + 1}.Cell()
			if value == "" {
				continue
			}
			if err := f.SetCellStr(sheetName(sheet), at, shorten(visibleLines(value), excelize.TotalCellChars)); err != nil {
				return nil, err
			}
			if err := f.SetCellStyle(sheetName(sheet), at, at, text); err != nil {
				return nil, err
			}
		}
	}
	renamed := slices.Clone(list)
	for i := range renamed {
		if renamed[i].Ref.Sheet == sheet {
			renamed[i].Ref.Sheet = sheetName(sheet)
		}
	}
	return annotate(f, file, renamed, nil)
}

// sheetName makes a name that Excel accepts.
func sheetName(s string) string {
	s = strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) {
			return '-'
		}
		return r
	}, s), "'")
	return shorten(cmp.Or(s, "Blad"), excelize.MaxSheetNameLength)
}

func annotate(f *excelize.File, file string, list []finding.Finding, extents map[string]extent) ([]byte, error) {
	c := &copybook{f: f, fills: map[fillKey]int{}, extents: extents}
	bySheet := map[string][]finding.Finding{}
	for _, one := range list {
		bySheet[one.Ref.Sheet] = append(bySheet[one.Ref.Sheet], one)
	}
	c.unhidden = showSheets(f, func(sheet string) bool { return len(bySheet[sheet]) > 0 })
	for _, sheet := range f.GetSheetList() {
		if findings := bySheet[sheet]; sheet != "" && slices.ContainsFunc(findings, marksCell) {
			if err := c.sheet(sheet, findings); err != nil {
				return nil, fmt.Errorf("annotating %s, sheet %s: %w", file, sheet, err)
			}
		}
	}
	if err := c.front(file, list); err != nil {
		return nil, fmt.Errorf("annotating %s: %w", file, err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		return nil, fmt.Errorf("annotating %s: %w", file, err)
	}
	return b.Bytes(), nil
}

// copybook is one copy in the making.
type copybook struct {
	f     *excelize.File
	fills map[fillKey]int
	// extents are the sizes of the sheets.
	extents map[string]extent
	// merged gives, for the cells of merged areas of the sheet at hand, the
	// first cell of the area.
	merged map[source.Ref]source.Ref
	// heights are those of rows of the sheet at hand.
	heights heights
	// unhidden are the sheets that are hidden in the workbook; shownRows and
	// shownColumns what is of the sheet at hand.
	unhidden                map[string]bool
	shownRows, shownColumns []int
	// own are the parts with the notes that the sheet at hand has already.
	own []string
}

type fillKey struct {
	style int
	level finding.Level
}

// noted is what one cell is told.
type noted struct {
	ref   source.Ref
	level finding.Level
	lines []string
}

// marksCell tells whether a finding is about cells. A sheet without such is
// copied as it is.
func marksCell(f finding.Finding) bool { return f.Ref.Cell() != "" || len(f.Cells) > 0 }

// mostNotes is how many notes a sheet gets. The library goes over all its rows
// for each.
func (e extent) mostNotes() int {
	const rows = 20_000_000
	return min(maxNotesPerSheet, rows/max(e.lastRow, 1))
}

// sheet colours and notes the cells of one sheet.
func (c *copybook) sheet(sheet string, list []finding.Finding) error {
	size := c.extents[sheet]
	if size.merged > maxMerged {
		return fmt.Errorf("%d merged areas", size.merged)
	}
	areas, err := c.f.GetMergeCells(sheet)
	if err != nil {
		return err
	}
	c.merged = mergedCells(areas)
	// The library reads the part with a sheet's notes when it is asked for
	// them.
	read := maps.Clone(c.f.Comments)
	old, err := c.f.GetComments(sheet)
	if err != nil {
		return err
	}
	c.own = nil
	for part := range c.f.Comments {
		if read[part] == nil {
			c.own = append(c.own, part)
		}
	}
	existing := map[string]bool{}
	for _, one := range old {
		existing[one.Cell] = true
	}
	gathered := c.gather(list)
	if c.heights, err = c.heightsNear(sheet, gathered[:min(len(gathered), size.mostNotes())]); err != nil {
		return err
	}
	c.shownRows, c.shownColumns = nil, nil
	notes := 0
	for _, n := range gathered {
		cell := n.ref.Cell()
		hidden, err := c.show(sheet, n.ref)
		if err != nil {
			return err
		}
		if hidden != "" {
			n.lines = append(n.lines, hidden)
		}
		if err := c.fill(sheet, cell, n.level); err != nil {
			return err
		}
		if notes++; notes > size.mostNotes() {
			continue
		}
		text := shorten(strings.Join(n.lines, "\n\n"), maxNoteLength)
		if existing[cell] {
			c.extend(cell, text)
			continue
		}
		if err := c.note(sheet, n.ref, text); err != nil {
			return err
		}
	}
	return nil
}

// gather joins what is said of the same cell, in order of row and column.
func (c *copybook) gather(list []finding.Finding) []noted {
	at := map[source.Ref]int{}
	var out []noted
	for _, f := range list {
		cells := f.Cells
		if len(cells) == 0 {
			cells = []source.Ref{f.Ref}
		}
		for _, ref := range cells {
			if ref.Cell() == "" {
				continue
			}
			ref = c.visibleCell(source.Ref{Col: ref.Col, Row: ref.Row})
			i, ok := at[ref]
			if !ok {
				i = len(out)
				at[ref] = i
				out = append(out, noted{ref: ref, level: f.Level})
			}
			out[i].level = min(out[i].level, f.Level)
			if text := noteText(f); !slices.Contains(out[i].lines, text) {
				out[i].lines = append(out[i].lines, text)
			}
		}
	}
	slices.SortFunc(out, func(a, b noted) int { return a.ref.Compare(b.ref) })
	return out
}

// visibleCell is the cell in which Excel shows what is said of a cell: in a
// merged area its first.
func (c *copybook) visibleCell(ref source.Ref) source.Ref {
	if first, ok := c.merged[ref]; ok {
		return first
	}
	return ref
}

// mergedCells spreads merged areas over their cells, up to a bound that no
// sheet of people reaches.
func mergedCells(areas []excelize.MergeCell) map[source.Ref]source.Ref {
	const most = 200_000
	out := map[source.Ref]source.Ref{}
	for _, m := range areas {
		left, top, err := excelize.CellNameToCoordinates(m.GetStartAxis())
		if err != nil {
			continue
		}
		right, bottom, err := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err != nil || (right-left+1)*(bottom-top+1) > most-len(out) {
			continue
		}
		for row := top; row <= bottom; row++ {
			for col := left; col <= right; col++ {
				out[source.Ref{Col: col, Row: row}] = source.Ref{Col: left, Row: top}
			}
		}
	}
	return out
}

func noteText(f finding.Finding) string {
	text := upperFirst(f.Level.String()) + " " + f.Code() + ": " + visible(message(f))
	if f.Proposal != "" && !strings.Contains(f.Message, f.Proposal) {
		text += "\nVoorstel: " + visible(f.Proposal)
	}
	return text
}

// fillColours are pale, so that what stands in the cell stays readable.
var fillColours = [...]string{finding.Error: "#F6C3CC", finding.Warning: "#FBE3A1", finding.Info: "#CFE0F3"}

// fill colours a cell and keeps all else of its style: the cell format is
// copied as it is in the file, and only its fill is another.
func (c *copybook) fill(sheet, cell string, level finding.Level) error {
	style, err := c.f.GetCellStyle(sheet, cell)
	if err != nil {
		return err
	}
	key := fillKey{style, level}
	id, ok := c.fills[key]
	if !ok {
		if id, err = c.filledStyle(style, level); err != nil {
			return err
		}
		c.fills[key] = id
	}
	return c.f.SetCellStyle(sheet, cell, cell, id)
}

func (c *copybook) filledStyle(style int, level finding.Level) (int, error) {
	plain, err := c.f.NewStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fillColours[level]}}})
	if err != nil {
		return 0, err
	}
	formats := c.f.Styles.CellXfs
	if style < 0 || style >= len(formats.Xf) || plain >= len(formats.Xf) {
		return plain, nil
	}
	format, yes := formats.Xf[style], true
	format.FillID, format.ApplyFill = formats.Xf[plain].FillID, &yes
	formats.Xf = append(formats.Xf, format)
	formats.Count = len(formats.Xf)
	return formats.Count - 1, nil
}

func (c *copybook) note(sheet string, ref source.Ref, text string) error {
	lines := 1 + strings.Count(text, "\n") + utf8.RuneCountInString(text)/44
	height, before := min(28+18*lines, maxNoteHeight), c.shapeCounts()
	err := c.f.AddComment(sheet, excelize.Comment{
		Cell: ref.Cell(), Author: "voortgang", Width: noteWidth, Height: uint(height),
		Paragraph: []excelize.RichTextRun{{Text: text}},
	})
	if err == nil {
		c.fixSize(before, ref.Row, height)
	}
	return err
}

// extend adds to the note that a cell has already.
func (c *copybook) extend(cell, text string) {
	for _, part := range c.own {
		comments := c.f.Comments[part]
		if comments == nil {
			continue
		}
		for i := range comments.CommentList.Comment {
			one := &comments.CommentList.Comment[i]
			if one.Ref != cell {
				continue
			}
			switch {
			case len(one.Text.R) > 0 && one.Text.R[len(one.Text.R)-1].T != nil:
				last := one.Text.R[len(one.Text.R)-1].T
				last.Val += "\n\n" + text
			case one.Text.T != nil:
				joined := *one.Text.T + "\n\n" + text
				one.Text.T = &joined
			}
		}
	}
}

// fixedProperties sets a workbook's own data without a clock.
func fixedProperties(f *excelize.File, title string) error {
	return f.SetDocProps(&excelize.DocProperties{
		Title: title, Creator: "voortgang", LastModifiedBy: "voortgang",
		Created: "2022-01-31T09:00:00Z", Modified: "2022-01-31T09:00:00Z", Language: "nl-BE",
	})
}
