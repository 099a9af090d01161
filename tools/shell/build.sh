# Sourced by bin/: building with CMake presets and a compiler cache that does not care where the clone stands.

use_compiler_cache() {
    export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
    export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
}

jobs() { nproc; }
# Of tests, which wait for databases and browsers half of their time.
waiting_jobs() { echo $(($(nproc) + 1)); }

# configure PRESET: where it was not done; afterwards CMake itself looks whether files were added.
configure() {
    local log=build/configure-$1.log
    if [ -f "build/$1/build.ninja" ]; then
        ninja -C "build/$1" build.ninja >"$log" 2>&1
    else
        cmake --preset "$1" >"$log" 2>&1
    fi || { tail -n 30 "$log" >&2 && fail "cmake --preset $1" "is a library missing? bin/setup --force looks again"; }
}

# targets PRESET PATTERN: the programs whose name matches, one a line.
targets() { ninja -C "build/$1" -t targets all | sed -n "s/^\($2\): .*/\1/p" | sort -u; }
