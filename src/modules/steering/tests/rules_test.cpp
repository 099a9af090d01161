#include "modules/steering/rules/finding.hpp"
#include "modules/steering/rules/overview.hpp"
#include "modules/steering/rules/signal.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace lenkwerk::steering {
namespace {

using Keys = std::vector<std::string>;
template <class T> Keys keys(Outcome<T> const& refused) {
    Keys found;
    for (auto const& problem : refused.problems()) found.push_back(problem.key);
    return found;
}

Day const kToday = Day::of(2026, 11, 23);

TEST(Finding, has_a_perspective_a_text_and_a_source) {
    EXPECT_TRUE(check_finding({plan::TopicId{1}, "inclusion", "Eine Rampe fehlt.", "Begehung"}));
    EXPECT_EQ(keys(check_finding({plan::TopicId{1}, "height", " ", ""})),
              (Keys{"steering.finding.perspective_unknown", "steering.finding.text_missing",
                    "steering.finding.source_missing"}));
    EXPECT_EQ(keys(check_finding({plan::TopicId{1}, "inclusion", std::string(1001, 'x'), std::string(301, 'x')})),
              (Keys{"steering.finding.too_long", "steering.finding.too_long"}));
}

TEST(Signal, has_a_title) {
    EXPECT_TRUE(check_signal({bodies::BodyId{1}, "Sturm", ""}));
    EXPECT_EQ(keys(check_signal({bodies::BodyId{1}, "", std::string(5001, 'x')})),
              (Keys{"steering.signal.title_missing", "steering.signal.too_long"}));
}

TEST(Signal, is_answered_with_a_reason_and_not_before_it_was_filed) {
    EXPECT_TRUE(check_reaction({"no_action", "Einzelfall.", kToday}, kToday, kToday));
    EXPECT_EQ(keys(check_reaction({"noted", "", kToday - 1}, kToday, kToday)),
              (Keys{"steering.signal.reaction_unknown", "steering.signal.reason_missing",
                    "steering.signal.day_out_of_range"}));
    EXPECT_EQ(keys(check_reaction({"measure", "x", kToday + 1}, kToday, kToday)),
              Keys{"steering.signal.day_out_of_range"});
}

TEST(Words, of_forms_and_news_are_read_as_they_are_written) {
    for (auto const form : kForms) EXPECT_EQ(form_of(word(form)), form);
    for (auto const news : {News::none, News::added, News::phase, News::reported}) EXPECT_EQ(news_of(word(news)), news);
    EXPECT_FALSE(form_of("secret") || news_of("gossip"));
}

Entry any_entry() {
    Entry entry;
    entry.phase = *rc::gen::element<std::string>("idea", "planned", "running", "done", "stopped");
    entry.freshness = *rc::gen::element<std::string>("none", "fresh", "due", "overdue", "stale");
    entry.lateness = *rc::gen::element<std::string>("none", "start", "end");
    entry.news = *rc::gen::element(News::none, News::added, News::phase, News::reported);
    entry.serves_goal = *rc::gen::arbitrary<bool>();
    return entry;
}

TEST(Counts, of_the_fields_add_up_to_the_whole) {
    EXPECT_TRUE(rc::check([] {
        Overview overview;
        std::vector<Entry> all;
        for (int fields = *rc::gen::inRange(0, 5); fields > 0; --fields) {
            FieldPart field;
            for (int entries = *rc::gen::inRange(0, 10); entries > 0; --entries) field.entries.push_back(any_entry());
            all.insert(all.end(), field.entries.begin(), field.entries.end());
            overview.fields.push_back(field);
        }
        sum_up(overview);
        RC_ASSERT(overview.counts == count(all));
        int phases = 0;
        for (auto const& [phase, number] : overview.counts.by_phase) phases += number;
        RC_ASSERT(phases == overview.counts.activities);
    }));
}

}  // namespace
}  // namespace lenkwerk::steering
