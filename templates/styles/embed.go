// Package styles holds the shipped house styles as data. A style has the same
// keys as huisstijl in voortgang.yaml, where each of them can be replaced.
package styles

import "embed"

// Files holds one <name>.yaml per style.
//
//go:embed *.yaml
var Files embed.FS
