package unit

import "testing"

func TestIn(t *testing.T) {
	for _, c := range []struct {
		q           Quantity
		text        string
		factor      float64
		pure, found bool
	}{
		{Money, "(x 1.000)", 1000, true, true}, {Money, "in k€", 1000, true, true}, {Money, "in duizend euro, afgerond", 1000, true, true}, {Money, "euro", 1, true, true}, {Money, "in eurocent", 0.01, true, true},
		{Money, "1000 tekens", 1, false, false}, {Money, "k = krediet", 1, false, false}, {Money, "in K", 1000, true, true}, {Money, "€ x 1.000", 1000, true, true}, {Money, "€1.000", 1000, true, true}, {Money, "in '000 EUR", 1000, true, true}, {Money, "in euro x 1000", 1000, true, true}, {Money, "T EUR", 1000, true, true}, {Money, "dzd. euro", 1000, true, true}, {Money, "zie blad 2", 1, false, false}, {Money, "$", 0, true, true}, {Money, "%", 0, true, true},
		{Hours, "min.", 1.0 / 60, true, true}, {Hours, "min. 0", 0, false, false}, {Hours, "u", 1, true, true}, {Hours, "in uren en minuten", 0, true, true}, {Hours, "in dagen", 0, true, true},
		{FTE, "%", 0.01, true, true}, {FTE, "% van voltijds", 0.01, true, true}, {FTE, "% van het totaal", 0, false, true}, {FTE, "uren per week", 0, false, true},
		{Count, "x10", 10, true, true}, {Count, "op 5", 1, false, false}, {Count, "/5", 1, false, false}, {Count, "1 tot 5", 1, false, false}, {Count, "personen", 1, true, true}, {Count, "geheel getal", 1, false, false}, {None, "x10", 0, false, false},
	} {
		if u, pure, found := c.q.In(c.text); u.Factor != c.factor || pure != c.pure || found != c.found {
			t.Errorf("%v %q: %v, pure %v, found %v", c.q.Plain(), c.text, u, pure, found)
		}
	}
}
