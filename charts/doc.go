// Package charts turns numbers and labels into a drawing and an alternative
// text. It knows nothing of projects, themes or indicators: a chart is plain
// data (names and values), and everything it needs to be drawn.
//
// The way a chart goes:
//
//	Chart.Draw → Canvas → chart.Renderer → Drawing → PDF, SVG
//	                                     → pixels  → PNG
//
// A Canvas works in points (1/72 inch) with the origin at the top left and y
// downwards. Under it lies one seam, go-chart's Renderer, which counts in whole
// units; the canvas draws 20 units to a point, so a coordinate is off by at
// most 0.025 pt. Record catches the calls as a Drawing: plain paths and texts
// in points, which the PDF writer and SVG replay, and which tests compare as
// text. PNG has a renderer of its own on go-chart's raster context.
//
// Go-chart is the drawing kit only; its chart types and its text measuring are
// not used (labels vanish, axes start at the minimum, zero values shift the
// colours). Text is measured with the tables of package fonts, which are the
// ones the PDF is set with.
//
// Bad numbers never stop a chart: NaN and infinities count as missing, a chart
// without any number says "Geen gegevens".
package charts
