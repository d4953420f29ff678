package pipeline

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"voortgang/ingest/csvfile"
	"voortgang/ingest/grid"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
	"voortgang/render/check"
	"voortgang/render/output"
)

const (
	// copyDir holds the annotated copies, in the folder of the outputs.
	copyDir = "geannoteerd"
	// copyList names the copies that the program made, with their SHA-256: a
	// file that isn't in it, or that a person has changed, is left alone.
	copyList = ".kopieen.json"
	// copyTime is how long one copy may take.
	copyTime = 30 * time.Second
)

// writeCopies makes an annotated copy of every workbook with findings and
// removes the copies of workbooks that have none any more.
func writeCopies(ctx context.Context, c *Checked, out string) ([]check.Copy, error) {
	byFile := map[string][]finding.Finding{}
	for _, f := range c.Findings {
		byFile[f.Ref.File] = append(byFile[f.Ref.File], f)
	}
	var files []*model.InputFile
	for _, f := range c.Data.Files {
		// A file of which no sheet could be read can't be copied either.
		if len(byFile[f.Path]) > 0 && len(f.Sheets) > 0 {
			files = append(files, f)
		}
	}
	dir := filepath.Join(out, copyDir)
	before, after := readCopyList(dir), map[string]string{}
	if len(files) == 0 && len(before) == 0 {
		return nil, nil
	}
	copies := make([]check.Copy, len(files))
	var mu, heavy sync.Mutex
	var group sync.WaitGroup
	slots := make(chan struct{}, max(runtime.GOMAXPROCS(0), 1))
	for i, f := range files {
		slots <- struct{}{}
		group.Go(func() {
			defer func() { <-slots }()
			one, sum := writeCopy(ctx, c.Config.Dir, out, f, byFile[f.Path], before, &heavy)
			mu.Lock()
			defer mu.Unlock()
			copies[i] = one
			if sum != "" {
				after[one.Path] = sum
			}
		})
	}
	group.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for name, sum := range before {
		if after[name] == "" {
			removeCopy(out, name, sum)
		}
	}
	return copies, writeCopyList(dir, after)
}

// writeCopy makes one copy and gives the SHA-256 of its bytes, "" when there
// is none.
func writeCopy(ctx context.Context, workdir, out string, f *model.InputFile, list []finding.Finding, before map[string]string, heavy *sync.Mutex) (check.Copy, string) {
	one := check.Copy{Source: f.Path}
	fail := func(problem string) (check.Copy, string) {
		one.Problem = problem
		return one, ""
	}
	data, err := os.ReadFile(filepath.Join(workdir, filepath.FromSlash(f.Path)))
	if err != nil {
		return fail("Er is geen kopie met opmerkingen: het bestand kon niet opnieuw gelezen worden.")
	}
	size := copyWeight(data)
	if size > heavyCopy {
		if !marks(list) {
			return one, ""
		}
		heavy.Lock()
		defer heavy.Unlock()
	}
	if digest(data) != f.SHA256 {
		return fail("Er is geen kopie met opmerkingen: het bestand veranderde tijdens het nakijken. Kijk de werkmap opnieuw na.")
	}
	if size > largestCopy || places(list) > mostMarked {
		return fail(tooLarge)
	}
	annotated, err := annotateInTime(ctx, f.Path, data, list)
	switch {
	case errors.Is(err, errManyCells):
		return fail(tooLarge)
	case err != nil:
		return fail("Er is geen kopie met opmerkingen: het bestand is te ongewoon om te kopiëren. De cellen staan in deze lijst.")
	}
	name := path.Join(copyDir, f.Path)
	if strings.EqualFold(path.Ext(name), ".csv") {
		name += ".xlsx"
	}
	if _, err := source.Inside(out, name); err != nil {
		return fail("Er is geen kopie met opmerkingen: in de map geannoteerd staat een koppeling die naar buiten leidt. Haal ze weg en kijk opnieuw na.")
	}
	full := filepath.Join(out, filepath.FromSlash(name))
	sum := digest(annotated)
	if there, err := os.ReadFile(full); err == nil && digest(there) != sum && digest(there) != before[name] {
		kept, err := keepAside(full)
		if err != nil {
			return fail("De kopie met opmerkingen werd intussen veranderd en is blijven staan.")
		}
		one.Problem = fmt.Sprintf("De vorige kopie was veranderd. Ze is bewaard als %s; breng je verbeteringen over naar het werkboek zelf.", filepath.Base(kept))
	}
	if err := output.Write(full, annotated); err != nil {
		return fail("De kopie met opmerkingen kon niet geschreven worden. Staat ze open in Excel? Sluit ze en kijk opnieuw na.")
	}
	one.Path = name
	return one, sum
}

// Bounds of a copy, as copyWeight gives it. Making one takes up to forty times
// as much memory: large ones are made one at a time, and of those only the ones
// in which a cell is marked.
const (
	heavyCopy   = 1 << 20
	largestCopy = 8 << 20
	// largestTable is how many cells of a CSV file are copied.
	largestTable = 200_000
)

