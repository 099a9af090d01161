// A stored paper as everybody sees it, its results, and its JSON twin.
#include "modules/council/store/papers.hpp"
#include "modules/council/tests/pages_fixture.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::council {
namespace {

using nlohmann::json;

class StoredPaperPages : public PaperPages {
protected:
    static std::string address(PaperId id, std::string const& rest = "") {
        return "/vorlagen/" + std::to_string(id.value) + rest;
    }
    std::vector<store::Step> steps(PaperId id) {
        return world->read([&](auto& reader) { return store::steps_of(reader, id); });
    }
    static std::string field(store::Step const& step, std::string const& member = "result") {
        return "r" + std::to_string(step.id.value) + "-" + member;
    }
};
LENKWERK_ON_BOTH_DATABASES(StoredPaperPages);

TEST_P(StoredPaperPages, show_the_sequence_with_its_position) {
    auto const id = stored();
    auto const page = browser().get(address(id));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.contains("11 Beratungen, noch kein Ergebnis eingetragen"));
    EXPECT_TRUE(page.contains("aria-current=\"step\""));
    EXPECT_TRUE(page.contains("05.12.2024"));
    EXPECT_TRUE(page.contains("Beschlussvorschlag"));
    EXPECT_FALSE(page.contains("<form method=\"post\" action=\"" + address(id)));
    EXPECT_TRUE(browser().get("/vorlagen").contains(address(id)));
}

TEST_P(StoredPaperPages, show_nobody_what_is_not_meant_for_him) {
    auto const id = stored(Audience::administration());
    EXPECT_EQ(browser().get(address(id)).status, 404);
    EXPECT_FALSE(browser().get("/vorlagen").contains("0417-24"));
    EXPECT_EQ(browser().get("/api/v1/papers/" + std::to_string(id.value)).status, 404);
    EXPECT_FALSE(browser().get("/api/v1/papers").contains("0417-24"));
    EXPECT_FALSE(browser().get("/haushalt").contains("32014400"));
    EXPECT_EQ(browser("department").get(address(id)).status, 200);
}

TEST_P(StoredPaperPages, are_published_by_the_office) {
    auto const id = stored(Audience::administration());
    auto office = browser("office");
    office.get(address(id));
    auto const done = office.post(address(id, "/sichtbarkeit"), {{"version", "1"}, {"audience", "public"}});
    EXPECT_EQ(done.status, 303);
    EXPECT_EQ(browser().get(address(id)).status, 200);
    EXPECT_TRUE(browser().get("/haushalt").contains("32014400"));
    office.get(address(id));
    EXPECT_EQ(office.post(address(id, "/sichtbarkeit"), {{"version", "1"}, {"audience", "public"}}).status, 409);
}

TEST_P(StoredPaperPages, take_the_results) {
    auto const id = stored();
    auto const all = steps(id);
    auto office = browser("office");
    EXPECT_EQ(office.get(address(id, "/ergebnisse")).status, 200);
    auto const saved = office.post(address(id, "/ergebnisse"), {{"version", "1"},
                                                                {field(all[0]), "as_recommended"},
                                                                {field(all[0], "note"), "einstimmig"},
                                                                {field(all[1]), "amended"}});
    ASSERT_EQ(saved.status, 303) << saved.body;
    auto const page = browser().get(address(id));
    EXPECT_TRUE(page.contains("2 von 11 Beratungen liegen zurück, als Nächstes: " + all[2].facts.body));
    EXPECT_TRUE(page.contains("einstimmig"));
    EXPECT_TRUE(page.contains(said("council.result.amended")));
    office.get(address(id, "/ergebnisse"));
    auto const refused = office.post(address(id, "/ergebnisse"),
                                     {{"version", "2"}, {field(all.back()), "rejected"}, {field(all[3]), "noted"}});
    EXPECT_EQ(refused.status, 303) << "entered in the order of the sequence";
    office.get(address(id, "/ergebnisse"));
    auto const over = office.post(address(id, "/ergebnisse"), {{"version", "3"}, {field(all[4]), "noted"}});
    EXPECT_EQ(over.status, 422);
    EXPECT_TRUE(over.contains("ist mit dem Ergebnis von Stadtverordnetenversammlung zu Ende"));
    EXPECT_TRUE(browser().get(address(id)).contains(said("council.position.decided")));
}

