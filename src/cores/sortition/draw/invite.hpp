#pragma once
// The first stage: whom the city writes to, drawn from an extract of the residents' register.
// Anybody who holds the pseudonymous list can repeat the draw: who is eligible follows from the columns, and the order
// within a stratum is that of SHA-256(seed, newline, code).
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/outcome.hpp"

namespace lenkwerk::sortition::draw {

// A calendar day as yyyymmdd, so that days compare as numbers.
using Day = int;
// Reads 2024-05-31 and 31.05.2024.
std::optional<Day> day_of(std::string_view text);
// Whole years on `today`; somebody born on 29 February has a birthday on 1 March in common years.
int age_on(Day today, Day born);

enum class Apportionment { sainte_lague, largest_remainder };

struct InvitationRequest {
    std::string code_column = "code";
    std::vector<std::string> strata_columns;
    std::int64_t letters = 0;
    std::int64_t minimum_per_stratum = 0;
    Apportionment apportionment = Apportionment::sainte_lague;
    std::vector<std::pair<std::string, double>> oversampling;  // stratum as "a|b" and its factor
    std::string seed;
    std::string birth_column;  // empty: age does not matter
    std::optional<Day> day;    // on which age counts
    int age_from = 16;
    std::optional<int> age_to;
    std::string area_column;  // empty: everywhere
    std::vector<std::string> areas;
    std::string moved_in_column;  // empty: does not matter
    std::optional<Day> moved_in_by;
    std::vector<std::string> address_columns;  // at most one letter an address; empty: no such rule
    std::vector<std::string> excluded;         // codes
    int threads = 2;                           // the result does not depend on it
};

struct Stratum {
    std::string name;             // values joined by "|"
    std::int64_t eligible = 0;    // people
    std::int64_t candidates = 0;  // of them, after one per address
    std::int64_t letters = 0;
};

struct Invitation {
    std::string code;
    int stratum = 0;
    // Chance of this person to be drawn, given who lives where: letters/candidates of the stratum, divided by the eligible
    // people at the address where only one may be drawn.
    double probability = 0;
};

struct Invitations {
    std::vector<Stratum> strata;          // by name
    std::vector<Invitation> invitations;  // stratum by stratum, in the order of the draw
    std::int64_t rows = 0;
    std::int64_t eligible = 0;
};

// `bytes` is the extract (CSV). Refused: unknown columns, an empty or double code, a day that is none, more letters than
// candidates, minima that exceed the letters.
Outcome<Invitations> invite(std::string const& file, std::string bytes, InvitationRequest const& request);

// How many of `total` each gets in proportion to its share, at least `minimum`, at most `available`.
// Refused where the minima exceed the total or the total what is available.
Outcome<std::vector<std::int64_t>> apportion(std::vector<double> const& shares,
                                             std::vector<std::int64_t> const& available, std::int64_t total,
                                             std::int64_t minimum, Apportionment method);

}  // namespace lenkwerk::sortition::draw