// errManyCells says that a CSV file holds too much for a copy.
var errManyCells = errors.New("too many cells for a copy")

const tooLarge = "Er is geen kopie met opmerkingen: het bestand is daarvoor te groot, of er is te veel mis mee. De cellen staan in deze lijst."

// marks tells whether a copy would show more than the list does.
func marks(list []finding.Finding) bool {
	return slices.ContainsFunc(list, func(f finding.Finding) bool { return f.Level != finding.Info || f.Ref.Cell() != "" })
}

// mostMarked is how many cells a copy marks: a copy in which nearly all is
// marked helps nobody.
const mostMarked = 20_000

func places(list []finding.Finding) int {
	n := len(list)
	for _, f := range list {
		n += len(f.Cells)
	}
	return n
}

// copyWeight gives what the XML in a workbook unpacks to, with an eighth of all
// else, such as photos; for other files their own size.
func copyWeight(data []byte) uint64 {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return uint64(len(data))
	}
	var weight uint64
	for _, f := range archive.File {
		switch ext := strings.ToLower(path.Ext(f.Name)); ext {
		case ".xml", ".rels", ".vml":
			weight += f.UncompressedSize64
		default:
			weight += f.UncompressedSize64 / 8
		}
	}
	return weight
}

// annotateInTime leaves behind a copy that takes too long.
func annotateInTime(ctx context.Context, file string, data []byte, list []finding.Finding) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, copyTime)
	defer cancel()
	type result struct {
		data []byte
		err  error
	}
	done := make(chan result, 1)
	go func() {
		var r result
		if strings.EqualFold(path.Ext(file), ".csv") {
			r.data, r.err = annotateCSV(ctx, file, data, list)
		} else {
			r.data, r.err = check.Annotate(file, data, list)
		}
		done <- r
	}()
	select {
	case r := <-done:
		return r.data, r.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func annotateCSV(ctx context.Context, file string, data []byte, list []finding.Finding) ([]byte, error) {
	f := csvfile.Open(data)
	var rows [][]string
	cells := 0
	err := f.Read(ctx, func(r *grid.Row) error {
		if cells += len(r.Cells); cells > largestTable {
			return errManyCells
		}
		for len(rows) < r.Number {
			rows = append(rows, nil)
		}
		for _, cell := range r.Cells {
			for len(rows[r.Number-1]) < cell.Col {
				rows[r.Number-1] = append(rows[r.Number-1], "")
			}
			rows[r.Number-1][cell.Col-1] = cell.Text
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	base := path.Base(file)
	return check.AnnotateTable(file, strings.TrimSuffix(base, path.Ext(base)), rows, list)
}

// keepAside renames a file that a person has changed: "x (bewaard).xlsx".
func keepAside(full string) (string, error) {
	ext := filepath.Ext(full)
	for i := 1; i < 1000; i++ {
		kept := strings.TrimSuffix(full, ext) + " (bewaard)" + ext
		if i > 1 {
			kept = fmt.Sprintf("%s (bewaard %d)%s", strings.TrimSuffix(full, ext), i, ext)
		}
		if _, err := os.Lstat(kept); errors.Is(err, fs.ErrNotExist) {
			return kept, os.Rename(full, kept)
		}
	}
	return "", fs.ErrExist
}

// removeCopy removes a copy that the program made and that nobody changed, and
// the folders that it leaves empty.
func removeCopy(out, name, sum string) {
	if !filepath.IsLocal(filepath.FromSlash(name)) || !strings.HasPrefix(name, copyDir+"/") {
		return
	}
	full := filepath.Join(out, filepath.FromSlash(name))
	data, err := os.ReadFile(full)
	if err != nil || digest(data) != sum || os.Remove(full) != nil {
		return
	}
	for dir := path.Dir(name); dir != copyDir && dir != "."; dir = path.Dir(dir) {
		if os.Remove(filepath.Join(out, filepath.FromSlash(dir))) != nil {
			return
		}
	}
}

// readCopyList reads which copies were made before; a list that can't be read
// names none, so that nothing is removed or written over on its word.
func readCopyList(dir string) map[string]string {
	list := map[string]string{}
	data, err := os.ReadFile(filepath.Join(dir, copyList))
	if err == nil && json.Unmarshal(data, &list) != nil {
		return map[string]string{}
	}
	return list
}

func writeCopyList(dir string, list map[string]string) error {
	full := filepath.Join(dir, copyList)
	if len(list) == 0 {
		if err := os.Remove(full); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		// The folder goes too, unless something of somebody's is in it.
		_ = os.Remove(dir)
		return nil
	}
	data, err := json.MarshalIndent(list, "", "  ")
	if err != nil {
		return err
	}
	return output.Write(full, append(data, '\n'))
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
