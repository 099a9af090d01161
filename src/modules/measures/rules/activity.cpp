#include "modules/measures/rules/activity.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <stdexcept>

namespace lenkwerk::measures {
namespace {

constexpr std::size_t kLongestTitle = 200;
constexpr std::size_t kLongestDescription = 20'000;
constexpr std::size_t kLongestReport = 5'000;
constexpr std::size_t kLongestEvidence = 1'000;

Problem too_long(std::string key, std::string field, std::size_t most) {
    return {std::move(key), std::move(field), {{"most", static_cast<std::int64_t>(most)}}};
}

template <class T> void keep_once(std::vector<T>& ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

Problems problems_of_text(ActivityDraft const& draft) {
    Problems problems;
    if (draft.title.empty()) problems.push_back({"measures.activity.title_missing", "title"});
    if (text::length(draft.title) > kLongestTitle)
        problems.push_back(too_long("measures.activity.too_long", "title", kLongestTitle));
    if (text::length(draft.description) > kLongestDescription)
        problems.push_back(too_long("measures.activity.too_long", "description", kLongestDescription));
    return problems;
}

}  // namespace

std::string_view word(Kind kind) { return kind == Kind::ongoing ? "ongoing" : "measure"; }

std::optional<Kind> kind_of(std::string_view text) {
    for (auto const kind : {Kind::ongoing, Kind::measure})
        if (word(kind) == text) return kind;
    return std::nullopt;
}

Audience narrower(Audience const& whole, Audience const& part) {
    return whole.visibility() < part.visibility() ? whole : part;
}

Outcome<ActivityDraft> check_activity(ActivityDraft draft) {
    draft.title = text::squeeze(draft.title);
    draft.description = text::trim(draft.description);
    keep_once(draft.collaborators);
    keep_once(draft.districts);
    keep_once(draft.goals);
    std::erase(draft.collaborators, draft.responsible);
    auto problems = problems_of_text(draft);
    if (!draft.topic) problems.push_back({"measures.activity.topic_missing", "topic"});
    if (!draft.responsible) problems.push_back({"measures.activity.responsible_missing", "responsible"});
    if (draft.planned_start && draft.planned_end && *draft.planned_end < *draft.planned_start)
        problems.push_back({"measures.activity.period_reversed", "planned_end"});
    if (!problems.empty()) return problems;
    return draft;
}

Outcome<ReportDraft> check_report(ReportDraft draft, Kind kind) {
    draft.text = text::trim(draft.text);
    draft.evidence = text::trim(draft.evidence);
    Problems problems;
    if (draft.text.empty()) problems.push_back({"measures.report.text_missing", "text"});
    if (text::length(draft.text) > kLongestReport)
        problems.push_back(too_long("measures.report.too_long", "text", kLongestReport));
    if (text::length(draft.evidence) > kLongestEvidence)
        problems.push_back(too_long("measures.report.too_long", "evidence", kLongestEvidence));
    if (draft.phase == Phase::done && kind == Kind::ongoing)
        problems.push_back({"measures.report.ongoing_is_never_done", "phase"});
    if (draft.phase == Phase::done && draft.evidence.empty())
        problems.push_back({"measures.report.evidence_missing", "evidence"});
    if (!problems.empty()) return problems;
    return draft;
}

}  // namespace lenkwerk::measures
