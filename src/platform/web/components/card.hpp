#pragma once
// A thing in a list of few, as a card whose title is the link.
#include "platform/html/writer.hpp"

#include <functional>
#include <string>
#include <vector>

namespace lenkwerk::web::components {

struct Card {
    std::string title;
    html::Url address;
    std::string above = {};
    std::string text = {};
    std::function<void(html::Writer&)> below = nullptr;  // badges, facts
};

// `level`: of the headings, so that the page's outline holds (2 or 3).
void cards(html::Writer& w, std::vector<Card> const& cards, int level = 2);

}  // namespace lenkwerk::web::components
