package pdfw

// Image is a picture that pages of a document can show, any number of times.
type Image struct {
	// Width and Height are in pixels, as seen: upright.
	Width, Height int

	colours     string // DeviceRGB or DeviceGray
	filter      string
	data        []byte
	raw         bool // data is yet to be compressed
	w, h        int  // pixels as stored
	orientation int  // of Exif: 1 is upright
	object      int
}

// Image reads a JPEG or PNG picture. The same bytes give the same Image. What
// is transparent becomes white: the file uses no transparency, which old
// readers and printers get wrong. A JPEG goes into the file as it is, without its metadata
// (which may say where and when a photograph was taken); one for print in
// CMYK is refused.
func (d *Doc) Image(data []byte) (*Image, error) { return d.readImage(data) }

// Image draws a picture in a rectangle, stretched to fill it.
func (p *Page) Image(img *Image, r Rect) { p.drawImage(img, r) }
