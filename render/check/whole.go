package check

import (
	"archive/zip"
	"bytes"
	"html"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The library takes for granted what Excel writes: a part with styles, with
// fonts, fills and borders in it, and worksheets only. Other programs leave
// styles out, and a sheet may be a chart; the library then breaks off.

const stylesPart = "xl/styles.xml"

var (
	relationsEnd = regexp.MustCompile(`</(\w+:)?Relationships>`)
	typesEnd     = regexp.MustCompile(`</(\w+:)?Types>`)
)

// withStyles gives the workbook with a part for its styles; data itself when
// it has one.
func withStyles(data []byte) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return data, nil // the library says what is wrong
	}
	has := func(f *zip.File) bool { return strings.HasSuffix(strings.ToLower(f.Name), "styles.xml") }
	if slices.ContainsFunc(z.File, has) {
		return data, nil
	}
	texts := map[string]string{}
	for _, f := range z.File {
		switch f.Name {
		case "xl/_rels/workbook.xml.rels":
			texts[f.Name] = relationsEnd.ReplaceAllString(readPart(f), `<${1}Relationship Id="voortgangStyles" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>$0`)
		case "[Content_Types].xml":
			texts[f.Name] = typesEnd.ReplaceAllString(readPart(f), `<${1}Override PartName="/`+stylesPart+`" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>$0`)
		}
	}
	if len(texts) < 2 {
		return data, nil
	}
	return withTexts(z, texts)
}

// completeStyles adds the lists that the styles lack.
func completeStyles(f *excelize.File) {
	blank := excelize.NewFile()
	defer blank.Close()
	own, new := f.Styles, blank.Styles
	if own.Fonts == nil {
		own.Fonts = new.Fonts
	}
	if own.Fills == nil {
		own.Fills = new.Fills
	}
	if own.Borders == nil {
		own.Borders = new.Borders
	}
	if own.CellStyleXfs == nil {
		own.CellStyleXfs = new.CellStyleXfs
	}
	if own.CellXfs == nil {
		own.CellXfs = new.CellXfs
	}
}

// putFirst moves the last sheet before the others and shows it when the
// workbook is opened. The other sheets aren't looked at: one may be a chart.
func putFirst(f *excelize.File) {
	book := f.WorkBook
	sheets := book.Sheets.Sheet
	last := len(sheets) - 1
	book.Sheets.Sheet = append(slices.Clone(sheets[last:]), sheets[:last]...)
	if book.BookViews != nil {
		for i := range book.BookViews.WorkBookView {
			view := &book.BookViews.WorkBookView[i]
			view.ActiveTab, view.FirstSheet = 0, 0
		}
	}
}

var (
	selectedForm = regexp.MustCompile(`\btabSelected\s*=\s*["'](?:1|true)["']`)
	// farRows are rows without cells at the far end of a sheet, where programs
	// leave them; the library makes room for all rows before them.
	farRows    = regexp.MustCompile(`(?:<(?:\w+:)?row\b[^>]*\br="\d{6,7}"[^>]*(?:/>|>\s*</(?:\w+:)?row>)\s*)+(</(?:\w+:)?sheetData>)`)
	hiddenForm = regexp.MustCompile(`\bhidden\s*=\s*["'](?:1|true)["']`)
)

// lighten takes away from the sheets what must not or need not be in a copy,
// before the library reads them. That sheets are selected: together with the
// one that is shown they would be a group, in which what is typed comes on all
// of them. And rows without cells at the far end.
func lighten(f *excelize.File) {
	const head, tail = 16 << 10, 64 << 10
	f.Pkg.Range(func(name, part any) bool {
		data, ok := part.([]byte)
		if !ok || !strings.HasSuffix(name.(string), ".xml") {
			return true
		}
		if at := selectedForm.FindIndex(data[:min(len(data), head)]); at != nil {
			data = slices.Concat(data[:at[0]], data[at[1]:])
			f.Pkg.Store(name, data)
		}
		from := max(bytes.LastIndex(data, []byte("sheetData>"))-tail, 0)
		end := data[from:min(from+2*tail, len(data))]
		if at := farRows.FindSubmatchIndex(end); at != nil && !hiddenForm.Match(end[at[0]:at[2]]) {
			f.Pkg.Store(name, slices.Concat(data[:from+at[0]], data[from+at[2]:]))
		}
		return true
	})
}

var (
	sheetForm = regexp.MustCompile(`<(?:\w+:)?sheet\b[^>]*>`)
	rowForm   = regexp.MustCompile(`<(?:\w+:)?row\b[^>]*>`)
)

// extent is how large a sheet is for the library.
type extent struct{ lastRow, merged int }

// extents gives how large the sheets are, by name. A sheet of which the part
// isn't found is left out.
func extents(f *excelize.File) map[string]extent {
	text := func(part string) string {
		data, _ := f.Pkg.Load(part)
		b, _ := data.([]byte)
		return string(b)
	}
	parts := map[string]string{}
	for _, tag := range relationForm.FindAllString(text("xl/_rels/workbook.xml.rels"), -1) {
		target := attribute(tag, "Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join("xl", target)
		}
		parts[attribute(tag, "Id")] = strings.TrimPrefix(target, "/")
	}
	out := map[string]extent{}
	for _, tag := range sheetForm.FindAllString(text("xl/workbook.xml"), -1) {
		sheet := text(parts[attribute(tag, "id")])
		var e extent
		if at := strings.LastIndex(sheet, "row "); at > 0 {
			if tag := rowForm.FindString(sheet[strings.LastIndex(sheet[:at], "<"):]); tag != "" {
				e.lastRow, _ = strconv.Atoi(attribute(tag, "r"))
			}
		}
		e.merged = strings.Count(sheet, "mergeCell ")
		out[html.UnescapeString(attribute(tag, "name"))] = e
	}
	return out
}
