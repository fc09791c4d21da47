# fold_table.awk - make src/search/fold_table.h from fold.tsv, at build time:
#
#   awk -f utf8.awk -f pages.awk -f fold_table.awk fold.tsv

BEGIN {
	FS = "\t"
}

/^[0-9A-F]/ {
	if (!($2 in number)) {
		targets[++count] = $2
		number[$2] = count
	}
	value[hex($1)] = number[$2]
}

END {
	print "/* fold_table.h - made from data/fold.tsv; do not edit. */"
	print "/* clang-format off */"
	print_pages("fold", value)
	print "/* What a number of the pages stands for; 0: the same. */"
	print "static const uint32_t fold_targets[] = {0,"
	for (i = 1; i <= count; i++)
		printf "0x%s,%s", targets[i], i % 8 == 0 ? "\n" : ""
	print "};"
	print "/* clang-format on */"
}
