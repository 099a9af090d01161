#include "modules/measures/rules/table.hpp"

#include "base/text.hpp"
#include "modules/measures/rules/refusals.hpp"

#include <charconv>

namespace lenkwerk::measures {

std::string cell(Cells const& cells, std::string const& column) {
    auto const found = cells.find(column);
    return found == cells.end() ? "" : found->second;
}

std::optional<Phase> phase_in(Cells const& cells, TableWords const& words, Problems& problems) {
    auto const typed = cell(cells, "phase");
    if (typed.empty()) return std::nullopt;
    if (auto const found = words.phases.find(text::lower(typed)); found != words.phases.end()) return found->second;
    problems.push_back(phase_unknown(typed).front());
    return std::nullopt;
}

std::optional<ActivityId> number_in(Cells const& cells, Problems& problems) {
    auto const typed = cell(cells, "number");
    if (typed.empty()) return std::nullopt;
    ActivityId id;
    auto const* const end = typed.data() + typed.size();
    auto const read = std::from_chars(typed.data(), end, id.value);
    if (read.ec == std::errc{} && read.ptr == end && id.value > 0) return id;
    problems.push_back({"measures.table.number_unreadable", "number", {{"value", typed}}});
    return std::nullopt;
}

Problems table_row_twice(int row) { return refuse("measures.table.twice", "number", {{"row", std::int64_t{row}}}); }

Outcome<std::optional<ReportRow>> read_report_row(Cells const& cells, std::map<ActivityId, KnownActivity> const& known,
                                                  TableWords const& words) {
    Problems problems;
    auto const id = number_in(cells, problems);
    if (!problems.empty()) return problems;
    auto const activity = id ? known.find(*id) : known.end();
    if (activity == known.end()) return refuse("measures.table.not_open", "number", {{"value", cell(cells, "number")}});
    auto const phase = phase_in(cells, words, problems);
    if (!problems.empty()) return problems;
    ReportDraft const draft{phase.value_or(activity->second.phase), cell(cells, "text"), cell(cells, "evidence"),
                            activity->second.audience};
    if (draft.text.empty() && draft.evidence.empty() && draft.phase == activity->second.phase)
        return std::optional<ReportRow>{};
    auto checked = check_report(draft, activity->second.kind);
    if (!checked) return checked.problems();
    return std::optional{ReportRow{*id, *checked}};
}

}  // namespace lenkwerk::measures
