#!/bin/sh
# title_words.sh RIME_DICT: write data/title_words.tsv to standard output, from
# the words of a dictionary (Debian: rime-data-pinyin-simp) and the tables
# beside this script. `make regenerate-titles` does it.
set -eu
LC_ALL=C
export LC_ALL
here=$(dirname "$0")

cat <<'HEAD'
# The words by which titles are broken into lines (src/text/title_word.h).
#
# Made by title_words.sh and title_words.awk, which hold the rules, from
# - the words of rime-pinyin-simp that weigh 500 and more (Debian:
#   rime-data-pinyin-simp 0.0~git20230104; derived from the Android Open Source
#   Project's PinyinIME; Apache License 2.0);
# - the places of regions.tsv and the endings of unit_kinds.tsv;
# - title_words_hand.tsv.
# Change those, not this.
#
# word, weight, source; a compound has | between its words
HEAD
awk -v least="${LEAST:-500}" -f "$here/title_words.awk" "$here/title_words_hand.tsv" \
	"$here/regions.tsv" "$here/unit_kinds.tsv" "$1" | sort
