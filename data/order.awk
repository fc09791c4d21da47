# order.awk - the lines of data/order.tsv, each after its code point as a number
# to sort by:
#
#   awk -f utf8.awk -f order.awk Unihan_Readings.txt Unihan_IRGSources.txt \
#       stroke.dict.yaml
#
# Of kMandarin and kTotalStrokes the first value is the one of mainland China.

BEGIN {
	FS = "\t"
	n = split("ā a1 á a2 ǎ a3 à a4 ē e1 é e2 ě e3 è e4 ế ê2 ề ê4 " \
		"ī i1 í i2 ǐ i3 ì i4 ō o1 ó o2 ǒ o3 ò o4 ū u1 ú u2 ǔ u3 ù u4 " \
		"ǖ ü1 ǘ ü2 ǚ ü3 ǜ ü4 ń n2 ň n3 ǹ n4 ḿ m2", pair, " ")
	for (i = 1; i < n; i += 2)
		toned[pair[i]] = pair[i + 1]
	# Combining marks, after the letter.
	mark[encode(hex("304"))] = 1
	mark[encode(hex("301"))] = 2
	mark[encode(hex("30C"))] = 3
	mark[encode(hex("300"))] = 4
	split("h 1 s 2 p 3 n 4 z 5", pair, " ")
	for (i = 1; i < 10; i += 2)
		digit[pair[i]] = pair[i + 1]
}

# lǘ as lü2; without a tone 5.
function numbered(s,   t, ch, tone) {
	t = ""
	tone = 5
	while (s != "") {
		ch = substr(s, 1, char_len(s))
		s = substr(s, length(ch) + 1)
		if (ch in mark) {
			tone = mark[ch]
			continue
		}
		if (ch in toned) {
			tone = substr(toned[ch], length(toned[ch]))
			ch = substr(toned[ch], 1, length(toned[ch]) - 1)
		}
		t = t (ch == "ê" ? "e" : ch)
	}
	return t tone
}

FNR == 1 {
	file++
}

file == 1 && /^U/ && $2 == "kMandarin" {
	split($3, part, " ")
	reading[hex(substr($1, 3))] = numbered(part[1])
}

file == 2 && /^U/ && $2 == "kTotalStrokes" {
	split($3, part, " ")
	strokes[hex(substr($1, 3))] = part[1]
}

# Several ways to write one: the first is the usual one.
file == 3 && NF >= 2 && $2 ~ /^[hspnz]+$/ && char_len($1) == length($1) {
	c = decode($1)
	if (c in first)
		next
	first[c] = ""
	for (i = 1; i <= 6 && i <= length($2); i++)
		first[c] = first[c] digit[substr($2, i, 1)]
}

END {
	for (c in strokes)
		if (c + 0 < 65536)
			printf "%d\t%04X\t%s\t%s\t%d\t%s\n", c, c, encode(c + 0),
				(c in reading) ? reading[c] : "-", strokes[c],
				(c in first) ? first[c] : "-"
}
