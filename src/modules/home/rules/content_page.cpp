#include "modules/home/rules/content_page.hpp"

#include "base/text.hpp"
#include "modules/home/rules/refusals.hpp"

#include <algorithm>

namespace lenkwerk::home {
namespace {

constexpr std::size_t kLongestTitle = 200;
constexpr std::size_t kLongestText = 100'000;

}  // namespace

bool is_content_page(std::string_view address) {
    return std::any_of(kContentPages.begin(), kContentPages.end(),
                       [&](ContentPage const& page) { return page.address == address; });
}

Outcome<PageText> check_page(PageText page) {
    page = {text::squeeze(page.title), text::trim(page.text)};
    if (page.title.empty()) return refuse("home.page.title_missing", "title");
    if (text::length(page.title) > kLongestTitle) return too_long("title", kLongestTitle);
    if (text::length(page.text) > kLongestText) return too_long("text", kLongestText);
    return page;
}

PageText page_of_file(std::string_view markdown) {
    auto const end = markdown.find('\n');
    auto first = markdown.substr(0, end);
    while (first.starts_with('#')) first.remove_prefix(1);
    auto const rest = end == std::string_view::npos ? std::string_view{} : markdown.substr(end + 1);
    return {text::squeeze(first), text::trim(rest)};
}

}  // namespace lenkwerk::home
