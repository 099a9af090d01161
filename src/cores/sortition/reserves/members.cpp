#include "cores/sortition/reserves/members.hpp"

#include <unordered_map>

namespace lenkwerk::sortition::reserves {

using input::place;

Outcome<std::vector<int>> read_members(input::File const& file, People const& people) {
    std::unordered_map<std::string_view, int> member_of;
    for (std::size_t i = 0; i < people.members.size(); ++i)
        member_of.emplace(people.members[i].id, static_cast<int>(i));
    auto const text = input::as_utf8(file);
    if (!text) return text.problems();
    input::Rows rows(file.name, *text);
    std::vector<std::string_view> cells;
    std::vector<int> members;
    std::unordered_map<int, int> line_of;
    for (bool first = true;; first = false) {
        auto const more = rows.next(cells);
        if (!more) return more.problems();
        if (!*more) break;
        auto const id = input::trimmed(cells.front());
        auto const found = member_of.find(id);
        if (found == member_of.end()) {
            auto const header = input::folded(id);
            if (first && (header == "id" || header == "nationbuilder_id")) continue;
            return refuse(
                "sortition.members.unknown", {},
                place(file.name, rows.line(), 1, {{"id", std::string(id.substr(0, 60))}, {"people", people.file}}));
        }
        auto const [earlier, is_new] = line_of.emplace(found->second, rows.line());
        if (!is_new) {
            return refuse("sortition.members.twice", {},
                          place(file.name, rows.line(), 1,
                                {{"id", std::string(id.substr(0, 60))}, {"earlier", std::int64_t{earlier->second}}}));
        }
        members.push_back(found->second);
    }
    if (members.empty()) return refuse("sortition.members.none", {}, place(file.name, 1, 0));
    return members;
}

}  // namespace lenkwerk::sortition::reserves
