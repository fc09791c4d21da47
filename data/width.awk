# width.awk - make data/width.tsv from the Unicode Character Database:
#
#   awk -f width.awk UnicodeData.txt EastAsianWidth.txt DerivedAge.txt
#
# `make regenerate-width` does it (Debian: package unicode-data). The rules
# stand in kind_of(); each exception has its reason beside it.

function hex(s,   i, v) {
	v = 0
	s = toupper(s)
	for (i = 1; i <= length(s); i++)
		v = v * 16 + index("0123456789ABCDEF", substr(s, i, 1)) - 1
	return v
}

function within(c, first, last) {
	return c >= hex(first) && c <= hex(last)
}

# What terminals give one width or another, as measured over all code points
# on VTE-like, xterm-like and libvterm tables, or cannot know.
function is_disputed(c, g, w, a) {
	# Older than 15.0 is what the libc of 2022 knows.
	if (a >= 15)
		return 1
	# Private use: any font may hold anything, of any width.
	if (g == "Co")
		return 1
	# Yijing hexagrams, circled numbers on black squares: neutral or
	# ambiguous here, wide in libc.
	if (within(c, "4DC0", "4DFF") || within(c, "3248", "324F"))
		return 1
	# Flags are two letters or one picture; a skin colour is a picture of
	# its own or tints the one before it.
	if (within(c, "1F1E6", "1F1FF") || within(c, "1F3FB", "1F3FF"))
		return 1
	# Vowels and finals of old Korean: 0 in libc, 1 in others.
	if (within(c, "D7B0", "D7FF"))
		return 1
	# Single characters whose category or width changed over time.
	if (c == hex("06DE") || c == hex("1734") || c == hex("1885") ||
	    c == hex("1886") || c == hex("1A1B") || c == hex("A802") ||
	    within(c, "302E", "302F") || within(c, "16FE2", "16FFF") ||
	    c == hex("1F93B") || c == hex("1F946"))
		return 1
	# The table of combining marks that most terminals copied ends with
	# Unicode 5.0: later ones take a cell there.
	if ((g == "Mn" || g == "Me") && a > 5)
		return 1
	# Marks that are wide by themselves: some terminals add their width to
	# their base's.
	if (g == "Mn" && w == "W")
		return 1
	# Wide outside the blocks that are wide as a whole: pictures and rare
	# scripts of 10.0 and later are 1 or 2.
	if ((w == "W" || w == "F") && a >= 10 && !within(c, "2E80", "9FFF") &&
	    !within(c, "F900", "FAFF") && !within(c, "20000", "3FFFD"))
		return 1
	return 0
}

function kind_of(c, g, w, a) {
	if (c == hex("00AD") || c == hex("200B") || c == hex("2060") ||
	    c == hex("FEFF"))
		return "hidden"
	# Text or picture: they make one base narrow here and wide there.
	if (c == hex("FE0E") || c == hex("FE0F"))
		return "hidden"
	if (g == "Cc" || g == "Cf" || g == "Cs" || g == "Zl" || g == "Zp")
		return "marked"
	if (c % 65536 >= 65534 || within(c, "FDD0", "FDEF"))
		return "marked"
	if (is_disputed(c, g, w, a))
		return "substitute"
	# A Korean vowel or final joins the wide consonant before it.
	if (g == "Mn" || g == "Me" || within(c, "1160", "11FF"))
		return "zero"
	if (w == "W" || w == "F")
		return "wide"
	return w == "A" ? "ambiguous" : "narrow"
}

# What has no line of its own is not assigned: no terminal can know it, and
# the program takes what is not listed as "substitute".
function put(c, kind, name) {
	if (kind == run_kind && c == run_last + 1) {
		run_last = c
		return
	}
	if (run_kind != "" && run_kind != "substitute")
		printf "%04X..%04X\t%s\t%s\n", run_first, run_last, run_kind,
			run_name
	run_first = run_last = c
	run_kind = kind
	run_name = name
}

BEGIN {
	FS = ";"
	print "# Columns of every code point in a terminal, Unicode 15.0."
	print "#"
	print "# Made by width.awk from UnicodeData.txt, EastAsianWidth.txt and DerivedAge.txt"
	print "# of the Unicode Character Database 15.0.0 (Debian: unicode-data); copyright"
	print "# 1991-2022 Unicode, Inc., Unicode License (https://www.unicode.org/license.txt)."
	print "#"
	print "# first..last, kind (src/text/width.h), name of the first. What is not listed"
	print "# is \"substitute\": not assigned, private, or of no agreed width."
}

FNR == 1 { file++ }

file > 1 && /^[0-9A-F]/ {
	sub(/[ \t]*#.*/, "")
	gsub(/[ \t]/, "")
	n = split($1, ends, /\.\./)
	from = hex(ends[1])
	to = n > 1 ? hex(ends[2]) : from
	for (c = from; c <= to; c++) {
		if (file == 2)
			width[c] = $2
		else
			age[c] = $2 + 0
	}
}

file == 1 {
	c = hex($1)
	if ($2 ~ /, Last>$/) {
		for (i = last + 1; i < c; i++) {
			category[i] = $3
		}
	}
	category[c] = $3
	name[c] = $2
	last = c
}

END {
	for (c = 0; c < 1114112; c++) {
		if (c % 65536 >= 65534 || within(c, "FDD0", "FDEF"))
			put(c, "marked", "<noncharacter>")
		else if (c in category)
			put(c, kind_of(c, category[c],
				(c in width) ? width[c] : "N", age[c]), name[c])
	}
	put(1114112, "end", "")
}
