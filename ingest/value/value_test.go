package value

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"voortgang/ingest/grid"
)

var ctx2021 = Context{Year: 2021}

func text(s string) grid.Cell { return grid.Cell{Col: 1, Kind: grid.Text, Text: s} }

func num(v float64) grid.Cell { return grid.Cell{Col: 1, Kind: grid.Number, Number: v} }

func formatted(v float64, f grid.Format) grid.Cell {
	return grid.Cell{Col: 1, Kind: grid.Number, Number: v, Format: f}
}

// outcome writes a result the way the tables below expect it: the value, or
// "!" with the reason and "→" with the proposal.
func outcome(v string, p *Problem) string {
	if p == nil {
		return v
	}
	names := map[Reason]string{NoDate: "geen datum", NoSuchDay: "bestaat niet", YearRange: "jaar", NoPeriod: "geen periode",
		NoNumber: "geen getal", NotWhole: "niet geheel", DateForNumber: "datum voor getal", NoYear: "geen jaar", NoYesNo: "geen ja/nee",
		NotAllowed: "niet toegelaten", ControlCharacter: "stuurteken", ErrorValue: "foutwaarde", Unstored: "niet bewaard",
		Lost: "verloren", Unreadable: "onleesbaar", DateForCode: "datum voor code", ThreeDecimals: "drie decimalen"}
	s := "!" + names[p.Reason]
	if p.Proposal != "" {
		s += " → " + p.Proposal
	}
	return s
}

