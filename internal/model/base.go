package model

// base gives a record its place and its unusable fields.
type base struct{ Head Base }

// Base implements Record.
func (b *base) Base() *Base { return &b.Head }
