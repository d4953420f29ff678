package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/fsnotify/fsnotify"
)

func TestWhatMattersToAFollower(t *testing.T) {
	dir := t.TempDir()
	for name, want := range map[string]bool{
		"gegevens/organisatie.xlsx":         true,
		"gegevens/projecten/a.xlsx":         true,
		"teksten/voorwoord.md":              true,
		"voortgang.yaml":                    true,
		"gegevens":                          true,
		"gegevens/~$organisatie.xlsx":       false,
		"gegevens/.~lock.organisatie.xlsx#": false,
		"gegevens/8F3A21.tmp":               false,
		"teksten/voorwoord.md~":             false,
		"uit":                               false,
		"nota.txt":                          false,
	} {
		e := fsnotify.Event{Name: filepath.Join(dir, filepath.FromSlash(name)), Op: fsnotify.Write}
		if got := matters(e, dir); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

// A save is several changes; a follower hears of one, and of files in folders
// that were made after it began.
func TestAFollowerHearsOfASave(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"gegevens", "teksten", "uit"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	w, err := fsnotify.NewWatcher()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := watchAll(w, dir); err != nil {
		t.Fatal(err)
	}
	save := func(name string) {
		t.Helper()
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		tmp := full + ".tmp"
		if err := os.WriteFile(tmp, []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(tmp, full); err != nil {
			t.Fatal(err)
		}
	}
	save("uit/validatie.json")
	save("gegevens/organisatie.xlsx")
	if got, err := nextChange(context.Background(), w, dir); err != nil || got != "gegevens/organisatie.xlsx" {
		t.Fatalf("%q, %v", got, err)
	}
	if err := os.Mkdir(filepath.Join(dir, "gegevens", "nieuw"), 0o755); err != nil {
		t.Fatal(err)
	}
	if got, err := nextChange(context.Background(), w, dir); err != nil || got != "gegevens/nieuw" {
		t.Fatalf("%q, %v", got, err)
	}
	save("gegevens/nieuw/a.xlsx")
	if got, err := nextChange(context.Background(), w, dir); err != nil || got != "gegevens/nieuw/a.xlsx" {
		t.Fatalf("%q, %v", got, err)
	}
}

func TestStoppingAFollowerIsNoFailure(t *testing.T) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := nextChange(ctx, w, t.TempDir()); err != context.Canceled {
		t.Error(err)
	}
}
