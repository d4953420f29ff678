package filekind

import (
	"encoding/binary"
	"testing"
)

// entry is one entry of the directory of a compound file: its name and the
// numbers of its neighbours and its first child, -1 for none.
type entry struct {
	name               string
	left, right, child int
}

// compound makes a compound file of a directory only. Its sectors are spread,
// as they are in files that were saved often.
func compound(entries ...entry) []byte {
	const sector, free, end = 512, 0xffffffff, 0xfffffffe
	data := make([]byte, 12*sector)
	copy(data, oleHeader)
	word := binary.LittleEndian
	word.PutUint16(data[30:], 9)
	word.PutUint32(data[48:], 9) // the directory begins in sector 9
	table := data[sector:]       // sector 0
	for i := range sector / 4 {
		word.PutUint32(table[4*i:], free)
	}
	word.PutUint32(table[4*9:], 4)
	word.PutUint32(table[4*4:], 7)
	word.PutUint32(table[4*7:], end)
	at := [...]int{9, 4, 7}
	for i, e := range entries {
		part := data[(at[i/4]+1)*sector+i%4*oleEntry:][:oleEntry]
		copy(part, utf16Bytes(e.name))
		for k, n := range [...]int{e.left, e.right, e.child} {
			word.PutUint32(part[68+4*k:], uint32(int32(n)))
		}
	}
	return data
}

// What a compound file is, its own streams say, and no document that somebody
// put in it.
func TestCompoundFiles(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		kind string
	}{
		"workbook with a Word document in it": {compound(entry{"Root Entry", -1, -1, 2}, entry{"WordDocument", -1, -1, -1},
			entry{"Workbook", 3, 4, -1}, entry{"MBD0001", -1, -1, 1}, entry{"\x05SummaryInformation", -1, -1, -1}), "xls"},
		"Word document with a workbook in it": {compound(entry{"Root Entry", -1, -1, 2}, entry{"Workbook", -1, -1, -1},
			entry{"1Table", 3, 4, -1}, entry{"ObjectPool", -1, -1, 1}, entry{"WordDocument", -1, -1, -1}), "doc"},
		"Excel 5":             {compound(entry{"Root Entry", -1, -1, 1}, entry{"BOOK", -1, -1, -1}), "xls"},
		"encrypted":           {compound(entry{"Root Entry", -1, -1, 5}, entry{}, entry{}, entry{}, entry{}, entry{"EncryptedPackage", -1, -1, -1}), "password"},
		"another program":     {compound(entry{"Root Entry", -1, -1, 1}, entry{"VisioDocument", -1, -1, -1}), ""},
		"a loop":              {compound(entry{"Root Entry", -1, -1, 1}, entry{"Book", 1, 2, -1}, entry{"x", 1, 0, -1}), "xls"},
		"neighbours far away": {compound(entry{"Root Entry", -1, -1, 1}, entry{"Book", 7000, 1 << 30, -1}), "xls"},
	} {
		if got := Of(c.data); got != c.kind {
			t.Errorf("%s: %q, want %q", name, got, c.kind)
		}
		for cut := len(oleHeader); cut < len(c.data); cut += 61 {
			Of(c.data[:cut]) // must not panic
		}
	}
}
