// What an address asks for: read where it can be, a problem at the parameter's name where not.
#include "platform/web/query.hpp"

#include <gtest/gtest.h>

namespace lenkwerk::web {
namespace {

std::optional<int> one_or_two(std::string_view word) {
    return word == "one" ? std::optional{1} : word == "two" ? std::optional{2} : std::nullopt;
}

using Named = std::vector<std::pair<std::string, std::string>>;  // parameter and key

Named problems(Query const& query) {
    Named found;
    for (auto const& problem : query.problems()) found.emplace_back(problem.field, problem.key);
    return found;
}

TEST(Query, reads_words_numbers_and_days) {
    auto const fields = Fields::from_query("w=two&n=7&d=2026-03-01&empty=");
    Query query(fields);
    EXPECT_EQ(query.word("w", one_or_two, "one, two"), 2);
    EXPECT_EQ(query.number("n"), 7);
    EXPECT_EQ(query.day("d"), Day::of(2026, 3, 1));
    EXPECT_EQ(query.word("empty", one_or_two, "one, two"), std::nullopt);
    EXPECT_EQ(query.number("absent"), std::nullopt);
    EXPECT_EQ(query.day("empty"), std::nullopt);
    EXPECT_EQ(problems(query), Named{});
}

TEST(Query, notes_what_it_cannot_read_at_the_name) {
    auto const fields = Fields::from_query("w=three&n=-1&m=7x&d=2026-02-30");
    Query query(fields);
    EXPECT_EQ(query.word("w", one_or_two, "one, two"), std::nullopt);
    query.number("n");
    query.number("m");
    query.day("d");
    Named const expected{{"w", "common.query.word_unknown"},
                         {"n", "common.query.number_wrong"},
                         {"m", "common.query.number_wrong"},
                         {"d", "common.query.day_wrong"}};
    EXPECT_EQ(problems(query), expected);
}

TEST(Query, knows_the_language_everywhere_and_no_other_name) {
    auto const fields = Fields::from_query("sprache=en&w=one&v=1");
    Query query(fields);
    query.expect({"w", "n"});
    EXPECT_EQ(problems(query), (Named{{"v", "common.query.name_unknown"}}));
}

}  // namespace
}  // namespace lenkwerk::web
