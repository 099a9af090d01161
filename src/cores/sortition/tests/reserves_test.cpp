#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>

#include "cores/sortition/reserves/members.hpp"
#include "cores/sortition/reserves/replacement.hpp"
#include "cores/sortition/reserves/reserves.hpp"
#include "cores/sortition/tests/laws.hpp"
#include "cores/sortition/tests/tiny.hpp"
#include "cores/sortition/wording.hpp"

namespace lenkwerk::sortition::reserves {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

template <class T> std::string said(Outcome<T> const& outcome) { return sentence(outcome.problems().front()); }
template <class T> std::string key_of(Outcome<T> const& outcome) { return outcome.problems().front().key; }

// A pool with a panel of the people with the lowest numbers, some of whom leave: whatever the panel, replacing is defined.
struct Case {
    tests::TinyPool tiny;
    ReplacementRequest request;
    explicit Case(std::uint64_t seed) : tiny(tests::tiny_pool(seed)) {
        request.rules = tiny.rules;
        request.seed = "seed";
        for (int person = 0; person < std::ssize(tiny.people.members); ++person) {
            if (person >= tiny.rules.size)
                request.candidates.push_back(person);
            else
                request.panel.push_back(person);
        }
        for (int const person : request.panel) {
            if (seed >> (20 + person) & 1U) request.withdrawn.push_back(person);
        }
    }
    std::vector<int> staying() const {
        std::vector<int> rest;
        for (int const person : request.panel) {
            if (std::ranges::count(request.withdrawn, person) == 0) rest.push_back(person);
        }
        return rest;
    }
};

// Nothing where a household sends more than it may beyond those who stay.
std::optional<Filling> filling_of(Case const& with, std::vector<int> const& chosen) {
    auto const& [people, quotas, rules] = std::tie(with.tiny.people, with.tiny.quotas, with.tiny.rules);
    std::vector<int> have(quotas.rows.size());
    std::map<std::string, int> living;
    for (int const person : with.staying()) {
        ++living[people.members[at(person)].household];
        for (int const row : people.members[at(person)].quotas) ++have[at(row)];
    }
    for (int const person : chosen) {
        auto const& member = people.members[at(person)];
        if (rules.per_household > 0 && !member.household.empty() && ++living[member.household] > rules.per_household)
            return std::nullopt;
        for (int const row : member.quotas) ++have[at(row)];
    }
    Filling filling{rules.size - static_cast<int>(with.staying().size() + chosen.size()), 0};
    for (std::size_t row = 0; row < have.size(); ++row)
        filling.deviation += std::max({0, quotas.rows[row].min - have[row], have[row] - quotas.rows[row].max});
    return filling;
}

// Over all sets of candidates.
Filling brute(Case const& with) {
    auto const& candidates = with.request.candidates;
    std::optional<Filling> best;
    for (unsigned set = 0; set < 1U << candidates.size(); ++set) {
        std::vector<int> chosen;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            if (set >> i & 1U) chosen.push_back(candidates[i]);
        }
        if (chosen.size() > with.request.withdrawn.size()) continue;
        auto const filling = filling_of(with, chosen);
        auto const key = [](Filling const& f) { return std::pair(f.empty, f.deviation); };
        if (filling && (!best || key(*filling) < key(*best))) best = filling;
    }
    return *best;
}

TEST(Replacement, misses_the_quotas_by_no_more_than_any_other_would) {
    tests::holds(3000, [](std::uint64_t seed) {
        Case const with(seed);
        auto const replacement = replace(with.tiny.people, with.tiny.quotas, with.request);
        RC_ASSERT(static_cast<bool>(replacement));
        auto const best = brute(with);
        RC_ASSERT(replacement->filling == best);
        RC_ASSERT(filling_of(with, replacement->chosen) == best);
        RC_ASSERT(replacement->panel.size() == with.staying().size() + replacement->chosen.size());
        RC_ASSERT(replacement->missed.empty() == (best.deviation == 0));
    });
}

TEST(Replacement, is_the_same_by_branch_and_bound_and_by_integer_program) {
    tests::holds(300, [](std::uint64_t seed) {
        Case const with(seed);
        std::vector<std::string> households;
        auto const kinds = kinds_of(with.tiny.people, with.request.candidates, with.tiny.rules, households);
        auto const vacancy =
            vacancy_of(with.tiny.people, with.tiny.quotas, with.tiny.rules, with.staying(), kinds, households);
        RC_ASSERT(best_filling(vacancy, kinds) == best_filling(vacancy, kinds, 0));
    });
}

TEST(Replacement, does_not_depend_on_the_order_of_candidates) {
    tests::holds(300, [](std::uint64_t seed) {
        Case const with(seed);
        auto turned = with.request;
        std::ranges::reverse(turned.candidates);
        RC_ASSERT(replace(with.tiny.people, with.tiny.quotas, with.request)->chosen ==
                  replace(with.tiny.people, with.tiny.quotas, turned)->chosen);
    });
}

