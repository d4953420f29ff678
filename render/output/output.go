// Package output puts finished bytes on the disk: beside their place first,
// then renamed, so that a reader sees the old file or the new one and never
// half of one.
package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Write puts data at path; folders are made as needed. Whatever stood there
// stays until the new file is complete.
func Write(path string, data []byte) error {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		var taken *fs.PathError
		if errors.As(err, &taken) && noFolder(taken.Path) {
			return &PlaceError{taken.Path, NoFolder, err}
		}
		return &PlaceError{dir, Closed, err}
	}
	tmp, err := os.CreateTemp(dir, "."+filepath.Base(path)+".*")
	if err != nil {
		return &PlaceError{dir, Closed, err}
	}
	defer os.Remove(tmp.Name()) // after the rename there is nothing left to remove
	if err := fill(tmp, data); err != nil {
		return &PlaceError{path, Unfinished, err}
	}
	if err := os.Chmod(tmp.Name(), 0o644); err != nil {
		return &PlaceError{dir, Closed, err}
	}
	if err := os.Rename(tmp.Name(), path); err != nil {
		return &PlaceError{path, Closed, err}
	}
	return nil
}

// fill writes a file to the disk and closes it.
func fill(f *os.File, data []byte) error {
	_, err := f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// PlaceError is a place where a file can't be written.
type PlaceError struct {
	Path string
	Why  Why
	Err  error
}

// Why says what keeps a file from being written.
type Why int

// The reasons: something else stands where the folder should be; nothing may be
// written there, or what stands there can't be replaced; the disk is full or
// went away; a link leads out of the workdir.
const (
	NoFolder Why = iota
	Closed
	Unfinished
	Outside
)

// Error implements error.
func (e *PlaceError) Error() string { return fmt.Sprintf("writing in %s: %v", e.Path, e.Err) }

// Unwrap gives what the system said.
func (e *PlaceError) Unwrap() error { return e.Err }

// noFolder tells whether a path is taken by something else than a folder.
func noFolder(path string) bool {
	if _, err := os.Lstat(path); err != nil {
		return false
	}
	info, err := os.Stat(path)
	return err != nil || !info.IsDir()
}
