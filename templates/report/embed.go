// Package report holds the layout of the report as data: the chapters, their
// titles and order, the thirteen indicators with the question each answers,
// and the sentences that are the same every year.
package report

import _ "embed"

// Layout is rapport.yaml. Words between braces, such as {jaar}, are filled in
// by internal/report.
//
//go:embed rapport.yaml
var Layout []byte
