#pragma once
// Surveys drawn from an invented town, to see how often the intervals hold the truth.
#include <cmath>
#include <random>

#include "cores/survey_statistics/intervals.hpp"
#include "cores/survey_statistics/weighting.hpp"

namespace lenkwerk::survey_statistics::simulation {

inline constexpr std::size_t kStrata = 6;
inline constexpr std::size_t kPerStratum = 2000;
inline constexpr std::size_t kDrawn = 60;

// A town of six districts; in each another share feels unsafe. One seed, one town.
struct Town {
    std::vector<double> unsafe;
    double share = 0;
};
inline Town town(std::uint64_t seed) {
    std::mt19937_64 random(seed);
    Town result;
    for (std::size_t h = 0; h < kStrata; ++h) {
        auto const rate = 0.15 + 0.1 * static_cast<double>(h);
        for (std::size_t i = 0; i < kPerStratum; ++i) {
            auto const u = static_cast<double>(random() >> 11) * 0x1.0p-53;
            result.unsafe.push_back(u < rate ? 1 : 0);
            result.share += result.unsafe.back();
        }
    }
    result.share /= static_cast<double>(result.unsafe.size());
    return result;
}

struct Drawn {
    ProbabilitySample sample;
    std::vector<double> answers;
    Factor district;
};
// A stratified sample without replacement; the later districts are drawn twice as densely.
inline Drawn draw(Town const& town, std::mt19937_64& random) {
    StageDescription stage;
    SampleDescription description;
    std::vector<double> answers;
    Factor district{{}, {"1", "2", "3", "4", "5", "6"}};
    for (std::size_t h = 0; h < kStrata; ++h) {
        auto const count = h < kStrata / 2 ? kDrawn : 2 * kDrawn;
        std::vector<std::size_t> people(kPerStratum);
        for (std::size_t i = 0; i < kPerStratum; ++i) people[i] = h * kPerStratum + i;
        for (std::size_t k = 0; k < count; ++k) {
            std::swap(people[k], people[k + random() % (kPerStratum - k)]);
            answers.push_back(town.unsafe[people[k]]);
            stage.stratum.push_back(static_cast<std::uint32_t>(h));
            stage.population.push_back(kPerStratum);
            district.codes.push_back(static_cast<std::int32_t>(h));
        }
    }
    description.rows = answers.size();
    description.stages.push_back(std::move(stage));
    auto sample = probability_sample(std::move(description));
    if (!sample) throw std::logic_error(sample.problems().front().key);
    return {std::move(*sample), std::move(answers), std::move(district)};
}

// How many of `surveys` 95 % intervals hold the town's share.
inline std::size_t covered(std::size_t surveys, std::uint64_t seed, ProportionMethod method) {
    auto const place = town(seed);
    std::mt19937_64 random(seed + 1);
    std::size_t count = 0;
    for (std::size_t s = 0; s < surveys; ++s) {
        auto const drawn = draw(place, random);
        auto const share = means(drawn.sample, {{"unsafe", drawn.answers}});
        if (!share) throw std::logic_error(share.problems().front().key);
        auto const interval = proportion_interval({share->values[0], share->covariance(0, 0),
                                                   static_cast<double>(share->respondents), share->degrees_of_freedom},
                                                  method, 0.95);
        if (!interval) throw std::logic_error(interval.problems().front().key);
        count += interval->lower <= place.share && place.share <= interval->upper;
    }
    return count;
}

// Three Monte-Carlo standard errors around 95 %.
inline double bound(std::size_t surveys) { return 3 * std::sqrt(0.95 * 0.05 / static_cast<double>(surveys)); }

}  // namespace lenkwerk::survey_statistics::simulation
