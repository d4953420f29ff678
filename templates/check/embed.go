// Package check holds the page of a check: validatie.html.tmpl with its style
// and its script, which the page carries in itself so that it needs no
// network.
package check

import _ "embed"

// Page is an html/template; Style and Script are put into it as they are.
//
//go:embed validatie.html.tmpl
var Page string

// Style is the style sheet of the page.
//
//go:embed validatie.css
var Style string

// Script makes the filters work; the page is complete without it.
//
//go:embed validatie.js
var Script string
