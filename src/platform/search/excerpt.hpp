#pragma once
// What a hit shows of its text: the words that were found, and what stands around the first.
#include "platform/search/find.hpp"

#include <set>

namespace lenkwerk::search {

using Forms = std::set<std::string, std::less<>>;

// The whole text, cut at the words of which a form is among `forms`.
std::vector<Piece> marked(std::string_view text, Forms const& forms);
// The part of a long text around the first such word, or its beginning.
std::vector<Piece> excerpt(std::string_view text, Forms const& forms);

}  // namespace lenkwerk::search
