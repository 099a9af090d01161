# Sourced by bin/setup: which Debian packages are missing, and their installation.

# packages_wanted LIST GROUPS: the names of this distribution, without those of other groups (for=…) and those made needless (unless=…).
packages_wanted() {
    local list=$1 groups=" $2 " codename name words word wanted
    codename=$(. "${OS_RELEASE:-/etc/os-release}" && printf '%s' "${VERSION_CODENAME:-unknown}")
    while read -r name words; do
        case $name in '' | '#'*) continue ;; esac
        wanted=$name
        for word in ${words%%#*}; do
            case $word in
            "$codename="*) wanted=${word#*=} ;;
            unless=*) ! command -v "${word#*=}" >/dev/null || wanted=- ;;
            for=*) [[ $groups == *" ${word#*=} "* ]] || wanted=- ;;
            esac
        done
        [ "$wanted" = - ] || printf '%s\n' "$wanted"
    done <"$list"
}

# packages_missing NAME…: those that are not installed.
packages_missing() {
    local installed
    installed=$(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' | sed -n 's/^.i  *//p')
    comm -23 <(printf '%s\n' "$@" | sort -u) <(printf '%s\n' "$installed" | sort -u)
}

# The tests start a PostgreSQL of their own: the package need not leave a server running on this machine.
no_system_cluster() {
    local settings=/etc/postgresql-common/createcluster.conf
    ! compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || return 0
    apt_install postgresql-common
    as_root sed -i "s/^#\?create_main_cluster = .*/create_main_cluster = false/" "$settings"
}

apt_install() { as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >>"$SETUP_LOG" 2>&1; }

# install_packages NAME…: says what and why, then does it.
install_packages() {
    local list=$1 name
    shift
    say "Installing $# packages of the distribution$([ "$(id -u)" = 0 ] || printf ' (by sudo)'):"
    for name in "$@"; do
        printf '      %-26s %s\n' "$name" "$(sed -n "/\(^\|=\)$name /s/.*# //p" "$list" | head -n 1)" >&2
    done
    as_root apt-get update >>"$SETUP_LOG" 2>&1 || fail "apt-get update failed" "is the network there? see $SETUP_LOG"
    [[ " $* " != *" postgresql "* ]] || no_system_cluster
    apt_install "$@" || fail "apt-get could not install them" "read the end of $SETUP_LOG; then start again"
}
