package workbook

import "fmt"

// Reason says why a workbook can't be read.
type Reason int

// The reasons.
const (
	// Damaged is a package or part that isn't what it should be.
	Damaged Reason = iota
	// Encrypted is a workbook with a password to open it.
	Encrypted
	// OtherFormat is a spreadsheet of another program or of before 2007;
	// Failure.Detail names the format ("xls", "ods", "numbers", "xlsb").
	OtherFormat
	// NoWorkbook is a file of another kind; Failure.Detail may name it.
	NoWorkbook
	// TooLarge is a workbook that unpacks to more than is allowed.
	TooLarge
	// Inflated is a workbook with a part that is made to fill memory.
	Inflated
	// ManySheets is a workbook with more sheets than people can have made.
	ManySheets
)

// Failure is why a workbook, or one of its sheets, can't be read. It is a fact
// about the input and no fault of the machine.
type Failure struct {
	Reason Reason
	// Detail is for the format's name or for a developer; it may be empty.
	Detail string
	// Row is the last row read before a sheet broke off; 0 when that says
	// nothing.
	Row int
}

// Error implements error.
func (f *Failure) Error() string {
	name := [...]string{"damaged", "encrypted", "other format", "no workbook", "too large", "inflated", "many sheets"}[f.Reason]
	if f.Detail == "" {
		return "workbook: " + name
	}
	return fmt.Sprintf("workbook: %s: %s", name, f.Detail)
}

func damaged(format string, args ...any) *Failure {
	return &Failure{Reason: Damaged, Detail: fmt.Sprintf(format, args...)}
}
