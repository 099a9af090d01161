#include "platform/web/components/tabs.hpp"

namespace lenkwerk::web::components {

void tabs(html::Writer& w, std::string_view label, std::vector<Tab> const& tabs) {
    w.put(R"(<nav class="lw-tabs" aria-label="{}"><ul class="lw-tabs__list">)", label);
    for (auto const& tab : tabs) {
        w.put(R"(<li><a class="lw-tabs__tab" href="{}"{}>{})", tab.address,
              html::when(tab.current, "aria-current=\"page\""), tab.text);
        if (!tab.count.empty()) w.put(R"( <span class="lw-tabs__count">{}</span>)", tab.count);
        w.put("</a></li>");
    }
    w.put("</ul></nav>");
}

}  // namespace lenkwerk::web::components
