# order_places.awk - the places of characters in the orders of a list, to be
# sorted; order_table.awk makes a table of them:
#
#   awk -f utf8.awk -f order_places.awk order.tsv order_words.tsv |
#       sort | awk -f utf8.awk -f pages.awk -f order_table.awk
#
# A line for each place: the order (p by reading, s by strokes), what it is
# sorted by, and whose place it is: a character's (c, code point) or that of
# one read otherwise in a word (w, number of the word, of the character in it).
# A line for each word: w, to sort it by, its number, the word, where, length.

BEGIN {
	FS = "\t"
}

# lü stands behind lu and before luan.
function by_reading(s,   tone, umlaut) {
	tone = substr(s, length(s))
	s = substr(s, 1, length(s) - 1)
	umlaut = gsub(/ü/, "u", s)
	return sprintf("%-6s%d%d", s, umlaut, tone)
}

function place(order, key, whose) {
	printf "%s\t%s\t%s\n", order, key, whose
}

FNR == 1 {
	file++
}

file == 1 && /^[0-9A-F]/ {
	c = hex($1)
	reading[c] = $3
	strokes[c] = sprintf("%02d%-6s%06d", $4, $5 == "-" ? "9" : $5, c)
}

file == 2 && !/^#/ && $3 == "main" {
	c = decode($1)
	reading[c] = $2
	if (!(c in strokes))
		strokes[c] = sprintf("%02d%-6s%06d", 1, "5", c)
}

file == 2 && !/^#/ && $3 != "main" {
	word[++words] = $1
	said[words] = $2
	where[words] = $3
}

END {
	for (c in strokes) {
		place("s", strokes[c], "c" c)
		if (reading[c] != "-")
			place("p", by_reading(reading[c]) strokes[c], "c" c)
	}
	for (w = 1; w <= words; w++) {
		n = split(said[w], part, " ")
		rest = word[w]
		for (i = 1; i <= n; i++) {
			c = decode(rest)
			rest = substr(rest, char_len(rest) + 1)
			place("p", by_reading(part[i]) strokes[c], "w" w "." i - 1)
		}
		# The word itself, sorted by its first character, long ones first.
		printf "w\t%06d%02d%s\t%d\t%s\t%s\t%d\n", decode(word[w]), 50 - n,
			word[w], w, word[w], where[w], n
	}
}

