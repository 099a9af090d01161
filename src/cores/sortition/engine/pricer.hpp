#pragma once
// Finds the panel of the largest total weight: the question every optimal lottery asks again and again.
// Own branch and bound on types over the dense simplex, reduced-cost fixing at every node, local search on what it finds.
// A question that this does not decide (a simplex that stalls, too many nodes) goes to CBC.
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>

#include "cores/sortition/engine/progress.hpp"
#include "cores/sortition/engine/simplex.hpp"

namespace lenkwerk::sortition::engine {

struct Question {
    // Only panels of more than this total weight are of interest.
    double floor = -std::numeric_limits<double>::infinity();
    // Nodes to go on searching after the first such panel; the default proves the optimum.
    std::int64_t patience = std::numeric_limits<std::int64_t>::max();
    // Nodes at most, found or not; 0: no limit.
    std::int64_t nodes = 0;
    // Nodes of our own before CBC is asked, where there is no limit.
    std::int64_t own_nodes = 300'000;
    // Asked now and then whether to end early; may be null.
    Progress const* progress = nullptr;
};

struct Answer {
    std::vector<Panel> panels;                                // those above the floor, each better than the one before
    double value = -std::numeric_limits<double>::infinity();  // of the last of them
    double bound = std::numeric_limits<double>::infinity();   // no panel weighs more; proven where complete
    bool complete = false;                                    // every panel was excluded or looked at
};

class Pricer {
public:
    explicit Pricer(TypedPool const& pool);

    // `weights`: one a type.
    Answer ask(std::span<double const> weights, Question const& question = {});

    // The optimum of the linear relaxation, an upper bound; nothing where not even that has a solution.
    std::optional<double> relaxation(std::span<double const> weights);

    // Restricts every later question: counts of a type, or (types + r) the sum of row r.
    void restrict(int variable, double low, double high);

    std::int64_t nodes() const { return nodes_; }
    int asked_cbc() const { return asked_cbc_; }  // how often

private:
    Simplex::State settled(Simplex& node);
    void explore(Simplex& node, std::size_t depth);
    bool take(Simplex const& node);
    void offer(Panel panel);
    bool must_stop();
    double cutoff() const;
    int branching_variable(Simplex const& node) const;
    void split(Simplex& node, std::size_t depth, int variable);
    void decide_by_cbc();

    TypedPool const* pool_;
    Simplex root_;
    std::vector<std::unique_ptr<Simplex>> shelf_;  // one node a depth, reused
    std::vector<double> weights_;
    Question question_;
    Answer answer_;
    bool restricted_ = false;  // then local search, which knows only the pool's own bounds, would leave the face
    bool undecided_ = false;   // some node is neither excluded nor looked at
    bool ended_ = false;
    double dust_ = 0;
    std::int64_t nodes_ = 0, started_at_ = 0, found_at_ = -1;
    int asked_cbc_ = 0;
};

// Exchanges single seats while that raises the value and keeps every bound.
Panel improved(TypedPool const& pool, Panel panel, std::span<double const> weights);

}  // namespace lenkwerk::sortition::engine
