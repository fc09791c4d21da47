# keys.awk - the section of keys of gongwen(1), from `gongwen --help-keys`.
# usage: awk -f keys.awk KEYS MANUAL: the manual with that section made anew.

function item(line,    text, names, n, i, list)
{
	text = substr(line, help)
	names = substr(line, first, help - first)
	sub(/ +$/, "", names)
	n = split(names, list, " ")
	printf ".It"
	for (i = 1; i <= n; i++) {
		# What roff or mdoc would take for its own.
		gsub(/\\/, "\\e", list[i])
		if (list[i] ~ /^[][().,:;?!|'`-]$/)
			list[i] = "\\&" list[i]
		printf "%s Ic %s", (i > 1 ? " ," : ""), list[i]
	}
	printf "\n%s\n", toupper(substr(text, 1, 1)) substr(text, 2) "."
}

NR == FNR {
	keys[++lines] = $0
	next
}

/^\.\\" keys: end/ { skipping = 0 }
!skipping { print }
/^\.\\" keys: begin/ {
	skipping = 1
	# Columns of --help-keys where keys and help begin.
	first = 18
	help = 47
	open = 0
	for (k = 1; k <= lines; k++) {
		if (keys[k] ~ /^  /)
			item(keys[k])
		else if (keys[k] != "") {
			if (open)
				print ".El"
			print ".Ss " keys[k]
			print ".Bl -tag -width Ds"
			open = 1
		}
	}
	if (open)
		print ".El"
}
