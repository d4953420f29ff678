package validate

import "voortgang/internal/finding"

// checks lists the checks in the order in which they run: references to
// projects come first, since all else leans on them.
func checks() []func(*checker) {
	return []func(*checker){
		sameWorkbook, sameSheet, sameCode,
		unknownProject,
		unknownObjective,
		unknownActivity,
		unknownActor,
		unknownEmployee,
		duplicateKey,
		fieldRange,
		missingRating,
		unprintable,
		// Dates: first what is wrong with a whole file or a single date, then
		// what follows from comparing them.
		shiftedDates, otherYear, oddDates, endBeforeStart, terms, movedTerm,
		linkDate, webAddresses, numbering, dossierDate, pastPlanning, trainingService,
		// What sheets say of each other.
		themeMismatch, objectiveUse, municipalityName, listedCount,
		missingSheets, themeWithoutFTE, completedWithPlans, notApplicable, deniedDossier,
		looseName, copiedBlock, sameRow, uncounted, openDossier, totalBesideParts, missingEnvelope,
		// Sizes: what can't be first, then what stands out.
		tooMany, outlier, kindOutlier, sameCount, volunteerTime, negativeAmount, staffingJump, staffAndFTE, change, roundNumbers, weekends,
		personalCells, placeholders,
	}
}

// Rules lists the rules of this package, in the handbook's order.
func Rules() []*finding.Rule {
	return []*finding.Rule{
		&ruleUnprintable, &ruleFieldRange, &ruleWebAddress, &ruleMissingRating,
		&ruleOtherYear, &ruleNoWorkbook, &ruleSameSheet, &ruleSecondSheet,
		&ruleUnknownProject, &ruleUnknownActivity, &ruleUnknownObjective, &ruleUnknownActor, &ruleUnknownEmployee,
		&ruleUnusedObjective, &ruleStruckObjective, &ruleThemeMismatch, &ruleMunicipalityName, &ruleOpenDossier,
		&ruleDuplicateKey, &ruleLooseName, &ruleSimilarName, &rulePastedBlock, &ruleCopiedBlock, &ruleSameWorkbook, &ruleSameRow,
		&ruleEndBeforeStart, &ruleTerm, &ruleOutsideTerm, &ruleFutureDate, &ruleLonelyYear, &rulePhase, &ruleShiftedDates,
		&ruleLinkDate, &ruleNumbering, &ruleDossierDate, &rulePastPlanning, &ruleTrainingService, &ruleLongTerm, &ruleMovedTerm,
		&ruleMissingSheets, &ruleThemeWithoutFTE, &ruleCompletedWithPlans, &ruleNotApplicable, &ruleDeniedDossier, &ruleMissingSection,
		&ruleMoreFTE, &ruleTotalRow, &ruleMissingEnvelope, &ruleUncounted, &ruleVolunteerTime,
		&ruleOutlier, &ruleTooMany, &ruleNegativeAmount, &ruleStaffingJump, &ruleChange, &ruleRoundNumbers, &ruleWeekends, &ruleSameCount, &ruleKindOutlier,
		&ruleUnknownFigure, &ruleWrongReference, &ruleContradiction, &ruleMisspelled, &ruleEmptySection, &rulePlaceholder, &ruleUnbalanced, &ruleOtherReport, &ruleNameCase, &ruleListedCount, &ruleTypedNumber,
		&ruleEmail, &rulePhone, &ruleNationalNumber, &ruleAccount, &ruleBirthDate, &rulePersonName, &ruleSmallGroup,
	}
}

// People who can usually mend a finding.
const (
	projectWorker = "projectwerker"
	staffOffice   = "personeelsdienst"
	reportBuilder = "wie het rapport bouwt"
	textWriter    = "wie de tekst schrijft"
)
