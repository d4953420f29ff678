// Package picture judges the picture files of a workdir, before anything is
// made of them: a report holds PNG and JPEG pictures that are whole and not too
// large to decode.
package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image/jpeg"
	"image/png"

	"voortgang/internal/dutch"
)

// Bounds of a picture, in pixels and bytes. A page at 300 dots to the inch is
// nine million pixels. A PNG may have to be decoded, which takes up to eight
// bytes a pixel; a JPEG isn't, and may come straight from a telephone.
const (
	MaxPNG   = 16_000_000
	MaxJPEG  = 120_000_000
	MaxBytes = 50 << 20
)

// Trouble is why a picture can't be used, in Dutch.
type Trouble struct {
	// Why goes after the name of the file: "is een GIF".
	Why string
	// Mend is a sentence that says what to do.
	Mend string
	// Doubt is true for a picture that can be shown, but maybe not all of it.
	Doubt bool
}

// None tells whether nothing is wrong.
func (t Trouble) None() bool { return t.Why == "" }

// TooLarge is the trouble of a file over MaxBytes.
var TooLarge = Trouble{Why: "is groter dan " + dutch.Int(MaxBytes>>20) + " MB", Mend: "Verklein de afbeelding."}

var (
	cutOff  = Trouble{Why: "is beschadigd of breekt halverwege af", Mend: "Haal de afbeelding opnieuw op."}
	convert = "Bewaar de afbeelding als PNG of JPEG."
)

// Check looks into a picture.
func Check(data []byte) Trouble {
	switch {
	case len(data) == 0:
		return Trouble{Why: "is leeg (0 bytes)", Mend: "Haal de afbeelding opnieuw op."}
	case len(data) > MaxBytes:
		return TooLarge
	case bytes.HasPrefix(data, []byte("\x89PNG")):
		return checkPNG(data)
	case bytes.HasPrefix(data, []byte("\xff\xd8")):
		return checkJPEG(data)
	}
	return Trouble{Why: "is " + kind(data) + ", geen PNG of JPEG", Mend: convert}
}

func kind(data []byte) string {
	head := data[:min(len(data), 512)]
	for _, k := range []struct{ head, name string }{
		{"GIF8", "een GIF"}, {"BM", "een BMP"}, {"II*\x00", "een TIFF"}, {"MM\x00*", "een TIFF"}, {"%PDF", "een pdf"}, {"RIFF", "een WebP"},
	} {
		if bytes.HasPrefix(head, []byte(k.head)) {
			return k.name
		}
	}
	switch {
	case bytes.Contains(head, []byte("ftyphei")), bytes.Contains(head, []byte("ftypmif1")):
		return "een HEIC (het formaat van een iPhone)"
	case bytes.Contains(head, []byte("ftypavif")):
		return "een AVIF"
	case bytes.Contains(head, []byte("<svg")):
		return "een SVG"
	case bytes.HasPrefix(bytes.TrimSpace(head), []byte("<")):
		return "een webpagina"
	}
	return "een ander soort bestand"
}

// size refuses pictures without pixels or with too many.
func size(w, h, most int, mend string) Trouble {
	if w < 1 || h < 1 {
		return cutOff
	}
	if w > most/h {
		return Trouble{Why: "telt " + dutch.Int(w) + " bij " + dutch.Int(h) + " beeldpunten, meer dan " + dutch.Int(most/1_000_000) + " miljoen", Mend: mend}
	}
	return Trouble{}
}

func checkPNG(data []byte) Trouble {
	head, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return cutOff
	}
	if t := size(head.Width, head.Height, MaxPNG, "Verklein de afbeelding (voor een volle bladzijde is 2.500 bij 3.500 genoeg), of bewaar een foto als JPEG."); !t.None() {
		return t
	}
	if !wholePNG(data, head.Width*head.Height) {
		return cutOff
	}
	return Trouble{}
}

// wholePNG tells whether a PNG can be decoded.
func wholePNG(data []byte, pixels int) bool {
	if pixels >= Large {
		r, err := ReadPNG(data)
		if err != nil {
			return false
		}
		if !r.Interlaced() {
			return r.Whole()
		}
	}
	_, err := png.Decode(bytes.NewReader(data))
	return err == nil
}

