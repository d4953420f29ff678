package validate

import (
	"errors"
	"fmt"
	"reflect"

	"github.com/go-playground/validator/v10"

	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
)

var ruleFieldRange = finding.ByCode("V04")

// fieldRange applies the constraints declared on the model's numbers.
func fieldRange(c *checker) {
	check := validator.New()
	for _, sheet := range model.Sheets() {
		for column, constraint := range constraints(sheet) {
			c.range1(sheet, column, func(v float64) (validator.FieldError, bool) {
				var wrong validator.ValidationErrors
				if errors.As(check.Var(v, constraint), &wrong) {
					return wrong[0], true
				}
				return nil, false
			})
		}
	}
}

// constraints gives the validate tags of a sheet's numbers by column.
func constraints(sheet *model.Sheet) map[int]string {
	out := map[int]string{}
	r := sheet.New()
	fields := r.Fields(nil)
	v := reflect.ValueOf(r).Elem()
	for i := range v.NumField() {
		tag := v.Type().Field(i).Tag.Get("validate")
		if tag == "" {
			continue
		}
		for column, f := range fields {
			if f == v.Field(i).Addr().Interface() {
				out[column] = tag
			}
		}
	}
	return out
}

// range1 judges one column. The same number is judged once: registrations hold
// hundreds of thousands of small counts.
func (c *checker) range1(sheet *model.Sheet, column int, judge func(float64) (validator.FieldError, bool)) {
	good := map[float64]bool{}
	var fields []any
	for r := range c.data.Records(sheet) {
		fields = r.Fields(fields[:0])
		n, ok := fields[column].(*model.Number)
		if !ok || !n.Known || good[n.Value] || !r.Base().Usable(column) {
			continue
		}
		wrong, bad := judge(n.Value)
		if !bad {
			good[n.Value] = true
			continue
		}
		c.report(newFieldRange(sheet, column, r, fields, *n, wrong))
		r.Base().MarkBad(column)
	}
}

func newFieldRange(sheet *model.Sheet, column int, r model.Record, fields []any, n model.Number, wrong validator.FieldError) finding.Finding {
	name := sheet.Columns[column].Name
	expected := "minstens " + wrong.Param()
	if wrong.Tag() == "lte" {
		expected = "hoogstens " + wrong.Param()
	}
	found := dutch.Full(n.Value)
	f := finding.New(ruleFieldRange, r.Base().Place(column), fmt.Sprintf("Bij ‘%s’ kan %s niet: het getal is %s. Verbeter het.", name, found, expected))
	f.Column, f.Found, f.Expected = name, found, expected
	if p := sheet.ProjectColumn(); p >= 0 {
		f.Project = *fields[p].(*string)
	}
	return f
}
