#include "platform/web/components/pagination.hpp"

namespace lenkwerk::web::components {

void pagination(html::Writer& w, i18n::Locale const& locale, Pagination const& pagination) {
    if (pagination.is_first && !pagination.next) return;
    w.put(R"(<nav class="lw-pagination" aria-label="{}">)", locale.text("common.pagination.label"));
    if (!pagination.is_first)
        w.put(R"(<a class="kern-btn kern-btn--tertiary" href="{}"><span class="kern-label">{}</span></a>)",
              pagination.list, locale.text("common.pagination.first"));
    if (pagination.next)
        w.put(R"(<a class="kern-btn kern-btn--secondary" href="{}" rel="next"><span class="kern-label">{}</span></a>)",
              pagination.list.with("ab", *pagination.next), locale.text("common.pagination.next"));
    w.put("</nav>");
}

}  // namespace lenkwerk::web::components
