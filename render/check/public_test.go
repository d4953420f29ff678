package check

import (
	"bytes"
	"testing"

	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

// What travels with the report says where something was found, never what.
func TestPublicJSONHasNoValues(t *testing.T) {
	rule := &finding.Rule{Code: "X01", Level: finding.Warning, Title: "Persoonsgegeven in een cel"}
	f := finding.New(rule, source.Ref{File: "gegevens/a.xlsx", Sheet: "Activiteiten", Row: 3, Col: 2}, "Hier staat ‘Jan Janssens’.")
	f.Found, f.Proposal = "Jan Janssens", "J. J."
	r := Report{Data: &model.Dataset{}, Rules: []*finding.Rule{rule}, Findings: []finding.Finding{f}}
	data, err := PublicJSON(r)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(data, []byte("Janssens")) || bytes.Contains(data, []byte("J. J.")) {
		t.Errorf("a value travels along:\n%s", data)
	}
	for _, kept := range []string{`"X01"`, `"Activiteiten"`, `"waarschuwingen": 1`} {
		if !bytes.Contains(data, []byte(kept)) {
			t.Errorf("%s is gone:\n%s", kept, data)
		}
	}
	if r.Findings[0].Found == "" {
		t.Error("the findings themselves were changed")
	}
}
