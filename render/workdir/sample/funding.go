package sample

import (
	"fmt"
	"strconv"

	"voortgang/internal/model"
)

// funding makes the sheet Middelen. All amounts are made up within what was
// published: local money just over 35 % of the whole, and more than half of
// Sociale bescherming from outside the core grant.
func funding(rows []record, d *model.Dataset) error {
	for _, row := range rows {
		year, err := strconv.Atoi(row["jaar"])
		if err != nil {
			return fmt.Errorf("middelen.csv: %w", err)
		}
		amount, err := strconv.ParseFloat(row["bedrag"], 64)
		if err != nil {
			return fmt.Errorf("middelen.csv: %w", err)
		}
		d.Funding = append(d.Funding, &model.Funding{Year: year, Theme: row["thema"], Project: row["project"], Source: row["bron"], Amount: known(amount)})
	}
	return nil
}
