package garbled

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Letters of the languages of Western and Central Europe, as they stand in
// names and texts here.
const (
	commonLower = "éèëêïîíìöôóòõüûúùáàâäãåæœçñøßýšžłśżźćńąęğışčřůěőűțș"
	commonUpper = "ÉÈËÊÏÎÍÌÖÔÓÒÕÜÛÚÙÁÀÂÄÃÅÆŒÇÑØÝŠŽŁŚŻŹĆŃĄĘĞİŞČŘŮĚŐŰȚȘ"
)

// fit is how well the characters beyond ASCII suit the places where they stand.
// usual counts the letters among them that Dutch has often.
type fit struct{ good, bad, usual int }

// judge looks at each character beyond ASCII of a text.
func judge(text string) fit {
	var f fit
	quoted := strings.ContainsAny(text, "“„«")
	low := strings.ContainsAny(text, "‚„") && strings.ContainsAny(text, "‘’“”")
	before := ' '
	for i, r := range text {
		after := ' '
		if r >= 0x80 {
			if next := i + utf8.RuneLen(r); next < len(text) {
				after, _ = utf8.DecodeRuneInString(text[next:])
			}
			switch place(before, r, after, quoted, low) {
			case 1:
				f.good++
				f.usual += btoi(strings.ContainsRune("éëèïöüêàç", r))
			case -1:
				f.bad++
			}
		}
		before = r
	}
	return f
}

// place tells whether a character belongs (1) or can't (-1) between two others;
// 0 is neither. quoted tells whether the text has opening quotes, low whether
// it has low quotes with counterparts.
func place(before, r, after rune, quoted, low bool) int {
	inside := unicode.IsLetter(before) && unicode.IsLetter(after)
	switch {
	case r < 0xA0 || r == '\uFFFD' || r == 'Ž' && (before == 'Ž' || after == 'Ž'):
		return -1
	case unicode.IsLower(r) && r != 'ƒ' && r != 'µ' && r != 'ª' && r != 'º':
		return lower(before, r, after)
	case unicode.IsUpper(r) && r != 'Ω':
		return upper(before, r, after)
	case r == 'ˆ' || r == '˜':
		return -1
	case r >= 0x2500 && r < 0x25A0:
		return -btoi(unicode.IsLetter(before) || unicode.IsLetter(after))
	case r == '’':
		return btoi(unicode.IsLetter(before))
	case r == '‘' || r == '•' || r == '–' || r == '—':
		return btoi(!unicode.IsLetter(before) && (r == '‘') != unicode.IsSpace(after))
	case r == '€':
		return btoi(!unicode.IsLetter(before) && !unicode.IsLetter(after))
	case r == '´':
		return 0
	case r == '‚':
		return opening(before, after, low)
	case r == '“' && low && unicode.IsLetter(before):
		return 0 // „so“
	case r == '„' || r == '“':
		return opening(before, after, true)
	case r == '”':
		if inside && !quoted {
			return -1
		}
		return btoi(quoted && !unicode.IsSpace(before) && !unicode.IsLetter(after))
	case strings.ContainsRune("†‡‰¤¦¨¬¯¸¶¢¥¡¿½¼¾ƒ‹÷", r), r >= 0x2200 && r < 0x2300, r == '◊', r == 'π', r == 'Ω':
		if unicode.IsLetter(before) {
			return -1
		}
	case strings.ContainsRune("£§©«»¹", r):
		if inside {
			return -1
		}
	case strings.ContainsRune("²³°", r) && !inside:
		return btoi(unicode.IsLetter(before) || unicode.IsDigit(before))
	}
	return 0
}

func lower(before, r, after rune) int {
	switch {
	case !strings.ContainsRune(commonLower, r):
		return 0
	case unicode.IsUpper(before) && unicode.IsUpper(after):
		return 0
	case unicode.IsLetter(before) || unicode.IsLetter(after):
		return 1
	}
	return 0
}

func upper(before, r, after rune) int {
	switch {
	case unicode.IsLower(before):
		return -1
	case !strings.ContainsRune(commonUpper, r):
		return 0
	case unicode.IsUpper(before) && unicode.IsLower(after):
		return 0 // ŽŽn
	case unicode.IsUpper(before) || unicode.IsLetter(after):
		return 1
	}
	return 0
}

func btoi(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// opening judges a quote that opens.
func opening(before, after rune, paired bool) int {
	switch {
	case unicode.IsLetter(before):
		return -1
	case paired && !unicode.IsSpace(after):
		return 1
	}
	return 0
}
