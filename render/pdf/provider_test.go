package pdf

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"github.com/johnfercher/maroto/v2/pkg/components/code"
	"github.com/johnfercher/maroto/v2/pkg/components/col"
	marotoimage "github.com/johnfercher/maroto/v2/pkg/components/image"
	marotoline "github.com/johnfercher/maroto/v2/pkg/components/line"
	marotopage "github.com/johnfercher/maroto/v2/pkg/components/page"
	"github.com/johnfercher/maroto/v2/pkg/components/row"
	"github.com/johnfercher/maroto/v2/pkg/components/text"
	"github.com/johnfercher/maroto/v2/pkg/consts/align"
	"github.com/johnfercher/maroto/v2/pkg/consts/border"
	"github.com/johnfercher/maroto/v2/pkg/consts/extension"
	"github.com/johnfercher/maroto/v2/pkg/consts/linestyle"
	"github.com/johnfercher/maroto/v2/pkg/consts/orientation"
	"github.com/johnfercher/maroto/v2/pkg/props"

	"voortgang/render/pdfw"
)

// Maroto's own components work on the provider.
func TestMarotoComponents(t *testing.T) {
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 40, 20))); err != nil {
		t.Fatal(err)
	}
	d := titled()
	out := pdfw.New(meta(d))
	out.Plain = true
	p := newProvider(out, layOut(d, out))
	out.AddPage(pageWidth, pageHeight)
	p.startPage(out.Page(1))
	page := marotopage.New(props.PageNumber{Pattern: "bladzijde {current} van {total}", Place: props.RightBottom})
	page.SetNumber(3, 7)
	address := "https://voorbeeld.be"
	page.Add(
		row.New(40).WithStyle(&props.Cell{BackgroundColor: &props.Color{Red: 242, Green: 245, Blue: 248}, BorderType: border.Full}).Add(
			text.NewCol(6, sentence, props.Text{Align: align.Right, Hyperlink: &address}),
			text.NewCol(6, "vet", props.Text{Style: "B", Align: align.Center, Size: 12})),
		row.New().Add(text.NewCol(12, sentence)),
		row.New(20).Add(
			marotoline.NewCol(4, props.Line{Style: linestyle.Dashed}),
			marotoline.NewCol(4, props.Line{Orientation: orientation.Vertical}),
			marotoimage.NewFromBytesCol(4, picture.Bytes(), extension.Png, props.Rect{Center: true})),
		row.New(20).Add(code.NewBarCol(6, "123456"), marotoimage.NewFromFileCol(6, "geen/bestand.png")),
		row.New(20).Add(col.New(12)),
	)
	page.SetConfig(marotoConfig)
	page.Render(p, rootCell())
	data, err := p.GenerateBytes()
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(data), "/Subtype/Link") + strings.Count(string(data), "/Subtype /Link"); n < 2 {
		t.Errorf("%d links: one for each line of the text was asked for", n)
	}
	if height := p.GetLinesQuantity(sentence, &props.Text{}, 100); height < 10 {
		t.Errorf("%d lines in 100 pt", height)
	}
	if _, err := p.GetDimensionsByImageByte([]byte("geen beeld"), extension.Png); err == nil {
		t.Error("no error for what isn't a picture")
	}
}
