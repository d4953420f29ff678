// Package html holds the web page of the report: its frame and its style.
package html

import _ "embed"

// Page is the frame of the page, a template of html/template.
//
//go:embed rapport.html.tmpl
var Page string

// Style is the page's style sheet; the colours come from the house style.
//
//go:embed rapport.css
var Style string
