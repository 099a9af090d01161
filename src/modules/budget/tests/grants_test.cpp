#include "modules/budget/commands/amounts.hpp"
#include "modules/budget/module.hpp"
#include "modules/budget/store/amounts.hpp"
#include "modules/measures/module.hpp"
#include "modules/people/module.hpp"
#include "modules/places/module.hpp"
#include "modules/plan/module.hpp"
#include "town/world.hpp"

namespace lenkwerk::budget {
namespace {

using Keys = std::vector<std::string>;
template <class T> Keys keys(Outcome<T> const& outcome) {
    Keys found;
    if (!outcome)
        for (auto const& problem : outcome.problems()) found.push_back(problem.key);
    return found;
}

Subject const kPaper{"paper", 7};
LineFacts const kLine{"Amt 93", "93013101 0004", "541710", "Dienstleistungen"};

Grants grants(std::vector<AmountFacts> const& amounts, Audience const& audience = Audience::everyone()) {
    Grants granted{kPaper, "26093-22", "/vorlagen/7", std::nullopt, audience, {}};
    for (auto const& amount : amounts) granted.grants.push_back({kLine, amount});
    return granted;
}
AmountFacts const kFirst{2023, 2023, Basis::not_stated, {5'000'000}},
    kLater{2024, 2026, Basis::not_stated, {5'000'000}};

class GrantsStore : public town::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        world = std::make_unique<town::World>(
            GetParam(), std::vector{people::module(), plan::module(), places::module(), measures::module(), module()});
    }
    Outcome<int> keep(Grants const& all, access::Actor const& actor = town::office()) {
        return world->write(actor, [&](auto& tx) { return keep_grants(tx, all); });
    }
    std::vector<store::Amount> standing(Viewer const& viewer = Viewer::visitor()) {
        return world->read([&](auto& reader) { return store::amounts_of_source(reader, viewer, kPaper); });
    }
    Outcome<LineId> state(Basis basis, std::string words, std::int64_t version,
                          access::Actor const& actor = town::office()) {
        auto const id = standing(Viewer::everything()).back().id;
        return world->write(actor, [&](auto& tx) { return state_basis(tx, {id, basis, words, version}); });
    }
    std::unique_ptr<town::World> world;
};
LENKWERK_ON_BOTH_DATABASES(GrantsStore);

TEST_P(GrantsStore, keeps_what_a_paper_grants_and_nothing_twice) {
    EXPECT_EQ(*keep(grants({kFirst, kLater})), 2);
    EXPECT_EQ(standing().size(), 2U);
    EXPECT_EQ(standing().front().facts, kFirst);
    EXPECT_EQ(standing().front().line.facts, kLine);
    EXPECT_EQ(*keep(grants({kFirst, kLater})), 0);
    EXPECT_EQ(standing().size(), 2U);
}

TEST_P(GrantsStore, changes_and_ends_with_the_paper) {
    ASSERT_TRUE(keep(grants({kFirst, kLater})));
    auto more = kFirst;
    more.cents = {6'000'000};
    EXPECT_EQ(*keep(grants({more})), 2);
    ASSERT_EQ(standing().size(), 1U);
    EXPECT_EQ(standing().front().facts.cents, Cents{6'000'000});
    auto const line = standing().front().line.id;
    auto const all = world->read([&](auto& reader) { return store::amounts_of_line(reader, Viewer::visitor(), line); });
    ASSERT_EQ(all.size(), 2U) << "what has ended stays with its line";
    EXPECT_TRUE(all.back().ended_at);
}

TEST_P(GrantsStore, are_seen_by_whoever_sees_the_paper) {
    ASSERT_TRUE(keep(grants({kFirst}, Audience::administration())));
    EXPECT_TRUE(standing().empty());
    ASSERT_TRUE(world->write(town::office(), [](auto& tx) { return show_grants(tx, kPaper, Audience::everyone()); }));
    EXPECT_EQ(standing().size(), 1U);
}

TEST_P(GrantsStore, keep_the_basis_that_the_office_stated) {
    ASSERT_TRUE(keep(grants({kFirst, kLater})));
    EXPECT_EQ(keys(state(Basis::per_year, " ", 1)), Keys{"budget.amount.statement_missing"});
    EXPECT_EQ(keys(state(Basis::per_year, std::string(301, 'x'), 1)), Keys{"budget.amount.statement_too_long"});
    ASSERT_TRUE(state(Basis::per_year, "Auskunft der Kämmerei", 1));
    EXPECT_EQ(keys(state(Basis::total, "Auskunft", 1)), Keys{"form.changed_meanwhile"});
    EXPECT_EQ(*keep(grants({kFirst, kLater})), 0);
    EXPECT_EQ(standing().back().facts.basis, Basis::per_year);
    EXPECT_EQ(standing().back().statement, "Auskunft der Kämmerei");
    ASSERT_TRUE(state(Basis::not_stated, "", 2));
    EXPECT_TRUE(standing().back().statement.empty());
}

TEST_P(GrantsStore, are_the_offices_alone) {
    ASSERT_TRUE(keep(grants({kFirst})));
    for (auto const& actor : {town::visitor(), town::member(), town::department(), town::auditor()}) {
        EXPECT_EQ(keys(keep(grants({kFirst}), actor)), Keys{"access.denied"});
        EXPECT_EQ(keys(state(Basis::total, "x", 1, actor)), Keys{"access.denied"});
        EXPECT_EQ(keys(world->write(actor, [](auto& tx) { return show_grants(tx, kPaper, Audience::everyone()); })),
                  Keys{"access.denied"});
    }
    EXPECT_EQ(keys(world->write(town::office(),
                                [](auto& tx) { return state_basis(tx, {AmountId{99}, Basis::total, "x", 1}); })),
              Keys{"budget.amount.unknown"});
}

}  // namespace
}  // namespace lenkwerk::budget
