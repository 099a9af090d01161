#pragma once
// The register extract as the draw needs it: who is eligible, in which stratum, at which address.
#include <cstdint>
#include <list>
#include <string>
#include <string_view>
#include <vector>

#include "cores/sortition/draw/invite.hpp"

namespace lenkwerk::sortition::draw {

struct Candidate {
    std::string_view code;
    std::string_view address;  // normalised; of who has none, a name of their own; empty where addresses do not matter
    std::uint64_t address_hash = 0;
    int stratum = 0;
};

struct Extract {
    std::vector<std::string_view> codes;  // of every row, eligible or not
    std::vector<Candidate> candidates;    // the eligible, in the order of their rows
    std::vector<std::string> strata;      // names, in the order of their first row
    std::list<std::string> text;          // what views point into beside the file
    int code_column = 0;                  // from 0
};

// Reads the table with `request.threads` threads; the result does not depend on their number. `text` has to stay.
// Refused: unknown columns, an empty code or stratum, a day that is none, an empty file.
Outcome<Extract> read_extract(std::string const& file, std::string_view text, InvitationRequest const& request);

}  // namespace lenkwerk::sortition::draw
