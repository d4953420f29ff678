package report

import (
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strings"
	"sync"

	"voortgang/internal/model"
)

// claims lists every form of sentence, in the order of the report.
var claims = sync.OnceValue(func() []claim {
	var out []claim
	on := func(page, form string, check func(l *listener, m []string) string) {
		// What says nothing in words: a change, and numbers.
		form = strings.NewReplacer("{verschil}", `(, [^.]*?(?:\d\.\d[^.]*?)*20\d\d)?`, "{n}", `([−\d.,]+)`, "{€}", `(−?€ [\d.]+)`, "{p}", `([−\d.,]+) %`, "{aantal}", `((?:geen|minder dan \d+|een niet getoond aantal|[\d.]+) [a-zA-Z ]+?)`).Replace(form)
		out = append(out, claim{page: page, form: regexp.MustCompile("^" + form + "$"), check: check})
	}
	rare := func() { out[len(out)-1].rare = true }
	staffingClaims(on, rare)
	effortClaims(on, rare)
	networkClaims(on, rare)
	meansClaims(on, rare)
	peopleClaims(on, rare)
	return out
})

type claiming func(page, form string, check func(l *listener, m []string) string)

// staffed gives the years of the means of 2.1, and the means.
func (l *listener) staffed() (years []string, norm, realised *rat) {
	var rows []int
	for _, s := range l.Staffing {
		rows = append(rows, s.Year)
	}
	slices.Sort(rows)
	var norms, all []*rat
	for _, y := range rows[max(0, len(rows)-l.cfg.Thresholds.StaffYears):] {
		if n, r := l.staffing(y); r != nil {
			years, norms, all = append(years, fmt.Sprint(y)), append(norms, n), append(all, r)
		}
	}
	if len(years) == 0 || rows[len(rows)-1] != l.year {
		return nil, nil, nil
	}
	n := whole(len(years))
	return years, new(rat).Quo(sumOf(norms...), n), new(rat).Quo(sumOf(all...), n)
}

func staffingClaims(on claiming, rare func()) {
	const page = "indicator-2-1"
	on(page, `De personeelsformatie van 2021 kan niet met de norm vergeleken worden\.`, func(l *listener, m []string) string {
		if _, norm, realised := l.staffed(); realised != nil && norm.Sign() > 0 {
			return "it can: " + realised.String() + " with " + norm.String()
		}
		return ""
	})
	on(page, `(In|Over) (\d{4}(?:[–\d, en]*\d{4})?) realiseerden we (gemiddeld )?{n} VTE, (?:(precies|net boven|net onder)|{n} (meer|minder) dan) (de norm|de gemiddelde norm)(?: van {n})?\.`, func(l *listener, m []string) string {
		years, norm, realised := l.staffed()
		if realised == nil {
			return "nothing is known"
		}
		first, last := years[0], years[len(years)-1]
		span := first
		if len(years) > 1 {
			span = strings.Join(years[:len(years)-1], ", ") + " en " + last
			if fmt.Sprint(len(years)-1) == minus(number2(last), number2(first)).RatString() {
				span = first + "–" + last
			}
		}
		wrong := either(differs(m[1], span), differs(m[3], inDutch(realised, 2)))
		mean := len(years) > 1 || first != fmt.Sprint(l.year)
		if (m[0] == "Over") != mean || (m[2] != "") != mean || (m[7] == "de gemiddelde norm") != mean {
			wrong = either(wrong, "a mean is called a year, or a year a mean")
		}
		delta := minus(realised, norm)
		size, side, word, than := inDutch(new(rat).Abs(delta), 2), "", "meer", inDutch(norm, 2)
		if delta.Sign() < 0 {
			word = "minder"
		}
		if size == "0,00" {
			size, word = "", ""
			side = map[int]string{1: "net boven", -1: "net onder", 0: "precies"}[delta.Sign()]
		}
		if side == "precies" {
			than = ""
		}
		return either(wrong, differs(m[4], side), differs(m[5], size), differs(m[6], word), differs(m[8], than))
	})
	on(page, `Dat is {p} van de norm; het minimum is {p}\.`, func(l *listener, m []string) string {
		_, norm, realised := l.staffed()
		share := percentOf(realised, norm)
		if share == nil || share.Cmp(whole(100)) < 0 {
			return "the minimum isn't met"
		}
		return either(differs(m[0], inDutch(share, 1)), differs(m[1], "100"))
	})
	on(page, `Dat is {p} van de norm; het minimum van {p} is niet gehaald\.`, func(l *listener, m []string) string {
		_, norm, realised := l.staffed()
		share := percentOf(realised, norm)
		if share == nil || share.Cmp(whole(100)) >= 0 {
			return "the minimum is met"
		}
		_, fraction, _ := strings.Cut(m[0], ",")
		if strings.HasPrefix(m[0], "100") {
			return "100 % isn't less than 100 %"
		}
		return either(differs(m[0], inDutch(share, len(fraction))), differs(m[1], "100"))
	})
	on(page, `In 2021 zelf bleven we met {n} VTE onder de norm van dat jaar, {n}\.`, func(l *listener, m []string) string {
		norm, realised := l.staffing(l.year)
		if realised == nil || realised.Cmp(norm) >= 0 {
			return "it isn't under its norm"
		}
		return either(differs(m[0], inDutch(realised, 2)), differs(m[1], inDutch(norm, 2)))
	})
}

