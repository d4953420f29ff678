package ingest

import (
	"math"
	"strconv"
	"strings"
	"time"

	"voortgang/ingest/rules"
	"voortgang/ingest/workbook"
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// formulaSheet is a sheet in which cells that are read hold formulas.
type formulaSheet struct {
	in *model.InputSheet
	// column gives the declared column of a cell; false when it isn't read.
	column func(row, col int) (string, bool)
}

// Bounds on working formulas out again: beyond them a stored value is taken
// as it is.
const (
	maxRecalculated   = 5000
	recalculationTime = 2 * time.Second
)

// formulas reports formulas that read other workbooks, and notes the others
// for working them out when all sheets have been read.
func (r *fileReader) formulas(in *model.InputSheet, column func(row, col int) (string, bool)) {
	if in.Facts == nil || len(in.Facts.Formulas) == 0 {
		return
	}
	var external []source.Ref
	some := false
	for _, f := range in.Facts.Formulas {
		if _, read := column(int(f.Row), int(f.Col)); !read {
			continue
		}
		if !f.External {
			some = some || f.Stored
			continue
		}
		external = append(external, r.cellRef(in, int(f.Row), int(f.Col)))
	}
	if len(external) > 0 {
		r.findings = append(r.findings, rules.External(rules.At{Ref: external[0], Project: r.project}, external[:min(len(external), maxHiddenCells)]))
	}
	if some {
		r.withFormulas = append(r.withFormulas, formulaSheet{in, column})
	}
}

// recalculate works formulas out again and reports stored values that differ.
// Formulas that can't be trusted to give the same everywhere are passed over.
func (r *fileReader) recalculate() {
	if len(r.withFormulas) == 0 || r.book == nil {
		return
	}
	calc := r.book.Calculator()
	if calc == nil {
		return
	}
	defer calc.Close()
	refused := r.refusedCells()
	end := time.Now().Add(recalculationTime)
	done := 0
	for _, sheet := range r.withFormulas {
		var findings finding.List
		for _, f := range sheet.in.Facts.Formulas {
			name, read := sheet.column(int(f.Row), int(f.Col))
			if !read || !f.Stored || f.External {
				continue
			}
			if done++; done > maxRecalculated || time.Now().After(end) || r.ctx.Err() != nil {
				break
			}
			place := rules.At{Ref: r.cellRef(sheet.in, int(f.Row), int(f.Col)), Column: name, Project: r.project}
			if got, ok := calc.Calculate(sheet.in.Name, place.Ref.Cell()); ok && differs(got) && !refused[place.Ref] {
				findings.Add(rules.Stale(place, got.Formula, shownResult(got.Stored), shownResult(got.Value)))
			}
		}
		r.findings = append(r.findings, findings.All()...)
	}
}

// refusedCells gives the cells of which the stored value can't be used: what
// should stand there has been asked.
func (r *fileReader) refusedCells() map[source.Ref]bool {
	out := map[source.Ref]bool{}
	for _, f := range r.findings {
		if f.Level == finding.Error {
			out[f.Ref] = true
		}
	}
	return out
}

// differs compares a stored value with the result. Numbers may differ in the
// last digits; text may have a decimal comma or point.
func differs(c workbook.Calculated) bool {
	a, err1 := strconv.ParseFloat(c.Stored, 64)
	b, err2 := strconv.ParseFloat(c.Value, 64)
	if err1 == nil && err2 == nil {
		return math.Abs(a-b) > 1e-9*max(1, math.Abs(a), math.Abs(b))
	}
	comma := strings.NewReplacer(",", ".")
	return comma.Replace(strings.TrimSpace(c.Stored)) != comma.Replace(strings.TrimSpace(c.Value))
}

func shownResult(s string) string {
	if v, err := strconv.ParseFloat(s, 64); err == nil && math.Abs(v) < 1e15 {
		return dutch.Full(v)
	}
	if s == "" {
		return "leeg"
	}
	return s
}
