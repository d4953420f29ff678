package config

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-playground/validator/v10"
	"github.com/go-viper/mapstructure/v2"
	"github.com/spf13/viper"
	"go.yaml.in/yaml/v3"

	"voortgang/internal/finding"
	"voortgang/internal/source"
)

// Overrides are values from flags; they win over the environment and the file.
type Overrides struct {
	// Year replaces rapport.jaar when it isn't 0.
	Year int
}

// maxBytes bounds the configuration: it is written by hand.
const maxBytes = 1 << 20

// Load reads the configuration of a workdir. Whatever is wrong in it is a
// finding; when one of them is an Error the configuration can't be used. The
// error is for trouble with the disk.
func Load(dir string, flags Overrides) (*Config, []finding.Finding, error) {
	cfg := Defaults()
	cfg.Dir = dir
	data, err := source.Read(dir, FileName, maxBytes)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &cfg, []finding.Finding{missing(dir)}, nil
	case errors.Is(err, source.ErrLarge):
		return &cfg, []finding.Finding{unreadable(0, "het bestand is groter dan 1 MB")}, nil
	case source.Why(err) != "":
		return &cfg, []finding.Finding{closed(source.Why(err))}, nil
	case err != nil:
		return &cfg, nil, fmt.Errorf("reading the configuration: %w", err)
	}
	data, list := decode(data)

	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		line, why := yamlTrouble(err)
		if colourInList.Match(data) {
			why = "een kleur staat tussen aanhalingstekens, zoals \"#BB0000\"; na een # leest het programma de rest van de regel niet"
		}
		return &cfg, append(list, unreadable(line, why)), nil
	}
	hidden := swallowed(&root, data)
	data, spoiled := mend(&root, data)
	list = append(append(list, unknownKeys(&root)...), spoiled...)

	v := viper.New()
	v.SetConfigType("yaml")
	v.SetEnvPrefix("VOORTGANG")
	v.SetEnvKeyReplacer(strings.NewReplacer(".", "_"))
	bindEnvironment(v, reflect.TypeFor[Config](), "")
	if err := v.ReadConfig(bytes.NewReader(data)); err != nil {
		return &cfg, append(list, unreadable(0, "de indeling klopt niet")), nil
	}
	if flags.Year != 0 {
		v.Set("rapport.jaar", flags.Year)
	}
	if err := v.Unmarshal(&cfg, viper.DecodeHook(plainDates())); err != nil {
		return &cfg, withSwallowed(append(list, wrongTypes(err, &root)...), hidden), nil
	}
	cfg.Dir, cfg.file = dir, &root
	list = append(list, checkFields(&cfg, &root)...)
	list = append(list, readDate(&cfg, &root)...)
	list = append(list, checkDelivery(&cfg, &root)...)
	list = append(list, checkThemes(&cfg, &root)...)
	list = append(list, checkPercentages(&cfg, &root)...)
	return &cfg, withSwallowed(list, hidden), nil
}

// plainDates keeps dates as the text they were: YAML turns 2022-04-28 into a
// moment, and the configuration wants to judge what was written.
func plainDates() mapstructure.DecodeHookFunc {
	return func(from, to reflect.Type, value any) (any, error) {
		if t, ok := value.(time.Time); ok && to.Kind() == reflect.String {
			return t.Format("2006-01-02"), nil
		}
		return value, nil
	}
}

// bindEnvironment makes every single value settable as VOORTGANG_RAPPORT_JAAR.
func bindEnvironment(v *viper.Viper, t reflect.Type, prefix string) {
	for f := range t.Fields() {
		name := f.Tag.Get("mapstructure")
		if name == "" || name == "-" {
			continue
		}
		if f.Type.Kind() == reflect.Struct {
			bindEnvironment(v, f.Type, prefix+name+".")
			continue
		}
		if f.Type.Kind() != reflect.Slice && f.Type.Kind() != reflect.Map {
			_ = v.BindEnv(prefix + name) // fails only without a key
		}
	}
}

// yamlTrouble finds the line in a message of the YAML library.
func yamlTrouble(err error) (line int, why string) {
	text := err.Error()
	if _, after, ok := strings.Cut(text, "line "); ok {
		digits := after[:len(after)-len(strings.TrimLeft(after, "0123456789"))]
		line, _ = strconv.Atoi(digits)
	}
	switch {
	case strings.Contains(text, "tab"):
		return line, "er staat een tab; spring in met spaties"
	case strings.Contains(text, "control characters"):
		return line, "er staat een onzichtbaar stuurteken; typ de regel opnieuw"
	case strings.Contains(text, "mapping values"):
		return line, "er staat een dubbele punt te veel, of een regel springt verkeerd in"
	case strings.Contains(text, "already defined"):
		return line, "dezelfde sleutel staat er twee keer"
	default:
		return line, "de indeling klopt niet (let op het inspringen en de aanhalingstekens)"
	}
}

