#include "platform/web/components/description_list.hpp"

namespace lenkwerk::web::components {

DescriptionList::DescriptionList(html::Writer& w) : w_(w) { w_.put(R"(<dl class="kern-description-list lw-facts">)"); }

void DescriptionList::fact(std::string_view name, std::function<void(html::Writer&)> const& value) {
    w_.put(R"(<div class="kern-description-list-item"><dt class="kern-description-list-item__key">{}</dt>)"
           R"(<dd class="kern-description-list-item__value">{}</dd></div>)",
           name, value);
}

void DescriptionList::fact(std::string_view name, std::string_view value) {
    if (!value.empty()) fact(name, [&](html::Writer& w) { w.text(value); });
}

void DescriptionList::link(std::string_view name, std::string_view value, html::Url const& address) {
    fact(name, [&](html::Writer& w) { w.put(R"(<a class="kern-link" href="{}">{}</a>)", address, value); });
}

void DescriptionList::end() { w_.put("</dl>"); }

}  // namespace lenkwerk::web::components
