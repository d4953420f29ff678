package markup

import "strings"

// Comments finds the comments of a Markdown text, as pairs of bytes, and where
// one begins that isn't closed: nothing ends it, or another one begins first.
// What follows such a beginning is text.
func Comments(text string) (closed [][2]int, open []int) {
	const begin, end = "<!--", "-->"
	for from := 0; ; {
		at := strings.Index(text[from:], begin)
		if at < 0 {
			return closed, open
		}
		at += from
		rest := text[at+len(begin):]
		stop, again := strings.Index(rest, end), strings.Index(rest, begin)
		if stop < 0 || again >= 0 && again < stop {
			open = append(open, at)
			from = at + len(begin)
			continue
		}
		from = at + len(begin) + stop + len(end)
		closed = append(closed, [2]int{at, from})
	}
}

// WithoutComments gives a text with spaces in the place of its comments, and of
// the sign that begins one that isn't closed; line ends stay.
func WithoutComments(text string) string {
	closed, open := Comments(text)
	if len(closed)+len(open) == 0 {
		return text
	}
	out := []byte(text)
	blank := func(from, to int) {
		for i := from; i < to; i++ {
			if out[i] != '\n' {
				out[i] = ' '
			}
		}
	}
	for _, c := range closed {
		blank(c[0], c[1])
	}
	for _, at := range open {
		blank(at, at+len("<!--"))
	}
	return string(out)
}
