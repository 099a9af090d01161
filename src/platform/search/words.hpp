#pragma once
// The words by which search compares: folded (case, ß, accents, umlauts) and stemmed, by one function for both databases.
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::search {

// A word of a text: where it stands (bytes), and the forms it is found by, without repetition. "Gebühren" → gebuhr;
// "Gebuehren" → gebuehr, gebuhr; so whoever types either, or "Gebuhr", finds both.
struct Word {
    std::size_t begin = 0, end = 0;
    std::vector<std::string> forms;
};
// The words of a text in their order: runs of letters and digits in any script. The text must be UTF-8.
std::vector<Word> words_of(std::string_view text);

// All forms of all words, as they are kept.
std::vector<std::string> index_words(std::string_view text);

// The words of a question, without those that stand in every text ("der", "und"), unless it has no others.
std::vector<Word> query_words(std::string_view query);

}  // namespace lenkwerk::search
