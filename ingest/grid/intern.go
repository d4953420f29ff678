package grid

// Interner keeps one copy of each short text that comes back. What it gives
// doesn't hold on to the bytes that it was read from.
type Interner map[string]string

const (
	internLength = 64
	internCount  = 1 << 16
)

// Of gives a text.
func (in Interner) Of(text []byte) string {
	if len(text) > internLength {
		return string(text)
	}
	if s, ok := in[string(text)]; ok {
		return s
	}
	s := string(text)
	if len(in) < internCount {
		in[s] = s
	}
	return s
}
