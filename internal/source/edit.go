package source

// EditKind says what an Edit changes.
type EditKind int

// The kinds of change.
const (
	// Write puts Text in the cell At.
	Write EditKind = iota
	// Remove takes the row of At out; without a row the sheet, or the file.
	Remove
	// Belong lets the rows of the sheet At belong to the project Text.
	Belong
	// Stand puts a record that nothing but its key is known of in the sheet of
	// the contract that At names: the key is Text, its project Project.
	Stand
	// Year makes Text the year of the report.
	Year
)

// Edit is one change that a person who follows a finding would make. It is
// never made in the input: the input is read as if it had been made.
type Edit struct {
	Kind    EditKind
	At      Ref
	Project string
	Text    string
	// Names is the sheet of the contract whose key a Write gives: the text is
	// then the one key that rows name and that the sheet (of Project) lacks, and
	// Text where that doesn't tell.
	Names string
}