func TestDate(t *testing.T) {
	for _, c := range []struct {
		cell grid.Cell
		want string
	}{
		// What the contract accepts.
		{num(44300), "2021-04-14"}, {formatted(44300, grid.Date), "2021-04-14"}, {num(44300.75), "2021-04-14"},
		{num(44300.9999999), "2021-04-15"},
		{text("14/4/2021"), "2021-04-14"}, {text("14/04/2021"), "2021-04-14"}, {text("14-04-2021"), "2021-04-14"},
		{text("14.4.2021"), "2021-04-14"}, {text("2021-04-14"), "2021-04-14"}, {text("2021/4/14"), "2021-04-14"},
		{text(" 14/4/2021 "), "2021-04-14"}, {text("14 / 4 / 2021"), "2021-04-14"}, {text("14/4/2021\u00a0"), "2021-04-14"},
		{text("14/4/2021 10:30"), "2021-04-14"}, {text("2021-04-14T10:30:00Z"), "2021-04-14"}, {text("2021-04-14 00:00:00.000"), "2021-04-14"},
		{text("14 april 2021"), "2021-04-14"}, {text("wo 14 apr. 2021"), "2021-04-14"}, {text("1 mrt 2021"), "2021-03-01"},
		{grid.Cell{Kind: grid.ISODate, Text: "2021-04-14T00:00:00"}, "2021-04-14"},
		// A time with Z or an offset is that moment in Brussels.
		{text("2020-12-31T23:00:00.000Z"), "2021-01-01"}, {text("2020-12-31T22:59:59Z"), "2020-12-31"}, {text("2021-06-30T22:00:00Z"), "2021-07-01"}, {text("2021-06-30T21:59Z"), "2021-06-30"},
		{grid.Cell{Kind: grid.ISODate, Text: "2021-03-28T22:00:00Z"}, "2021-03-29"}, {text("2021-03-27T22:00:00Z"), "2021-03-27"}, {text("2021-10-31T22:30:00Z"), "2021-10-31"},
		{text("2021-01-01T00:30:00+02:00"), "2020-12-31"}, {text("2021-01-01T00:30:00+01:00"), "2021-01-01"}, {text("2020-12-31T20:00:00-05:00"), "2021-01-01"},
		{text("2020-12-31 23:00:00+0000"), "2021-01-01"}, {text("2020-12-31 23:00:00+00"), "2021-01-01"}, {text("2020-12-31 23:00:00 UTC"), "2021-01-01"}, {text("31/12/2020 23:00:00Z"), "2021-01-01"},
		{text("2020-12-31T23:00:00.000"), "2020-12-31"}, {text("31/12/2020, 23:30"), "2020-12-31"}, {text("1995-09-23T22:30:00Z"), "1995-09-24"},
		{text("2021-04-14T25:00:00Z"), "!geen datum"}, {text("31/4/2021 23:00Z"), "!bestaat niet → 30/4/2021"},
		{text("3/4/2021"), "2021-04-03"}, {text("29/2/2020"), "2020-02-29"}, {text("1/1/1900"), "1900-01-01"}, {text("31/12/2100"), "2100-12-31"},
		// The bounds of Excel's 1900 system, with the day that never was.
		{formatted(1, grid.Date), "1900-01-01"}, {formatted(59, grid.Date), "1900-02-28"}, {formatted(60, grid.Date), "1900-02-28"}, {formatted(61, grid.Date), "1900-03-01"},
		{num(73415), "2100-12-31"}, {num(73416), "!jaar"}, {num(0), "!jaar"}, {num(-3), "!jaar"},
		// Days and years that don't exist.
		{text("31/4/2021"), "!bestaat niet → 30/4/2021"}, {text("31/9/2024"), "!bestaat niet → 30/9/2024"}, {text("31/04/2021"), "!bestaat niet → 30/04/2021"},
		{text("29-02-2021"), "!bestaat niet → 28-02-2021"}, {text("2021-02-30"), "!bestaat niet → 28/02/2021"},
		{text("32/1/2021"), "!bestaat niet"}, {text("0/1/2021"), "!bestaat niet"}, {text("14/13/2021"), "!bestaat niet"},
		{text("31 april 2021"), "!bestaat niet → 30/04/2021"},
		{text("1/1/20121"), "!jaar → 1/1/2021"}, {text("1/1/221"), "!jaar → 1/1/2021"}, {text("1/1/1899"), "!jaar → 1/1/1999"}, {text("1/1/0021"), "!jaar → 1/1/2021"},
		// What can be read in two ways, or is no day.
		{text("12/31/2021"), "!geen datum → 31/12/2021"}, {text("14/4/21"), "!geen datum → 14/4/2021"}, {text("1/9/98"), "!geen datum → 1/9/1998"},
		{text("april 2021"), "!geen datum"}, {text("2021"), "!geen datum"}, {num(2021), "!geen datum"},
		{num(20210414), "!geen datum → 14/04/2021"}, {text("20210414"), "!geen datum → 14/04/2021"}, {text("44300"), "!geen datum → 14/04/2021"},
		{text("14-apr-21"), "!geen datum → 14/04/2021"}, {text("14 apr. '21"), "!geen datum → 14/04/2021"}, {text("14 apr. ’21"), "!geen datum → 14/04/2021"}, {text("14/4/'21"), "!geen datum → 14/04/2021"},
		{text("14-apr-2021"), "2021-04-14"}, {text("April 14, 2021"), "2021-04-14"}, {text("14 Oct 2021"), "2021-10-14"}, {text("14,4,2021"), "!geen datum → 14/04/2021"}, {text("14 4 2021"), "!geen datum → 14/04/2021"},
		{text("l4/O4/2021"), "!geen datum → 14/04/2021"}, {text("14/4-2021"), "!geen datum → 14/04/2021"}, {text("31/12/9999"), "!jaar"}, {text("31/12/2999"), "!jaar"}, {formatted(2958465, grid.Date), "!jaar"}, {text("heden"), "!geen datum"},
		{text("14/4"), "!geen datum"}, {text("onbekend"), "!geen datum"}, {text("?"), "!geen datum"}, {text("14/4/2021 en 15/4/2021"), "!geen datum"},
		{grid.Cell{Kind: grid.Bool, Number: 1}, "!geen datum"},
		// No value at all.
		{grid.Cell{Kind: grid.Error, Text: "#N/A"}, "!foutwaarde"}, {text("#VERW!"), "!foutwaarde"},
		{grid.Cell{Kind: grid.Unstored}, "!niet bewaard"}, {grid.Cell{Kind: grid.Lost}, "!verloren"}, {grid.Cell{Kind: grid.Broken, Text: "abc"}, "!onleesbaar"},
	} {
		v, p := Date(c.cell, ctx2021)
		if got := outcome(v.Format(time.DateOnly), p); got != c.want {
			t.Errorf("Date(%+v) = %s, want %s", c.cell, got, c.want)
		}
	}
}

