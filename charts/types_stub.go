package charts

import "time"

// Slice is a part of a donut.
type Slice struct {
	Name  string
	Value float64
}

// Donut shows parts of a whole, each with name, share and value beside it.
type Donut struct {
	Base
	Slices []Slice
	// Colors, when set, override those of the palette, by slice.
	Colors []Color
}

// Radar shows scores on several functions.
type Radar struct {
	Base
	Axes   []string
	Series []Series
	// Min and Max of the scale; both 0 is 1 to 5, with Min at the first ring.
	Min, Max float64
}

// Row is a bar of a Timeline. A zero Start or End is open.
type Row struct {
	Name, Group, Phase string
	Start, End         time.Time
}

// Timeline shows terms, grouped, on a grid of years.
type Timeline struct {
	Base
	// Rows in the order they are shown; rows of one group stand together, the
	// groups in order of first appearance.
	Rows []Row
	// Phases in order; a phase's place decides how its bars are filled.
	Phases []string
	// Year is highlighted; 0 is none.
	Year int
	// From and To are the first and last year shown; 0 is chosen from the data.
	From, To int
	// Colors of the groups, by order of Groups (or of appearance).
	Groups []string
	Colors []Color
}

// Pages slices the timeline so that no slice is higher than maxHeight points.
func (t Timeline) Pages(maxHeight float64) []Timeline { return []Timeline{t} }

// Heat is a matrix of counts or marks: Values[row][column].
type Heat struct {
	Base
	Rows, Columns []string
	Values        [][]float64
	// RowTitle and ColumnTitle say what rows and columns are: "Kanaal".
	RowTitle, ColumnTitle string
	// Marks draws a dot in each cell that isn't zero instead of its number.
	Marks bool
	// Totals adds a column and a row with sums.
	Totals bool
}

// Spark is a tiny line without axes, to stand beside a figure.
type Spark struct {
	Base
	Labels []string
	Values []float64
}

// Multiples shows every series in a panel of its own, categories as rows, all
// on one scale: category × kind without a legend.
type Multiples struct {
	Base
	Categories []string
	Series     []Series
	Colors     []Color // by category; none is one colour for all
}

func (Bars) Alt() string                   { return "" }
func (Donut) Size() (float64, float64)     { return FullWidth, 200 }
func (Donut) Alt() string                  { return "" }
func (Donut) Draw(*Canvas)                 {}
func (Radar) Size() (float64, float64)     { return FullWidth, 200 }
func (Radar) Alt() string                  { return "" }
func (Radar) Draw(*Canvas)                 {}
func (Timeline) Size() (float64, float64)  { return FullWidth, 600 }
func (Timeline) Alt() string               { return "" }
func (Timeline) Draw(*Canvas)              {}
func (Heat) Size() (float64, float64)      { return FullWidth, 200 }
func (Heat) Alt() string                   { return "" }
func (Heat) Draw(*Canvas)                  {}
func (Spark) Size() (float64, float64)     { return 60, 14 }
func (Spark) Alt() string                  { return "" }
func (Spark) Draw(*Canvas)                 {}
func (Multiples) Size() (float64, float64) { return FullWidth, 200 }
func (Multiples) Alt() string              { return "" }
func (Multiples) Draw(*Canvas)             {}
