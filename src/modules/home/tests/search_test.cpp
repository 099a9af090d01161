#include "modules/bodies/module.hpp"
#include "modules/home/module.hpp"
#include "modules/measures/module.hpp"
#include "modules/people/module.hpp"
#include "modules/places/module.hpp"
#include "modules/plan/module.hpp"
#include "platform/web/testing/browser.hpp"
#include "town/world.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::home {
namespace {

class SearchPage : public town::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        world = std::make_unique<town::World>(
            GetParam(), std::vector{people::module(), plan::module(), places::module(), measures::module(),
                                    bodies::module(), home::module()});
        world->city().authenticate_by([](storage::Reader const&, std::string_view, Instant, Day) {
            return web::SignedIn{access::AccountId{1}, "Büro", town::office(), "de"};
        });
        site = std::make_unique<web::Site>(world->city());
    }
    void index_many(std::string const& kind, std::int64_t count, std::string const& title) {
        world->write(town::office(), [&](storage::Transaction& tx) {
            for (std::int64_t id = 1; id <= count; ++id)
                tx.index({{kind, id}, Audience::everyone(), title, "", "/" + kind + "/" + std::to_string(id)});
        });
    }
    void index(std::string const& kind, std::int64_t id, std::string title, std::string text = {},
               Audience const& audience = Audience::everyone()) {
        world->write(town::office(), [&](storage::Transaction& tx) {
            tx.index({{kind, id}, audience, std::move(title), std::move(text), "/" + kind + "/" + std::to_string(id)});
        });
    }
    web::testing::Answer get(std::string const& target) { return web::testing::Browser{*site}.get(target); }
    web::testing::Answer get_as_office(std::string const& target) {
        return web::testing::Browser{*site}.with_session("geheim").get(target);
    }
    nlohmann::json api(std::string const& target) { return nlohmann::json::parse(get(target).body); }

    std::unique_ptr<town::World> world;
    std::unique_ptr<web::Site> site;
};
LENKWERK_ON_BOTH_DATABASES(SearchPage);

TEST_P(SearchPage, asks_before_anything_was_asked) {
    auto const page = get("/suche");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.contains("Was suchen Sie?"));
    EXPECT_FALSE(page.contains("Treffer"));
}

TEST_P(SearchPage, says_what_to_do_where_it_finds_nothing) {
    auto const page = get("/suche?q=Einhorn");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.contains("Nichts gefunden zu „Einhorn“"));
    EXPECT_TRUE(page.contains(R"(value="Einhorn")"));
}

TEST_P(SearchPage, shows_one_hit_with_its_kind_and_what_was_found_in_it) {
    index("activity", 7, "Mehr Licht am Ufer", "Die Straßenbeleuchtung wird erneuert.");
    auto const page = get("/suche?q=beleuchtungen");
    EXPECT_TRUE(page.contains("Ein Treffer für „beleuchtungen“"));
    EXPECT_TRUE(page.contains("Tätigkeit"));
    EXPECT_TRUE(page.contains(R"(href="/activity/7")"));
    EXPECT_TRUE(page.contains("<mark>Straßenbeleuchtung</mark>"));
}

TEST_P(SearchPage, leads_through_many_hits_and_to_one_kind_of_them) {
    index_many("topic", 23, "Linde");
    index("place", 1, "Lindenpark");
    auto const page = get("/suche?q=linde");
    EXPECT_TRUE(page.contains("24 Treffer"));
    EXPECT_TRUE(page.contains("rel=\"next\""));
    auto const places = get("/suche?q=linde&art=place");
    EXPECT_TRUE(places.contains("Ein Treffer"));
    EXPECT_FALSE(places.contains("/topic/"));
    auto const first = api("/api/v1/search?q=linde");
    EXPECT_EQ(first.at("hits").size(), 20U);
    EXPECT_EQ(first.at("kinds").at("topic"), 23);
    auto const rest = api("/api/v1/search?q=linde&ab=" + first.at("next").get<std::string>());
    EXPECT_EQ(rest.at("hits").size(), 4U);
    EXPECT_FALSE(rest.contains("next"));
}

TEST_P(SearchPage, advises_another_word_where_there_is_too_much) {
    index_many("topic", 201, "Bank");
    EXPECT_TRUE(get("/suche?q=bank").contains("Mit einem weiteren Wort"));
}

TEST_P(SearchPage, shows_nobody_what_is_not_for_them) {
    index("session", 1, "Krisenstab", "vertraulich", Audience::administration());
    EXPECT_TRUE(get("/suche?q=Krisenstab").contains("Nichts gefunden"));
    EXPECT_EQ(api("/api/v1/search?q=Krisenstab").at("total"), 0);
    EXPECT_TRUE(get_as_office("/suche?q=Krisenstab").contains("Ein Treffer"));
}

TEST_P(SearchPage, escapes_what_was_asked_and_refuses_a_cursor_it_never_wrote) {
    EXPECT_FALSE(get("/suche?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E").contains("<script>alert"));
    EXPECT_EQ(get("/suche?q=x&ab=quatsch").status, 404);
    EXPECT_LT(get("/suche?q=%FF%FE").status, 500);
}

TEST_P(SearchPage, speaks_english) {
    web::testing::Browser browser{*site};
    browser.with_header("accept-language", "en");
    EXPECT_TRUE(browser.get("/suche?q=unicorn").contains("Nothing found for “unicorn”"));
}

}  // namespace
}  // namespace lenkwerk::home
