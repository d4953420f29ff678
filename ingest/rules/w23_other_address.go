package rules

import (
	"voortgang/ingest/value"
	"voortgang/internal/finding"
)

// OtherAddress is rule W23: a web address with a link to another one.
var OtherAddress = finding.Rule{
	Code: "W23", Family: finding.Values, Level: finding.Info,
	Title: "Link die ergens anders heen gaat dan er staat",
	Explanation: "In de cel staat een webadres, en achter die cel zit een link naar een ander adres. Dat gebeurt als iemand een adres overschrijft en de oude link laat staan. " +
		"Het rapport neemt het adres dat in de cel te lezen is.",
	Wrong: "https://www.voorbeeld.be/nieuw, met een link naar https://www.voorbeeld.be/oud", Right: "https://www.voorbeeld.be/nieuw, zonder link erachter of met een link naar hetzelfde adres",
	Who: "wie het rapport bouwt",
}

func otherAddress(at At, p *value.Problem) finding.Finding {
	return at.refuse(&OtherAddress, p, "In de cel staat "+clip(p.Found)+", maar een klik erop opent een ander adres", "Het rapport toont wat er staat. Schrijf het goede adres.")
}
