#include "platform/city.hpp"

#include "platform/embedded.hpp"
#include "platform/storage/idempotency.hpp"
#include "town/world.hpp"

namespace lenkwerk {
namespace {

class CityTest : public town::StoreTest {};
LENKWERK_ON_BOTH_DATABASES(CityTest);

TEST_P(CityTest, knows_its_settings_as_they_stand_now) {
    town::World world{GetParam()};
    EXPECT_EQ(world.city().settings()->city_name, "");
    world.write(town::administrator(),
                [](storage::Transaction& tx) { change_setting(tx, "city.name", "Musterstadt"); });
    EXPECT_EQ(world.city().settings()->city_name, "Musterstadt");
    world.write(town::administrator(), [](storage::Transaction& tx) { change_setting(tx, "city.name", "Neustadt"); });
    EXPECT_EQ(world.city().settings()->city_name, "Neustadt");
    EXPECT_EQ(world.read([](storage::Reader const& reader) { return setting(reader, "city.name"); }), "Neustadt");
}

TEST_P(CityTest, an_answer_is_kept_for_two_days_and_for_its_sender) {
    town::World world{GetParam()};
    auto const ask = [&](access::Actor const& actor) {
        return world.write(actor, [](storage::Transaction& tx) { return storage::earlier_answer(tx, "k"); });
    };
    world.write(town::office(), [](storage::Transaction& tx) { storage::keep_answer(tx, "k", "/parks/1"); });
    EXPECT_EQ(ask(town::office()), "/parks/1");
    EXPECT_EQ(ask(town::member()), std::nullopt);
    world.clock().advance(std::chrono::hours{49});
    EXPECT_EQ(world.database().keep(world.clock(), storage::forget_answers), 1);
    EXPECT_EQ(ask(town::office()), std::nullopt);
}

TEST(City, refuses_modules_out_of_order) {
    town::World world{storage::Dialect::sqlite};
    auto const with = [&](std::vector<Module> modules) {
        City const city{storage::Database::open(world.address()), world.clock(), std::move(modules)};
    };
    EXPECT_THROW(with({{.name = "a", .needs = {"b"}}, {.name = "b"}}), std::logic_error);
    EXPECT_THROW(with({{.name = "a"}, {.name = "a"}}), std::logic_error);
    EXPECT_NO_THROW(with({{.name = "b"}, {.name = "a", .needs = {"b"}}}));
}

TEST(City, speaks_the_languages_of_its_files) {
    town::World world{storage::Dialect::sqlite};
    EXPECT_EQ(world.city().languages(), (std::vector<std::string>{"de", "en"}));
    EXPECT_EQ(world.city().locale("de-AT").tag(), "de");
    EXPECT_EQ(world.city().locale("en").tag(), "en");
    EXPECT_EQ(world.city().locale("fr").tag(), "de");
}

TEST(Embedded, carries_the_files_of_the_schema_whole) {
    auto const files = embedded_files("platform/storage/migrations/");
    ASSERT_GE(files.size(), 2U);
    EXPECT_EQ(files[0].name, "platform/storage/migrations/20261123_0400_platform.sql");
    EXPECT_NE(files[0].content.find("CREATE TABLE table_versions"), std::string_view::npos);
    EXPECT_EQ(files[0].content.back(), '\n');
    EXPECT_EQ(embedded_file(files[0].name), files[0].content);
    EXPECT_THROW((void)embedded_file("platform/storage/none.sql"), std::out_of_range);
}

}  // namespace
}  // namespace lenkwerk
