#include "platform/web/layout_surroundings.hpp"

namespace lenkwerk::web {

namespace {

using html::Writer;

// htmx may neither evaluate text nor write style sheets into the page (our policy forbids both), nor keep pages in the
// browser's storage, where they would outlive a signing out.
constexpr std::string_view kHtmxConfig =
    R"({"allowEval":false,"includeIndicatorStyles":false,"historyCacheSize":0,"refreshOnHistoryMiss":true,"selfRequestsOnly":true,"scrollBehavior":"auto"})";

html::Attributes type_of(AlternateKind kind) {
    return kind == AlternateKind::feed ? html::attributes("type=\"application/atom+xml\"")
                                       : html::attributes("type=\"text/calendar\"");
}

void write_head(Writer& w, Surroundings const& around, Frame const& frame) {
    w.put(R"(<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">)");
    w.put("<title>{}</title>",
          around.locale.text("common.window_title",
                             {{"page", frame.title}, {"site", around.product}, {"city", around.city}}));
    if (!frame.description.empty()) w.put(R"(<meta name="description" content="{}">)", frame.description);
    if (!frame.indexed) w.put(R"(<meta name="robots" content="noindex">)");
    w.put(R"(<meta name="color-scheme" content="light dark"><meta name="htmx-config" content="{}">)", kHtmxConfig);
    w.put(R"(<link rel="icon" type="image/svg+xml" href="{}">)", around.assets.icon);
    w.put(R"(<link rel="stylesheet" href="{}">)", around.assets.style_sheet);
    for (auto const& alternate : frame.alternates)
        w.put(R"(<link rel="alternate" title="{}" href="{}"{}>)", alternate.title, alternate.address,
              type_of(alternate.kind));
    w.put(html::script(around.assets.script));
    w.put("</head>");
}

void write_language_links(Writer& w, Surroundings const& around) {
    if (around.languages.size() < 2) return;
    w.put(R"(<nav aria-label="{}"><ul class="lw-tools__languages">)", around.locale.text("common.language.label"));
    for (auto const& language : around.languages) {
        bool const current = language.tag == around.locale.tag();
        w.put(R"(<li><a class="lw-tools__link" href="{}" lang="{}" hreflang="{}"{}>{}</a></li>)", language.address,
              language.tag, language.tag, html::when(current, "aria-current=\"true\""), language.name);
    }
    w.put("</ul></nav>");
}

void write_account(Writer& w, Surroundings const& around) {
    auto const& locale = around.locale;
    if (around.signed_in.empty()) {
        w.put(R"(<a class="lw-tools__link" href="/anmelden">{}</a>)", locale.text("common.sign_in"));
        return;
    }
    w.put(R"(<a class="lw-tools__link" href="/konto">{}</a>)", around.signed_in);
    w.put(
        R"(<form class="lw-tools__form" method="post" action="/abmelden"><input type="hidden" name="_form_token" value="{}">)"
        R"(<button class="lw-tools__link" type="submit">{}</button></form>)",
        around.form_token, locale.text("common.sign_out"));
}

void write_search(Writer& w, Surroundings const& around) {
    auto const label = around.locale.text("common.search.label");
    w.put(
        R"(<search class="lw-search"><form method="get" action="/suche" role="search">)"
        R"(<label class="kern-sr-only" for="lw-search">{}</label>)"
        R"(<input class="lw-search__input" id="lw-search" type="search" name="q" value="{}" maxlength="200" placeholder="{}" autocomplete="off">)"
        R"(<button class="lw-search__button" type="submit"><span class="kern-icon kern-icon--search" aria-hidden="true"></span>)"
        R"(<span class="kern-sr-only">{}</span></button></form></search>)",
        label, around.search_words, label, around.locale.text("common.search.submit"));
}

void write_banner(Writer& w, Surroundings const& around) {
    auto const& locale = around.locale;
    w.put(
        R"(<div class="kern-kopfzeile"><div class="lw-container kern-kopfzeile__content">)"
        R"(<span class="kern-kopfzeile__label">{}</span><div class="lw-tools">{}{}</div></div></div>)",
        locale.text("common.official_site", {{"city", around.city}}),
        [&](Writer& inner) { write_language_links(inner, around); },
        [&](Writer& inner) { write_account(inner, around); });
}

void write_brand(Writer& w, Surroundings const& around) {
    w.put(R"(<div class="lw-container lw-header__content">)"
          R"(<a class="lw-brand" href="/"><span class="lw-brand__mark" aria-hidden="true"></span>)"
          R"(<span class="lw-brand__name">{}</span><span class="lw-brand__city">{}</span></a>)",
          around.product, around.city);
    write_search(w, around);
    w.put("</div>");
}

void write_header(Writer& w, Surroundings const& around) {
    w.put(R"(<header class="lw-header">)");
    write_banner(w, around);
    if (around.is_demo) w.put(R"(<p class="lw-demo">{}</p>)", around.locale.text("common.demo"));
    write_brand(w, around);
    w.put("</header>");
}

// On a phone the list folds behind its summary, without a script.
void write_navigation(Writer& w, Surroundings const& around, Frame const& frame) {
    if (around.navigation.empty()) return;
    auto const& locale = around.locale;
    auto const links = html::write([&](Writer& list) {
        for (auto const& link : around.navigation)
            list.put(R"(<li><a class="lw-nav__link" href="{}"{}>{}</a></li>)", link.address,
                     html::when(link.address.text() == frame.current, "aria-current=\"true\""), link.text);
    });
    w.put(
        R"(<nav class="lw-nav" aria-label="{}"><div class="lw-container">)"
        R"(<details class="lw-nav__fold"><summary class="lw-nav__summary"><span class="kern-icon kern-icon--dehaze" aria-hidden="true"></span>{}</summary>)"
        R"(<ul class="lw-nav__list">{}</ul></details><ul class="lw-nav__list lw-nav__list--open">{}</ul></div></nav>)",
        locale.text("common.navigation.label"), locale.text("common.navigation.menu"), links, links);
}

void write_breadcrumbs(Writer& w, Surroundings const& around, Frame const& frame) {
    if (frame.breadcrumbs.empty()) return;
    w.put(R"(<nav class="lw-crumbs" aria-label="{}"><ol class="lw-crumbs__list">)",
          around.locale.text("common.breadcrumbs.label"));
    for (auto const& crumb : frame.breadcrumbs)
        w.put(R"(<li><a class="kern-link" href="{}">{}</a></li>)", crumb.address, crumb.text);
    w.put(R"(<li aria-current="page">{}</li></ol></nav>)", frame.title);
}

void write_announcement(Writer& w, Surroundings const& around) {
    if (around.announcement.empty()) return;
    w.put(
        R"(<div class="lw-announcement" role="status"><span class="kern-icon kern-icon--success" aria-hidden="true"></span><p>{}</p></div>)",
        around.announcement);
}

void write_emergency_hint(Writer& w, Surroundings const& around) {
    w.put(
        R"(<aside class="lw-emergency" aria-label="{}"><span class="kern-icon kern-icon--danger" aria-hidden="true"></span><p>{}</p></aside>)",
        around.locale.text("common.emergency.label"), around.locale.text("common.emergency.text"));
}

void write_main(Writer& w, Surroundings const& around, Frame const& frame, Content const& content) {
    w.put(R"(<div class="lw-container lw-page lw-page--{}">)",
          frame.width == Width::wide ? html::Word{"wide"} : html::Word{"reading"});
    write_breadcrumbs(w, around, frame);
    w.put(R"(<main class="lw-main" id="inhalt" tabindex="-1">)");
    write_announcement(w, around);
    if (frame.emergency_hint) write_emergency_hint(w, around);
    content(w);
    w.put("</main></div>");
}

void write_footer(Writer& w, Surroundings const& around) {
    auto const text = [&](char const* key) { return around.locale.text(key); };
    w.put(
        R"(<footer class="lw-footer"><div class="lw-container"><ul class="lw-footer__list lw-footer__list--access">)"
        R"(<li><a href="/leichte-sprache"><span class="kern-icon kern-icon--easy-language" aria-hidden="true"></span>{}</a></li>)"
        R"(<li><a href="/gebaerdensprache"><span class="kern-icon kern-icon--sign-language" aria-hidden="true"></span>{}</a></li></ul>)",
        text("common.footer.easy_language"), text("common.footer.sign_language"));
    w.put(R"(<ul class="lw-footer__list"><li><a href="/impressum">{}</a></li><li><a href="/datenschutz">{}</a></li>)"
          R"(<li><a href="/barrierefreiheit">{}</a></li><li><a href="/barrierefreiheit/rueckmeldung">{}</a></li></ul>)",
          text("common.footer.imprint"), text("common.footer.privacy"), text("common.footer.accessibility"),
          text("common.footer.feedback"));
    w.put(R"(<p class="lw-footer__note">{}</p></div></footer>)", text("common.emergency.text"));
}

}  // namespace

void write_document(Writer& w, Surroundings const& around, Frame const& frame, Content const& content) {
    auto const& locale = around.locale;
    w.put(R"(<!doctype html><html lang="{}" dir="{}">)", locale.tag(),
          locale.is_right_to_left() ? html::Word{"rtl"} : html::Word{"ltr"});
    write_head(w, around, frame);
    w.put(R"(<body class="lw"><a class="lw-skip" href="#inhalt">{}</a>)", locale.text("common.skip_to_content"));
    write_header(w, around);
    write_navigation(w, around, frame);
    write_main(w, around, frame, content);
    write_footer(w, around);
    w.put("</body></html>\n");
}

}  // namespace lenkwerk::web