func number2(year string) *rat {
	v, _ := new(big.Rat).SetString(year)
	return v
}

func effortClaims(on claiming, rare func()) {
	on("indicator-2-2", `Voor 2021 is de personeelsinzet niet bekend\.`, func(l *listener, m []string) string { return nothingKnown(l.fte(l.year, "", "")) })
	rare()
	on("indicator-2-2", `In 2021 zetten we {n} VTE in{verschil}\.`, func(l *listener, m []string) string {
		now := l.fte(l.year, "", "")
		return either(differs(m[0], inDutch(now, 2)), l.changeIs(m[1], now, l.fte(l.year-1, "", ""), 2, ""))
	})
	on("indicator-2-2", `{p} daarvan werkt rechtstreeks met de doelgroep\.`, func(l *listener, m []string) string {
		return differs(m[0], inDutch(percentOf(l.fte(l.year, "", "met"), l.fte(l.year, "", "")), 1))
	})
	on("indicator-2-3", `Het aantal activiteiten in 2021 is niet bekend\.`, func(l *listener, m []string) string { return nothingKnown(l.activities(l.year, "", "")) })
	rare()
	on("indicator-2-3", `In 2021 organiseerden we {aantal}{verschil}\.`, func(l *listener, m []string) string {
		now := l.activities(l.year, "", "")
		return either(l.countIs(m[0], now, "activiteit", "activiteiten"), l.changeIs(m[1], now, l.activities(l.year-1, "", ""), 0, ""))
	})
	on("indicator-2-3", `(.*) kwamen het meest voor: (.*)\.`, func(l *listener, m []string) string {
		values := map[string]*rat{}
		for _, k := range model.ActivityKinds() {
			values[k] = l.activities(l.year, "", k)
		}
		return mostIs(listed(m[0]), m[1], values)
	})
	on("indicator-2-4", `Hoeveel deelnames er in 2021 waren, is niet bekend\.`, func(l *listener, m []string) string { return nothingKnown(l.participations(l.year, "", "")) })
	rare()
	on("indicator-2-4", `De activiteiten van 2021 telden samen {aantal}{verschil}\.`, func(l *listener, m []string) string {
		now := l.participations(l.year, "", "")
		return either(l.countIs(m[0], now, "deelname", "deelnames"), l.changeIs(m[1], now, l.participations(l.year-1, "", ""), 0, ""))
	})
	on("indicator-2-4", `Dat zijn geen unieke personen: wie aan tien activiteiten meedoet, telt tien keer\.`, func(l *listener, m []string) string {
		if n := l.participations(l.year, "", ""); n.Sign() == 0 {
			return "there are none"
		}
		return ""
	})
	on("thema", `{aantal}(, zonder geregistreerde activiteiten in 2021|, goed voor {aantal} en {aantal} in 2021)?\.`, func(l *listener, m []string) string {
		wrong := l.countIs(m[0], l.projects(l.theme, ""), "project", "projecten")
		activities, part := l.activities(l.year, l.theme, ""), l.participations(l.year, l.theme, "")
		switch {
		case strings.HasPrefix(m[1], ", zonder"):
			if activities.Sign() != 0 || part.Sign() != 0 {
				wrong = either(wrong, "there are some")
			}
		case m[1] != "":
			wrong = either(wrong, l.countIs(m[2], activities, "activiteit", "activiteiten"), l.countIs(m[3], part, "deelname", "deelnames"))
		}
		return wrong
	})
}

