#pragma once
// Numbered, equally likely panels of people: what is sealed before, and what balls or dice decide on in public.
#include <cstdint>
#include <string>
#include <vector>

#include "base/outcome.hpp"
#include "cores/sortition/lottery/rounding.hpp"
#include "cores/sortition/pool.hpp"
#include "cores/sortition/proof/certificate.hpp"

namespace lenkwerk::sortition::lottery {

constexpr int kMostPanels = 1'000'000;

struct Entry {
    std::string id;
    std::vector<int> quotas;  // index into PublicLottery::quotas, one a feature
    int household = 0;  // 1, 2, … for households with several people in the pool, by their smallest id; otherwise 0
    std::int64_t chance = 0;  // of the exact lottery, in billionths
    bool operator==(Entry const&) const = default;
};

struct PublicLottery {
    PanelRules rules;
    std::string objective;
    Rounding rounding = Rounding::linear_program;
    Quotas quotas;
    std::vector<Entry> entries;            // ascending by the bytes of their ids
    std::vector<std::vector<int>> panels;  // the number is the place, from 0; indices of entries, ascending; sorted
    // Where and when the randomness is drawn, in words: sealed too, so that nobody can choose between sources afterwards.
    std::string announced = {};
};

// The lottery of a certificate, rounded to `number` panels. The order of `people` changes nothing.
// Refused: numbers of panels outside 1 … kMostPanels, a certificate that is about other people, quotas or households.
Outcome<PublicLottery> prepare(People const& people, Quotas const& quotas, proof::Certificate const& certificate,
                               int number, Rounding rounding);

// What rounding did to people's chances, all in probabilities.
struct RoundingChange {
    double largest = 0;      // of anybody
    double unavoidable = 0;  // by any rounding: chances have to be multiples of 1/number
    // size/number, by Beck and Fiala: some rounding keeps within it (Flanigan, Kehne, Procaccia 2021, section 3).
    double known_bound = 0;
    double mean = 0;
};
RoundingChange change_of(PublicLottery const& lottery);

// In how many panels each entry is.
std::vector<int> panels_per_entry(PublicLottery const& lottery);

// "007" of 1,000 panels: as many digits as the largest number has.
std::string padded(int panel, std::size_t panels);

}  // namespace lenkwerk::sortition::lottery
