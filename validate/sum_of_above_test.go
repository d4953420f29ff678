package validate

import (
	"fmt"
	"testing"

	"voortgang/internal/model"
)

// TestSumOfAbove tries totals that no word tells.
func TestSumOfAbove(t *testing.T) {
	money := func(theme, source string, amounts ...float64) func(*book) {
		return func(b *book) {
			for i, amount := range amounts {
				b.add(&model.FundingSheet, 2021, theme, map[string][2]string{"Wonen": {"p0", "p3"}, "Onderwijs": {"p1", "p4"}}[theme][i%2], source, amount)
			}
		}
	}
	both := func(list ...func(*book)) func(*book) {
		return func(b *book) {
			for _, change := range list {
				change(b)
			}
		}
	}
	for _, c := range []struct {
		name   string
		change func(*book)
		want   string
	}{
		{"a total of a theme", money("Wonen", model.SourceLocal, 12_345, 8_000, 9_100, 29_445), "O08 Middelen E5"},
		{"a total of a theme, of another source", both(money("Wonen", model.SourceLocal, 12_345, 8_000, 9_100), money("Wonen", model.SourceProvince, 29_445)), "O08 Middelen E5"},
		{"a round total of four", money("Wonen", model.SourceLocal, 12_000, 8_000, 9_000, 21_000, 50_000), "O08 Middelen E6"},
		{"a round sum of three", money("Wonen", model.SourceLocal, 12_000, 8_000, 10_000, 30_000), ""},
		{"a sum of two", money("Wonen", model.SourceLocal, 12_345, 8_000, 20_345), ""},
		{"nearly the sum", money("Wonen", model.SourceLocal, 12_345, 8_000, 9_100, 29_450), ""},
		{"a grand total after totals", both(
			money("Wonen", model.SourceLocal, 12_345, 8_000, 9_100, 29_445),
			money("Onderwijs", model.SourceLocal, 7_300, 6_150, 5_000, 18_450, 47_895)), "O08 Middelen E5, O08 Middelen E9, O08 Middelen E10"},
		{"a total of VTE", func(b *book) {
			for i, f := range b.data.FTE {
				f.With.Value = 1.1 + float64(i%2)/10
			}
			b.add(&model.FTESheet, 2021, "Wonen", "p9", 11.5, 0.0)
			b.data.FTE[10].Project = "p4"
			b.data.FTE[10].Theme = model.Overhead
		}, "O08 VTE D12"},
		{"a total under the counts", func(b *book) {
			for i := range 10 {
				b.add(&model.ParticipationSheet, fmt.Sprint("A", i), "p0", "Jongeren", float64(3+i%4))
			}
			b.add(&model.ParticipationSheet, "A11", "p0", "Jongeren", 43.0)
		}, "O08 Deelnames D12"},
		{"counts of which the last is large", func(b *book) {
			for i := range 10 {
				b.add(&model.ParticipationSheet, fmt.Sprint("A", i), "p0", "Jongeren", float64(3+i%4))
			}
			b.add(&model.ParticipationSheet, "A11", "p0", "Jongeren", 44.0)
		}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := five()
			c.change(b)
			judge(t, b, c.want)
		})
	}
}
