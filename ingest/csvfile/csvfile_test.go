package csvfile

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"voortgang/ingest/grid"
	"voortgang/internal/source"
)

// dump writes the cells as "A1=text", one row a line.
func dump(t *testing.T, data []byte) (string, *File) {
	t.Helper()
	f := Open(data)
	var lines []string
	err := f.Read(context.Background(), func(r *grid.Row) error {
		var cells []string
		for _, c := range r.Cells {
			cells = append(cells, source.Ref{Col: c.Col, Row: r.Number}.Cell()+"="+c.Text)
		}
		lines = append(lines, strings.Join(cells, " "))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(lines, "\n"), f
}

func utf16le(s string) string {
	var out []byte
	for _, r := range s {
		out = append(out, byte(r), byte(r>>8))
	}
	return string(out)
}

func TestRead(t *testing.T) {
	const want = "A1=naam B1=aantal\nA2=café B2=1,5"
	for name, c := range map[string]struct{ in, want string }{
		"semicolons":                 {"naam;aantal\ncafé;1,5\n", want},
		"tabs":                       {"naam\taantal\ncafé\t1,5", want},
		"commas":                     {"naam,aantal\ncafé,\"1,5\"\n", want},
		"Windows line ends":          {"naam;aantal\r\ncafé;1,5\r\n", want},
		"old Mac line ends":          {"naam;aantal\rcafé;1,5\r", want},
		"UTF-8 with mark":            {"\ufeffnaam;aantal\ncafé;1,5", want},
		"UTF-16 with mark":           {"\xff\xfe" + utf16le("naam;aantal\r\ncafé;1,5"), want},
		"UTF-16 without mark":        {utf16le("naam;aantal\r\ncafé;1,5"), want},
		"Windows-1252":               {"naam;aantal\ncaf\xe9;1,5", want},
		"Windows-1252 euro":          {"a;b\n\x80 5;\x93x\x94", "A1=a B1=b\nA2=€ 5 B2=“x”"},
		"sep line":                   {"sep=,\nnaam,aantal\ncafé,\"1,5\"", want},
		"sep line wins":              {"sep=|\r\na;b|c\r\n", "A1=a;b B1=c"},
		"blank lines count":          {"naam;aantal\n\n;;\n  ; \ncafé;1,5", "A1=naam B1=aantal\nA5=café B5=1,5"},
		"line ends within quotes":    {"a;b\n\"een\ntwee\";x\nc;d", "A1=a B1=b\nA2=een\ntwee B2=x\nA3=c B3=d"},
		"doubled quotes":             {"a;\"zeg \"\"ja\"\"\"\n\"\";b", "A1=a B1=zeg \"ja\"\nB2=b"},
		"pipes":                      {"a|b|c\nd|\"e|f\"|1,5\n", "A1=a B1=b C1=c\nA2=d B2=e|f C2=1,5"},
		"pipes within a text":        {"a;b|c|d|e\nf;g\n", "A1=a B1=b|c|d|e\nA2=f B2=g"},
		"separator within quotes":    {"a;\"b;c\"\nd;e", "A1=a B1=b;c\nA2=d B2=e"},
		"quote within a cell":        {"a;5\" buis\nb;c", "A1=a B1=5\" buis\nA2=b B2=c"},
		"text after a closed quote":  {"a;\"De Ster\" Genk\nb;c", "A1=a B1=De Ster Genk\nA2=b B2=c"},
		"rows of unequal length":     {"a;b;c\nd\n;e;f;g\n", "A1=a B1=b C1=c\nA2=d\nB3=e C3=f D3=g"},
		"title above":                {"Mijn titel, met komma\n\na;b\nc;d", "A1=Mijn titel, met komma\nA3=a B3=b\nA4=c B4=d"},
		"formula that keeps a code":  {"code;x\n=\"001\";y", "A1=code B1=x\nA2=001 B2=y"},
		"one column":                 {"naam\ncafé\n", "A1=naam\nA2=café"},
		"no line end at the end":     {"a;b\nc;\"d\"", "A1=a B1=b\nA2=c B2=d"},
		"empty":                      {"", ""},
		"decimal commas, semicolons": {"a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5", "A1=a B1=b C1=c\nA2=1,5 B2=2,5 C2=3,5\nA3=4,5 B3=5,5 C3=6,5"},
	} {
		t.Run(name, func(t *testing.T) {
			got, f := dump(t, []byte(c.in))
			if got != c.want || len(f.Quotes) != 0 {
				t.Errorf("got %q %v, want %q", got, f.Quotes, c.want)
			}
		})
	}
}

// A quote without a counterpart is left out of its cell, is told, and doesn't
// swallow cells or rows.
func TestOpenQuotes(t *testing.T) {
	for name, c := range map[string]struct {
		in, want string
		at       OpenQuote
	}{
		"never closed":             {"a;b\n\"x;y\nc;d", "A1=a B1=b\nA2=x B2=y\nA3=c B3=d", OpenQuote{2, 1}},
		"closed by another's open": {"a;b\nx;\"y\nz;\"w\"\nc;d", "A1=a B1=b\nA2=x B2=y\nA3=z B3=w\nA4=c B4=d", OpenQuote{2, 2}},
		"a quoted cell beside it":  {"a;b;c\nd;e;f\n\"x;\"y; z\";w\ng;h;i", "A1=a B1=b C1=c\nA2=d B2=e C2=f\nA3=x B3=y; z C3=w\nA4=g B4=h C4=i", OpenQuote{3, 1}},
		"one more in lines":        {"a;b\nc;d\nx;\"y\n\"z\"\ne;f", "A1=a B1=b\nA2=c B2=d\nA3=x B3=y\nz\nA4=e B4=f", OpenQuote{3, 2}},
		"lines beside it":          {"a;b\nc;d\n\"x;\"y\nz\"\ne;f", "A1=a B1=b\nA2=c B2=d\nA3=x B3=y\nz\nA4=e B4=f", OpenQuote{3, 1}},
		"nothing but a quote":      {"a;b\nc;\"\ne;f", "A1=a B1=b\nA2=c B2=\"\nA3=e B3=f", OpenQuote{2, 2}},
	} {
		t.Run(name, func(t *testing.T) {
			got, f := dump(t, []byte(c.in))
			if got != c.want || len(f.Quotes) != 1 || f.Quotes[0] != c.at {
				t.Errorf("got %q %v, want %q %v", got, f.Quotes, c.want, c.at)
			}
		})
	}
}

func TestBounds(t *testing.T) {
	f := Open([]byte("a;b\n" + strings.Repeat(";", grid.MaxCol) + "x"))
	if err := f.Read(context.Background(), func(*grid.Row) error { return nil }); !isLimit(err, Columns) {
		t.Error(err)
	}
	f = Open([]byte("a;b\n" + strings.Repeat("\n", grid.MaxRow) + "x"))
	if err := f.Read(context.Background(), func(*grid.Row) error { return nil }); !isLimit(err, Rows) {
		t.Error(err)
	}
}

func isLimit(err error, limit Limit) bool {
	var e *LimitError
	return errors.As(err, &e) && e.Limit == limit
}

// One line without end, or one cell, takes no more memory than its bytes.
func TestEndlessLine(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		limit Limit
	}{
		"cells":           {strings.Repeat("abc;", 8<<20), Columns},
		"open quote":      {`"` + strings.Repeat("abc;", 8<<20), Columns},
		"one cell":        {strings.Repeat("x", 32<<20), CellLength},
		"one quoted cell": {`"` + strings.Repeat("x", 32<<20) + `"`, CellLength},
	} {
		t.Run(name, func(t *testing.T) {
			data := []byte(c.text)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			f := Open(data)
			err := f.Read(context.Background(), func(*grid.Row) error { return nil })
			runtime.ReadMemStats(&after)
			if took := after.TotalAlloc - before.TotalAlloc; !isLimit(err, c.limit) || took > 5*uint64(len(data)) {
				t.Errorf("%v, %d MB", err, took>>20)
			}
		})
	}
}

func TestStop(t *testing.T) {
	f := Open([]byte("a;b\nc;d\n"))
	n := 0
	if err := f.Read(context.Background(), func(*grid.Row) error { n++; return grid.ErrStop }); err != nil || n != 1 {
		t.Error(n, err)
	}
}

// FuzzRead reads any bytes: rows and columns rise, cells are valid text.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"a;b\nc;d", "\"a", "sep=;\n\"\"\"", "\xff\xfea\x00", "a\x00;\x00", "\r\r\n\n", "\"a\nb\"c;\"d\"", "=\"1\"", "sep=\"\na\"b", "\"a;\n\"a;\n", "\"a\"\";b;\"\"", strings.Repeat(";", 20_000)} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file := Open(data)
		last := 0
		_ = file.Read(context.Background(), func(r *grid.Row) error {
			if r.Number <= last || len(r.Cells) == 0 {
				t.Fatalf("row %d after %d with %d cells", r.Number, last, len(r.Cells))
			}
			last = r.Number
			col := 0
			for _, c := range r.Cells {
				if c.Col <= col || !utf8.ValidString(c.Text) || grid.IsBlank(c.Text) && c.Text == "" {
					t.Fatalf("cell %d %q after %d", c.Col, c.Text, col)
				}
				col = c.Col
			}
			return nil
		})
	})
}