// In a workbook of the 1904 system the same number is a day four years later.
func TestDate1904(t *testing.T) {
	ctx := Context{Year: 2021, Date1904: true}
	for serial, want := range map[float64]string{42838: "2021-04-14", 0: "1904-01-01", 1: "1904-01-02", 71953: "2100-12-31"} {
		v, p := Date(formatted(serial, grid.Date), ctx)
		if p != nil || v.Format(time.DateOnly) != want {
			t.Errorf("%v: %v %v, want %s", serial, v, p, want)
		}
	}
	if v, p := Date(text("14/4/2021"), ctx); p != nil || v.Format(time.DateOnly) != "2021-04-14" {
		t.Errorf("text is the same in both systems: %v %v", v, p)
	}
}

func TestPeriod(t *testing.T) {
	for _, c := range []struct {
		cell grid.Cell
		want string
	}{
		{text("continu"), "continu"}, {text("Continu"), "continu"}, {text("doorlopend"), "continu"},
		{num(44300), "2021-04-14..2021-04-14"}, {text("14/4/2021"), "2021-04-14..2021-04-14"}, {text("14 april 2021"), "2021-04-14..2021-04-14"},
		{text("maart 2021"), "2021-03-01..2021-03-31"}, {text("Mrt. 2021"), "2021-03-01..2021-03-31"}, {text("feb 2020"), "2020-02-01..2020-02-29"},
		{text("sept 2021"), "2021-09-01..2021-09-30"}, {text("2021 december"), "2021-12-01..2021-12-31"},
		{text("03/2021"), "2021-03-01..2021-03-31"}, {text("2021-03"), "2021-03-01..2021-03-31"},
		{text("Q2 2021"), "2021-04-01..2021-06-30"}, {text("K2 2021"), "2021-04-01..2021-06-30"}, {text("2021-Q2"), "2021-04-01..2021-06-30"},
		{text("2e kwartaal 2021"), "2021-04-01..2021-06-30"}, {text("tweede kwartaal 2021"), "2021-04-01..2021-06-30"},
		{text("kwartaal 4 2021"), "2021-10-01..2021-12-31"}, {text("IV kwartaal 2021"), "2021-10-01..2021-12-31"},
		{text("2021"), "2021-01-01..2021-12-31"}, {num(2021), "2021-01-01..2021-12-31"},
		{text("31/4/2021"), "!bestaat niet → 30/4/2021"}, {text("1/1/20121"), "!jaar → 1/1/2021"}, {text("maart 20121"), "!jaar → maart 2021"},
		{text("maart"), "!geen periode → maart 2021"}, {text("mrt-21"), "!geen periode → maart 2021"}, {text("mei/98"), "!geen periode → mei 1998"}, {text("21-mrt"), "!geen periode"}, {text("16/09/2021; 17/09/2021"), "!geen periode"}, {text("nu; straks"), "!geen periode"}, {text("voorjaar 2021"), "!geen periode"}, {text("begin 2021"), "!geen periode"},
		{text("maart – mei 2021"), "!geen periode"}, {text("januari - december 2021"), "!geen periode → 2021"}, {text("14-apr-2021"), "2021-04-14..2021-04-14"}, {text("april-juni 2021"), "!geen periode → 2e kwartaal 2021"},
		{text("2021-2022"), "!geen periode"}, {text("5e kwartaal 2021"), "!geen periode"}, {text("nog te bepalen"), "!geen periode"},
		{num(12345678), "!jaar"}, {grid.Cell{Kind: grid.Error, Text: "#REF!"}, "!foutwaarde"},
		{formatted(44286, grid.Month), "2021-03-01..2021-03-31"}, {formatted(44286, grid.Year), "2021-01-01..2021-12-31"},
	} {
		v, p := Period(c.cell, ctx2021)
		got := v.From.Format(time.DateOnly) + ".." + v.To.Format(time.DateOnly)
		if v.Continuous {
			got = "continu"
		}
		if got = outcome(got, p); got != c.want {
			t.Errorf("Period(%+v) = %s, want %s", c.cell, got, c.want)
		}
	}
}

