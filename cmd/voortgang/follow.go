package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"voortgang/config"
)

// settle is how long it must be quiet after a change: saving a workbook is
// several changes one after another.
const settle = 500 * time.Millisecond

// follow checks the workdir, and again each time that a file of it is saved,
// until the user stops it; stopping is no failure.
func follow(ctx context.Context, s Streams, o checkOptions) error {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	defer w.Close()
	if err := watchAll(w, o.Dir); err != nil {
		return err
	}
	for {
		_, err := checkOnce(ctx, s, o)
		var wrong usageError
		switch {
		case ctx.Err() != nil:
			return nil
		case errors.As(err, &wrong):
			return err
		case err != nil:
			// The next save may mend it.
			explain(err, s)
		}
		fmt.Fprintln(s.Err, "Ik kijk opnieuw na zodra je een bestand bewaart. Ctrl+C stopt.")
		changed, err := nextChange(ctx, w, o.Dir)
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			return err
		}
		fmt.Fprintf(s.Out, "\n%s\n%s bewaard om %s\n", strings.Repeat("─", 60), changed, time.Now().Format("15:04:05"))
	}
}

// watchAll watches the workdir and the folders of its input. A folder that
// isn't there yet is watched as soon as it is.
func watchAll(w *fsnotify.Watcher, dir string) error {
	if err := w.Add(dir); err != nil {
		return err
	}
	for _, name := range []string{config.DataDir, config.TextDir} {
		root := filepath.Join(dir, name)
		if target, err := filepath.EvalSymlinks(root); err == nil && target != root {
			root = target
		}
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				if errors.Is(err, fs.ErrNotExist) {
					return nil
				}
				return err
			}
			if d.IsDir() {
				return w.Add(path)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// nextChange waits until a file that matters has changed and all is quiet
// again. It gives the file's name within the workdir.
func nextChange(ctx context.Context, w *fsnotify.Watcher, dir string) (string, error) {
	var changed string
	var quiet <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return "", ctx.Err()
		case err, ok := <-w.Errors:
			// Too many changes at once: something did change.
			if ok && errors.Is(err, fsnotify.ErrEventOverflow) {
				changed, quiet = "De werkmap is", time.After(settle)
				continue
			}
			return "", err
		case e, ok := <-w.Events:
			if !ok {
				return "", fsnotify.ErrClosed
			}
			if !matters(e, dir) {
				continue
			}
			if info, err := os.Stat(e.Name); err == nil && info.IsDir() {
				if err := watchAll(w, dir); err != nil {
					return "", err
				}
			}
			changed, quiet = nameOf(e.Name, dir), time.After(settle)
		case <-quiet:
			return changed, nil
		}
	}
}

// matters tells whether a change can change what the check finds: not the lock
// and temporary files of Excel and LibreOffice, and nothing that the program
// writes itself.
func matters(e fsnotify.Event, dir string) bool {
	base := filepath.Base(e.Name)
	if e.Op == fsnotify.Chmod || strings.HasPrefix(base, "~$") || strings.HasPrefix(base, ".") || strings.HasSuffix(base, ".tmp") || strings.HasSuffix(base, "~") {
		return false
	}
	if filepath.Dir(filepath.Clean(e.Name)) == filepath.Clean(dir) {
		return base == config.FileName || base == config.DataDir || base == config.TextDir
	}
	return true
}

func nameOf(path, dir string) string {
	if rel, err := filepath.Rel(dir, path); err == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel)
	}
	return filepath.Base(path)
}
