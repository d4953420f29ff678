package report

import (
	"strings"

	"voortgang/internal/document"
	"voortgang/internal/dutch"
	"voortgang/internal/picture"
	"voortgang/internal/prose"
)

// cover fills in the front page.
func (b *builder) cover(title string) document.Cover {
	cfg, photo := b.in.Config, picture.Cover
	if b.style.CoverForm == document.Sheet {
		photo = picture.Sheet
	}
	return document.Cover{
		Organisation: cfg.Organisation.Name,
		Title:        title,
		Subtitle:     cfg.Report.Subtitle,
		Year:         b.year,
		Date:         date(cfg.Report.Date, "", dutch.LongDate),
		Logo:         b.image(cfg.Style.Logo, "logo", picture.Logo),
		Photo:        b.image(cfg.Style.Cover, "omslag", photo),
	}
}

// front adds the contents and the preface.
func (b *builder) front() {
	b.add(document.Contents{Title: b.layout.Contents, Depth: 3})
	preface := b.layout.Preface
	if b.hasText(preface.Texts...) {
		b.add(document.Heading{Level: 1, Text: preface.Title, ID: b.id(preface.Title), NewPage: true})
		b.text(1, preface.Texts...)
		return
	}
	b.places = append(b.places, preface.Texts[0])
}

// colophon makes the back page: the organisation's text, then its address.
func (b *builder) colophon() []document.Block {
	body := b.blocks
	b.blocks = nil
	defer func() { b.blocks = body }()

	l := b.layout.Colophon
	b.add(document.Heading{Level: 1, Text: l.Title, ID: b.id(l.Title), Unlisted: true})
	b.text(1, l.Texts...)
	b.add(document.Paragraph{Text: b.address()})
	if made := date(b.in.Config.Report.Date, "Rapport van ", dutch.LongDate); made != "" {
		if b.in.Version != "" {
			made += ", gemaakt met voortgang " + b.in.Version
		}
		b.paragraph(document.Small, made+".")
	}
	return b.blocks
}

// address is how to reach the organisation, one thing a line.
func (b *builder) address() []prose.Inline {
	o := b.in.Config.Organisation
	var out []prose.Inline
	line := func(parts ...prose.Inline) {
		if len(parts) == 0 || parts[len(parts)-1].Text == "" {
			return
		}
		if len(out) > 0 {
			out = append(out, prose.Inline{Break: true})
		}
		out = append(out, parts...)
	}
	line(prose.Inline{Text: o.Name, Bold: true})
	for part := range strings.SplitSeq(o.Address, "\n") {
		line(prose.Inline{Text: strings.TrimSpace(part)})
	}
	line(prose.Inline{Text: o.Phone})
	if o.Email != "" {
		line(prose.Inline{Text: o.Email, Link: "mailto:" + o.Email})
	}
	if o.Website != "" {
		line(prose.Inline{Text: host(o.Website), Link: o.Website})
	}
	if o.Number != "" {
		line(prose.Inline{Text: "Ondernemingsnummer "}, prose.Inline{Text: o.Number})
	}
	if o.Publisher != "" {
		line(prose.Inline{Text: "Verantwoordelijke uitgever: "}, prose.Inline{Text: o.Publisher})
	}
	return out
}
