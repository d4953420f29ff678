package workbook

import (
	"regexp"
	"time"
)

// modified is the element of a workbook's properties that says when it was
// saved.
var modified = regexp.MustCompile(`<(?:\w+:)?modified[^>]*>([^<]{1,40})<`)

// maxProperties bounds, in bytes, the part that is looked at.
const maxProperties = 1 << 16

// Saved tells when the workbook was saved, by what its properties say; the zero
// time when they don't.
func (b *Book) Saved() time.Time {
	const name = "docprops/core.xml"
	if f := b.files[name]; f == nil || f.UncompressedSize64 > maxProperties {
		return time.Time{}
	}
	part, err := b.unpack(name)
	if err != nil {
		return time.Time{}
	}
	if m := modified.FindSubmatch(part); m != nil {
		if t, err := time.Parse(time.RFC3339, string(m[1])); err == nil {
			return t
		}
	}
	return time.Time{}
}
