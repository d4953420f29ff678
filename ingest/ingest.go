// Package ingest reads the spreadsheets of a workdir. It finds the files,
// recognises sheets and columns by their loose names, reads each value by the
// kind that the model declares for it, and gives back every row as a record or
// as a finding: nothing is dropped in silence.
//
// Reading one file: file.go opens it and goes over its sheets, guess.go tells
// which sheet of the contract each is, header.go finds the column names
// (sorted.go and wide.go where they stand otherwise), table.go makes records of
// the rows and aside.go passes over those that are none, fiche.go turns a
// project's record that stands upright, so that it is read as a row.
package ingest

import (
	"context"
	"runtime"
	"slices"
	"sync"

	"voortgang/config"
	"voortgang/ingest/rules"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// Progress is told after each file: how many of how many are done, and the
// path of the file, relative to the workdir. Calls never overlap.
type Progress func(done, total int, file string)

// Read reads everything in the workdir's gegevens/. What is wrong in the
// files is in the findings, sorted; an error means that the folder itself
// could not be read, or that ctx was cancelled. progress may be nil.
func Read(ctx context.Context, cfg *config.Config, progress Progress) (*model.Dataset, []finding.Finding, error) {
	_, data, list, err := Open(ctx, cfg, progress)
	return data, list, err
}

// Open is Read, and gives what is needed to read again with edits; that is nil
// when there are too many rows to read.
func Open(ctx context.Context, cfg *config.Config, progress Progress) (*Reading, *model.Dataset, []finding.Finding, error) {
	jobs, listed, err := list(cfg.Dir)
	if err != nil {
		return nil, nil, nil, err
	}
	c := newContract(cfg)
	results, err := readAll(ctx, c, jobs, progress)
	if err != nil {
		return nil, nil, nil, err
	}
	if full := c.tooManyRows(jobs); full != nil {
		return nil, &model.Dataset{}, append(listed, full...), nil
	}
	dropAnnotated(results)
	r := &Reading{contract: c, jobs: jobs, results: results, listed: listed}
	data, findings := join(results)
	for _, res := range results {
		r.marks = append(r.marks, res.data.Marks())
	}
	findings = append(findings, listed...)
	if len(data.Files) == 0 && len(jobs) > 0 {
		findings = append(findings, rules.Nothing(at(config.DataDir), true))
	}
	finding.Sort(findings)
	return r, data, findings, nil
}

// join puts the results of all files together.
func join(results []*result) (*model.Dataset, []finding.Finding) {
	data := &model.Dataset{}
	var findings []finding.Finding
	var spaced []spacedName
	for _, r := range results {
		if r.file.LastYear {
			if data.Before == nil {
				data.Before = &model.Dataset{}
			}
			data.Before.Append(&r.data)
		} else {
			data.Append(&r.data)
		}
		findings = append(findings, r.findings...)
		if r.other {
			continue
		}
		data.Files = append(data.Files, r.file)
		spaced = append(spaced, r.spaced...)
	}
	return data, append(findings, splitNames(data, spaced)...)
}

// readAll reads the files side by side. Results stand in the order of jobs.
func readAll(ctx context.Context, c *contract, jobs []job, progress Progress) ([]*result, error) {
	results := make([]*result, len(jobs))
	var mu sync.Mutex
	done := 0
	queue := bySize(jobs)
	var wg sync.WaitGroup
	var heavy sync.Mutex
	next := make(chan int)
	for range min(runtime.GOMAXPROCS(0), len(jobs)) {
		wg.Go(func() {
			for i := range next {
				if c.registrations.full() || c.others.full() {
					continue
				}
				results[i] = readOne(ctx, c, jobs[i], &heavy)
				mu.Lock()
				done++
				if progress != nil {
					progress(done, len(jobs), jobs[i].path)
				}
				mu.Unlock()
			}
		})
	}
	for _, i := range queue {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	wg.Wait()
	return results, ctx.Err()
}

// bySize gives the jobs' indexes, the largest files first: a large one that
// starts last would keep a single worker busy at the end.
func bySize(jobs []job) []int {
	queue := make([]int, len(jobs))
	for i := range queue {
		queue[i] = i
	}
	slices.SortStableFunc(queue, func(a, b int) int { return int(min(max(jobs[b].size-jobs[a].size, -1), 1)) })
	return queue
}

// result is what one file gave.
type result struct {
	file     *model.InputFile
	data     model.Dataset
	findings []finding.Finding
	// spaced are the names with spaces that don't belong there.
	spaced []spacedName
	// own is set for a file with a sheet that the program puts in what it
	// makes; annotates is the workbook that a copy with notes is of.
	own       bool
	annotates string
	// other is set for a file that is no table at all.
	other bool
}

// fail notes that the file as a whole can't be read.
func (r *result) fail(f finding.Finding) *result {
	r.data, r.spaced = model.Dataset{}, nil
	f.Lost = true
	r.findings = append(r.findings, f)
	return r
}

// at is the place of a file as a whole.
func at(path string) rules.At { return rules.At{Ref: source.Ref{File: path}} }
