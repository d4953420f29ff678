package rules

import (
	"voortgang/internal/finding"
)

// ForeignUnit is rule S43: a column in a unit that can't be converted.
var ForeignUnit = finding.ByCode("S43")