func TestPeriodKeepsWhatWasWritten(t *testing.T) {
	for _, c := range []struct {
		cell grid.Cell
		want string
	}{{text(" 2e  kwartaal 2021"), "2e kwartaal 2021"}, {num(44300), "14/04/2021"}, {num(2021), "2021"}, {text("Continu"), "Continu"},
		// A date that is shown as a month or a year is that.
		{formatted(44256, grid.Month), "maart 2021"}, {formatted(44286, grid.Month), "maart 2021"}, {formatted(44256, grid.Year), "2021"}, {formatted(44256, grid.Date), "01/03/2021"},
		{grid.Cell{Kind: grid.ISODate, Text: "2021-03-01T00:00:00", Format: grid.Month}, "maart 2021"}, {text("2021-02-28T23:00:00Z"), "01/03/2021"}} {
		if v, p := Period(c.cell, ctx2021); p != nil || v.Text != c.want {
			t.Errorf("%+v: %q, want %q (%v)", c.cell, v.Text, c.want, p)
		}
	}
}

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		cell grid.Cell
		want string
	}{
		{num(24.87), "24.87"}, {num(-3), "-3"}, {formatted(0.85, grid.Percent), "0.85"},
		{text("1451"), "1451"}, {text("1 451"), "1451"}, {text("1\u00a0451"), "1451"}, {text("1\u202f451"), "1451"}, {text("1\u2009451"), "1451"},
		{text("1.451"), "1451"}, {text("11.362.256"), "11362256"}, {text("1.451,5"), "1451.5"}, {text("1 451,5"), "1451.5"}, {text("1,451.5"), "1451.5"},
		{text("24,87"), "24.87"}, {text("24.87"), "24.87"}, {text("1,451"), "1.451"}, {text("0.451"), "0.451"}, {text("1234.567"), "1234.567"},
		{text("0,5"), "0.5"}, {text(",5"), "0.5"}, {text(".5"), "0.5"}, {text("007"), "7"}, {text("-3,5"), "-3.5"}, {text("−3,5"), "-3.5"}, {text("+4"), "4"},
		{text("€ 1.200"), "1200"}, {text("1.200,50 €"), "1200.5"}, {text("-€ 5"), "-5"}, {text("€ -5"), "-5"}, {text(" 12 "), "12"},
		{text("12 uur"), "!geen getal → 12"}, {text("ca. 15"), "!geen getal → 15"}, {text("85 %"), "!geen getal → 0,85"}, {text("62,5%"), "!geen getal → 0,625"}, {text("ca. 85 %"), "!geen getal → 0,85"}, {text("1.200,-"), "!geen getal → 1200"},
		{text("11,362,256"), "!geen getal → 11362256"}, {text("1.45.1"), "!geen getal"}, {text("1 45"), "!geen getal"}, {text("1.451.5"), "!geen getal"},
		{text("12,"), "!geen getal → 12"}, {text("2 à 3"), "!geen getal"}, {text("tien"), "!geen getal → 10"}, {text("twee mensen"), "!geen getal"}, {text("1e3"), "!geen getal"}, {text("-"), "!geen getal"},
		{text("1'451"), "!geen getal → 1451"}, {text("12.5.2021"), "!datum voor getal"}, {text("1O"), "!geen getal → 10"}, {text("1 O"), "!geen getal → 10"}, {text("l2"), "!geen getal → 12"}, {text("10 l"), "!geen getal"}, {text("12 Jan"), "!geen getal"}, {text("2½"), "!geen getal → 2,5"}, {text("4/5"), "!geen getal → 0,8"}, {text("NaN"), "!geen getal"}, {text("0x10"), "!geen getal"},
		{num(1e300), "!geen getal"}, {text("10/12/2021"), "!datum voor getal"}, {text("10-dec"), "!datum voor getal"}, {text("10/12"), "!geen getal"},
		{formatted(44300, grid.Date), "!datum voor getal"}, {formatted(44300, grid.Month), "!datum voor getal"}, {formatted(12.5, grid.Date), "!datum voor getal → 12,5"},
		{formatted(41129.9576388889, grid.Date), "!datum voor getal"}, {formatted(0.104166667, grid.Time), "!datum voor getal"},
		{grid.Cell{Kind: grid.Bool, Number: 1}, "!geen getal"},
		{text("#N/B"), "!foutwaarde"}, {text("#VERW!"), "!foutwaarde"}, {text("#DIV/0!"), "!foutwaarde"}, {text("#WAARDE!"), "!foutwaarde"},
		{grid.Cell{Kind: grid.Error, Text: "#NAME?"}, "!foutwaarde"}, {grid.Cell{Kind: grid.Unstored, Formula: true}, "!niet bewaard"},
	} {
		v, p := Number(c.cell, ctx2021)
		if got := outcome(fmt.Sprint(v), p); got != c.want && !(p == nil && fmt.Sprintf("%.0f", v) == c.want) {
			t.Errorf("Number(%+v) = %s, want %s", c.cell, got, c.want)
		}
	}
}

