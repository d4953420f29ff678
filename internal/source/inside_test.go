package source

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// Links may lead anywhere within the workdir, and nowhere out of it: not by a
// file, not by a folder on the way, and not by a link to a link.
func TestInside(t *testing.T) {
	top := t.TempDir()
	workdir, elsewhere := filepath.Join(top, "werk"), filepath.Join(top, "werk-elders")
	for _, dir := range []string{filepath.Join(workdir, "gegevens", "diep"), elsewhere} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "a.csv"), []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	link := func(to, name string) {
		if err := os.Symlink(to, filepath.Join(workdir, filepath.FromSlash(name))); err != nil {
			t.Skipf("no links on this system: %v", err)
		}
	}
	link("gegevens/diep/a.csv", "binnen.csv")
	link(filepath.Join(workdir, "gegevens", "diep"), "map")
	link("../werk/gegevens", "om")
	link(elsewhere, "uit")
	link("../werk-elders/a.csv", "buiten.csv")
	link("buiten.csv", "ketting.csv")
	link("../../../werk-elders", "gegevens/diep/weg")
	link("rond", "rond")
	if err := os.Symlink(workdir, filepath.Join(top, "zelf")); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]error{
		"gegevens/diep/a.csv": nil, "binnen.csv": nil, "map/a.csv": nil, "om/diep/a.csv": nil, "nieuw/x.csv": nil, ".": nil,
		"uit": ErrOutside, "uit/a.csv": ErrOutside, "uit/nieuw.json": ErrOutside, "buiten.csv": ErrOutside, "ketting.csv": ErrOutside,
		"gegevens/diep/weg/a.csv": ErrOutside, "../werk-elders/a.csv": ErrOutside, "map/weg": ErrOutside, "rond": ErrLink,
	} {
		for _, root := range []string{workdir, filepath.Join(top, "zelf")} {
			path, err := Inside(root, name)
			if !errors.Is(err, want) {
				t.Errorf("%s: %s, %v", name, path, err)
			}
			if data, err := Read(root, name, 9); errors.Is(want, ErrOutside) && (err == nil || data != nil) {
				t.Errorf("%s is read", name)
			}
		}
	}
	if _, err := Folder(workdir, "uit"); !errors.Is(err, ErrOutside) {
		t.Errorf("a folder elsewhere: %v", err)
	}
}
