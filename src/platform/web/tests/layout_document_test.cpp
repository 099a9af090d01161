#include "platform/web/components/pattern_page.hpp"
#include "platform/web/layout_surroundings.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

namespace lenkwerk::web {
namespace {

i18n::Locale locale_of(std::string const& tag, std::string const& file) {
    i18n::Locale locale(tag, "Europe/Berlin");
    std::ostringstream json;
    json << std::ifstream(LENKWERK_SOURCE_DIR "/src/platform/web/" + file).rdbuf();
    locale.add(json.str());
    return locale;
}

PageAssets assets() {
    auto const at = [](char const* name, char const* otherwise) {
        auto const* const set = std::getenv(name);  // assets/check.mjs names the built ones
        return html::Url::checked(set ? set : otherwise);
    };
    return {at("LENKWERK_STYLE_SHEET", "/assets/a.css"), at("LENKWERK_SCRIPT", "/assets/a.js"),
            html::Url{"/assets/a.svg"}};
}

std::string document(Surroundings const& around, Frame const& frame, Content const& content = [](html::Writer&) {}) {
    html::Writer w;
    write_document(w, around, frame, content);
    return std::move(w).markup();
}

bool has(std::string const& markup, std::string_view part) { return markup.find(part) != std::string::npos; }

class Document : public testing::Test {
protected:
    i18n::Locale const german = locale_of("de", "de.json");
    Surroundings visitor{.locale = german, .assets = assets(), .city = "Musterstadt", .product = "Sicherheit & Plan"};
};

TEST_F(Document, names_language_title_and_what_it_needs) {
    auto const page = document(visitor, {.title = "Plan <3>", .description = "Der Plan"});
    EXPECT_TRUE(page.starts_with(R"(<!doctype html><html lang="de" dir="ltr"><head><meta charset="utf-8">)"));
    EXPECT_TRUE(has(page, "<title>Plan &lt;3&gt; – Sicherheit &amp; Plan, Musterstadt</title>"));
    EXPECT_TRUE(has(page, R"(<meta name="description" content="Der Plan">)"));
    EXPECT_TRUE(has(page, R"(.js" defer></script>)"));
    EXPECT_FALSE(has(page, "noindex"));
}

TEST_F(Document, lets_readers_skip_to_the_content) {
    auto const page = document(visitor, {.title = "x"}, [](html::Writer& w) { w.put("<h1>Inhalt</h1>"); });
    EXPECT_TRUE(has(page, R"(<a class="lw-skip" href="#inhalt">Zum Inhalt springen</a>)"));
    EXPECT_TRUE(has(page, R"(<main class="lw-main" id="inhalt" tabindex="-1"><h1>Inhalt</h1></main>)"));
}

TEST_F(Document, shows_visitors_the_way_in_and_others_the_way_out) {
    EXPECT_TRUE(has(document(visitor, {.title = "x"}), R"(href="/anmelden">Anmelden</a>)"));
    visitor.signed_in = "Amt 32";
    visitor.form_token = "t0k";
    auto const page = document(visitor, {.title = "x"});
    EXPECT_FALSE(has(page, "/anmelden"));
    EXPECT_TRUE(has(page, R"(action="/abmelden"><input type="hidden" name="_form_token" value="t0k">)"));
}

TEST_F(Document, marks_where_the_reader_is) {
    visitor.navigation = {{"Plan", html::Url{"/plan"}}, {"Orte", html::Url{"/orte"}}};
    auto const page =
        document(visitor, {.title = "Thema", .current = "/plan", .breadcrumbs = {{"Plan", html::Url{"/plan"}}}});
    EXPECT_TRUE(has(page, R"(href="/plan" aria-current="true">Plan</a>)"));
    EXPECT_TRUE(has(page, R"(href="/orte">Orte</a>)"));
    EXPECT_TRUE(has(page, R"(<li aria-current="page">Thema</li>)"));
}

TEST_F(Document, offers_languages_each_in_its_own) {
    visitor.languages = {{"de", "Deutsch", html::Url{"/?sprache=de"}}, {"en", "English", html::Url{"/?sprache=en"}}};
    auto const page = document(visitor, {.title = "x"});
    EXPECT_TRUE(has(page, R"(lang="de" hreflang="de" aria-current="true">Deutsch</a>)"));
    EXPECT_TRUE(has(page, R"(lang="en" hreflang="en">English</a>)"));
}

TEST_F(Document, says_announcement_emergency_and_demo_only_where_they_apply) {
    auto const plain = document(visitor, {.title = "x"});
    EXPECT_FALSE(has(plain, "lw-announcement") || has(plain, "lw-emergency") || has(plain, "lw-demo"));
    visitor.announcement = "Gespeichert.";
    visitor.is_demo = true;
    auto const page = document(visitor, {.title = "x", .emergency_hint = true, .indexed = false});
    EXPECT_TRUE(has(page, R"(role="status">)") && has(page, "<p>Gespeichert.</p>"));
    EXPECT_TRUE(has(page, "lw-emergency") && has(page, "lw-demo") && has(page, "noindex"));
}

TEST_F(Document, links_what_the_law_asks_for_on_every_page) {
    auto const page = document(visitor, {.title = "x"});
    for (std::string const address : {"/impressum", "/datenschutz", "/barrierefreiheit",
                                      "/barrierefreiheit/rueckmeldung", "/leichte-sprache", "/gebaerdensprache"})
        EXPECT_TRUE(has(page, "href=\"" + address + "\"")) << address;
}

TEST_F(Document, runs_from_right_to_left_where_the_language_does) {
    auto const arabic = locale_of("ar", "en.json");
    Surroundings const around{.locale = arabic, .assets = assets(), .city = "M", .product = "P"};
    EXPECT_TRUE(has(document(around, {.title = "x"}), R"(<html lang="ar" dir="rtl">)"));
}

// The checks of accessibility and of the markup look at this page and say by the environment where they want it.
TEST_F(Document, shows_every_component_on_the_pattern_page) {
    visitor.navigation = {
        {"Start", html::Url{"/"}}, {"Plan", html::Url{"/plan"}}, {"Maßnahmen", html::Url{"/massnahmen"}}};
    visitor.languages = {{"de", "Deutsch", html::Url{"/muster?sprache=de"}},
                         {"en", "English", html::Url{"/muster?sprache=en"}}};
    visitor.announcement = "Ihre Angaben sind gespeichert.";
    visitor.is_demo = true;
    Frame const frame{
        .title = "Musterseite", .current = "/plan", .breadcrumbs = {{"Start", html::Url{"/"}}}, .emergency_hint = true};
    auto const page = document(visitor, frame, [&](html::Writer& w) { components::pattern_page(w, german); });
    EXPECT_TRUE(has(page, "Jeder Baustein"));
    if (auto const* file = std::getenv("LENKWERK_PATTERN_PAGE")) std::ofstream(file) << page;
}

}  // namespace
}  // namespace lenkwerk::web
