package validate

import "voortgang/internal/nearest"

// meant is the question that a proposal becomes, or what to do without one.
func meant(proposal, otherwise string) string {
	if proposal == "" {
		return otherwise
	}
	return "Bedoel je ‘" + proposal + "’?"
}

// mostCompared is how many pairs of names are compared for proposals. A
// werkmap with slips stays far below it; where nearly every row of thousands
// is wrong, the first ones get a proposal and the rest of them none.
const mostCompared = 500_000

// proposals finds what misspelled names were meant to be, within mostCompared.
type proposals struct {
	compared int
	found    map[proposalKey]string
}

// proposalKey is a word in a column of a project; the project is empty where
// the whole werkmap shares its names.
type proposalKey struct{ column, project, word string }

// spent tells whether nothing is compared any more.
func (p *proposals) spent() bool { return p.compared > mostCompared }

// compare notes that n pairs are compared.
func (p *proposals) compare(n int) { p.compared += n + 1 }

// to gives the name that a word was meant to be, or "". names is asked for the
// names to choose from once for each word.
func (p *proposals) to(key proposalKey, names func() []string) string {
	return p.find(key, names, nearest.To)
}

// code does the same for codes, in which numbers aren't alike.
func (p *proposals) code(key proposalKey, codes func() []string) string {
	return p.find(key, codes, nearest.Code)
}

func (p *proposals) find(key proposalKey, names func() []string, like func(string, []string) string) string {
	if best, ok := p.found[key]; ok || p.spent() {
		return best
	}
	list := names()
	p.compare(len(list))
	if p.found == nil {
		p.found = map[proposalKey]string{}
	}
	best := like(key.word, list)
	p.found[key] = best
	return best
}

// distinct counts the different texts of a list.
func distinct[T any](list []T, of func(T) string) int {
	seen := map[string]bool{}
	for _, v := range list {
		seen[code(of(v))] = true
	}
	return len(seen)
}
