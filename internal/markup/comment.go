package markup

import "strings"

// Comments finds the comments of a Markdown text, as pairs of bytes, and where
// one begins that isn't closed: nothing ends it, or another one begins first.
// What follows such a beginning is text.
func Comments(text string) (closed [][2]int, open []int) {
	const begin, end = "<!--", "-->"
	// find gives the next place of a sign, the end of the text when there is
	// none. last is what it gave before.
	find := func(sign string, from, last int) int {
		if last >= from {
			return last
		}
		if i := strings.Index(text[from:], sign); i >= 0 {
			return from + i
		}
		return len(text)
	}
	stop := -1
	for at := find(begin, 0, -1); at < len(text); {
		stop = find(end, at+len(begin), stop)
		again := find(begin, at+len(begin), -1)
		if stop == len(text) || again < stop {
			open = append(open, at)
			at = again
			continue
		}
		closed = append(closed, [2]int{at, stop + len(end)})
		if again < stop+len(end) {
			again = find(begin, stop+len(end), -1)
		}
		at = again
	}
	return closed, open
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
