#include "platform/web/components/card.hpp"

namespace lenkwerk::web::components {

namespace {

void title(html::Writer& w, Card const& card, int level) {
    if (level == 2)
        w.put(R"(<h2 class="kern-title"><a class="kern-link--stretched" href="{}">{}</a></h2>)", card.address,
              card.title);
    else
        w.put(R"(<h3 class="kern-title"><a class="kern-link--stretched" href="{}">{}</a></h3>)", card.address,
              card.title);
}

}  // namespace

void cards(html::Writer& w, std::vector<Card> const& cards, int level) {
    w.put(R"(<ul class="lw-cards">)");
    for (auto const& card : cards) {
        w.put(
            R"(<li class="kern-card kern-card--small kern-card--interactive lw-card"><div class="kern-card__container"><div class="kern-card__header">)");
        if (!card.above.empty()) w.put(R"(<p class="kern-preline">{}</p>)", card.above);
        title(w, card, level);
        w.put("</div>");
        if (!card.text.empty()) w.put(R"(<div class="kern-card__body"><p class="kern-body">{}</p></div>)", card.text);
        if (card.below) w.put(R"(<div class="lw-card__below">{}</div>)", card.below);
        w.put("</div></li>");
    }
    w.put("</ul>");
}

}  // namespace lenkwerk::web::components
