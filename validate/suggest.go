package validate

// meant is the question that a proposal becomes, or what to do without one.
func meant(proposal, otherwise string) string {
	if proposal == "" {
		return otherwise
	}
	return "Bedoel je ‘" + proposal + "’?"
}
