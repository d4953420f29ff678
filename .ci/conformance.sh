#!/usr/bin/env bash
# Builds the reports that stretch the PDF furthest and has programs of others
# judge them: veraPDF against PDF/UA-1 and PDF/A-3a, with its negative controls,
# qpdf and poppler.
#
#   conformance.sh PDF       PDF is the report of the example, already built
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -eq 1 ] || { sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2; }

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
fail() { printf 'FAIL: %s\n' "$1" >&2; exit 1; }

mkdir "$out/demo" "$out/werkmappen"
go test ./render/pdfw -count 1 -run TestDemo -demo "$out/demo" >/dev/null
go test ./internal/pipeline -count 1 -run TestConformance -werkmappen "$out/werkmappen"
cp "$1" "$out/voorbeeld.pdf"
files=("$out/voorbeeld.pdf")
for name in een-project zonder-gegevens met-fouten lelijk lelijk-warm huisstijl; do
	made=("$out/werkmappen/$name"/uit/*.pdf)
	[ ${#made[@]} -eq 1 ] && [ -f "${made[0]}" ] || fail "$name gave ${#made[@]} reports"
	mv "${made[0]}" "$out/$name.pdf"
	files+=("$out/$name.pdf")
done

# Everything is embedded and says what its glyphs mean (the columns emb and uni).
fonts_of() {
	pdffonts "$1" | awk 'NR > 2 {n++; if ($(NF-4) != "yes" || $(NF-2) != "yes") bad = 1} END {exit bad || !n}' ||
		fail "$2: a font is not embedded or has no ToUnicode"
}
for file in "${files[@]}"; do
	name=$(basename "$file")
	qpdf --check "$file" >"$out/qpdf.txt" 2>&1 || { cat "$out/qpdf.txt"; fail "$name: qpdf"; }
	fonts_of "$file" "$name"
	pdfinfo "$file" >"$out/info.txt" 2>"$out/error.txt"
	[ ! -s "$out/error.txt" ] || fail "$name: $(head -n 1 "$out/error.txt")"
	grep -q '^Tagged: *yes' "$out/info.txt" || fail "$name is not tagged"
	grep -q '^Title: *[^ ]' "$out/info.txt" || fail "$name has no title"
	# Without the text, which takes poppler minutes for a long report: what a
	# listener hears is compared word by word in internal/pipeline.
	pdfinfo -struct "$file" >"$out/struct.txt" 2>"$out/error.txt"
	pdftotext "$file" "$out/text.txt" 2>>"$out/error.txt"
	[ ! -s "$out/error.txt" ] || fail "$name: $(head -n 1 "$out/error.txt")"
	grep -q '^ *H1' "$out/struct.txt" || fail "$name has no heading in its structure"
	pdfdetach -list "$file" >"$out/attached.txt"
	grep -q 'validatie.json\|indicatoren.json' "$out/attached.txt" || fail "$name carries no data: $(head -n 1 "$out/attached.txt")"
	echo "$name: $(awk '/^Pages:/ {print $2}' "$out/info.txt") pages, $(wc -c <"$file") bytes, $(head -n 1 "$out/attached.txt")"
done

.ci/verapdf.sh "${files[@]}"
.ci/verapdf.sh --controls "$out/demo/demo-plain.pdf"
