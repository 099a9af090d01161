#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <numeric>

#include "cores/sortition/lottery/files.hpp"
#include "cores/sortition/lottery/merkle.hpp"
#include "cores/sortition/lottery/random_bits.hpp"
#include "cores/sortition/lottery/replay.hpp"
#include "cores/sortition/select.hpp"
#include "cores/sortition/tests/laws.hpp"
#include "cores/sortition/tests/tiny.hpp"

namespace lenkwerk::sortition::lottery {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

std::optional<proof::Certificate> certificate_of(tests::TinyPool const& tiny) {
    SelectionRequest const request{tiny.rules, Objective::leximin, "seed"};
    auto const selection = select(tiny.people, tiny.quotas, request);
    if (!selection) return std::nullopt;
    return certify(*selection, tiny.people, request);
}

std::optional<PublicLottery> lottery_of(tests::TinyPool const& tiny, int number, Rounding rounding) {
    auto const certificate = certificate_of(tiny);
    if (!certificate) return std::nullopt;
    auto lottery = prepare(tiny.people, tiny.quotas, *certificate, number, rounding);
    RC_ASSERT(static_cast<bool>(lottery));
    return *lottery;
}

Salt salt_of(std::string const& text) { return sha256(text); }

TEST(PublicLottery, has_only_feasible_panels_and_keeps_within_the_known_bound) {
    tests::holds(600, [](std::uint64_t seed) {
        auto const tiny = tests::tiny_pool(seed);
        auto const lottery = lottery_of(tiny, seed % 2 == 0 ? 100 : 1000, Rounding::linear_program);
        if (!lottery) return;
        RC_ASSERT(objection_to(*lottery) == "");
        auto const change = change_of(*lottery);
        RC_LOG() << change.largest << " of " << change.known_bound << "\n";
        RC_ASSERT(change.unavoidable <= change.largest + 1e-9);
        RC_ASSERT(change.largest <= change.known_bound + 1e-9);
    });
}

TEST(PublicLottery, by_pipage_has_only_feasible_panels_too) {
    tests::holds(300, [](std::uint64_t seed) {
        auto const lottery = lottery_of(tests::tiny_pool(seed), 100, Rounding::pipage);
        if (lottery) RC_ASSERT(objection_to(*lottery) == "");
    });
}

TEST(PublicLottery, does_not_depend_on_the_order_of_people) {
    tests::holds(300, [](std::uint64_t seed) {
        auto const tiny = tests::tiny_pool(seed);
        auto const certificate = certificate_of(tiny);
        if (!certificate) return;
        auto turned = tiny.people;
        std::ranges::rotate(turned.members, turned.members.begin() + std::ssize(turned.members) / 2);
        for (auto const rounding : {Rounding::pipage, Rounding::linear_program}) {
            auto const one = prepare(tiny.people, tiny.quotas, *certificate, 100, rounding);
            auto const other = prepare(turned, tiny.quotas, *certificate, 100, rounding);
            RC_ASSERT(text_of(*one) == text_of(*other));
        }
    });
}

TEST(PublicLottery, replays_to_the_same_panel_and_to_no_other) {
    tests::holds(300, [](std::uint64_t seed) {
        auto const lottery = lottery_of(tests::tiny_pool(seed), 100, Rounding::linear_program);
        if (!lottery) return;
        auto const salt = salt_of(std::to_string(seed));
        auto const commitment = commit(*lottery, salt);
        auto const opened = opening_from_json("lottery.json", to_json(Opening{*lottery, salt}));
        auto const published = commitment_from_json("commitment.json", to_json(commitment));
        RC_ASSERT(opened && published);
        auto const randomness = from_beacon("value " + std::to_string(seed));
        auto const first = replay(*lottery, salt, commitment, *randomness);
        auto const second = replay(opened->lottery, opened->salt, *published, *randomness);
        RC_ASSERT(first->holds && second->holds);
        RC_ASSERT(first->number == second->number && first->members == second->members);
    });
}

TEST(PublicLottery, does_not_hold_once_anything_is_changed_after_sealing) {
    tests::holds(300, [](std::uint64_t seed) {
        auto const lottery = lottery_of(tests::tiny_pool(seed), 100, Rounding::linear_program);
        if (!lottery) return;
        auto const salt = salt_of("salt");
        auto const commitment = commit(*lottery, salt);
        auto const randomness = from_dice({4, 7}, 10);
        auto const holds_with = [&](auto const& change) {
            auto other = *lottery;
            change(other);
            return replay(other, salt, commitment, *randomness)->holds;
        };
        RC_ASSERT(holds_with([](PublicLottery&) {}));
        RC_ASSERT(!holds_with([](PublicLottery& l) { ++l.entries.front().chance; }));
        RC_ASSERT(!holds_with([](PublicLottery& l) { l.entries.back().id += "x"; }));
        RC_ASSERT(!holds_with([](PublicLottery& l) { ++l.quotas.rows.front().max; }));
        RC_ASSERT(!holds_with([](PublicLottery& l) { l.announced = "another source"; }));
        RC_ASSERT(!holds_with([](PublicLottery& l) { l.panels.pop_back(); }));
        RC_ASSERT(!holds_with([](PublicLottery& l) { l.panels.front() = {0, 0}; }));
        RC_ASSERT(!replay(*lottery, salt_of("other"), commitment, *randomness)->holds);
    });
}

// Every single bit of a proof counts.
TEST(InclusionProof, is_accepted_as_it_is_and_refused_once_tampered_with) {
    tests::holds(100, [](std::uint64_t seed) {
        auto const lottery = lottery_of(tests::tiny_pool(seed), 100, Rounding::linear_program);
        if (!lottery) return;
        auto const salt = salt_of("salt");
        auto const commitment = commit(*lottery, salt);
        for (auto const& entry : lottery->entries) {
            auto const proof = prove_inclusion(*lottery, salt, entry.id);
            RC_ASSERT(is_proven(*proof, commitment));
            RC_ASSERT(*proof_from_json("entry.json", to_json(*proof)) == *proof);
            auto const accepts = [&](auto const& change) {
                auto other = *proof;
                change(other);
                return is_proven(other, commitment);
            };
            RC_ASSERT(!accepts([](InclusionProof& p) { p.id += "x"; }));
            RC_ASSERT(!accepts([](InclusionProof& p) { ++p.chance; }));
            RC_ASSERT(!accepts([](InclusionProof& p) { p.values.front().second += "x"; }));
            RC_ASSERT(!accepts([](InclusionProof& p) { p.panels.push_back(99); }));
            RC_ASSERT(!accepts([&](InclusionProof& p) { p.nonce[seed % 32] ^= 1; }));
            RC_ASSERT(!accepts([&](InclusionProof& p) { p.commitment[seed % 32] ^= 1; }));
            RC_ASSERT(!accepts([](InclusionProof& p) { ++p.index; }));
            RC_ASSERT(!accepts([](InclusionProof& p) { p.path.emplace_back(); }));
            RC_ASSERT(!accepts([&](InclusionProof& p) { p.path.front()[seed % 32] ^= 1; }));
            RC_ASSERT(!accepts([](InclusionProof& p) { p.path.pop_back(); }));
        }
    });
}

TEST(Merkle, proves_each_leaf_at_its_place_and_no_other_place) {
    tests::holds(300, [](std::uint64_t seed) {
        std::size_t const size = 1 + seed % 40;
        std::vector<Digest> leaves;
        for (std::size_t i = 0; i < size; ++i) leaves.push_back(leaf_hash(std::to_string(seed + i)));
        auto const root = merkle_root(leaves);
        auto const own = static_cast<std::size_t>(seed / 64 % size);
        auto const path = inclusion_path(leaves, own);
        for (std::size_t i = 0; i < size + 3; ++i)
            RC_ASSERT(is_included(leaves[own], i, size, path, root) == (i == own));
    });
}

TEST(Pipage, rounds_every_share_up_or_down_and_sums_to_the_number) {
    tests::holds(1000, [](std::uint64_t seed) {
        RandomBits bits(std::to_string(seed));
        std::vector<WeightedPanel> panels(1 + bits.below(12));
        double sum = 0;
        for (auto& panel : panels) sum += panel.weight = static_cast<double>(1 + bits.below(1000));
        for (auto& panel : panels) panel.weight /= sum;
        int const number = 1 + static_cast<int>(bits.below(200));
        auto const copies = pipage(panels, number, "seed");
        auto const units = in_units(panels, number);
        RC_ASSERT(std::accumulate(copies.begin(), copies.end(), 0) == number);
        for (std::size_t i = 0; i < panels.size(); ++i) {
            RC_ASSERT(copies[i] >= units[i] / kUnit && copies[i] <= (units[i] + kUnit - 1) / kUnit);
        }
    });
}

// Two panels of a half share each of one seat: over the seeds both come up as often.
TEST(Pipage, keeps_the_expectation) {
    std::vector<WeightedPanel> const panels{{{}, 0.3}, {{}, 0.5}, {{}, 0.2}};
    std::vector<int> times(3);
    int const runs = 4000;
    for (int run = 0; run < runs; ++run) {
        auto const copies = pipage(panels, 1, std::to_string(run));
        for (std::size_t i = 0; i < 3; ++i) times[i] += copies[i];
    }
    // Four standard errors of a proportion are below 0.032.
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_NEAR(times[i] / double{runs}, panels[at(static_cast<int>(i))].weight, 0.032);
}

}  // namespace
}  // namespace lenkwerk::sortition::lottery
