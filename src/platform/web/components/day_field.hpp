#pragma once
// A day of the calendar; the browser offers its own, and whoever types may.
#include "platform/web/components/field.hpp"

#include "base/time.hpp"

namespace lenkwerk::web::components {

struct DayField : Field {
    std::optional<Day> earliest = std::nullopt, latest = std::nullopt;
};

// The value is ISO ("2026-11-23"), as Day::parse reads it.
void day_field(OpenForm const& open, DayField const& field);

}  // namespace lenkwerk::web::components
