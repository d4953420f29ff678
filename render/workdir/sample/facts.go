package sample

import (
	"encoding/csv"
	"fmt"
	"io/fs"
	"strings"
	"time"
)

// record is one row of a CSV file by column name.
type record map[string]string

// facts are the files of templates/example/facts that records are made from.
type facts struct {
	projects, objectives, objectivesOf, actors []record
	communications, partnerships, scores       []record
	figures                                    []record
	// Made up beside the facts, or put right.
	dossiers, profiles, recurring, funding, corrections []record
}

func readFacts(files fs.FS) (*facts, error) {
	var f facts
	for name, into := range map[string]*[]record{
		"facts/projecten": &f.projects, "facts/meerjarenplan": &f.objectives, "facts/project_doelstellingen": &f.objectivesOf,
		"facts/partners": &f.actors, "facts/communicatieacties": &f.communications,
		"facts/samenwerkingsverbanden": &f.partnerships, "facts/buurtscores": &f.scores, "facts/kerncijfers": &f.figures,
		"made/dossiers": &f.dossiers, "made/profielen": &f.profiles, "made/recurring": &f.recurring, "made/middelen": &f.funding,
		"made/rechtgezet": &f.corrections,
	} {
		rows, err := readCSV(files, name+".csv")
		if err != nil {
			return nil, err
		}
		*into = rows
	}
	return &f, nil
}

func readCSV(files fs.FS, path string) ([]record, error) {
	file, err := files.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("%s: no header", path)
	}
	out := make([]record, 0, len(rows)-1)
	for _, row := range rows[1:] {
		r := record{}
		for i, name := range rows[0] {
			r[name] = strings.TrimSpace(row[i])
		}
		out = append(out, r)
	}
	return out, nil
}

// list parts a value on semicolons.
func list(s string) []string {
	var out []string
	for part := range strings.SplitSeq(s, ";") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// isoDate reads yyyy-mm-dd; nothing gives the zero date.
func isoDate(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	return time.Parse(time.DateOnly, s)
}
