#!/bin/sh
# fold.sh UNICODE_DIR: write data/fold.tsv to standard output, from the Unicode
# Character Database (Debian: unicode-data) and OpenCC (opencc). `make
# regenerate-fold` does it.
set -eu
LC_ALL=C
export LC_ALL
unicode=$1
here=$(dirname "$0")
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

bzcat "$unicode/Unihan_Variants.txt.bz2" >"$tmp/variants"

# What OpenCC makes of each ideograph alone.
awk -f "$here/utf8.awk" -f "$here/ideographs.awk" \
	"$unicode/UnicodeData.txt" >"$tmp/ideographs"
opencc -c t2s.json -i "$tmp/ideographs" -o "$tmp/simplified"
paste "$tmp/ideographs" "$tmp/simplified" >"$tmp/opencc"

cat <<'HEAD'
# What counts as the same character in a search (src/search/fold.h).
#
# Made by fold.sh and fold.awk, which hold the rules, from
# - UnicodeData.txt, CaseFolding.txt, EquivalentUnifiedIdeograph.txt and
#   Unihan_Variants.txt of the Unicode Character Database 15.0.0 (Debian:
#   unicode-data); copyright 1991-2022 Unicode, Inc., Unicode License
#   (https://www.unicode.org/license.txt);
# - OpenCC's table of traditional characters, 1.1.6 (Debian: libopencc-data);
#   copyright 2010-2022 Carbo Kuo and contributors, Apache License 2.0. It
#   decides where it and Unihan differ.
#
# code point, the one it folds to, both as characters, why:
#   case, width       of letters and forms
#   unihan, opencc    traditional: kSimplifiedVariant, OpenCC
#   compat, radical   a compatibility ideograph, a radical on its own
#   hand              fold_hand.tsv, beside it, which goes before the others
#   quote dash dot open close zero    marks that people write for one another
HEAD
awk -f "$here/utf8.awk" -f "$here/fold.awk" \
	"$here/fold_hand.tsv" \
	"$unicode/UnicodeData.txt" "$unicode/CaseFolding.txt" \
	"$unicode/EquivalentUnifiedIdeograph.txt" "$tmp/variants" \
	"$tmp/opencc" | sort -n | cut -f 2-
