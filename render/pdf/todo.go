package pdf

import "voortgang/internal/document"

func (c *composer) cover(document.Cover)                     {}
func (c *composer) back([]document.Block)                    {}
func (c *composer) contents(b document.Contents)             {}
func (c *composer) chapterOpening(b document.ChapterOpening) { c.heading(b.Heading) }
func (c *composer) themeOpening(b document.ThemeOpening)     { c.heading(b.Heading) }
func (c *composer) chart(b document.Chart)                   {}
func (c *composer) chartRow(b document.ChartRow)             {}
func (c *composer) image(b document.Image)                   {}
func (c *composer) scale(b document.Scale)                   {}
func (c *composer) card(b document.Card)                     {}
func (c *composer) terms(b document.Terms)                   {}
func (c *composer) linkList(b document.LinkList)             {}
