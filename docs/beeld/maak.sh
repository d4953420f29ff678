#!/usr/bin/env bash
# Makes rapport.png, the picture in the README, from the example's report.
# Needs poppler-utils and imagemagick.
set -euo pipefail
cd "$(dirname "$0")/../.."

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
go run ./cmd/voortgang voorbeeld "$out/demo" >/dev/null
go run ./cmd/voortgang bouw "$out/demo" >/dev/null
pdf=$out/demo/uit/voortgangsrapport-2021.pdf
pages=$(pdfinfo "$pdf" | awk '/^Pages:/ {print $2}')

# The first page, from one on, that has all of the words.
page() {
	local from=$1 n text word
	shift
	for ((n = from; n <= pages; n++)); do
		text=$(pdftotext -f "$n" -l "$n" "$pdf" -)
		for word in "$@"; do
			grep -qF "$word" <<<"$text" || continue 2
		done
		echo "$n"
		return
	done
	echo "no page with: $*" >&2
	exit 1
}

list=(1 "$(page 5 'Hoeveel VTE zetten we in')" "$(page 5 'Looptijd van de projecten')" "$(page 5 'EnergieK Pelt' 'Fase en looptijd' 'Samenwerking')")
for n in "${list[@]}"; do
	pdftoppm -f "$n" -l "$n" -r 64 -png "$pdf" "$out/p$(printf '%04d' "$n")"
done
montage "$out"/p*.png -tile 4x1 -geometry 370x+12+12 -background '#E9ECEF' "$out/all.png"
convert "$out/all.png" -strip +dither -colors 96 -define png:compression-level=9 docs/beeld/rapport.png
wc -c docs/beeld/rapport.png
