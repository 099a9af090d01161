#include "platform/web/components/notice.hpp"

namespace lenkwerk::web::components {

namespace {

std::string_view kern_name(NoticeKind kind) {
    constexpr std::array<std::string_view, 4> kNames{"info", "success", "warning", "danger"};
    return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace

void notice(html::Writer& w, Notice const& notice) {
    auto const name = kern_name(notice.kind);
    w.put(R"(<div class="kern-alert kern-alert--{} lw-alert" role="note"><div class="kern-alert__header">)"
          R"(<span class="kern-icon kern-icon--{}" aria-hidden="true"></span><p class="kern-title">{}</p></div>)",
          name, name, notice.title);
    if (!notice.text.empty() || notice.more) {
        w.put(R"(<div class="kern-alert__body">)");
        if (!notice.text.empty()) w.put(R"(<p class="kern-body">{}</p>)", notice.text);
        if (notice.more) notice.more(w);
        w.put("</div>");
    }
    w.put("</div>");
}

void empty_state(html::Writer& w, EmptyState const& state) {
    w.put(R"(<div class="lw-empty"><p class="lw-empty__title">{}</p>)", state.title);
    if (!state.text.empty()) w.put("<p>{}</p>", state.text);
    if (!state.action.empty())
        w.put(R"(<p><a class="kern-btn kern-btn--secondary" href="{}"><span class="kern-label">{}</span></a></p>)",
              html::Url::checked(state.address), state.action);
    w.put("</div>");
}

}  // namespace lenkwerk::web::components
