// The target of a request and the addresses in links: what is read keeps its promises, and coding is undone by decoding.
#include "base/text.hpp"
#include "platform/html/url.hpp"
#include "platform/web/encoding.hpp"
#include "platform/web/languages.hpp"
#include "platform/web/multipart.hpp"
#include "platform/web/request_target.hpp"
#include "tests/fuzz/input.hpp"

#include <algorithm>

namespace {

using namespace lenkwerk;

void check_target(std::string_view text) {
    auto const target = web::parse_target(text);
    if (!target) return;
    fuzz::must(target->path.starts_with('/'));
    fuzz::must(text::is_utf8(target->path));
    fuzz::must(std::ranges::none_of(target->path, [](char c) { return static_cast<unsigned char>(c) < ' '; }));
}

void check_link(std::string_view text) {
    auto const url = html::Url::parse(text);
    if (!url) return;
    auto const address = url->text();
    fuzz::must(url->is_own() || address.starts_with("https:") || address.starts_with("mailto:"));
    fuzz::must(std::ranges::none_of(address, [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\\'; }));
    fuzz::must(html::Url::parse(url->with("seite", text).text()).has_value());
}

void check_coding(std::string_view text) {
    fuzz::must(web::percent_decode(web::percent_encode(text), web::Plus::is_plus) == text);
    fuzz::must(web::base64url_decode(web::base64url(text)) == text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    auto const text = fuzz::text_of(bytes, size);
    check_target(text);
    check_link(text);
    check_coding(text);
    static std::vector<std::string> const known{"de", "en"};
    auto const language = web::preferred_language(text, known);
    fuzz::must(language == "de" || language == "en");
    (void)web::header_parameter(text, "name");
    return 0;
}
