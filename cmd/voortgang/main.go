// Command voortgang makes a Flemish non-profit's annual progress report from
// its spreadsheets.
package main

import (
	"context"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	streams := Streams{Out: os.Stdout, Err: os.Stderr, Terminal: isTerminal(os.Stderr)}
	if streams.Terminal && isTerminal(os.Stdin) {
		streams.In = os.Stdin
	}
	code := Run(ctx, os.Args[1:], streams)
	stop()
	os.Exit(code)
}
