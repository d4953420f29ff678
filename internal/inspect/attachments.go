package inspect

import (
	"crypto/md5"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"sort"

	"voortgang/internal/dutch"
	"voortgang/internal/inspect/pdfread"
)

const mostAttachments = 10_000

// Attachment is a file within the PDF.
type Attachment struct {
	Name, Description string
	// MIME is its type, Relation the AFRelationship: "Data".
	MIME, Relation string
	SHA256         string
	// Size is in bytes, unpacked.
	Size int
	// Data is nil when the attachment can't be unpacked.
	Data []byte

	stated    int // size as stated, -1 when it isn't
	checksum  string
	listed    bool // in the document's list of associated files
	duplicate bool
	stream    int // object number of the file itself
}

func (in *inspector) readAttachments() {
	associated := map[int]bool{}
	for _, o := range in.Array(in.Root()["AF"]) {
		if ref, ok := o.(pdfread.Ref); ok {
			associated[ref.Number] = true
		}
	}
	for _, p := range in.pages {
		for _, o := range in.Array(p.dict["AF"]) {
			if ref, ok := o.(pdfread.Ref); ok {
				associated[ref.Number] = true
			}
		}
	}
	names := map[string]bool{}
	in.nameTree(in.Dict(in.Root()["Names"])["EmbeddedFiles"], func(_ pdfread.String, o pdfread.Object) {
		if len(in.result.Attachments) >= mostAttachments || in.Err() != nil {
			return
		}
		ref, _ := o.(pdfread.Ref)
		a := in.attachment(in.Dict(o))
		a.listed, a.stream = associated[ref.Number], in.fileOf(o)
		a.duplicate = names[a.Name]
		names[a.Name] = true
		in.result.Attachments = append(in.result.Attachments, a)
	})
	sort.SliceStable(in.result.Attachments, func(i, j int) bool {
		return in.result.Attachments[i].Name < in.result.Attachments[j].Name
	})
}

// fileOf is the object number of the file of a file specification; 0 when it
// has none.
func (in *inspector) fileOf(spec pdfread.Object) int {
	files := in.Dict(in.Dict(spec)["EF"])
	for _, key := range []pdfread.Name{"UF", "F"} {
		if ref, ok := files[key].(pdfread.Ref); ok {
			return ref.Number
		}
	}
	return 0
}

// checkOpening checks that a reader comes to each attachment from a page. Only
// a report of ours promises that, or a file that does it for some.
func (in *inspector) checkOpening() {
	c := in.check(Findable, "bijlagen-openen", "Elke bijlage is te openen vanaf een bladzijde (%s)", dutch.Plural(len(in.result.Attachments), "bijlage", "bijlagen"))
	opened, any := map[int]bool{}, false
	for _, p := range in.pages {
		for _, a := range in.annotations(p) {
			if in.Name(a.Dict["Subtype"]) != "FileAttachment" {
				continue
			}
			any = true
			file := in.fileOf(a.Dict["FS"])
			if in.Stream(pdfread.Ref{Number: file}) == nil {
				c.Problem("bladzijde %d: een paperclip opent geen bestand", p.number)
			}
			opened[file] = true
		}
	}
	if !any && in.result.Report == nil || len(in.result.Attachments) == 0 {
		c.Outcome, c.Text = Absent, "Bijlagen openen vanaf een bladzijde: daar zijn er geen voor"
		return
	}
	for i := range in.result.Attachments {
		if a := &in.result.Attachments[i]; !opened[a.stream] {
			c.Problem("%s is alleen te openen in het paneel met bijlagen", shown(a.Name, "een bijlage zonder naam"))
		}
	}
}

