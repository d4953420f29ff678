package source

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Inside gives where a file or folder of the workdir really is, or would be:
// links on the way are followed, as long as they stay within. The workdir may
// be a link itself.
func Inside(workdir, name string) (string, error) {
	root, err := os.Stat(workdir)
	if err != nil {
		return "", err
	}
	path, err := follow(filepath.Join(workdir, filepath.FromSlash(name)))
	if err != nil {
		return "", err
	}
	for up := path; ; up = filepath.Dir(up) {
		// Names compare by more than their letters: case, short names.
		if info, err := os.Stat(up); err == nil && os.SameFile(info, root) {
			return path, nil
		}
		if up == filepath.Dir(up) {
			return "", ErrOutside
		}
	}
}

// mostLinks is how many links are followed before it is taken for a circle.
const mostLinks = 64

// follow resolves the links in a path, also the junctions of Windows, which
// filepath.EvalSymlinks leaves alone. What isn't there is kept as it is.
func follow(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	links := 0
	volume := filepath.VolumeName(path)
	done, rest := volume+string(filepath.Separator), parts(path[len(volume):])
	for len(rest) > 0 {
		next := filepath.Join(done, rest[0])
		rest = rest[1:]
		info, err := os.Lstat(next)
		if err != nil || info.Mode()&(fs.ModeSymlink|fs.ModeIrregular) == 0 {
			done = next
			continue
		}
		to, err := os.Readlink(next)
		if err != nil { // something special that is no link
			done = next
			continue
		}
		if links++; links > mostLinks {
			return "", ErrLink
		}
		if !filepath.IsAbs(to) {
			to = filepath.Join(done, to)
		}
		volume := filepath.VolumeName(to)
		done, rest = volume+string(filepath.Separator), append(parts(to[len(volume):]), rest...)
	}
	return done, nil
}

func parts(path string) []string {
	return strings.FieldsFunc(path, func(r rune) bool { return os.IsPathSeparator(uint8(r)) })
}
