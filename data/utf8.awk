# utf8.awk - code points, hexadecimal numbers and UTF-8 for the generators
# beside it. Run awk with LC_ALL=C: a character is a byte here.

BEGIN {
	for (utf8_i = 1; utf8_i < 256; utf8_i++)
		utf8_byte[sprintf("%c", utf8_i)] = utf8_i
}

function hex(s,   i, v) {
	v = 0
	s = toupper(s)
	for (i = 1; i <= length(s); i++)
		v = v * 16 + index("0123456789ABCDEF", substr(s, i, 1)) - 1
	return v
}

function encode(c) {
	if (c < 128)
		return sprintf("%c", c)
	if (c < 2048)
		return sprintf("%c%c", 192 + int(c / 64), 128 + c % 64)
	if (c < 65536)
		return sprintf("%c%c%c", 224 + int(c / 4096),
			128 + int(c / 64) % 64, 128 + c % 64)
	return sprintf("%c%c%c%c", 240 + int(c / 262144),
		128 + int(c / 4096) % 64, 128 + int(c / 64) % 64, 128 + c % 64)
}

# Bytes of the character that begins with this byte.
function char_len(s,   b) {
	b = utf8_byte[substr(s, 1, 1)]
	return b < 128 ? 1 : b < 224 ? 2 : b < 240 ? 3 : 4
}

# The code point of the first character.
function decode(s,   n, c, i) {
	n = char_len(s)
	c = utf8_byte[substr(s, 1, 1)]
	c = n == 1 ? c : n == 2 ? c - 192 : n == 3 ? c - 224 : c - 240
	for (i = 2; i <= n; i++)
		c = c * 64 + utf8_byte[substr(s, i, 1)] - 128
	return c
}
