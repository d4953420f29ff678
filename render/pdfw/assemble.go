package pdfw

// Bytes returns the file, as [Doc.WriteTo] writes it.
func (d *Doc) Bytes() ([]byte, error)                { return nil, d.err }
func (d *Doc) readImage(data []byte) (*Image, error) { return nil, nil }
func (p *Page) drawImage(img *Image, r Rect)         {}
