# ideographs.awk - every unified ideograph of UnicodeData.txt, one a line.

BEGIN {
	FS = ";"
}

$2 ~ /^<CJK Ideograph.*First>$/ {
	first = hex($1)
}

$2 ~ /^<CJK Ideograph.*Last>$/ {
	last = hex($1)
	for (c = first; c <= last; c++)
		print encode(c)
}
