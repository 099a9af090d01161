#pragma once
// Markdown that the office writes (imprint, privacy, descriptions) as safe HTML: no raw HTML, no pictures from elsewhere, links
// only to own pages, https and mailto, headings below those of the page.
#include "platform/html/value.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::documents {

// `first_heading`: the level (2…6) of the uppermost headings; deeper ones follow without a gap, at most <h6>.
// A link that is none of ours keeps its text and loses its address (refused_links tells the author of it).
html::Fragment markdown(std::string_view text, int first_heading = 2);

// The addresses in the text that `markdown` would not link to, as written, for the form's message to the author.
std::vector<std::string> refused_links(std::string_view text);

}  // namespace lenkwerk::documents
