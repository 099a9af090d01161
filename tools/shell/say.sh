# Sourced by the scripts in bin/: how they speak. Progress goes to standard error, so that results can be piped.

say() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }

# fail WHAT [WHAT-TO-DO]: one clear sentence, what to do, and the end.
fail() {
    printf '\033[1;31mfailed:\033[0m %s\n' "$1" >&2
    [ $# -lt 2 ] || printf '        %s\n' "$2" >&2
    exit 1
}

# help_of SCRIPT: the comment block under the first line is the help.
help_of() { sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "$1"; }

# Prints the help and ends where an argument asks for it.
help_if_asked() {
    local script=$1 argument
    shift
    for argument in "$@"; do
        case $argument in
        -h | --help) help_of "$script" && exit 0 ;;
        esac
    done
}

# as_root COMMAND…: directly as root, by sudo as somebody else.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "this needs the administrator's rights, and there is no sudo: $*" "run that command as root, then start again"
    fi
}
