package house

import "voortgang/internal/finding"

const builder = "wie het rapport bouwt"

var (
	// RuleFontMissing: a font of the configuration isn't there.
	RuleFontMissing = finding.Rule{Code: "C09", Family: finding.Settings, Level: finding.Warning, Who: builder,
		Title:       "Lettertype van de huisstijl ontbreekt",
		Explanation: "Een eigen lettertype staat in de map beelden/ of lettertypes/ van de werkmap, onder de naam die in voortgang.yaml staat. Zonder dat bestand neemt het rapport het lettertype van het programma.",
		Wrong:       "letter_gewoon: huisletter.ttf zonder dat bestand", Right: "letter_gewoon: huisletter.ttf met lettertypes/huisletter.ttf"}
	// RuleFontUnusable: a file that is no font that can be embedded.
	RuleFontUnusable = finding.Rule{Code: "C10", Family: finding.Settings, Level: finding.Warning, Who: builder,
		Title:       "Bestand is geen bruikbaar lettertype",
		Explanation: "Het rapport neemt TrueType-lettertypes op: een bestand .ttf met één lettertype. Een .otf met PostScript-contouren, een verzameling (.ttc) of een weblettertype (.woff) kan niet. Vraag de maker om de .ttf.",
		Wrong:       "letter_vet: huisletter-vet.otf", Right: "letter_vet: huisletter-vet.ttf"}
	// RuleFontLicence: a font that says that it may not be embedded.
	RuleFontLicence = finding.Rule{Code: "C11", Family: finding.Settings, Level: finding.Warning, Who: builder,
		Title:       "Lettertype mag niet in een PDF",
		Explanation: "Elk lettertype zegt zelf of het in een document mag staan (fsType). Een PDF die je bewaart, moet zijn lettertypes bij zich hebben. Verbiedt het lettertype dat, dan neemt het rapport dat van het programma. Vraag de maker een licentie om in te bedden, of kies een vrij lettertype.",
		Wrong:       "een lettertype met ‘Restricted License embedding’", Right: "een lettertype met ‘Installable embedding’"}
	// RuleFontCoverage: a font without characters that the report uses.
	RuleFontCoverage = finding.Rule{Code: "C12", Family: finding.Settings, Level: finding.Warning, Who: builder,
		Title:       "Lettertype mist tekens van het rapport",
		Explanation: "Het rapport gebruikt letters of tekens die je lettertype niet heeft. Die komen uit het lettertype van het programma, en dat valt op naast je eigen letter. Kies een uitgebreidere versie van het lettertype.",
		Wrong:       "een lettertype zonder ‘ë’ en ‘€’", Right: "een lettertype met alle tekens van West-Europa"}
	// RuleContrast: colours that can't be told apart or read.
	RuleContrast = finding.Rule{Code: "C13", Family: finding.Settings, Level: finding.Warning, Who: builder,
		Title:       "Kleur heeft te weinig contrast",
		Explanation: "Tekst moet met zijn achtergrond een contrast van minstens 4,5 op 1 hebben, staven en lijnen in figuren minstens 3 op 1 (WCAG 2.1, niveau AA). Voor tekst gebruikt het rapport intussen een kleur die wel leesbaar is; die kan verschillen van wat je vroeg.",
		Wrong:       "kleur: \"#66AADD\"", Right: "kleur: \"#467598\""}
)

// Rules lists the rules on the house style.
func Rules() []*finding.Rule {
	return []*finding.Rule{&RuleFontMissing, &RuleFontUnusable, &RuleFontLicence, &RuleFontCoverage, &RuleContrast}
}