// known lists the keys that a mapping may have, by its dotted path.
func known(t reflect.Type, path string, out map[string][]string) {
	for f := range t.Fields() {
		name := f.Tag.Get("mapstructure")
		if name == "" || name == "-" {
			continue
		}
		out[path] = append(out[path], name)
		switch {
		case f.Type.Kind() == reflect.Struct && f.Type != reflect.TypeFor[time.Time]():
			known(f.Type, path+name+".", out)
		case f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.Struct:
			known(f.Type.Elem(), path+name+".", out)
		case f.Type.Kind() == reflect.Map && f.Type.Elem().Kind() == reflect.Struct:
			known(f.Type.Elem(), path+name+".*.", out) // whatever its keys are
		}
	}
}

// unknownKeys reports keys that mean nothing to the program, with the nearest
// one that does.
func unknownKeys(root *yaml.Node) []finding.Finding {
	allowed := map[string][]string{}
	known(reflect.TypeFor[Config](), "", allowed)
	var list []finding.Finding
	var walk func(n *yaml.Node, path string)
	walk = func(n *yaml.Node, path string) {
		switch n.Kind {
		case yaml.DocumentNode:
			for _, c := range n.Content {
				walk(c, path)
			}
		case yaml.SequenceNode:
			for _, c := range n.Content {
				walk(c, path)
			}
		case yaml.MappingNode:
			names, checked := allowed[path]
			if parent, _, ok := cutLast(path); !checked && ok {
				names, checked = allowed[parent+"*."]
			}
			for i := 0; i+1 < len(n.Content); i += 2 {
				key := n.Content[i]
				if checked && !contains(names, key.Value) {
					list = append(list, unknownKey(key.Line, key.Column, strings.TrimSuffix(path, "."), key.Value, names))
					continue
				}
				walk(n.Content[i+1], path+key.Value+".")
			}
		}
	}
	walk(root, "")
	return list
}

// cutLast takes the last key off a path: "a.b." is "a." and "b".
func cutLast(path string) (parent, key string, ok bool) {
	path = strings.TrimSuffix(path, ".")
	at := strings.LastIndex(path, ".")
	if at < 0 {
		return "", path, false
	}
	return path[:at+1], path[at+1:], true
}

func contains(names []string, name string) bool {
	for _, n := range names {
		if strings.EqualFold(n, name) {
			return true
		}
	}
	return false
}

// lineOf finds where a dotted key stands, 0 when it isn't there.
func lineOf(root *yaml.Node, path ...string) (line, char int) {
	n := root
	if n.Kind == yaml.DocumentNode && len(n.Content) > 0 {
		n = n.Content[0]
	}
	for _, part := range path {
		if n.Kind == yaml.SequenceNode {
			i, err := strconv.Atoi(part)
			if err != nil || i >= len(n.Content) {
				return line, char
			}
			n = n.Content[i]
			line, char = n.Line, n.Column
			continue
		}
		found := false
		for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
			if strings.EqualFold(n.Content[i].Value, part) {
				line, char = n.Content[i].Line, n.Content[i].Column
				n, found = n.Content[i+1], true
				break
			}
		}
		if !found {
			return line, char
		}
	}
	return line, char
}

func wrongTypes(err error, root *yaml.Node) []finding.Finding {
	var list []finding.Finding
	for _, path := range typePaths(err) {
		line, char := lineOf(root, path...)
		list = append(list, wrongValue(line, char, strings.Join(path, "."), "", "een waarde van de juiste soort (zie het voorbeeld)"))
	}
	if len(list) == 0 {
		list = append(list, unreadable(0, "een waarde is niet van de juiste soort"))
	}
	return list
}

// typePaths takes the quoted names from the decoder's message:
// 'rapport.jaar' cannot parse value as int.
func typePaths(err error) [][]string {
	var out [][]string
	for line := range strings.SplitSeq(err.Error(), "\n") {
		parts := strings.Split(line, "'")
		if len(parts) >= 3 {
			name := strings.NewReplacer("[", ".", "]", "").Replace(parts[1])
			out = append(out, strings.Split(name, "."))
		}
	}
	return out
}

