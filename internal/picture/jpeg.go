package picture

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// JPEG is what a JPEG file says of its picture.
type JPEG struct {
	// Width and Height are in pixels as stored.
	Width, Height int
	// Colours is the number of colours, 1, 3 or 4.
	Colours     int
	Progressive bool
	// Orientation is how the camera was held, as Exif tells it: 1 upright to 8.
	Orientation int
	// Data is a JPEG file with the picture and nothing else: no metadata, no
	// thumbnail, and nothing behind its end.
	Data []byte
}

// Markers of a JPEG.
const (
	startMark   = 0xD8
	endMark     = 0xD9
	scanMark    = 0xDA
	jfifMark    = 0xE0
	exifMark    = 0xE1
	adobeMark   = 0xEE
	quantMark   = 0xDB
	huffmanMark = 0xC4
	restartMark = 0xDD
)

var errJPEG = errors.New("JPEG picture is damaged or cut off")

// ReadJPEG takes a JPEG apart, without decoding it.
func ReadJPEG(data []byte) (*JPEG, error) {
	j := &JPEG{Orientation: 1, Data: append(make([]byte, 0, len(data)), 0xFF, startMark)}
	for at := 2; ; {
		for at+1 < len(data) && data[at] == 0xFF && data[at+1] == 0xFF {
			at++ // fill bytes
		}
		if at+2 > len(data) || data[at] != 0xFF {
			return nil, errJPEG
		}
		marker := data[at+1]
		if marker == endMark {
			if j.Width == 0 {
				return nil, errors.New("JPEG picture doesn't tell its size")
			}
			j.Data = append(j.Data, 0xFF, endMark)
			return j, nil
		}
		if at+4 > len(data) {
			return nil, errJPEG
		}
		length := int(binary.BigEndian.Uint16(data[at+2:]))
		if length < 2 || at+2+length > len(data) {
			return nil, errJPEG
		}
		body := data[at+4 : at+2+length]
		at += 2 + length
		if err := j.segment(marker, body); err != nil {
			return nil, err
		}
		if marker == scanMark {
			pixels := scan(data[at:])
			j.Data = append(j.Data, data[at:at+pixels]...)
			at += pixels
		}
	}
}

// scan gives the length of the pixels of one scan: up to a marker that isn't
// one of theirs.
func scan(data []byte) int {
	for at := 0; at+1 < len(data); at++ {
		if next := data[at+1]; data[at] == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7) {
			return at
		}
	}
	return len(data)
}

// segment takes over what the picture needs, and no more than that of it.
func (j *JPEG) segment(marker byte, body []byte) error {
	switch {
	case marker == quantMark, marker == huffmanMark, marker == restartMark, marker == scanMark:
		j.add(marker, body)
	case marker >= 0xC0 && marker <= 0xCF && marker != 0xC8 && marker != 0xCC:
		return j.frame(marker, body)
	case marker == jfifMark && len(body) >= 5 && string(body[:5]) == "JFIF\x00":
		// Says how the colours are stored; its size and thumbnail go.
		j.add(marker, []byte("JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"))
	case marker == adobeMark && len(body) >= 12 && string(body[:5]) == "Adobe":
		j.add(marker, append([]byte("Adobe\x00\x64\x00\x00\x00\x00"), body[11]))
	case marker == exifMark && len(body) > 6 && string(body[:6]) == "Exif\x00\x00":
		j.Orientation = orientation(body[6:], j.Orientation)
	}
	return nil
}

func (j *JPEG) add(marker byte, body []byte) {
	j.Data = append(j.Data, 0xFF, marker)
	j.Data = binary.BigEndian.AppendUint16(j.Data, uint16(len(body)+2))
	j.Data = append(j.Data, body...)
}

// frame reads size and colours.
func (j *JPEG) frame(marker byte, body []byte) error {
	if marker > 0xC2 {
		return errors.New("JPEG picture is of a kind that PDF doesn't know (lossless or arithmetic coding)")
	}
	if len(body) < 6 || body[0] != 8 || len(body) < 6+3*int(body[5]) {
		return errors.New("JPEG picture hasn't 8 bits a colour")
	}
	j.Height, j.Width = int(binary.BigEndian.Uint16(body[1:])), int(binary.BigEndian.Uint16(body[3:]))
	j.Colours, j.Progressive = int(body[5]), marker == 0xC2
	if j.Width < 1 || j.Height < 1 || j.Width*j.Height > MaxJPEG {
		return fmt.Errorf("picture of %d by %d pixels", j.Width, j.Height)
	}
	j.add(marker, body[:6+3*j.Colours])
	return nil
}

// orientation finds in Exif data how a camera was held.
func orientation(tiff []byte, otherwise int) int {
	if len(tiff) < 8 {
		return otherwise
	}
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	at := int(order.Uint32(tiff[4:]))
	if at < 8 || at+2 > len(tiff) {
		return otherwise
	}
	for i := range int(order.Uint16(tiff[at:])) {
		entry := at + 2 + 12*i
		if entry+12 > len(tiff) {
			break
		}
		if order.Uint16(tiff[entry:]) == 0x0112 {
			if o := int(order.Uint16(tiff[entry+8:])); o >= 1 && o <= 8 {
				return o
			}
		}
	}
	return otherwise
}
