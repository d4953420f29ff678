#!/usr/bin/env bash
# Tests validatie.html in headless Chromium: a small page and one with 5,000
# findings, both written by the tests of render/check, and the page of the
# example.
set -euo pipefail
cd "$(dirname "$0")/../.."

if ! command -v chromium >/dev/null; then
	sudo=$([ "$(id -u)" -eq 0 ] || echo sudo)
	$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q chromium >/dev/null
fi
pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
go test ./render/check -run TestPagesForTheBrowser -count 1 -browser "$pages"
go run ./cmd/voortgang voorbeeld "$pages/demo" >/dev/null
go run ./cmd/voortgang valideer "$pages/demo" >/dev/null
cp "$pages/demo/uit/validatie.html" "$pages/schoon.html"
cd .ci/browser
[ -d node_modules ] || npm install --no-audit --no-fund --no-package-lock --loglevel=error
PAGES=$pages node check.mjs "$@"
