// Package inspect checks a finished report: whether the PDF can be read by
// everybody (PDF/UA-1), kept (PDF/A-3a) and found one's way in, and what it
// says of itself. It takes any PDF, of this program or another, whole or
// damaged, and never fails on what is in it.
//
// It is our own summary and no replacement for a full validator: it checks
// what goes wrong in practice and what can be said in words.
package inspect

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"voortgang/internal/inspect/pdfread"
)

// Outcome is how a check ended.
type Outcome string

// The outcomes. Absent means that there was nothing to check.
const (
	Pass   Outcome = "goed"
	Fail   Outcome = "fout"
	Absent Outcome = "nvt"
)

// The groups of checks, in the order in which they are told.
const (
	Accessible = "Toegankelijk"
	Findable   = "De weg vinden"
	Durable    = "Bewaren"
	Workdir    = "De werkmap"
)

// mostProblems is how many problems of one check are kept; the rest is counted.
const mostProblems = 100

// Check is one thing that was checked. The texts are in Dutch.
type Check struct {
	// Code is stable: "alternatief".
	Code  string
	Group string
	// Text says what was checked, as it is when all is well.
	Text    string
	Outcome Outcome
	// Problems are the first problems; Count is how many there are.
	Problems []string
	Count    int
}

// Problem notes that something isn't right.
func (c *Check) Problem(format string, args ...any) {
	c.Outcome = Fail
	c.Count++
	if len(c.Problems) < mostProblems {
		c.Problems = append(c.Problems, fmt.Sprintf(format, args...))
	}
}

// Result is all that was found.
type Result struct {
	// SHA256 and Size (bytes) are of the file.
	SHA256 string
	Size   int
	// Version is the PDF version.
	Version string
	Pages   int
	// PageSizes are the sizes of the pages, the most frequent first; Labels
	// tells from where to where the pages are numbered.
	PageSizes []string
	Labels    string
	// The document's own description.
	Title, Author, Subject, Creator, Language string
	// Date is the date of creation as ISO 8601, or "".
	Date string
	// Standards are the standards that the file says it keeps to.
	Standards []string
	// Fonts, Subsets, Bookmarks, Links, Elements count what was found.
	Fonts, Subsets, Bookmarks, Links, Elements int

	// Report is what the report says of itself; nil when the file isn't a
	// report of this program.
	Report      *Report
	Attachments []Attachment
	Checks      []*Check
}

// OK tells whether no check failed.
func (r *Result) OK() bool {
	for _, c := range r.Checks {
		if c.Outcome == Fail {
			return false
		}
	}
	return true
}

// Find gives a check by its code, or nil.
func (r *Result) Find(code string) *Check {
	for _, c := range r.Checks {
		if c.Code == code {
			return c
		}
	}
	return nil
}

// PDF checks a file. The errors are those of pdfread.Open: what isn't a PDF,
// is too damaged, is encrypted or asks for too much can't be judged.
func PDF(ctx context.Context, data []byte) (*Result, error) {
	file, err := pdfread.Open(ctx, data)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	in := &inspector{
		File: file,
		result: &Result{
			SHA256: hex.EncodeToString(sum[:]), Size: len(data), Version: file.Version,
		},
	}
	in.readPages()
	in.readStructure()
	in.readContents()
	in.accessible()
	in.findable()
	in.durable()
	in.result.Report = readReport(in.result.Attachments)
	in.checkOpening()
	in.soundness(data)
	if err := file.Err(); err != nil {
		return nil, err
	}
	return in.result, nil
}

// inspector gathers what several checks need.
type inspector struct {
	*pdfread.File
	result *Result

	pages  []*page
	pageOf map[int]*page // by object number
	tree   structure
	fonts  fontList
	// drawn is what the contents of the pages told.
	drawn contents
}

// check starts a check, which passes until a problem is noted.
func (in *inspector) check(group, code, text string, args ...any) *Check {
	c := &Check{Code: code, Group: group, Text: fmt.Sprintf(text, args...), Outcome: Pass}
	in.result.Checks = append(in.result.Checks, c)
	return c
}

// soundness checks the file as such.
func (in *inspector) soundness(data []byte) {
	c := in.check(Durable, "heel", "Het bestand is heel: niets is beschadigd of weggevallen")
	if in.Damage != "" {
		c.Problem("de inhoudstafel van het bestand klopt niet; het is beschadigd of verkeerd bewaard")
	}
	if n := in.WrongLengths(); n > 0 {
		c.Problem("delen met een andere lengte dan het bestand zegt: %d", n)
	}
	if n := in.drawn.unreadable; n > 0 {
		c.Problem("bladzijden waarvan de inhoud niet te lezen is: %d", n)
	}
	if !bytes.Contains(data[max(0, len(data)-1024):], []byte("%%EOF")) {
		c.Problem("het einde van het bestand ontbreekt")
	}
	if len(in.Array(in.Trailer["ID"])) != 2 {
		c.Problem("het bestand heeft geen kenmerk (ID)")
	}
	if in.Size() != len(in.pages) {
		c.Problem("het bestand zegt dat het %d bladzijden heeft, maar het zijn er %d", in.Size(), len(in.pages))
	}
}

// Size is the number of pages that the file says it has.
func (in *inspector) Size() int {
	n, _ := in.Int(in.Dict(in.Root()["Pages"])["Count"])
	return n
}
