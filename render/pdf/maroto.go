package pdf

import (
	tree "github.com/johnfercher/go-tree/node"
	"github.com/johnfercher/maroto/v2/pkg/components/col"
	marotopage "github.com/johnfercher/maroto/v2/pkg/components/page"
	"github.com/johnfercher/maroto/v2/pkg/components/row"
	"github.com/johnfercher/maroto/v2/pkg/core"
	"github.com/johnfercher/maroto/v2/pkg/core/entity"
	"github.com/johnfercher/maroto/v2/pkg/props"
)

// marotoPage builds the maroto page of a page: a row for each strip, and one
// without columns for each space between them.
func (l *layout) marotoPage(index int, p *page) core.Page {
	out := marotopage.New()
	rows := []core.Row{row.New().Add(col.New(gridColumns).Add(&component{marks: placed{strip: &strip{marks: l.furniture(index+1, p)}}}))}
	y := 0.0
	for _, s := range p.strips {
		if gap := s.y - y; gap > 0 {
			rows = append(rows, row.New(gap))
		}
		rows = append(rows, row.New(s.height).Add(col.New(gridColumns).Add(&component{marks: s})))
		y = s.y + s.height
	}
	if stamp := l.stamp(p); stamp != nil {
		// After the strips, which fill bare pages: rows of no height at the
		// bottom, so the places are counted back from there.
		for i := range stamp {
			stamp[i].y -= y
		}
		rows = append(rows, row.New().Add(col.New(gridColumns).Add(&component{marks: placed{strip: &strip{marks: stamp}}})))
	}
	out.Add(rows...)
	out.SetConfig(marotoConfig)
	return out
}

// gridColumns are the columns of the page's grid.
const gridColumns = 12

// marotoConfig tells maroto's components our page, in points. It is only read.
var marotoConfig = &entity.Config{
	Dimensions:           &entity.Dimensions{Width: pageWidth, Height: pageHeight},
	Margins:              &entity.Margins{Left: marginSide, Right: marginSide, Top: marginTop, Bottom: marginBottom},
	DefaultFont:          &props.Font{Size: 9.5},
	MaxGridSize:          gridColumns,
	DisableAutoPageBreak: true,
}

// rootCell is the type area; cells leave out the margins.
func rootCell() entity.Cell {
	return entity.NewRootCell(pageWidth, pageHeight, *marotoConfig.Margins)
}

// component is a strip as a maroto component.
type component struct {
	marks placed
}

var _ core.Component = (*component)(nil)

// Render draws the strip at the cell.
func (c *component) Render(p core.Provider, cell *entity.Cell) {
	if ours, ok := p.(*provider); ok {
		ours.pencil.strip(c.marks, marginSide+cell.X, marginTop+cell.Y)
	}
}

// GetHeight is the height of the strip.
func (c *component) GetHeight(core.Provider, *entity.Cell) float64 { return c.marks.height }

// SetConfig does nothing: a strip is in its place already.
func (c *component) SetConfig(*entity.Config) {}

// GetStructure describes the strip to maroto.
func (c *component) GetStructure() *tree.Node[core.Structure] {
	return tree.New(core.Structure{Type: "strip", Value: c.marks.what})
}
