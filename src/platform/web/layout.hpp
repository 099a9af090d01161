#pragma once
// Every page of the product: what stands around its content, and the content itself, written by one function.
//
//   return web::page(visit, {.title = measure.title, .current = "/massnahmen"}, [&](html::Writer& w) { … });
#include "platform/html/writer.hpp"
#include "platform/web/visit.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::web {

// A page above this one; the page itself is not among them.
struct Crumb {
    std::string text;
    html::Url address;
};

// A feed or calendar that belongs to the page, for programs that look for one.
enum class AlternateKind { feed, calendar };
struct Alternate {
    std::string title;
    html::Url address;
    AlternateKind kind = AlternateKind::feed;
};

// wide: tables and overviews · reading: text in lines of at most 75 characters
enum class Width { wide, reading };

struct Frame {
    std::string title;         // of the window; the heading is part of the content
    std::string current = {};  // address of the entry of the navigation under which the page stands
    std::vector<Crumb> breadcrumbs = {};
    std::string description = {};  // one sentence for search engines and previews
    std::vector<Alternate> alternates = {};
    Width width = Width::wide;
    int status = 200;
    bool emergency_hint = false;  // at every form in which somebody may report danger (mission, "Rules against stigma")
    bool indexed = true;          // false: search engines leave it out
};

using Content = std::function<void(html::Writer&)>;

Response page(Visit& visit, Frame const& frame, Content const& content);
// One named part of a page, for an enhanced page that asked for it (visit.fragment()).
Response part(Content const& content);

// What the next page says once, at its top: the answer is a redirect, `key` a message without arguments ("measures.saved").
Response& announce(Response& response, Request const& request, std::string_view key);
// Whether this request still has to be told something: such a page is not taken from the cache.
bool has_announcement(Request const& request);

}  // namespace lenkwerk::web
