#include "platform/html/url.hpp"

#include <stdexcept>

namespace lenkwerk::html {

namespace {

bool stands_for_itself(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || c == '~';
}

bool is_clean(std::string_view text) {
    return std::ranges::all_of(text, [](char c) {
        auto const byte = static_cast<unsigned char>(c);
        return byte > ' ' && byte != 0x7F && byte != '\\';
    });
}

bool has_host(std::string_view text) {
    constexpr std::string_view kHttps = "https://";
    return text.starts_with(kHttps) && text.size() > kHttps.size() && text[kHttps.size()] != '/' &&
           text.find('@') == std::string_view::npos;  // no https://bank@elsewhere
}

bool is_mail(std::string_view text) { return text.starts_with("mailto:") && text.find('@') != std::string_view::npos; }

}  // namespace

UrlPart::UrlPart(std::string_view text) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (stands_for_itself(byte))
            text_ += c;
        else
            (((text_ += '%') += kHex[byte >> 4]) += kHex[byte & 15]);
    }
}

std::optional<Url> Url::parse(std::string_view text) {
    if (!is_own(text) && !(is_clean(text) && (has_host(text) || is_mail(text)))) return std::nullopt;
    return Url{std::string(text)};
}

Url Url::checked(std::string_view text) {
    auto url = parse(text);
    if (!url) throw std::invalid_argument("no address for a link: " + std::string(text));
    return *std::move(url);
}

Url Url::with(std::string_view name, std::string_view value) const {
    std::string_view const whole = text();
    auto const fragment = std::min(whole.find('#'), whole.size());
    std::string out{whole.substr(0, fragment)};
    auto const query = out.find('?');
    if (query == std::string::npos)
        out += '?';
    else if (query + 1 < out.size())
        out += '&';
    out.append(part(name).text()).append("=").append(part(value).text()).append(whole.substr(fragment));
    return Url{std::move(out)};
}

}  // namespace lenkwerk::html
