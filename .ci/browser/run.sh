#!/usr/bin/env bash
# Tests validatie.html in headless Chromium: a small page and one with 5,000
# findings, both written by the tests of render/check, and the page of the
# example. Then the report as a web page: that of the example, and one with the
# worst names; both must be valid HTML.
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
go test ./render/html -run TestPagesForTheBrowser -count 1 -browser "$pages"
go run ./cmd/voortgang valideer "$pages/demo" >/dev/null
go run ./cmd/voortgang bouw "$pages/demo" --formaat html >/dev/null
cp "$pages/demo/uit/voortgangsrapport-2021.html" "$pages/rapport.html"
cp "$pages/demo/uit/validatie.html" "$pages/schoon.html"
cd .ci/browser
[ -d node_modules/vnu-jar ] || npm install --no-audit --no-fund --no-package-lock --loglevel=error
PAGES=$pages node check.mjs "$@"
PAGES=$pages node report.mjs "$@"
vnu=node_modules/vnu-jar/build/dist/vnu.jar
java -jar "$vnu" --errors-only "$pages/rapport.html" "$pages/rapport-lastig.html"
# The validator does find a fault that is put in.
sed 's/<main id/<main role="x" id/' "$pages/rapport.html" >"$pages/fout.html"
if java -jar "$vnu" --errors-only "$pages/fout.html" 2>/dev/null; then
	echo 'FAIL: the validator passes what is wrong' >&2
	exit 1
fi
echo 'ok    the report is valid HTML'
