// The page on privacy: every table that either database has says why it is there, whose data are in it and how long.
#include "app/modules.hpp"
#include "platform/storage/columns.hpp"
#include "platform/web/site.hpp"
#include "town/browsers.hpp"
#include "town/world.hpp"

#include <gmock/gmock.h>

namespace lenkwerk::app {
namespace {

using testing::HasSubstr;

class Privacy : public town::StoreTest {};
LENKWERK_ON_BOTH_DATABASES(Privacy);

TEST_P(Privacy, every_table_has_its_purpose_its_persons_and_its_end_in_every_language) {
    town::World world{GetParam(), app::modules()};
    auto const tables = world.read([](storage::Reader const& reader) { return storage::tables_of(reader); });
    EXPECT_GT(tables.size(), 50U);
    for (auto const* const language : {"de", "en"})
        for (auto const& table : tables)
            for (auto const* const what : {".why", ".who", ".until"})
                EXPECT_TRUE(world.city().locale(language).knows("tables." + table + what))
                    << "no text in " << language << ": tables." << table << what;
}

TEST_P(Privacy, the_page_lists_them_all_with_or_without_a_mark) {
    town::World world{GetParam(), app::modules()};
    auto const tables = world.read([](storage::Reader const& reader) { return storage::tables_of(reader); });
    world.write(town::office(), [](storage::Transaction& tx) {
        tx.change("INSERT INTO home_pages (address, title, text, version) VALUES ('datenschutz', 'Datenschutz', $1, 1)",
                  {"Vorher"});
        tx.record({"home.page_saved", {"page", 1}});
    });
    web::Site site{world.city()};
    web::testing::Browser browser{site};
    auto const page = browser.get("/datenschutz").body;
    EXPECT_THAT(page, HasSubstr("Vorher"));
    for (auto const& table : tables) EXPECT_THAT(page, HasSubstr(">" + table + "<"));
}

}  // namespace
}  // namespace lenkwerk::app
