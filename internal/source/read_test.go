package source

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestReadAndFolder(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	for _, err := range []error{os.WriteFile(in("bestand"), []byte("vier"), 0o644), os.Mkdir(in("map"), 0o755)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, to := range map[string]string{"goed": "bestand", "gedeeld": "map", "lus": "lus", "dood": "weg"} {
		if err := os.Symlink(to, in(name)); err != nil {
			t.Skipf("no links on this system: %v", err) // Windows asks for a right that few have
		}
	}
	for _, c := range []struct {
		name         string
		read, folder error
	}{
		{"bestand", nil, ErrNoFolder}, {"goed", nil, ErrNoFolder}, {"map", ErrFolder, nil}, {"gedeeld", ErrFolder, nil},
		{"lus", ErrLink, ErrLink}, {"dood", ErrLink, ErrLink}, {"niets", fs.ErrNotExist, fs.ErrNotExist},
	} {
		data, err := Read(dir, c.name, 4)
		if !errors.Is(err, c.read) || err == nil && string(data) != "vier" {
			t.Errorf("Read %s: %q, %v", c.name, data, err)
		}
		if _, err := Folder(dir, c.name); !errors.Is(err, c.folder) {
			t.Errorf("Folder %s: %v", c.name, err)
		}
		if told := Why(err) != ""; told != (err != nil && c.name != "niets") {
			t.Errorf("Why %s: %q", c.name, Why(err))
		}
	}
	if _, err := Read(dir, "bestand", 3); !errors.Is(err, ErrLarge) {
		t.Errorf("a file over the limit: %v", err)
	}
	if _, err := Read("/dev", "zero", 3); err == nil {
		t.Error("a device is read")
	}
}
