#include "platform/web/visit.hpp"

#include <charconv>

namespace lenkwerk::web {

std::string_view Visit::fragment() const {
    return request().header("hx-request") == "true" ? request().header("hx-target") : std::string_view{};
}

std::int64_t Visit::number(std::string_view name) const {
    auto const text = parameter(name);
    std::int64_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number <= 0 || text.starts_with('0'))
        throw NotFound{};
    return number;
}

}  // namespace lenkwerk::web
