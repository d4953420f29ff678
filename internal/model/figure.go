package model

import (
	"math"
	"slices"

	"voortgang/internal/source"
)

// Unit is what a figure counts. It decides how the figure is written.
type Unit string

// The units of figures.
const (
	UnitFTE     Unit = "VTE"
	UnitPercent Unit = "%"
	UnitEuro    Unit = "euro"
	UnitHours   Unit = "uren"
	UnitYears   Unit = "jaar"
	UnitCount   Unit = "aantal"
)

// NotFilledIn names the part of what says nothing in an optional column.
const NotFilledIn = "niet ingevuld"

// Value is what a figure came to in one year.
type Value struct {
	Year  int
	Value float64
	// Known is false when there was nothing to compute it from.
	Known bool
	// Sources are the cells it came from; Sources.Ranges() lists them.
	Sources source.Cells
	// LeftOut counts the rows that belong to the figure but could not be
	// used, because a field that it needs is broken.
	LeftOut int
	// Withheld says that the value is there but isn't told to readers; Known is
	// then false, and Value and Sources are empty. Below is for a small group:
	// it has fewer people than this.
	Withheld Withheld
	Below    int
	// Published is true when it is what the report of that year said, whatever
	// rows come to.
	Published bool
}

// HasData tells whether there was something to compute the value from, also
// when it is withheld.
func (v Value) HasData() bool { return v.Known || v.Withheld != Shown }

// Withheld says why a value isn't told to readers.
type Withheld uint8

// The reasons for withholding a value.
const (
	// Shown: it isn't withheld.
	Shown Withheld = iota
	// Small: the group is so small that a reader could tell who is meant.
	Small
	// Covered: a reader could work out a small group from it.
	Covered
)

// Figure is one value of an indicator, with all that a reader may ask of it.
type Figure struct {
	// Key is stable: "vte.thema.wonen".
	Key string
	// Indicator is the number of its section in chapter 2: "2.2".
	Indicator string
	// Title names it in Dutch, Of says what it counts in the plural, for
	// sentences ("activiteiten"); Of may be empty.
	Title, Of string
	// Parts names what it is a part of, in the order of the key, for the
	// heads of tables: "Wonen", "Werkgroepen". A main figure has none.
	Parts []string
	Unit  Unit
	// People is true when it counts people, or times that people took part:
	// of a small number a reader could tell who is meant.
	People bool
	// Behind are the keys of figures that can be worked out from this one: it
	// is withheld when one of them is.
	Behind []string
	// Decimals is how many decimals it is written with.
	Decimals int
	// Formula says in Dutch words how it is computed.
	Formula string
	// Now is the value of the report's year.
	Now Value
	// Years are the values of all years for which there are data, oldest
	// first, the report's year included when it is known.
	Years []Value
}

// Previous is the value of the year before the report's.
func (f *Figure) Previous() Value { return f.In(f.Now.Year - 1) }

// In gives the value of a year; Known is false when there is none.
func (f *Figure) In(year int) Value {
	for _, v := range f.Years {
		if v.Year == year {
			return v
		}
	}
	if year == f.Now.Year {
		return f.Now
	}
	return Value{Year: year}
}

// Recall puts a value of an earlier year in the place of the one that was
// there; one that isn't known and isn't withheld takes it away.
func (f *Figure) Recall(v Value) {
	if v.Year >= f.Now.Year {
		return
	}
	v.Value = clean(v.Value)
	at, there := slices.BinarySearchFunc(f.Years, v.Year, func(o Value, year int) int { return o.Year - year })
	if there {
		f.Years = slices.Delete(f.Years, at, at+1)
	}
	if v.HasData() {
		f.Years = slices.Insert(f.Years, at, v)
	}
}

// Sum says that a figure is the sum of others, in every year. Parts may name
// figures that aren't there: those are 0.
type Sum struct {
	Total string
	Parts []string
}

// Figures is the list of all figures, in the order of chapter 2.
type Figures struct {
	Year int
	// Least is the size below which groups of people are withheld; 0 when all
	// is shown.
	Least int
	// Sums are the sums among figures that count people.
	Sums []Sum
	list []*Figure
	keys map[string]*Figure
}

// NewFigures makes an empty list for a year.
func NewFigures(year int) *Figures { return &Figures{Year: year, keys: map[string]*Figure{}} }

// Add puts a figure at the end, its values rid of what adding up fractions
// leaves behind (51.79000000000002). A key that is already there is a fault of
// ours, and panics.
func (f *Figures) Add(fig *Figure) {
	fig.Now.Value = clean(fig.Now.Value)
	for i := range fig.Years {
		fig.Years[i].Value = clean(fig.Years[i].Value)
	}
	if _, twice := f.keys[fig.Key]; twice {
		panic("model: figure " + fig.Key + " is made twice")
	}
	f.keys[fig.Key] = fig
	f.list = append(f.list, fig)
}

// clean rounds to nine decimals, far finer than anything that is counted here.
func clean(v float64) float64 {
	const scale = 1e9
	if r := math.Round(v*scale) / scale; !math.IsInf(r, 0) && !math.IsNaN(r) {
		return r
	}
	return v
}

// All gives the figures in order.
func (f *Figures) All() []*Figure { return f.list }

// Get gives the figure with a key, or nil.
func (f *Figures) Get(key string) *Figure { return f.keys[key] }
