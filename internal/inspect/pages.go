package inspect

import (
	"fmt"
	"math"
	"sort"
	"strings"

	"voortgang/internal/inspect/pdfread"
)

const (
	mostPages = 100_000
	// deepest bounds trees of pages, names, structure and outline.
	deepest = 400
)

// page is a page with what it inherits.
type page struct {
	number    int // from 1
	object    int // 0 when it isn't an object of its own
	dict      pdfread.Dict
	resources pdfread.Dict
	box       [4]float64
}

func (in *inspector) readPages() {
	in.pageOf = map[int]*page{}
	in.pageTree(in.Root()["Pages"], page{}, map[int]bool{}, 0)
	in.result.Pages = len(in.pages)
	sizes := map[string]int{}
	for _, p := range in.pages {
		sizes[sizeName(p.box[2]-p.box[0], p.box[3]-p.box[1])]++
	}
	for name := range sizes {
		in.result.PageSizes = append(in.result.PageSizes, name)
	}
	sort.Slice(in.result.PageSizes, func(i, j int) bool {
		a, b := in.result.PageSizes[i], in.result.PageSizes[j]
		if sizes[a] != sizes[b] {
			return sizes[a] > sizes[b]
		}
		return a < b
	})
	in.result.Labels = in.labels()
}

func (in *inspector) pageTree(o pdfread.Object, above page, seen map[int]bool, depth int) {
	ref, _ := o.(pdfread.Ref)
	if ref.Number > 0 && seen[ref.Number] || depth > deepest || len(in.pages) >= mostPages {
		return
	}
	seen[ref.Number] = true
	d := in.Dict(o)
	if d == nil {
		return
	}
	if r := in.Dict(d["Resources"]); r != nil {
		above.resources = r
	}
	if box := in.Array(d["MediaBox"]); len(box) == 4 {
		for i := range box {
			above.box[i], _ = in.Number(box[i])
		}
	}
	if kids := in.Array(d["Kids"]); kids != nil || in.Name(d["Type"]) == "Pages" {
		for _, kid := range kids {
			in.pageTree(kid, above, seen, depth+1)
		}
		return
	}
	p := above
	p.number, p.object, p.dict = len(in.pages)+1, ref.Number, d
	in.pages = append(in.pages, &p)
	if ref.Number > 0 {
		in.pageOf[ref.Number] = &p
	}
}

func sizeName(w, h float64) string {
	near := func(a, b float64) bool { return math.Abs(a-b) < 2 }
	for _, known := range []struct {
		name string
		w, h float64
	}{{"A3", 841.89, 1190.55}, {"A4", 595.28, 841.89}, {"A5", 419.53, 595.28}, {"Letter", 612, 792}} {
		switch {
		case near(w, known.w) && near(h, known.h):
			return known.name
		case near(w, known.h) && near(h, known.w):
			return known.name + " liggend"
		}
	}
	const mm = 25.4 / 72
	return fmt.Sprintf("%.0f × %.0f mm", w*mm, h*mm)
}

// pageOfObject finds the page that a reference points at, or nil.
func (in *inspector) pageOfObject(o pdfread.Object) *page {
	ref, ok := o.(pdfread.Ref)
	if !ok {
		return nil
	}
	return in.pageOf[ref.Number]
}

// annotations lists the annotations of a page with their object numbers.
func (in *inspector) annotations(p *page) []annotation {
	var out []annotation
	for _, o := range in.Array(p.dict["Annots"]) {
		if d := in.Dict(o); d != nil {
			ref, _ := o.(pdfread.Ref)
			out = append(out, annotation{d, ref.Number})
		}
	}
	return out
}

type annotation struct {
	pdfread.Dict
	object int
}

// labels tells how the pages are numbered: "i–iii, 1–140", or "" when they
// have no labels.
func (in *inspector) labels() string {
	type run struct {
		first int
		dict  pdfread.Dict
	}
	var runs []run
	in.numberTree(in.Root()["PageLabels"], func(key int, o pdfread.Object) {
		if d := in.Dict(o); d != nil && key >= 0 && key < len(in.pages) {
			runs = append(runs, run{key, d})
		}
	})
	sort.SliceStable(runs, func(i, j int) bool { return runs[i].first < runs[j].first })
	var out []string
	for i, r := range runs {
		if i == 8 {
			out = append(out, "…")
			break
		}
		end := len(in.pages)
		if i+1 < len(runs) {
			end = runs[i+1].first
		}
		first, last := in.label(r.dict, 0), in.label(r.dict, max(0, end-r.first-1))
		switch {
		case first == "":
		case first == last:
			out = append(out, first)
		default:
			out = append(out, first+"–"+last)
		}
	}
	return strings.Join(out, ", ")
}

func (in *inspector) label(d pdfread.Dict, offset int) string {
	start, ok := in.Int(d["St"])
	if !ok {
		start = 1
	}
	n, text := start+offset, ""
	switch in.Name(d["S"]) {
	case "D":
		text = fmt.Sprint(n)
	case "r":
		text = roman(n)
	case "R":
		text = strings.ToUpper(roman(n))
	case "a":
		text = letters(n)
	case "A":
		text = strings.ToUpper(letters(n))
	}
	prefix := in.Text(d["P"])
	if len(prefix) > 40 {
		prefix = ""
	}
	return prefix + text
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return fmt.Sprint(n)
	}
	var b strings.Builder
	for _, r := range []struct {
		value int
		text  string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.text)
		}
	}
	return b.String()
}

func letters(n int) string {
	if n < 1 || n > 26*40 {
		return fmt.Sprint(n)
	}
	return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
}

// numberTree visits a number tree (ISO 32000-1, 7.9.7).
func (in *inspector) numberTree(o pdfread.Object, visit func(int, pdfread.Object)) {
	in.walkTree(o, "Nums", func(key, value pdfread.Object) {
		if n, ok := in.Int(key); ok {
			visit(n, value)
		}
	}, map[int]bool{}, 0)
}

// nameTree visits a name tree (ISO 32000-1, 7.9.6).
func (in *inspector) nameTree(o pdfread.Object, visit func(pdfread.String, pdfread.Object)) {
	in.walkTree(o, "Names", func(key, value pdfread.Object) {
		if s, ok := in.Resolve(key).(pdfread.String); ok {
			visit(s, value)
		}
	}, map[int]bool{}, 0)
}

func (in *inspector) walkTree(o pdfread.Object, leaf pdfread.Name, visit func(key, value pdfread.Object), seen map[int]bool, depth int) {
	if ref, ok := o.(pdfread.Ref); ok {
		if seen[ref.Number] {
			return
		}
		seen[ref.Number] = true
	}
	d := in.Dict(o)
	if d == nil || depth > deepest {
		return
	}
	list := in.Array(d[leaf])
	for i := 0; i+1 < len(list); i += 2 {
		visit(list[i], list[i+1])
	}
	for _, kid := range in.Array(d["Kids"]) {
		in.walkTree(kid, leaf, visit, seen, depth+1)
	}
}
