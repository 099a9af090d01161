#pragma once
// LEXIMIN as it was published (Flanigan, Gölz, Gupta, Hennig, Procaccia 2021, supplementary information): column generation
// with one binary variable a person and a general integer solver. Written from that description, as the yardstick.
#include <vector>

#include "cores/sortition/pool.hpp"

namespace lenkwerk::bench {

struct Plain {
    std::vector<double> chances;  // one a person; empty: no panel satisfies the quotas
    int levels = 0;
    int programs = 0;  // integer programs solved
};

Plain plain_column_generation(sortition::People const& people, sortition::Quotas const& quotas, int size);

}  // namespace lenkwerk::bench
