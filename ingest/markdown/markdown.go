// Package markdown reads the narrative: the Markdown files of teksten/, with
// references to figures in double braces.
package markdown

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"voortgang/config"
	"voortgang/internal/finding"
	"voortgang/internal/garbled"
	"voortgang/internal/model"
	"voortgang/internal/picture"
	"voortgang/internal/source"
)

// Read reads every .md file below dir/texts (a path within the workdir), in
// order of path. A workdir without texts gives none. The error is for trouble
// with the disk.
func Read(dir, texts string) ([]*model.Narrative, []finding.Finding, error) {
	root, err := source.Folder(dir, texts)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, nil
	case source.Why(err) != "":
		return nil, []finding.Finding{closed(texts, source.Why(err))}, nil
	case err != nil:
		return nil, nil, fmt.Errorf("opening %s: %w", texts, err)
	}
	var names []string
	var list []finding.Finding
	err = filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		rel := path.Join(texts, filepath.ToSlash(strings.TrimPrefix(p, root)))
		if err != nil {
			if why := source.Why(err); why != "" {
				list = append(list, closed(rel, why))
				return nil
			}
			return err
		}
		if strings.HasPrefix(d.Name(), ".") || strings.HasPrefix(d.Name(), "~") || config.MadeByUs(d.Name()) {
			if d.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		if _, err := source.Folder(dir, rel); err == nil && !d.IsDir() {
			list = append(list, closed(rel, source.FolderLink))
		} else if !d.IsDir() {
			names = append(names, rel)
		}
		return nil
	})
	if err != nil {
		return nil, nil, fmt.Errorf("listing %s: %w", texts, err)
	}
	slices.Sort(names)

	var out []*model.Narrative
	shown := &pictures{dir: dir, troubles: map[string]picture.Trouble{}}
	for _, rel := range names {
		if ext := strings.ToLower(path.Ext(rel)); ext != ".md" && ext != ".markdown" {
			list = append(list, notMarkdown(rel))
			continue
		}
		n, found, err := readFile(dir, texts, rel, shown)
		if err != nil {
			return nil, nil, err
		}
		list = append(list, found...)
		if n != nil {
			out = append(out, n)
		}
	}
	return out, list, nil
}

func readFile(dir, texts, rel string, shown *pictures) (*model.Narrative, []finding.Finding, error) {
	data, err := source.Read(dir, rel, maxBytes)
	switch {
	case errors.Is(err, source.ErrLarge):
		return nil, []finding.Finding{tooLarge(rel)}, nil
	case source.Why(err) != "":
		return nil, []finding.Finding{closed(rel, source.Why(err))}, nil
	case err != nil:
		return nil, nil, fmt.Errorf("reading %s: %w", rel, err)
	}
	sum := sha256.Sum256(data)
	name := strings.TrimPrefix(strings.TrimSuffix(rel, path.Ext(rel)), texts+"/")
	n := &model.Narrative{
		File: source.File{Path: rel, SHA256: hex.EncodeToString(sum[:]), Size: int64(len(data))},
		Name: strings.ToLower(name),
	}
	text, encoding := decode(data)
	if f, over := beyond(rel, []byte(text)); over {
		return nil, []finding.Finding{f}, nil
	}
	var list []finding.Finding
	if encoding.Odd {
		list = append(list, encoded(rel, encoding))
	}
	meant, spoiled := mend(rel, text)
	blocks, found := Parse(rel, meant)
	n.Text, n.Blocks = meant, blocks
	list = append(append(list, spoiled...), found...)
	list = append(list, shown.check(blocks)...)
	return n, list, nil
}

// lineEnds are those of other systems, and of a word processor within a
// paragraph.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\u2028", "\n", "\u2029", "\n\n")

// decode gives the text as UTF-8 with plain line ends, whatever the encoding.
func decode(data []byte) (string, garbled.Encoding) {
	text, encoding := garbled.Decode(data)
	return lineEnds.Replace(strings.TrimPrefix(string(text), "\ufeff")), encoding
}
