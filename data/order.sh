#!/bin/sh
# order.sh UNICODE_DIR STROKE_DICT: write data/order.tsv to standard output,
# from Unihan (Debian: unicode-data) and the strokes of rime-stroke
# (rime-data-stroke). `make regenerate-order` does it.
set -eu
LC_ALL=C
export LC_ALL
here=$(dirname "$0")
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

bzcat "$1/Unihan_Readings.txt.bz2" >"$tmp/readings"
bzcat "$1/Unihan_IRGSources.txt.bz2" >"$tmp/sources"

cat <<'HEAD'
# What each character stands by in an ordered list (src/search/collate.h).
#
# Made by order.sh and order.awk from
# - kMandarin and kTotalStrokes of Unihan in the Unicode Character Database
#   15.0.0 (Debian: unicode-data); copyright 1991-2022 Unicode, Inc., Unicode
#   License (https://www.unicode.org/license.txt);
# - rime-stroke 0.0~git (Debian: rime-data-stroke), which has the strokes from
#   the CNS11643 database of Taiwan; copyright GONG Chen, Kunki Chiu and
#   others, GNU Lesser General Public License 3.
# What is read otherwise, alone or in a name, stands in order_words.tsv.
#
# code point, character, main reading with its tone (5: none), strokes, the
# first six of them: 1 heng 2 shu 3 pie 4 dian 5 zhe
HEAD
awk -f "$here/utf8.awk" -f "$here/order.awk" "$tmp/readings" "$tmp/sources" \
	"$2" | sort -n | cut -f 2-
