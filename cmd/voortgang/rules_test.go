package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"voortgang/internal/finding"
)

func TestRules(t *testing.T) {
	for _, c := range []struct {
		args string
		code int
		// out and err are what must stand on the two outputs.
		out, err string
	}{
		{"regels", exitDone, "W02  fout          Dag die niet bestaat\n", ""},
		{"regels w02", exitDone, "W02 Dag die niet bestaat (fout)\n", ""},
		{"regels w02", exitDone, "Juist:\n  30/4/2021\n", ""},
		{"regels T10", exitDone, `{{ cijfer "vte.totaal" }}`, ""},
		{"regels Z99", exitUsage, "", "Er is geen controle met de code ‘Z99’."},
		{"regels W01 W02", exitUsage, "", "Geef één code op, niet 2."},
	} {
		t.Run(c.args, func(t *testing.T) {
			var out, errs bytes.Buffer
			code := Run(t.Context(), strings.Fields(c.args), Streams{Out: &out, Err: &errs})
			if code != c.code || !strings.Contains(out.String(), c.out) || !strings.Contains(errs.String(), c.err) {
				t.Errorf("code %d\nout: %s\nerr: %s", code, out.String(), errs.String())
			}
		})
	}
}

func TestRulesAsJSON(t *testing.T) {
	var out bytes.Buffer
	if code := Run(t.Context(), []string{"regels", "--json"}, Streams{Out: &out, Err: &out}); code != exitDone {
		t.Fatalf("code %d: %s", code, out.String())
	}
	var list []struct {
		Code  string `json:"code"`
		Right string `json:"juist_voorbeeld"`
	}
	if err := json.Unmarshal(out.Bytes(), &list); err != nil {
		t.Fatal(err)
	}
	if len(list) != len(finding.Rules()) {
		t.Errorf("%d rules in JSON, %d in the program", len(list), len(finding.Rules()))
	}
	for _, r := range list {
		if r.Code == "" || r.Right == "" {
			t.Errorf("incomplete: %+v", r)
		}
	}
}