func networkClaims(on claiming, rare func()) {
	on("indicator-2-5", `Het aantal partners en oplossingsactoren in 2021 is niet bekend\.`, func(l *listener, m []string) string { return nothingKnown(l.actors("", "")) })
	rare()
	on("indicator-2-5", `In 2021 waren er geen partners of oplossingsactoren\.`, func(l *listener, m []string) string {
		if n := l.actors("", ""); n == nil || n.Sign() != 0 {
			return "there were"
		}
		return ""
	})
	rare()
	on("indicator-2-5", `In 2021 werkten we samen met {aantal} en {aantal}(?:, samen {aantal})?\.`, func(l *listener, m []string) string {
		all := l.actors("", "")
		return either(l.countIs(m[0], l.actors("", model.ActorPartner), "partner", "partners"), l.countIs(m[1], l.actors("", model.ActorSolution), "oplossingsactor", "oplossingsactoren"),
			l.countIs(m[2], all, "verschillende actor", "verschillende actoren"))
	})
	overlap := func(all, a, b *rat) string {
		if sumOf(a, b).Cmp(all) <= 0 {
			return "nobody is both"
		}
		return ""
	}
	on("indicator-2-5", `Wie beide is, telt in beide mee\.`, func(l *listener, m []string) string {
		return overlap(l.actors("", ""), l.actors("", model.ActorPartner), l.actors("", model.ActorSolution))
	})
	on("indicator-2-6", `Het aantal contacten in 2021 is niet bekend\.`, func(l *listener, m []string) string { return nothingKnown(l.contacts(l.year, "", "")) })
	rare()
	on("indicator-2-6", `In 2021 hadden we {aantal}{verschil}\.`, func(l *listener, m []string) string {
		now := l.contacts(l.year, "", "")
		return either(l.countIs(m[0], now, "contact", "contacten"), l.changeIs(m[1], now, l.contacts(l.year-1, "", ""), 0, ""))
	})
	on("indicator-2-6", `Het ging {n} keer om een partner en {n} keer om een oplossingsactor\.`, func(l *listener, m []string) string {
		return either(differs(m[0], inDutch(l.contacts(l.year, "", model.ActorPartner), 0)), differs(m[1], inDutch(l.contacts(l.year, "", model.ActorSolution), 0)))
	})
	on("indicator-2-6", `Wie beide is, telt in beide mee\.`, func(l *listener, m []string) string {
		return overlap(l.contacts(l.year, "", ""), l.contacts(l.year, "", model.ActorPartner), l.contacts(l.year, "", model.ActorSolution))
	})
	on("indicator-2-7", `Het aantal beleidscontacten in 2021 is niet bekend\.`, func(l *listener, m []string) string { return nothingKnown(l.policy(l.year, "", "")) })
	rare()
	on("indicator-2-7", `In 2021 hadden we {aantal}{verschil}\.`, func(l *listener, m []string) string {
		now := l.policy(l.year, "", "")
		return either(l.countIs(m[0], now, "beleidscontact", "beleidscontacten"), l.changeIs(m[1], now, l.policy(l.year-1, "", ""), 0, ""))
	})
	on("indicator-2-7", `Bij (geen enkel|[\d.]+) daarvan \({p}\) was de doelgroep er zelf bij\.`, func(l *listener, m []string) string {
		with, all := l.policy(l.year, "", "ja"), l.policy(l.year, "", "")
		want := inDutch(with, 0)
		if with.Sign() == 0 {
			want = "geen enkel"
		}
		return either(differs(m[0], want), differs(m[1], inDutch(percentOf(with, all), 1)))
	})
	on("indicator-2-8", `Hoeveel beleidsdossiers er in 2021 afgerond zijn, is niet bekend\.`, func(l *listener, m []string) string { return nothingKnown(l.dossiers(l.year, "", "")) })
	rare()
	on("indicator-2-8", `In 2021 rondden we {aantal} af{verschil}\.`, func(l *listener, m []string) string {
		now := l.dossiers(l.year, "", "")
		return either(l.countIs(m[0], now, "beleidsdossier", "beleidsdossiers"), l.changeIs(m[1], now, l.dossiers(l.year-1, "", ""), 0, ""))
	})
	governments := func(l *listener) map[string]*rat {
		out := map[string]*rat{}
		for _, g := range [][2]string{{"Lokaal", "het lokale bestuur"}, {"Provinciaal", "het provinciebestuur"}, {"Vlaams", "het Vlaamse niveau"}, {"Federaal", "het federale niveau"}, {"Europees", "het Europese niveau"}} {
			out[g[1]] = l.dossiers(l.year, "", g[0])
		}
		return out
	}
	on("indicator-2-8", `Het vaakst waren ze voor (.*): (.*)\.`, func(l *listener, m []string) string {
		return mostIs(strings.Split(strings.ReplaceAll(m[0], " en ", ", "), ", "), m[1], governments(l))
	})
	on("indicator-2-8", `Ze waren allemaal voor (.*)\.`, func(l *listener, m []string) string {
		all := l.dossiers(l.year, "", "")
		if n := governments(l)[m[0]]; n == nil || n.Cmp(all) != 0 || all.Cmp(whole(1)) <= 0 {
			return fmt.Sprintf("%v of %v were", n, all)
		}
		return ""
	})
	on("indicator-2-9", `Het aantal vrijwilligers in 2021 is niet bekend\.`, func(l *listener, m []string) string { return nothingKnown(l.volunteers(l.year, "")) })
	rare()
	on("indicator-2-9", `In 2021 (was|waren) {aantal} actief{verschil}\.`, func(l *listener, m []string) string {
		now := l.volunteers(l.year, "")
		return either(verbIs(m[0], m[1], "was", "waren"), l.countIs(m[1], now, "vrijwilliger", "vrijwilligers"), l.changeIs(m[2], now, l.volunteers(l.year-1, ""), 0, ""))
	})
	on("indicator-2-9", `Samen zetten ze zich {n} uur in\.`, func(l *listener, m []string) string {
		return differs(m[0], inDutch(l.volunteerHours(), l.hourDecimals(m[0])))
	})
}

