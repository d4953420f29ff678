package source

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// What may stand where a file or a folder is expected. Opening some of these
// would wait for ever, so they are told apart before.
var (
	ErrFolder   = errors.New("a folder where a file is expected")
	ErrNoFolder = errors.New("a file where a folder is expected")
	ErrSpecial  = errors.New("no ordinary file")
	ErrLink     = errors.New("a link that leads nowhere")
	ErrLarge    = errors.New("larger than allowed")
	ErrOutside  = errors.New("a link that leads out of the workdir")
)

// Read gives the content of an ordinary file of at most limit bytes; name is
// its path within the workdir, with '/'. A file that isn't there is
// fs.ErrNotExist; a link that leads nowhere is ErrLink.
func Read(workdir, name string, limit int64) ([]byte, error) {
	path, err := Inside(workdir, name)
	if err != nil {
		return nil, err
	}
	info, err := stat(filepath.Join(workdir, filepath.FromSlash(name)))
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, ErrFolder
	case !info.Mode().IsRegular():
		return nil, ErrSpecial
	case info.Size() > limit:
		return nil, ErrLarge
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	// Room for the whole file, so that a large one isn't copied as it grows.
	var b bytes.Buffer
	b.Grow(int(info.Size()) + bytes.MinRead)
	_, err = b.ReadFrom(io.LimitReader(f, limit+1))
	if err == nil && int64(b.Len()) > limit {
		return nil, ErrLarge
	}
	return b.Bytes(), err
}

// Folder gives where a folder of the workdir really is.
func Folder(workdir, name string) (string, error) {
	path, err := Inside(workdir, name)
	if err != nil {
		return "", err
	}
	info, err := stat(filepath.Join(workdir, filepath.FromSlash(name)))
	switch {
	case err != nil:
		return "", err
	case !info.IsDir():
		return "", ErrNoFolder
	}
	return path, nil
}

func stat(path string) (fs.FileInfo, error) {
	info, err := os.Stat(path)
	if err == nil || errors.Is(err, fs.ErrPermission) {
		return info, err
	}
	if link, other := os.Lstat(path); other == nil && link.Mode()&fs.ModeSymlink != 0 {
		return nil, ErrLink
	}
	return nil, err
}

// FolderLink is why a folder behind a link isn't entered, as Why says it.
const FolderLink = "het is een koppeling naar een map, en die volgt het programma niet"

// Why says in Dutch why something of the workdir can't be read, to stand after
// a colon. It is empty for what isn't a fact about the workdir, such as a disk
// that fails.
func Why(err error) string {
	switch {
	case errors.Is(err, ErrFolder):
		return "het is een map, geen bestand"
	case errors.Is(err, ErrNoFolder):
		return "het is geen map"
	case errors.Is(err, ErrSpecial):
		return "het is geen gewoon bestand"
	case errors.Is(err, ErrLink):
		return "het is een koppeling die nergens naartoe leidt"
	case errors.Is(err, ErrOutside):
		return "het is een koppeling die buiten de werkmap leidt, en die volgt het programma niet"
	case errors.Is(err, fs.ErrPermission):
		return "je hebt er geen toegang toe"
	}
	return ""
}
