package workdir

import "voortgang/internal/model"

// recordsOf gives the records of one sheet of a dataset.
func recordsOf(d *model.Dataset, decl *model.Sheet) []model.Record {
	switch decl {
	case &model.ObjectiveSheet:
		return asRecords(d.Objectives)
	case &model.ProjectSheet:
		return asRecords(d.Projects)
	case &model.StaffingSheet:
		return asRecords(d.Staffing)
	case &model.FTESheet:
		return asRecords(d.FTE)
	case &model.EmployeeSheet:
		return asRecords(d.Employees)
	case &model.TrainingSheet:
		return asRecords(d.Trainings)
	case &model.FundingSheet:
		return asRecords(d.Funding)
	case &model.CommunicationSheet:
		return asRecords(d.Communications)
	case &model.PartnershipSheet:
		return asRecords(d.Partnerships)
	case &model.ScoreSheet:
		return asRecords(d.Scores)
	case &model.ActivitySheet:
		return asRecords(d.Activities)
	case &model.ParticipationSheet:
		return asRecords(d.Participations)
	case &model.ActorSheet:
		return asRecords(d.Actors)
	case &model.ContactSheet:
		return asRecords(d.Contacts)
	case &model.DossierSheet:
		return asRecords(d.Dossiers)
	case &model.VolunteerSheet:
		return asRecords(d.Volunteers)
	case &model.ProgressSheet:
		return asRecords(d.Progress)
	case &model.ConclusionSheet:
		return asRecords(d.Conclusions)
	case &model.PlanSheet:
		return asRecords(d.Plans)
	}
	return nil
}

func asRecords[T model.Record](list []T) []model.Record {
	out := make([]model.Record, len(list))
	for i, r := range list {
		out[i] = r
	}
	return out
}
