package dutch

import (
	"math"
	"testing"
	"time"
)

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		v        float64
		decimals int
		want     string
	}{
		{0, 0, "0"}, {7, 0, "7"}, {999, 0, "999"}, {1451, 0, "1.451"}, {11362256, 0, "11.362.256"},
		{24.87, 2, "24,87"}, {1234.5, 2, "1.234,50"}, {-3.5, 1, "−3,5"}, {-0.001, 1, "0,0"},
		{math.NaN(), 1, "–"}, {math.Inf(1), 1, "–"},
	} {
		if got := Number(c.v, c.decimals); got != c.want {
			t.Errorf("Number(%v, %d) = %q, want %q", c.v, c.decimals, got, c.want)
		}
	}
}

func TestMoneyAndShares(t *testing.T) {
	if got := Euro(11362256); got != "€\u00a011.362.256" {
		t.Errorf("Euro: %q", got)
	}
	if got := Euro(-5); got != "−€\u00a05" {
		t.Errorf("Euro of a debt: %q", got)
	}
	if got := Percent(83.5, 1); got != "83,5\u00a0%" {
		t.Errorf("Percent: %q", got)
	}
}

func TestDates(t *testing.T) {
	d := time.Date(2021, 4, 8, 0, 0, 0, 0, time.UTC)
	if got := LongDate(d); got != "8\u00a0april 2021" {
		t.Errorf("LongDate: %q", got)
	}
	if got := ShortDate(d); got != "08/04/2021" {
		t.Errorf("ShortDate: %q", got)
	}
	if got := DotDate(d); got != "08.04.2021" {
		t.Errorf("DotDate: %q", got)
	}
}

func TestWords(t *testing.T) {
	if got := Plural(1, "fout", "fouten"); got != "1 fout" {
		t.Error(got)
	}
	if got := Plural(1200, "rij", "rijen"); got != "1.200 rijen" {
		t.Error(got)
	}
	if got := Join([]string{"a", "b", "c"}); got != "a, b en c" {
		t.Error(got)
	}
	if got := JoinOr([]string{"ja", "nee"}); got != "ja of nee" {
		t.Error(got)
	}
}

func TestFoldAndSlug(t *testing.T) {
	for _, c := range []struct{ in, fold, slug string }{
		{"Communicatie-acties", "communicatieacties", "communicatie-acties"},
		{"  Krachtige steden en  Buurten ", "krachtigestedenenbuurten", "krachtige-steden-en-buurten"},
		{"Café Anoniem", "cafeanoniem", "cafe-anoniem"},
		{"D’Ierd & Co.", "dierdco", "dierd-co"},
		{"od_code", "odcode", "od-code"},
		{"", "", ""},
	} {
		if got := Fold(c.in); got != c.fold {
			t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.fold)
		}
		if got := Slug(c.in); got != c.slug {
			t.Errorf("Slug(%q) = %q, want %q", c.in, got, c.slug)
		}
	}
}
