package ingest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"voortgang/ingest/csvfile"
	"voortgang/ingest/grid"
	"voortgang/ingest/rules"
	"voortgang/ingest/workbook"
	"voortgang/internal/clock"
	"voortgang/internal/dutch"
	"voortgang/internal/filekind"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// heavyBytes is from where on a workbook, unpacked, is read by one worker at
// a time, so that memory holds one of them.
const heavyBytes = 96 << 20

// readOne reads one file within the time allowed. A reader that doesn't stop
// in time is left behind: its result isn't looked at.
func readOne(ctx context.Context, c *contract, j job, heavy *sync.Mutex) *result {
	seconds := c.cfg.Limits.FileSeconds
	ctx, cancel := context.WithTimeout(ctx, time.Duration(seconds)*time.Second)
	defer cancel()
	out := make(chan *result, 1)
	go func() {
		r := &fileReader{ctx: ctx, contract: c, heavy: heavy, job: j}
		defer func() {
			if fault := recover(); fault != nil {
				out <- r.blank().fail(rules.Failed(at(j.path), fmt.Sprint(fault)))
			}
		}()
		out <- r.read()
	}()
	select {
	case r := <-out:
		return r
	case <-ctx.Done():
		r := &fileReader{job: j}
		return r.blank().fail(rules.Slow(at(j.path), seconds))
	}
}

// fileReader reads one file.
type fileReader struct {
	*result
	ctx      context.Context
	contract *contract
	heavy    *sync.Mutex
	job      job
	book     *workbook.Book

	// nameless are the findings on rows of a project in a workbook without a
	// Fiche, where nothing in the sheet says which project.
	nameless []nameless
	// unknown are the names of sheets that aren't known and hold something.
	unknown []string
	// renamed are the findings on sheets of which the name holds a known one.
	renamed []finding.Finding
	// withFormulas are the sheets whose formulas are to be worked out again.
	withFormulas []formulaSheet

	// hasFiche tells whether this is a project's workbook; project is the
	// code on its Fiche, or "" when that can't be used.
	hasFiche bool
	project  string
}

// blank starts the result with only what is known of the file.
func (r *fileReader) blank() *result {
	hash := ""
	if r.result != nil {
		hash = r.file.SHA256
	}
	name := strings.TrimSuffix(path.Base(r.job.path), path.Ext(r.job.path))
	r.result = &result{file: &model.InputFile{File: source.File{Path: r.job.path, Size: r.job.size, SHA256: hash},
		LastYear: strings.HasPrefix(dutch.Fold(name), dutch.Fold(model.LastYearName))}}
	return r.result
}

// read reads the file, whatever it is.
func (r *fileReader) read() *result {
	r.blank()
	data, err := r.load()
	limits := r.contract.cfg.Limits
	switch {
	case source.Why(err) != "":
		return r.fail(rules.Closed(at(r.job.path), source.Why(err)))
	case err != nil:
		return r.fail(rules.Failed(at(r.job.path), err.Error()))
	case data == nil && maybeTable(r.job.extension):
		return r.passOver()
	case data == nil:
		return r.fail(rules.Large(at(r.job.path), "bestand_mb", limits.FileMB))
	}
	switch {
	case r.job.extension == ".csv" || maybeTable(r.job.extension):
		return r.readCSV(data)
	case otherSpreadsheet(r.job.extension):
		return r.fail(rules.OtherFormat(at(r.job.path), r.job.extension[1:]))
	}
	return r.readWorkbook(data)
}

// load reads the bytes and their SHA-256. A file over the limit gives nil; its
// hash is taken all the same.
func (r *fileReader) load() ([]byte, error) {
	f, err := os.Open(r.job.full)
	if err != nil {
		return nil, plainError(err)
	}
	defer f.Close()
	hash := sha256.New()
	if r.job.size > int64(r.contract.cfg.Limits.FileMB)<<20 {
		_, err = io.Copy(hash, f)
		r.file.SHA256 = hex.EncodeToString(hash.Sum(nil))
		return nil, plainError(err)
	}
	// One byte more than expected shows the end without growing.
	data := make([]byte, r.job.size+1)
	n, err := io.ReadFull(f, data)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return nil, plainError(err)
	}
	data = data[:n]
	hash.Write(data)
	r.file.SHA256, r.file.Size = hex.EncodeToString(hash.Sum(nil)), int64(n)
	return data, nil
}