func TestMoney(t *testing.T) {
	worked := num(202.685)
	worked.Formula = true
	for _, c := range []struct {
		cell grid.Cell
		want string
	}{
		{num(202.685), "!drie decimalen → 202.685"}, {num(12.345), "!drie decimalen → 12.345"}, {num(-12.345), "!drie decimalen → −12.345"},
		{text("12,500"), "!drie decimalen → 12.500"}, {text("€ 1,250"), "!drie decimalen → 1.250"},
		{num(202.68), "202.68"}, {num(202.6854), "202.6854"}, {num(2026.855), "2026.855"}, {num(0.125), "0.125"}, {num(202685), "202685"}, {worked, "202.685"},
		{num(33.333333333), "33.333333333"}, {text("12,50"), "12.5"}, {text("12.500"), "12500"}, {text("0,500"), "0.5"}, {text("1.234,500"), "1234.5"}, {text("12,5000"), "12.5"},
		{text("12 uur"), "!geen getal"},
		{text("(1.451,50)"), "!geen getal → -1451,5"}, {text("1.451,50-"), "!geen getal → -1451,5"}, {text("€ (1.451,50)"), "!geen getal → -1451,5"}, {text("( € 1.451,50 )"), "!geen getal → -1451,5"},
		{text("1.451,50 − €"), "!geen getal → -1451,5"}, {text("–1.451,50"), "!geen getal → -1451,5"}, {text("-(1.451,50)"), "!geen getal"}, {text("-12-"), "!geen getal"}, {text("1.200,--"), "!geen getal → 1200"},
		{text("12,5k"), "!geen getal → 12500"}, {text("€ 12,5 K"), "!geen getal → 12500"}, {text("1,2 mln"), "!geen getal → 1200000"}, {text("1,1 miljoen euro"), "!geen getal → 1100000"}, {text("12 duizend"), "!geen getal → 12000"},
		{text("€ -"), "!geen getal → 0"}, {text("- €"), "!geen getal → 0"}, {text("€-"), "!geen getal → 0"}, {text("-"), "!geen getal"}, {text("500 CR"), "!geen getal"}, {text("500 D"), "!geen getal"}, {text("50 %"), "!geen getal"},
		{text("$ 500"), "!geen getal"}, {text("500 EUR"), "!geen getal → 500"}, {text("10.000 + 500"), "!geen getal"}, {text("tussen 500 en 600"), "!geen getal"}, {text("500 (raming)"), "!geen getal"},
	} {
		v, p := Money(c.cell, ctx2021)
		if got := outcome(fmt.Sprint(v), p); got != c.want {
			t.Errorf("Money(%+v) = %s, want %s", c.cell, got, c.want)
		}
		if p != nil && p.Doubtful() && v == 0 {
			t.Errorf("Money(%+v) gives no value", c.cell)
		}
	}
}

