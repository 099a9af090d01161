#pragma once
// The way on in a list that is longer than a page (platform/storage/page.hpp).
#include "platform/html/writer.hpp"
#include "platform/i18n/locale.hpp"

#include <optional>
#include <string>

namespace lenkwerk::web::components {

struct Pagination {
    html::Url list;                                  // the list with its filters, without a cursor
    std::optional<std::string> next = std::nullopt;  // the cursor of the next page
    bool is_first = true;
};

// Writes nothing where there is only one page. The cursor travels in the field `ab`.
void pagination(html::Writer& w, i18n::Locale const& locale, Pagination const& pagination);

}  // namespace lenkwerk::web::components
