#pragma once
// From people and quotas to a lottery over panels, with its proof, and to the panel that a seed draws from it.
#include "cores/sortition/engine/progress.hpp"
#include "cores/sortition/pool.hpp"
#include "cores/sortition/proof/certificate.hpp"

namespace lenkwerk::sortition {

enum class Objective { leximin, maximin, nash, goldilocks, legacy };
std::string name_of(Objective objective);
std::optional<Objective> objective_named(std::string const& name);

struct SelectionRequest {
    PanelRules rules;
    Objective objective = Objective::leximin;
    std::string seed;
    double gamma = 1;           // goldilocks (Baharav and Flanigan 2024): γ in (n/k)·max p + γ·(k/n)/min p
    int legacy_runs = 1000;     // legacy: how many panels estimate the chances
    bool columns_only = false;  // leximin, maximin: for comparison, column generation without the relaxation first
};

struct Fairness {
    double minimum = 0;  // over the people who are in some panel
    double maximum = 0;
    double gini = 0;            // over everybody
    double geometric_mean = 0;  // over everybody: 0 where somebody has no chance
};

struct Selection {
    TypedPool pool;
    std::vector<double> chances;        // one a person
    std::vector<WeightedPanel> panels;  // weights sum to 1
    std::vector<proof::Level> levels;   // ascending; the dual of each is its proof
    std::vector<int> unselectable;      // people who are in no panel, as the first level proves
    std::vector<int> undecided;         // people of whom a work that was ended early does not know whether they can be
    std::vector<int> drawn;             // the panel that the seed draws, people ascending
    Fairness fairness;
    bool stopped = false;              // ended early: the best so far
    std::optional<proof::Level> open;  // then: who is not settled, the smallest of their chances, and its bound's dual
};

// Refused: what group() refuses, quotas that no panel satisfies, a greedy method that finds none, and a work that was ended
// before there was a panel.
Outcome<Selection> select(People const& people, Quotas const& quotas, SelectionRequest const& request,
                          engine::Progress const& progress = {});

// Chances of people, each at least 0.
Fairness fairness_of(std::vector<double> const& chances);

// The people who take a panel's seats: within a type by SHA-256(seed, id), so that anybody can repeat it; everybody of a
// type is equally likely, and no household exceeds its limit.
std::vector<int> seat(TypedPool const& pool, People const& people, Panel const& panel, std::string const& seed);

// The panel of the lottery at which the fraction that SHA-256(seed) spells falls.
Panel const& drawn_panel(std::vector<WeightedPanel> const& panels, std::string const& seed);

proof::Certificate certify(Selection const& selection, People const& people, SelectionRequest const& request);

}  // namespace lenkwerk::sortition
