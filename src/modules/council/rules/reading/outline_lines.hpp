#pragma once
// One line of an outline: "Handlungsfeld 1 – Prävention" or "- 1.1 Kriminalitätsprävention".
#include <optional>
#include <string>
#include <string_view>

namespace lenkwerk::council::reading {

struct FieldLine {
    std::string number, title;
    std::string subtitle;  // behind an arrow in the same line
};
std::optional<FieldLine> field_line(std::string_view text);

// Is "II" or "B" the field whose topics are numbered "2.…"?
bool is_field_of(std::string_view field_number, std::string_view first_of_topic);

struct TopicLine {
    std::string number, title;
    bool had_bullet = false;
};
// Numbers of two levels and more without leading zeros, so that dates and versions ("2.0") are none.
std::optional<TopicLine> topic_line(std::string_view text);

// What stands behind "→", "->", "⇒" or the "?" a poorer character set left of them.
std::optional<std::string_view> without_arrow(std::string_view text);

std::string without_colon(std::string_view text);

}  // namespace lenkwerk::council::reading