// mostDecoded is up to how many pixels a JPEG is decoded to see whether it is
// whole: a report full of photographs would take seconds longer.
const mostDecoded = 4_000_000

// checkPixels decodes a JPEG that isn't large. Viewers show damaged ones as far
// as they come, and some that this decoder refuses are whole: it is a doubt.
func checkPixels(data []byte) Trouble {
	head, err := jpeg.DecodeConfig(bytes.NewReader(data))
	if err != nil || head.Width*head.Height > mostDecoded {
		return Trouble{}
	}
	var damage jpeg.FormatError
	if _, err := jpeg.Decode(bytes.NewReader(data)); errors.As(err, &damage) {
		return Trouble{Why: "is wellicht deels beschadigd", Mend: "Kijk in het rapport of ze goed getoond wordt, of haal de afbeelding opnieuw op.", Doubt: true}
	}
	return Trouble{}
}

// checkJPEG walks the segments to the end mark.
func checkJPEG(data []byte) Trouble {
	tables, framed := false, false
	for at := 2; ; {
		for at+1 < len(data) && data[at] == 0xff && data[at+1] == 0xff {
			at++ // fill bytes
		}
		if at+2 > len(data) || data[at] != 0xff {
			return cutOff
		}
		marker := data[at+1]
		if marker == 0xd9 {
			return cutOff // ends without pixels
		}
		if at+4 > len(data) {
			return cutOff
		}
		length := int(binary.BigEndian.Uint16(data[at+2:]))
		if length < 2 || at+2+length > len(data) {
			return cutOff
		}
		body := data[at+4 : at+2+length]
		at += 2 + length
		switch {
		case marker == 0xdb:
			tables = true
		case marker == 0xda:
			if !framed || !tables || !scansEnd(data[at:]) {
				return cutOff
			}
			return checkPixels(data)
		case marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc:
			if t := checkFrame(marker, body); !t.None() {
				return t
			}
			framed = true
		}
	}
}

// checkFrame looks at size and colours of a JPEG.
func checkFrame(marker byte, frame []byte) Trouble {
	switch {
	case marker > 0xc2 || len(frame) >= 6 && frame[0] != 8:
		return Trouble{Why: "is een JPEG van een soort die een PDF niet kan tonen", Mend: "Bewaar de afbeelding opnieuw, als gewone JPEG."}
	case len(frame) < 6:
		return cutOff
	case frame[5] == 4:
		return Trouble{Why: "staat in CMYK, de kleuren voor drukwerk", Mend: "Bewaar de afbeelding in RGB."}
	case frame[5] != 1 && frame[5] != 3:
		return cutOff
	}
	return size(int(binary.BigEndian.Uint16(frame[3:])), int(binary.BigEndian.Uint16(frame[1:])), MaxJPEG, "Verklein de afbeelding; voor een volle bladzijde is 2.500 bij 3.500 genoeg.")
}

// scansEnd tells whether the pixels of a JPEG go on to its end mark. A
// progressive one has segments in between; what follows the end mark, as some
// telephones add, doesn't matter.
func scansEnd(data []byte) bool {
	for {
		at := bytes.IndexByte(data, 0xff)
		if at < 0 || at+1 >= len(data) {
			return false
		}
		marker := data[at+1]
		data = data[at+1:]
		switch {
		case marker == 0xff: // a fill byte: look at the next one
			continue
		case marker == 0x00, marker >= 0xd0 && marker <= 0xd7:
			data = data[1:]
		case marker == 0xd9:
			return true
		case marker == 0xc4, marker >= 0xda && marker <= 0xdd, marker >= 0xe0 && marker <= 0xef, marker == 0xfe:
			if len(data) < 3 {
				return false
			}
			length := int(binary.BigEndian.Uint16(data[1:]))
			if length < 2 || 1+length > len(data) {
				return false
			}
			data = data[1+length:]
		default:
			return false
		}
	}
}
