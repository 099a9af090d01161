#include "platform/web/layout.hpp"

#include "platform/city.hpp"
#include "platform/web/components/assets.hpp"
#include "platform/web/cookies.hpp"
#include "platform/web/layout_surroundings.hpp"

#include <algorithm>

namespace lenkwerk::web {

namespace {

bool is_open(Door const& door, Visit const& visit) {
    switch (door.kind) {
        case Door::Kind::open: return true;
        case Door::Kind::signed_in: return visit.actor().account().has_value();
        case Door::Kind::permission: return visit.actor().may_somewhere(door.permission);
    }
    throw std::logic_error("unknown kind of door");
}

std::vector<NavigationLink> navigation(Visit& visit) {
    std::vector<NavigationEntry const*> entries;
    for (auto const& module : visit.city().modules())
        for (auto const& entry : module.navigation)
            if (is_open(entry.door, visit)) entries.push_back(&entry);
    std::ranges::stable_sort(entries, {}, &NavigationEntry::order);
    std::vector<NavigationLink> links;
    for (auto const* entry : entries) links.push_back({visit.text(entry->key), html::Url::checked(entry->address)});
    return links;
}

// The page that was asked for, without the choice of language; the start page where a browser sent what is no address.
html::Url this_page(Request const& request) {
    auto const path = std::string_view(request.target).substr(0, request.target.find('?'));
    auto url = html::Url::parse(path).value_or(html::Url{"/"});
    for (auto const& [name, value] : request.query.values())
        if (name != "sprache") url = url.with(name, value);
    return url;
}

std::vector<LanguageLink> languages(Visit& visit) {
    auto const page = this_page(visit.request());
    std::vector<LanguageLink> links;
    for (auto const& tag : visit.city().languages())
        links.push_back({tag, visit.city().locale(tag).text("common.language.name"), page.with("sprache", tag)});
    return links;
}

// What comes back is a key of ours or nothing: a cookie can be forged, a message cannot.
std::string announcement(Visit const& visit) {
    auto const key = cookie_value(Cookie::announcement, visit.request());
    return visit.locale().is_plain(key) ? visit.text(key) : std::string{};
}

PageAssets assets() {
    return {components::asset("lenkwerk.css"), components::asset("lenkwerk.js"), components::asset("icon.svg")};
}

Surroundings surroundings(Visit& visit) {
    auto const settings = visit.city().settings();
    bool const signed_in = visit.actor().account().has_value();
    return {.locale = visit.locale(),
            .assets = assets(),
            .city = settings->city_name.empty() ? "Lenkwerk" : settings->city_name,
            .product = visit.text("common.product"),
            .signed_in = visit.display_name(),
            .form_token = signed_in ? visit.csrf_token() : std::string{},
            .search_words = visit.request().path == "/suche" ? visit.request().query.text("q") : std::string{},
            .announcement = announcement(visit),
            .navigation = navigation(visit),
            .languages = languages(visit),
            // read from this visit's snapshot, so that cached pages know of the settings that they show
            .is_demo = setting(visit.reader(), "city.demo") == "yes"};
}

// It lives for one page.
Response& set_announcement(Response& response, Request const& request, std::string_view key,
                           std::chrono::seconds lifetime) {
    return response.with("set-cookie", set_cookie(Cookie::announcement, key, request.over_tls, lifetime));
}

}  // namespace

Response page(Visit& visit, Frame const& frame, Content const& content) {
    auto const around = surroundings(visit);
    html::Writer w(16384);
    write_document(w, around, frame, content);
    Response response{.status = frame.status, .body = std::move(w).markup()};
    if (frame.status == 200 && visit.request().method == Method::get) response.caching = Caching::page_cache;
    if (has_announcement(visit.request())) set_announcement(response, visit.request(), "", std::chrono::seconds{0});
    return response;
}

Response part(Content const& content) {
    html::Writer w;
    content(w);
    return {.body = std::move(w).markup()};
}

Response& announce(Response& response, Request const& request, std::string_view key) {
    return set_announcement(response, request, key, std::chrono::seconds{60});
}

bool has_announcement(Request const& request) { return !cookie_value(Cookie::announcement, request).empty(); }

}  // namespace lenkwerk::web
