package finding

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// texts are the rules, a file a family. regels/LEESMIJ.md says how they are
// written.
//
//go:embed regels/*.txt
var texts embed.FS

// rules are those of texts by code. Nothing changes them.
var rules = func() map[string]*Rule {
	m, err := read(texts)
	if err != nil {
		panic(err) // a fault in the program itself: its tests would stop on it
	}
	return m
}()

// ByCode gives the rule with a code. Whoever makes findings of a rule keeps it
// in a variable, in one place; there is one pointer for each rule.
func ByCode(code string) *Rule {
	r := rules[code]
	if r == nil {
		panic("no rule has the code " + code)
	}
	return r
}

// Rules lists every rule of the program by code.
func Rules() []*Rule {
	list := make([]*Rule, 0, len(rules))
	for _, r := range rules {
		list = append(list, r)
	}
	slices.SortFunc(list, func(a, b *Rule) int { return strings.Compare(a.Code, b.Code) })
	return list
}

// read reads the rules from all files of a folder.
func read(dir fs.FS) (map[string]*Rule, error) {
	names, err := fs.Glob(dir, "*/*.txt")
	if err != nil {
		return nil, err
	}
	all := map[string]*Rule{}
	for _, name := range names {
		data, err := fs.ReadFile(dir, name)
		if err != nil {
			return nil, err
		}
		list, err := readFamily(Family(strings.TrimSuffix(path.Base(name), ".txt")), string(data))
		if err != nil {
			return nil, fmt.Errorf("%s, %w", name, err)
		}
		for _, r := range list {
			if all[r.Code] != nil {
				return nil, fmt.Errorf("%s: %s stands twice", name, r.Code)
			}
			all[r.Code] = r
		}
	}
	return all, nil
}

// readFamily reads the rules of one file.
func readFamily(family Family, text string) ([]*Rule, error) {
	var list []*Rule
	for section := range strings.SplitSeq(strings.ReplaceAll("\n"+text, "\r\n", "\n"), "\n# ") {
		if len(list) == 0 && strings.TrimSpace(section) == "" {
			continue // before the first rule
		}
		heading, body, _ := strings.Cut(section, "\n")
		code, title, _ := strings.Cut(heading, " ")
		if title == "" {
			return nil, fmt.Errorf("%q is no code with a title", heading)
		}
		r := &Rule{Code: code, Family: family, Title: title}
		if err := r.read(body); err != nil {
			return nil, fmt.Errorf("%s: %w", heading, err)
		}
		list = append(list, r)
	}
	return list, nil
}

// read takes over what stands under the heading of a rule.
func (r *Rule) read(body string) error {
	fields, err := readFields(body)
	if err != nil {
		return err
	}
	for _, key := range []string{"Niveau", "Wie", "Uitleg", "Fout", "Juist"} {
		if fields[key] == "" {
			return fmt.Errorf("%s is missing", key)
		}
	}
	for key, text := range fields {
		switch key {
		case "Niveau":
			r.Level, err = levelOf(text)
		case "Wie":
			r.Who = text
		case "Uitleg":
			r.Explanation = strings.ReplaceAll(text, "\n", " ")
		case "Fout":
			r.Wrong = text
		case "Juist":
			r.Right = text
		case "Aanvaarden":
			if r.MayAccept = text == "ja"; !r.MayAccept {
				err = fmt.Errorf("%s can only be ja", key)
			}
		default:
			err = fmt.Errorf("no field is called %s", key)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func levelOf(text string) (Level, error) {
	for l := Error; l <= Info; l++ {
		if l.String() == text {
			return l, nil
		}
	}
	return 0, fmt.Errorf("no level is called %s", text)
}

// readFields reads lines such as "Wie: projectwerker". A line that begins with
// two spaces goes on with the field above it, and so do empty lines before it.
func readFields(body string) (map[string]string, error) {
	fields := map[string]string{}
	last, empty := "", ""
	for line := range strings.SplitSeq(body, "\n") {
		if line == "" {
			empty += "\n"
			continue
		}
		if rest, more := strings.CutPrefix(line, "  "); more && last != "" {
			fields[last] += "\n" + empty + rest
		} else {
			key, text, _ := strings.Cut(line, ": ")
			if fields[key] != "" || text == "" {
				return nil, fmt.Errorf("%q is no field or stands twice", line)
			}
			fields[key], last = text, key
		}
		empty = ""
	}
	return fields, nil
}
