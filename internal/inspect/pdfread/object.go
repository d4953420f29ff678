// Package pdfread reads the objects of a PDF file (ISO 32000-1, chapter 7)
// that anyone may have made: it expects damage and malice, and keeps within
// bounds of memory and time. It only reads, and it knows nothing of what the
// objects mean.
package pdfread

// Object is one of: nil (null), bool, int, float64, String, Name, Array, Dict,
// Ref, *Stream; and in a page's content also Operator.
type Object any

// String is a string of bytes as the file has it; [Text] decodes one.
type String string

// Name is a name without its slash.
type Name string

// Array is a list of objects.
type Array []Object

// Dict is a dictionary.
type Dict map[Name]Object

// Ref points at an object of the file.
type Ref struct{ Number, Generation int }

// Operator is a keyword of a content stream.
type Operator string

// Stream is a dictionary with data, which [File.Data] unpacks.
type Stream struct {
	Dict Dict
	raw  []byte
	// wrongLength tells that the data isn't as long as its dictionary says.
	wrongLength bool
}

// Resolve follows references until it meets something else. What isn't there
// is nil, as the standard says.
func (f *File) Resolve(o Object) Object {
	for range maxChain {
		ref, ok := o.(Ref)
		if !ok {
			return o
		}
		o = f.object(ref.Number)
	}
	return nil
}

// Dict gives the dictionary that an object is or points at; of a stream it is
// the stream's. It is nil for anything else, and a nil Dict may be read.
func (f *File) Dict(o Object) Dict {
	switch v := f.Resolve(o).(type) {
	case Dict:
		return v
	case *Stream:
		return v.Dict
	}
	return nil
}

// Array gives the array that an object is or points at, or nil.
func (f *File) Array(o Object) Array {
	v, _ := f.Resolve(o).(Array)
	return v
}

// Name gives the name that an object is or points at, or "".
func (f *File) Name(o Object) Name {
	v, _ := f.Resolve(o).(Name)
	return v
}

// Text gives the text that an object is or points at, or "".
func (f *File) Text(o Object) string {
	v, _ := f.Resolve(o).(String)
	return Text(v)
}

// Int gives the whole number that an object is or points at.
func (f *File) Int(o Object) (int, bool) {
	switch v := f.Resolve(o).(type) {
	case int:
		return v, true
	case float64:
		if v == float64(int32(v)) {
			return int(v), true
		}
	}
	return 0, false
}

// Number gives the number that an object is or points at.
func (f *File) Number(o Object) (float64, bool) {
	switch v := f.Resolve(o).(type) {
	case int:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}

// Stream gives the stream that an object points at, or nil.
func (f *File) Stream(o Object) *Stream {
	v, _ := f.Resolve(o).(*Stream)
	return v
}
