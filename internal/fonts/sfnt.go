package fonts

import (
	"encoding/binary"
	"errors"
	"fmt"
	"sort"
)

// table is a bounds-checked view of big-endian bytes: reading past the end
// gives zero, so a damaged font yields wrong metrics but never a panic.
type table []byte

func (t table) u8(i int) int {
	if i < 0 || i >= len(t) {
		return 0
	}
	return int(t[i])
}

func (t table) u16(i int) int {
	if i < 0 || i+2 > len(t) {
		return 0
	}
	return int(binary.BigEndian.Uint16(t[i:]))
}

func (t table) i16(i int) int { return int(int16(t.u16(i))) }

func (t table) u32(i int) int {
	if i < 0 || i+4 > len(t) {
		return 0
	}
	return int(binary.BigEndian.Uint32(t[i:]))
}

// from returns the part that starts at i; empty when i lies outside.
func (t table) from(i int) table {
	if i <= 0 || i >= len(t) {
		return nil
	}
	return t[i:]
}

// slice returns t[i:j], or nothing when that isn't within t.
func (t table) slice(i, j int) table {
	if i < 0 || j < i || j > len(t) {
		return nil
	}
	return t[i:j]
}

// directory reads the table directory of a TrueType file.
func directory(data []byte) (map[string]table, error) {
	t := table(data)
	switch version := t.u32(0); version {
	case 0x00010000, 0x74727565: // 1.0, 'true'
	case 0x4F54544F: // 'OTTO'
		return nil, fmt.Errorf("%w; only TrueType outlines can be embedded", ErrPostScript)
	case 0x74746366: // 'ttcf'
		return nil, fmt.Errorf("%w; a file with a single font is needed", ErrCollection)
	default:
		return nil, fmt.Errorf("not a TrueType font (starts with %08x)", version)
	}
	tables := map[string]table{}
	for i := range t.u16(4) {
		entry := t.slice(12+16*i, 28+16*i)
		if entry == nil {
			return nil, errors.New("font's table directory is cut off")
		}
		offset := entry.u32(8)
		body := t.slice(offset, offset+entry.u32(12))
		if body == nil {
			return nil, fmt.Errorf("font table %q lies outside the file", entry[:4])
		}
		tables[string(entry[:4])] = body
	}
	return tables, nil
}

// assemble writes a TrueType file of the given tables, sorted by tag, with
// the directory and all checksums right. The head table is copied before its
// checkSumAdjustment is set.
func assemble(tables map[string]table) []byte {
	tags := make([]string, 0, len(tables))
	size := 12 + 16*len(tables)
	for tag, body := range tables {
		tags = append(tags, tag)
		size += (len(body) + 3) &^ 3
	}
	sort.Strings(tags)

	out := make([]byte, 12+16*len(tags), size)
	log2 := 0
	for 2<<log2 <= len(tags) {
		log2++
	}
	binary.BigEndian.PutUint32(out, 0x00010000)
	binary.BigEndian.PutUint16(out[4:], uint16(len(tags)))
	binary.BigEndian.PutUint16(out[6:], uint16(16<<log2))
	binary.BigEndian.PutUint16(out[8:], uint16(log2))
	binary.BigEndian.PutUint16(out[10:], uint16(16*len(tags)-16<<log2))

	head := 0
	for i, tag := range tags {
		body := tables[tag]
		start := len(out)
		out = append(out, body...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
		if tag == "head" && len(body) >= 12 {
			head = start
			binary.BigEndian.PutUint32(out[start+8:], 0)
		}
		entry := out[12+16*i:]
		copy(entry, tag)
		binary.BigEndian.PutUint32(entry[4:], checksum(out[start:]))
		binary.BigEndian.PutUint32(entry[8:], uint32(start))
		binary.BigEndian.PutUint32(entry[12:], uint32(len(body)))
	}
	if head > 0 {
		binary.BigEndian.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	}
	return out
}

// checksum is the sum of the big-endian words of data, whose length is a
// multiple of four (OpenType specification, "Calculating checksums").
func checksum(data []byte) uint32 {
	var sum uint32
	for ; len(data) >= 4; data = data[4:] {
		sum += binary.BigEndian.Uint32(data)
	}
	return sum
}
