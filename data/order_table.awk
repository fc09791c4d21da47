# order_table.awk - make src/search/order_table.h at build time from what
# order_places.awk writes, sorted. The places of each order are numbered from
# 1; characters that nothing tells apart share one. 32768 is added to those that
# begin a word.

BEGIN {
	FS = "\t"
}

$1 != "w" {
	if ($1 != order)
		number = 0
	order = $1
	# Two readings of a word that are alike share a place.
	if ($2 != last)
		number++
	last = $2
	if (substr($3, 1, 1) == "c")
		rank[$1, substr($3, 2)] = number + 0
	else
		at[substr($3, 2)] = number
	end[$1] = number + 1
}

$1 == "w" {
	order = $1
	first = substr($2, 1, 6) + 0
	begins[first] = 1
	line[++lines] = sprintf("{%d, \"%s\", ORDER_%s, %d, {", first, $4,
		toupper($5), $6)
	for (i = 0; i < $6; i++)
		line[lines] = line[lines] at[$3 "." i] ","
	line[lines] = line[lines] "}},"
}

function print_ranks(name, order,   value, k, part) {
	for (k in rank) {
		split(k, part, SUBSEP)
		if (part[1] == order)
			value[part[2] + 0] = rank[k] + \
				(order == "p" && part[2] in begins ? 32768 : 0)
	}
	print_pages("order_" name, value)
	print "#define ORDER_" toupper(name) "_RANKS " end[order]
}

END {
	print "/* order_table.h - made from data/order.tsv and order_words.tsv; do " \
		"not edit. */"
	print "/* clang-format off */"
	print_ranks("reading", "p")
	print_ranks("strokes", "s")
	print "static const struct order_word order_words[] = {"
	for (i = 1; i <= lines; i++)
		print line[i]
	print "};"
	print "/* clang-format on */"
}
