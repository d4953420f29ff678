package workdir

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"voortgang/render/output"
)

// ErrNotEmpty is wrapped by the error for a folder that already holds
// something.
var ErrNotEmpty = errors.New("de map is niet leeg")

// staged lets fill write a folder's content in a temporary folder and puts it
// in place only when all of it is there. dir may not exist yet, or be empty;
// an empty folder itself stays, because a shell or a sync program may be
// standing in it.
func staged(dir string, fill func(tmp string) error) (err error) {
	exists, err := emptyFolder(dir)
	if err != nil {
		return err
	}
	parent, pattern := filepath.Dir(filepath.Clean(dir)), "."+filepath.Base(dir)+"-*"
	if exists {
		parent, pattern = dir, ".voortgang-*"
	} else if err := os.MkdirAll(parent, 0o755); err != nil {
		return &output.PlaceError{Path: parent, Why: output.Closed, Err: err}
	}
	tmp, err := os.MkdirTemp(parent, pattern)
	if err != nil {
		return &output.PlaceError{Path: parent, Why: output.Closed, Err: err}
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(tmp))
		}
	}()
	if err := fill(tmp); err != nil {
		return unfinished(dir, err)
	}
	if err := os.Chmod(tmp, 0o755); err != nil {
		return err
	}
	if !exists {
		return os.Rename(tmp, dir)
	}
	entries, err := os.ReadDir(tmp)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := os.Rename(filepath.Join(tmp, e.Name()), filepath.Join(dir, e.Name())); err != nil {
			return err
		}
	}
	return os.Remove(tmp)
}

// unfinished says of what the disk refused that it was for this folder: the
// temporary one means nothing to a user.
func unfinished(dir string, err error) error {
	var disk *fs.PathError
	if errors.As(err, &disk) && (disk.Op == "write" || disk.Op == "mkdir") {
		return &output.PlaceError{Path: dir, Why: output.Unfinished, Err: err}
	}
	return err
}

// emptyFolder tells whether dir exists, and refuses what may not be written
// over.
func emptyFolder(dir string) (exists bool, err error) {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("de map %s kan niet gelezen worden: %w", dir, err)
	case !info.IsDir():
		return false, fmt.Errorf("%s is een bestand, geen map; kies een andere naam: %w", dir, ErrNotEmpty)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return false, fmt.Errorf("de map %s kan niet gelezen worden: %w", dir, err)
	}
	if len(entries) > 0 {
		return false, fmt.Errorf("in %s staat al iets (%s); kies een nieuwe of een lege map, want er wordt niets overschreven: %w",
			dir, entries[0].Name(), ErrNotEmpty)
	}
	return true, nil
}

// writeFile writes one file of a new werkmap, making its folder.
func writeFile(root, name string, content []byte) error {
	path := filepath.Join(root, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o644)
}
