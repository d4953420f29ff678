package sample

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"voortgang/internal/model"
)

// communications makes the communication actions. Made up are the audiences
// and, where the source leaves it empty, the carrier. Dates that contradict
// their link are put right.
func communications(f *facts, d *model.Dataset) error {
	for _, row := range f.communications {
		number, err := strconv.Atoi(row["nr"])
		if err != nil {
			return fmt.Errorf("communicatieacties.csv: %w", err)
		}
		when := period(row["datum_bron"])
		iso := row["datum_iso"]
		for _, right := range f.corrections {
			if right["nr"] == row["nr"] {
				iso = right["datum_iso"]
			}
		}
		switch {
		case len(iso) == len("2021-03"):
			// A magazine of a month: "maart 2021".
			first, err := time.Parse("2006-01", iso)
			if err != nil {
				return fmt.Errorf("communicatieacties.csv, nr %d: %w", number, err)
			}
			when = model.Period{Text: strings.ToLower(row["datum_bron"]), From: first, To: first.AddDate(0, 1, -1)}
		case iso != "":
			day, err := isoDate(iso)
			if err != nil {
				return fmt.Errorf("communicatieacties.csv, nr %d: %w", number, err)
			}
			when = model.Period{Text: iso, From: day, To: day}
		}
		d.Communications = append(d.Communications, &model.Communication{
			Number: known(float64(number)), Action: row["titel"], Description: row["onderwerp_kort"], When: when,
			Kind: row["soort"], Medium: row["medium"], Carrier: carrier(row), Audiences: audiences(row), Links: list(row["links"]),
		})
	}
	return nil
}

// carrier fills in what the source leaves open.
func carrier(row record) string {
	switch {
	case row["drager"] != "":
		return row["drager"]
	case row["soort"] == "tv-nieuws":
		return "televisie"
	case row["medium"] == "TVL; VRT":
		return "beide"
	case row["medium"] == "HBVL":
		return "beide"
	default:
		return "print"
	}
}

// audiences are made up: who an action of that kind and medium is meant for.
func audiences(row record) []string {
	var out []string
	add := func(names ...string) {
		for _, n := range names {
			if !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	subject := strings.ToLower(row["titel"] + " " + row["onderwerp_kort"])
	switch row["soort"] {
	case "website":
		add("Breed publiek", "Lokale besturen", "Partners", "Pers")
	case "folder":
		add("Lokale besturen", "Partners")
	case "sociale media":
		add("Breed publiek")
		switch row["medium"] {
		case "Facebook":
			add("Bewoners", "Vrijwilligers")
		case "Twitter":
			add("Pers", "Lokale besturen")
		case "LinkedIn":
			add("Partners", "Lokale besturen")
		}
	case "persbericht":
		add("Pers", "Breed publiek", "Lokale besturen")
	case "opiniestuk":
		add("Breed publiek", "Vlaamse overheid")
	default:
		add("Breed publiek")
	}
	for _, rule := range []struct{ word, audience string }{
		{"buurt", "Bewoners"}, {"beverlo", "Bewoners"}, {"meulenberg", "Bewoners"}, {"woonwagen", "Lokale besturen"},
		{"zorgzame", "Lokale besturen"}, {"digi", "Bewoners"}, {"gids", "Mensen in armoede"}, {"café anoniem", "Mensen in armoede"},
		{"armoede", "Lokale besturen"}, {"wandelmaatjes", "Vrijwilligers"}, {"menstruatie", "Mensen in armoede"},
		{"depot margo", "Partners"}, {"vakantie", "Gezinnen"}, {"buitenspeeldag", "Gezinnen"}, {"partner", "Partners"},
	} {
		if strings.Contains(subject, rule.word) {
			add(rule.audience)
		}
	}
	return out
}

// partnerships makes the partnerships. Two rows of the source link to no theme;
// the theme of the project that the partnership serves is filled in.
func partnerships(f *facts, d *model.Dataset) {
	for _, row := range f.partnerships {
		themes := list(row["link_mjp"])
		if len(themes) == 0 {
			themes = []string{"Krachtige steden en buurten"}
			if strings.HasPrefix(row["partner"], "ELZ") {
				themes = []string{model.Transversal}
			}
		}
		d.Partnerships = append(d.Partnerships, &model.Partnership{Kind: row["soort"], Partner: row["partner"], Goal: row["doel_kort"], Themes: themes})
	}
}

// scores makes the neighbourhood scores.
func scores(f *facts, d *model.Dataset) error {
	for _, row := range f.scores {
		v, err := strconv.Atoi(row["score"])
		if err != nil {
			return fmt.Errorf("buurtscores.csv: %w", err)
		}
		d.Scores = append(d.Scores, &model.Score{
			Year: Year, Neighbourhood: row["buurt"], Framework: row["kader"], Function: row["functie"], Score: known(float64(v)),
		})
	}
	return nil
}
