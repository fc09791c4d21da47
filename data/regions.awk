# regions.awk - makes data/regions.tsv from lists of China's administrative
# divisions.
#
#     LC_ALL=C awk -f regions.awk regions_hand.tsv provinces.csv cities.csv \
#         areas.csv
#
# LC_ALL=C: lengths are in bytes, three to a Chinese character.
# The three .csv files are those of china-division 2.7.0 (npm), taken from the
# codes that the National Bureau of Statistics published for 2023.

function unquote(s) { gsub(/"/, "", s); return s }

# The name without what kind of place it is: 长沙市 长沙, 湘西土家族苗族自治州
# 湘西. Empty where nothing is left to call it by.
function short(name,    s)
{
	s = name
	if (sub(/自治(州|区|县)$/, "", s)) {
		if (length(s) > 9)
			sub(/维吾尔$|哈萨克$|柯尔克孜$|蒙古$/, "", s)
		while (sub(/(蒙古|朝鲜|土家|布依|哈尼|傈僳|景颇|壮|回|藏|苗|侗|彝|羌|傣|白)族$/, "", s))
			;
	} else
		sub(/(省|市|地区|盟|特别行政区)$/, "", s)
	return length(s) < 6 ? "" : s
}

# `level` 1 beats 2 beats 3; two places of one level in two provinces tell
# nothing.
function add(place, province, level)
{
	if (place == "" || place in hidden)
		return
	if (!(place in levels) || level < levels[place]) {
		levels[place] = level
		provinces[place] = province
	} else if (level == levels[place] && provinces[place] != province)
		provinces[place] = ""
}

FILENAME ~ /hand/ {
	if ($0 ~ /^#/)
		next
	split($0, f, "\t")
	if (f[1] == "-")
		hidden[f[2]] = 1
	else
		extra[f[2]] = f[3] "\t" f[4]
	next
}

FNR == 1 { next }

{ split($0, field, ",") }

{ name = unquote(field[2]) }

FILENAME ~ /provinces/ {
	province[field[1]] = short(name)
	add(province[field[1]], province[field[1]], 1)
	next
}

FILENAME ~ /cities/ {
	if (name ~ /^市辖区$|^县$|直辖县级/)
		next
	add(short(name), province[field[3]], 2)
	add(name, province[field[3]], 2)
	next
}

# Zones that are no place of their own (高新技术产业开发区 ...) are left out.
name ~ /(市|县|旗|区)$/ && length(name) <= 45 &&
name !~ /(开发|产业|高新|管理|试验|示范|工业|园)区$/ {
	add(name, province[field[4]], 3)
	if (name ~ /市$/)
		add(short(name), province[field[4]], 3)
	else if (name ~ /(县|区)$/) {
		# Only to find that a city's short form is somebody else's too.
		stem = substr(name, 1, length(name) - 3)
		if (length(stem) >= 6)
			stems[stem] = stems[stem] " " province[field[4]]
	}
}

END {
	for (place in extra) {
		split(extra[place], f, "\t")
		add(place, f[1], f[2])
	}
	for (place in levels) {
		if (levels[place] == 3 && place in stems &&
		    !(place in extra)) {
			n = split(stems[place], f, " ")
			for (i = 1; i <= n; i++)
				if (f[i] != provinces[place])
					provinces[place] = ""
		}
	}
	print "# The province-level region that a place lies in, from the names" \
	    " of the divisions"
	print "# of mainland China down to counties, as the National Bureau of" \
	    " Statistics"
	print "# published them for 2023 (facts, free to use), by way of the" \
	    " npm package"
	print "# china-division 2.7.0 (WTFPL); Hong Kong, Macao, Taiwan and a" \
	    " few more by hand."
	print "# Made by regions.awk with regions_hand.tsv: change those, not" \
	    " this. Full names"
	print "# are left out where a short form is their beginning."
	print "#"
	print "# place, region, level (1 province, 2 prefecture, 3 county)"
	for (place in levels) {
		if (provinces[place] == "")
			continue
		# 长沙 finds what 长沙市 would; 海南区 (of 乌海) is told from
		# 海南 by nobody.
		covered = 0
		for (n = length(place) - 3; n >= 6; n -= 3) {
			s = substr(place, 1, n)
			if (s in levels && provinces[s] != "" &&
			    levels[s] <= levels[place] &&
			    (levels[place] == 3 ||
			    provinces[s] == provinces[place]))
				covered = 1
		}
		if (!covered)
			print place "\t" provinces[place] "\t" \
			    levels[place] | "LC_ALL=C sort -t '\t' -k3,3n -k1,1"
	}
}
