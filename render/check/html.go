package check

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"
	"strings"
	"sync"

	pages "voortgang/templates/check"
)

// pageTemplate is read once; it is embedded, so a fault in it is ours.
var pageTemplate = sync.OnceValues(func() (*template.Template, error) {
	return template.New("validatie").Funcs(template.FuncMap{"broken": broken}).Parse(pages.Page)
})

// HTML gives validatie.html: one file with all that it needs in it, complete
// without its script. Nothing of the data can become markup, and the page
// forbids itself every script and style but its own.
func HTML(r Report) ([]byte, error) {
	t, err := pageTemplate()
	if err != nil {
		return nil, fmt.Errorf("reading the page's template: %w", err)
	}
	v := newView(r)
	v.Style, v.Script = template.CSS(pages.Style), template.JS(pages.Script)
	v.StyleHash, v.ScriptHash = policyHash(pages.Style), policyHash(pages.Script)
	var b bytes.Buffer
	if err := t.Execute(&b, v); err != nil {
		return nil, fmt.Errorf("writing validatie.html: %w", err)
	}
	return b.Bytes(), nil
}

// broken lets a path break after its signs, and so not inside its words.
func broken(path string) template.HTML {
	escaped := template.HTMLEscapeString(path)
	return template.HTML(pathSigns.Replace(escaped))
}

// pathSigns are what a path may break after.
var pathSigns = strings.NewReplacer("/", "/<wbr>", "-", "-<wbr>", "_", "_<wbr>")

// policyHash is how a content security policy names an inline script or style.
func policyHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
