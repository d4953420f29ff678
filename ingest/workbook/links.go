package workbook

import (
	"strings"

	"voortgang/ingest/grid"
	"voortgang/internal/model"
)

// maxLinked is how many linked cells of a sheet are looked up by their address;
// larger areas are looked through one by one, up to maxLinkedAreas.
const (
	maxLinked      = 100_000
	maxLinkedAreas = 100
)

// links are the addresses that cells of a sheet lead to.
type links struct {
	cells map[[2]int]string
	areas []linkedArea
	// shared are those of formulas that several cells share, by their group.
	shared map[string]string
}

type linkedArea struct {
	model.Area
	target string
}

// target gives the address of the link that was just opened; "" for a link
// within the workbook.
func (s *scanner) target(relations map[string]relation) string {
	id, _ := s.relation()
	r := relations[id]
	if !r.external {
		return ""
	}
	if place, _ := s.Attr("location"); place != "" && !strings.Contains(r.target, "#") {
		return r.target + "#" + place
	}
	return r.target
}

// add notes a link on an area.
func (l *links) add(area model.Area, target string) {
	if target == "" {
		return
	}
	count := (area.Right - area.Left + 1) * (area.Bottom - area.Top + 1)
	if len(l.cells)+count > maxLinked {
		if len(l.areas) < maxLinkedAreas {
			l.areas = append(l.areas, linkedArea{area, target})
		}
		return
	}
	if l.cells == nil {
		l.cells = map[[2]int]string{}
	}
	for row := area.Top; row <= area.Bottom; row++ {
		for col := area.Left; col <= area.Right; col++ {
			l.cells[[2]int{col, row}] = target
		}
	}
}

// at gives the address that a cell leads to, or "".
func (l *links) at(col, row int) string {
	if target, ok := l.cells[[2]int{col, row}]; ok {
		return target
	}
	for _, a := range l.areas {
		if a.Holds(col, row) {
			return a.target
		}
	}
	return ""
}

// formula gives the address of a formula HYPERLINK("https://…","word"), when it
// is written out in it. group is set for a formula that several cells share and
// of which one holds the text.
func (l *links) formula(text []byte, group string) string {
	if len(text) == 0 {
		return l.shared[group]
	}
	target := grid.Hyperlink(string(text))
	if group != "" && target != "" {
		if l.shared == nil {
			l.shared = map[string]string{}
		}
		l.shared[group] = target
	}
	return target
}
