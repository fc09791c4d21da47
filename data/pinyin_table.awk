# pinyin_table.awk - make src/search/pinyin_table.h from pinyin.tsv, at build
# time:
#
#   awk -f utf8.awk -f pages.awk -f pinyin_table.awk pinyin.tsv
#
# Characters with the same readings share a set.

BEGIN {
	FS = "\t"
}

/^[0-9A-F]/ {
	if (!($3 in number)) {
		sets[++count] = $3
		number[$3] = count
	}
	value[hex($1)] = number[$3]
}

# As src/search/pinyin.h spells it: v is an umlauted u, which is what the u
# after j, q, x and y is.
function spelling(s) {
	gsub(/ü/, "v", s)
	if (s ~ /^[jqxy]u/)
		s = substr(s, 1, 1) "v" substr(s, 3)
	return s
}

END {
	print "/* pinyin_table.h - made from data/pinyin.tsv; do not edit. */"
	print "/* clang-format off */"
	print_pages("pinyin", value)
	print "static const struct pinyin_reading pinyin_all[] = {"
	total = 0
	for (i = 1; i <= count; i++) {
		start[i] = total
		total += split(sets[i], part, " ")
		for (k = 1; k in part && k <= total - start[i]; k++) {
			rare = sub(/\*$/, "", part[k])
			printf "{\"%s\", %s},", spelling(part[k]),
				rare ? "true" : "false"
		}
		print ""
	}
	print "};"
	print "/* Where the readings of each set begin; set 0 has none. */"
	print "static const uint16_t pinyin_starts[] = {0,"
	for (i = 1; i <= count; i++)
		printf "%d,%s", start[i], i % 16 == 0 ? "\n" : ""
	print total "};"
	print "#define PINYIN_SETS " count + 1
	print "/* clang-format on */"
}
