package check

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", "validatie.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("validatie.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("validatie.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestJSONFitsItsSchema(t *testing.T) {
	s := schema(t)
	clean := sample()
	clean.Findings, clean.Data.Files = nil, nil
	for name, r := range map[string]Report{"sample": sample(), "clean": clean, "many": many(50)} {
		data, err := JSON(r)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A schema that accepts anything would pass the test above.
func TestTheSchemaRefuses(t *testing.T) {
	s := schema(t)
	data, err := JSON(sample())
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range [][2]string{
		{`"niveau": "fout"`, `"niveau": "error"`}, {`"cel": "C14"`, `"cel": "14"`}, {`"jaar": 2021`, `"jaar": "2021"`},
		{`"cel": "C14",`, ``}, {`"code": "W02"`, `"code": "datum"`}, {`"versie"`, `"version"`}, {`"rijen": 3`, `"rijen": -3`},
	} {
		broken := strings.Replace(string(data), change[0], change[1], 1)
		if broken == string(data) {
			t.Fatalf("%s isn't in the output", change[0])
		}
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(broken))
		if err != nil {
			t.Fatal(err)
		}
		if s.Validate(doc) == nil {
			t.Errorf("%s is accepted", change[1])
		}
	}
}
