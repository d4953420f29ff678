package fonts

import (
	_ "embed"
	"sync"
)

// The faces in the binary: Open Sans (Apache-2.0, opensans/LICENSE) and DejaVu
// Sans (Bitstream Vera licence, dejavu/LICENSE).
var (
	//go:embed opensans/OpenSans-Light.ttf
	lightData []byte
	//go:embed opensans/OpenSans-Regular.ttf
	regularData []byte
	//go:embed opensans/OpenSans-Semibold.ttf
	semiboldData []byte
	//go:embed opensans/OpenSans-Bold.ttf
	boldData []byte
	//go:embed opensans/OpenSans-Italic.ttf
	italicData []byte
	//go:embed opensans/OpenSans-BoldItalic.ttf
	boldItalicData []byte
	//go:embed dejavu/DejaVuSans.ttf
	dejavuData []byte
)

// Default is Open Sans in four weights, with DejaVu Sans for the characters
// that it lacks. Faces are read when they are first asked for, once in a
// program.
func Default() *Family { return defaultFamily() }

var defaultFamily = sync.OnceValue(func() *Family {
	return &Family{
		faces: []styledFace{
			{Style{Weight: Light}, embedded(lightData)},
			{Style{Weight: Regular}, embedded(regularData)},
			{Style{Weight: Semibold}, embedded(semiboldData)},
			{Style{Weight: Bold}, embedded(boldData)},
			{Style{Regular, true}, embedded(italicData)},
			{Style{Bold, true}, embedded(boldItalicData)},
		},
		fallback: []func() *Face{embedded(dejavuData)},
	}
})

// embedded reads a face of ours at its first use.
func embedded(data []byte) func() *Face {
	return sync.OnceValue(func() *Face {
		face, err := parse(data)
		if err != nil {
			panic("fonts: embedded font: " + err.Error()) // a test reads them all
		}
		return face
	})
}
