package ingest

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// A werkmap with more rows than allowed is refused as a whole, with one
// finding, whatever the order in which the files were read.
func TestTooManyRows(t *testing.T) {
	sheet := func(head, row string, n int) []byte {
		return []byte(head + "\n" + strings.Repeat(row+"\n", n))
	}
	files := map[string][]byte{}
	for i := range 4 {
		files[fmt.Sprintf("%d/Contacten.csv", i)] = sheet("project;datum;actor;beleidscontact;doelgroep_betrokken", "energiek-pelt;1/3/2021;Gemeente Pelt;ja;nee", 300+i)
	}
	files["Vorming.csv"] = sheet("datum;personeelsnummer;soort;uren", "1/3/2021;P1;formeel;2", 1000)
	cfg := testConfig(workdir(t, files))
	read := func(registrations, others int) (rows int, message string) {
		cfg.Limits.Registrations, cfg.Limits.OtherRows = registrations, others
		data, findings, err := Read(context.Background(), cfg, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range findings {
			message += f.Code() + " " + f.Ref.File + " " + f.Message
		}
		return len(data.Contacts) + len(data.Trainings), message
	}
	if rows, message := read(1206, 1000); rows != 2206 || message != "" {
		t.Errorf("as many rows as allowed: %d read, %s", rows, message)
	}
	for range 3 {
		if rows, message := read(1205, 1000); rows != 0 || !strings.HasPrefix(message, "S04 gegevens Activiteiten, Deelnames en Contacten tellen") ||
			strings.Count(message, "S04") != 1 || !strings.Contains(message, "1.205 rijen") || !strings.Contains(message, "‘gegevens/Vorming.csv’") || !strings.Contains(message, "grenzen.registraties") {
			t.Errorf("a contact too many: %d read, %s", rows, message)
		}
		if rows, message := read(1206, 999); rows != 0 || !strings.Contains(message, "999 rijen") || !strings.Contains(message, "grenzen.andere_rijen") {
			t.Errorf("another row too many: %d read, %s", rows, message)
		}
	}
}
