// The overview as programs read it: alive until the invitation goes out, then as it was frozen; each form for its readers.
#include "modules/steering/tests/town_of_the_lake.hpp"
#include "town/browsers.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::steering {
namespace {

using nlohmann::json;

class OverviewApi : public SteeringTest {
protected:
    void SetUp() override {
        SteeringTest::SetUp();
        if (!IsSkipped()) browsers.emplace(world->city());
    }
    std::string at(std::string_view rest = "") const {
        return fmt::format("/api/v1/sessions/{}/overview{}", session.value, rest);
    }
    static json read(web::testing::Browser browser, std::string const& address) {
        auto const answer = browser.get(address);
        EXPECT_EQ(answer.status, 200);
        return json::parse(answer.body);
    }
    std::optional<town::Browsers> browsers;
};
LENKWERK_ON_BOTH_DATABASES(OverviewApi);

TEST_P(OverviewApi, gives_visitors_the_public_form) {
    auto const open = read(browsers->visitor(), at());
    EXPECT_EQ(open.at("form"), "public");
    EXPECT_EQ(open.at("session"), session.value);
    EXPECT_EQ(open.dump().find("Einsatzplan für Großveranstaltungen"), std::string::npos);
    EXPECT_NE(open.dump().find("Scherben am Seeufer"), std::string::npos);
    auto const made_now = made(Form::everyone);
    EXPECT_EQ(open.at("counts").at("activities"), made_now.counts.activities);
    EXPECT_EQ(open.at("fields").size(), made_now.fields.size());
    EXPECT_TRUE(open.at("frozen_at").is_null());
    EXPECT_TRUE(open.at("pdf").is_null());
    EXPECT_EQ(browsers->visitor().get(open.at("page").get<std::string>()).status, 200);
}

TEST_P(OverviewApi, says_null_where_nothing_is_said) {
    auto const open = read(browsers->visitor(), at());
    std::size_t entries = 0;
    for (auto const& field : open.at("fields"))
        for (auto const& entry : field.at("entries")) {
            ++entries;
            for (auto const* name : {"planned_start", "planned_end", "status", "news", "phase_then", "serves_goal"})
                EXPECT_TRUE(entry.contains(name)) << name;
        }
    EXPECT_GT(entries, 0U);
    EXPECT_TRUE(open.contains("since"));
}

TEST_P(OverviewApi, keeps_the_form_of_the_body_for_the_body) {
    EXPECT_EQ(browsers->visitor().get(at("?form=body")).status, 404);
    EXPECT_EQ(browsers->of(town::department()).get(at("?form=body")).status, 404);
    EXPECT_EQ(browsers->of(town::member(body.value + 1)).get(at("?form=body")).status, 404);
    auto const wrong = browsers->of(town::office()).get(at("?form=other"));
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.contains("public, body")) << wrong.body;
    auto const inside = read(browsers->of(town::member(body.value)), at("?form=body"));
    EXPECT_EQ(inside.at("form"), "body");
    EXPECT_NE(inside.dump().find("Einsatzplan für Großveranstaltungen"), std::string::npos);
}

TEST_P(OverviewApi, stays_as_it_was_frozen) {
    auto const before = read(browsers->visitor(), at());
    invite();
    world->clock().advance(std::chrono::hours{24 * 2});
    auto const frozen = read(browsers->visitor(), at());
    EXPECT_EQ(frozen.at("made_on"), before.at("made_on"));
    EXPECT_EQ(frozen.at("fields"), before.at("fields"));
    EXPECT_TRUE(frozen.at("frozen_at").is_string());
    auto const page = browsers->visitor().get(frozen.at("page").get<std::string>());
    EXPECT_TRUE(page.contains(frozen.at("checksum").get<std::string>())) << "the page names the same checksum";
}

}  // namespace
}  // namespace lenkwerk::steering
