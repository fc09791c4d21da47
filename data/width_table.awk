# width_table.awk - make src/text/width_table.h from width.tsv, at build time:
# pages of 128 code points, equal ones kept once.

function hex(s,   i, v) {
	v = 0
	for (i = 1; i <= length(s); i++)
		v = v * 16 + index("0123456789ABCDEF", substr(s, i, 1)) - 1
	return v
}

BEGIN {
	FS = "\t"
	size = 128
	other = "S"
	letter["zero"] = "Z"
	letter["narrow"] = "N"
	letter["wide"] = "W"
	letter["ambiguous"] = "A"
	letter["hidden"] = "H"
	letter["marked"] = "M"
}

/^[0-9A-F]/ {
	if (!($2 in letter)) {
		print "width.tsv:" FNR ": unknown kind " $2 > "/dev/stderr"
		failed = 1
		exit 1
	}
	split($1, ends, /\.\./)
	to = hex(ends[2])
	for (c = hex(ends[1]); c <= to; c++)
		kind[c] = letter[$2]
}

END {
	if (failed)
		exit 1
	print "/* width_table.h - made from data/width.tsv; do not edit. */"
	print "#define WIDTH_PAGE_SIZE " size
	print "#define W WIDTH_WIDE"
	print "#define N WIDTH_NARROW"
	print "#define A WIDTH_AMBIGUOUS"
	print "#define Z WIDTH_ZERO"
	print "#define H WIDTH_HIDDEN"
	print "#define M WIDTH_MARKED"
	print "#define S WIDTH_SUBSTITUTE"
	print "/* clang-format off */"
	print "static const unsigned char width_pages[][WIDTH_PAGE_SIZE] = {"
	for (p = 0; p < 1114112 / size; p++) {
		page = ""
		for (c = p * size; c < (p + 1) * size; c++)
			page = page ((c in kind) ? kind[c] : other) ","
		if (!(page in number)) {
			number[page] = pages++
			print "{" page "},"
		}
		page_of[p] = number[page]
	}
	if (pages > 256) {
		print "width_table.awk: too many pages" > "/dev/stderr"
		exit 1
	}
	print "};"
	print "static const unsigned char width_page_of[] = {"
	for (p = 0; p < 1114112 / size; p++)
		printf "%d,%s", page_of[p], p % 16 == 15 ? "\n" : ""
	print "};"
	print "/* clang-format on */"
	print "#undef W"
	print "#undef N"
	print "#undef A"
	print "#undef Z"
	print "#undef H"
	print "#undef M"
	print "#undef S"
}
