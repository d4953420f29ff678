package workdir

import (
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"voortgang/config"
	"voortgang/internal/model"
)

// A new year begins with every setting of the year before: a threshold that
// keeps small groups from readers must not be lost.
func TestNewKeepsEverySetting(t *testing.T) {
	own := map[string]any{
		"email": "info@voorbeeld.be", "website": "https://www.voorbeeld.be", "taal": "fr-BE", "stijl": "warm",
		"omslagvorm": "blad", "openingsvorm": "blad", "titelgewicht": "vet", "kop1": "20/24 vet", "kop2": "16/20 vet", "kop3": "12/15 vet", "kop4": "10/13 vet",
		"zonder_gegevens": "weglaten", "link_dagen": 0, // 0 is a choice too
		"voettekst": "Rapport over 2021", "koptekst": "Versie 2021", "ondertitel": "Jaar 2021",
	}
	cfg := config.Defaults()
	for section := range reflect.ValueOf(&cfg).Elem().Fields() {
		if v := reflect.ValueOf(&cfg).Elem().FieldByIndex(section.Index); v.Kind() == reflect.Struct && section.IsExported() {
			fillIn(v, own)
		}
	}
	cfg.Report.Year, cfg.Report.Date = 2021, time.Date(2022, 4, 30, 0, 0, 0, 0, time.UTC)
	cfg.Themes = []config.Theme{{Name: "Wonen", Aliases: []string{"Huis"}, Colour: "#123456"}}
	cfg.Rules = map[string]string{"s16": "info"}
	cfg.Delivery = config.Delivery{Sheets: []string{"Conclusie"}, By: "15/01/2022", Projects: map[string]config.Duty{
		"loopt": {Sheets: []string{"Activiteiten", "Conclusie"}, By: "2022-02-01"}, "gedaan": {By: "2022-02-01"}}}
	data := &model.Dataset{Projects: []*model.Project{{Code: "Loopt", Name: "Loopt"}, {Code: "gedaan", Name: "Gedaan", End: time.Date(2021, 6, 1, 0, 0, 0, 0, time.UTC)}}}

	dir := filepath.Join(t.TempDir(), "nieuw")
	if err := New(dir, Start{Previous: &cfg, Data: data}); err != nil {
		t.Fatal(err)
	}
	got, _, err := config.Load(dir, config.Overrides{})
	if err != nil {
		t.Fatal(err)
	}
	want := cfg
	want.Report.Year, want.Report.Date, want.Report.DateText = 2022, time.Date(2023, 4, 30, 0, 0, 0, 0, time.UTC), "2023-04-30"
	want.Report.Foot, want.Report.Head, want.Report.Subtitle = "Rapport over 2022", "Versie 2022", "Jaar 2022"
	want.Delivery = config.Delivery{Sheets: []string{"Conclusie"}, By: "2023-01-15", Projects: map[string]config.Duty{
		"loopt": {Sheets: []string{"Activiteiten", "Conclusie"}, By: "2023-02-01"}}} // not what ended
	for _, part := range [][2]any{{got.Delivery, want.Delivery}, {got.Organisation, want.Organisation}, {got.Report, want.Report}, {got.Themes, want.Themes}, {got.Style, want.Style},
		{got.Sections, want.Sections}, {got.Thresholds, want.Thresholds}, {got.Limits, want.Limits}, {got.Rules, want.Rules}} {
		if !reflect.DeepEqual(part[0], part[1]) {
			t.Errorf("got\n%+v\nwant\n%+v", part[0], part[1])
		}
	}
}

// fillIn gives every key of a section a value of its own.
func fillIn(section reflect.Value, own map[string]any) {
	for f := range section.Type().Fields() {
		key, v := f.Tag.Get("mapstructure"), section.FieldByIndex(f.Index)
		if value, ok := own[key]; ok {
			v.Set(reflect.ValueOf(value))
			continue
		}
		switch v.Interface().(type) {
		case string:
			v.SetString("#abcdef")
		case []string:
			v.Set(reflect.ValueOf([]string{"#abcdef", "#123456"}))
		case int:
			v.SetInt(v.Int() + 3)
		case float64:
			v.SetFloat(v.Float() + 2.5)
		}
	}
}
