// Measures as programs read them and report on them: the same as the pages, and no more.
#include "modules/measures/commands/reports.hpp"
#include "modules/measures/tests/town.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::measures {
namespace {

using nlohmann::json;

class MeasureApi : public MeasureTown {
protected:
    void SetUp() override {
        MeasureTown::SetUp();
        if (IsSkipped()) return;
        auto draft = cutting_back();
        draft.audience = Audience::everyone();
        open = added(draft);
        draft.title = "Geheimes Gespräch";
        draft.audience = Audience::administration();
        draft.responsible = people::OrganisationId{2};
        hidden = added(draft);
    }
    static std::string at(ActivityId id, std::string_view rest = "") {
        return fmt::format("/api/v1/measures/{}{}", id.value, rest);
    }
    json read(std::string const& who, std::string const& address) {
        return json::parse(browser(who).get(address).body);
    }
    std::size_t found(std::string const& query) {
        return read("visitor", "/api/v1/measures" + query).at("measures").size();
    }
    auto send(std::string const& who, ActivityId id, json const& report) {
        auto sender = browser(who);
        sender.get("/massnahmen");
        return sender.json(web::Method::post, at(id, "/reports"), report.dump());
    }
    ActivityId open, hidden;
};
LENKWERK_ON_BOTH_DATABASES(MeasureApi);

TEST_P(MeasureApi, lists_what_the_reader_may_see) {
    auto const seen = read("visitor", "/api/v1/measures").at("measures");
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen[0].at("id"), open.value);
    EXPECT_EQ(seen[0].at("topic"), topic.value);
    EXPECT_EQ(seen[0].at("freshness"), "due") << "entered a hundred days ago";
    EXPECT_EQ(read("office", "/api/v1/measures").at("measures").size(), 2U);
    EXPECT_EQ(read("partner", "/api/v1/measures").at("measures").size(), 2U) << "its own one";
}

TEST_P(MeasureApi, filters_as_the_page_does) {
    auto const phase = read("visitor", at(open)).at("phase").get<std::string>();
    EXPECT_EQ(found("?phase=" + phase), 1U);
    EXPECT_EQ(found("?phase=stopped"), 0U);
    EXPECT_EQ(found(fmt::format("?field={}", topic.value)), 1U);
    EXPECT_EQ(found("?field=99"), 0U);
    EXPECT_EQ(found("?organisation=1"), 1U);
    EXPECT_EQ(found("?organisation=2"), 0U);
    EXPECT_EQ(found("?district=99"), 0U);
    EXPECT_EQ(found("?look=silent"), 0U);
    world->clock().advance(std::chrono::hours{24 * 200});
    EXPECT_EQ(found("?look=silent"), 1U);
}

TEST_P(MeasureApi, refuses_a_filter_that_means_nothing) {
    auto const problem = [&](std::string const& query) {
        auto const answer = browser("visitor").get("/api/v1/measures" + query);
        EXPECT_EQ(answer.status, 422) << query;
        return json::parse(answer.body).at("problems").at(0);
    };
    auto const phase = problem("?phase=laufend");
    EXPECT_EQ(phase.at("key"), "common.query.word_unknown");
    EXPECT_EQ(phase.at("field"), "phase");
    EXPECT_NE(phase.at("message").get<std::string>().find("idea, planned, running, done, stopped"), std::string::npos);
    EXPECT_EQ(problem("?look=spät").at("field"), "look");
    EXPECT_EQ(problem("?organisation=Amt").at("key"), "common.query.number_wrong");
    EXPECT_EQ(problem("?phse=running").at("key"), "common.query.name_unknown");
    EXPECT_EQ(found("?sprache=en&phase="), 1U) << "what is empty filters nothing";
}

TEST_P(MeasureApi, shows_the_reports_that_the_reader_may_see) {
    for (auto const& audience : {Audience::everyone(), Audience::administration()})
        ASSERT_TRUE(office([&](auto& tx) {
            return report_status(tx, {open, {Phase::running, "Wege geschnitten.", "", audience}, kToday});
        }));
    auto const seen = read("visitor", at(open)).at("reports");
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen[0].at("phase"), "running");
    EXPECT_TRUE(seen[0].at("evidence").is_null());
    EXPECT_EQ(read("department", at(open)).at("reports").size(), 2U);
    EXPECT_EQ(read("visitor", at(open)).at("responsible").at("id"), 1);
    EXPECT_EQ(browser("visitor").get(at(hidden)).status, 404);
    EXPECT_EQ(browser("partner").get(at(hidden)).status, 200);
}

TEST_P(MeasureApi, takes_a_report_of_the_responsible) {
    json const report{{"phase", "done"}, {"text", "Fertig."}, {"evidence", "AZ 7"}, {"audience", "public"}};
    auto const made = send("department", open, report);
    EXPECT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(json::parse(made.body).at("address"), at(open));
    auto const measure = read("visitor", at(open));
    EXPECT_EQ(measure.at("phase"), "done");
    EXPECT_EQ(measure.at("reports").at(0).at("text"), "Fertig.");
}

TEST_P(MeasureApi, takes_no_report_of_others_and_none_that_is_wrong) {
    json const report{{"phase", "running"}, {"text", "Läuft."}};
    EXPECT_EQ(send("visitor", open, report).status, 401);
    EXPECT_EQ(send("member", open, report).status, 403);
    EXPECT_EQ(send("partner", open, report).status, 403);
    EXPECT_EQ(send("department", hidden, report).status, 403);
    auto const key = [](auto const& answer) {
        EXPECT_EQ(answer.status, 422);
        return json::parse(answer.body).at("problems").at(0).at("key").template get<std::string>();
    };
    EXPECT_EQ(key(send("department", open, {{"phase", "done"}, {"text", "x"}})), "measures.report.evidence_missing");
    EXPECT_EQ(key(send("department", open, {{"phase", "fertig"}, {"text", "x"}})), "measures.table.phase_unknown");
    EXPECT_EQ(key(send("department", open, {{"phase", "running"}})), "measures.report.text_missing");
    for (auto const* day : {"bald", "2026-02-30", "2126-01-01"})
        EXPECT_EQ(key(send("department", open, {{"text", "x"}, {"day", day}})), "measures.report.day_wrong");
    EXPECT_EQ(key(send("department", open, {{"text", "x"}, {"audience", "alle"}})), "measures.report.audience_unknown");
    EXPECT_TRUE(read("office", at(open)).at("reports").empty());
}

}  // namespace
}  // namespace lenkwerk::measures
