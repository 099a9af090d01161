#include "cores/survey_statistics/raked_cells.hpp"

#include <unordered_map>

namespace lenkwerk::survey_statistics {
namespace {

// Rows of one stratum, one crossing of the margins and one domain (-1: none).
struct Class {
    std::size_t stratum = 0;
    std::size_t crossing = 0;
    std::int32_t cell = -1;
    double rows = 0;
    double weight = 0;
    double spread = 0;  // of the weights: squares around their mean
};

class RakedStage {
public:
    RakedStage(SamplingStage const& stage, RakedMargins const& raking, std::span<std::int32_t const> cell,
               std::span<double const> score, std::size_t cells)
        : stage_(stage),
          raking_(raking),
          cell_(cell),
          score_(score),
          cells_(cells),
          explained_(raking.explained_by_weight(cell, cells, score)),
          mean_(stage.sampled.size(), cells),
          squares_(stage.sampled.size(), cells) {
        sort_rows();
        find_means();
        add_squares_of_rows();
        add_squares_of_classes();
    }

    void add_to(std::vector<double>& variances) const {
        for (std::size_t h = 0; h < stage_.sampled.size(); ++h) {
            auto const n = stage_.sampled[h];
            if (n <= 1) continue;
            auto const factor = stage_.inclusion[h] * (1 - n / stage_.population[h]) * n / (n - 1);
            for (std::size_t c = 0; c < cells_; ++c) variances[c] += factor * squares_(h, c);
        }
    }

private:
    static constexpr auto kOutside = RakedMargins::kOutside;

    void sort_rows() {
        std::unordered_map<std::uint64_t, std::uint32_t> known;
        class_of_row_.assign(cell_.size(), kOutside);
        for (std::size_t i = 0; i < cell_.size(); ++i) {
            auto const crossing = raking_.crossing()[i];
            if (crossing == kOutside) continue;
            std::size_t const stratum = stage_.stratum[stage_.unit[i]];
            auto const key =
                (stratum * raking_.crossings() + crossing) * (cells_ + 1) + static_cast<std::size_t>(cell_[i] + 1);
            auto const [place, fresh] = known.try_emplace(key, static_cast<std::uint32_t>(classes_.size()));
            if (fresh) classes_.push_back({stratum, crossing, cell_[i]});
            class_of_row_[i] = place->second;
            classes_[place->second].rows += 1;
            classes_[place->second].weight += raking_.weight()[i];
        }
        for (std::size_t i = 0; i < cell_.size(); ++i) {
            if (class_of_row_[i] == kOutside) continue;
            auto& own = classes_[class_of_row_[i]];
            auto const off = raking_.weight()[i] - own.weight / own.rows;
            own.spread += off * off;
        }
    }

    // What is left of the row's score in its own domain.
    template <class Use> void each_own_residual(Use const& use) const {
        for (std::size_t i = 0; i < cell_.size(); ++i) {
            if (class_of_row_[i] == kOutside || cell_[i] < 0) continue;
            auto const& own = classes_[class_of_row_[i]];
            auto const c = static_cast<std::size_t>(cell_[i]);
            use(own.stratum, c, score_[i] - raking_.weight()[i] * explained_(own.crossing, c));
        }
    }

    void find_means() {
        each_own_residual([&](std::size_t h, std::size_t c, double residual) { mean_(h, c) += residual; });
        for (auto const& part : classes_) {
            each_other_domain(
                part, [&](std::size_t c) { mean_(part.stratum, c) -= part.weight * explained_(part.crossing, c); });
        }
        for (std::size_t h = 0; h < mean_.rows; ++h) {
            for (auto& mean : mean_.row(h)) mean /= stage_.sampled[h];
        }
    }

    void add_squares_of_rows() {
        each_own_residual([&](std::size_t h, std::size_t c, double residual) {
            squares_(h, c) += (residual - mean_(h, c)) * (residual - mean_(h, c));
        });
    }

    // Rows of the class have the residual -weight · explained in the domains that are not theirs; rows without weight 0.
    void add_squares_of_classes() {
        auto untouched = stage_.sampled;
        for (auto const& part : classes_) {
            untouched[part.stratum] -= part.rows;
            auto const weight = part.weight / part.rows;
            each_other_domain(part, [&](std::size_t c) {
                auto const explained = explained_(part.crossing, c);
                auto const off = weight * explained + mean_(part.stratum, c);
                squares_(part.stratum, c) += part.rows * off * off + explained * explained * part.spread;
            });
        }
        for (std::size_t h = 0; h < untouched.size(); ++h) {
            for (std::size_t c = 0; c < cells_; ++c) squares_(h, c) += untouched[h] * mean_(h, c) * mean_(h, c);
        }
    }

    template <class Use> void each_other_domain(Class const& part, Use const& use) const {
        auto const own = part.cell < 0 ? cells_ : static_cast<std::size_t>(part.cell);
        for (std::size_t c = 0; c < own; ++c) use(c);
        for (std::size_t c = own + 1; c < cells_; ++c) use(c);
    }

    SamplingStage const& stage_;
    RakedMargins const& raking_;
    std::span<std::int32_t const> cell_;
    std::span<double const> score_;
    std::size_t cells_;
    Matrix explained_;  // crossings x domains, by weight
    Matrix mean_;       // of the residuals: strata x domains
    Matrix squares_;    // of the residuals around their mean
    std::vector<Class> classes_;
    std::vector<std::uint32_t> class_of_row_;
};

}  // namespace

void add_raked_stage(SamplingStage const& stage, RakedMargins const& raking, std::span<std::int32_t const> cell,
                     std::span<double const> score, std::vector<double>& variances) {
    RakedStage(stage, raking, cell, score, variances.size()).add_to(variances);
}

}  // namespace lenkwerk::survey_statistics
