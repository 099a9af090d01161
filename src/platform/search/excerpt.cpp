#include "platform/search/excerpt.hpp"

#include "platform/search/words.hpp"

namespace lenkwerk::search {
namespace {

constexpr std::size_t kBefore = 60, kAfter = 140;
// How far into a long text a word is looked for.
constexpr std::size_t kMostRead = 20'000;

bool is_among(Word const& word, Forms const& forms) {
    return std::any_of(word.forms.begin(), word.forms.end(), [&](auto const& form) { return forms.contains(form); });
}

// Moves back to the beginning of a word, so that neither words nor letters are cut in two.
std::size_t word_start(std::string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    while (at > 0 && text[at - 1] != ' ' && text[at - 1] != '\n') --at;
    return at;
}

void add(std::vector<Piece>& pieces, std::string_view text, bool found) {
    if (!text.empty()) pieces.push_back({std::string(text), found});
}

}  // namespace

std::vector<Piece> marked(std::string_view text, Forms const& forms) {
    std::vector<Piece> pieces;
    std::size_t shown = 0;
    for (auto const& word : words_of(text)) {
        if (!is_among(word, forms)) continue;
        add(pieces, text.substr(shown, word.begin - shown), false);
        add(pieces, text.substr(word.begin, word.end - word.begin), true);
        shown = word.end;
    }
    add(pieces, text.substr(shown), false);
    return pieces;
}

std::vector<Piece> excerpt(std::string_view text, Forms const& forms) {
    auto const read = text.substr(0, word_start(text, kMostRead));
    auto const words = words_of(read);
    auto const first =
        std::find_if(words.begin(), words.end(), [&](Word const& word) { return is_among(word, forms); });
    std::size_t const middle = first == words.end() ? 0 : first->begin;
    auto const begin = middle > kBefore ? word_start(text, middle - kBefore) : 0;
    auto const end = std::max(word_start(text, middle + kAfter), first == words.end() ? 0 : first->end);
    auto pieces = marked(text.substr(begin, end - begin), forms);
    if (begin > 0) pieces.insert(pieces.begin(), {"… ", false});
    if (end < text.size()) pieces.push_back({" …", false});
    return pieces;
}

}  // namespace lenkwerk::search
