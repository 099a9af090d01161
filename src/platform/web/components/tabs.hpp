#pragma once
// Parts of one thing, each with its own address: tabs that are links, so that they work without a script and can be shared.
#include "platform/html/writer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::web::components {

struct Tab {
    std::string text;
    html::Url address;
    bool current = false;
    std::string count = {};  // already formatted
};

void tabs(html::Writer& w, std::string_view label, std::vector<Tab> const& tabs);

}  // namespace lenkwerk::web::components
