#!/bin/sh
# Validates PDF files against PDF/UA-1 and PDF/A-3a with veraPDF.
#
#   verapdf.sh FILE...             every file must pass every rule of both
#   verapdf.sh --controls FILE     FILE, written without compression, must fail
#                                  the right rule after it is broken on purpose
#
# veraPDF comes from Maven Central (Java and Maven are needed) and is kept in
# $VERAPDF_HOME, by default a folder in the user's cache.
set -eu

version=1.28.2
home=${VERAPDF_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/verapdf-$version}
# A checker that loads no rules finds nothing wrong: these are their numbers.
ua1_rules=106
a3a_rules=155

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fetch() {
	[ -f "$home/complete" ] && return
	mkdir -p "$home"
	cat >"$scratch/pom.xml" <<-POM
		<project xmlns="http://maven.apache.org/POM/4.0.0">
		  <modelVersion>4.0.0</modelVersion>
		  <groupId>local</groupId><artifactId>verapdf</artifactId><version>1</version>
		  <dependencies><dependency>
		    <groupId>org.verapdf.apps</groupId><artifactId>greenfield-apps</artifactId><version>$version</version>
		  </dependency></dependencies>
		</project>
	POM
	mvn -q -B -f "$scratch/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:copy-dependencies \
		-DoutputDirectory="$home" >&2
	: >"$home/complete"
}

# verapdf FLAVOUR FILE... prints the report as XML. Its exit status tells
# whether all files comply, which the report says too.
verapdf() {
	flavour=$1
	shift
	java -cp "$home/*" org.verapdf.apps.GreenfieldCliWrapper -f "$flavour" --format xml "$@" || true
}

# check FLAVOUR RULES FILE... demands that all files pass that many rules.
check() {
	flavour=$1 rules=$2
	shift 2
	verapdf "$flavour" "$@" >"$scratch/report.xml"
	passed=$(grep -c "<details passedRules=\"$rules\" failedRules=\"0\" passedChecks=\"[1-9][0-9]*\" failedChecks=\"0\"" "$scratch/report.xml" || true)
	if [ "$passed" -ne $# ]; then
		cat "$scratch/report.xml"
		echo "verapdf: $passed of $# files pass $flavour with $rules rules" >&2
		exit 1
	fi
	echo "verapdf: $# files pass $flavour, $rules rules each"
}

# control FLAVOUR CLAUSE TEST NAME FILE WORD breaks WORD in FILE, without
# changing any offset, and demands that the rule notices.
control() {
	flavour=$1 clause=$2 test=$3 name=$4 file=$5 word=$6
	broken=$scratch/broken.pdf
	other=$(printf '%s' "$word" | sed 's/[A-Za-z]/X/2')
	LC_ALL=C sed "s#$word#$other#g" "$file" >"$broken"
	if cmp -s "$file" "$broken"; then
		echo "verapdf: $file has no $word to break" >&2
		exit 1
	fi
	verapdf "$flavour" "$broken" >"$scratch/report.xml"
	if ! grep -q "clause=\"$clause\" testNumber=\"$test\" status=\"failed\"" "$scratch/report.xml"; then
		cat "$scratch/report.xml"
		echo "verapdf: $name goes unnoticed by $flavour $clause-$test" >&2
		exit 1
	fi
	echo "verapdf: $name fails $flavour $clause-$test, as it must"
}

if [ $# -eq 0 ]; then
	sed -n '2,10s/^# \{0,1\}//p' "$0" >&2
	exit 2
fi
fetch
if [ "$1" = --controls ]; then
	file=$2
	control ua1 7.3 1 'a figure without alternative text' "$file" '/Alt('
	control ua1 7.18.3 1 'a page without tab order' "$file" '/Tabs/S'
	control ua1 7.5 1 'a table head without scope' "$file" '/Scope/'
	control ua1 7.18.1 1 'an attachment opened outside an Annot' "$file" '/S/Annot'
	control ua1 7.2 34 'a document without language' "$file" '/Lang('
	control 3a 6.8 3 'an attachment without relation' "$file" '/AFRelationship/'
	exit
fi
check ua1 $ua1_rules "$@"
check 3a $a3a_rules "$@"
