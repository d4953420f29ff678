package html

import (
	"fmt"
	"strings"

	"voortgang/internal/document"
	"voortgang/internal/prose"
)

// narrowTable is the most columns that always fit on a phone. A wider table
// scrolls in a frame of its own; how narrow it may get there follows from
// whether it has few, some or many columns.
const (
	narrowTable = 2
	fewColumns  = 3
	someColumns = 6
)

func sizeOfTable(columns int) string {
	switch {
	case columns <= narrowTable:
		return ""
	case columns <= fewColumns:
		return "few"
	case columns <= someColumns:
		return "some"
	}
	return "many"
}

// table writes a table with its head, a body for each group, and its note.
func (w *writer) table(b document.Table) {
	id := w.ids.take()
	columns := len(b.Columns)
	for _, r := range b.Rows {
		columns = max(columns, len(r.Cells))
	}
	if columns == 0 {
		return
	}
	scrolls := columns > narrowTable
	w.raw(`<div class="tabular` + when(b.Full || columns > fewColumns, " full") + `" id="` + id + "\">\n")
	if scrolls {
		// A group rather than a region: a hundred tables as landmarks would
		// hide the true ones.
		w.raw(`<div class="scroll" role="group" tabindex="0"`).attribute("aria-label", w.tableName(b.Caption)).raw(">\n")
	}
	w.raw("<table").attribute("class", sizeOfTable(columns)).raw(">\n")
	if strings.TrimSpace(clean(b.Caption)) != "" {
		w.raw("<caption><span>").text(b.Caption).raw("</span></caption>\n")
	}
	w.tableHead(b, columns)
	w.tableBodies(b, columns)
	w.raw("</table>\n")
	if scrolls {
		w.raw("</div>\n")
	}
	if len(b.Note) > 0 {
		w.raw(`<p class="small">`).inline(b.Note).raw("</p>\n")
	}
	w.raw("</div>\n")
}

func (w *writer) tableName(caption string) string {
	switch {
	case strings.TrimSpace(clean(caption)) != "":
		return "Tabel: " + caption
	case w.heading != "":
		return "Tabel bij " + w.heading
	}
	return "Tabel"
}

func (w *writer) tableHead(b document.Table, columns int) {
	some := false
	for _, c := range b.Columns {
		some = some || strings.TrimSpace(clean(c.Head)) != ""
	}
	if !some {
		return
	}
	w.raw("<thead>\n<tr>")
	for i := range columns {
		head := ""
		if i < len(b.Columns) {
			head = b.Columns[i].Head
		}
		if strings.TrimSpace(clean(head)) == "" {
			w.raw("<td></td>")
			continue
		}
		w.raw(`<th scope="col"`).attribute("class", alignClass(b, i)).raw(">").text(head).raw("</th>")
	}
	w.raw("</tr>\n</thead>\n")
}

// tableBodies writes the rows; each group row begins a body, which its header
// is for.
func (w *writer) tableBodies(b document.Table, columns int) {
	open := false
	for _, r := range b.Rows {
		if r.Kind == document.Group || !open {
			w.raw(when(open, "</tbody>\n") + "<tbody>\n")
			open = true
		}
		if r.Kind == document.Group {
			w.raw(fmt.Sprintf(`<tr class="group"><th scope="rowgroup" colspan="%d">`, columns))
			for i, c := range r.Cells {
				w.raw(when(i > 0, " ")).inline(c.Text)
			}
			w.raw("</th></tr>\n")
			continue
		}
		w.raw("<tr" + when(r.Kind == document.Total, ` class="total"`) + ">")
		for i := range columns {
			var text []prose.Inline
			if i < len(r.Cells) {
				text = r.Cells[i].Text
			}
			w.cell(text, alignClass(b, i), i == 0 && b.RowHeaders)
		}
		w.raw("</tr>\n")
	}
	w.raw(when(open, "</tbody>\n"))
}

func (w *writer) cell(text []prose.Inline, class string, header bool) {
	if header && strings.TrimSpace(clean(prose.Plain(text))) != "" {
		w.raw(`<th scope="row"`).attribute("class", class).raw(">").inline(text).raw("</th>")
		return
	}
	w.raw("<td").attribute("class", class).raw(">").inline(text).raw("</td>")
}

func alignClass(b document.Table, column int) string {
	if column >= len(b.Columns) {
		return ""
	}
	return [...]string{prose.Left: "", prose.Right: "r", prose.Centre: "c"}[b.Columns[column].Align]
}

// when gives a text on a condition.
func when(condition bool, text string) string {
	if condition {
		return text
	}
	return ""
}
