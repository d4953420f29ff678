// Package arrows holds no code: its test keeps the imports between packages
// one-way, as ARCHITECTURE.md draws them, and keeps each large library behind
// the package whose job it is.
package arrows

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "voortgang/"

// allowed lists what each package (or folder, with its subfolders) may import
// of ours. What isn't listed here isn't allowed; a package may always import
// the packages below its own folder.
var allowed = map[string]string{
	"internal/source":     "",
	"internal/dutch":      "",
	"internal/nearest":    "",
	"internal/unit":       "",
	"internal/spread":     "",
	"internal/parted":     "",
	"internal/written":    "internal/dutch",
	"internal/secret":     "",
	"internal/markup":     "",
	"internal/garbled":    "",
	"internal/numfmt":     "",
	"internal/xmlscan":    "",
	"internal/clock":      "internal/dutch",
	"internal/lookalike":  "",
	"internal/filekind":   "",
	"internal/separated":  "",
	"internal/version":    "",
	"internal/picture":    "internal/dutch",
	"internal/fonts":      "",
	"internal/hyphen":     "",
	"internal/finding":    "internal/dutch internal/source",
	"internal/prose":      "internal/source",
	"internal/model":      "internal/source internal/prose",
	"config":              "internal/nearest internal/source internal/finding internal/dutch internal/garbled",
	"charts":              "internal/fonts internal/dutch",
	"templates":           "",
	"ingest":              "config internal/nearest internal/unit internal/source internal/finding internal/model internal/prose internal/dutch internal/picture internal/parted internal/written internal/markup internal/garbled internal/numfmt internal/xmlscan internal/filekind internal/separated internal/clock internal/lookalike",
	"validate":            "internal/delivery internal/nearest internal/spread internal/parted internal/secret internal/markup config internal/source internal/finding internal/model internal/prose internal/dutch internal/cite internal/fonts",
	"internal/indicator":  "config internal/source internal/model internal/dutch",
	"internal/cite":       "internal/model internal/prose internal/dutch",
	"internal/disclosure": "internal/model",
	"internal/delivery":   "config internal/model internal/dutch",
	"internal/published":  "internal/source internal/finding internal/model internal/dutch internal/cite",
	"internal/document":   "charts internal/prose internal/fonts",
	"internal/house":      "config charts templates internal/source internal/finding internal/document internal/fonts internal/dutch",
	"internal/report":     "config charts templates internal/source internal/finding internal/model internal/prose internal/dutch internal/document internal/cite internal/version internal/house internal/nearest internal/picture",
	"render/output":       "",
	"render/figures":      "internal/cite internal/source internal/model internal/dutch internal/document",
	"render/check":        "internal/delivery templates internal/source internal/finding internal/model internal/dutch",
	"render/workdir":      "internal/published config templates internal/model internal/dutch internal/picture internal/source render/output",
	"render/pdfw":         "internal/fonts internal/picture",
	"render/pdf":          "charts render/pdfw internal/document internal/prose internal/dutch internal/fonts internal/hyphen",
	"render/html":         "charts templates internal/document internal/prose internal/picture",
	"internal/accept":     "internal/source internal/finding internal/model",
	"internal/inspect":    "internal/dutch",
	"internal/handbook":   "config internal/finding internal/model internal/dutch",
	"internal/pipeline":   "config ingest validate render internal",
	"cmd/voortgang":       "config internal/pipeline internal/inspect internal/accept internal/source internal/finding internal/model internal/dutch internal/version render",
	"internal/arrows":     "",
}

// behind names the only folders that may import a library.
var behind = map[string]string{
	"github.com/wcharczuk/go-chart":      "charts",
	"github.com/johnfercher/maroto":      "render/pdf",
	"github.com/xuri/excelize":           "ingest/workbook render/workdir render/check",
	"github.com/spf13/viper":             "config",
	"github.com/spf13/cobra":             "cmd/voortgang",
	"github.com/yuin/goldmark":           "ingest/markdown",
	"github.com/go-playground/validator": "config validate",
}

func TestArrows(t *testing.T) {
	root := filepath.Join("..", "..")
	seen := map[string]bool{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && path != root) {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") {
			return nil
		}
		rel, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		pkg := filepath.ToSlash(rel)
		test := strings.HasSuffix(path, "_test.go")
		home := homeOf(pkg)
		if home == "" {
			if pkg != "." {
				t.Errorf("%s has no place in the list of packages", pkg)
			}
			return nil
		}
		seen[home] = true
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, imp := range file.Imports {
			name, err := strconv.Unquote(imp.Path.Value)
			if err != nil {
				return err
			}
			// Tests may lean on more: they make input and read output.
			if own, ok := strings.CutPrefix(name, module); ok && !test && !mayImport(home, own) {
				t.Errorf("%s imports %s, which %s may not", path, own, home)
			}
			for library, homes := range behind {
				if strings.HasPrefix(name, library) && !test && !within(pkg, homes) {
					t.Errorf("%s imports %s, which only %s may", path, name, homes)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for home := range allowed {
		if !seen[home] {
			t.Errorf("%s is in the list but has no code", home)
		}
	}
}

// homeOf finds the entry for a package: its own or that of a folder above it.
func homeOf(pkg string) string {
	for p := pkg; p != "." && p != ""; p = parent(p) {
		if _, ok := allowed[p]; ok {
			return p
		}
	}
	return ""
}

func parent(p string) string {
	if i := strings.LastIndex(p, "/"); i >= 0 {
		return p[:i]
	}
	return ""
}

func mayImport(home, pkg string) bool {
	return within(pkg, home) || within(pkg, allowed[home])
}

// within tells whether a package is one of the folders or lies in one.
func within(pkg, folders string) bool {
	return slices.ContainsFunc(strings.Fields(folders), func(f string) bool {
		return pkg == f || strings.HasPrefix(pkg, f+"/")
	})
}
