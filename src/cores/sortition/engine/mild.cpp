#include "cores/sortition/engine/mild.hpp"

#include <algorithm>

#include "cores/sortition/engine/columns.hpp"
#include "cores/sortition/engine/master.hpp"

namespace lenkwerk::sortition::engine {
namespace {

constexpr double kDearest = 1e7;
constexpr double kDearer = 4;     // from one price to the next
constexpr double kLittle = 3e-8;  // a gain that no dearer proof is worth
constexpr double kNoise = 1e-6;   // a gain below may be what rounding left of the chances; above, the price is too low

std::size_t at(int i) { return static_cast<std::size_t>(i); }

class Mild {
public:
    Mild(TypedPool const& pool, std::vector<Panel> const& panels, Solution const& solution, Progress const& progress)
        : pool_(pool),
          solution_(solution),
          progress_(progress),
          columns_(pool, progress),
          master_(pool, std::vector<double>(pool.types.size(), 1.0)) {
        for (auto const& panel : panels) master_.add(panel);
        for (int type = 0; type < pool.type_count(); ++type) master_.free(type);
    }

    // The members of the steps so far are not to fall; whether those of this one can rise all the same.
    void prove(Step& step) {
        std::vector<char> members(pool_.types.size());
        double own = 0;
        for (int const type : step.members) {
            double const chance = solution_.chances[at(type)];
            members[at(type)] = true;
            own += chance;
            master_.fix(type, chance);
        }
        double least = kNoise;
        for (double price = 1; price <= kDearest; price *= kDearer) {
            master_.allow_shortfalls(price);
            double const gain = gain_of(members, own, least);
            if (progress_.stopped()) return;
            if (gain < least) step.dual = master_.multipliers();
            bool const settles =
                gain > least / 2 && least < kNoise;  // what is left is in the chances, not in the price
            least = std::min(least, gain);
            if (least <= kLittle || settles) return;
        }
    }

private:
    // What the members gain by others' falling at this price; not more than is needed to know that it is above `enough`.
    double gain_of(std::vector<char> const& members, double own, double enough) {
        do {
            master_.raise_sum(0, members);
        } while (master_.objective() <= own + enough && !progress_.stopped() && columns_.improve(master_));
        return master_.objective() - own;
    }

    TypedPool const& pool_;
    Solution const& solution_;
    Progress const& progress_;
    Columns columns_;
    Master master_;
};

}  // namespace

void prove_mildly(TypedPool const& pool, std::vector<Panel> const& panels, Solution& solution,
                  Progress const& progress) {
    Mild mild(pool, panels, solution, progress);
    for (auto& step : solution.steps) {
        if (step.value > 0) mild.prove(step);
    }
}

}  // namespace lenkwerk::sortition::engine
