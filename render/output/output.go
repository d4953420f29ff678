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
			return &PlaceError{taken.Path, true, err}
		}
		if errors.Is(err, fs.ErrPermission) {
			return &PlaceError{dir, false, err}
		}
		return fmt.Errorf("making the folder %s: %w", dir, err)
	}
	tmp, err := os.CreateTemp(dir, "."+filepath.Base(path)+".*")
	if errors.Is(err, fs.ErrPermission) {
		return &PlaceError{dir, false, err}
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	defer os.Remove(tmp.Name()) // after the rename there is nothing left to remove
	if _, err := tmp.Write(data); err != nil {
		tmp.Close()
		return fmt.Errorf("writing %s: %w", path, err)
	}
	if err := tmp.Sync(); err != nil {
		tmp.Close()
		return fmt.Errorf("writing %s: %w", path, err)
	}
	if err := tmp.Close(); err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	if err := os.Chmod(tmp.Name(), 0o644); err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	if err := os.Rename(tmp.Name(), path); err != nil {
		if info, other := os.Stat(path); errors.Is(err, fs.ErrPermission) || other == nil && info.IsDir() {
			return &PlaceError{path, false, err}
		}
		return fmt.Errorf("putting %s in its place: %w", path, err)
	}
	return nil
}

// PlaceError is a place where nothing can be written because of what stands
// there or who may write there; it is no failure of the disk.
type PlaceError struct {
	Path string
	// NoFolder is true when something else stands where the folder should be.
	NoFolder bool
	Err      error
}

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
