// Package start holds the stubs of a new werkmap: the configuration, the
// explanation for whoever fills it in, and the texts. The files are
// text/template with [[ ]] as marks, because {{ }} is what the narrative uses.
package start

import "embed"

// Files holds voortgang.yaml.tmpl, LEESMIJ.md.tmpl and teksten/.
//
//go:embed voortgang.yaml.tmpl LEESMIJ.md.tmpl teksten
var Files embed.FS