// Eight people of two features; a panel of four with two of each value.
struct Town {
    Quotas quotas{"quotas.csv",
                  {"gender", "age"},
                  {{"gender", "female", 2, 2}, {"gender", "male", 2, 2}, {"age", "young", 2, 2}, {"age", "old", 2, 2}},
                  {0, 0, 1, 1}};
    People people{"people.csv", {}};
    ReplacementRequest request;
    Town() {
        for (int i = 0; i < 8; ++i) people.members.push_back({"p" + std::to_string(i), {i % 2, 2 + i / 2 % 2}, {}});
        request = {{4, 0}, {0, 1, 2, 3}, {1}, {4, 5, 6, 7}, "seed"};
    }
};

TEST(Replacement, of_one_member_is_somebody_who_looks_the_same) {
    Town const town;
    auto const replacement = replace(town.people, town.quotas, town.request);
    EXPECT_EQ(replacement->chosen, std::vector<int>{5});
    EXPECT_TRUE(replacement->missed.empty());
}

TEST(Replacement, names_the_quotas_that_cannot_be_kept) {
    Town town;
    town.request.candidates = {4};
    auto const replacement = replace(town.people, town.quotas, town.request);
    EXPECT_EQ(replacement->chosen, std::vector<int>{4});
    ASSERT_EQ(replacement->missed.size(), 2U);
    EXPECT_EQ(replacement->missed[0].quota, 0);
    EXPECT_EQ(replacement->missed[0].have, 3);
}

TEST(Replacement, refuses_who_is_not_on_the_panel_and_a_panel_too_large) {
    Town town;
    town.request.withdrawn = {6};
    EXPECT_EQ(key_of(replace(town.people, town.quotas, town.request)), "sortition.replace.not_on_panel");
    town = {};
    town.request.rules.size = 3;
    EXPECT_EQ(key_of(replace(town.people, town.quotas, town.request)), "sortition.replace.panel_too_large");
    EXPECT_EQ(said(replace(town.people, town.quotas, town.request)),
              "The panel has 4 members, more than its 3 seats; correct --panel or --size.");
}

TEST(Reserves, that_were_all_looked_at_are_no_worse_than_any_other) {
    tests::holds(200, [](std::uint64_t seed) {
        Case const with(seed);
        if (with.request.candidates.size() < 2) return;
        ReservesRequest const request{with.tiny.rules, with.request.panel, 2, 30, "seed"};
        auto const leaving = leaving_with(0.3, with.tiny.quotas);
        auto const reserves = choose_reserves(with.tiny.people, with.tiny.quotas, leaving, request);
        RC_ASSERT(reserves->exhaustive);
        auto const ahead = futures(with.tiny.people, leaving, request.panel, "seed\nchosen by", 30);
        auto const measure = [&](std::vector<int> const& candidates) {
            int sum = 0;
            std::vector<std::string> households;
            auto const kinds = kinds_of(with.tiny.people, candidates, request.rules, households);
            for (auto const& staying : ahead) {
                auto const vacancy =
                    vacancy_of(with.tiny.people, with.tiny.quotas, request.rules, staying, kinds, households);
                sum += best_filling(vacancy, kinds).total(with.tiny.quotas);
            }
            return sum / 30.0;
        };
        RC_ASSERT(std::abs(measure(reserves->optimal.people) - reserves->reached) < 1e-9);
        RC_ASSERT(reserves->bound <= reserves->reached + 1e-9);
        auto const& all = with.request.candidates;
        for (std::size_t i = 0; i < all.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) RC_ASSERT(reserves->reached <= measure({all[j], all[i]}) + 1e-9);
        }
    });
}

// Fifty people of three features and a panel of eight: too many choices to look at all of them.
Case crowd(std::uint64_t seed) {
    Case with(1);
    auto const next = [&](int below) {
        seed = seed * 6364136223846793005U + 1442695040888963407U;
        return static_cast<int>((seed >> 33) % static_cast<std::uint64_t>(below));
    };
    with.tiny.quotas = {"quotas.csv", {"a", "b", "c"}, {}, {}};
    for (int feature = 0; feature < 3; ++feature) {
        for (auto const* value : {"x", "y", "z"}) {
            int const min = 1 + next(2);
            with.tiny.quotas.rows.push_back({with.tiny.quotas.features[at(feature)], value, min, min + 1 + next(2)});
            with.tiny.quotas.feature_of.push_back(feature);
        }
    }
    with.tiny.people.members.clear();
    for (int i = 0; i < 50; ++i) {
        with.tiny.people.members.push_back({"p" + std::to_string(i), {next(3), 3 + next(3), 6 + next(3)}, {}});
    }
    with.request.panel = {0, 1, 2, 3, 4, 5, 6, 7};
    with.tiny.rules = {8, 0};
    return with;
}

