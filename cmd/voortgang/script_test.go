package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

var update = flag.Bool("update", false, "write what the program prints into the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"voortgang": func() {
			os.Exit(Run(context.Background(), os.Args[1:], Streams{Out: os.Stdout, Err: os.Stderr}))
		},
	})
}

// The scripts run the program as a user does. Each tells one story; a mistake
// that was mended stays as a script.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join("testdata", "script"),
		UpdateScripts: *update,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"mkxlsx": mkxlsx,
			"pages":  pages,
			"setcel": setCell,
		},
	})
}

// mkxlsx OUT SHEET=FILE.csv … makes a workbook of CSV files with ';' between
// the cells. A cell that looks like a number is one.
func mkxlsx(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: mkxlsx OUT SHEET=FILE.csv …")
	}
	f := excelize.NewFile()
	for i, arg := range args[1:] {
		sheet, file, _ := strings.Cut(arg, "=")
		if i == 0 {
			ts.Check(f.SetSheetName("Sheet1", sheet))
		} else {
			_, err := f.NewSheet(sheet)
			ts.Check(err)
		}
		r := csv.NewReader(strings.NewReader(ts.ReadFile(file)))
		r.Comma, r.FieldsPerRecord, r.LazyQuotes = ';', -1, true
		rows, err := r.ReadAll()
		ts.Check(err)
		for y, row := range rows {
			for x, text := range row {
				cell, err := excelize.CoordinatesToCellName(x+1, y+1)
				ts.Check(err)
				if n, err := strconv.ParseFloat(text, 64); err == nil {
					ts.Check(f.SetCellValue(sheet, cell, n))
				} else if text != "" {
					ts.Check(f.SetCellStr(sheet, cell, text))
				}
			}
		}
	}
	out := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(filepath.Dir(out), 0o755))
	ts.Check(f.SaveAs(out))
}

// setcel FILE SHEET CELL TEXT puts a text in a cell of a workbook.
func setCell(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: setcel FILE SHEET CELL TEXT")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(f.SetCellStr(args[1], args[2], args[3]))
	ts.Check(f.Save())
	ts.Check(f.Close())
}

// pages FILE LEAST MOST demands that a PDF is tagged and has so many pages.
func pages(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: pages FILE LEAST MOST")
	}
	data := []byte(ts.ReadFile(args[0]))
	if !bytes.HasPrefix(data, []byte("%PDF-1.7")) || !bytes.Contains(data[len(data)-32:], []byte("%%EOF")) {
		ts.Fatalf("%s is no whole PDF", args[0])
	}
	least, err := strconv.Atoi(args[1])
	ts.Check(err)
	most, err := strconv.Atoi(args[2])
	ts.Check(err)
	n := countPages(ts, data)
	if within := n >= least && n <= most; within == neg {
		ts.Fatalf("%s has %d pages", args[0], n)
	}
}

// countPages reads the file with a reader that isn't ours.
func countPages(ts *testscript.TestScript, data []byte) int {
	n, err := api.PageCount(bytes.NewReader(data), nil)
	ts.Check(err)
	return n
}