func TestWholeAndYear(t *testing.T) {
	for _, c := range []struct {
		cell        grid.Cell
		whole, year string
	}{
		{num(2021), "2021", "2021"}, {text("2021"), "2021", "2021"}, {num(12.5), "!niet geheel", "!geen jaar"}, {text("12,0"), "12", "!geen jaar"},
		{num(21), "21", "!jaar → 2021"}, {num(20121), "20121", "!jaar → 2021"}, {text("2.021"), "2021", "!geen jaar → 2021"}, {num(0), "0", "!geen jaar"}, {text("2O21"), "!geen getal → 2021", "!geen jaar → 2021"}, {text("14/4/2021"), "!datum voor getal", "!geen jaar"}, {text("(12)"), "!geen getal", "!geen jaar"}, {text("12-"), "!geen getal", "!geen jaar"},
		{text("2021-2022"), "!geen getal", "!geen jaar"}, {text("1/1/2021"), "!datum voor getal", "!geen jaar → 2021"},
		{formatted(44197, grid.Date), "!datum voor getal", "!geen jaar → 2021"}, {text("50 %"), "!geen getal", "!geen jaar"}, {text("#N/A"), "!foutwaarde", "!foutwaarde"},
	} {
		v, p := Whole(c.cell, ctx2021)
		if got := outcome(fmt.Sprint(v), p); got != c.whole {
			t.Errorf("Whole(%+v) = %s, want %s", c.cell, got, c.whole)
		}
		y, p := Year(c.cell, ctx2021)
		if got := outcome(fmt.Sprint(y), p); got != c.year {
			t.Errorf("Year(%+v) = %s, want %s", c.cell, got, c.year)
		}
	}
}

func TestYesNo(t *testing.T) {
	for _, c := range []struct {
		cell grid.Cell
		want string
	}{
		{text("ja"), "true"}, {text("Ja "), "true"}, {text("J"), "true"}, {text("x"), "true"}, {text("WAAR"), "true"}, {text("true"), "true"}, {text("1"), "true"},
		{num(1), "true"}, {grid.Cell{Kind: grid.Bool, Number: 1}, "true"},
		{text("nee"), "false"}, {text("Neen"), "false"}, {text("n"), "false"}, {text("ONWAAR"), "false"}, {text("false"), "false"}, {text("0"), "false"},
		{num(0), "false"}, {grid.Cell{Kind: grid.Bool}, "false"}, {grid.Cell{}, "false"},
		{text("misschien"), "!geen ja/nee"}, {text("neej"), "!geen ja/nee → nee"}, {text("yes"), "!geen ja/nee → ja"}, {num(2), "!geen ja/nee"}, {text("?"), "!geen ja/nee"},
		{text("ja?"), "!geen ja/nee"}, {text("nee (?)"), "!geen ja/nee"},
		{text("#N/B"), "!foutwaarde"},
	} {
		v, p := YesNo(c.cell, ctx2021)
		if got := outcome(fmt.Sprint(v), p); got != c.want {
			t.Errorf("YesNo(%+v) = %s, want %s", c.cell, got, c.want)
		}
	}
}

func TestChoices(t *testing.T) {
	ch := NewChoices([]string{"Individuele contacten", "Groepssamenkomsten", "Werkgroepen", "Vorming en info"},
		map[string]string{"werkgroep": "Werkgroepen"}, false)
	for in, want := range map[string]string{
		"Werkgroepen": "Werkgroepen", "  WERKGROEPEN ": "Werkgroepen", "wérkgroepen": "Werkgroepen", "werkgroep": "Werkgroepen",
		"vorming  en\u00a0info": "Vorming en info", "Vorming-en-info": "Vorming en info", "Vorming & info": "Vorming en info", "vorming + info": "Vorming en info",
		"Werkgroepn": "!niet toegelaten → Werkgroepen", "Groepsamenkomsten": "!niet toegelaten → Groepssamenkomsten",
		"individuele": "!niet toegelaten → Individuele contacten", "Excursies": "!niet toegelaten", "Werkgroepen?": "!niet toegelaten → Werkgroepen", "-": "!niet toegelaten", "#N/B": "!foutwaarde",
	} {
		v, p := ch.Read(text(in), ctx2021)
		if got := outcome(v, p); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
		if p != nil && p.Reason == NotAllowed && !strings.Contains(p.Expected, "Werkgroepen of Vorming en info") {
			t.Errorf("%q: expected %q", in, p.Expected)
		}
	}
}

