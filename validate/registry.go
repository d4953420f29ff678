package validate

// marking lists the checks that mark fields, with those that these lean on, in
// the order in which they run: references to projects come first, since all
// else leans on them.
func marking() []func(*checker) {
	return []func(*checker){
		reportYear, sameWorkbook, sameSheet,
		unknownProject, absentSheets,
		unknownObjective,
		unknownActivity,
		unknownActor,
		swappedSheets,
		unknownEmployee,
		duplicateKey,
		fieldRange,
		missingRating,
		// Dates: first what is wrong with a whole file or a single date, then
		// what follows from comparing them.
		shiftedDates, otherYear, oddDates, laterYears, endBeforeStart, terms, movedTerm,
		linkDate, secretLinks, webAddresses, numbering, dateOrder, dossierDate, pastPlanning, trainingService,
	}
}

// comparing lists, in the order in which they run, the checks that come after
// all marks: what sheets say of each other, then sizes, first what can't be,
// then what stands out, then texts.
func comparing() []func(*checker) {
	return []func(*checker){
		themeMismatch, objectiveUse, partedLists, municipalityName,
		nothingDelivered, owedSheets, missingSheets, missingSections, staffingGap, themeWithoutFTE, completedWithPlans, notApplicable, deniedDossier,
		statusContradicted, twoRatings, oldStudents, draggedDates, cumulated,
		looseName, totalBesideParts, sumOfAbove, missingEnvelope,
		otherUnit, tooMany, outlier, lastYear, kindOutlier, sameCount, volunteerTime, negativeAmount, staffingJump, staffAndFTE, change, roundNumbers, weekends,
		unprintable, cellMarkup, listedCount, personalCells, missingNames, placeholders,
	}
}

// repeating lists the checks that come after all marks on whether a row stands
// elsewhere too. They neither need nor give anything that comparing does, and
// take as long, so they run beside it.
func repeating() []func(*checker) {
	return []func(*checker){
		copiedBlock, sameRow, sharedWork, uncounted,
	}
}
