#include "platform/web/components/difference.hpp"

#include <vector>

namespace lenkwerk::web::components {

namespace {

using Words = std::vector<std::string_view>;

// Words with the space behind them, so that they join to the same text again.
Words words_of(std::string_view text) {
    Words words;
    for (std::size_t start = 0; start < text.size();) {
        auto end = text.find_first_of(" \n", start);
        end = end == std::string_view::npos ? text.size() : text.find_first_not_of(" \n", end);
        words.push_back(text.substr(start, std::min(end, text.size()) - start));
        start = std::min(end, text.size());
    }
    return words;
}

void removed(html::Writer& w, i18n::Locale const& locale, std::string_view text) {
    w.put(R"(<del class="lw-del"><span class="kern-sr-only">{} </span>{}</del>)",
          locale.text("common.difference.before"), text);
}

void added(html::Writer& w, i18n::Locale const& locale, std::string_view text) {
    w.put(R"(<ins class="lw-ins"><span class="kern-sr-only">{} </span>{}</ins>)",
          locale.text("common.difference.after"), text);
}

std::string join(Words const& words, std::size_t from, std::size_t to) {
    std::string text;
    for (; from < to; ++from) text += words[from];
    return text;
}

// lengths[i][j]: the longest common subsequence of before[i…] and after[j…].
class Lengths {
public:
    Lengths(Words const& before, Words const& after) : width_(after.size() + 1), cells_((before.size() + 1) * width_) {
        for (auto i = before.size(); i-- > 0;)
            for (auto j = after.size(); j-- > 0;)
                at(i, j) = before[i] == after[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    }
    std::uint32_t& at(std::size_t i, std::size_t j) { return cells_[i * width_ + j]; }

private:
    std::size_t width_;
    std::vector<std::uint32_t> cells_;
};

struct Step {
    std::size_t before, after;
};

// The end of the stretch in which the texts differ, from here on.
Step differing(Words const& before, Words const& after, Lengths& lengths, Step at) {
    while (at.before < before.size() || at.after < after.size()) {
        bool const both = at.before < before.size() && at.after < after.size();
        if (both && before[at.before] == after[at.after]) break;
        if (at.after == after.size() ||
            (both && lengths.at(at.before + 1, at.after) >= lengths.at(at.before, at.after + 1)))
            ++at.before;
        else
            ++at.after;
    }
    return at;
}

constexpr std::size_t kLongestComparison = 4'000'000;  // cells: 2,000 words on each side; beyond, the whole is marked

}  // namespace

void difference(html::Writer& w, i18n::Locale const& locale, std::string_view before, std::string_view after) {
    if (before == after) return w.text(after);
    if (!before.empty()) removed(w, locale, before);
    if (!before.empty() && !after.empty()) w.text(" ");
    if (!after.empty()) added(w, locale, after);
}

void text_difference(html::Writer& w, i18n::Locale const& locale, std::string_view before, std::string_view after) {
    auto const old_words = words_of(before), new_words = words_of(after);
    if ((old_words.size() + 1) * (new_words.size() + 1) > kLongestComparison)
        return difference(w, locale, before, after);
    Lengths lengths(old_words, new_words);
    Step at{0, 0};
    while (at.before < old_words.size() || at.after < new_words.size()) {
        auto const next = differing(old_words, new_words, lengths, at);
        if (auto const text = join(old_words, at.before, next.before); !text.empty()) removed(w, locale, text);
        if (auto const text = join(new_words, at.after, next.after); !text.empty()) added(w, locale, text);
        if (next.after < new_words.size()) w.text(new_words[next.after]);
        at = {std::min(next.before + 1, old_words.size()), std::min(next.after + 1, new_words.size())};
    }
}

}  // namespace lenkwerk::web::components
