// The bodies, and the page of each: who sits in it, who is missing, when it meets.
#include "modules/bodies/store/bodies.hpp"
#include "modules/bodies/store/sessions.hpp"
#include "modules/bodies/web/pages.hpp"
#include "platform/web/components/components.hpp"
#include "platform/web/layout.hpp"
#include "platform/web/panels.hpp"

namespace lenkwerk::bodies {
namespace {

constexpr std::string_view kNavigation = "/gremien";

html::Url address_of(BodyId id) { return html::Url::checked(fmt::format("/gremien/{}", id.value)); }

std::string kind_name(web::Visit& visit, std::string_view kind) {
    return visit.text(fmt::format("bodies.kind.{}", kind));
}

void show_group(html::Writer& w, web::Visit& visit, std::string const& title, std::vector<store::Body> const& bodies,
                bool of_the_plan) {
    std::vector<ui::Card> cards;
    for (auto const& body : bodies)
        if (is_of_the_plan(body.facts.kind) == of_the_plan)
            cards.push_back({body.facts.name, address_of(body.id), kind_name(visit, body.facts.kind),
                             body.closed_at ? visit.text("bodies.body.closed") : ""});
    if (cards.empty()) return;
    w.put("<h2>{}</h2>", title);
    ui::cards(w, cards, 3);
}

std::vector<MemberDraft> facts_of(std::vector<store::Member> const& members) {
    std::vector<MemberDraft> facts;
    for (auto const& member : members) facts.push_back(member.facts);
    return facts;
}

void show_shares(html::Writer& w, web::Visit& visit, std::string const& title, std::string const& prefix,
                 std::vector<Share> const& shares, int members) {
    if (shares.empty()) return;
    std::vector<ui::Bar> bars;
    for (auto const& share : shares)
        bars.push_back(
            {visit.text(prefix + share.what), members ? static_cast<double>(share.members) / members : 0,
             share.is_gap() ? visit.text("bodies.composition.missing") : visit.locale().number(share.members),
             share.is_gap() ? ui::Tone::bad : ui::Tone::info});
    ui::bars(w, title, bars);
}

void show_members(html::Writer& w, web::Visit& visit, store::Body const& body) {
    auto const members = store::members_of(visit.reader(), body.id);
    if (members.empty() && body.facts.wanted_sectors.empty()) return;
    auto const found = composition(body.facts, facts_of(members), visit.today());
    w.put("<section><h2>{}</h2>", visit.text("bodies.members.title"));
    show_shares(w, visit, visit.text("bodies.composition.sectors"), "bodies.sector.", found.sectors, found.members);
    show_shares(w, visit, visit.text("bodies.composition.perspectives"), "bodies.perspective.", found.perspectives,
                found.members);
    ui::Table table(w, {visit.text("bodies.members.title"),
                        {{visit.text("bodies.members.seat")},
                         {visit.text("bodies.members.function")},
                         {visit.text("bodies.members.sector")},
                         {visit.text("bodies.members.deputy")}},
                        true});
    for (auto const& member : members) {
        if (!member.facts.term.contains(visit.today())) continue;
        table.row([&](ui::Row& row) {
            row.text(member.facts.name);
            row.text(visit.text("bodies.function." + member.facts.function));
            row.text(visit.text("bodies.sector." + member.facts.sector));
            member.facts.deputy.empty() ? row.empty() : row.text(member.facts.deputy);
        });
    }
    table.end();
    w.put("</section>");
}

void show_sessions(html::Writer& w, web::Visit& visit, BodyId id) {
    auto const sessions = store::sessions_of(visit.reader(), visit.viewer(), id);
    if (sessions.empty()) return;
    ui::Table table(w, {visit.text("bodies.sessions.title"),
                        {{visit.text("bodies.sessions.day")},
                         {visit.text("bodies.sessions.kind")},
                         {visit.text("bodies.sessions.place")},
                         {visit.text("bodies.sessions.state")}}});
    for (auto const& session : sessions)
        table.row([&](ui::Row& row) {
            row.text(visit.text("bodies.sessions.when", {{"day", visit.locale().day(session.facts.day)},
                                                         {"time", clock_of(session.facts.start_minute)}}));
            row.text(visit.text(fmt::format("bodies.session_kind.{}", word(session.facts.kind))));
            row.text(session.facts.place);
            row.text(visit.text(fmt::format("bodies.session_state.{}", word(session.state))));
        });
    table.end();
}

}  // namespace

web::Response list_bodies_page(web::Visit& visit) {
    auto const title = visit.text("bodies.list.title");
    auto const bodies = store::list_bodies(visit.reader());
    auto page = web::page(
        visit, {.title = title, .current = std::string(kNavigation), .description = visit.text("bodies.list.lead")},
        [&](html::Writer& w) {
            ui::heading(w, {.title = title, .lead = visit.text("bodies.list.lead")});
            if (bodies.empty())
                return ui::empty_state(w, {visit.text("bodies.list.none"), visit.text("bodies.list.none_text")});
            show_group(w, visit, visit.text("bodies.list.of_plan"), bodies, true);
            show_group(w, visit, visit.text("bodies.list.of_council"), bodies, false);
        });
    page.caching = web::Caching::page_cache;
    return page;
}

web::Response show_body(web::Visit& visit) {
    auto const body = store::find_body(visit.reader(), visit.id<BodyId>("id"));
    if (!body) throw web::NotFound{};
    std::vector<web::Crumb> const above{{visit.text("bodies.list.title"), html::Url{"/gremien"}}};
    auto page = web::page(visit, {.title = body->facts.name, .current = std::string(kNavigation), .breadcrumbs = above},
                          [&](html::Writer& w) {
                              ui::heading(w, {.title = body->facts.name, .above = kind_name(visit, body->facts.kind)});
                              if (body->closed_at) ui::notice(w, {.title = visit.text("bodies.body.closed")});
                              show_sessions(w, visit, body->id);
                              show_members(w, visit, *body);
                              web::show_panels(visit, "bodies.body", {"body", body->id.value}, w);
                          });
    page.caching = web::Caching::page_cache;
    return page;
}

}  // namespace lenkwerk::bodies
