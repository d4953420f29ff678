package cite

import (
	"voortgang/internal/dutch"
	"voortgang/internal/model"
)

// Unknown is how a value that isn't known is written.
const Unknown = "–"

// Withheld is how a value that readers don't get is written in a table: "< 5"
// or "*"; "" when there is nothing to withhold.
func Withheld(v model.Value) string {
	switch v.Withheld {
	case model.Small:
		return "<" + dutch.NBSP + dutch.Int(v.Below)
	case model.Covered:
		return "*"
	}
	return ""
}

// FewerThan says in words that a group is small: "minder dan 5".
func FewerThan(v model.Value) string { return "minder dan " + dutch.Int(v.Below) }

// Write writes a value of a figure for running text: "51,79", "1.451",
// "83,5 %", "€ 12.500", "minder dan 5". A sign belongs to the number, a noun doesn't: the
// sentence around it says VTE or uren. WriteUnit says it too.
func Write(fig *model.Figure, v model.Value) string {
	switch {
	case v.Withheld == model.Small:
		return FewerThan(v)
	case !v.Known:
		return Unknown
	}
	return write(fig.Unit, fig.Decimals, v.Value)
}

// WriteBare writes a value without its sign, for a column whose head says the
// unit: "83,5", "12.500", "< 5".
func WriteBare(fig *model.Figure, v model.Value) string {
	switch {
	case v.Withheld != model.Shown:
		return Withheld(v)
	case !v.Known:
		return Unknown
	}
	return dutch.Number(v.Value, fig.Decimals)
}

// WriteUnit writes a value that stands on its own: "51,79 VTE", "1.451 uren",
// "17,25 jaar", "83,5 %". A plain count has no unit word.
func WriteUnit(fig *model.Figure, v model.Value) string {
	text := Write(fig, v)
	if !v.Known {
		return text
	}
	switch fig.Unit {
	case model.UnitHours:
		if text == "1" {
			return text + dutch.NBSP + "uur"
		}
		return text + dutch.NBSP + string(model.UnitHours)
	case model.UnitFTE, model.UnitYears:
		return text + dutch.NBSP + string(fig.Unit)
	}
	return text
}

func write(unit model.Unit, decimals int, v float64) string {
	switch unit {
	case model.UnitPercent:
		return dutch.Percent(v, decimals)
	case model.UnitEuro:
		return dutch.Euro(v)
	}
	return dutch.Number(v, decimals)
}
