#include "platform/web/request_target.hpp"

#include "platform/web/encoding.hpp"
#include "platform/web/router.hpp"

#include <algorithm>

namespace lenkwerk::web {
namespace {

std::string_view without_origin(std::string_view target) {
    for (std::string_view const scheme : {"http://", "https://"})
        if (target.starts_with(scheme)) {
            auto const slash = target.find('/', scheme.size());
            return slash == std::string_view::npos ? "/" : target.substr(slash);
        }
    return target;
}

// The length that a UTF-8 sequence with this first byte has; 0 where none begins so (RFC 3629).
std::size_t sequence_length(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first < 0xE0) return 2;
    if (first >= 0xE0 && first < 0xF0) return 3;
    return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

bool is_clean_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        auto const first = static_cast<unsigned char>(text[i]);
        auto const length = sequence_length(first);
        if (first < ' ' || first == 127 || length == 0 || i + length > text.size()) return false;
        for (std::size_t k = 1; k < length; ++k)
            if ((static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80) return false;
        i += length;
    }
    return true;
}

}  // namespace

std::optional<Target> parse_target(std::string_view target) {
    target = without_origin(target);
    if (!target.starts_with('/')) return std::nullopt;
    auto const question = target.find('?');
    auto path = percent_decode(target.substr(0, question), Plus::is_plus);
    if (!path || !is_clean_utf8(*path)) return std::nullopt;
    return Target{std::move(*path),
                  question == std::string_view::npos ? std::string_view{} : target.substr(question + 1)};
}

std::optional<Method> method_of(std::string_view name) {
    for (auto const method :
         {Method::get, Method::head, Method::post, Method::put, Method::patch, Method::remove, Method::options})
        if (word(method) == name) return method;
    return std::nullopt;
}

std::string reader_address(std::string_view peer, std::string_view forwarded_for,
                           std::vector<std::string> const& trusted) {
    auto const is_trusted = [&](std::string_view address) { return std::ranges::count(trusted, address) > 0; };
    std::string address(peer);
    while (is_trusted(address) && !forwarded_for.empty()) {
        auto const comma = forwarded_for.rfind(',');
        address =
            without_space_around(comma == std::string_view::npos ? forwarded_for : forwarded_for.substr(comma + 1));
        forwarded_for = comma == std::string_view::npos ? std::string_view{} : forwarded_for.substr(0, comma);
    }
    return address;
}

}  // namespace lenkwerk::web
