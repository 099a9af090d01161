#include "platform/storage/page.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace lenkwerk {
namespace {

TEST(Cursor, reads_back_what_it_writes) {
    EXPECT_TRUE(rc::check([](std::string const& text, std::int64_t id) {
        Cursor const cursor{text, id};
        RC_ASSERT(Cursor::read(cursor.write()) == cursor);
    }));
}

TEST(Cursor, refuses_what_it_did_not_write) {
    for (auto const* written : {"", "%", "eHg", "NQ"}) EXPECT_THROW(Cursor::read(written), BadCursor) << written;
}

TEST(Page, goes_on_only_where_one_item_too_many_was_found) {
    auto const cursor_of = [](int last) { return Cursor{"", last}; };
    EXPECT_FALSE(page_of(std::vector{1, 2}, 2, cursor_of).next);
    auto const page = page_of(std::vector{1, 2, 3}, 2, cursor_of);
    EXPECT_EQ(page.items, (std::vector{1, 2}));
    EXPECT_EQ(Cursor::read(page.next), (Cursor{"", 2}));
}

}  // namespace
}  // namespace lenkwerk
