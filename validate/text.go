package validate

import "voortgang/internal/finding"

var ruleUnknownFigure = finding.Rule{Code: "T10", Family: finding.Narrative, Level: finding.Error, Who: textWriter,
	Title:       "Verwijzing naar een onbekend cijfer",
	Explanation: "Een verwijzing noemt een cijfer met zijn sleutel. ‘voortgang indicatoren’ geeft alle sleutels.",
	Wrong:       `{{ cijfer "vte.totall" }}`, Right: `{{ cijfer "vte.totaal" }}`}

var ruleWrongReference = finding.Rule{Code: "T11", Family: finding.Narrative, Level: finding.Error, Who: textWriter,
	Title:       "Verwijzing die geen cijfer geeft",
	Explanation: "cijfer en verschil vragen één sleutel, aandeel vraagt er twee. Het cijfer moet ook bestaan voor het gevraagde jaar.",
	Wrong:       `{{ aandeel "vte.totaal" }}`, Right: `{{ aandeel "vte.thema.wonen" "vte.totaal" }}`}
