#pragma once
// What a city brings: the people who said yes, the quotas a panel has to keep, and how households are told apart.
#include <optional>
#include <string>
#include <vector>

#include "base/outcome.hpp"
#include "cores/sortition/typed_pool.hpp"

namespace lenkwerk::sortition {

struct Quota {
    std::string feature;
    std::string value;
    int min = 0;
    int max = 0;
    // How far the quota may be bent when advice is asked for; absent: as far as need be.
    std::optional<int> flex_min = {};
    std::optional<int> flex_max = {};
    int line = 0;  // in the file, for messages
};

// Quotas of one feature stand together, in the order of the file.
struct Quotas {
    std::string file;
    std::vector<std::string> features;
    std::vector<Quota> rows;
    std::vector<int> feature_of;         // of each row
    int min_column = 0, max_column = 0;  // in the file, from 1, for messages
};

struct Person {
    std::string id;
    std::vector<int> quotas;  // index into Quotas::rows, one a feature
    std::string household;    // normalised; empty: lives alone as far as we know
};

struct People {
    std::string file;
    std::vector<Person> members;
};

struct PanelRules {
    int size = 0;
    int per_household = 0;  // at most so many of one household; 0: households do not matter
};

// Groups people who cannot be told apart. Refused: size < 1, pool smaller than the panel, minima of a feature that sum to
// more than the panel, maxima that sum to less.
Outcome<TypedPool> group(People const& people, Quotas const& quotas, PanelRules const& rules);

// The same without looking at the sums: for advice about quotas that contradict themselves.
TypedPool group_unchecked(People const& people, Quotas const& quotas, PanelRules const& rules);

// Quotas that ask for more people of a value than the pool has: no panel can satisfy them.
Problems supply_problems(People const& people, Quotas const& quotas);

}  // namespace lenkwerk::sortition
