#include "modules/bodies/store/words.hpp"

#include "base/text.hpp"

#include <fmt/ranges.h>

namespace lenkwerk::bodies::store {

std::string joined(std::vector<std::string> const& words) { return fmt::format("{}", fmt::join(words, " ")); }

std::vector<std::string> split_words(std::string const& text) {
    std::vector<std::string> words;
    for (auto const word : text::split(text, ' '))
        if (!word.empty()) words.emplace_back(word);
    return words;
}

}  // namespace lenkwerk::bodies::store
