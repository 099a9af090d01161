// The council's papers as programs read them.
#include "modules/council/council.hpp"
#include "modules/council/store/readings.hpp"
#include "modules/council/web/common.hpp"
#include "modules/council/web/pages.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::council {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(std::string const& text) { return text.empty() ? Json(nullptr) : Json(text); }
Json day_or_null(std::optional<Day> const& day) { return day ? Json(day->iso()) : Json(nullptr); }

Json step_json(store::Step const& step, std::int64_t order) {
    return {{"id", step.id.value},
            {"order", order},
            {"body", step.facts.body},
            {"body_id", step.body_id ? Json(step.body_id->value) : Json(nullptr)},
            {"date", day_or_null(step.facts.date)},
            {"role", text_or_null(step.facts.role)},
            {"result", step.facts.result ? Json(word(*step.facts.result)) : Json(nullptr)},
            {"note", text_or_null(step.note)}};
}

std::string_view word_of(Progress progress) {
    switch (progress) {
        case Progress::under_way: return "under_way";
        case Progress::decided: return "decided";
        case Progress::withdrawn: return "withdrawn";
        case Progress::not_begun: break;
    }
    return "not_begun";
}

Json position_json(std::span<Consultation const> facts) {
    auto const reached = position(facts);
    return {{"progress", word_of(reached.progress)},
            {"dealt", reached.dealt},
            {"next", reached.next ? Json(*reached.next + 1) : Json(nullptr)}};
}

Json line_json(store::Paper const& paper) {
    return {{"id", paper.id.value},
            {"number", paper.facts.number},
            {"title", paper.facts.title},
            {"date", day_or_null(paper.facts.date)},
            {"plan", paper.plan ? Json(paper.plan->value) : Json(nullptr)},
            {"audience", paper.audience.text()},
            {"version", paper.version}};
}

Json paper_json(web::Visit& visit, store::Paper const& paper) {
    auto const& facts = paper.facts;
    auto json = line_json(paper);
    json["division"] = text_or_null(facts.division);
    json["urgency"] = text_or_null(facts.urgency);
    json["public"] = facts.is_public ? Json(*facts.is_public) : Json(nullptr);
    json["draft_resolution"] = text_or_null(facts.draft_resolution);
    json["effects"] = {{"staff", text_or_null(facts.staff_effects)},
                       {"financial", text_or_null(facts.financial_effects)},
                       {"climate", text_or_null(facts.climate_effects)}};
    json["competence"] = text_or_null(facts.competence);
    json["deviation"] =
        facts.deviation.deviates ? Json{{"reason", text_or_null(facts.deviation.reason)}} : Json(nullptr);
    auto const steps = store::steps_of(visit.reader(), paper.id);
    json["consultations"] = Json::array();
    for (auto const& step : steps)
        json["consultations"].push_back(step_json(step, std::ssize(json["consultations"]) + 1));
    auto const of_steps = facts_of(steps);
    json["position"] = position_json(of_steps);
    json["checks"] = Json::array();
    for (auto const& problem : check_sequence(of_steps, facts.deviation))
        json["checks"].push_back({{"key", problem.key}, {"message", visit.locale().explain(problem)}});
    return json;
}

}  // namespace

web::Response list_papers_as_json(web::Visit& visit) {
    auto papers = Json::array();
    for (auto const& paper : store::list_papers(visit.reader(), visit.viewer())) papers.push_back(line_json(paper));
    return web::Response::json(Json{{"papers", std::move(papers)}}.dump());
}

web::Response show_paper_as_json(web::Visit& visit) {
    return web::Response::json(paper_json(visit, paper_at(visit)).dump());
}

web::Response show_reading_as_json(web::Visit& visit) {
    auto const reading = store::find_reading(visit.reader(), visit.id<ReadingId>("id"));
    if (!reading || reading->state == "discarded") throw web::NotFound{};
    auto json = Json::parse(json_of(reading->draft));
    json["id"] = reading->id.value;
    json["state"] = reading->state;
    json["version"] = reading->version;
    return web::Response::json(json.dump());
}

}  // namespace lenkwerk::council
