#include "modules/steering/store/overview_json.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::steering::store {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

void put(ordered_json& to, char const* name, std::optional<Day> day) {
    if (day) to[name] = day->iso();
}
std::optional<Day> maybe_day(json const& from, char const* name) {
    return from.contains(name) ? Day::parse(from.at(name).get_ref<std::string const&>()) : std::nullopt;
}
Day day_of(json const& from, char const* name) { return maybe_day(from, name).value(); }

ordered_json json_of_entry(Entry const& entry) {
    ordered_json to{{"id", entry.id},
                    {"topic", entry.topic},
                    {"title", entry.title},
                    {"responsible", entry.responsible},
                    {"phase", entry.phase},
                    {"freshness", entry.freshness},
                    {"lateness", entry.lateness},
                    {"last_report", entry.last_report.iso()}};
    put(to, "planned_start", entry.planned_start);
    put(to, "planned_end", entry.planned_end);
    if (entry.status)
        to["status"] = {{"day", entry.status->day.iso()}, {"phase", entry.status->phase}, {"text", entry.status->text}};
    if (entry.news != News::none) to["news"] = word(entry.news);
    if (!entry.phase_then.empty()) to["phase_then"] = entry.phase_then;
    for (auto const& [name, flag] :
         {std::pair{"serves_goal", entry.serves_goal}, {"internal", entry.internal}, {"demo", entry.demo}})
        if (flag) to[name] = true;
    return to;
}

Entry entry_of(json const& from) {
    Entry entry{.id = from.at("id"),
                .topic = from.at("topic"),
                .title = from.at("title"),
                .responsible = from.at("responsible"),
                .phase = from.at("phase"),
                .freshness = from.at("freshness"),
                .lateness = from.at("lateness"),
                .last_report = day_of(from, "last_report"),
                .planned_start = maybe_day(from, "planned_start"),
                .planned_end = maybe_day(from, "planned_end"),
                .status = std::nullopt,
                .news = news_of(from.value("news", "none")).value(),
                .phase_then = from.value("phase_then", ""),
                .serves_goal = from.value("serves_goal", false),
                .internal = from.value("internal", false),
                .demo = from.value("demo", false)};
    if (from.contains("status")) {
        auto const& status = from.at("status");
        entry.status = Status{day_of(status, "day"), status.at("phase"), status.at("text")};
    }
    return entry;
}

ordered_json json_of_change(PlanChange const& change) {
    return {
        {"topic", change.topic}, {"number", change.number}, {"title", change.title}, {"difference", change.difference}};
}
PlanChange change_of(json const& from) {
    return {from.at("topic"), from.at("number"), from.at("title"), from.at("difference")};
}

ordered_json json_of_finding(Finding const& finding) {
    return {{"perspective", finding.perspective},
            {"text", finding.text},
            {"source", finding.source},
            {"day", finding.day.iso()}};
}
Finding finding_of(json const& from) {
    return {from.at("perspective"), from.at("text"), from.at("source"), day_of(from, "day")};
}

ordered_json json_of_signal(SignalLine const& signal) {
    ordered_json to{{"id", signal.id},
                    {"title", signal.title},
                    {"reaction", signal.reaction},
                    {"filed_on", signal.filed_on.iso()},
                    {"days", signal.days}};
    put(to, "reacted_on", signal.reacted_on);
    return to;
}
SignalLine signal_of(json const& from) {
    return {
        from.at("id"),  from.at("title"), from.at("reaction"), day_of(from, "filed_on"), maybe_day(from, "reacted_on"),
        from.at("days")};
}

template <class T, class Write> ordered_json list(std::vector<T> const& items, Write write) {
    auto to = ordered_json::array();
    for (auto const& item : items) to.push_back(write(item));
    return to;
}
template <class Read> auto read_list(json const& from, Read read) {
    std::vector<decltype(read(from))> items;
    for (auto const& item : from) items.push_back(read(item));
    return items;
}

ordered_json json_of_field(FieldPart const& field) {
    return {{"id", field.id},
            {"number", field.number},
            {"title", field.title},
            {"subtitle", field.subtitle},
            {"entries", list(field.entries, json_of_entry)},
            {"goals_without_activities", field.goals_without_activities},
            {"findings", list(field.findings, json_of_finding)},
            {"changes", list(field.changes, json_of_change)}};
}

FieldPart field_of(json const& from) {
    return {.id = from.at("id"),
            .number = from.at("number"),
            .title = from.at("title"),
            .subtitle = from.at("subtitle"),
            .counts = {},
            .entries = read_list(from.at("entries"), entry_of),
            .goals_without_activities = from.at("goals_without_activities"),
            .findings = read_list(from.at("findings"), finding_of),
            .changes = read_list(from.at("changes"), change_of)};
}

}  // namespace

std::string json_of(Overview const& overview) {
    ordered_json to{{"format", 1},
                    {"plan", overview.plan},
                    {"body", overview.body},
                    {"session", overview.session},
                    {"day", overview.day.iso()},
                    {"start_minute", overview.start_minute},
                    {"place", overview.place},
                    {"form", word(overview.form)},
                    {"made_on", overview.made_on.iso()}};
    put(to, "since", overview.since);
    to["fields"] = list(overview.fields, json_of_field);
    to["goals_without_activities"] = overview.goals_without_activities;
    to["changes"] = list(overview.changes, json_of_change);
    to["signals"] = list(overview.signals, json_of_signal);
    return to.dump();
}

Overview overview_of(std::string const& text) {
    auto const from = json::parse(text);
    Overview overview{.plan = from.at("plan"),
                      .body = from.at("body"),
                      .session = from.at("session"),
                      .day = day_of(from, "day"),
                      .start_minute = from.at("start_minute"),
                      .place = from.at("place"),
                      .form = form_of(from.at("form").get_ref<std::string const&>()).value(),
                      .made_on = day_of(from, "made_on"),
                      .since = maybe_day(from, "since"),
                      .counts = {},
                      .fields = read_list(from.at("fields"), field_of),
                      .goals_without_activities = from.at("goals_without_activities"),
                      .changes = read_list(from.at("changes"), change_of),
                      .signals = read_list(from.at("signals"), signal_of)};
    sum_up(overview);
    return overview;
}

}  // namespace lenkwerk::steering::store
