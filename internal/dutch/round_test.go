package dutch

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"
)

// A half goes away from zero, of the decimal number that a person has in mind.
func TestRound(t *testing.T) {
	for _, c := range []struct {
		v        float64
		decimals int
		want     string
	}{
		{2.125, 2, "2,13"}, {1.625 + 0.5, 2, "2,13"}, {81.25, 1, "81,3"}, {25000.5, 0, "25.001"}, {12500.5, 0, "12.501"},
		{1.005, 2, "1,01"}, {0.285 * 100, 0, "29"}, {10.265, 2, "10,27"}, {0.5, 0, "1"}, {1.5, 0, "2"}, {2.5, 0, "3"},
		{0.05, 1, "0,1"}, {0.005, 2, "0,01"}, {0.045, 2, "0,05"}, {0.25, 1, "0,3"}, {0.35, 1, "0,4"}, {0.0005, 2, "0,00"},
		{9.995, 2, "10,00"}, {99.95, 1, "100,0"}, {999.5, 0, "1.000"}, {999999.5, 0, "1.000.000"}, {0.95, 1, "1,0"}, {0.9999, 2, "1,00"},
		{0.1 + 0.2, 1, "0,3"}, {1.1 + 2.2 + 0.045, 2, "3,35"}, {-0.5, 0, "−1"}, {-0.4, 0, "0"}, {-2.125, 2, "−2,13"}, {-0.004, 2, "0,00"},
		{2.1249, 2, "2,12"}, {2.124999999, 2, "2,12"}, {1e12 + 0.5, 0, "1.000.000.000.001"}, {1e15, 2, "1.000.000.000.000.000,00"},
		{1e-9, 2, "0,00"}, {1e-300, 2, "0,00"}, {0, 2, "0,00"}, {5e-1, 0, "1"}, {5e-3, 1, "0,0"},
	} {
		if got := Number(c.v, c.decimals); got != c.want {
			t.Errorf("Number(%v, %d) = %q, want %q", c.v, c.decimals, got, c.want)
		}
		if got := Number(Round(c.v, c.decimals), c.decimals); got != c.want {
			t.Errorf("Number(Round(%v, %d)) = %q, want %q", c.v, c.decimals, got, c.want)
		}
	}
	if got := Euro(-0.4); got != "€\u00a00" {
		t.Errorf("an amount that rounds to nothing is %q", got)
	}
}

// Any decimal number with three decimals, added up out of others, rounds as it
// does when reckoned exactly.
func TestRoundReckonsInDecimals(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		thousandths, v := int64(0), 0.0
		for range 1 + rnd.IntN(30) {
			part := rnd.Int64N(200000) - 60000
			thousandths += part
			v += float64(part) / 1000
		}
		for decimals := range 3 {
			unit := int64([]int{1000, 100, 10}[decimals])
			whole := (abs(thousandths) + unit/2) / unit
			exact := new(big.Rat).SetFrac64(whole, int64([]int{1, 10, 100}[decimals])).FloatString(decimals)
			got, _ := fmt.Sprintf("%.*f", decimals, abs(Round(v, decimals))), 0
			if got != exact {
				t.Fatalf("%d thousandths (%v) with %d decimals is %s, want %s", thousandths, v, decimals, got, exact)
			}
		}
	}
}

func abs[T int64 | float64](v T) T { return max(v, -v) }
