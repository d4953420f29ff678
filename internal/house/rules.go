package house

import "voortgang/internal/finding"

var (
	RuleFontMissing  = finding.ByCode("C09") // a font of the configuration isn't there
	RuleFontUnusable = finding.ByCode("C10") // a file that is no font that can be embedded
	RuleFontLicence  = finding.ByCode("C11") // a font that says that it may not be embedded
	RuleFontCoverage = finding.ByCode("C12") // a font without characters that the report uses
	RuleContrast     = finding.ByCode("C13") // colours that can't be told apart or read
)