// plainError leaves the path out: it is in the finding already, relative to
// the workdir, and findings must not depend on where the workdir stands.
func plainError(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// readCSV reads a CSV file as one sheet with the file's name.
func (r *fileReader) readCSV(data []byte) *result {
	kind := filekind.Of(data)
	switch kind {
	case "", "text", "empty":
	case "zip", "xls", "password":
		return r.fail(rules.Renamable(at(r.job.path)))
	default:
		if maybeTable(r.job.extension) {
			return r.passOver()
		}
		return r.fail(rules.NoWorkbook(at(r.job.path), kind))
	}
	f := csvfile.Open(data)
	base := path.Base(r.job.path)
	name := strings.TrimSuffix(base, path.Ext(base))
	in := &model.InputSheet{Name: name}
	r.file.Sheets = []*model.InputSheet{in}
	rows := r.job.edits.rows(name, func(fn func(*grid.Row) error) error { return f.Read(r.ctx, fn) })
	g := r.recognise(in, rows)
	if g != nil {
		r.sheet(in, g.lay, rows)
	} else if in.Like == "" && maybeTable(r.job.extension) {
		return r.passOver()
	}
	r.unclaimed()
	r.unknownSheets()
	if in.Decl != nil {
		if f.Encoding.Odd {
			r.findings = append(r.findings, rules.Encoded(at(r.job.path), f.Encoding))
		}
		for _, q := range f.Quotes[:min(len(f.Quotes), maxStrays)] {
			place := rules.At{Ref: source.Ref{File: r.job.path, Sheet: name, Row: q.Row, Col: q.Col}}
			r.findings = append(r.findings, rules.Quote(place))
		}
	}
	return r.result
}

// passOver leaves a file out that holds no table of the contract.
func (r *fileReader) passOver() *result {
	r.blank()
	r.findings, r.other = []finding.Finding{rules.Other(at(r.job.path), r.job.extension)}, true
	return r.result
}

// readWorkbook reads the sheets of a workbook, the Fiche first: it says to
// which project the other sheets belong.
func (r *fileReader) readWorkbook(data []byte) *result {
	limits := r.contract.cfg.Limits
	book, err := workbook.Open(data, workbook.Limits{Unpacked: int64(limits.UnpackedMB) << 20})
	if err != nil {
		return r.failure(err)
	}
	if book.Unpacked > heavyBytes {
		r.heavy.Lock()
		defer r.heavy.Unlock()
	}
	r.book = book
	r.file.Date1904, r.file.Saved = book.Date1904, book.Saved()
	if !r.file.Saved.IsZero() {
		r.file.Saved = clock.Local(r.file.Saved)
	}
	for _, s := range book.Sheets {
		r.file.Sheets = append(r.file.Sheets, &model.InputSheet{Name: s.Name, Hidden: s.Hidden})
	}
	r.hasFiche = slices.ContainsFunc(book.Sheets, func(s *workbook.Sheet) bool { return r.contract.isFiche(s.Name) })
	guesses := make([]*guess, len(book.Sheets))
	for i, s := range book.Sheets {
		if s.Worksheet {
			guesses[i] = r.recognise(r.file.Sheets[i], r.rowsOf(s, r.file.Sheets[i]))
		}
	}
	r.hasFiche = false
	for _, fiche := range [...]bool{true, false} {
		for i, g := range guesses {
			if g != nil && g.lay.fiche == fiche {
				r.sheet(r.file.Sheets[i], g.lay, r.rowsOf(book.Sheets[i], r.file.Sheets[i]))
			}
		}
	}
	r.unclaimed()
	r.unknownSheets()
	r.recalculate()
	if book.TextsDamaged && r.anyDeclared() {
		r.findings = append(r.findings, rules.NoTexts(at(r.job.path)))
	}
	return r.result
}

// unknownSheets reports the sheets that aren't known, and a file in which
// nothing stands: of an unknown sheet nothing is said when it is empty.
func (r *fileReader) unknownSheets() {
	r.findings = append(r.findings, rules.AllUnknown(at(r.job.path), r.unknown)...)
	r.findings = append(r.findings, rules.AllReadAs(at(r.job.path), r.renamed)...)
	said := func(s *model.InputSheet) bool { return s.Decl != nil || leftAlone(s.Name) }
	if len(r.findings) == 0 && !r.own && !slices.ContainsFunc(r.file.Sheets, said) {
		r.findings = append(r.findings, rules.BlankFile(at(r.job.path)))
	}
}

func (r *fileReader) anyDeclared() bool {
	for _, s := range r.file.Sheets {
		if s.Decl != nil {
			return true
		}
	}
	return false
}

// rowsOf gives the rows of a sheet, and what the file says of it once it is
// one of the contract.
func (r *fileReader) rowsOf(s *workbook.Sheet, in *model.InputSheet) rowSource {
	return r.job.edits.rows(in.Name, func(fn func(*grid.Row) error) error {
		if in.Decl != nil {
			in.Facts = s.Facts
		}
		return s.Read(r.ctx, fn)
	})
}

// failure turns the reason why a workbook can't be read into a finding.
func (r *fileReader) failure(err error) *result {
	var f *workbook.Failure
	if !errors.As(err, &f) {
		return r.fail(rules.Failed(at(r.job.path), err.Error()))
	}
	place := at(r.job.path)
	switch f.Reason {
	case workbook.Encrypted:
		return r.fail(rules.Password(place))
	case workbook.OtherFormat:
		return r.fail(rules.OtherFormat(place, f.Detail))
	case workbook.TooLarge:
		return r.fail(rules.Large(place, "uitgepakt_mb", r.contract.cfg.Limits.UnpackedMB))
	case workbook.ManySheets:
		return r.fail(rules.ManySheets(place, workbook.MaxSheets))
	case workbook.Inflated:
		return r.fail(rules.Inflated(place))
	case workbook.NoWorkbook:
		return r.fail(rules.NoWorkbook(place, f.Detail))
	}
	return r.fail(rules.Damaged(place))
}
