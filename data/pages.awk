# pages.awk - a number for every code point as C tables, for the generators
# beside it: pages of 64 code points, equal ones kept once.

# Print value[] (by code point; what is not in it is 0) as
#
#   static const uint16_t NAME_pages[][64]   the pages
#   static const uint16_t NAME_page_of[]     by code point / 64
#   #define NAME_END                         code points from here on are 0
function print_pages(name, value,   c, p, page, number, page_of, pages, end) {
	end = 0
	for (c in value)
		if (c + 0 >= end)
			end = c - c % 64 + 64
	print "static const uint16_t " name "_pages[][64] = {"
	for (p = 0; p < end / 64; p++) {
		page = ""
		for (c = p * 64; c < p * 64 + 64; c++)
			page = page ((c in value) ? value[c] : 0) \
				(c % 16 == 15 ? ",\n" : ",")
		if (!(page in number)) {
			number[page] = pages++
			print "{" page "},"
		}
		page_of[p] = number[page]
	}
	print "};"
	print "static const uint16_t " name "_page_of[] = {"
	for (p = 0; p < end / 64; p++)
		printf "%d,%s", page_of[p], p % 16 == 15 ? "\n" : ""
	print "};"
	print "#define " toupper(name) "_END " end
}
