package rules

import (
	"voortgang/internal/finding"
)

// ReaderFailed is rule S09: a fault of ours or of the machine.
var ReaderFailed = finding.ByCode("S09")

// Closed makes the finding of a file or folder that can't be opened.
func Closed(at At, why string) finding.Finding {
	f := at.make(ReaderFailed, "Dit kan niet geopend worden: "+why+". Wat erin staat, is niet gelezen. Zet er een bestand of map die je zelf kan openen, of haal het weg.")
	f.Found = why
	return f
}

// Failed makes the finding of a file that could not be read for a reason that
// isn't known beforehand. detail is for whoever has to find out.
func Failed(at At, detail string) finding.Finding {
	f := at.make(ReaderFailed, "Het programma kon dit bestand niet lezen. Bewaar het opnieuw vanuit Excel; helpt dat niet, meld het dan met deze reden: "+cut(detail, 200)+".")
	f.Found = cut(detail, 200)
	return f
}
