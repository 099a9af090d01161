# Sourced by bin/test: its phases. Each ends with 0 (passed), 1 (failed) or 77 (there is nothing to run yet).
. tools/shell/build.sh
readonly NOTHING_TO_RUN=77 FUZZ_SECONDS=${LENKWERK_FUZZ_SECONDS:-10}

run_phase() {
    local phase=$1 begin=$SECONDS status=0 result
    say "$phase"
    ("phase_$phase") || status=$?
    case $status in
    0) result=passed passed=$((passed + 1)) ;;
    "$NOTHING_TO_RUN") result='nothing to run yet' ;;
    *) result=FAILED failed=$((failed + 1)) ;;
    esac
    count_tests "$phase"
    summary+=("$(printf '%-10s %-20s %4d s' "$phase" "$result" $((SECONDS - begin)))")
}

# Adds the single tests that a phase has left in build/PHASE.count ("PASSED FAILED").
count_tests() {
    local good=0 bad=0
    [ ! -f "build/$1.count" ] || read -r good bad <"build/$1.count"
    rm -f "build/$1.count"
    passed=$((passed + good)) failed=$((failed + bad))
}

print_summary() {
    printf '\n'
    [ ${#summary[@]} = 0 ] || printf '%s\n' "${summary[@]}"
    printf '%d passed, %d failed\n' "$passed" "$failed"
}

phase_check() {
    configure dev
    bin/check
}

phase_tests() {
    configure dev
    ninja -C build/dev -j"$(jobs)" all || return 1
    tools/with_postgres tools/shell/run_ctest build/dev build/tests.count
}

phase_release() {
    local wanted
    configure release
    mapfile -t wanted < <(targets release 'lenkwerk\|survey_golden\|bench_[a-z_]*\|test_crash')
    ninja -C build/release -j"$(jobs)" "${wanted[@]}"
}

phase_crash() {
    phase_release || return 1
    LENKWERK_ALL_KILLS=1 tools/with_postgres tools/shell/side_by_side \
        'build/release/test_crash --gtest_brief=1 --gtest_filter=*/sqlite' \
        'build/release/test_crash --gtest_brief=1 --gtest_filter=*/postgres'
}

phase_fuzz() {
    local target wanted good=0 bad=0
    configure fuzz
    mapfile -t wanted < <(targets fuzz 'fuzz_[a-z_]*')
    [ ${#wanted[@]} -gt 0 ] || return $NOTHING_TO_RUN
    ninja -C build/fuzz -j"$(jobs)" "${wanted[@]}" || return 1
    for target in "${wanted[@]}"; do
        if fuzz "$target"; then good=$((good + 1)); else bad=$((bad + 1)); fi
    done
    echo "$good $bad" >build/fuzz.count
    [ "$bad" = 0 ]
}

# New finds go to build/; what is worth keeping is copied to tests/fuzz/corpus by hand.
fuzz() {
    local kept=tests/fuzz/corpus/$1 found=build/fuzz/corpus/$1 log=build/fuzz/$1.log
    mkdir -p "$found"
    printf '    %-32s' "$1"
    if "build/fuzz/$1" -max_total_time="$FUZZ_SECONDS" -timeout=10 -rss_limit_mb=1024 -artifact_prefix="build/fuzz/$1-" \
        "$found" $([ ! -d "$kept" ] || echo "$kept") >"$log" 2>&1; then
        sed -n 's/^Done \([0-9]*\) runs.*/\1 runs/p' "$log"
    else
        echo FAILED
        tail -n 40 "$log"
        return 1
    fi
}

phase_threads() {
    configure threads
    [ -n "$(targets threads test_platform)" ] || return $NOTHING_TO_RUN
    ninja -C build/threads -j"$(jobs)" test_platform || return 1
    TSAN_OPTIONS=halt_on_error=1:second_deadlock_stack=1 tools/with_postgres build/threads/test_platform --gtest_brief=1
}

phase_journeys() {
    local journeys status=0
    mapfile -t journeys < <(find tests/journeys -maxdepth 1 -name '*.test.mjs' 2>/dev/null | sort)
    [ ${#journeys[@]} -gt 0 ] || return $NOTHING_TO_RUN
    [ -x build/release/lenkwerk ] || phase_release || return 1
    LENKWERK_BINARY=$PWD/build/release/lenkwerk tools/with_postgres \
        node --test --test-concurrency="$(waiting_jobs)" "${journeys[@]}" >build/journeys.log 2>&1 || status=1
    sed -n 's/^# \(pass\|fail\) \([0-9]*\)$/\2/p' build/journeys.log | paste -sd' ' >build/journeys.count
    grep -E '^(not ok|# Subtest|# (tests|pass|fail))|^    not ok' build/journeys.log || true
    [ "$status" = 0 ] || tail -n 200 build/journeys.log
    return $status
}

phase_readme() { tools/check_readme; }
