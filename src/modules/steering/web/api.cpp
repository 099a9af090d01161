// The overview of a session as programs read it: what its page shows, with where page and PDF are.
#include "modules/steering/web/api.hpp"

#include "modules/steering/commands/overview.hpp"
#include "modules/steering/store/overview_json.hpp"
#include "modules/steering/store/overviews.hpp"
#include "modules/steering/web/overview_readers.hpp"
#include "platform/web/api.hpp"
#include "platform/web/json.hpp"
#include "platform/web/query.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace lenkwerk::steering {
namespace {

using Json = nlohmann::ordered_json;

Json counts_json(Counts const& counts) {
    Json by_phase = Json::object();
    for (auto const& [phase, count] : counts.by_phase) by_phase[phase] = count;
    return {{"activities", counts.activities},     {"with_news", counts.with_news},
            {"overdue", counts.overdue},           {"late", counts.late},
            {"without_goal", counts.without_goal}, {"by_phase", std::move(by_phase)}};
}

// What is kept leaves out what is not said; the API says null, none and false.
void say_all(Json& entries) {
    Json const unsaid{{"planned_start", nullptr}, {"planned_end", nullptr}, {"status", nullptr}, {"news", "none"},
                      {"phase_then", nullptr},    {"serves_goal", false},   {"internal", false}, {"demo", false}};
    for (auto& entry : entries)
        for (auto const& [name, value] : unsaid.items())
            if (!entry.contains(name)) entry[name] = value;
}

Json overview_json(Overview const& overview) {
    auto json = Json::parse(store::json_of(overview));
    json.erase("format");
    json.erase("start_minute");
    json["start"] = fmt::format("{:02}:{:02}", overview.start_minute / 60, overview.start_minute % 60);
    if (!overview.since) json["since"] = nullptr;
    json["counts"] = counts_json(overview.counts);
    for (std::size_t i = 0; i < overview.fields.size(); ++i) {
        json["fields"][i]["counts"] = counts_json(overview.fields[i].counts);
        say_all(json["fields"][i]["entries"]);
        json["fields"][i]["subtitle"] = web::or_null(overview.fields[i].subtitle);
    }
    for (auto& signal : json["signals"])
        if (!signal.contains("reacted_on")) signal["reaction"] = signal["reacted_on"] = nullptr;
    return json;
}

std::string text_of(html::Url const& address) { return std::string(address.text()); }

}  // namespace

web::Response show_overview_as_json(web::Visit& visit) {
    web::Query query(visit.request().query);
    auto const wanted = query.word("form", form_of, fmt::format("{}, {}", word(Form::everyone), word(Form::body)));
    query.expect({"form"});
    if (!query.problems().empty()) return web::refused(visit.locale(), query.problems());
    auto const form = wanted.value_or(Form::everyone);
    auto const session = session_with_overview(visit, form);
    auto const frozen = store::find_frozen(visit.reader(), session.id, form);
    auto json = overview_json(frozen ? frozen->overview : make_overview(visit.reader(), session, form, visit.today()));
    bool const has_document = frozen && store::has_document(visit.reader(), frozen->id);
    json["frozen_at"] = frozen ? Json(iso(frozen->frozen_at)) : Json(nullptr);
    json["checksum"] = frozen ? Json(frozen->digest) : Json(nullptr);
    json["page"] = text_of(overview_address(session.id, form));
    json["pdf"] = has_document ? Json(text_of(overview_address(session.id, form, "/pdf"))) : Json(nullptr);
    return web::kept_json(json);
}

}  // namespace lenkwerk::steering
