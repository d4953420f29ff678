package workdir

import (
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"sync"
	"sync/atomic"

	"voortgang/config"
	"voortgang/render/workdir/sample"
	"voortgang/templates/example"
)

// exampleName is the organisation of the example.
const exampleName = "SAAMO Limburg"

// Example writes the example werkmap to dir, which may not exist yet or be
// empty; otherwise the error wraps ErrNotEmpty. progress, if not nil, is told
// how many of the files are done, in any goroutine but one at a time. The same
// program always writes the same bytes.
func Example(dir string, progress func(done, total int)) error {
	s, err := sample.Build(example.Files)
	if err != nil {
		return err
	}
	return staged(dir, func(tmp string) error { return writeExample(tmp, s, progress) })
}

// ExampleAsPrinted writes the example as its authors had it, with the mistakes
// that the published report shows: dates that don't exist, phases that
// contradict terms, figures in the texts that contradict the tables. It is
// there to show the checks; docs/voorbeeld.md lists the mistakes. Otherwise it
// is as Example.
func ExampleAsPrinted(dir string, progress func(done, total int)) error {
	s, err := sample.AsPrinted(example.Files)
	if err != nil {
		return err
	}
	return staged(dir, func(tmp string) error {
		if err := writeExample(tmp, s, progress); err != nil {
			return err
		}
		return copyFolder(tmp, example.Files, "printed")
	})
}

func writeExample(root string, s *sample.Sample, progress func(done, total int)) error {
	b := book{organisation: exampleName, year: sample.Year, themes: sample.Themes(), spare: 200, typed: s.Typed}
	if err := copyFolder(root, example.Files, "workdir"); err != nil {
		return err
	}
	jobs := []func() error{func() error {
		content, err := organisationBook(b, &s.Organisation)
		if err != nil {
			return err
		}
		return writeFile(root, config.DataDir+"/organisatie.xlsx", content)
	}}
	for i := range s.Projects {
		p := &s.Projects[i]
		jobs = append(jobs, func() error {
			content, err := projectBook(b, p.Record, &p.Data)
			if err != nil {
				return err
			}
			return writeFile(root, config.DataDir+"/projecten/"+p.Record.Code+".xlsx", content)
		})
	}
	return sideBySide(jobs, progress)
}

// sideBySide runs the jobs on all cores and gives the first error in their
// order.
func sideBySide(jobs []func() error, progress func(done, total int)) error {
	errs := make([]error, len(jobs))
	var next atomic.Int64
	var wait sync.WaitGroup
	var telling sync.Mutex
	done := 0
	for range min(runtime.GOMAXPROCS(0), len(jobs)) {
		wait.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(jobs) {
					return
				}
				errs[i] = jobs[i]()
				telling.Lock()
				done++
				if progress != nil {
					progress(done, len(jobs))
				}
				telling.Unlock()
			}
		})
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// copyFolder copies a folder of embedded files as it is.
func copyFolder(root string, files fs.FS, folder string) error {
	return fs.WalkDir(files, folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		to, err := relative(folder, name)
		if err != nil {
			return err
		}
		return writeFile(root, to, content)
	})
}

func relative(folder, name string) (string, error) {
	if len(name) <= len(folder)+1 {
		return "", fmt.Errorf("%s is not in %s", name, folder)
	}
	return path.Clean(name[len(folder)+1:]), nil
}