func (in *inspector) attachment(spec pdfread.Dict) Attachment {
	a := Attachment{Name: in.Text(spec["UF"]), Description: in.Text(spec["Desc"]), Relation: string(in.Name(spec["AFRelationship"])), stated: -1}
	if a.Name == "" {
		a.Name = in.Text(spec["F"])
	}
	files := in.Dict(spec["EF"])
	s := in.Stream(files["UF"])
	if s == nil {
		s = in.Stream(files["F"])
	}
	if s == nil {
		return a
	}
	a.MIME = string(in.Name(s.Dict["Subtype"]))
	params := in.Dict(s.Dict["Params"])
	if n, ok := in.Int(params["Size"]); ok {
		a.stated = n
	}
	if sum, ok := in.Resolve(params["CheckSum"]).(pdfread.String); ok {
		a.checksum = string(sum)
	}
	data, err := in.Data(s)
	if err != nil {
		return a
	}
	if data == nil {
		data = []byte{}
	}
	sum := sha256.Sum256(data)
	a.Data, a.Size, a.SHA256 = data, len(data), hex.EncodeToString(sum[:])
	return a
}

func (in *inspector) checkAttachments() {
	c := in.check(Durable, "bijlagen", "De bijlagen zijn heel en zeggen wat ze zijn (%s)", dutch.Plural(len(in.result.Attachments), "bijlage", "bijlagen"))
	for i := range in.result.Attachments {
		a := &in.result.Attachments[i]
		name := shown(a.Name, "een bijlage zonder naam")
		switch {
		case a.Name == "":
			c.Problem("een bijlage heeft geen naam")
		case a.duplicate:
			c.Problem("%s zit er twee keer in", name)
		}
		if a.Data == nil {
			c.Problem("%s is niet te openen", name)
			continue
		}
		sum := md5.Sum(a.Data)
		if a.checksum != "" && a.checksum != string(sum[:]) {
			c.Problem("%s is veranderd sinds ze erin gezet is: de controlesom klopt niet", name)
		}
		if a.stated >= 0 && a.stated != a.Size {
			c.Problem("%s is %d bytes groot, niet %d zoals het bestand zegt", name, a.Size, a.stated)
		}
		if a.MIME == "" {
			c.Problem("van %s staat er niet welke soort bestand het is", name)
		}
		switch a.Relation {
		case "Source", "Data", "Alternative", "Supplement", "Unspecified":
		default:
			c.Problem("van %s staat er niet hoe het bij het document hoort", name)
		}
		if !a.listed {
			c.Problem("%s staat niet bij de bestanden van het document", name)
		}
	}
	if len(in.result.Attachments) == 0 {
		c.Outcome, c.Text = Absent, "Bijlagen: er zijn er geen"
	}
}

// SourcesName is the attachment in which a report lists what it was made from.
const SourcesName = "bronbestanden.json"

// Report is what a report of this program says of itself, in the attachment
// SourcesName.
type Report struct {
	Organisation string `json:"organisatie"`
	Year         int    `json:"jaar"`
	// Date is the date of the report as ISO 8601.
	Date string `json:"datum"`
	// Version is that of the program.
	Version string `json:"versie"`
	// Draft tells that it is no final report.
	Draft bool         `json:"concept"`
	Files []ReportFile `json:"bestanden"`
	Texts []ReportFile `json:"teksten"`
}

// ReportFile is a file that a report was made from; the path is relative to
// the workdir. Rows counts the rows with data of a workbook; texts have none.
type ReportFile struct {
	Path   string `json:"bestand"`
	SHA256 string `json:"sha256"`
	Rows   int    `json:"rijen,omitempty"`
}

// JSON is the attachment SourcesName.
func (r Report) JSON() ([]byte, error) {
	data, err := json.MarshalIndent(r, "", "  ")
	return append(data, '\n'), err
}

// readReport finds what the report says of itself, or nil.
func readReport(list []Attachment) *Report {
	for _, a := range list {
		if a.Name == SourcesName {
			var r Report
			if json.Unmarshal(a.Data, &r) == nil && r.Year != 0 {
				return &r
			}
		}
	}
	return nil
}
