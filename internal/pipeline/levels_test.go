package pipeline

import (
	"strings"
	"testing"

	"voortgang/config"
	"voortgang/internal/document"
	"voortgang/internal/finding"
	"voortgang/internal/prose"
	"voortgang/internal/report"
	"voortgang/internal/source"
)

// Every rule can be given another level or turned off, however its code is
// written, and the report says so.
func TestEveryRuleCanBeTurnedDown(t *testing.T) {
	var list []finding.Finding
	for _, r := range finding.Rules() {
		list = append(list, finding.New(r, source.Ref{File: "gegevens/a.xlsx"}, r.Title+"."))
	}
	for _, level := range []string{"fout", "waarschuwing", "info", "uit"} {
		dir := t.TempDir()
		text := settings + "regels:\n"
		for i, r := range finding.Rules() {
			code := r.Code
			if i%2 == 0 {
				code = strings.ToLower(code)
			}
			text += "  " + code + ": " + level + "\n"
		}
		put(t, dir, "voortgang.yaml", text)
		cfg, found, err := config.Load(dir, config.Overrides{})
		if err != nil || len(found) > 0 {
			t.Fatal(err, found)
		}
		if found = cfg.UnknownRules(codes()); len(found) > 0 {
			t.Fatal(found[0].Message)
		}
		got := applyLevels(list, cfg.Rules)
		if level == "uit" && len(got) > 0 || level != "uit" && len(got) != len(list) {
			t.Fatalf("%s: %d findings of %d", level, len(got), len(list))
		}
		for _, f := range got {
			if f.Level.String() != level {
				t.Errorf("%s: %s is %s", level, f.Code(), f.Level)
			}
		}
		doc, _ := report.Build(report.Input{Config: cfg, Rules: finding.Rules()})
		told := levelsTold(doc)
		for _, r := range finding.Rules() {
			if usual := r.Level.String(); usual != level && told[r.Code] != usual+" → "+level || usual == level && told[r.Code] != "" {
				t.Errorf("the report says %q of %s, which went from %s to %s", told[r.Code], r.Code, usual, level)
			}
		}
	}
}

// levelsTold reads the table of the report with the rules that have another
// level.
func levelsTold(doc *document.Document) map[string]string {
	out := map[string]string{}
	for _, b := range doc.Blocks {
		if t, ok := b.(document.Table); ok && strings.HasPrefix(t.Caption, "Regels die") {
			for _, r := range t.Rows {
				text := func(i int) string { return prose.Plain(r.Cells[i].Text) }
				out[text(0)] = text(2) + " → " + text(3)
			}
		}
	}
	return out
}

// A code that no rule has is told at its line, with the nearest one.
func TestUnknownRule(t *testing.T) {
	dir := workdir(t, false)
	put(t, dir, "voortgang.yaml", settings+"regels:\n  W02: info\n  W2: uit\n")
	c, err := Check(t.Context(), Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, f := range c.Findings {
		if f.Code() != "C03" {
			continue
		}
		if found++; f.Ref.Line != 10 || f.Ref.Char != 3 || f.Found != "W2" || !strings.Contains(f.Message, "Bedoel je ‘W") {
			t.Errorf("%d:%d %s", f.Ref.Line, f.Ref.Char, f.Message)
		}
	}
	if told := levelsTold(c.Document); found != 1 || len(told) != 1 || told["W02"] != "fout → info" {
		t.Errorf("%d findings; the report tells %v", found, told)
	}
}
