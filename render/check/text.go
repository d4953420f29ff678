package check

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
)

// counts is "2 fouten, 1 waarschuwing", leaving out what there is none of.
func counts(errors, warnings, infos int) string {
	var parts []string
	if errors > 0 {
		parts = append(parts, dutch.Plural(errors, "fout", "fouten"))
	}
	if warnings > 0 {
		parts = append(parts, dutch.Plural(warnings, "waarschuwing", "waarschuwingen"))
	}
	if infos > 0 {
		parts = append(parts, dutch.Plural(infos, "opmerking", "opmerkingen"))
	}
	return dutch.Join(parts)
}

// times is "" for once and "3 keer" for more.
func times(n int) string {
	if n < 2 {
		return ""
	}
	return dutch.Int(n) + " keer"
}

// message is the finding's sentence, beginning with a capital.
func message(f finding.Finding) string { return upperFirst(f.Message) }

func upperFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// visible shows control characters, so that a text on a terminal or in a note
// can't do anything but be read.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case unicode.IsControl(r), r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return '\uFFFD'
		}
		return r
	}, s)
}

// shorten cuts a text for a cell or a mail, on a rune.
func shorten(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most-1]) + "…"
}

// shortPlace is the place for a list in which the file is known: "VTE C14",
// "VTE C14, C15 en C16", "regel 12".
func shortPlace(f finding.Finding) string {
	var cell string
	switch {
	case len(f.Cells) > 1:
		cell = someCells(f.Cells)
	case f.Ref.Cell() != "":
		cell = f.Ref.Cell()
	case f.Ref.Line > 0:
		cell = fmt.Sprintf("regel %d", f.Ref.Line)
	}
	return strings.TrimSpace(f.Ref.Sheet + " " + cell)
}

// named is a place with the file's name before it, for sections of several
// files.
func named(f finding.Finding, files int) string {
	place := shortPlace(f)
	if files < 2 || f.Ref.File == "" {
		return place
	}
	return strings.TrimSuffix(path.Base(f.Ref.File)+", "+place, ", ")
}

func shortHash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:3])
}
