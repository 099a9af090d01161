// The body of a form in any of its three codings is fields or nothing; a query is always fields.
#include "platform/web/http.hpp"
#include "tests/fuzz/input.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    using namespace lenkwerk;
    auto body = fuzz::text_of(bytes, size);
    auto const content_type = fuzz::first_line(body);
    if (auto const fields = web::Fields::from_body(content_type, body))
        for (auto const& [name, value] : fields->values()) fuzz::must(fields->has(name));
    for (auto const& [name, value] : web::Fields::from_query(body).values())
        fuzz::must(name.size() + value.size() <= body.size());
    return 0;
}