TEST_P(StoredPaperPages, link_to_plan_topic_body_and_budget_and_back) {
    std::vector<std::string> names;
    for (auto const& step : invented_reading().draft.consultations) names.push_back(step.body);
    auto const id = stored();
    auto office = browser("office");
    auto const plan =
        *world->read([&](auto& reader) { return store::find_paper(reader, Viewer::everything(), id)->plan; });
    auto const topic =
        world->read([&](auto& reader) { return plan::outline(reader, Viewer::everything(), plan)[1].id; });
    EXPECT_TRUE(browser().get(address(id)).contains("/themen/" + std::to_string(topic.value)));
    EXPECT_TRUE(browser().get("/plaene/" + std::to_string(plan.value)).contains(address(id)));
    EXPECT_TRUE(browser().get("/themen/" + std::to_string(topic.value)).contains(address(id)));
    auto const budget = browser().get("/haushalt");
    EXPECT_TRUE(budget.contains(address(id)));
    EXPECT_TRUE(budget.contains(said("budget.sum.basis_not_stated")));
}

TEST_P(StoredPaperPages, speak_json_too) {
    auto const id = stored();
    auto const twin = "/api/v1/papers/" + std::to_string(id.value);
    auto const paper = json::parse(browser().get(twin).body);
    EXPECT_EQ(paper.at("number"), "0417-24");
    EXPECT_EQ(paper.at("consultations").size(), 11U);
    EXPECT_EQ(paper.at("position").at("progress"), "not_begun");
    EXPECT_TRUE(paper.at("checks").empty());
    EXPECT_EQ(json::parse(browser().get("/api/v1/papers").body).at("papers").size(), 1U);
    auto const step = steps(id).front();
    auto office = browser("office");
    office.get(address(id));
    auto const body = json{{"version", 1}, {field(step), "noted"}}.dump();
    EXPECT_EQ(office.json(web::Method::post, twin + "/results", body).status, 303);
    EXPECT_EQ(json::parse(browser().get(twin).body).at("consultations").at(0).at("result"), "noted");
    auto const late = office.json(web::Method::post, twin + "/results", body);
    EXPECT_EQ(late.status, 409);
    EXPECT_EQ(json::parse(late.body).at("problems").at(0).at("key"), "form.changed_meanwhile");
    EXPECT_EQ(office.json(web::Method::post, twin + "/audience", R"({"version":2,"audience":"administration"})").status,
              303);
    EXPECT_EQ(browser().get(twin).status, 404);
    EXPECT_EQ(browser("member").json(web::Method::post, twin + "/results", body).status, 403);
}

TEST_P(StoredPaperPages, take_papers_in_as_json) {
    auto office = browser("office");
    office.get("/vorlagen/eingang");
    auto const made = office.json(web::Method::post, "/api/v1/paper-readings",
                                  json{{"file_name", "0417-24.txt"}, {"text", invented_paper()}}.dump());
    ASSERT_EQ(made.status, 201) << made.body;
    std::string const reading = json::parse(made.body).at("address");
    auto const found = json::parse(office.get(reading).body);
    EXPECT_EQ(found.at("consultations").size(), 11U);
    EXPECT_EQ(found.at("state"), "open");
    auto const confirmed =
        office.json(web::Method::post, reading, R"({"version":1,"plan_title":"Gut leben","audience":"public"})");
    EXPECT_EQ(confirmed.status, 303) << confirmed.body;
    EXPECT_EQ(browser().get(confirmed.header("location")).status, 200);
    auto const refused = office.json(web::Method::post, "/api/v1/paper-readings", R"({"text":"Milch"})");
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(json::parse(refused.body).at("problems").at(0).at("key"), "council.paper.not_a_paper");
    EXPECT_EQ(browser().get(reading).status, 401);
}

TEST_P(StoredPaperPages, let_the_office_state_the_basis_of_an_amount) {
    stored();
    auto office = browser("office");
    auto const budget = json::parse(browser().get("/api/v1/budget-lines").body);
    auto const line = budget.at("lines").at(0).at("id").get<int>();
    auto const amount = budget.at("lines").at(0).at("amounts").at(0).at("id").get<int>();
    auto const form = "/haushalt/betraege/" + std::to_string(amount) + "/grundlage";
    EXPECT_EQ(browser("member").get(form).status, 403);
    EXPECT_EQ(office.get(form).status, 200);
    auto const refused = office.post(form, {{"version", "1"}, {"basis", "manchmal"}, {"statement", "x"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.contains(said("budget.amount.basis_unknown")));
    office.get(form);
    auto const saved = office.post(form, {{"version", "1"}, {"basis", "per_year"}, {"statement", "Kämmerei"}});
    EXPECT_EQ(saved.header("location"), "/haushalt/" + std::to_string(line));
    EXPECT_TRUE(browser().get(saved.header("location")).contains("laut Kämmerei"));
    EXPECT_EQ(browser().get("/haushalt/999").status, 404);
    EXPECT_EQ(browser().get("/api/v1/budget-lines/999").status, 404);
    auto const twin = "/api/v1/budget-amounts/" + std::to_string(amount) + "/basis";
    EXPECT_EQ(office.json(web::Method::post, twin, R"({"version":1,"basis":"total","statement":"x"})").status, 409);
}

}  // namespace
}  // namespace lenkwerk::council