// checkFields applies the constraints declared on Config.
func checkFields(cfg *Config, root *yaml.Node) []finding.Finding {
	check := validator.New(validator.WithRequiredStructEnabled())
	check.RegisterTagNameFunc(func(f reflect.StructField) string { return f.Tag.Get("mapstructure") })
	err := check.Struct(cfg)
	var wrong validator.ValidationErrors
	if !errors.As(err, &wrong) {
		return nil
	}
	var list []finding.Finding
	for _, w := range wrong {
		name := strings.TrimPrefix(w.Namespace(), "Config.")
		path := strings.Split(strings.NewReplacer("[", ".", "]", "").Replace(name), ".")
		line, char := lineOf(root, path...)
		if w.Tag() == "required" {
			list = append(list, requiredKey(line, char, strings.Join(path, ".")))
			continue
		}
		list = append(list, wrongValue(line, char, strings.Join(path, "."), fmt.Sprint(w.Value()), expectation(w.Tag(), w.Param())))
	}
	return list
}

// expectation says in Dutch what a constraint asks.
func expectation(tag, param string) string {
	switch tag {
	case "email":
		return "een e-mailadres"
	case "url":
		return "een webadres dat begint met https://"
	case "hexcolor":
		return "een kleur zoals \"#004488\""
	case "gte":
		return "minstens " + param
	case "lte":
		return "hoogstens " + param
	case "max":
		return "hoogstens " + param + " tekens"
	case "min":
		return "minstens " + param
	case "oneof":
		return "een van deze: " + strings.ReplaceAll(param, " ", ", ")
	default:
		return "een geldige waarde"
	}
}

var dateLayouts = []string{"2006-01-02", "2/1/2006", "02/01/2006", "2-1-2006", "2006-01-02T15:04:05Z07:00", "2006-01-02 15:04:05 -0700 MST"}

func parseDate(text string) (time.Time, bool) {
	for _, layout := range dateLayouts {
		if d, err := time.Parse(layout, text); err == nil {
			return d, true
		}
	}
	return time.Time{}, false
}

// checkDelivery demands days that exist. Which sheets and projects there are is
// checked where those are known.
func checkDelivery(cfg *Config, root *yaml.Node) []finding.Finding {
	var list []finding.Finding
	look := func(text string, path ...string) {
		if _, ok := parseDate(text); text != "" && !ok {
			line, char := lineOf(root, path...)
			list = append(list, wrongValue(line, char, strings.Join(path, "."), text, "een datum zoals 15/01/2022"))
		}
	}
	look(cfg.Delivery.By, "levering", "tegen")
	for _, code := range slices.Sorted(maps.Keys(cfg.Delivery.Projects)) {
		look(cfg.Delivery.Projects[code].By, "levering", "projecten", code, "tegen")
	}
	return list
}

func readDate(cfg *Config, root *yaml.Node) []finding.Finding {
	if cfg.Report.DateText == "" {
		return nil
	}
	if d, ok := parseDate(cfg.Report.DateText); ok {
		cfg.Report.Date = d
		return nil
	}
	line, char := lineOf(root, "rapport", "datum")
	return []finding.Finding{wrongValue(line, char, "rapport.datum", cfg.Report.DateText, "een datum zoals 2022-04-28")}
}

// checkThemes demands that themes differ from one another, aliases included.
func checkThemes(cfg *Config, root *yaml.Node) []finding.Finding {
	seen := map[string]bool{}
	var list []finding.Finding
	for i, t := range cfg.Themes {
		if slug := t.Slug(); slug == "" || seen[slug] {
			line, char := lineOf(root, "themas", strconv.Itoa(i), "naam")
			list = append(list, wrongValue(line, char, "themas", t.Name, "een naam die maar één keer voorkomt"))
		} else {
			seen[slug] = true
		}
	}
	return list
}

// checkPercentages asks about percentages that look like a fraction of one.
func checkPercentages(cfg *Config, root *yaml.Node) []finding.Finding {
	const lowest = 2
	var list []finding.Finding
	v := reflect.ValueOf(cfg.Thresholds)
	for f := range v.Type().Fields() {
		name := f.Tag.Get("mapstructure")
		if n := v.FieldByIndex(f.Index); strings.HasSuffix(name, "_procent") && n.CanFloat() && n.Float() > 0 && n.Float() < lowest {
			line, char := lineOf(root, "drempels", name)
			list = append(list, fraction(line, char, "drempels."+name, n.Float()))
		}
	}
	return list
}

// at is a place in the configuration file.
func at(line, char int) source.Ref { return source.Ref{File: FileName, Line: line, Char: char} }
