package workbook

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

var corpus = flag.String("corpus", "", "a folder of workbooks: compare our reading of each with excelize's, cell by cell")

// TestCorpus isn't for every day: with -corpus it says which cells of a folder of
// workbooks, such as other programs' test files, are read in another way.
func TestCorpus(t *testing.T) {
	if *corpus == "" {
		t.Skip("no -corpus")
	}
	files, cells, other := 0, 0, 0
	err := filepath.WalkDir(*corpus, func(path string, _ fs.DirEntry, err error) error {
		if ext := strings.ToLower(filepath.Ext(path)); err != nil || ext != ".xlsx" && ext != ".xlsm" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		files++
		lines, count, err := compare(data)
		cells, other = cells+count, other+len(lines)
		if err != nil {
			lines = append(lines, err.Error())
		}
		if len(lines) > 0 {
			t.Logf("%s: %d cells differ\n\t%s", path, len(lines), strings.Join(lines[:min(len(lines), 5)], "\n\t"))
		}
		return nil
	})
	t.Logf("%d workbooks, %d cells, of which %d are read in another way (%v)", files, cells, other, err)
}

// compare reads all sheets of a workbook in both ways. excelize panics at some
// that are damaged.
func compare(data []byte) (lines []string, cells int, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("excelize: %v", fault)
		}
	}()
	b, err := Open(data, limits)
	if err != nil {
		return nil, 0, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		return nil, 0, err
	}
	defer f.Close()
	for _, s := range b.Sheets {
		if !s.Worksheet {
			continue
		}
		ours, err1 := ourCells(s)
		theirs, err2 := excelizeCells(f, s.Name)
		if err := errors.Join(err1, err2); err != nil {
			return lines, cells, fmt.Errorf("%s: %w", s.Name, err)
		}
		cells += len(ours)
		for _, line := range differences(ours, theirs) {
			lines = append(lines, s.Name+"!"+line)
		}
	}
	return lines, cells, nil
}
