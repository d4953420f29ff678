package pdfw

import (
	"encoding/binary"
	"math"
)

// srgbProfile makes the colour profile that says that the document's colours
// are sRGB (IEC 61966-2-1): an ICC version 2 display profile of a matrix and
// a curve, adapted to the D50 white of the profile connection space.
func srgbProfile() []byte {
	xyz := func(x, y, z float64) []byte {
		b := append([]byte("XYZ "), 0, 0, 0, 0)
		for _, v := range []float64{x, y, z} {
			b = binary.BigEndian.AppendUint32(b, uint32(int32(math.Round(v*65536))))
		}
		return b
	}
	curve := srgbCurve()
	tags := []struct {
		name string
		body []byte
	}{
		{"desc", iccDescription("sRGB IEC61966-2.1")},
		{"cprt", append([]byte("text\x00\x00\x00\x00"), "Public domain\x00"...)},
		{"wtpt", xyz(0.9642, 1, 0.8249)},
		{"rXYZ", xyz(0.4360747, 0.2225045, 0.0139322)},
		{"gXYZ", xyz(0.3850649, 0.7168786, 0.0971045)},
		{"bXYZ", xyz(0.1430804, 0.0606169, 0.7141733)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}

	directory := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	start := 128 + 4 + 12*len(tags)
	var data []byte
	previous := 0
	for i, tag := range tags {
		at := start + len(data)
		if i > 0 && &tag.body[0] == &tags[i-1].body[0] {
			at = previous // the three curves share their place
		} else {
			data = append(data, tag.body...)
			for len(data)%4 != 0 {
				data = append(data, 0)
			}
		}
		previous = at
		directory = append(directory, tag.name...)
		directory = binary.BigEndian.AppendUint32(directory, uint32(at))
		directory = binary.BigEndian.AppendUint32(directory, uint32(len(tag.body)))
	}

	head := make([]byte, 128)
	binary.BigEndian.PutUint32(head, uint32(start+len(data)))
	binary.BigEndian.PutUint32(head[8:], 0x02100000) // version 2.1
	copy(head[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{2020, 1, 1, 0, 0, 0} {
		binary.BigEndian.PutUint16(head[24+2*i:], v)
	}
	copy(head[36:], "acsp")
	for i, v := range []float64{0.9642, 1, 0.8249} { // D50
		binary.BigEndian.PutUint32(head[68+4*i:], uint32(math.Round(v*65536)))
	}
	return append(append(head, directory...), data...)
}

// srgbCurve is the sRGB transfer curve at 1024 points.
func srgbCurve() []byte {
	const points = 1024
	b := append([]byte("curv"), 0, 0, 0, 0)
	b = binary.BigEndian.AppendUint32(b, points)
	for i := range points {
		v := float64(i) / (points - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		b = binary.BigEndian.AppendUint16(b, uint16(math.Round(v*65535)))
	}
	return b
}

// iccDescription is a textDescriptionType with only its ASCII part.
func iccDescription(s string) []byte {
	b := append([]byte("desc"), 0, 0, 0, 0)
	b = binary.BigEndian.AppendUint32(b, uint32(len(s)+1))
	b = append(append(b, s...), 0)
	// No Unicode part (8 bytes), no Macintosh part (2 + 1 + 67).
	return append(b, make([]byte, 78)...)
}
