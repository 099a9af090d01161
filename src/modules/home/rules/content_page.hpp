#pragma once
// The pages that the office writes itself in Markdown: imprint, privacy, accessibility, Leichte Sprache, sign language, about.
#include "base/outcome.hpp"

#include <array>
#include <string>
#include <string_view>

namespace lenkwerk::home {

struct ContentPage {
    std::string_view address;  // without the slash: "impressum"
    std::string_view file;     // of the city's folder: "imprint"
};
inline constexpr std::array<ContentPage, 6> kContentPages{{{"impressum", "imprint"},
                                                           {"datenschutz", "privacy"},
                                                           {"barrierefreiheit", "accessibility"},
                                                           {"leichte-sprache", "leichte-sprache"},
                                                           {"gebaerdensprache", "gebaerdensprache"},
                                                           {"ueber", "about"}}};
bool is_content_page(std::string_view address);

struct PageText {
    std::string title;  // 1 to 200 characters
    std::string text;   // Markdown, at most 100,000 characters
};
Outcome<PageText> check_page(PageText page);

// A file of the city's folder: its first line is the title ("# Impressum").
PageText page_of_file(std::string_view markdown);

}  // namespace lenkwerk::home
