# completion.awk - make a shell's completions of a program from its --help:
#
#   gongwen --lang=en --help | awk -v shell=bash -v program=gongwen -f ...
#
# shell is bash, zsh or fish. Only the help is read, which the program makes
# from its own table of options: an option that is new is completed as well.

/^ +(-[A-Za-z], )?--[a-z]/ {
	n++
	line = $0
	sub(/^ +/, "", line)
	letter[n] = ""
	if (line ~ /^-[A-Za-z], /) {
		letter[n] = substr(line, 2, 1)
		line = substr(line, 5)
	}
	split(line, part, / +/)
	name[n] = part[1]
	help[n] = substr(line, length(part[1]) + 1)
	sub(/^ +/, "", help[n])
	argument[n] = ""
	optional[n] = name[n] ~ /\[/
	if (match(name[n], /\[?=/)) {
		argument[n] = substr(name[n], RSTART)
		gsub(/[][=]/, "", argument[n])
		name[n] = substr(name[n], 1, RSTART - 1)
	}
	section = ""
	next
}

/^[A-Z].*:$/ {
	section = $1
}

section == "Formats:" && /^  [a-z]/ {
	formats = formats " " $1
}

# What an argument may be: words, or "file".
function words(i) {
	if (argument[i] == "FORMAT")
		return substr(formats, 2)
	if (argument[i] == "WHEN")
		return "auto always never"
	if (argument[i] == "WIDTH")
		return "auto 1 2"
	if (argument[i] == "LANGUAGE")
		return "zh en"
	if (argument[i] ~ /\.db$|FILE/)
		return "file"
	return ""
}

# Characters that mean something within '...' and [...].
function quoted(s) {
	gsub(/'/, "'\\''", s)
	return s
}

function bash(   i, w) {
	print "# bash completion of " program "; made from its --help"
	print "_" program "()\n{"
	print "\tlocal cur prev words cword split"
	print "\t_init_completion -s || return"
	print "\tcase $prev in"
	for (i = 1; i <= n; i++) {
		w = words(i)
		if (w == "")
			continue
		printf "\t%s%s)\n", name[i], (letter[i] ? " | -" letter[i] : "")
		if (w == "file")
			print "\t\t_filedir"
		else
			printf "\t\tmapfile -t COMPREPLY < <(compgen -W '%s'" \
				" -- \"$cur\")\n", w
		print "\t\treturn\n\t\t;;"
	}
	print "\tesac"
	print "\tif [[ $cur == -* ]]; then"
	printf "\t\tmapfile -t COMPREPLY < <(compgen -W '"
	for (i = 1; i <= n; i++)
		printf "%s%s%s", (i > 1 ? " " : ""), name[i], \
			(argument[i] != "" && !optional[i] ? "=" : "")
	print "' -- \"$cur\")"
	print "\t\t[[ ${COMPREPLY-} == *= ]] && compopt -o nospace"
	print "\telse\n\t\t_filedir\n\tfi"
	print "} &&\n\tcomplete -F _" program " " program
}

function zsh(   i, w, spec, text, joint) {
	print "#compdef " program
	print "# zsh completion of " program "; made from its --help"
	print "_arguments -s \\"
	for (i = 1; i <= n; i++) {
		text = help[i]
		gsub(/[]:[]/, "\\\\&", text)
		w = words(i)
		spec = ""
		if (argument[i] != "")
			spec = (optional[i] ? "::" : ":") argument[i] ":" \
				(w == "file" ? "_files" : w == "" ? " " : "(" w ")")
		if (letter[i])
			printf "\t'-%s[%s]%s' \\\n", letter[i], quoted(text), spec
		joint = optional[i] ? "=-" : "="
		printf "\t'%s%s[%s]%s' \\\n", name[i], \
			(argument[i] == "" ? "" : joint), quoted(text), spec
	}
	print "\t'*:FILE:_files'"
}

function fish(   i, w, wants) {
	print "# fish completion of " program "; made from its --help"
	for (i = 1; i <= n; i++) {
		w = words(i)
		wants = ""
		if (argument[i] != "" && !optional[i])
			wants = w == "file" ? " -r -F" : " -x"
		printf "complete -c %s%s -l %s%s -d '%s'\n", program, \
			(letter[i] ? " -s " letter[i] : ""), \
			substr(name[i], 3), wants, quoted(help[i])
		if (w != "" && w != "file" && !optional[i])
			printf "complete -c %s -l %s -a '%s'\n", program, \
				substr(name[i], 3), w
	}
}

END {
	if (!n) {
		print "completion.awk: no options in the help" > "/dev/stderr"
		exit 1
	}
	if (shell == "bash")
		bash()
	else if (shell == "zsh")
		zsh()
	else
		fish()
}
