package model

import "iter"

// Records walks the records of one sheet in order.
func (d *Dataset) Records(s *Sheet) iter.Seq[Record] {
	switch s {
	case &ObjectiveSheet:
		return each(d.Objectives)
	case &ProjectSheet:
		return each(d.Projects)
	case &StaffingSheet:
		return each(d.Staffing)
	case &FTESheet:
		return each(d.FTE)
	case &EmployeeSheet:
		return each(d.Employees)
	case &TrainingSheet:
		return each(d.Trainings)
	case &FundingSheet:
		return each(d.Funding)
	case &CommunicationSheet:
		return each(d.Communications)
	case &PartnershipSheet:
		return each(d.Partnerships)
	case &ScoreSheet:
		return each(d.Scores)
	case &ActivitySheet:
		return each(d.Activities)
	case &ParticipationSheet:
		return each(d.Participations)
	case &ActorSheet:
		return each(d.Actors)
	case &ContactSheet:
		return each(d.Contacts)
	case &DossierSheet:
		return each(d.Dossiers)
	case &VolunteerSheet:
		return each(d.Volunteers)
	case &ProgressSheet:
		return each(d.Progress)
	case &ConclusionSheet:
		return each(d.Conclusions)
	case &PlanSheet:
		return each(d.Plans)
	}
	return each[*Project](nil)
}

func each[T Record](list []T) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		for _, r := range list {
			if !yield(r) {
				return
			}
		}
	}
}

// Count gives the number of records of one sheet.
func (d *Dataset) Count(s *Sheet) int {
	switch s {
	case &ActivitySheet:
		return len(d.Activities)
	case &ParticipationSheet:
		return len(d.Participations)
	case &ContactSheet:
		return len(d.Contacts)
	}
	n := 0
	for range d.Records(s) {
		n++
	}
	return n
}
