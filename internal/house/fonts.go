package house

import (
	"errors"
	"fmt"
	"path"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"voortgang/config"
	"voortgang/internal/document"
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/fonts"
)

// largestFont bounds a font file: with every script in it, it is still less.
const largestFont = 20 << 20

// ownFace is a font of the organisation.
type ownFace struct {
	key, file string
	style     fonts.Style
	face      *fonts.Face
}

// fonts reads the organisation's own fonts. A light one that isn't given is
// the regular one; semibold and bold stand in for one another. Other styles
// that aren't given stay the program's, so that no emphasis is lost.
func (s *Style) fonts(read Read) {
	if read == nil {
		return
	}
	own, c := map[fonts.Style]*fonts.Face{}, s.cfg.Style
	for _, f := range []ownFace{
		{key: "letter_licht", file: c.Light, style: fonts.Style{Weight: fonts.Light}},
		{key: "letter_gewoon", file: c.Regular, style: fonts.Style{Weight: fonts.Regular}},
		{key: "letter_halfvet", file: c.Semibold, style: fonts.Style{Weight: fonts.Semibold}},
		{key: "letter_vet", file: c.Bold, style: fonts.Style{Weight: fonts.Bold}},
		{key: "letter_cursief", file: c.Italic, style: fonts.Style{Weight: fonts.Regular, Italic: true}},
		{key: "letter_vetcursief", file: c.BoldItalic, style: fonts.Style{Weight: fonts.Bold, Italic: true}},
	} {
		if f.file == "" {
			continue
		}
		if f.face = s.face(f, read); f.face != nil {
			own[f.style] = f.face
			s.own = append(s.own, f)
		}
	}
	for _, stand := range [][2]fonts.Weight{{fonts.Light, fonts.Regular}, {fonts.Semibold, fonts.Bold}, {fonts.Bold, fonts.Semibold}} {
		missing, other := fonts.Style{Weight: stand[0]}, fonts.Style{Weight: stand[1]}
		if own[missing] == nil && own[other] != nil {
			own[missing] = own[other]
		}
	}
	if len(own) > 0 {
		s.Document.Fonts = fonts.Default().With(own)
		s.Charts.Fonts = s.Document.Fonts
	}
}

// face reads a font, or reports why it can't be used.
func (s *Style) face(f ownFace, read Read) *fonts.Face {
	ref := s.cfg.Place("huisstijl." + f.key)
	report := func(rule *finding.Rule, why, expected string) *fonts.Face {
		m := finding.New(rule, ref, fmt.Sprintf("huisstijl.%s noemt ‘%s’, maar %s. Het rapport neemt hier het lettertype van het programma.", f.key, f.file, why))
		m.Found, m.Expected = f.file, expected
		s.add(m)
		return nil
	}
	data, err := read(path.Join(config.ImageDir, f.file))
	if err != nil {
		data, err = read(path.Join(config.FontDir, f.file))
	}
	if err != nil {
		return report(RuleFontMissing, "dat bestand is niet te lezen in beelden/ of lettertypes/", "een .ttf in beelden/ of lettertypes/")
	}
	if len(data) > largestFont {
		return report(RuleFontUnusable, "dat bestand is groter dan 20 MB", "een .ttf van hoogstens 20 MB")
	}
	face, err := fonts.ParseFace(data)
	switch {
	case err == nil:
		return face
	case errors.Is(err, fonts.ErrLicence):
		return report(RuleFontLicence, "dat lettertype verbiedt zelf dat het in een document staat (fsType)", "een lettertype dat je mag inbedden")
	case errors.Is(err, fonts.ErrPostScript):
		return report(RuleFontUnusable, "dat heeft PostScript-contouren (OpenType CFF)", "een .ttf met TrueType-contouren")
	case errors.Is(err, fonts.ErrCollection):
		return report(RuleFontUnusable, "dat is een verzameling van lettertypes", "een .ttf met één lettertype")
	default:
		return report(RuleFontUnusable, "dat is geen TrueType-lettertype of het is beschadigd", "een .ttf")
	}
}

// Coverage reports the characters of a document that the organisation's fonts
// lack and the program's own fonts have.
func (s *Style) Coverage(doc *document.Document) []finding.Finding {
	if len(s.own) == 0 {
		return nil
	}
	used := map[rune]bool{}
	runes(reflect.ValueOf(*doc), used)
	var list []finding.Finding
	for _, f := range s.own {
		var lacks []string
		for r := range used {
			if _, ok := f.face.GID(r); ok || !unicode.IsGraphic(r) || unicode.IsSpace(r) {
				continue
			}
			if _, usual := fonts.Default().Face(f.style).GID(r); usual {
				lacks = append(lacks, string(r))
			}
		}
		if len(lacks) == 0 {
			continue
		}
		slices.Sort(lacks)
		count := dutch.Int(len(lacks)) + " tekens"
		if len(lacks) == 1 {
			count = "1 teken"
		}
		shown := strings.Join(lacks[:min(len(lacks), 12)], " ")
		if len(lacks) > 12 {
			shown += " …"
		}
		m := finding.New(RuleFontCoverage, s.cfg.Place("huisstijl."+f.key), fmt.Sprintf(
			"‘%s’ mist %s van het rapport: %s. Het rapport neemt ze uit het lettertype van het programma.", f.file, count, shown))
		m.Found, m.Expected = shown, "een lettertype met die tekens"
		list = append(list, m)
	}
	return list
}

// runes collects the characters of all texts below a value. Pictures and files
// are bytes, and fonts are no text.
func runes(v reflect.Value, used map[rune]bool) {
	switch v.Kind() {
	case reflect.String:
		for _, r := range v.String() {
			used[r] = true
		}
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() && v.Type() != reflect.TypeFor[*fonts.Family]() {
			runes(v.Elem(), used)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			runes(v.Field(i), used)
		}
	case reflect.Slice, reflect.Array:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return
		}
		for i := range v.Len() {
			runes(v.Index(i), used)
		}
	}
}
