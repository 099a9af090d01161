#include "modules/council/rules/reading/outline_lines.hpp"

#include "modules/council/rules/reading/text.hpp"

#include <algorithm>
#include <array>

namespace lenkwerk::council::reading {
namespace {

constexpr std::size_t kLongestTitle = 240;  // signs

bool is_field_word(std::string_view word) {
    return is_one_of(folded_letters(word), {"handlungsfeld", "aktionsfeld", "themenfeld", "handlungsbereich",
                                            "arbeitsfeld", "schwerpunktfeld", "hf"});
}

// "1", "IV", "A", with or without a sign behind it.
std::string field_number(std::string_view word) {
    while (!word.empty() && std::string_view(":.)–-").find(word.back()) != std::string_view::npos)
        word.remove_suffix(1);
    auto const roman = word.find_first_not_of("IVX") == std::string_view::npos;
    auto const letter = word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z';
    auto const is_number =
        !word.empty() && word.size() <= 4 && ((is_digits(word) && word.size() <= 2) || roman || letter);
    return is_number ? std::string(word) : std::string();
}

struct Separated {
    std::string_view rest;
    bool had_separator = false;
};

Separated without_separator(std::string_view text) {
    Separated found{trimmed(text)};
    for (std::string_view sign : {"–", "—", "-", ":", ".", "|", ")", "−"}) {
        if (found.rest.starts_with(sign)) return {trimmed(found.rest.substr(sign.size())), true};
    }
    return found;
}

std::size_t arrow_at(std::string_view text) {
    auto found = std::string_view::npos;
    for (std::string_view arrow : {"→", "->", "=>", "⇒", "➔", "➜", "➞"}) found = std::min(found, text.find(arrow));
    return found;
}

std::size_t number_end(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && ((text[at] >= '0' && text[at] <= '9') || text[at] == '.')) ++at;
    return at;
}

// "3.3.1.1" → 4; 0 where it is no number of a topic.
int levels(std::string_view number) {
    int count = 0;
    for (std::size_t at = 0; at <= number.size();) {
        auto const end = std::min(number.find('.', at), number.size());
        auto const part = number.substr(at, end - at);
        if (part.empty() || part.size() > 2 || part[0] == '0') return 0;
        ++count;
        at = end + 1;
    }
    return count;
}

bool starts_title(std::string_view text) {
    std::size_t at = 0;
    if (text.empty()) return false;
    auto const first = next_code_point(text, at);
    return is_upper(first) || first == U'„' || first == U'"' || first == U'“' || first == U'»' || first == U'(' ||
           first == U'‚' || first == U'«';
}

}  // namespace

std::optional<std::string_view> without_arrow(std::string_view text) {
    text = trimmed(text);
    for (std::string_view arrow :
         {"→", "->", "=>", "⇒", "➔", "➜", "➞", "➢", "►", "▶", "\xEF\x83\xA0", "\xEF\x82\xAE", "? ", "> "}) {
        if (text.starts_with(arrow)) return trimmed(text.substr(arrow.size()));
    }
    return std::nullopt;
}

std::string without_colon(std::string_view text) {
    text = trimmed(text);
    while (text.ends_with(':')) text = trimmed(text.substr(0, text.size() - 1));
    return std::string(text);
}

bool is_field_of(std::string_view field_number, std::string_view first_of_topic) {
    if (field_number == first_of_topic || field_number.empty()) return field_number == first_of_topic;
    constexpr auto romans = std::to_array<std::string_view>(
        {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"});
    auto const roman = std::ranges::find(romans, field_number);
    auto const ordinal = roman != romans.end() ? roman - romans.begin() + 1 : field_number[0] - 'A' + 1;
    return (roman != romans.end() || field_number.size() == 1) && std::to_string(ordinal) == first_of_topic;
}

std::optional<FieldLine> field_line(std::string_view text) {
    text = without_bullet(text).text;
    auto const all = words(text);
    if (all.size() < 3 || length(text) > kLongestTitle || !is_field_word(all[0])) return std::nullopt;
    auto const number = field_number(all[1]);
    if (number.empty()) return std::nullopt;
    auto const behind = static_cast<std::size_t>(all[1].data() - text.data()) + number.size();
    auto const [rest, had_separator] = without_separator(text.substr(behind));
    auto const wide_gap = text.substr(behind).starts_with("  ") || text.substr(behind).starts_with("\t");
    if ((!had_separator && !wide_gap) || !starts_title(rest) || rest.ends_with('.')) return std::nullopt;
    auto const arrow = arrow_at(rest);
    FieldLine found{number, without_colon(rest.substr(0, arrow)), {}};
    if (arrow != std::string_view::npos) found.subtitle = std::string(without_arrow(rest.substr(arrow)).value_or(""));
    return found;
}

std::optional<TopicLine> topic_line(std::string_view text) {
    auto const [bare, had_bullet] = without_bullet(text);
    auto const end = number_end(bare);
    auto number = bare.substr(0, end);
    while (number.ends_with('.')) number.remove_suffix(1);
    if (levels(number) < 2 || length(bare) > kLongestTitle) return std::nullopt;
    auto rest = bare.substr(end);
    auto const parted = !rest.empty() && std::string_view(" \t:)").find(rest.front()) != std::string_view::npos;
    auto const title = without_separator(rest).rest;
    if (!parted || !starts_title(title)) return std::nullopt;
    return TopicLine{std::string(number), without_colon(title), had_bullet};
}

}  // namespace lenkwerk::council::reading
