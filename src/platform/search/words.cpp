#include "platform/search/words.hpp"

#include <libstemmer.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace lenkwerk::search {
namespace {

constexpr std::size_t kMostIndexed = 200'000;  // bytes of one document; PostgreSQL takes a megabyte of words
constexpr std::size_t kLongestWord = 120;      // nobody looks for longer ones

constexpr std::array<std::string_view, 34> kEverywhere{
    "der", "die",  "das", "den", "dem", "des", "ein",  "eine", "einer", "eines", "einem", "einen",
    "und", "oder", "in",  "im",  "an",  "am",  "auf",  "aus",  "bei",   "fur",   "fuer",  "mit",
    "von", "vom",  "zu",  "zum", "zur", "ist", "sind", "the",  "of",    "and"};

class Stemmer {
public:
    Stemmer() : stemmer_(sb_stemmer_new("german", "UTF_8")) {
        if (!stemmer_) throw std::runtime_error("libstemmer knows no German");
    }
    std::string stem(std::string const& word) {
        auto const* found = sb_stemmer_stem(stemmer_.get(), reinterpret_cast<sb_symbol const*>(word.data()),
                                            static_cast<int>(word.size()));
        return {reinterpret_cast<char const*>(found), static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
    }

private:
    struct Delete {
        void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
    };
    std::unique_ptr<sb_stemmer, Delete> stemmer_;
};

std::string stem(std::string const& word) {
    thread_local Stemmer stemmer;  // libstemmer's state is not for two threads
    return stemmer.stem(word);
}

bool is_umlaut(UChar32 c) { return c == U'ä' || c == U'ö' || c == U'ü'; }

// Letters that carry a stroke instead of an accent do not come apart in Unicode.
UChar32 without_stroke(UChar32 c) {
    switch (c) {
        case U'ł': return U'l';
        case U'ø': return U'o';
        case U'đ': return U'd';
        case U'ı': return U'i';
        default: return c;
    }
}

icu::Normalizer2 const& normalizer(icu::Normalizer2 const* (*get)(UErrorCode&)) {
    UErrorCode error = U_ZERO_ERROR;
    auto const* found = get(error);
    if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));
    return *found;
}

void append_bare(icu::UnicodeString& to, UChar32 letter) {
    UErrorCode error = U_ZERO_ERROR;
    auto const parts = normalizer(icu::Normalizer2::getNFKDInstance).normalize(icu::UnicodeString(letter), error);
    for (int at = 0; at < parts.length(); at = parts.moveIndex32(at, 1))
        if (u_charType(parts.char32At(at)) != U_NON_SPACING_MARK) to.append(without_stroke(parts.char32At(at)));
}

// Lower case, ß as ss, accents off; umlauts stay, because the stemmer knows them.
std::string folded(std::string_view word) {
    UErrorCode error = U_ZERO_ERROR;
    auto text = icu::UnicodeString::fromUTF8({word.data(), static_cast<int>(word.size())});
    auto const composed = normalizer(icu::Normalizer2::getNFCInstance).normalize(text.foldCase(), error);
    icu::UnicodeString bare;
    for (int at = 0; at < composed.length(); at = composed.moveIndex32(at, 1)) {
        auto const letter = composed.char32At(at);
        if (is_umlaut(letter))
            bare.append(letter);
        else
            append_bare(bare, letter);
    }
    std::string utf8;
    return bare.toUTF8String(utf8);
}

bool is_vowel(char c) { return std::string_view("aeiouyq").find(c) != std::string_view::npos; }

// ae, oe, ue as a, o, u, unless a vowel or a q stands before: "Frauen", "neue", "Quelle" hold no umlaut.
std::string without_spelled_umlauts(std::string const& word) {
    std::string plain;
    for (std::size_t at = 0; at < word.size(); ++at) {
        plain += word[at];
        bool const starts = word[at] == 'a' || word[at] == 'o' || word[at] == 'u';
        bool const spelled =
            starts && at + 1 < word.size() && word[at + 1] == 'e' && (at == 0 || !is_vowel(word[at - 1]));
        if (spelled) ++at;
    }
    return plain;
}

std::vector<std::string> forms_of(std::string_view word) {
    auto const whole = folded(word);
    std::vector<std::string> forms{stem(whole)};
    auto other = stem(without_spelled_umlauts(whole));
    if (other != forms.front()) forms.push_back(std::move(other));
    return forms;
}

// The code point at `at`, which moves behind it. The text is UTF-8; bytes that are none count as no letter.
UChar32 next_letter(std::string_view text, std::size_t& at) {
    auto const first = static_cast<unsigned char>(text[at++]);
    int const more = first < 0x80 ? 0 : first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    UChar32 letter = more == 0 ? first : first & (0x3F >> more);
    for (int i = 0; i < more && at < text.size(); ++i)
        letter = (letter << 6) | (static_cast<unsigned char>(text[at++]) & 0x3F);
    return letter;
}

// Whether this belongs to a word; marks (accents, vowel signs) only inside of one.
bool is_in_word(UChar32 letter, bool inside) {
    return u_isalnum(letter) != 0 || (inside && u_charType(letter) == U_NON_SPACING_MARK);
}

bool stands_everywhere(std::string_view word) {
    auto const whole = folded(word);
    return whole == "für" || whole == "über" ||
           std::find(kEverywhere.begin(), kEverywhere.end(), whole) != kEverywhere.end();
}

}  // namespace

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> found;
    std::optional<std::size_t> begin;
    auto const close = [&](std::size_t end) {
        if (begin) found.push_back({*begin, end, forms_of(text.substr(*begin, end - *begin))});
        begin.reset();
    };
    for (std::size_t at = 0; at < text.size();) {
        auto const here = at;
        bool const inside = is_in_word(next_letter(text, at), begin.has_value());
        if (!inside) close(here);
        if (inside && !begin) begin = here;
    }
    close(text.size());
    return found;
}

std::vector<std::string> index_words(std::string_view text) {
    std::vector<std::string> forms;
    for (auto& word : words_of(text.substr(0, kMostIndexed)))
        for (auto& form : word.forms)
            if (form.size() <= kLongestWord) forms.push_back(std::move(form));
    return forms;
}

std::vector<Word> query_words(std::string_view query) {
    auto const all = words_of(query);
    std::vector<Word> telling;
    for (auto const& word : all)
        if (!stands_everywhere(query.substr(word.begin, word.end - word.begin))) telling.push_back(word);
    return telling.empty() ? all : telling;
}

}  // namespace lenkwerk::search
