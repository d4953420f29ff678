package published

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"voortgang/internal/model"
)

const organisation = "Buurt & Co"

// figures of 2022, with the rows of 2021 that are given.
func figures(rows map[string]float64) *model.Figures {
	figs := model.NewFigures(2022)
	for _, f := range []*model.Figure{
		{Key: "contacten.totaal", Indicator: "2.6", Title: "Contacten", Unit: model.UnitCount},
		{Key: "contacten.thema.wonen", Indicator: "2.6", Title: "Contacten: Wonen", Parts: []string{"Wonen"}, Unit: model.UnitCount},
		{Key: "vrijwilligers.totaal", Indicator: "2.9", Title: "Vrijwilligers", Unit: model.UnitCount},
		{Key: "contacten.thema.nieuw", Indicator: "2.6", Title: "Contacten: Nieuw", Parts: []string{"Nieuw"}, Unit: model.UnitCount},
	} {
		f.Now = model.Value{Year: 2022, Known: true, Value: 9}
		if v, ok := rows[f.Key]; ok {
			f.Years = append(f.Years, model.Value{Year: 2021, Known: true, Value: v})
		}
		f.Years = append(f.Years, f.Now)
		figs.Add(f)
	}
	return figs
}

func said(values map[string]any) *Report {
	r := &Report{Version: schema, Organisation: organisation, Year: 2021}
	for key, v := range values {
		switch v := v.(type) {
		case float64:
			r.Figures = append(r.Figures, Figure{Key: key, Value: &v})
		case string:
			r.Figures = append(r.Figures, Figure{Key: key, Withheld: v})
		}
	}
	return r
}

func TestApply(t *testing.T) {
	for _, c := range []struct {
		name  string
		rows  map[string]float64
		said  map[string]any
		lists bool
		want  map[string]string
		level string
		text  string
	}{
		{name: "what was published wins, and says so once",
			rows: map[string]float64{"contacten.totaal": 2877, "contacten.thema.wonen": 10}, said: map[string]any{"contacten.totaal": 2955.0, "contacten.thema.wonen": 12.0},
			want: map[string]string{"contacten.totaal": "2955", "contacten.thema.wonen": "12"}, level: "waarschuwing", text: "contacten.totaal is 2.877 in de rijen en 2.955 in het rapport; contacten.thema.wonen is 10"},
		{name: "another theme only", rows: map[string]float64{"contacten.totaal": 12, "contacten.thema.wonen": 10}, said: map[string]any{"contacten.totaal": 12.0, "contacten.thema.wonen": 12.0},
			want: map[string]string{"contacten.totaal": "12"}, level: "info", text: "1 cijfer"},
		{name: "the same", rows: map[string]float64{"contacten.totaal": 12}, said: map[string]any{"contacten.totaal": 12.0}, want: map[string]string{"contacten.totaal": "12"}},
		{name: "no rows", said: map[string]any{"contacten.totaal": 12.0}, want: map[string]string{"contacten.totaal": "12", "contacten.thema.wonen": "–"}},
		{name: "a theme that wasn't there isn't compared", rows: map[string]float64{"contacten.thema.nieuw": 4}, said: map[string]any{"contacten.totaal": 12.0},
			want: map[string]string{"contacten.thema.nieuw": "–"}},
		{name: "withheld stays withheld", rows: map[string]float64{"vrijwilligers.totaal": 3}, said: map[string]any{"vrijwilligers.totaal": "< 5"}, lists: true,
			want: map[string]string{"vrijwilligers.totaal": "< 5"}},
		{name: "people counted back", rows: map[string]float64{"vrijwilligers.totaal": 8}, said: map[string]any{"vrijwilligers.totaal": 9.0}, want: map[string]string{"vrijwilligers.totaal": "9"}},
		{name: "people in last year's rows", rows: map[string]float64{"vrijwilligers.totaal": 8}, said: map[string]any{"vrijwilligers.totaal": 9.0}, lists: true,
			want: map[string]string{"vrijwilligers.totaal": "9"}, level: "waarschuwing", text: "vrijwilligers.totaal is 8"},
	} {
		t.Run(c.name, func(t *testing.T) {
			figs := figures(c.rows)
			list := said(c.said).Apply(figs, organisation, c.lists)
			for key, want := range c.want {
				v := figs.Get(key).Previous()
				if got := show(v); got != want {
					t.Errorf("%s: got %s, want %s", key, got, want)
				}
				if v.HasData() && !v.Published {
					t.Errorf("%s doesn't say that it was published", key)
				}
			}
			if c.level == "" {
				if len(list) > 0 {
					t.Errorf("found %v", list)
				}
				return
			}
			if len(list) != 1 || list[0].Level.String() != c.level || !strings.Contains(list[0].Message, c.text) {
				t.Errorf("found %+v", list)
			}
		})
	}
}

func show(v model.Value) string {
	switch {
	case v.Withheld == model.Small:
		return "< " + strconv.Itoa(v.Below)
	case v.Known:
		return strconv.Itoa(int(v.Value))
	}
	return "–"
}

func TestLoad(t *testing.T) {
	good, err := said(map[string]any{"contacten.totaal": 2955.0, "vrijwilligers.totaal": "*"}).Encode()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, text, code string }{
		{"as written", string(good), ""},
		{"with a byte order mark", "\xef\xbb\xbf" + string(good), ""},
		{"no JSON", "{", "C20"},
		{"empty", "", "C20"},
		{"newer", strings.Replace(string(good), `"versie": 1`, `"versie": 2`, 1), "C20"},
		{"no version", strings.Replace(string(good), `"versie": 1,`, "", 1), "C20"},
		{"a number too large", strings.Replace(string(good), "2955", "1e999", 1), "C20"},
		{"a word for a number", strings.Replace(string(good), "2955", `"2.955"`, 1), "C20"},
		{"a mark that isn't one", strings.Replace(string(good), `"*"`, `"< x"`, 1), "C20"},
		{"a key twice", strings.Replace(string(good), "vrijwilligers", "contacten", 1), "C20"},
		{"another year", strings.Replace(string(good), "2021", "2019", 1), "C21"},
		{"another organisation", strings.Replace(string(good), "Buurt", "Dorp", 1), "C21"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, FileName), []byte(c.text), 0o600); err != nil {
				t.Fatal(err)
			}
			r, list, err := Load(dir)
			if err != nil {
				t.Fatal(err)
			}
			figs := figures(map[string]float64{"contacten.totaal": 5})
			list = append(list, r.Apply(figs, "buurt & CO", true)...)
			var codes []string
			for _, f := range list {
				if f.Rule != ruleDisagree {
					codes = append(codes, f.Code())
				}
			}
			if got := strings.Join(codes, " "); got != c.code {
				t.Errorf("found %q, want %q", got, c.code)
			}
			if used := figs.Get("contacten.totaal").Previous().Value == 2955; used != (c.code == "") {
				t.Errorf("used: %v", used)
			}
		})
	}
	if r, list, err := Load(t.TempDir()); r != nil || len(list) > 0 || err != nil {
		t.Errorf("nothing there: %v %v %v", r, list, err)
	}
}
