#include "modules/bodies/module.hpp"
#include "modules/home/commands/pages.hpp"
#include "modules/home/module.hpp"
#include "modules/home/store/pages.hpp"
#include "modules/measures/module.hpp"
#include "modules/people/module.hpp"
#include "modules/places/module.hpp"
#include "modules/plan/module.hpp"
#include "platform/settings.hpp"
#include "platform/web/testing/browser.hpp"
#include "town/world.hpp"

namespace lenkwerk::home {
namespace {

using Keys = std::vector<std::string>;

template <class T> Keys keys(Outcome<T> const& outcome) {
    Keys found;
    if (!outcome)
        for (auto const& problem : outcome.problems()) found.push_back(problem.key);
    return found;
}

TEST(ContentPage, takes_its_title_from_the_first_line) {
    auto const page = page_of_file("# Impressum\n\nStadt Musterstadt\n");
    EXPECT_EQ(page.title, "Impressum");
    EXPECT_EQ(page.text, "Stadt Musterstadt");
    EXPECT_EQ(page_of_file("Allein").title, "Allein");
}

TEST(ContentPage, says_what_is_wrong) {
    EXPECT_EQ(keys(check_page({" ", "x"})), Keys{"home.page.title_missing"});
    EXPECT_EQ(keys(check_page({std::string(201, 'x'), ""})), Keys{"home.page.too_long"});
}

class ContentPages : public town::StoreTest {};
LENKWERK_ON_BOTH_DATABASES(ContentPages);

TEST_P(ContentPages, are_written_by_the_office_alone) {
    town::World world{
        GetParam(),
        {people::module(), plan::module(), places::module(), measures::module(), bodies::module(), home::module()}};
    auto const save = [&](access::Actor const& actor, std::string address, std::int64_t version) {
        return world.write(actor, [&](auto& tx) { return save_page(tx, address, {"Impressum", "Text"}, version); });
    };
    EXPECT_EQ(keys(save(town::department(), "impressum", 0)), Keys{"access.denied"});
    EXPECT_EQ(keys(save(town::office(), "preise", 0)), Keys{"home.page.unknown"});
    EXPECT_TRUE(save(town::office(), "impressum", 0));
    EXPECT_EQ(keys(save(town::office(), "impressum", 0)), Keys{"form.changed_meanwhile"});
    EXPECT_TRUE(save(town::office(), "impressum", 1));
}

TEST_P(ContentPages, say_how_a_city_is_set_up_where_there_is_none) {
    town::World world{
        GetParam(),
        {people::module(), plan::module(), places::module(), measures::module(), bodies::module(), home::module()}};
    web::Site site{world.city()};
    web::testing::Browser visitor{site};
    EXPECT_TRUE(visitor.get("/").contains("lenkwerk init --help"));
    world.write(town::office(), [](auto& tx) { change_setting(tx, "city.name", "Musterstadt"); });
    EXPECT_FALSE(visitor.get("/").contains("lenkwerk init"));
    EXPECT_TRUE(visitor.get("/").contains("Musterstadt"));
}

}  // namespace
}  // namespace lenkwerk::home
