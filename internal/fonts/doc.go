// Package fonts measures and embeds TrueType fonts. It reads what a page
// needs of a font file (metrics, characters, kerning, outlines), carries the
// report's typefaces in the binary, and makes any text printable: a character
// that no face has becomes a legible placeholder, never an empty box.
//
// For measuring text the ways in are [Default] and [Family.Width]; for
// drawing, [Family.Runs].
//
// It shapes no scripts that need it: Arabic and Indic letters are printed one
// by one, and text from right to left isn't reordered.
package fonts
