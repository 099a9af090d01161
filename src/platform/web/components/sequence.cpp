#include "platform/web/components/sequence.hpp"

namespace lenkwerk::web::components {

namespace {

struct Look {
    std::string_view name;
    char const* key;
};

Look look_of(Progress progress) {
    switch (progress) {
        case Progress::done: return {"done", "common.sequence.done"};
        case Progress::current: return {"current", "common.sequence.current"};
        case Progress::skipped: return {"skipped", "common.sequence.skipped"};
        case Progress::open: break;
    }
    return {"open", "common.sequence.open"};
}

}  // namespace

void sequence(html::Writer& w, i18n::Locale const& locale, std::vector<Step> const& steps) {
    w.put(R"(<ol class="lw-sequence">)");
    for (auto const& step : steps) {
        auto const look = look_of(step.progress);
        w.put(R"(<li class="lw-sequence__step lw-sequence__step--{}"{}><div class="lw-sequence__title">)"
              R"({}<span class="kern-sr-only"> ({})</span></div>)",
              look.name, html::when(step.progress == Progress::current, "aria-current=\"step\""), step.title,
              locale.text(look.key));
        if (!step.detail.empty()) w.put(R"(<div class="lw-sequence__detail">{}</div>)", step.detail);
        if (step.more) w.put(R"(<div class="lw-sequence__more">{}</div>)", step.more);
        w.put("</li>");
    }
    w.put("</ol>");
}

}  // namespace lenkwerk::web::components
