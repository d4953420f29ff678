package main

import "testing"

// What was copied from an example is no reason: it would be printed in the
// report.
func TestReason(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "  ": false, "…": false, "...": false, "x": false, "waarom het klopt": false, "schrijf hier waarom": false, "‘Schrijf hier waarom’": false,
		"Nageteld met het projectteam.": true, "80 uur, opleiding van twee weken": true,
	} {
		if isReason(text) != want {
			t.Errorf("%q is taken for a reason: %v", text, !want)
		}
	}
}
