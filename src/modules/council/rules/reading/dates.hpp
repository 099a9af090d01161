#pragma once
// Dates as German papers write them.
#include "modules/council/rules/paper_draft.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace lenkwerk::council::reading {

// Where a date stands in a text (bytes from `begin` to `end`); `day` is empty where no such day exists (31.02.2023).
struct DateFound {
    std::size_t begin = 0, end = 0;
    std::optional<Day> day;
};

// The first of 29.11.2022, 9.2.23, 2022-11-29, 29/11/2022, 29. November 2022.
std::optional<DateFound> find_date(std::string_view text);

}  // namespace lenkwerk::council::reading
