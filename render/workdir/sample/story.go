package sample

import (
	"io/fs"
	"strconv"
	"strings"
	"time"

	"voortgang/internal/model"
)

// story is a project's review, read from projects/<code>.md. The file has a
// heading for each section with its rating after a bar, subheadings, bullets
// that start with • and ▬, and planned actions with their term after a bar.
type story struct {
	description string
	parts       []part
}

// part is one section; rows are its texts by subheading.
type part struct {
	title, rating string
	rows          []*model.Progress
}

func readStory(files fs.FS, code string) (*story, error) {
	path := "projects/" + code + ".md"
	content, err := fs.ReadFile(files, path)
	if err != nil {
		return nil, err
	}
	return parseStory(string(content)), nil
}

func parseStory(content string) *story {
	var s story
	for line := range strings.SplitSeq(strings.ReplaceAll(content, "\r\n", "\n"), "\n") {
		line = strings.TrimSpace(line)
		if title, ok := strings.CutPrefix(line, "# "); ok {
			name, rating, _ := strings.Cut(title, "|")
			s.parts = append(s.parts, part{title: strings.TrimSpace(name), rating: strings.TrimSpace(rating)})
			continue
		}
		if len(s.parts) == 0 {
			continue
		}
		p := &s.parts[len(s.parts)-1]
		if title, ok := strings.CutPrefix(line, "## "); ok {
			p.rows = append(p.rows, &model.Progress{Subheading: strings.TrimSpace(title)})
			continue
		}
		if line == "" {
			continue
		}
		if len(p.rows) == 0 {
			p.rows = append(p.rows, &model.Progress{})
		}
		row := p.rows[len(p.rows)-1]
		if row.Text != "" {
			row.Text += "\n"
		}
		row.Text += line
	}
	for _, p := range s.parts {
		if p.title == "Omschrijving" {
			s.description = p.text()
		}
	}
	return &s
}

func (p part) text() string {
	var texts []string
	for _, r := range p.rows {
		texts = append(texts, r.Text)
	}
	return strings.Join(texts, "\n")
}

// addTo puts the review in the project's sheets.
func (s *story) addTo(p *Project) {
	if s.description != "" {
		p.Record.Description = s.description
	}
	for _, part := range s.parts {
		switch part.title {
		case "Omschrijving":
		case "Conclusie":
			p.Data.Conclusions = append(p.Data.Conclusions, &model.Conclusion{Project: p.Record.Code, Status: part.rating, Text: part.text()})
		case "Planning":
			for line := range strings.SplitSeq(part.text(), "\n") {
				action, when, _ := strings.Cut(strings.TrimPrefix(line, "- "), "|")
				p.Data.Plans = append(p.Data.Plans, &model.PlannedAction{
					Project: p.Record.Code, Action: strings.TrimSpace(action), When: period(strings.TrimSpace(when)),
				})
			}
		default:
			for i, row := range part.rows {
				if strings.TrimSpace(row.Text) == "" {
					continue
				}
				row.Project, row.Section = p.Record.Code, part.title
				if i == 0 {
					row.Rating = part.rating
				}
				p.Data.Progress = append(p.Data.Progress, row)
			}
		}
	}
}

// period keeps a term as it is written; a whole day is a date, so that it
// becomes a date in the workbook.
func period(text string) model.Period {
	if day, err := time.Parse("02/01/2006", text); err == nil {
		return model.Period{Text: text, From: day, To: day}
	}
	return model.Period{Text: text, Continuous: text == "continu"}
}

// codeNumber writes a pseudonym: code("P", 7) is "P007".
func codeNumber(letter string, n int) string {
	s := strconv.Itoa(n)
	return letter + strings.Repeat("0", max(0, 3-len(s))) + s
}
