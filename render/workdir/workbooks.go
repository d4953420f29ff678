package workdir

import (
	"fmt"
	"slices"
	"strconv"

	"voortgang/internal/model"
	"voortgang/render/workdir/sample"
)

// titled are the sheets that get title rows above their header, as the longer
// ones of real organisations have; the reader finds the header itself.
var titled = map[string]bool{
	"Meerjarenplan": true, "Personeel": true, "Vorming": true, "Communicatieacties": true, "Samenwerkingsverbanden": true, "Projecten": true,
	"Activiteiten": true, "Contacten": true, "Dossiers": true, "Voortgang": true, "Conclusie": true, "Planning": true,
}

// book says whose workbook it is.
type book struct {
	organisation string
	year         int
	themes       []string
	// spare is how many empty rows below the filled ones keep their
	// drop-downs.
	spare int
	// typed are values as people typed them.
	typed sample.Typed
}

// organisationBook makes gegevens/organisatie.xlsx. The sheet Projecten is
// written only when there are projects in d: with a workbook for each project
// the Fiche there does its work.
func organisationBook(b book, d *model.Dataset) ([]byte, error) {
	w, err := newWorkbook("Gegevens van "+b.organisation+" voor het voortgangsrapport "+strconv.Itoa(b.year), b.organisation)
	if err != nil {
		return nil, err
	}
	var sheets []*model.Sheet
	for _, decl := range model.Sheets() {
		if decl.Level != model.Organisation || decl == &model.ProjectSheet && len(d.Projects) == 0 {
			continue
		}
		sheets = append(sheets, decl)
		if _, err := w.writeSheet(decl, slices.Collect(d.Records(decl)), b.layout(decl, b.organisation)); err != nil {
			return nil, fmt.Errorf("organisatie.xlsx, blad %s: %w", decl.Name, err)
		}
	}
	intro := []string{
		"In dit werkboek staan de gegevens van de hele organisatie. Vul ze aan onder de kopregel; de volgorde van de kolommen mag je veranderen, hun namen niet.",
		"Een kolom met een vette kop is verplicht. Kies een cel om te zien wat erin hoort.",
	}
	if err := w.writeGuide("Toelichting bij de bladen van de organisatie", intro, sheets, ""); err != nil {
		return nil, err
	}
	return w.bytes()
}

// projectBook makes the workbook of one project: its Fiche and its sheets,
// without the column `project`, because the Fiche says which one it is.
func projectBook(b book, p *model.Project, d *model.Dataset) ([]byte, error) {
	w, err := newWorkbook(p.Name+", "+strconv.Itoa(b.year), b.organisation)
	if err != nil {
		return nil, err
	}
	if err := w.writeFiche(p, p.Name, b.layout(&model.ProjectSheet, p.Name)); err != nil {
		return nil, fmt.Errorf("%s.xlsx, blad Fiche: %w", p.Code, err)
	}
	actorRows := max(len(d.Actors), 1) + b.spare
	var sheets []*model.Sheet
	for _, decl := range model.Sheets() {
		if decl.Level != model.OfProject {
			continue
		}
		sheets = append(sheets, decl)
		lay := b.layout(decl, p.Name)
		lay.without = []string{"project"}
		if decl == &model.ContactSheet {
			lay.sources = map[string]string{"actor": fmt.Sprintf("Actoren!$A$2:$A$%d", actorRows+1)}
		}
		if _, err := w.writeSheet(decl, slices.Collect(d.Records(decl)), lay); err != nil {
			return nil, fmt.Errorf("%s.xlsx, blad %s: %w", p.Code, decl.Name, err)
		}
	}
	intro := []string{
		"In dit werkboek staan de gegevens van één project. De fiche bevat de vaste gegevens, de andere bladen wat er dit jaar gebeurde.",
		"Een kolom met een vette kop is verplicht. Kies een cel om te zien wat erin hoort.",
	}
	if err := w.writeGuide("Toelichting bij de bladen van een project", intro, sheets, "project"); err != nil {
		return nil, err
	}
	return w.bytes()
}

func (b book) layout(decl *model.Sheet, owner string) layout {
	lay := layout{themes: b.themes, spare: b.spare, typed: b.typed}
	if titled[decl.Name] {
		lay.title = fmt.Sprintf("%s – %s %d", owner, decl.Name, b.year)
	}
	return lay
}
