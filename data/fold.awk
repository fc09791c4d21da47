# fold.awk - the lines of data/fold.tsv, each after its code point as a number
# to sort by:
#
#   awk -f utf8.awk -f fold.awk fold_hand.tsv UnicodeData.txt \
#       CaseFolding.txt EquivalentUnifiedIdeograph.txt Unihan_Variants.txt \
#       OPENCC
#
# OPENCC holds an ideograph and what OpenCC makes of it, with TAB between.
# A rule that comes first wins; the answers are then followed to their end.

function rule(from, to, why) {
	if (from != to && !(from in target)) {
		target[from] = to
		reason[from] = why
	}
}

function marks(list, to, why,   n, codes, i) {
	n = split(list, codes, " ")
	for (i = 1; i <= n; i++)
		rule(hex(codes[i]), hex(to), why)
}

BEGIN {
	# Quotation marks and apostrophes, primes and accents typed for them.
	# Corner brackets are brackets.
	marks("27 60 AB B4 BB 2B9 2BA 2BB 2BC 2BD 2C8 2018 2019 201A 201B " \
		"201C 201D 201E 201F 2032 2033 2035 2036 2039 203A 275B " \
		"275C 275D 275E 301D 301E 301F FF02 FF07 FF40", "22", "quote")
	# Hyphens, dashes, minus signs, and lines drawn as a dash.
	marks("2010 2011 2012 2013 2014 2015 2043 207B 208B 2212 2500 " \
		"2501 2796 2E3A 2E3B FE31 FE32 FE58 FE63 FF0D", "2D", "dash")
	# Middle dots (in names), bullets, full stops.
	marks("B7 387 2022 2024 2027 2219 22C5 2E31 2E33 3002 30FB 318D " \
		"FE12 FE52 FF0E FF61 FF65", "2E", "dot")
	# People type 《 as <.
	marks("3C FE64 FF1C 2329 27E8", "28", "open")
	marks("3E FE65 FF1E 232A 27E9", "29", "close")
	# Circles typed for the zero of dates, and the zero written out.
	marks("25CB 25EF 96F6", "3007", "zero")
	# Wave dashes: which one a text holds depends on its encoding's history.
	marks("301C 223C", "7E", "width")
	# RATIO, a colon in many texts.
	marks("2236", "3A", "width")
}

FNR == 1 {
	file++
}

# fold_hand.tsv
file == 1 && !/^#/ {
	rule(decode($1), decode($2), "hand")
}

file == 2 {
	split($0, f, ";")
	c = hex(f[1])
	n = split(f[6], d, " ")
	if (f[3] == "Ps")
		rule(c, hex("28"), "open")
	else if (f[3] == "Pe")
		rule(c, hex("29"), "close")
	else if (n == 2 && d[1] ~ /^<(wide|narrow|small|vertical)>$/ && \
	    f[3] != "Zs")
		rule(c, hex(d[2]), "width")
	else if (n == 1 && f[2] ~ /^CJK COMPATIBILITY IDEOGRAPH/)
		rule(c, hex(d[1]), "compat")
}

file == 3 && /^[0-9A-F]/ {
	split($0, f, "; ")
	# COMBINING GREEK YPOGEGRAMMENI is no letter of its own.
	if ((f[2] == "C" || f[2] == "S") && f[1] != "0345")
		rule(hex(f[1]), hex(f[3]), "case")
}

file == 4 && /^[0-9A-F]/ {
	split($0, f, /[ ;]+/)
	n = split(f[1], ends, /\.\./)
	for (c = hex(ends[1]); c <= hex(ends[n]); c++)
		rule(c, hex(f[2]), "radical")
}

# Several values: the character itself is one where it is still in use as
# well; a newly coded simplification beyond the BMP comes last.
file == 5 && /^U/ && $2 == "kSimplifiedVariant" {
	c = hex(substr($1, 3))
	for (i = 3; i <= NF; i++) {
		v = hex(substr($i, 3))
		if (v != c && (!(c in unihan) || \
		    (unihan[c] > 65535 && v < 65536)))
			unihan[c] = v
	}
}

file == 6 && $1 != $2 {
	opencc[decode($1)] = decode($2)
}

function last_of(c,   i) {
	for (i = 0; c in target; i++) {
		if (i > 8) {
			print "fold.awk: no end from " encode(c) > "/dev/stderr"
			exit 1
		}
		c = target[c]
	}
	return c
}

END {
	for (c in unihan)
		if (!(c in opencc) || opencc[c] == unihan[c])
			rule(c + 0, unihan[c], "unihan")
	for (c in opencc)
		rule(c + 0, opencc[c], "opencc")
	for (c in target) {
		to = last_of(c)
		printf "%d\t%04X\t%04X\t%s %s\t%s\n", c, c, to, encode(c + 0),
			encode(to), reason[c]
	}
}
