package ingest

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"voortgang/config"
	"voortgang/ingest/rules"
	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// job is one file to read.
type job struct {
	// path is relative to the workdir, with '/'; full is how to open it.
	path, full string
	// extension is in lower case, with its dot.
	extension string
	size      int64
	// edits are the changes to read it with; mostly none.
	edits fileEdits
}

// list finds the files in gegevens/ and its folders, in order of path. Hidden
// files and folders are left alone, folders behind a symbolic link are not
// entered. Files that can't be input are reported at once.
func list(dir string) ([]job, []finding.Finding, error) {
	root, err := source.Folder(dir, config.DataDir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, []finding.Finding{rules.Nothing(at(config.DataDir), false)}, nil
	case source.Why(err) != "":
		return nil, []finding.Finding{rules.NoFolder(at(config.DataDir), source.Why(err))}, nil
	case err != nil:
		return nil, nil, err
	}
	var jobs []job
	var findings []finding.Finding
	shut := false
	err = filepath.WalkDir(root, func(full string, entry fs.DirEntry, err error) error {
		if err != nil {
			why, name := source.Why(err), pathOf(root, full)
			if why == "" {
				return err
			}
			shut = true
			findings = append(findings, rules.Closed(at(name), why))
			return nil
		}
		if full == root {
			return nil
		}
		if leftByTheSystem(entry.Name()) {
			if entry.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		name := pathOf(root, full)
		if leftByTheProgram(name) {
			return nil
		}
		if entry.IsDir() {
			// A spreadsheet of Apple Numbers may be a folder.
			if strings.EqualFold(filepath.Ext(full), ".numbers") {
				findings = append(findings, rules.OtherFormat(at(name), "numbers"))
				return filepath.SkipDir
			}
			return nil
		}
		j := job{path: name, full: full, extension: strings.ToLower(path.Ext(name))}
		info, err := os.Stat(full)
		if entry.Type() != 0 && err == nil {
			_, err = source.Inside(dir, name)
		}
		if err == nil && info.IsDir() {
			findings = append(findings, rules.Closed(at(name), source.FolderLink))
			return nil
		}
		if f, other := notInput(j); other {
			findings = append(findings, f)
			return nil
		}
		if err != nil || !info.Mode().IsRegular() {
			why := source.Why(source.ErrSpecial)
			if err != nil {
				why = cmp.Or(source.Why(err), source.Why(source.ErrLink))
			}
			findings = append(findings, rules.Closed(at(name), why))
			return nil
		}
		j.size = info.Size()
		jobs = append(jobs, j)
		return nil
	})
	switch {
	case err != nil:
		return nil, nil, err
	case len(jobs) == 0 && !shut:
		findings = append(findings, rules.Nothing(at(config.DataDir), true))
	}
	slices.SortFunc(jobs, func(a, b job) int { return strings.Compare(a.path, b.path) })
	return jobs, findings, nil
}

// leftByTheSystem tells whether a file is hidden, or was put there by Windows
// or macOS: nobody handed it in.
func leftByTheSystem(name string) bool {
	return strings.HasPrefix(name, ".") || strings.EqualFold(name, "Thumbs.db") || strings.EqualFold(name, "desktop.ini") || name == "__MACOSX"
}

// pathOf gives the path of a file of gegevens/ within the workdir, with '/'.
func pathOf(root, full string) string {
	return path.Join(config.DataDir, filepath.ToSlash(strings.TrimPrefix(full, root)))
}

// notInput recognises lock files and files of other kinds by their name.
func notInput(j job) (finding.Finding, bool) {
	name := path.Base(j.path)
	if workbook, ok := strings.CutPrefix(name, "~$"); ok {
		return rules.Locked(at(j.path), workbook), true
	}
	switch j.extension {
	case ".xlsx", ".xlsm", ".csv", ".xls":
		return finding.Finding{}, false
	}
	if otherSpreadsheet(j.extension) || maybeTable(j.extension) {
		return finding.Finding{}, false
	}
	return rules.Other(at(j.path), j.extension), true
}

// maybeTable tells whether files with this extension may be a table in text,
// which only their content shows.
func maybeTable(extension string) bool {
	switch extension {
	case ".txt", ".tsv", ".tab", ".dat", "":
		return true
	}
	return false
}

// otherSpreadsheet tells whether files with this extension are spreadsheets,
// in a format that isn't read: the work in them is missed, unlike that in a
// file of another kind.
func otherSpreadsheet(extension string) bool {
	switch extension {
	case ".ods", ".ots", ".fods", ".numbers", ".xlsb", ".xlt", ".xltx", ".xltm", ".gnumeric":
		return true
	}
	return false
}
