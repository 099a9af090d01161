#pragma once
// A few shares or counts as horizontal bars, drawn on the server; the numbers stand beside them as text, so that nothing is
// told by length or colour alone.
#include "platform/html/writer.hpp"
#include "platform/web/components/badge.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::web::components {

struct Bar {
    std::string label;
    double share = 0;   // of the longest possible bar, 0…1
    std::string value;  // as readers see it: "12 von 40"
    Tone tone = Tone::info;
};

void bars(html::Writer& w, std::string_view caption, std::vector<Bar> const& bars);

// One bar in parts that make a whole, e.g. activities by phase; parts of no share are left out of the picture, not of the legend.
void stacked_bar(html::Writer& w, std::string_view caption, std::vector<Bar> const& parts);

}  // namespace lenkwerk::web::components
