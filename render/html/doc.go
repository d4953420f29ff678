// Package html writes a report as one web page that needs nothing else: the
// style, the pictures and the charts (as SVG) are in the file, and there is no
// script. It says the same as the PDF, in the order of the document tree.
//
// How blocks become elements:
//
//   - the cover is the header with the only h1, a heading of level n is an
//     element of level n+1, the colophon is in the footer;
//   - a rating is a sentence ("Samenwerking: doelstellingen bereikt, stap 4 van
//     5") and, for the eye, a strip of cells that screen readers skip;
//   - cards and terms are definition lists, tables have a caption and scopes,
//     and what can be wider than a phone scrolls by itself, by keyboard too;
//   - links are written only to ids that exist and to web, mail and telephone
//     addresses; any other is plain text.
//
// The target is WCAG 2.2 level AA. The same document gives the same bytes.
package html
