#pragma once
// What stands around a page, as plain values, so that the layout can be shown and tested without a city.
#include "platform/i18n/locale.hpp"
#include "platform/web/layout.hpp"

#include <string>
#include <vector>

namespace lenkwerk::web {

struct NavigationLink {
    std::string text;
    html::Url address;
};

struct LanguageLink {
    std::string tag, name;
    html::Url address;  // the same page in that language
};

struct PageAssets {
    html::Url style_sheet, script, icon;
};

struct Surroundings {
    i18n::Locale const& locale;
    PageAssets assets;
    std::string city;             // "Musterstadt"
    std::string product;          // the name of the site: "Kommunale Sicherheit"
    std::string signed_in = {};   // who; empty for visitors
    std::string form_token = {};  // for signing out; empty for visitors
    std::string search_words = {};
    std::string announcement = {};
    std::vector<NavigationLink> navigation = {};
    std::vector<LanguageLink> languages = {};
    bool is_demo = false;
};

// The whole document.
void write_document(html::Writer& w, Surroundings const& around, Frame const& frame, Content const& content);

}  // namespace lenkwerk::web
