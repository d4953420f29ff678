// Package example holds what the example werkmap is made from: the facts of a
// real report as CSV (facts/), what is made up beside them (made/), a review of
// each project (projects/), the narrative, the configuration and the logo,
// which are copied as they are (workdir/), and the texts of the example with
// mistakes, which are copied over those (printed/). docs/voorbeeld.md says what is real and what is made up.
package example

import "embed"

// Files holds facts/, made/, printed/, projects/ and workdir/.
//
//go:embed facts made printed projects workdir
var Files embed.FS
