#include "modules/council/council.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::council {
namespace {

using Json = nlohmann::ordered_json;

Json value_of(std::optional<FoundText> const& found) { return found ? Json(found->value) : Json(nullptr); }
Json day_of(std::optional<Day> const& day) { return day ? Json(day->iso()) : Json(nullptr); }
template <class T> Json or_null(std::optional<T> const& value) { return value ? Json(*value) : Json(nullptr); }
// Empty means: the paper does not say.
Json text_or_null(std::string const& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json paper_of(PaperDraft const& draft) {
    return {{"number", value_of(draft.number)},
            {"date", draft.date ? Json(draft.date->value.iso()) : Json(nullptr)},
            {"division", value_of(draft.division)},
            {"title", value_of(draft.title)},
            {"urgency", value_of(draft.urgency)},
            {"public", draft.is_public ? Json(draft.is_public->value) : Json(nullptr)},
            {"draft_resolution", value_of(draft.draft_resolution)},
            {"effects",
             {{"staff", value_of(draft.staff_effects)},
              {"financial", value_of(draft.financial_effects)},
              {"climate", value_of(draft.climate_effects)}}}};
}

Json of(DraftConsultation const& one) {
    return {{"order", one.order}, {"body", one.body}, {"date", day_of(one.date)}, {"role", text_or_null(one.role)}};
}

Json of(DraftField const& one) {
    return {{"number", one.number}, {"title", one.title}, {"subtitle", text_or_null(one.subtitle)}};
}

Json of(DraftTopic const& one) {
    return {{"number", one.number}, {"title", one.title}, {"field", one.field}, {"parent", or_null(one.parent)}};
}

char const* name_of(Basis basis) {
    switch (basis) {
        case Basis::per_year: return "per_year";
        case Basis::total: return "total";
        case Basis::not_stated: break;
    }
    return "not_stated";
}

Json of(DraftBudgetAmount const& one) {
    return {{"holder", text_or_null(one.holder)},
            {"order", text_or_null(one.order)},
            {"account", text_or_null(one.account)},
            {"label", text_or_null(one.label)},
            {"from", or_null(one.from)},
            {"to", or_null(one.to)},
            {"basis", name_of(one.basis)},
            {"cents", one.amount.value}};
}

Json of(UnrecognisedLine const& one) { return {{"line", one.line}, {"text", one.text}}; }

template <class T> Json list_of(std::vector<T> const& all) {
    auto list = Json::array();
    for (auto const& one : all) list.push_back(of(one));
    return list;
}

Json deviation_of(std::optional<DraftDeviation> const& deviation) {
    if (!deviation) return nullptr;
    return {{"reason", or_null(deviation->reason)}};
}

}  // namespace

std::string json_of(PaperDraft const& draft) {
    Json const all = {{"paper", paper_of(draft)},
                      {"consultations", list_of(draft.consultations)},
                      {"fields", list_of(draft.fields)},
                      {"topics", list_of(draft.topics)},
                      {"budget", list_of(draft.budget)},
                      {"competence", value_of(draft.competence)},
                      {"deviation", deviation_of(draft.deviation)},
                      {"withheld", draft.withheld},
                      {"unrecognised", list_of(draft.unrecognised)}};
    return all.dump(2);
}

}  // namespace lenkwerk::council
