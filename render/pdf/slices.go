package pdf

import "voortgang/internal/prose"

// setCell is a text broken into lines, to stand beside others: a cell of a
// table, a label with what it names.
type setCell struct {
	passage  *passage
	lines    []line
	node     *node
	x, width float64
	align    prose.Align
}

// beside breaks a passage into lines of a width, to stand at x.
func (c *composer) beside(p *passage, n *node, x, width float64) setCell {
	return setCell{p, c.set.breakLines(p, width), n, x, width, prose.Left}
}

// sliced cuts set cells into strips of one line. A short row keeps its strips
// together; of a long one, two lines at least stand on either side of a break.
func sliced(what string, cells []setCell, leading, above, below float64, bottom bool) []strip {
	n := 1
	for _, cell := range cells {
		n = max(n, len(cell.lines))
	}
	strips := make([]strip, n)
	for k := range strips {
		t := &strips[k]
		t.what, t.height = what, leading
		y := 0.0
		if k == 0 {
			y, t.height = above, t.height+above
		}
		if k == n-1 {
			t.height += below
		}
		t.keep = k < n-1 && (n <= wholeRow || k == 0 || k == n-2)
		for _, cell := range cells {
			at := k
			if bottom {
				at = k - (n - len(cell.lines))
			}
			if k == 0 && (at < 0 || len(cell.lines) == 0) {
				t.marks = append(t.marks, mark{kind: presentMark, node: cell.node})
			}
			if at < 0 || at >= len(cell.lines) {
				continue
			}
			x := cell.x
			switch l := cell.lines[at]; cell.align {
			case prose.Right:
				x += cell.width - l.width
			case prose.Centre:
				x += (cell.width - l.width) / 2
			}
			t.marks = cell.passage.lineMarks(cell.lines[at], x, y, t.marks)
		}
	}
	return strips
}
