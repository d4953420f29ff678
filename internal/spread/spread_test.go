package spread

import (
	"math"
	"math/rand/v2"
	"testing"
)

// lognormal gives ordinary sizes: the median and the spread of groups, amounts
// and hours.
func lognormal(r *rand.Rand, n int, median, sigma float64) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = median * math.Exp(sigma*r.NormFloat64())
	}
	return out
}

func sizes(lists ...[]float64) *Sizes {
	s := &Sizes{}
	for _, list := range lists {
		for _, v := range list {
			s.Add(v)
		}
	}
	return s
}

// However many lie apart, up to a third, all are found and nothing else is.
func TestApart(t *testing.T) {
	gap := Gap{Factor: 4, Spreads: 3, Share: 0.4}
	for seed := range uint64(50) {
		r := rand.New(rand.NewPCG(seed, 1))
		for _, n := range []int{20, 100, 1000} {
			usual := lognormal(r, n, 5, 0.5)
			for _, share := range []float64{0.01, 0.03, 0.05, 0.12, 0.3} {
				k := max(int(share*float64(n)/(1-share)), 1)
				high, low := make([]float64, k), make([]float64, k)
				for i := range high {
					high[i] = 500 * (1 + r.Float64())
					low[i] = 0.05 * (1 - 0.5*r.Float64())
				}
				if bound, ok := sizes(usual, high).Above(gap); !ok || bound < 500 {
					t.Errorf("seed %d: %d of %d above: got %g, %v", seed, k, n, bound, ok)
				}
				below := gap
				below.Least = math.Inf(1)
				if bound, ok := sizes(usual, low).Below(below); !ok || bound > 0.05 {
					t.Errorf("seed %d: %d of %d below: got %g, %v", seed, k, n, bound, ok)
				}
			}
		}
	}
}

func TestNothingApart(t *testing.T) {
	gap := Gap{Factor: 8, Spreads: 3, Share: 0.4}
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 2))
		s := sizes(lognormal(r, 10+int(seed)*5, 5, 0.8))
		if bound, ok := s.Above(gap); ok {
			t.Errorf("seed %d: %g lies apart", seed, bound)
		}
	}
	for name, s := range map[string]*Sizes{"none": {}, "one": sizes([]float64{3}), "zeros": sizes([]float64{0, -2, 0, 5})} {
		if bound, ok := s.Above(gap); ok {
			t.Errorf("%s: %g lies apart", name, bound)
		}
	}
}

func TestBounds(t *testing.T) {
	usual := []float64{1, 2, 3, 2, 1, 2, 3, 2, 1, 4}
	for _, c := range []struct {
		name string
		gap  Gap
		top  []float64
		want float64
	}{
		{"exactly the factor", Gap{Factor: 10, Share: 0.4}, []float64{40}, 40},
		{"just under the factor", Gap{Factor: 10, Share: 0.4}, []float64{39.9}, 0},
		{"under the least", Gap{Factor: 4, Least: 50, Share: 0.4}, []float64{40}, 0},
		{"more than the share", Gap{Factor: 4, Share: 0.1}, []float64{40, 41, 42}, 0},
		{"more than the most", Gap{Factor: 4, Share: 0.4, Most: 2}, []float64{40, 41, 42}, 0},
		{"as many as the most", Gap{Factor: 4, Share: 0.4, Most: 3}, []float64{40, 41, 42}, 40},
		{"not far from the median", Gap{Factor: 4, FromMedian: 30, Share: 0.4}, []float64{40}, 0},
	} {
		if got, _ := sizes(usual, c.top).Above(c.gap); got != c.want {
			t.Errorf("%s: got %g, want %g", c.name, got, c.want)
		}
	}
}
