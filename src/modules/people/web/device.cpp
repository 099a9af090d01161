#include "modules/people/web/device.hpp"

#include <array>
#include <utility>

namespace lenkwerk::people {
namespace {

// The first that occurs wins: many browsers name the ones they descend from, too.
template <std::size_t N>
std::string_view first_in(std::string_view text,
                          std::array<std::pair<std::string_view, std::string_view>, N> const& names) {
    for (auto const& [mark, name] : names)
        if (text.find(mark) != std::string_view::npos) return name;
    return {};
}

}  // namespace

std::string device_of(std::string_view user_agent) {
    using Names4 = std::array<std::pair<std::string_view, std::string_view>, 4>;
    using Names6 = std::array<std::pair<std::string_view, std::string_view>, 6>;
    auto const browser = first_in(
        user_agent, Names4{{{"Edg/", "Edge"}, {"Firefox/", "Firefox"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"}}});
    auto const system = first_in(user_agent, Names6{{{"Android", "Android"},
                                                     {"iPhone", "iPhone"},
                                                     {"iPad", "iPad"},
                                                     {"Windows", "Windows"},
                                                     {"Mac OS", "macOS"},
                                                     {"Linux", "Linux"}}});
    auto text = std::string(browser);
    if (!browser.empty() && !system.empty()) text += ", ";
    return text += system;
}

}  // namespace lenkwerk::people
