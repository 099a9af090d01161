#include "platform/web/errors/error_page.hpp"

#include "platform/html/writer.hpp"
#include "platform/web/api.hpp"
#include "platform/web/components/assets.hpp"
#include "platform/web/components/heading.hpp"
#include "platform/web/layout.hpp"

namespace lenkwerk::web {
namespace {

std::string title_key(std::string const& name) { return "error." + name + ".title"; }
std::string text_key(std::string const& name) { return "error." + name + ".text"; }

void write_error(html::Writer& w, i18n::Locale const& locale, std::string const& name, std::string const& incident) {
    components::heading(w, {.title = locale.text(title_key(name)), .lead = locale.text(text_key(name))});
    if (!incident.empty()) w.put("<p>{}</p>", locale.text("error.incident", {{"number", incident}}));
    w.put(R"(<p><a class="kern-link" href="/">{}</a></p>)", locale.text("error.home"));
}

}  // namespace

Response error_page(Visit& visit, int status, std::string const& name) {
    if (is_api(visit.request().path)) return refused(visit.locale(), refuse(text_key(name)), status);
    return page(visit,
                {.title = visit.text(title_key(name)), .width = Width::reading, .status = status, .indexed = false},
                [&](html::Writer& w) { write_error(w, visit.locale(), name, {}); });
}

Response bare_error_page(i18n::Locale const& locale, int status, std::string const& incident) {
    auto const name = std::to_string(status);
    html::Writer w;
    w.put(R"(<!doctype html><html lang="{}"><head><meta charset="utf-8"><title>{}</title>)", locale.tag(),
          locale.text(title_key(name)));
    w.put(
        R"(<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="{}"></head>)",
        components::asset("lenkwerk.css"));
    w.put(
        R"(<body class="lw"><div class="lw-container lw-page lw-page--reading"><main class="lw-main">{}</main></div></body></html>)",
        [&](html::Writer& inner) { write_error(inner, locale, name, incident); });
    return {.status = status, .body = std::move(w).markup()};
}

}  // namespace lenkwerk::web