// verbIs checks that a verb goes with a count: "was 1", "waren 2", "waren geen".
func verbIs(verb, count, one, many string) string {
	if strings.HasPrefix(count, "1 ") {
		return differs(verb, one)
	}
	return differs(verb, many)
}

func meansClaims(on claiming, rare func()) {
	on("indicator-2-10", `Het aantal communicatieacties in 2021 is niet bekend\.`, func(l *listener, m []string) string {
		return nothingKnown(l.communications(l.year, "", "", "", ""))
	})
	rare()
	on("indicator-2-10", `In 2021 voerden we {aantal} uit{verschil}\.`, func(l *listener, m []string) string {
		now := l.communications(l.year, "", "", "", "")
		return either(l.countIs(m[0], now, "communicatieactie", "communicatieacties"), l.changeIs(m[1], now, l.communications(l.year-1, "", "", "", ""), 0, ""))
	})
	on("indicator-2-10", `De meest voorkomende (soort is|soorten zijn) (.*): (.*)\.`, func(l *listener, m []string) string {
		values := map[string]*rat{}
		for _, c := range l.Communications {
			if c.Kind != "" {
				values[c.Kind] = l.communications(l.year, c.Kind, "", "", "")
			}
		}
		names := listed(m[1])
		if (len(names) == 1) != (m[0] == "soort is") {
			return "the number of the verb"
		}
		return mostIs(names, m[2], values)
	})
	on("indicator-2-11", `De middelen van 2021 zijn niet bekend\.`, func(l *listener, m []string) string { return nothingKnown(l.funding(l.year, "", "")) })
	rare()
	on("indicator-2-11", `In 2021 werkten we met {€}{verschil}\.`, func(l *listener, m []string) string {
		now := l.funding(l.year, "", "")
		return either(differs(m[0], inEuro(now)), l.changeIs(m[1], now, l.funding(l.year-1, "", ""), 0, "€"))
	})
	on("indicator-2-11", `{p} daarvan komt van buiten de enveloppe; lokale besturen zijn goed voor {p}\.`, func(l *listener, m []string) string {
		all := l.funding(l.year, "", "")
		outside, local := percentOf(minus(all, l.funding(l.year, "", model.SourceEnvelope)), all), percentOf(l.funding(l.year, "", model.SourceLocal), all)
		for _, share := range []*rat{outside, local} {
			if share.Sign() < 0 || share.Cmp(whole(100)) > 0 {
				return "a share that is no part: " + share.String()
			}
		}
		return either(differs(m[0], inDutch(outside, 1)), differs(m[1], inDutch(local, 1)))
	})
	on("indicator-2-11", `Omdat een bron een negatief bedrag heeft, noemen we hier geen aandelen\.`, func(l *listener, m []string) string {
		for _, s := range model.FundingSources() {
			if l.funding(l.year, "", s).Sign() < 0 {
				return ""
			}
		}
		return "no source is below zero"
	})
}

