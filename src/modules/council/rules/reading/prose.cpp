#include "modules/council/rules/reading/prose.hpp"

#include "modules/council/rules/reading/text.hpp"

namespace lenkwerk::council::reading {
namespace {

constexpr std::size_t kShortLine = 50;          // signs: a line this short was not wrapped
constexpr std::size_t kLongestSentence = 5000;  // bytes: then it is a list without full stops

// "- …", "1. …", "a) …"
bool is_item(std::string_view text) {
    if (without_bullet(text).had_bullet) return true;
    auto const all = words(text);
    if (all.size() < 2 || all[0].size() > 3) return false;
    auto const mark = all[0].back();
    auto const stem = all[0].substr(0, all[0].size() - 1);
    return mark == ')' || (mark == '.' && is_digits(stem));
}

enum class Join { wrap, line, paragraph };

Join join_of(std::string_view previous, Line const& next) {
    if (is_item(next.text)) return next.gap == Gap::blank ? Join::paragraph : Join::line;
    if (next.gap == Gap::blank) return Join::paragraph;
    auto const goes_on = continues(previous, next.text);
    if (next.gap == Gap::page) return goes_on ? Join::wrap : Join::paragraph;
    return goes_on || length(previous) > kShortLine ? Join::wrap : Join::line;
}

// The pieces of a long text are put together once at the end: lines are many.
class Paragraphs {
public:
    void add(Line const& line) {
        if (line.text.empty()) return;
        if (lines_.empty()) {
            open_ = line.text;
        } else if (auto const join = join_of(last_, line); join == Join::wrap) {
            open_ = joined(open_, line.text);
        } else {
            done_ += open_ + (join == Join::line ? "\n" : "\n\n");
            open_ = line.text;
        }
        last_ = line.text;
        lines_.push_back(line.number);
    }
    bool is_empty() const { return lines_.empty(); }
    bool ends_before(Line const& line) const { return join_of(last_, line) == Join::paragraph; }
    FoundText text() const { return {done_ + open_, lines_}; }

private:
    std::string done_, open_, last_;
    Lines lines_;
};

}  // namespace

std::optional<FoundText> take_text(std::vector<SectionLine>& lines, Section section) {
    Paragraphs paragraphs;
    for (auto& one : lines) {
        if (one.section != section || one.taken) continue;
        paragraphs.add(one.line);
        one.taken = true;
    }
    return paragraphs.is_empty() ? std::nullopt : std::optional(paragraphs.text());
}

std::optional<FoundText> take_paragraph(std::vector<SectionLine>& lines, Section section) {
    Paragraphs paragraphs;
    for (auto& one : lines) {
        if (one.section != section || one.taken) continue;
        if (!paragraphs.is_empty() && paragraphs.ends_before(one.line)) break;
        paragraphs.add(one.line);
        one.taken = true;
    }
    return paragraphs.is_empty() ? std::nullopt : std::optional(paragraphs.text());
}

std::vector<SourcedSentence> sentences_of(std::vector<SectionLine> const& lines, Section section) {
    std::vector<SourcedSentence> found;
    SourcedSentence open;
    auto const finish = [&] {
        if (!open.text.empty()) found.push_back(std::move(open));
        open = {};
    };
    for (auto const& one : lines) {
        if (one.section != section || one.line.text.empty() || (one.taken && one.is_heading)) continue;
        if (one.line.gap == Gap::blank || open.text.size() > kLongestSentence) finish();
        auto parts = sentences(joined(open.text, one.line.text));
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (i > 0) finish();
            open.text = std::move(parts[i]);
            if (open.lines.empty() || open.lines.back() != one.line.number) open.lines.push_back(one.line.number);
        }
    }
    finish();
    return found;
}

}  // namespace lenkwerk::council::reading
