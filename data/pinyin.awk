# pinyin.awk - the lines of data/pinyin.tsv, each after its code point as a
# number to sort by:
#
#   awk -f utf8.awk -f pinyin.awk fold.tsv pinyin_hand.tsv \
#       pinyin_simp.dict.yaml Unihan_Readings.txt
#
# A character has the readings of all four sources, without tones. A reading
# is rare if its initial is not that of the character's main reading, no
# text of kHanyuPinlu has it, and it makes up under 0.5 % of the character's
# weight in the dictionary's words. What pinyin_hand.tsv says goes before the
# rule, and a traditional character goes with its simplified one: it has all
# readings of that, unless the simplified one stands for others too, which
# pinyin_hand.tsv says ("apart").
#
# A reading of the standard of 2013 (kTGHZ2013) is never rare where the
# dictionary has no word with the character, or where the main reading is not
# of that standard.

BEGIN {
	FS = "\t"
	share = 0.005
	n = split("ā a á a ǎ a à a ē e é e ě e è e ê e ī i í i ǐ i ì i " \
		"ō o ó o ǒ o ò o ū u ú u ǔ u ù u ǖ ü ǘ ü ǚ ü ǜ ü ń n ň n " \
		"ǹ n ḿ m ế e ề e", pair, " ")
	for (i = 1; i < n; i += 2)
		without[pair[i]] = pair[i + 1]
	for (c = hex("300"); c <= hex("30C"); c++)
		without[encode(c)] = ""
}

function plain(s,   t, ch) {
	t = ""
	while (s != "") {
		ch = substr(s, 1, char_len(s))
		s = substr(s, length(ch) + 1)
		t = t ((ch in without) ? without[ch] : ch)
	}
	return t
}

function add(c, reading) {
	if ((c, reading) in has)
		return
	has[c, reading] = 1
	readings[c] = readings[c] (readings[c] == "" ? "" : " ") reading
}

FNR == 1 {
	file++
}

# fold.tsv
file == 1 && /^[0-9A-F]/ && $4 ~ /^(unihan|opencc)$/ {
	simple[hex($1)] = hex($2)
}

# A compatibility ideograph is read as what it folds to.
file == 1 && $4 == "compat" {
	is_compat[hex($1)] = 1
}

# pinyin_hand.tsv
file == 2 && !/^#/ && $3 == "apart" {
	is_apart[decode($1)] = 1
	next
}

file == 2 && !/^#/ {
	hand[decode($1), $2] = $3
	by_hand[decode($1)] = by_hand[decode($1)] $2 " "
}

# The dictionary: a word, its syllables, its weight.
file == 3 && NF >= 2 && !/^#/ {
	n = split($2, syllable, " ")
	for (i = 1; i <= n && $1 != ""; i++) {
		gsub(/v/, "ü", syllable[i])
		c = decode($1)
		weight[c, syllable[i]] += $3
		total[c] += $3
		$1 = substr($1, char_len($1) + 1)
	}
}

# Unihan_Readings.txt
file == 4 && /^U/ && $2 == "kMandarin" {
	c = hex(substr($1, 3))
	split($3, part, " ")
	if (!(c in is_compat))
		main[c] = plain(part[1])
	kept[1, c] = $3
}

file == 4 && /^U/ && $2 == "kHanyuPinlu" {
	c = hex(substr($1, 3))
	gsub(/\([0-9]+\)/, "", $3)
	kept[2, c] = $3
	n = split($3, part, " ")
	for (i = 1; i <= n; i++)
		in_pinlu[c, plain(part[i])] = 1
}

file == 4 && /^U/ && $2 ~ /^(kTGHZ2013|kXHC1983)$/ {
	c = hex(substr($1, 3))
	gsub(/[0-9.,*]+:/, "", $3)
	gsub(/,/, " ", $3)
	kept[$2 == "kTGHZ2013" ? 3 : 4, c] = $3
	n = $2 == "kTGHZ2013" ? split($3, part, " ") : 0
	for (i = 1; i <= n; i++)
		in_standard[c, plain(part[i])] = 1
}

function is_rare(c, reading,   s) {
	s = (c in simple) ? simple[c] : c
	if ((c, reading) in hand)
		return hand[c, reading] == "rare"
	if (substr(reading, 1, 1) == substr(main[c], 1, 1))
		return 0
	if (s != c && (s, reading) in has)
		return is_rare(s, reading)
	if ((c, reading) in in_pinlu)
		return 0
	if ((c, reading) in in_standard && \
	    (total[c] == 0 || !((c, main[c]) in in_standard)))
		return 0
	return total[c] == 0 || weight[c, reading] < share * total[c]
}

END {
	# What the hand alone gives a reading: 〇.
	for (c in by_hand) {
		split(by_hand[c], part, " ")
		if (!(c in main))
			main[c] = part[1]
	}
	for (c in main) {
		for (k = 1; k <= 4; k++) {
			n = split(kept[k, c], part, " ")
			for (i = 1; i <= n; i++)
				add(c, plain(part[i]))
		}
		s = (c in simple) ? simple[c] : c
		if (!(s in main) || main[s] != main[c])
			s = c
		n = split(by_hand[c] (s == c ? "" : by_hand[s]), part, " ")
		for (i = 1; i <= n; i++)
			add(c, part[i])
	}
	for (c in main) {
		if (!(c in simple) || c in is_apart || !(simple[c] in main))
			continue
		n = split(readings[simple[c]], part, " ")
		for (i = 1; i <= n; i++)
			add(c, part[i])
	}
	for (c in main) {
		line = ""
		n = split(readings[c], part, " ")
		for (i = 1; i <= n; i++)
			line = line (i > 1 ? " " : "") part[i] \
				(is_rare(c + 0, part[i]) ? "*" : "")
		printf "%d\t%04X\t%s\t%s\n", c, c, encode(c + 0), line
	}
}
