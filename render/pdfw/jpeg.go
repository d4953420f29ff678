package pdfw

import (
	"encoding/binary"
	"errors"
	"fmt"

	"voortgang/internal/picture"
)

// readJPEG takes a JPEG file over without decoding it. Metadata is left out,
// except the marker that says how the colours are stored (Adobe's).
func readJPEG(data []byte) (*Image, error) {
	img := &Image{jpeg: true, orientation: 1}
	out := append(make([]byte, 0, len(data)), data[:2]...)
	for at := 2; ; {
		for at < len(data) && data[at] == 0xFF && at+1 < len(data) && data[at+1] == 0xFF {
			at++ // fill bytes
		}
		if at+4 > len(data) || data[at] != 0xFF {
			return nil, errors.New("JPEG picture is damaged")
		}
		marker, length := data[at+1], int(binary.BigEndian.Uint16(data[at+2:]))
		if length < 2 || at+2+length > len(data) {
			return nil, errors.New("JPEG picture is cut off")
		}
		segment, body := data[at:at+2+length], data[at+4:at+2+length]
		at += 2 + length
		switch {
		case marker == 0xDA: // start of scan: pixels till the end
			if img.w == 0 {
				return nil, errors.New("JPEG picture doesn't tell its size")
			}
			out = append(out, segment...)
			img.data = append(out, data[at:]...)
			return img, nil
		case marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC:
			if err := img.readFrame(marker, body); err != nil {
				return nil, err
			}
		case marker == 0xE1:
			img.orientation = exifOrientation(body, img.orientation)
			continue
		case marker >= 0xE1 && marker <= 0xEF && marker != 0xEE || marker == 0xFE:
			continue
		}
		out = append(out, segment...)
	}
}

// readFrame reads size and colours.
func (img *Image) readFrame(marker byte, frame []byte) error {
	if marker > 0xC2 {
		return errors.New("JPEG picture is of a kind that PDF doesn't know (lossless or arithmetic coding)")
	}
	if len(frame) < 6 || frame[0] != 8 {
		return errors.New("JPEG picture hasn't 8 bits a colour")
	}
	img.h, img.w = int(binary.BigEndian.Uint16(frame[1:])), int(binary.BigEndian.Uint16(frame[3:]))
	if img.w < 1 || img.h < 1 || img.w*img.h > picture.MaxJPEG {
		return fmt.Errorf("picture of %d by %d pixels", img.w, img.h)
	}
	switch frame[5] {
	case 1:
		img.colours = "DeviceGray"
	case 3:
		img.colours = "DeviceRGB"
	case 4:
		return errors.New("JPEG picture is in CMYK, for print; save it in RGB")
	default:
		return errors.New("JPEG picture has an unknown number of colours")
	}
	return nil
}

// exifOrientation finds how a camera was held: 1 upright to 8.
func exifOrientation(segment []byte, otherwise int) int {
	if len(segment) < 14 || string(segment[:6]) != "Exif\x00\x00" {
		return otherwise
	}
	tiff := segment[6:]
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
