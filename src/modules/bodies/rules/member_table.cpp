#include "modules/bodies/rules/member_table.hpp"

#include "base/text.hpp"

namespace lenkwerk::bodies {
namespace {

using Cells = std::map<std::string, std::string>;

std::string cell(Cells const& cells, std::string const& column) {
    auto const found = cells.find(column);
    return found == cells.end() ? "" : found->second;
}

// A word that we do not know stays as it is, so that the rules refuse it at its cell.
std::string meant(std::map<std::string, std::string> const& words, std::string const& written) {
    auto const found = words.find(text::lower(text::trim(written)));
    return found == words.end() ? written : found->second;
}

std::vector<std::string> perspectives_in(std::string const& written, MemberWords const& words) {
    std::vector<std::string> found;
    for (std::size_t from = 0; from < written.size();) {
        auto const end = std::min(written.find(',', from), written.size());
        found.push_back(meant(words.perspectives, written.substr(from, end - from)));
        from = end + 1;
    }
    return found;
}

std::optional<Day> day_in(Cells const& cells, std::string const& column, Problems& problems) {
    auto const written = cell(cells, column);
    auto const day = Day::parse(written);
    if (!day && !written.empty()) problems.push_back({"bodies.sheet.day_unreadable", column});
    return day;
}

}  // namespace

Outcome<MemberRow> read_member_row(Cells const& cells, MemberWords const& words, Day today) {
    Problems problems;
    auto const first = day_in(cells, "first", problems);
    auto const last = day_in(cells, "last", problems);
    auto const function = cell(cells, "function");
    auto const checked = check_member({.name = cell(cells, "name"),
                                       .function = function.empty() ? "member" : meant(words.functions, function),
                                       .sector = meant(words.sectors, cell(cells, "sector")),
                                       .perspectives = perspectives_in(cell(cells, "perspectives"), words),
                                       .organisation = cell(cells, "organisation"),
                                       .deputy = cell(cells, "deputy"),
                                       .term = {first.value_or(today), last}});
    if (!checked) problems.insert(problems.end(), checked.problems().begin(), checked.problems().end());
    if (!problems.empty()) return problems;
    return MemberRow{*checked, cell(cells, "email")};
}

bool is_same_seat(MemberDraft const& left, MemberDraft const& right) {
    return text::lower(left.name) == text::lower(right.name) &&
           text::lower(left.organisation) == text::lower(right.organisation);
}

}  // namespace lenkwerk::bodies