TEST(Reserves, found_by_exchanges_are_never_worse_than_by_scaled_quotas) {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        auto const with = crowd(seed);
        ReservesRequest const request{with.tiny.rules, with.request.panel, 5, 10, "seed"};
        auto const leaving = leaving_with(0.4, with.tiny.quotas);
        auto const reserves = choose_reserves(with.tiny.people, with.tiny.quotas, leaving, request);
        EXPECT_FALSE(reserves->exhaustive) << seed;
        EXPECT_EQ(reserves->optimal.people.size(), 5U) << seed;
        auto const missing = [&](Prospect const& prospect) { return prospect.deviation + prospect.empty * 4; };
        EXPECT_NEAR(missing(reserves->optimal.expected), reserves->reached, 1e-9) << seed;
        EXPECT_LE(reserves->reached, missing(reserves->scaled.expected) + 1e-9) << seed;
        EXPECT_LE(reserves->bound, reserves->reached + 1e-9) << seed;
    }
}

TEST(Reserves, are_refused_where_there_is_nothing_to_choose) {
    Town const town;
    auto const leaving = leaving_with(0.2, town.quotas);
    ReservesRequest request{town.request.rules, town.request.panel, 5, 20, "seed"};
    EXPECT_EQ(key_of(choose_reserves(town.people, town.quotas, leaving, request)), "sortition.reserves.number");
    request.number = 2;
    request.scenarios = 0;
    EXPECT_EQ(key_of(choose_reserves(town.people, town.quotas, leaving, request)), "sortition.reserves.scenarios");
}

TEST(Leaving, multiplies_the_odds_of_values) {
    Town const town;
    auto const leaving =
        read_leaving({"l.csv", "feature,value,chance\ngender,male,0.2\nage,old,0.5\n"}, town.quotas, 0.2);
    EXPECT_NEAR(leaving->chance_of(town.people.members[1]), 0.2, 1e-12);
    EXPECT_NEAR(leaving->chance_of(town.people.members[2]), 0.5, 1e-12);
}

TEST(Leaving, is_estimated_higher_for_those_who_left_more_often) {
    Town const town;
    std::string history = "gender,age,left\n";
    for (int i = 0; i < 200; ++i)
        history += i % 2 == 0 ? (i % 10 == 0 ? "female,old,yes\n" : "female,old,no\n")
                              : (i % 3 == 0 ? "male,old,ja\n" : "male,old,0\n");
    auto const leaving = estimate_leaving({"history.csv", history}, town.quotas);
    EXPECT_NEAR(leaving->chance_of({"f", {0, 3}, {}}), 0.2, 0.02);
    EXPECT_NEAR(leaving->chance_of({"m", {1, 3}, {}}), 0.33, 0.02);
}

TEST(Leaving, refuses_by_line_and_column) {
    Town const town;
    auto const rates = [&](std::string const& rows) { return read_leaving({"l.csv", rows}, town.quotas, 0.1); };
    EXPECT_EQ(said(rates("feature,value,chance\nage,old,1.5\n")),
              "l.csv, line 2, column 3: \"1.5\" is not a chance between 0 and 1; write for instance 0.15.");
    EXPECT_EQ(key_of(rates("feature,value,chance\nage,old,x\n")), "sortition.reserves.not_a_chance");
    EXPECT_EQ(key_of(rates("feature,value,chance\nage,blue,0.1\n")), "sortition.reserves.unknown_value");
    EXPECT_EQ(key_of(rates("feature,value\n")), "sortition.people.column_missing");
    EXPECT_EQ(key_of(rates("")), "sortition.input.empty_pool");
    EXPECT_EQ(key_of(estimate_leaving({"h.csv", "gender,age,left\nblue,old,1\n"}, town.quotas)),
              "sortition.reserves.unknown_value");
    auto const history = [&](std::string const& rows) { return estimate_leaving({"h.csv", rows}, town.quotas); };
    EXPECT_EQ(key_of(history("gender,age,left\nmale,old,perhaps\n")), "sortition.reserves.left_or_not");
    EXPECT_EQ(key_of(history("gender,age,left\nmale,old,1\n")), "sortition.reserves.nothing_to_learn");
}

TEST(Members, are_read_with_or_without_a_header_and_refused_by_line) {
    Town const town;
    EXPECT_EQ(*read_members({"panel.txt", "p3\np1\n"}, town.people), (std::vector<int>{3, 1}));
    EXPECT_EQ(*read_members({"panel.csv", "id,name\np3,Anna\n"}, town.people), std::vector<int>{3});
    EXPECT_EQ(said(read_members({"panel.txt", "p3\nq\n"}, town.people)),
              "panel.txt, line 2, column 1: nobody in people.csv has the id \"q\"; correct it or remove the line.");
    EXPECT_EQ(key_of(read_members({"panel.txt", "q\n"}, town.people)), "sortition.members.unknown");
    EXPECT_EQ(key_of(read_members({"panel.txt", "p1\np1\n"}, town.people)), "sortition.members.twice");
    EXPECT_EQ(key_of(read_members({"panel.txt", "id\n"}, town.people)), "sortition.members.none");
}

}  // namespace
}  // namespace lenkwerk::sortition::reserves
