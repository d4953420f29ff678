package pdfw

import (
	"errors"

	"voortgang/internal/picture"
)

// readJPEG takes the picture of a JPEG file over without decoding it.
func readJPEG(data []byte) (*Image, error) {
	j, err := picture.ReadJPEG(data)
	if err != nil {
		return nil, err
	}
	img := &Image{jpeg: true, orientation: j.Orientation, w: j.Width, h: j.Height, data: j.Data}
	switch j.Colours {
	case 1:
		img.colours = "DeviceGray"
	case 3:
		img.colours = "DeviceRGB"
	case 4:
		return nil, errors.New("JPEG picture is in CMYK, for print; save it in RGB")
	default:
		return nil, errors.New("JPEG picture has an unknown number of colours")
	}
	return img, nil
}
