#pragma once
// The codings in which text travels in addresses, forms and cookies: percent, base64url, hexadecimal.
#include <optional>
#include <string>
#include <string_view>

namespace lenkwerk::web {

enum class Plus { is_space, is_plus };  // in forms and queries, in paths

// Nothing for a broken escape ("%4", "%zz").
std::optional<std::string> percent_decode(std::string_view text, Plus plus);
// Everything but letters, digits and -._~ is escaped: safe as a value in a query.
std::string percent_encode(std::string_view text);
std::string base64url(std::string_view bytes);  // without padding
std::optional<std::string> base64url_decode(std::string_view text);
std::string hex(std::string_view bytes);

std::string lower_case(std::string_view ascii);
std::string_view without_space_around(std::string_view text);            // ASCII space, tab, line ends
bool same_ignoring_case(std::string_view left, std::string_view right);  // ASCII

// The parts between separators, each without space around it; the last ones where the separator ends the text are
// empty.
template <class Each> void each_part(std::string_view text, char separator, Each each) {
    for (;;) {
        auto const end = text.find(separator);
        each(without_space_around(text.substr(0, end)));
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

}  // namespace lenkwerk::web
