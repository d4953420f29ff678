// Package pdf typesets a document.Document: blocks in, a tagged PDF out.
//
// The way a block goes:
//
//	block → composer → strips → paginator → pages → maroto rows → pdfw
//
// A strip is what can't be parted by a page break: a line of text, a slice of
// a table row, a chart. It holds its marks (texts, fills, rules, drawings) with
// places relative to its own top left corner, each mark with the structure
// element it belongs to or none when it is decoration. The paginator stacks
// strips on pages; then every place and page number is known, and references
// to pages are filled in. Nothing moves after that: the lines of the contents
// are as high with a page number as without.
//
// The pages are rendered as maroto pages, rows and columns on a core.Provider
// of ours (provider.go). This package is the only one that imports maroto.
//
// Lengths are in points, the origin is at the top left and y runs downward.
package pdf
