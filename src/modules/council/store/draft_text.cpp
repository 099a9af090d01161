#include "modules/council/store/draft_text.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::council::store {
namespace {

using Json = nlohmann::json;

template <class T> Json or_null(std::optional<T> const& value) { return value ? Json(*value) : Json(nullptr); }
Json day_or_null(std::optional<Day> const& day) { return day ? Json(day->iso()) : Json(nullptr); }
template <class T> std::optional<T> maybe(Json const& json) {
    return json.is_null() ? std::nullopt : std::optional(json.get<T>());
}
std::optional<Day> maybe_day(Json const& json) {
    return json.is_null() ? std::nullopt : Day::parse(json.get<std::string>());
}

// The members of PaperDraft that are texts, under the names they are kept by.
struct TextMember {
    char const* name;
    std::optional<FoundText> PaperDraft::* member;
};
constexpr TextMember kTexts[] = {
    {"number", &PaperDraft::number},
    {"division", &PaperDraft::division},
    {"title", &PaperDraft::title},
    {"urgency", &PaperDraft::urgency},
    {"draft_resolution", &PaperDraft::draft_resolution},
    {"staff", &PaperDraft::staff_effects},
    {"financial", &PaperDraft::financial_effects},
    {"climate", &PaperDraft::climate_effects},
    {"reasons", &PaperDraft::reasons},
    {"competence", &PaperDraft::competence},
};

Json json_of(DraftConsultation const& one) {
    return {{"order", one.order},
            {"body", one.body},
            {"date", day_or_null(one.date)},
            {"role", one.role},
            {"lines", one.lines}};
}
void read(Json const& json, DraftConsultation& one) {
    one = {json.at("order"), json.at("body"), maybe_day(json.at("date")), json.at("role"), json.at("lines")};
}
Json json_of(DraftField const& one) {
    return {{"number", one.number}, {"title", one.title}, {"subtitle", one.subtitle}, {"lines", one.lines}};
}
void read(Json const& json, DraftField& one) {
    one = {json.at("number"), json.at("title"), json.at("subtitle"), json.at("lines")};
}
Json json_of(DraftTopic const& one) {
    return {{"number", one.number},
            {"title", one.title},
            {"field", one.field},
            {"parent", or_null(one.parent)},
            {"lines", one.lines}};
}
void read(Json const& json, DraftTopic& one) {
    one = {json.at("number"), json.at("title"), json.at("field"), maybe<std::string>(json.at("parent")),
           json.at("lines")};
}
Json json_of(DraftBudgetAmount const& one) {
    return {{"holder", one.holder},
            {"order", one.order},
            {"account", one.account},
            {"label", one.label},
            {"from", or_null(one.from)},
            {"to", or_null(one.to)},
            {"basis", static_cast<int>(one.basis)},
            {"cents", one.amount.value},
            {"lines", one.lines}};
}
void read(Json const& json, DraftBudgetAmount& one) {
    one = {json.at("holder"),
           json.at("order"),
           json.at("account"),
           json.at("label"),
           maybe<int>(json.at("from")),
           maybe<int>(json.at("to")),
           static_cast<Basis>(json.at("basis").get<int>()),
           {json.at("cents")},
           json.at("lines")};
}

template <class T> Json list_of(std::vector<T> const& all) {
    auto list = Json::array();
    for (auto const& one : all) list.push_back(json_of(one));
    return list;
}
template <class T> void read_list(Json const& list, std::vector<T>& all) {
    for (auto const& json : list) read(json, all.emplace_back());
}

Json texts_of(PaperDraft const& draft) {
    auto texts = Json::object();
    for (auto const& [name, member] : kTexts)
        if (auto const& found = draft.*member) texts[name] = {{"value", found->value}, {"lines", found->lines}};
    if (draft.date) texts["date"] = {{"value", draft.date->value.iso()}, {"lines", draft.date->lines}};
    if (draft.is_public) texts["public"] = {{"value", draft.is_public->value}, {"lines", draft.is_public->lines}};
    if (draft.deviation)
        texts["deviation"] = {{"reason", or_null(draft.deviation->reason)}, {"lines", draft.deviation->lines}};
    return texts;
}
void read_texts(Json const& texts, PaperDraft& draft) {
    for (auto const& [name, member] : kTexts)
        if (texts.contains(name)) draft.*member = FoundText{texts.at(name).at("value"), texts.at(name).at("lines")};
    if (texts.contains("date")) {
        auto const& date = texts.at("date");
        draft.date = Found<Day>{maybe_day(date.at("value")).value(), date.at("lines")};
    }
    if (texts.contains("public"))
        draft.is_public = Found<bool>{texts.at("public").at("value"), texts.at("public").at("lines")};
    if (texts.contains("deviation")) {
        auto const& deviation = texts.at("deviation");
        draft.deviation = DraftDeviation{maybe<std::string>(deviation.at("reason")), deviation.at("lines")};
    }
}

}  // namespace

std::string as_text(PaperDraft const& draft) {
    auto unrecognised = Json::array();
    for (auto const& one : draft.unrecognised) unrecognised.push_back({one.line, one.text});
    Json const json = {{"paper", texts_of(draft)},        {"consultations", list_of(draft.consultations)},
                       {"fields", list_of(draft.fields)}, {"topics", list_of(draft.topics)},
                       {"budget", list_of(draft.budget)}, {"withheld", draft.withheld},
                       {"unrecognised", unrecognised}};
    return json.dump();
}

PaperDraft draft_in(std::string_view text) {
    auto const json = Json::parse(text);
    PaperDraft draft;
    read_texts(json.at("paper"), draft);
    read_list(json.at("consultations"), draft.consultations);
    read_list(json.at("fields"), draft.fields);
    read_list(json.at("topics"), draft.topics);
    read_list(json.at("budget"), draft.budget);
    draft.withheld = json.at("withheld");
    for (auto const& one : json.at("unrecognised")) draft.unrecognised.push_back({one.at(0), one.at(1)});
    return draft;
}

std::string as_text(std::vector<SourceLine> const& source) {
    auto lines = Json::array();
    for (auto const& line : source) lines.push_back({line.number, line.text});
    return lines.dump();
}

std::vector<SourceLine> source_in(std::string_view text) {
    std::vector<SourceLine> source;
    for (auto const& line : Json::parse(text)) source.push_back({line.at(0), line.at(1)});
    return source;
}

}  // namespace lenkwerk::council::store
