# title_words.awk - the lines of data/title_words.tsv, not sorted:
#
#   awk -v least=N -f title_words.awk title_words_hand.tsv regions.tsv \
#       unit_kinds.tsv pinyin_simp.dict.yaml
#
# A word of the dictionary is taken if its weight is `least` or more, or if
# the hand has it too; what is no word of the dictionary has the weight of a
# common one. Words of two to eight Han characters, three bytes each (LC_ALL=C).

BEGIN {
	FS = "\t"
	common = 2000
}

FNR == 1 {
	file++
}

# Whether all characters are Han ones of the main block.
function is_han(w) {
	return length(w) % 3 == 0 && w ~ /^([\344-\351][\200-\277][\200-\277])+$/
}

function take(w, weight, source) {
	if (length(w) < 6 || length(w) > 24 || !is_han(w))
		return
	if (!(w in weights) || weights[w] < weight) {
		weights[w] = weight
		sources[w] = source
	}
}

/^#/ { next }
file == 1 && /\|/ { compounds[$1] = 1; next }
file == 1 { take($1, common, "hand"); next }
file == 2 { take($1, common, "region"); is_region[$1] = 1; next }
file == 3 { take($1, common, "kind"); next }
NF >= 3 && ($3 >= least || $1 in weights) { take($1, $3 + 0, "rime") }

END {
	for (w in weights)
		print w "\t" weights[w] "\t" \
			((w in is_region) ? "region" : sources[w])
	for (w in compounds)
		print w "\t0\tcompound"
}
