package hyphen

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

func split(word string, left, right int) string {
	var parts []string
	last := 0
	for _, at := range Dutch().Points(word, left, right) {
		parts = append(parts, word[last:at])
		last = at
	}
	return strings.Join(append(parts, word[last:]), "-")
}

func TestPoints(t *testing.T) {
	for _, want := range []string{
		"voort-gangs-rap-port", "sa-men-le-vings-op-bouw", "doel-stel-lin-gen", "be-stuur",
		"Lim-burg", "wo-nin-gen", "maat-schap-pe-lijk", "kwets-ba-re", "buurt-werk", "stra-ten",
		"on-der-wijs", "ge-meen-te-be-stuur", "be-leids-ad-vie-zen", "co-ör-di-na-tie", "kin-de-ren",
		"huur", "op", "straat", "ide-ë-le",
	} {
		if got := split(strings.ReplaceAll(want, "-", ""), 2, 2); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestPointsKeepMinimum(t *testing.T) {
	if got := split("doelstellingen", 3, 4); got != "doel-stel-lingen" {
		t.Error(got)
	}
	for _, word := range []string{"", "a", "12345678", "een-woord", strings.Repeat("lang", 40)} {
		if points := Dutch().Points(word, 2, 2); len(points) > 0 {
			t.Errorf("%q: %v", word, points)
		}
	}
}

func FuzzPoints(f *testing.F) {
	f.Add("İstanbul")
	f.Add("coördinatie")
	f.Fuzz(func(t *testing.T, word string) {
		last := 0
		for _, at := range Dutch().Points(word, 2, 2) {
			if at <= last || at >= len(word) || !utf8.RuneStart(word[at]) {
				t.Fatalf("%q: %d after %d", word, at, last)
			}
			last = at
		}
	})
}

func BenchmarkPoints(b *testing.B) {
	for b.Loop() {
		Dutch().Points("samenlevingsopbouw", 2, 3)
	}
}

// TestWordList holds the patterns against words with their official break
// points: a wrong break is never made, and few good ones are missed.
func TestWordList(t *testing.T) {
	data, err := os.ReadFile("testdata/woorden.txt")
	if err != nil {
		t.Fatal(err)
	}
	words, allowed, found := 0, 0, 0
	for line := range strings.SplitSeq(string(data), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, want := range strings.Fields(line) {
			words++
			good := map[int]bool{}
			plain := ""
			for _, part := range strings.Split(want, "-") {
				good[len(plain)] = plain != ""
				plain += part
			}
			allowed += strings.Count(want, "-")
			for _, at := range Dutch().Points(plain, 2, 2) {
				if !good[at] {
					t.Errorf("%s is broken as %s", want, split(plain, 2, 2))
				} else {
					found++
				}
			}
		}
	}
	t.Logf("%d words, %d of %d places found", words, found, allowed)
	if words < 300 || found*100 < allowed*85 {
		t.Errorf("%d words (300 at least), %d of %d places found (85 %% at least)", words, found, allowed)
	}
}
