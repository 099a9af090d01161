#pragma once
// The head of a page's content: its one <h1>, a line above it, a lead below it, and what one can do with the page.
#include "platform/html/writer.hpp"

#include <functional>
#include <string>
#include <vector>

namespace lenkwerk::web::components {

struct Action {
    std::string label;
    html::Url address;
    std::string icon = {};  // of KERN: "edit", "download", "add" …
};

struct Heading {
    std::string title;
    std::string above = {};                               // "Handlungsfeld 3"
    std::string lead = {};                                // one or two sentences
    std::function<void(html::Writer&)> beside = nullptr;  // a badge
    std::vector<Action> actions = {};
};

void heading(html::Writer& w, Heading const& heading);

// A row of links that look like buttons.
void actions(html::Writer& w, std::vector<Action> const& actions);

}  // namespace lenkwerk::web::components
