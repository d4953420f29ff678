package validate

import (
	"path"
	"regexp"
	"strings"
)

// copyMarks are what people and programs put behind or before the name of a
// copy: Windows, macOS, OneDrive, Dropbox, Nextcloud, browsers.
var copyMarks = regexp.MustCompile(`(?i)^(kopie van|copy of|copie de|conflict van)[\s_]+` +
	`|[\s_-]*\((\d{1,2}|[^()]*(kopie|copy|copie|conflict)[^()]*)\)$` +
	`|[\s._-]+(kopie|copy|copie)([\s_-]*\(?\d+\)?)?$` +
	`|[\s._-]+(oud|old|eindversie|backup|back-up|bak|concept|draft|nieuw|new|def|definitief|finaal|final|laatste( versie)?|herwerkt|aangepast)$` +
	`|[\s._-]+(v|versie|version)[\s_.]?\d+([.,]\d+)*$` +
	`|[\s_-]+(pc|laptop|desktop|macbook|imac|surface|ws|nb)[\w-]*$` +
	`|-[A-Z][A-Z0-9]*-?[A-Z0-9]*\d[A-Z0-9]*$` +
	`|[\s_-]+(\d{4}-\d\d-\d\d|20\d{6})$`)

// stem is the name of a file without its extension.
func stem(file string) string { return strings.TrimSuffix(path.Base(file), path.Ext(file)) }

// withoutMarks is the name of a file without what marks a copy.
func withoutMarks(file string) string {
	name := stem(file)
	for {
		cut := strings.TrimSpace(copyMarks.ReplaceAllString(name, ""))
		if cut == name || cut == "" {
			return name
		}
		name = cut
	}
}
