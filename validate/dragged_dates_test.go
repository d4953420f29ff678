package validate

import (
	"fmt"
	"testing"
	"time"

	"voortgang/internal/model"
)

// TestDraggedDates tries dates that were dragged down or are all the same.
func TestDraggedDates(t *testing.T) {
	dates := func(n int, of func(i int) time.Time) func(*book) {
		return func(b *book) {
			for i := range n {
				b.data.Activities[20+i].Date = of(i)
			}
		}
	}
	start := day(2021, 3, 1)
	for _, c := range []struct {
		name   string
		change func(*book)
		want   string
	}{
		{"twenty days in a row", dates(20, func(i int) time.Time { return start.AddDate(0, 0, i) }), "D21 Activiteiten C22"},
		{"fourteen days in a row", dates(14, func(i int) time.Time { return start.AddDate(0, 0, i) }), "D21 Activiteiten C22"},
		{"a camp of ten days", dates(10, func(i int) time.Time { return start.AddDate(0, 0, i) }), ""},
		{"working days", dates(20, func(i int) time.Time { return start.AddDate(0, 0, i+i/5*2) }), ""},
		{"all on new year's day", dates(20, func(int) time.Time { return day(2021, 1, 1) }), "D21 Activiteiten C22"},
		{"many on new year's day", dates(12, func(int) time.Time { return day(2021, 1, 1) }), "D21 Activiteiten C22"},
		{"two on new year's day", dates(2, func(int) time.Time { return day(2021, 1, 1) }), ""},
		{"all on one day", dates(20, func(int) time.Time { return start }), "D21 Activiteiten C22"},
		{"a day with many activities", dates(10, func(int) time.Time { return start }), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := five()
			for i, a := range b.data.Activities {
				a.Description = fmt.Sprint("Nummer ", i)
			}
			c.change(b)
			judge(t, b, c.want)
		})
	}
}

// TestCumulated tries numbers that add up those of the months before.
func TestCumulated(t *testing.T) {
	for _, c := range []struct {
		name   string
		counts []float64
		want   string
	}{
		{"twelve months", []float64{12, 25, 31, 48, 60, 77, 80, 95, 120, 131, 150, 162}, "P12 Deelnames D2"},
		{"twelve months, one of them without anybody", []float64{12, 25, 31, 48, 60, 77, 77, 77, 90, 98, 104, 120}, "P12 Deelnames D2"},
		{"half a year", []float64{12, 25, 31, 48, 60, 77}, "P12 Deelnames D2"},
		{"five months", []float64{12, 25, 31, 48, 60}, ""},
		{"months apart", []float64{12, 13, 6, 17, 12, 17, 5, 14, 20, 12, 9, 15}, ""},
		{"a group that grows", []float64{10, 10, 11, 11, 12, 12, 13, 14, 14, 15, 15, 16}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := five()
			for i, n := range c.counts {
				id := fmt.Sprint("M", i)
				b.add(&model.ActivitySheet, id, "p3", day(2021, time.Month(i+1), 5), "Acties", fmt.Sprint("Maand ", i+1), 2.0)
				b.add(&model.ParticipationSheet, id, "p3", "Volwassenen", n)
			}
			judge(t, b, c.want)
		})
	}
}
