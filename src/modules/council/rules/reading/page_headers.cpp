#include "modules/council/rules/reading/page_headers.hpp"

#include "modules/council/rules/reading/text.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace lenkwerk::council::reading {
namespace {

constexpr std::size_t kLongestHeader = 120;  // signs of one header line

std::string_view bare(std::string_view word) {
    constexpr std::string_view signs = ".,:;|()[]";
    while (!word.empty() && signs.find(word.front()) != std::string_view::npos) word.remove_prefix(1);
    while (!word.empty() && signs.find(word.back()) != std::string_view::npos) word.remove_suffix(1);
    return word;
}

bool is_page_number(std::string_view word) {
    auto const slash = word.find('/');
    if (slash != std::string_view::npos)
        return is_page_number(word.substr(0, slash)) && is_page_number(word.substr(slash + 1));
    return is_digits(word) && word.size() <= 3;
}

bool is_number_label(std::string_view letters) {
    auto const of_paper = letters.starts_with("drucksache") || letters.starts_with("vorlage") ||
                          letters.starts_with("ds") || letters.starts_with("beschlussvorlage") ||
                          letters.starts_with("sitzungsvorlage");
    return of_paper && (letters.ends_with("nr") || letters.ends_with("nummer"));
}

// What the words of one line would be if it were a line of a page header.
struct HeaderLine {
    bool is_lead = false;      // "Fortsetzung der Vorlage"
    bool names_paper = false;  // "Drucksache", "Vorlage"
    int number_labels = 0, page_labels = 0;
    std::vector<std::string> numbers;
    int pages = 0;

    bool has_label() const { return is_lead || number_labels > 0 || page_labels > 0; }
};

// Takes one word in; false: such a word stands in no page header.
bool take(HeaderLine& header, std::string_view word, std::string_view& previous) {
    auto const letters = folded_letters(word);
    auto const before = std::exchange(previous, word);
    if (bare(word).empty() || is_one_of(word, {"-", "–", "—", "•", "·"})) return true;
    auto const pair = folded_letters(std::string(before)) + letters;
    if (letters == "fortsetzung") return header.is_lead = true;
    if (is_number_label(letters)) return ++header.number_labels > 0;
    if (is_one_of(letters, {"nr", "nummer"}) && is_number_label(pair)) return ++header.number_labels > 0;
    if (is_one_of(letters, {"seite", "blatt"})) return ++header.page_labels > 0;
    if (is_one_of(letters, {"vorlage", "drucksache", "drucksachen", "ds", "beschlussvorlage", "sitzungsvorlage"})) {
        return header.names_paper = true;
    }
    if (is_one_of(letters, {"der", "die", "zur", "von"})) return true;
    if (is_page_number(bare(word)) && folded(before) == "von") return true;  // "2 von 8" is one page
    if (is_page_number(bare(word)) &&
        (header.page_labels > 0 || header.number_labels == 0 || !header.numbers.empty())) {
        return ++header.pages > 0;
    }
    auto const plain = is_digits(bare(word)) && bare(word).size() >= 3 && header.numbers.empty();
    if (!plain && !is_paper_number(bare(word))) return false;
    header.numbers.emplace_back(bare(word));
    return true;
}

std::optional<HeaderLine> header_line(std::string_view text) {
    if (text.empty() || length(text) > kLongestHeader) return std::nullopt;
    HeaderLine header;
    std::string_view previous;
    for (auto word : words(text)) {
        if (!take(header, word, previous)) return std::nullopt;
    }
    if (header.names_paper && header.number_labels == 0 && !header.numbers.empty()) header.number_labels = 1;
    return header;
}

// "- 2 -"
bool is_dashed_page(std::string_view text) {
    auto const parts = words(text);
    return parts.size() == 3 && is_digits(parts[1]) && parts[1].size() <= 3 && is_one_of(parts[0], {"-", "–", "—"}) &&
           is_one_of(parts[2], {"-", "–", "—"});
}

// "- 2 -" or, beside a form feed, "2".
bool is_page_mark(std::vector<Line> const& lines, std::size_t at) {
    if (is_dashed_page(lines[at].text)) return true;
    auto const parts = words(lines[at].text);
    auto const beside_page_break = lines[at].starts_page || (at + 1 < lines.size() && lines[at + 1].starts_page);
    return beside_page_break && parts.size() == 1 && is_page_number(parts[0]);
}

// The header whose label stands at `at`: how far it reaches, and what number it names. Counts labels, because a header
// can have its labels in one line and their values in the next, or each in a line of its own.
class Block {
public:
    explicit Block(std::vector<Line> const& lines) : lines_(lines) {}

    std::size_t read(std::size_t at, std::vector<FoundText>& numbers) {
        auto end = at;
        for (; at < lines_.size(); ++at) {
            // A dashed page is of the sheet, between the lines of a header too: it is none of the values they announce.
            if (lines_[at].text.empty() || is_dashed_page(lines_[at].text)) continue;
            auto const header = header_line(lines_[at].text);
            if (!header || !(header->has_label() || expects(*header))) break;
            count(*header);
            for (auto const& number : header->numbers) numbers.push_back({number, {lines_[at].number}});
            end = at + 1;
        }
        return end;
    }

private:
    bool expects(HeaderLine const& header) const {
        auto const numbers = static_cast<int>(header.numbers.size());
        if (numbers == 0 && header.pages == 0) return false;
        return numbers <= open_numbers_ && header.pages <= open_pages_;
    }
    void count(HeaderLine const& header) {
        auto const labelled = header.number_labels > 0 || header.page_labels > 0;
        open_numbers_ += header.number_labels - static_cast<int>(header.numbers.size());
        open_pages_ += header.page_labels - header.pages;
        // "Fortsetzung der Vorlage" alone: number and page may follow without a label.
        if (header.is_lead && !labelled) lead_ = true;
        if (labelled && lead_) lead_ = false;
        if (lead_) open_numbers_ = open_pages_ = 1;
        open_numbers_ = std::max(open_numbers_, 0);
        open_pages_ = std::max(open_pages_, 0);
    }

    std::vector<Line> const& lines_;
    int open_numbers_ = 0, open_pages_ = 0;
    bool lead_ = false;
};

bool opens_header(std::string_view text) {
    auto const header = header_line(text);
    if (!header || !header->has_label()) return false;
    // "Seite" or "Blatt" alone is a word like others; with its number it is a header.
    return header->is_lead || header->number_labels > 0 || header->pages > 0;
}

}  // namespace

bool is_paper_number(std::string_view word) {
    auto const in_number = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '/' ||
               c == '.';
    };
    auto const digits = std::ranges::count_if(word, [](char c) { return c >= '0' && c <= '9'; });
    auto const separator = word.find_first_of("-/");
    return word.size() <= 30 && digits >= 3 && separator != std::string_view::npos && separator > 0 &&
           separator + 1 < word.size() && std::ranges::all_of(word, in_number);
}

Content without_page_headers(std::vector<Line> const& lines) {
    Content content;
    auto gap = Gap::none;
    for (std::size_t at = 0; at < lines.size();) {
        auto const opens = opens_header(lines[at].text);
        auto const end = opens ? Block(lines).read(at, content.numbers) : is_page_mark(lines, at) ? at + 1 : at;
        if (end > at) {
            gap = Gap::page;
            at = end;
            continue;
        }
        if (lines[at].text.empty()) {
            if (gap == Gap::none) gap = Gap::blank;
        } else {
            content.lines.push_back(lines[at]);
            content.lines.back().gap = gap;
            gap = Gap::none;
        }
        ++at;
    }
    return content;
}

}  // namespace lenkwerk::council::reading
