#include "sample.hpp"

#include <rapidcheck.h>

#include <cmath>
#include <limits>

namespace lenkwerk::storage::tests {
namespace {

class Values : public SampleTest {};
LENKWERK_ON_BOTH_DATABASES(Values);

TEST_P(Values, come_back_as_they_went_in) {
    auto const park = plant("Westpark");
    auto const tree = world->write(town::office(), [&](Transaction& tx) {
        tx.record({"parks.planted", {"park", park}});
        return tx.insert(
            "INSERT INTO park_trees (park_id, height, planted, photo) VALUES ($1, $2, $3, $4) RETURNING id",
            {park, 12.5, Day::of(1899, 4, 7), Bytes{std::string("\0\xFF\\x", 4)}});
    });
    world->read([&](Reader const& reader) {
        auto const seen = reader.first("SELECT id, height, planted, photo FROM park_trees WHERE id = $1", {tree},
                                       [&](Row const& row) {
                                           EXPECT_EQ(row.number(0), tree);
                                           EXPECT_EQ(row.real(1), 12.5);
                                           EXPECT_EQ(row.day(2), Day::of(1899, 4, 7));
                                           EXPECT_EQ(row.bytes(3).content, std::string("\0\xFF\\x", 4));
                                           return true;
                                       });
        EXPECT_TRUE(seen);
    });
}

TEST_P(Values, keep_every_whole_number_and_every_real_one) {
    world->read([](Reader const& reader) {
        for (auto const number : {std::numeric_limits<std::int64_t>::min(), std::int64_t{-1},
                                  std::int64_t{5'000'000'000}, std::numeric_limits<std::int64_t>::max()})
            EXPECT_EQ(reader.number("SELECT $1", {number}), number);
        EXPECT_EQ(reader.number("SELECT $1 - 1", {std::int64_t{5'000'000'000}}), 4'999'999'999);
        EXPECT_TRUE(rc::check([&](double real) {
            auto const back = reader.first("SELECT $1", {real}, [](Row const& row) { return row.real(0); });
            RC_ASSERT(back == real);
        }));
    });
}

TEST_P(Values, keep_every_text) {
    world->read([](Reader const& reader) {
        for (std::string const text : {"", "'", "Straße \U0001F333", "a\nb", "$1", "\\x41", "NULL"})
            EXPECT_EQ(reader.first("SELECT $1", {text}, [](Row const& row) { return row.text(0); }), text);
    });
}

TEST_P(Values, tell_null_from_empty_and_zero) {
    world->read([](Reader const& reader) {
        reader.each("SELECT CAST($1 AS TEXT), CAST($2 AS BIGINT), ''", {nullptr, std::optional<std::int64_t>{}},
                    [](Row const& row) {
                        EXPECT_TRUE(row.is_null(0));
                        EXPECT_EQ(row.maybe_text(0), std::nullopt);
                        EXPECT_EQ(row.maybe_number(1), std::nullopt);
                        EXPECT_EQ(row.maybe_text(2), "");
                        EXPECT_THROW((void)row.text(0), std::logic_error);
                        EXPECT_THROW((void)row.number(1), std::logic_error);
                    });
    });
}

TEST_P(Values, refuse_another_type_and_a_column_that_is_not_there) {
    world->read([](Reader const& reader) {
        reader.each("SELECT $1, $2", {"text", 7}, [](Row const& row) {
            EXPECT_THROW((void)row.number(0), std::logic_error);
            EXPECT_THROW((void)row.text(1), std::logic_error);
            EXPECT_THROW((void)row.number(2), std::logic_error);
            EXPECT_EQ(row.real(1), 7.0);
        });
    });
}

TEST_P(Values, count_sums_and_comparisons_as_whole_numbers) {
    plant("Westpark");
    plant("Ostpark");
    EXPECT_EQ(count("SELECT count(*) FROM parks"), 2);
    EXPECT_EQ(count("SELECT sum(id) FROM parks"), 3);
    EXPECT_EQ(count("SELECT 1 = 1"), 1);
}

TEST_P(Values, one_parameter_may_stand_twice_and_values_must_match_parameters) {
    world->read([](Reader const& reader) {
        EXPECT_EQ(reader.number("SELECT $1 + $2 + $1", {20, 2}), 42);
        EXPECT_ANY_THROW((void)reader.number("SELECT $1 + $2", {1}));
        EXPECT_ANY_THROW((void)reader.number("SELECT $1", {1, 2}));
    });
}

TEST_P(Values, the_same_statement_takes_null_and_numbers) {
    world->read([](Reader const& reader) {
        for (int round = 0; round < 2; ++round) {
            EXPECT_FALSE(reader.exists("SELECT 1 FROM parks WHERE id = $1", {nullptr}));
            EXPECT_FALSE(reader.exists("SELECT 1 FROM parks WHERE id = $1", {7}));
        }
    });
}

TEST_P(Values, may_see_is_the_definition_in_base) {
    std::vector<std::string> const viewers{"public", "*", "public administration",
                                           "public administration body body:3 body:7"};
    std::vector<std::string> const audiences{"public", "administration", "body", "body:3", "body:7", "body:37"};
    world->read([&](Reader const& reader) {
        for (auto const& viewer : viewers)
            for (auto const& audience : audiences)
                EXPECT_EQ(reader.exists("SELECT 1 WHERE may_see($1, $2)", {viewer, audience}),
                          Viewer::may_see(viewer, audience))
                    << viewer << " / " << audience;
    });
}

TEST_P(Values, names_are_ordered_as_german_readers_expect) {
    for (auto const* name : {"Zoo", "Äcker", "Bach", "Allee", "ägypten"}) plant(name);
    auto const names = world->read([](Reader const& reader) {
        return reader.all("SELECT name FROM parks ORDER BY name COLLATE german", {},
                          [](Row const& row) { return row.text(0); });
    });
    EXPECT_EQ(names, (std::vector<std::string>{"Äcker", "ägypten", "Allee", "Bach", "Zoo"}));
}

}  // namespace
}  // namespace lenkwerk::storage::tests
