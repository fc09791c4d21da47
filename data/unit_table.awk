# unit_table.awk - make src/import/unit_table.h from regions.tsv and
# unit_kinds.tsv, at build time.

function broken(why) {
	print FILENAME ":" FNR ": " why > "/dev/stderr"
	failed = 1
	exit 1
}

BEGIN {
	FS = "\t"
	print "/* unit_table.h - made from data/; do not edit. */"
	print "/* clang-format off */"
}

/["\\]/ && !/^#/ { broken("a quote or backslash") }
/^#/ { next }

FILENAME ~ /regions/ {
	if (NF != 3 || $3 !~ /^[123]$/)
		broken("not a place, a region and a level")
	if (!regions++)
		print "static const struct entry region_entries[] = {"
	print "{\"" $1 "\", \"" $2 "\", " $3 "},"
	next
}

{
	if (NF != 2)
		broken("not an ending and a kind")
	if (!kinds++)
		print "};\nstatic const struct entry kind_entries[] = {"
	print "{\"" $1 "\", \"" $2 "\", 0},"
}

END {
	if (failed)
		exit 1
	print "};"
	print "/* clang-format on */"
}
