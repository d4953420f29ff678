package published

import (
	"fmt"
	"strings"

	"voortgang/internal/cite"
	"voortgang/internal/dutch"
	"voortgang/internal/finding"
	"voortgang/internal/model"
	"voortgang/internal/source"
)

var ruleUnreadable = finding.ByCode("C20")
var ruleOther = finding.ByCode("C21")
var ruleDisagree = finding.ByCode("O22")

func unreadable(why string) finding.Finding {
	f := finding.New(ruleUnreadable, source.Ref{File: FileName},
		"De cijfers van vorig jaar zijn niet te lezen: "+why+". Haal het bestand opnieuw uit de werkmap van vorig jaar (‘voortgang nieuw --van’), of haal het weg.")
	f.Expected = "een bestand zoals ‘voortgang nieuw --van’ het schrijft"
	return f
}

func otherReport(found, expected, why string) finding.Finding {
	f := finding.New(ruleOther, source.Ref{File: FileName},
		"Het bestand met de cijfers van vorig jaar "+why+". Het wordt niet gebruikt. Neem dat van het juiste rapport, of haal het weg.")
	f.Found, f.Expected = found, expected
	return f
}

// disagree tells of all figures at once; the main ones come first, and only
// those make it more than a remark.
func disagree(off []difference, year int) finding.Finding {
	const most = 5
	main := 0
	var parts, all []string
	for _, d := range off {
		if len(d.figure.Parts) > 0 {
			continue
		}
		main++
		all = append(all, d.String())
	}
	for _, d := range off {
		if len(d.figure.Parts) > 0 {
			parts = append(parts, d.String())
		}
	}
	all = append(all, parts...)
	listed := strings.Join(all[:min(most, len(all))], "; ")
	if more := len(all) - most; more > 0 {
		listed += fmt.Sprintf("; en nog %s", dutch.Plural(more, "ander cijfer", "andere cijfers"))
	}
	f := finding.New(ruleDisagree, source.Ref{File: FileName}, fmt.Sprintf(
		"De rijen van %d geven voor %s iets anders dan het rapport over %d: %s. Het rapport vergelijkt met wat toen gedrukt werd. Kijk na of die rijen sindsdien veranderden.",
		year, dutch.Plural(len(all), "cijfer", "cijfers"), year, listed))
	f.Found, f.Expected = strings.Join(all[:min(most, len(all))], "; "), "rijen die geven wat gedrukt werd"
	if main == 0 {
		f.Level = finding.Info
	}
	return f
}

// String is "contacten.totaal is 2.877 in de rijen en 2.955 in het rapport".
func (d difference) String() string {
	write := func(v float64) string { return cite.WriteUnit(d.figure, model.Value{Known: true, Value: v}) }
	return fmt.Sprintf("%s is %s in de rijen en %s in het rapport", d.figure.Key, write(d.rows), write(d.was))
}
