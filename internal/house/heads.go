package house

import (
	"strconv"
	"strings"

	"voortgang/config"
	"voortgang/internal/document"
	"voortgang/internal/fonts"
)

// weights are the words for weights in a style.
var weights = map[string]fonts.Weight{"licht": fonts.Light, "gewoon": fonts.Regular, "halfvet": fonts.Semibold, "vet": fonts.Bold}

// heads reads how the headings are set; a wrong one is a finding and takes the
// default style's.
func (s *Style) heads(v config.Style) {
	usual, _ := shipped(defaultName)
	fallback := [...]string{usual.Head1, usual.Head2, usual.Head3, usual.Head4}
	for i, text := range [...]string{v.Head1, v.Head2, v.Head3, v.Head4} {
		t, ok := headType(text)
		if !ok {
			s.add(s.cfg.WrongValue("huisstijl.kop"+strconv.Itoa(i+1), text,
				"grootte/regelafstand in punten en een gewicht, zoals ‘26/30 licht’: de grootte van 8 tot 40, de regelafstand minstens even groot"))
			t, _ = headType(fallback[i])
		}
		s.Document.Heads[i] = t
	}
}

// headType reads "26/30 licht"; a decimal comma is as good as a point.
func headType(text string) (document.Type, bool) {
	sizes, weight, ok := strings.Cut(strings.TrimSpace(strings.ReplaceAll(text, ",", ".")), " ")
	size, leading, ok2 := strings.Cut(sizes, "/")
	a, err := strconv.ParseFloat(size, 64)
	b, err2 := strconv.ParseFloat(leading, 64)
	w, known := weights[strings.TrimSpace(weight)]
	// Written so that NaN is refused too.
	fits := a >= 8 && a <= 40 && b >= a && b <= 2*a
	return document.Type{Size: a, Leading: b, Weight: w}, ok && ok2 && err == nil && err2 == nil && known && fits
}
