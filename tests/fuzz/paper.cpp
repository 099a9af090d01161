// A council paper is read or refused, whatever the file holds; what is read holds together.
#include "modules/council/council.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string_view>

namespace {

using namespace lenkwerk::council;

void must(bool holds) {
    if (!holds) std::abort();
}

// Lines are numbered from 1, ascending, and there is no more of them than the file has bytes (and one).
void check_lines(Lines const& lines, std::size_t size) {
    must(std::ranges::is_sorted(lines));
    must(lines.empty() || (lines.front() >= 1 && static_cast<std::size_t>(lines.back()) <= size + 1));
}

void check_topics(PaperDraft const& draft) {
    std::set<std::string> above;
    for (auto const& topic : draft.topics) {
        must(!topic.title.empty() && !topic.field.empty());
        must(!topic.parent || above.contains(*topic.parent));
        must(above.insert(topic.number).second);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    auto const draft = read_paper({reinterpret_cast<char const*>(bytes), size});
    if (!draft) return 0;
    for (std::size_t i = 0; i < draft->consultations.size(); ++i) {
        auto const& one = draft->consultations[i];
        must(one.order == static_cast<int>(i) + 1 && !one.body.empty());
        check_lines(one.lines, size);
    }
    check_topics(*draft);
    for (auto const& one : draft->budget) check_lines(one.lines, size);
    must(draft->withheld >= 0);
    must(differences(*draft, *draft).empty());
    return 0;
}
