package pdf

import (
	"strconv"

	"voortgang/render/pdfw"
)

// furniture gives what stands around the type area of a page: the running head
// and foot, and the mark of a draft. Places are relative to the type area.
func (l *layout) furniture(number int, p *page) []mark {
	var marks []mark
	if p.bare {
		return nil
	}
	if l.doc.Concept {
		marks = append(marks, l.watermark())
	}
	small := l.st.small.in(l.st.grey)
	room := float64(textWidth)
	right := l.doc.Head
	if right == "" && p.chapter != "" {
		right = p.section // the head has room for the section too
	}
	if right != "" {
		text := l.set.clipped(right, small, textWidth/2)
		w := l.set.measure(text, small)
		room -= w + 20
		marks = append(marks, mark{kind: textMark, x: fullWidth - w, y: -11.5 * mm, style: small, text: text, w: w, art: pdfw.Header})
	}
	if p.chapter != "" {
		text := l.set.clipped(p.chapter, small, room)
		marks = append(marks, mark{kind: textMark, x: textLeft, y: -11.5 * mm, style: small, text: text,
			w: l.set.measure(text, small), art: pdfw.Header})
	}
	foot := float64(bodyHeight + 10*mm)
	marks = append(marks, mark{kind: ruleMark, y: foot - 11, w: fullWidth, size: 0.5, color: l.st.rule, art: pdfw.Footer})
	label := strconv.Itoa(number)
	figure := l.st.small.weighing(semibold)
	w := l.set.measure(label, figure)
	marks = append(marks, mark{kind: textMark, x: fullWidth - w, y: foot, style: figure, text: label, w: w, art: pdfw.Footer})
	x := 0.0
	room = fullWidth - w - 20
	if l.doc.Concept {
		concept := l.st.small.in(l.st.accentInk).weighing(bold)
		cw := l.set.measure("CONCEPT", concept)
		marks = append(marks, mark{kind: textMark, y: foot, style: concept, text: "CONCEPT", w: cw, art: pdfw.Footer})
		x += cw + 8
		room -= x
	}
	if l.doc.Foot != "" {
		text := l.set.clipped(l.doc.Foot, small, room)
		marks = append(marks, mark{kind: textMark, x: x, y: foot, style: small, text: text, w: l.set.measure(text, small), art: pdfw.Footer})
	}
	return marks
}

// stamp marks a bare page of a draft, over whatever colour it has.
func (l *layout) stamp(p *page) []mark {
	if !p.bare || !l.doc.Concept {
		return nil
	}
	const height, pad = 20.0, 8.0
	style := textStyle{size: 11, weight: bold, color: legible(l.st.accent, white)}
	w := l.set.measure("CONCEPT", style)
	x, y := fullWidth-w-2*pad, -13.0*mm
	return []mark{
		{kind: fillMark, x: x, y: y, w: w + 2*pad, h: height, color: white, art: pdfw.Watermark},
		{kind: textMark, x: x + pad, y: y + (height+0.714*style.size)/2, style: style, text: "CONCEPT", w: w, art: pdfw.Watermark},
	}
}

// watermark is the word CONCEPT across the page, pale enough to read over.
func (l *layout) watermark() mark {
	style := textStyle{size: 120, weight: bold, color: tint(l.st.accent, 0.08)}
	m := mark{kind: textMark, style: style, text: "CONCEPT", art: pdfw.Watermark, size: 52}
	m.w = l.set.measure(m.text, style)
	m.x, m.y = 75, bodyHeight-80
	return m
}

// clipped shortens a text to a width, with an ellipsis.
func (s *setter) clipped(text string, style textStyle, width float64) string {
	text = s.printable(text)
	if s.measure(text, style) <= width {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)
	for low < high {
		mid := (low + high + 1) / 2
		if s.measure(string(runes[:mid])+"…", style) <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return string(runes[:low]) + "…"
}
