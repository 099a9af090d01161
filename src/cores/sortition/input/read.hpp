#pragma once
// Reads quotas and people as every tool in the field writes them, and says in one sentence what is wrong where.
#include "cores/sortition/input/table.hpp"
#include "cores/sortition/pool.hpp"

namespace lenkwerk::sortition::input {

// Headers `feature,value,min,max[,min_flex,max_flex]`, `category,name,min,max` or `category,feature,min,max`.
Outcome<Quotas> read_quotas(File const& file);

struct PeopleColumns {
    std::string id;                      // empty: nationbuilder_id or id, otherwise the first column
    std::vector<std::string> household;  // columns that together tell households apart; empty: none
};

// Every feature of the quotas needs a column, every person a value that has a quota. Values compare without case.
Outcome<People> read_people(File const& file, Quotas const& quotas, PeopleColumns const& columns = {});

// "Musterstr. 5" and "MUSTERSTRASSE 5" are one address: case, spaces, punctuation, Str./Straße, umlauts, ß.
std::string normalised_address(std::string_view address);

}  // namespace lenkwerk::sortition::input
