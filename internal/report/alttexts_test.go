package report

import "voortgang/internal/document"

func (l *listener) chart(c document.Chart)  {}
func (l *listener) spark(label, alt string) {}
