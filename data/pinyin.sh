#!/bin/sh
# pinyin.sh UNICODE_DIR RIME_DICT: write data/pinyin.tsv to standard output,
# from Unihan (Debian: unicode-data) and the weights of a dictionary of words
# (rime-data-pinyin-simp). `make regenerate-pinyin` does it.
set -eu
LC_ALL=C
export LC_ALL
here=$(dirname "$0")
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

bzcat "$1/Unihan_Readings.txt.bz2" >"$tmp/readings"

cat <<'HEAD'
# How each character may be read (src/search/pinyin.h).
#
# Made by pinyin.sh and pinyin.awk, which hold the rules, from
# - kMandarin, kTGHZ2013, kXHC1983 and kHanyuPinlu of Unihan_Readings.txt in
#   the Unicode Character Database 15.0.0 (Debian: unicode-data); copyright
#   1991-2022 Unicode, Inc., Unicode License
#   (https://www.unicode.org/license.txt);
# - pinyin_hand.tsv, beside it.
# The weights of rime-pinyin-simp (Debian: rime-data-pinyin-simp; Apache
# License 2.0) were used to tell which readings are rare; nothing of it is
# held here.
#
# code point, character, readings: the main one first; * marks a rare one.
HEAD
awk -f "$here/utf8.awk" -f "$here/pinyin.awk" "$here/fold.tsv" \
	"$here/pinyin_hand.tsv" "$2" "$tmp/readings" | sort -n | cut -f 2-
