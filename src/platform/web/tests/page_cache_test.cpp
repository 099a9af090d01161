#include "platform/web/page_cache.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <thread>

namespace lenkwerk::web {
namespace {

using namespace std::chrono_literals;

constexpr Instant kNow{1'800'000'000'000};
constexpr std::string_view kRoute = "/plan";
std::string const kText(4'000, 'x');

class PageCacheTest : public testing::Test {
protected:
    MadePage page(std::string body, std::size_t table = 1) {
        storage::ReadMark mark{.tables = {}, .moment = versions.moment()};
        mark.tables.set(table);
        return {.response = {.body = std::move(body), .caching = Caching::page_cache},
                .mark = mark,
                .valid_until = clock.now() + 1h};
    }
    // What is served for the key where "made N" is the N-th page that had to be made.
    std::string serve(std::string const& key = "/plan", Delivery const& delivery = {}) {
        return *cache.serve(key, kRoute, delivery, clock, [&] { return page("made " + std::to_string(++made)); }).body;
    }
    void change(std::size_t table) {
        storage::TableSet tables;
        versions.bump(tables.set(table));
    }

    SetClock clock{kNow};
    storage::TableVersions versions;
    PageCache cache{versions};
    int made = 0;
};

TEST_F(PageCacheTest, serves_what_it_has) {
    EXPECT_EQ(serve(), "made 1");
    EXPECT_EQ(serve(), "made 1");
    EXPECT_EQ(serve("/andere"), "made 2");
    EXPECT_EQ(cache.counts().hits, 1);
    EXPECT_EQ(cache.counts().made, 2);
    EXPECT_EQ(cache.counts().pages, 2);
}

TEST_F(PageCacheTest, makes_a_page_anew_when_one_of_its_tables_changes) {
    serve();
    change(2);
    EXPECT_EQ(serve(), "made 1");
    change(1);
    EXPECT_EQ(cache.ready("/plan", {}, clock.now()), std::nullopt);
    EXPECT_EQ(serve(), "made 2");
}

TEST_F(PageCacheTest, makes_a_page_anew_when_its_time_is_over) {
    serve();
    clock.advance(59min);
    EXPECT_EQ(serve(), "made 1");
    clock.advance(1min);
    EXPECT_EQ(cache.ready("/plan", {}, clock.now()), std::nullopt);
    EXPECT_EQ(serve(), "made 2");
}

TEST_F(PageCacheTest, a_page_that_was_changed_while_it_was_made_is_not_served_to_the_next) {
    auto const make = [&] {
        auto old = page("old");
        change(1);
        return old;
    };
    EXPECT_EQ(*cache.serve("/plan", kRoute, {}, clock, make).body, "old");
    EXPECT_EQ(serve(), "made 1");
}

TEST_F(PageCacheTest, does_not_keep_a_page_without_a_mark) {
    auto const make = [&] { return MadePage{.response = {.body = "only for you"}}; };
    EXPECT_EQ(*cache.serve("/plan", kRoute, {}, clock, make).body, "only for you");
    EXPECT_EQ(serve(), "made 1");
}

TEST_F(PageCacheTest, makes_a_page_once_however_many_ask) {
    constexpr int kReaders = 8;
    std::latch all_asked{kReaders};
    std::atomic<int> times = 0;
    std::vector<std::thread> readers;
    for (int i = 0; i < kReaders; ++i)
        readers.emplace_back([&] {
            all_asked.count_down();
            auto const reply = cache.serve("/plan", kRoute, {}, clock, [&] {
                all_asked.wait();
                ++times;
                return page("made");
            });
            EXPECT_EQ(*reply.body, "made");
        });
    for (auto& reader : readers) reader.join();
    EXPECT_EQ(times, 1);
}

TEST_F(PageCacheTest, a_page_that_could_not_be_made_is_tried_again) {
    auto const fail = []() -> MadePage { throw std::runtime_error("the database is away"); };
    EXPECT_THROW(cache.serve("/plan", kRoute, {}, clock, fail), std::runtime_error);
    EXPECT_EQ(serve(), "made 1");
}

TEST_F(PageCacheTest, has_nothing_ready_in_a_coding_that_nobody_asked_for) {
    cache.serve("/plan", kRoute, {}, clock, [&] { return page(kText); });
    EXPECT_TRUE(cache.ready("/plan", {}, clock.now()));
    EXPECT_FALSE(cache.ready("/plan", {.coding = Coding::brotli}, clock.now()));
    auto const small = serve("/plan", {.coding = Coding::brotli});
    EXPECT_LT(small.size(), kText.size() / 10);
    EXPECT_EQ(*cache.ready("/plan", {.coding = Coding::brotli}, clock.now())->body, small);
    EXPECT_EQ(made, 0);
}

TEST_F(PageCacheTest, tells_a_browser_that_it_has_the_page_already) {
    serve();
    auto const tag = tag_of(*cache.ready("/plan", {}, clock.now()));
    ASSERT_FALSE(tag.empty());
    auto const again = cache.ready("/plan", {.if_none_match = tag}, clock.now());
    EXPECT_EQ(again->status, 304);
    EXPECT_EQ(again->body, nullptr);
    EXPECT_EQ(cache.ready("/plan", {.if_none_match = "\"other\""}, clock.now())->status, 200);
}

TEST_F(PageCacheTest, drops_what_was_not_used_for_longest_when_it_is_full) {
    PageCache small{versions, 20'000};
    auto const ask = [&](std::string const& key) { small.serve(key, kRoute, {}, clock, [&] { return page(kText); }); };
    ask("/1");
    ask("/2");
    ask("/1");
    ask("/3");
    EXPECT_TRUE(small.ready("/1", {}, clock.now()));
    EXPECT_FALSE(small.ready("/2", {}, clock.now()));
    EXPECT_TRUE(small.ready("/3", {}, clock.now()));
    EXPECT_LE(small.counts().bytes, 20'000);
}

TEST(CanonicalTarget, orders_the_query_and_leaves_out_the_language) {
    EXPECT_EQ(canonical_target("/suche"), "/suche");
    EXPECT_EQ(canonical_target("/suche?"), "/suche");
    EXPECT_EQ(canonical_target("/suche?q=park&feld=3"), canonical_target("/suche?feld=3&&sprache=en&q=park"));
    EXPECT_NE(canonical_target("/suche?a=1&a=2"), canonical_target("/suche?a=2&a=1"));
}

}  // namespace
}  // namespace lenkwerk::web
