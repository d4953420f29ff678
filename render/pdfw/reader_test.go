package pdfw

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// The tests read what the package writes with this small reader. It knows no
// more of PDF than that; other programs judge whether the file is PDF.

var (
	objectAt  = regexp.MustCompile(`^(\d+) 0 obj\n`)
	lengthOf  = regexp.MustCompile(`/Length (\d+)>>\nstream\n`)
	packed    = regexp.MustCompile(`/N (\d+)/First (\d+)`)
	startXref = regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`)
)

type readObject struct {
	dict string
	data []byte // of a stream, unpacked
}

// readPlain reads a file without compression by its cross-reference table.
func readPlain(t testing.TB, file []byte) map[int]readObject {
	t.Helper()
	at := xrefOffset(t, file)
	lines := strings.Split(string(file[at:]), "\n")
	count := 0
	if _, err := fmt.Sscanf(lines[1], "0 %d", &count); err != nil || lines[0] != "xref" {
		t.Fatalf("no cross-reference table at %d", at)
	}
	out := map[int]readObject{}
	for n := 1; n < count; n++ {
		offset, _ := strconv.Atoi(lines[2+n][:10])
		out[n] = readAt(t, file, offset, n)
	}
	return out
}

// readPacked reads a file with object streams by its cross-reference stream.
func readPacked(t testing.TB, file []byte) map[int]readObject {
	t.Helper()
	at := xrefOffset(t, file)
	number, _ := strconv.Atoi(string(objectAt.FindSubmatch(file[at:])[1]))
	table := readAt(t, file, at, number).data
	out := map[int]readObject{}
	row := make([]byte, 7)
	for n := range len(table) / 8 {
		for i := range row { // filter "up"
			row[i] += table[8*n+1+i]
		}
		field := int(row[1])<<24 | int(row[2])<<16 | int(row[3])<<8 | int(row[4])
		switch row[0] {
		case 1:
			out[n] = readAt(t, file, field, n)
		case 2:
			stream := out[field]
			if stream.data == nil {
				// The stream's own row comes later: find it by its header.
				offset := bytes.Index(file, fmt.Appendf(nil, "\n%d 0 obj\n", field)) + 1
				stream = readAt(t, file, offset, field)
				out[field] = stream
			}
			out[n] = readObject{dict: packedObject(t, stream, n, int(row[5])<<8|int(row[6]))}
		}
	}
	return out
}

func packedObject(t testing.TB, stream readObject, number, index int) string {
	t.Helper()
	head := packed.FindStringSubmatch(stream.dict)
	count, _ := strconv.Atoi(head[1])
	first, _ := strconv.Atoi(head[2])
	fields := strings.Fields(string(stream.data[:first]))
	if fields[2*index] != strconv.Itoa(number) {
		t.Fatalf("object %d isn't number %d of its stream", number, index)
	}
	start, _ := strconv.Atoi(fields[2*index+1])
	end := len(stream.data) - first
	if index+1 < count {
		end, _ = strconv.Atoi(fields[2*index+3])
	}
	return strings.TrimSuffix(string(stream.data[first+start:first+end]), "\n")
}

func xrefOffset(t testing.TB, file []byte) int {
	t.Helper()
	m := startXref.FindSubmatch(file)
	if m == nil {
		t.Fatal("file has no startxref at its end")
	}
	at, _ := strconv.Atoi(string(m[1]))
	return at
}

func readAt(t testing.TB, file []byte, offset, number int) readObject {
	t.Helper()
	m := objectAt.FindSubmatch(file[offset:])
	if m == nil || string(m[1]) != strconv.Itoa(number) {
		t.Fatalf("object %d isn't at %d", number, offset)
	}
	rest := file[offset+len(m[0]):]
	end := bytes.Index(rest, []byte("\nendobj\n"))
	s := lengthOf.FindSubmatchIndex(rest)
	if s == nil || s[0] > end {
		return readObject{dict: string(rest[:end])}
	}
	length, _ := strconv.Atoi(string(rest[s[2]:s[3]]))
	o := readObject{dict: string(rest[:s[2]]), data: rest[s[1] : s[1]+length]}
	if !bytes.HasPrefix(rest[s[1]+length:], []byte("\nendstream\nendobj\n")) {
		t.Fatalf("stream %d has another length than it says", number)
	}
	if strings.Contains(o.dict, "/Filter/FlateDecode") {
		unpack, err := zlib.NewReader(bytes.NewReader(o.data))
		if err != nil {
			t.Fatal(err)
		}
		if o.data, err = io.ReadAll(unpack); err != nil {
			t.Fatal(err)
		}
	}
	return o
}

var (
	fontResource = regexp.MustCompile(`/(F\d+) (\d+) 0 R`)
	toUnicodeRef = regexp.MustCompile(`/ToUnicode (\d+) 0 R`)
	bfchar       = regexp.MustCompile(`(?m)^<([0-9A-F]{4})> <([0-9A-F]+)>$`)
	textShown    = regexp.MustCompile(`/(F\d+) [-\d.]+ Tf|<([0-9A-F]+)>|BT`)
	contentsRef  = regexp.MustCompile(`/Contents (\d+) 0 R`)
)

// pageTexts reads back the text of each page, a line for each time text was
// drawn. A code that isn't in the font's ToUnicode is an error.
func pageTexts(t testing.TB, file []byte) []string {
	t.Helper()
	objects := readPlain(t, file)
	var pages []string
	for n := 1; n <= len(objects); n++ {
		o := objects[n]
		if !strings.HasPrefix(o.dict, "<</Type/Page/") {
			continue
		}
		codes := map[string]map[string]string{}
		for _, m := range fontResource.FindAllStringSubmatch(o.dict, -1) {
			number, _ := strconv.Atoi(m[2])
			ref := toUnicodeRef.FindStringSubmatch(objects[number].dict)
			number, _ = strconv.Atoi(ref[1])
			codes[m[1]] = map[string]string{}
			for _, pair := range bfchar.FindAllStringSubmatch(string(objects[number].data), -1) {
				codes[m[1]][pair[1]] = decodeUTF16(pair[2])
			}
		}
		number, _ := strconv.Atoi(contentsRef.FindStringSubmatch(o.dict)[1])
		text, font := "", ""
		for _, m := range textShown.FindAllStringSubmatch(string(objects[number].data), -1) {
			switch {
			case m[0] == "BT":
				text += "\n"
			case m[1] != "":
				font = m[1]
			default:
				for hex := m[2]; len(hex) >= 4; hex = hex[4:] {
					s, ok := codes[font][hex[:4]]
					if !ok {
						t.Errorf("code %s of %s means nothing", hex[:4], font)
					}
					text += s
				}
			}
		}
		pages = append(pages, strings.TrimPrefix(text, "\n"))
	}
	return pages
}

func decodeUTF16(hex string) string {
	var units []uint16
	for ; len(hex) >= 4; hex = hex[4:] {
		u, _ := strconv.ParseUint(hex[:4], 16, 16)
		units = append(units, uint16(u))
	}
	return string(utf16.Decode(units))
}