func TestOpenChoices(t *testing.T) {
	ch := NewChoices([]string{"online", "print"}, nil, true)
	for in, want := range map[string]string{"ONLINE": "online", " affiche  groot ": "affiche groot", "…": "!niet toegelaten"} {
		v, p := ch.Read(text(in), ctx2021)
		if got := outcome(v, p); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

func TestChoiceList(t *testing.T) {
	ch := NewChoices([]string{"Wonen", "Onderwijs"}, nil, false)
	v, p := ch.ReadList(text("wonen; ONDERWIJS\n"), ctx2021)
	if p != nil || strings.Join(v, "|") != "Wonen|Onderwijs" {
		t.Errorf("%v %v", v, p)
	}
	v, p = ch.ReadList(text("Wonen;Onderwjs"), ctx2021)
	if got := outcome(strings.Join(v, "|"), p); got != "!niet toegelaten → Wonen; Onderwijs" || p.Found != "Onderwjs" {
		t.Errorf("%v %+v", got, p)
	}
}

func TestList(t *testing.T) {
	v, p := List(text("Pelt; Hamont-Achel\r\n ;Genk, Hasselt;\n"), ctx2021)
	if p != nil || strings.Join(v, "|") != "Pelt|Hamont-Achel|Genk, Hasselt" {
		t.Errorf("%q %v", v, p)
	}
	v, p = List(text("•\tPelt\n·   Hamont-Achel; Peer\n\uf0b7 Genk\vo   Lommel"), ctx2021)
	if p != nil || strings.Join(v, "|") != "Pelt|Hamont-Achel|Peer|Genk|Lommel" {
		t.Errorf("with bullets: %q %v", v, p)
	}
}

func TestTextAndName(t *testing.T) {
	for _, c := range []struct {
		cell       grid.Cell
		text, name string
	}{
		{text("  een\r\n• twee\r▬ drie \n"), "een\n• twee\n▬ drie", "een • twee ▬ drie"},
		{text("a  b\u00a0c\u200b"), "a  b\u00a0c", "a b c"},
		{text("Ça va, Şükrü 🎈"), "Ça va, Şükrü 🎈", "Ça va, Şükrü 🎈"},
		{text("tab\tje"), "tab\tje", "tab je"},
		{num(12), "12", "12"}, {num(0.1 + 0.2), "0,3", "0.3"}, {grid.Cell{Kind: grid.Bool, Number: 1}, "WAAR", "WAAR"},
		{text("bel\u0007"), "!stuurteken → bel", "!stuurteken → bel"}, {text("a\u0001b"), "!stuurteken → a b", "!stuurteken → ab"}, {text("a\x1eb"), "!stuurteken → a-b", "!stuurteken → a-b"},
		{text("Regel\vTweede\u2028Derde"), "Regel\nTweede\nDerde", "Regel Tweede Derde"},
		{formatted(44198, grid.Date), "02/01/2021", "!datum voor code"},
		{text("#VERW!"), "!foutwaarde", "!foutwaarde"},
	} {
		v, p := Text(c.cell, ctx2021)
		if got := outcome(v, p); got != c.text {
			t.Errorf("Text(%+v) = %q, want %q", c.cell, got, c.text)
		}
		v, p = Name(c.cell, ctx2021)
		if got := outcome(v, p); got != c.name {
			t.Errorf("Name(%+v) = %q, want %q", c.cell, got, c.name)
		}
	}
	if v, p := Name(formatted(44198, grid.Date), ctx2021); v != "02/01/2021" || p == nil {
		t.Errorf("a code that became a date is still given: %q %v", v, p)
	}
}

func TestErrorValuesAreExplained(t *testing.T) {
	_, p := Number(grid.Cell{Kind: grid.Error, Text: "#REF!"}, ctx2021)
	if p.Found != "#REF!" || !strings.Contains(p.Detail, "#VERW!") {
		t.Errorf("%+v", p)
	}
}

func TestNearest(t *testing.T) {
	names := []string{"Activiteiten", "Deelnames", "VTE"}
	for in, want := range map[string]string{"Activitieten": "Activiteiten", "deelname": "Deelnames", "Blad1": "", "VTA": "VTE", "": "", "XYZ": ""} {
		if got := Nearest(in, names); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
