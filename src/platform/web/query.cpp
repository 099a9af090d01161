#include "platform/web/query.hpp"

#include "platform/web/components/notice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace lenkwerk::web {
namespace {

constexpr std::string_view kLanguage = "sprache";

std::optional<std::int64_t> read_number(std::string const& typed) {
    std::int64_t number = 0;
    auto const* const end = typed.data() + typed.size();
    auto const read = std::from_chars(typed.data(), end, number);
    return read.ec == std::errc{} && read.ptr == end && number > 0 ? std::optional{number} : std::nullopt;
}

}  // namespace

std::optional<std::int64_t> Query::number(std::string_view name) {
    auto const typed = fields_.text(name);
    auto const found = read_number(typed);
    if (!typed.empty() && !found)
        problems_.push_back(
            {"common.query.number_wrong", std::string(name), {{"name", std::string(name)}, {"value", typed}}});
    return found;
}

std::optional<Day> Query::day(std::string_view name) {
    auto const typed = fields_.text(name);
    auto const found = Day::parse(typed);
    if (!typed.empty() && !found)
        problems_.push_back(
            {"common.query.day_wrong", std::string(name), {{"name", std::string(name)}, {"value", typed}}});
    return found;
}

void Query::expect(std::initializer_list<std::string_view> names) {
    for (auto const& [name, value] : fields_.values())
        if (name != kLanguage && std::ranges::find(names, name) == names.end())
            problems_.push_back({"common.query.name_unknown",
                                 name,
                                 {{"name", name}, {"allowed", fmt::format("{}", fmt::join(names, ", "))}}});
}

void Query::refuse_word(std::string_view name, std::string const& typed, std::string_view allowed) {
    problems_.push_back({"common.query.word_unknown",
                         std::string(name),
                         {{"name", std::string(name)}, {"value", typed}, {"allowed", std::string(allowed)}}});
}

void show_not_understood(html::Writer& w, Visit const& visit, Query const& query) {
    if (query.problems().empty()) return;
    components::notice(w, {.title = visit.text("common.query.not_understood"),
                           .text = visit.text("common.query.not_applied"),
                           .kind = components::NoticeKind::warning,
                           .more = [&](html::Writer& more) {
                               more.put("<ul>");
                               for (auto const& problem : query.problems())
                                   more.put("<li>{}</li>", visit.locale().explain(problem));
                               more.put("</ul>");
                           }});
}

}  // namespace lenkwerk::web