func peopleClaims(on claiming, rare func()) {
	on("indicator-2-12", `Voor 2021 zijn de vormingsuren niet bekend\.`, func(l *listener, m []string) string { return nothingKnown(l.training(l.year, model.TrainingFormal)) })
	rare()
	on("indicator-2-12", `In 2021 volgden onze medewerkers (geen|[\d.,]+ uur) formele vorming{verschil}(?:, en (geen|[\d.,]+ uur) informele vorming)?\.`, func(l *listener, m []string) string {
		said := func(text, kind string) string {
			v := l.training(l.year, kind)
			if v.Sign() == 0 {
				return differs(text, "geen")
			}
			return differs(text, inDutch(v, l.hourDecimals(text))+" uur")
		}
		wrong := said(m[0], model.TrainingFormal)
		if m[2] != "" {
			wrong = either(wrong, said(m[2], model.TrainingInformal))
		}
		decimals := l.hourDecimals(m[0])
		if delta, _, _ := strings.Cut(strings.TrimPrefix(m[1], ", "), " "); strings.Contains(delta, ",") {
			decimals = 1
		}
		return either(wrong, l.changeIs(m[1], l.training(l.year, model.TrainingFormal), l.training(l.year-1, model.TrainingFormal), decimals, ""))
	})
	on("indicator-2-12", `(.*?) (volgde|volgden) minstens één uur formele vorming(?:, {p} van het aantal medewerkers op 31 december)?\.`, func(l *listener, m []string) string {
		n := l.trained(l.year)
		wrong := either(verbIs(m[1], m[0], "volgde", "volgden"), l.countIs(strings.ToLower(m[0][:1])+m[0][1:], n, "medewerker", "medewerkers"))
		if m[2] != "" {
			wrong = either(wrong, differs(m[2], inDutch(percentOf(n, whole(len(l.inService(l.year, false)))), 1)))
		}
		return wrong
	})
	on("indicator-2-13", `Op 31 december 2021 is de anciënniteit niet bekend\.`, func(l *listener, m []string) string {
		if len(l.Employees) > 0 {
			return "but there are employees"
		}
		return ""
	})
	rare()
	on("indicator-2-13", `Op 31 december 2021 (was|waren) {aantal} in dienst(?:, gemiddeld {n} jaar)?(?: \(een jaar eerder {n} jaar\))?\.`, func(l *listener, m []string) string {
		wrong := either(verbIs(m[0], m[1], "was", "waren"), l.countIs(m[1], whole(len(l.inService(l.year, false))), "medewerker", "medewerkers"))
		if m[2] != "" {
			wrong = either(wrong, differs(m[2], inDutch(l.seniority(l.year), 2)))
		}
		if m[3] != "" {
			wrong = either(wrong, differs(m[3], inDutch(l.seniority(l.year-1), 2)))
		}
		return wrong
	})
	on("indicator-2-13", `(.*) (is|zijn) daarbij niet geteld\.`, func(l *listener, m []string) string {
		n := whole(len(l.inService(l.year, true)))
		if n.Sign() == 0 {
			return "there are none"
		}
		return either(verbIs(m[1], m[0], "is", "zijn"), l.countIs(strings.ToLower(m[0][:1])+m[0][1:], n, "jobstudent", "jobstudenten"))
	})
}
