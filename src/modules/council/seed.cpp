// papers.json and budget.json of a city's folder. A paper is planted as if the office had confirmed its reading, so that importing the
// same paper later shows what differs.
#include "modules/council/seed.hpp"

#include "modules/council/commands/readings.hpp"
#include "modules/council/commands/storing.hpp"
#include "modules/council/rules/admission.hpp"
#include "modules/council/store/papers.hpp"
#include "modules/council/store/readings.hpp"

#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace lenkwerk::council {
namespace {

using nlohmann::json;

std::optional<FoundText> text_of(json const& object, std::string const& name) {
    if (!object.contains(name) || !object.at(name).is_string()) return std::nullopt;
    return FoundText{object.at(name).get<std::string>(), {}};
}

std::string plain_text(json const& object, std::string const& name) {
    auto const found = text_of(object, name);
    return found ? found->value : std::string();
}

// What stands on no line of a paper has none: a seeded finding is as if it were read from line 1, so that it does not count as typed.
Lines const kSeeded{1};

// Names of bodies by key, as papers spell them.
class BodyNames {
public:
    explicit BodyNames(SeedFolder const& folder) {
        auto const text = folder.file("bodies.json");
        if (!text) return;
        auto const file = json::parse(*text);
        for (auto const& body : file.at("council_bodies")) names_.emplace(body.at("key"), body.at("name"));
    }
    std::string name(std::string const& key) const {
        auto const found = names_.find(key);
        if (found == names_.end()) throw std::runtime_error("papers.json: bodies.json has no council body " + key);
        return found->second;
    }

private:
    std::map<std::string, std::string> names_;
};

void read_texts(json const& paper, PaperDraft& draft) {
    auto const effects = paper.value("effects", json::object());
    draft.number = text_of(paper, "number");
    draft.title = text_of(paper, "title");
    draft.division = text_of(paper, "division");
    draft.urgency = text_of(paper, "urgency");
    draft.draft_resolution = text_of(paper, "draft_resolution");
    draft.staff_effects = text_of(effects, "staff");
    draft.financial_effects = text_of(effects, "financial");
    draft.climate_effects = text_of(effects, "climate");
    draft.competence = text_of(paper, "competence");
    if (auto const day = Day::parse(plain_text(paper, "date"))) draft.date = Found<Day>{*day, kSeeded};
    if (paper.contains("public")) draft.is_public = Found<bool>{paper.at("public"), kSeeded};
    if (paper.contains("deviation"))
        draft.deviation = DraftDeviation{plain_text(paper.at("deviation"), "reason"), kSeeded};
}

void read_consultations(json const& paper, BodyNames const& bodies, PaperDraft& draft) {
    for (auto const& step : paper.value("consultations", json::array()))
        draft.consultations.push_back({step.at("order"), bodies.name(step.at("body")),
                                       Day::parse(plain_text(step, "date")), plain_text(step, "role"), kSeeded});
}

// The fields and topics of the plan whose source the paper is.
void read_outline(SeedFolder const& folder, std::string const& number, PaperDraft& draft) {
    auto const text = folder.file("plan.json");
    if (!text) return;
    auto const file = json::parse(*text);
    for (auto const& plan : file.at("plans")) {
        if (plain_text(plan, "source") != number) continue;
        for (auto const& field : plan.at("fields"))
            draft.fields.push_back({field.at("number"), field.at("title"), plain_text(field, "subtitle"), kSeeded});
        std::set<std::string> fields;
        for (auto const& field : draft.fields) fields.insert(field.number);
        for (auto const& topic : plan.at("topics")) {
            std::string const own = topic.at("number"), above = topic.at("parent");
            draft.topics.push_back({own, topic.at("title"), own.substr(0, own.find('.')),
                                    fields.contains(above) ? std::nullopt : std::optional(above), kSeeded});
        }
    }
}

std::optional<int> year_of(json const& amount, char const* name) {
    return amount.contains(name) && amount.at(name).is_number() ? std::optional(amount.at(name).get<int>())
                                                                : std::nullopt;
}

Basis basis_named(std::string const& word) {
    return word == "per_year" ? Basis::per_year : word == "total" ? Basis::total : Basis::not_stated;
}

void read_budget(SeedFolder const& folder, std::string const& number, PaperDraft& draft) {
    auto const text = folder.file("budget.json");
    if (!text) return;
    auto const file = json::parse(*text);
    for (auto const& line : file.at("lines")) {
        if (plain_text(line, "paper") != number) continue;
        for (auto const& amount : line.at("amounts"))
            draft.budget.push_back({plain_text(line, "holder"), plain_text(line, "order"), plain_text(line, "account"),
                                    plain_text(line, "label"), year_of(amount, "from"), year_of(amount, "to"),
                                    basis_named(plain_text(amount, "basis")), Cents{amount.at("cents")}, kSeeded});
    }
}

PaperDraft draft_of(json const& paper, SeedFolder const& folder, BodyNames const& bodies) {
    PaperDraft draft;
    read_texts(paper, draft);
    read_consultations(paper, bodies, draft);
    read_outline(folder, draft.number.value().value, draft);
    read_budget(folder, draft.number->value, draft);
    return draft;
}

// Results that are known from the folder.
void plant_results(storage::Transaction& tx, PaperId id, json const& paper) {
    auto steps = store::steps_of(tx, id);
    auto const consultations = paper.value("consultations", json::array());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        auto const result = plain_text(consultations.at(i), "result");
        if (result.empty()) continue;
        steps[i].facts.result = consultation_result_of(result).value();
        store::update_step(tx, steps[i], static_cast<int>(i) + 1);
    }
}

void plant_paper(storage::Transaction& tx, SeedFolder& folder, json const& paper, BodyNames const& bodies) {
    auto const draft = draft_of(paper, folder, bodies);
    auto const number = draft.number->value, plan = plain_text(paper, "plan");
    auto const reading = must(take_in(tx, "papers.json", {draft, {}}), "papers.json " + number);
    Storing storing{must(admitted(draft), "papers.json " + number), "", "", Audience::everyone()};
    if (folder.has("plan", plan)) storing.plan = folder.id<plan::PlanId>("plan", plan);
    auto const id = must(store_paper(tx, storing), "papers.json " + number);
    plant_results(tx, id, paper);
    auto kept = store::find_reading(tx, reading).value();
    kept.state = "confirmed", kept.paper = id;
    store::update_reading(tx, kept);
    folder.planted({"paper", id.value}, number);
}

}  // namespace

void plant(storage::Transaction& tx, SeedFolder& folder) {
    auto const text = folder.file("papers.json");
    if (!folder.with_plan || !text) return;
    BodyNames const bodies(folder);
    auto const given = json::parse(*text);
    for (auto const& paper : given.at("papers")) plant_paper(tx, folder, paper, bodies);
}

}  // namespace lenkwerk::council
