package filekind

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

var oleHeader = []byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}

// mainStreams are the streams that tell which program's file a compound file
// is. A workbook may hold documents, and a document workbooks: those stand
// deeper.
var mainStreams = []struct{ stream, kind string }{
	{"EncryptedPackage", "password"}, {"Workbook", "xls"}, {"Book", "xls"}, {"WordDocument", "doc"}, {"PowerPoint Document", "ppt"},
}

// oleKind tells what a compound file is, as programs of before 2007 and
// encryption write it. When its directory can't be read, the names that stand
// anywhere in it have to do.
func oleKind(data []byte) string {
	top := oleTop(data)
	for _, m := range mainStreams {
		for _, name := range top {
			if strings.EqualFold(name, m.stream) {
				return m.kind
			}
		}
	}
	if len(top) > 0 {
		return ""
	}
	for _, m := range mainStreams {
		if m.kind != "xls" && bytes.Contains(data, utf16Bytes(m.stream)) {
			return m.kind
		}
	}
	return "xls"
}

const (
	oleEntry = 128
	// oleEnd and what is above it are no sectors.
	oleEnd = 0xfffffffa
	// oleMost is how much of a directory is looked at; it bounds a loop too.
	oleMost = 1 << 20
)

// oleTop gives the names of what stands directly under the root of a compound
// file; nil when its directory can't be read.
func oleTop(data []byte) []string {
	directory := oleDirectory(data)
	if len(directory) < oleEntry {
		return nil
	}
	field := func(entry uint32, at int) uint32 {
		return binary.LittleEndian.Uint32(directory[int(entry)*oleEntry+at:])
	}
	var names []string
	seen := map[uint32]bool{}
	queue := []uint32{field(0, 76)}
	for len(queue) > 0 {
		entry := queue[0]
		queue = queue[1:]
		if seen[entry] || uint64(entry) >= uint64(len(directory)/oleEntry) {
			continue
		}
		seen[entry] = true
		names = append(names, oleName(directory[int(entry)*oleEntry:][:oleEntry]))
		queue = append(queue, field(entry, 68), field(entry, 72))
	}
	return names
}

// oleName reads the name of an entry.
func oleName(entry []byte) string {
	var units []uint16
	for i := 0; i < 64; i += 2 {
		u := binary.LittleEndian.Uint16(entry[i:])
		if u == 0 {
			break
		}
		units = append(units, u)
	}
	return string(utf16.Decode(units))
}

// oleDirectory joins the sectors of the directory, as far as they can be found.
func oleDirectory(data []byte) []byte {
	if len(data) < 512 {
		return nil
	}
	shift := binary.LittleEndian.Uint16(data[30:])
	if shift != 9 && shift != 12 {
		return nil
	}
	size := 1 << shift
	sector := func(n uint32) []byte {
		from := (int64(n) + 1) << shift
		if n >= oleEnd || from+int64(size) > int64(len(data)) {
			return nil
		}
		return data[from:][:size]
	}
	var directory []byte
	for n := binary.LittleEndian.Uint32(data[48:]); ; {
		part := sector(n)
		if part == nil || len(directory) >= oleMost {
			return directory
		}
		directory = append(directory, part...)
		// The header names the first 109 sectors of the table of sectors.
		perSector := uint32(size / 4)
		if n/perSector >= 109 {
			return directory
		}
		table := sector(binary.LittleEndian.Uint32(data[76+4*(n/perSector):]))
		if table == nil {
			return directory
		}
		n = binary.LittleEndian.Uint32(table[4*(n%perSector):])
	}
}

func utf16Bytes(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}
