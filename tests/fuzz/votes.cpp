// Files of votes, statements and groups are read or refused, and every refusal is a sentence.
#include "cores/opinion_map/read.hpp"
#include "tests/fuzz/input.hpp"

namespace {

using namespace lenkwerk;

template <class T> void check(Outcome<T> const& outcome) {
    if (outcome) return;
    for (auto const& problem : outcome.problems()) fuzz::must(!opinion_map::sentence(problem).empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    opinion_map::Source const source{"file", fuzz::text_of(bytes, size)};
    check(opinion_map::read_votes(source, std::nullopt, "file"));
    check(opinion_map::read_statements(source));
    check(opinion_map::read_groups(source, {"1", "2", "a"}));
    return 0;
}
