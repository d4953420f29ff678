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
		{Money, "1000 tekens", 1000, false, true}, {Money, "zie blad 2", 1, false, false}, {Money, "$", 0, true, true}, {Money, "%", 0, true, true},
		{Hours, "min.", 1.0 / 60, true, true}, {Hours, "min. 0", 0, false, false}, {Hours, "u", 1, true, true}, {Hours, "in dagen", 0, true, true},
		{FTE, "%", 0.01, true, true}, {FTE, "% van voltijds", 0.01, true, true}, {FTE, "% van het totaal", 0, false, true}, {FTE, "uren per week", 0, false, true},
		{Count, "x10", 10, true, true}, {Count, "geheel getal", 1, false, false}, {None, "x10", 0, false, false},
	} {
		if u, pure, found := c.q.In(c.text); u.Factor != c.factor || pure != c.pure || found != c.found {
			t.Errorf("%v %q: %v, pure %v, found %v", c.q.Plain(), c.text, u, pure, found)
		}
	}
}
