package markdown

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"voortgang/internal/finding"
	"voortgang/internal/garbled"
	"voortgang/internal/picture"
	"voortgang/internal/prose"
	"voortgang/internal/source"
)

var (
	RuleReference = finding.ByCode("T01") // braces whose content can't be read
	RuleHTML      = finding.ByCode("T02") // HTML in a text
	RuleImage     = finding.ByCode("T03") // a picture that isn't there or can't be used
	RuleAlt       = finding.ByCode("T04") // a picture without a description
	RuleFile      = finding.ByCode("T05") // a file in teksten/ that isn't a text
)

func brokenReference(ref prose.Reference) finding.Finding {
	f := finding.New(RuleReference, ref.Place, fmt.Sprintf(
		"De verwijzing ‘%s’ is niet te lezen. Schrijf een woord, een sleutel tussen aanhalingstekens en eventueel een jaar, zoals {{ cijfer \"vte.totaal\" 2020 }}.", short(ref.Raw)))
	f.Found, f.Expected = ref.Raw, `{{ cijfer "sleutel" }}`
	return f
}

func htmlIgnored(place source.Ref, line string) finding.Finding {
	f := finding.New(RuleHTML, place, "Hier staat HTML; die wordt weggelaten. Gebruik Markdown: **vet**, *cursief*, [tekst](https://…).")
	f.Found, f.Expected = line, "Markdown"
	if meant := garbled.ToMarkdown(line); meant != line {
		f.Proposal = meant
	}
	return f
}

func notMarkdown(file string) finding.Finding {
	f := finding.New(RuleFile, source.Ref{File: file}, "Dit bestand wordt niet gebruikt: het is geen Markdown. Bewaar de tekst als .md, of zet het bestand ergens anders.")
	f.Expected = "een bestand dat eindigt op .md"
	return f
}

// closed is an error, unlike a file that doesn't belong in teksten/: texts that
// were written would be missing.
func closed(file, why string) finding.Finding {
	f := finding.New(RuleFile, source.Ref{File: file}, "Dit kan niet geopend worden: "+why+". Wat erin staat, komt niet in het rapport. Zet er een bestand of map die je zelf kan openen, of haal het weg.")
	f.Level = finding.Error
	return f
}

func tooLarge(file string) finding.Finding {
	return finding.New(RuleFile, source.Ref{File: file}, "Dit bestand is groter dan 512 kB en wordt niet gebruikt. Een tekst is veel kleiner; zet afbeeldingen in beelden/.")
}

// pictures are those that the texts show; each is looked into once.
type pictures struct {
	dir      string
	troubles map[string]picture.Trouble
}

// check demands that pictures are there, and are pictures.
func (p *pictures) check(blocks []prose.Block) []finding.Finding {
	var list []finding.Finding
	for _, b := range blocks {
		img, ok := b.(prose.Image)
		if !ok {
			continue
		}
		if t := p.trouble(img.Path); !t.None() {
			f := finding.New(RuleImage, img.Place, fmt.Sprintf("De afbeelding ‘%s’ %s. %s", img.Path, t.Why, t.Mend))
			f.Found, f.Expected = img.Path, "een PNG of JPEG in beelden/"
			if t.Doubt {
				f.Level = finding.Warning
			}
			list = append(list, f)
		}
		if strings.TrimSpace(img.Alt) == "" {
			list = append(list, finding.New(RuleAlt, img.Place, fmt.Sprintf(
				"De afbeelding ‘%s’ heeft geen beschrijving. Schrijf tussen de rechte haken wat erop te zien is.", img.Path)))
		}
	}
	return list
}

func (p *pictures) trouble(name string) picture.Trouble {
	t, known := p.troubles[name]
	if !known {
		t = imageTrouble(p.dir, name)
		p.troubles[name] = t
	}
	return t
}

func imageTrouble(dir, name string) picture.Trouble {
	elsewhere := func(why string) picture.Trouble {
		return picture.Trouble{Why: why, Mend: "Zet ze in de map beelden/ en schrijf beelden/naam.jpg."}
	}
	if strings.Contains(name, "://") || strings.HasPrefix(name, "http") {
		return elsewhere("staat op het internet; het rapport haalt niets van het internet")
	}
	if !filepath.IsLocal(filepath.FromSlash(name)) {
		return elsewhere("ligt buiten de werkmap")
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".png", ".jpg", ".jpeg":
	default:
		return elsewhere("is geen PNG of JPEG")
	}
	data, err := source.Read(dir, name, picture.MaxBytes)
	switch {
	case errors.Is(err, source.ErrLarge):
		return picture.TooLarge
	case errors.Is(err, fs.ErrPermission), errors.Is(err, source.ErrOutside):
		return elsewhere("kan niet geopend worden: " + source.Why(err))
	case err != nil:
		return elsewhere("is er niet")
	}
	return picture.Check(data)
}

func short(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}
