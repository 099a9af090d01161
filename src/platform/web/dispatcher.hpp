#pragma once
// From a request to an answer: route, session, language, door, form token, page; and what to say where one of them fails.
#include "platform/storage/table_versions.hpp"
#include "platform/web/request_visit.hpp"
#include "platform/web/router.hpp"

namespace lenkwerk::web {

struct Dispatched {
    Response response;
    storage::ReadMark mark;   // of what was read for it
    bool is_private = false;  // made for somebody who is signed in
    bool is_common = true;    // the same for every visitor: no form, no cookie
};

class Dispatcher {
public:
    // The routes of the city's modules, and `own` (which outlives the dispatcher).
    explicit Dispatcher(City& city, std::vector<Route> const& own = {});

    // Does not throw: a failure is logged and answered with its incident number.
    Dispatched dispatch(Request const& request);
    std::string_view route_of(Method method, std::string_view path) const;  // its pattern; empty where there is none

private:
    Dispatched visit(Request const& request, storage::Reader const& reader);
    Response respond(RequestVisit& visit);
    Response respond_at(Match const& match, RequestVisit& visit);
    Response without_route(Match const& match, RequestVisit& visit);

    Response incident(Request const& request) const;

    City& city_;
    Router router_;
    std::map<std::string, i18n::Locale const*, std::less<>> locales_;  // at hand also where the database is not
};

// The language of a reader, among those that the city speaks: `chosen` by ?sprache=, by the cookie of an earlier choice, as the
// account is set, as the browser asks.
std::string_view language_for(std::vector<std::string> const& known, std::string_view chosen, std::string_view cookie,
                              std::string_view account, std::string_view accept_language);

}  // namespace lenkwerk::web
