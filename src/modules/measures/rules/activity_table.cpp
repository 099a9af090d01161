#include "modules/measures/rules/activity_table.hpp"

#include "base/text.hpp"

#include <array>
#include <charconv>

namespace lenkwerk::measures {
namespace {

// Reads the cells of one row into its draft and collects what is wrong.
class Reading {
public:
    Reading(Cells const& cells, KnownNames const& names, TableWords const& words)
        : cells_(cells), names_(names), words_(words) {}

    Outcome<ActivityRow> read();

private:
    std::string text(char const* column) const { return cell(cells_, column); }
    void complain(std::string key, char const* column, std::string value) {
        problems_.push_back({std::move(key), column, {{"value", std::move(value)}}});
    }
    template <class Value>
    void name(char const* column, std::map<std::string, Value> const& known, Value& into, char const* key) {
        auto const typed = text(column);
        if (typed.empty()) return;
        auto const found = known.find(text::lower(text::squeeze(typed)));
        if (found == known.end()) return complain(key, column, typed);
        into = found->second;
    }
    template <class Value>
    void list(char const* column, std::map<std::string, Value> const& known, std::vector<Value>& into, char const* key);
    void day(char const* column, std::optional<Day>& into);
    void words();
    void phase();
    void find_known();

    Cells const& cells_;
    KnownNames const& names_;
    TableWords const& words_;
    ActivityRow row_;
    Problems problems_;
};

std::optional<Day> typed_day(std::string const& typed) {
    if (auto const iso = Day::parse(typed)) return iso;
    std::array<unsigned, 3> numbers{};
    auto const pieces = text::split(typed, '.');
    if (pieces.size() != numbers.size()) return std::nullopt;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        auto const* const end = pieces[i].data() + pieces[i].size();
        auto const read = std::from_chars(pieces[i].data(), end, numbers[i]);
        if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    }
    if (numbers[0] > 31 || numbers[1] > 12 || numbers[2] < 1900 || numbers[2] > 9999) return std::nullopt;
    return Day::parse(fmt::format("{:04}-{:02}-{:02}", numbers[2], numbers[1], numbers[0]));
}

std::vector<std::string> parts(std::string const& typed) {
    std::vector<std::string> found;
    for (auto const line : text::split(typed, '\n'))
        for (auto const part : text::split(line, ';'))
            if (auto trimmed = text::squeeze(part); !trimmed.empty()) found.push_back(std::move(trimmed));
    return found;
}

template <class Value>
void Reading::list(char const* column, std::map<std::string, Value> const& known, std::vector<Value>& into,
                   char const* key) {
    if (text(column).empty()) return;
    into.clear();
    for (auto const& part : parts(text(column))) {
        auto const found = known.find(text::lower(part));
        if (found == known.end())
            complain(key, column, part);
        else
            into.push_back(found->second);
    }
}

void Reading::day(char const* column, std::optional<Day>& into) {
    auto const typed = text(column);
    if (typed.empty()) return;
    into = typed_day(typed);
    if (!into) complain("measures.table.day_unreadable", column, typed);
}

void Reading::words() {
    name("kind", words_.kinds, row_.draft.kind, "measures.table.kind_unknown");
    if (text("audience").empty()) return;
    auto visibility = Visibility::administration;
    name("audience", words_.audiences, visibility, "measures.table.audience_unknown");
    row_.draft.audience = Audience::stored(word(visibility));
}

void Reading::phase() {
    auto const wanted = phase_in(cells_, words_, problems_);
    if (!wanted || *wanted == row_.draft.phase) return;
    if (row_.known) return complain("measures.table.phase_by_report", "phase", text("phase"));
    if (is_over(*wanted)) return complain("measures.table.begins_over", "phase", text("phase"));
    row_.draft.phase = *wanted;
}

// By its number, or by title and topic.
void Reading::find_known() {
    auto const number = number_in(cells_, problems_);
    if (number && !names_.activities.contains(*number))
        return complain("measures.table.unknown", "number", text("number"));
    row_.known = number;
    if (number || text("topic").empty()) return;
    plan::TopicId topic;
    if (auto const found = names_.topics.find(text::lower(text::squeeze(text("topic")))); found != names_.topics.end())
        topic = found->second;
    auto const title = text::lower(text::squeeze(text("title")));
    for (auto const& [id, facts] : names_.activities)
        if (facts.topic == topic && text::lower(facts.title) == title) row_.known = id;
}

Outcome<ActivityRow> Reading::read() {
    find_known();
    if (row_.known) row_.draft = names_.activities.at(*row_.known);
    auto const before = row_.draft;
    name("topic", names_.topics, row_.draft.topic, "measures.table.topic_unknown");
    name("responsible", names_.organisations, row_.draft.responsible, "measures.table.organisation_unknown");
    if (!text("title").empty()) row_.draft.title = text("title");
    if (!text("description").empty()) row_.draft.description = text("description");
    list("collaborators", names_.organisations, row_.draft.collaborators, "measures.table.organisation_unknown");
    list("districts", names_.districts, row_.draft.districts, "measures.table.district_unknown");
    list("goals", names_.goals, row_.draft.goals, "measures.table.goal_unknown");
    words();
    phase();
    day("start", row_.draft.planned_start);
    day("end", row_.draft.planned_end);
    if (!problems_.empty()) return problems_;
    auto checked = check_activity(row_.draft);
    if (!checked) {
        problems_ = checked.problems();
        for (auto& problem : problems_)
            if (problem.field == "planned_end") problem.field = "end";
        return problems_;
    }
    row_.draft = *std::move(checked);
    row_.changes = !row_.known || !(row_.draft == before);
    return row_;
}

}  // namespace

Outcome<ActivityRow> read_activity_row(Cells const& cells, KnownNames const& names, TableWords const& words) {
    return Reading(cells, names, words).read();
}

}  // namespace lenkwerk::measures
