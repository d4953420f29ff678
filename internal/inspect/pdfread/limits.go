package pdfread

import (
	"context"
	"errors"
)

// What a file may ask for. A report of a thousand pages stays a factor of ten
// below each.
const (
	// MaxSize is the most bytes that a file may have.
	MaxSize     = 256 << 20
	maxStream   = 128 << 20 // unpacked, of one stream
	maxUnpacked = 768 << 20 // of all streams
	maxRead     = 1 << 30   // bytes read as objects, again and again
	maxText     = 384 << 20 // bytes of strings
	maxObjects  = 30_000_000
	maxNumber   = 8_388_607 // highest object number (ISO 32000-1, annex C)
	maxNesting  = 200
	maxChain    = 32
)

// ErrTooMuch says that the file asks for more memory or time than a sound
// report does.
var ErrTooMuch = errors.New("the file asks for too much")

// limits counts what has been spent. Once exceeded they stay so.
type limits struct {
	ctx      context.Context
	bytes    int64
	text     int64
	objects  int
	unpacked int64
	err      error
}

// one counts an object and looks at the clock from time to time.
func (l *limits) one() error {
	if l.err != nil {
		return l.err
	}
	if l.objects++; l.objects > maxObjects {
		l.err = ErrTooMuch
	}
	if l.objects%4096 == 0 {
		l.time()
	}
	return l.err
}

func (l *limits) string(n int) {
	if l.text += int64(n); l.text > maxText && l.err == nil {
		l.err = ErrTooMuch
	}
}

func (l *limits) time() {
	if err := l.ctx.Err(); err != nil && l.err == nil {
		l.err = err
		if errors.Is(err, context.DeadlineExceeded) {
			l.err = ErrTooMuch
		}
	}
}

func (l *limits) read(n int) {
	if l.bytes += int64(n); l.bytes > maxRead && l.err == nil {
		l.err = ErrTooMuch
	}
}

func (l *limits) unpack(n int) error {
	if l.unpacked += int64(n); l.unpacked > maxUnpacked && l.err == nil {
		l.err = ErrTooMuch
	}
	l.time()
	return l.err
}
