package pipeline

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"voortgang/internal/document"
	"voortgang/internal/finding"
	"voortgang/internal/prose"
)

// Every output says the same numbers of findings, those that the report itself
// adds and those that a person accepted included.
func TestOneCountOfFindings(t *testing.T) {
	for _, c := range []struct {
		name  string
		bad   bool
		extra map[string]string
	}{
		{"nothing", false, nil},
		{"mistakes", true, nil},
		{"a text without a place and a picture that isn't there", false, map[string]string{
			"teksten/zonder-plaats.md": "Een tekst.\n", "voortgang.yaml": settings + "huisstijl:\n  logo: weg.png\n"}},
		{"mistakes, such a text, and it is accepted", true, map[string]string{
			"teksten/zonder-plaats.md": "Een tekst.\n", "teksten/ook-zonder.md": "Een tekst.\n",
			"aanvaard.yaml": "- code: %s\n  bestand: teksten/zonder-plaats.md\n  waarde: %q\n  reden: voor later\n"}},
		{"an acceptance of something that is gone", true, map[string]string{
			"aanvaard.yaml": "- code: P01\n  bestand: gegevens/weg.xlsx\n  blad: VTE\n  cellen: [C2]\n  waarde: \"3\"\n  reden: het was zo\n"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := workdir(t, c.bad)
			accept := c.extra["aanvaard.yaml"]
			for name, text := range c.extra {
				if name != "aanvaard.yaml" {
					put(t, dir, name, text)
				}
			}
			if strings.Contains(accept, "%s") {
				checked := run(t, dir, false)
				for _, f := range checked.Findings {
					if f.Ref.File == "teksten/zonder-plaats.md" {
						accept = fmt.Sprintf(accept, f.Code(), f.Found)
					}
				}
			}
			if accept != "" {
				put(t, dir, "aanvaard.yaml", accept)
			}
			for _, draft := range []bool{false, true} {
				checked, _, err := Build(context.Background(), Options{Dir: dir, Version: "1", Draft: draft, Format: HTML})
				var refused *RefusedError
				if err != nil && !errors.As(err, &refused) {
					t.Fatal(err)
				}
				sameCounts(t, checked)
			}
		})
	}
}

// sameCounts holds what the outputs of a check say against its findings.
func sameCounts(t *testing.T, c *Checked) {
	t.Helper()
	errs, warnings, infos := finding.Count(c.Findings)
	want := [4]int{errs, warnings, infos, len(c.Accepted)}
	written, err := os.ReadFile(c.CheckPath)
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(c.PagePath)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string][4]int{"uit/validatie.json": summed(t, written), "the report": countsTold(t, c.Document)}
	for _, a := range c.Document.Attachments {
		if a.Name == "validatie.json" {
			got["the attached validatie.json"] = summed(t, a.Bytes)
		}
	}
	if len(got) != 3 {
		t.Fatalf("only %v say numbers", got)
	}
	for where, n := range got {
		if n != want {
			t.Errorf("%s: %v, want %v", where, n, want)
		}
	}
	for i, level := range []string{"fout", "waarschuwing", "info"} {
		tile := regexp.MustCompile(`class="tile ` + level + `"><span class="number">([0-9.]+)<`).FindSubmatch(page)
		if tile == nil || string(tile[1]) != fmt.Sprint(want[i]) {
			t.Errorf("validatie.html has %s as number of %s, want %d", tile, level, want[i])
		}
	}
}

// summed reads the summary of validatie.json, and counts its findings.
func summed(t *testing.T, data []byte) (n [4]int) {
	t.Helper()
	var list struct {
		Summary struct {
			Errors   int `json:"fouten"`
			Warnings int `json:"waarschuwingen"`
			Infos    int `json:"info"`
			Accepted int `json:"aanvaard"`
		} `json:"samenvatting"`
		Findings []struct {
			Level string `json:"niveau"`
		} `json:"meldingen"`
	}
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	n = [4]int{list.Summary.Errors, list.Summary.Warnings, list.Summary.Infos, list.Summary.Accepted}
	at := map[string]int{"fout": 0, "waarschuwing": 1, "info": 2}
	for _, f := range list.Findings {
		n[at[f.Level]]--
	}
	if n != [4]int{0, 0, 0, list.Summary.Accepted} {
		t.Errorf("the summary differs from the list by %v", n)
	}
	return [4]int{list.Summary.Errors, list.Summary.Warnings, list.Summary.Infos, list.Summary.Accepted}
}

var (
	countForm    = regexp.MustCompile(`De controle gaf (geen|[0-9.]+) fout(?:en)?, (geen|[0-9.]+) waarschuwing(?:en)? en (geen|[0-9.]+) opmerking(?:en)?\.`)
	acceptedForm = regexp.MustCompile(`([0-9.]+) meldinge?n? (?:is|zijn) nagekeken en aanvaard`)
)

// countsTold reads the sentence of the Verantwoording.
func countsTold(t *testing.T, doc *document.Document) (n [4]int) {
	t.Helper()
	for _, block := range doc.Blocks {
		p, ok := block.(document.Paragraph)
		if !ok {
			continue
		}
		text := prose.Plain(p.Text)
		m := countForm.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		words := append(m[1:], "geen")
		if a := acceptedForm.FindStringSubmatch(text); a != nil {
			words[3] = a[1]
		}
		for i, w := range words {
			if w != "geen" {
				if _, err := fmt.Sscan(strings.ReplaceAll(w, ".", ""), &n[i]); err != nil {
					t.Fatal(err)
				}
			}
		}
		return n
	}
	t.Fatal("the report doesn't say how much was found")
	return n
}
