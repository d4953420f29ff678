package finding_test

import (
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"voortgang/internal/finding"
	"voortgang/internal/finding/ruletest"
)

// Each rule that is described is made by one package, and the other way round.
func TestEveryRuleIsUsed(t *testing.T) {
	used := map[*finding.Rule]int{}
	err := filepath.WalkDir(filepath.Join("..", ".."), func(dir string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if name := d.Name(); name != ".." && strings.HasPrefix(name, ".") {
			return fs.SkipDir
		}
		for _, r := range ruletest.Declared(t, dir) {
			used[r]++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range finding.Rules() {
		if used[r] != 1 {
			t.Errorf("%s stands in %d variables, want 1", r.Code, used[r])
		}
	}
}

// The codes of a family share a letter, which is no other's.
func TestLetters(t *testing.T) {
	family, letter := map[byte]finding.Family{}, map[finding.Family]byte{}
	for _, r := range finding.Rules() {
		c := r.Code[0]
		if family[c] == "" && letter[r.Family] == 0 {
			family[c], letter[r.Family] = r.Family, c
		}
		if family[c] != r.Family || letter[r.Family] != c {
			t.Errorf("%s is among the rules on %s", r.Code, r.Family)
		}
	}
}

// An error on what isn't there may be accepted; one on what is there may not.
func TestMayAccept(t *testing.T) {
	var codes []string
	for _, r := range finding.Rules() {
		if r.MayAccept {
			codes = append(codes, r.Code)
		}
		if r.MayAccept && r.Level != finding.Error {
			t.Errorf("%s may be accepted anyhow", r.Code)
		}
	}
	if want := []string{"O20", "S46"}; !slices.Equal(codes, want) {
		t.Errorf("errors that may be accepted: %s, want %s", codes, want)
	}
}
