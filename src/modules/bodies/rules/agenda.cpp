#include "modules/bodies/rules/agenda.hpp"

#include "base/text.hpp"

namespace lenkwerk::bodies {
namespace {

constexpr std::size_t kLongestTitle = 200;
constexpr std::size_t kLongestText = 5000;

}  // namespace

Outcome<AgendaItemDraft> check_agenda_item(AgendaItemDraft draft) {
    draft.title = text::squeeze(draft.title);
    draft.text = text::trim(draft.text);
    Problems problems;
    if (draft.title.empty()) problems.push_back({"bodies.agenda.title_missing", "title"});
    if (text::length(draft.title) > kLongestTitle)
        problems.push_back({"bodies.agenda.too_long", "title", {{"most", std::int64_t{kLongestTitle}}}});
    if (text::length(draft.text) > kLongestText)
        problems.push_back({"bodies.agenda.too_long", "text", {{"most", std::int64_t{kLongestText}}}});
    if (!problems.empty()) return problems;
    return draft;
}

}  // namespace lenkwerk::bodies
