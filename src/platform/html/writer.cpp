#include "platform/html/writer.hpp"

#include <stdexcept>

namespace lenkwerk::html {

Word checked_word(std::string_view word) {
    if (word.empty() || word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") != std::string_view::npos)
        throw std::invalid_argument("no word for an attribute: " + std::string(word));
    return Word{word, Word::Checked{}};
}

Fragment script(Url const& address) {
    if (!address.is_own()) throw std::invalid_argument("a script of others: " + std::string(address.text()));
    return Fragment::trusted("<script src=\"" + escaped(address.text()) + "\" defer></script>");
}

}  // namespace lenkwerk::html
