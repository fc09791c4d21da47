# title_table.awk - make src/text/title_table.h from title_words.tsv, at build
# time: of each length the words in the order of their bytes, each with what it
# costs to take it for one (the binary logarithm of how rare it is) behind it,
# 64 more for a place.

function broken(why) {
	print FILENAME ":" FNR ": " why > "/dev/stderr"
	failed = 1
	exit 1
}

BEGIN {
	FS = "\t"
	total = 95000000 # the weights of all words of the dictionary
	han = 3
}

/["\\]/ && !/^#/ { broken("a quote or backslash") }
/^#/ { next }
NF != 3 { broken("not a word, its weight and its source") }

$3 == "compound" {
	compounds = compounds "    \"" $1 "\",\n"
	next
}

{
	n = length($1) / han
	if (n < 2 || n > 8 || n != int(n) || $2 <= 0)
		broken("no word of 2 to 8 characters with a weight")
	if ($1 <= last[n])
		broken("not sorted")
	last[n] = $1
	cost = int(log(total / $2) / log(2) + 0.5)
	if ($3 == "region")
		cost += 64
	entries[n] = entries[n] sprintf("    \"%s\" \"\\%03o\",\n", $1, cost)
	count[n]++
}

END {
	if (failed)
		exit 1
	print "/* title_table.h - made from data/; do not edit. */"
	print "/* clang-format off */"
	for (n = 2; n <= 8; n++)
		printf "static const char words_%d[][%d] = {\n%s};\n", n,
			n * han + 2, entries[n]
	print "static const struct title_words {"
	print "    const char *entries; /* of the word, a byte of cost, a 0 */"
	print "    size_t count;"
	print "} words_of[] = {"
	for (n = 2; n <= 8; n++)
		printf "    [%d] = { words_%d[0], %d },\n", n, n, count[n]
	print "};"
	printf "static const char *const compounds[] = {\n%s};\n", compounds
	print "/* clang-format on */"
}
