// The bodies, and the page of each: who sits in it, who is missing, when it meets.
#include "modules/bodies/commands/bodies.hpp"
#include "modules/bodies/web/common.hpp"

namespace lenkwerk::bodies {
namespace {

std::string kind_name(web::Visit& visit, std::string_view kind) {
    return visit.text(fmt::format("bodies.kind.{}", kind));
}

void show_group(html::Writer& w, web::Visit& visit, std::string const& title, std::vector<store::Body> const& bodies,
                bool of_the_plan) {
    std::vector<ui::Card> cards;
    for (auto const& body : bodies)
        if (is_of_the_plan(body.facts.kind) == of_the_plan)
            cards.push_back({body.facts.name, body_address(body.id), kind_name(visit, body.facts.kind),
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

std::string gaps_text(web::Visit& visit, Composition const& found) {
    std::vector<std::string> missing;
    for (auto const& share : found.sectors)
        if (share.is_gap()) missing.push_back(visit.text("bodies.sector." + share.what));
    for (auto const& share : found.perspectives)
        if (share.is_gap()) missing.push_back(visit.text("bodies.perspective." + share.what));
    return visit.locale().list(missing);
}

void show_composition(html::Writer& w, web::Visit& visit, Composition const& found) {
    if (found.has_gaps())
        ui::notice(w, {.title = visit.text("bodies.composition.gaps"),
                       .text = gaps_text(visit, found),
                       .kind = ui::NoticeKind::warning});
    show_shares(w, visit, visit.text("bodies.composition.sectors"), "bodies.sector.", found.sectors, found.members);
    show_shares(w, visit, visit.text("bodies.composition.perspectives"), "bodies.perspective.", found.perspectives,
                found.members);
}

void show_member_row(ui::Row& row, web::Visit& visit, store::Member const& member) {
    if (visit.actor().may(kManage))
        row.link(member.facts.name, body_address(member.body, fmt::format("/mitglieder/{}", member.id.value)));
    else
        row.text(member.facts.name);
    row.text(visit.text("bodies.function." + member.facts.function));
    row.text(visit.text("bodies.sector." + member.facts.sector));
    member.facts.deputy.empty() ? row.empty() : row.text(member.facts.deputy);
}

void show_members(html::Writer& w, web::Visit& visit, store::Body const& body) {
    auto const members = store::members_of(visit.reader(), body.id);
    if (members.empty() && body.facts.wanted_sectors.empty()) return;
    w.put("<section><h2>{}</h2>", visit.text("bodies.members.title"));
    show_composition(w, visit, composition(body.facts, facts_of(members), visit.today()));
    ui::Table table(w, {visit.text("bodies.members.title"),
                        {{visit.text("bodies.members.seat")},
                         {visit.text("bodies.members.function")},
                         {visit.text("bodies.members.sector")},
                         {visit.text("bodies.members.deputy")}},
                        true});
    for (auto const& member : members)
        if (member.facts.term.contains(visit.today()))
            table.row([&](ui::Row& row) { show_member_row(row, visit, member); });
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
            row.link(when_text(visit, session.facts), session_address(session.id));
            row.text(visit.text(fmt::format("bodies.session_kind.{}", word(session.facts.kind))));
            row.text(session.facts.place);
            row.text(visit.text(fmt::format("bodies.session_state.{}", word(session.state))));
        });
    table.end();
}

// The office's series, each with the button that ends it.
void show_series(html::Writer& w, web::Visit& visit, BodyId id) {
    auto const series = store::series_of(visit.reader(), id);
    if (series.empty() || !visit.actor().may(kManage)) return;
    w.put(R"(<section class="lw-no-print"><h2>{}</h2>)", visit.text("bodies.series.title"));
    for (auto const& one : series) {
        w.put("<p>{}</p>", visit.text("bodies.series.says", {{"months", std::int64_t{one.facts.every_months}},
                                                             {"day", visit.locale().day(one.facts.first)},
                                                             {"time", clock_of(one.facts.start_minute)},
                                                             {"place", one.facts.place}}));
        ui::button_form(w, visit,
                        {.label = visit.text("bodies.series.end"),
                         .action = body_address(id, fmt::format("/reihen/{}/ende", one.id.value)),
                         .weighty = true});
    }
    w.put("</section>");
}

std::vector<ui::Action> actions_of(web::Visit& visit, store::Body const& body) {
    if (!visit.actor().may(kManage) || body.closed_at) return {};
    std::vector<ui::Action> actions{{visit.text("bodies.body.edit"), body_address(body.id, "/bearbeiten"), "edit"},
                                    {visit.text("bodies.member.new"), body_address(body.id, "/mitglieder/neu"), "add"},
                                    {visit.text("bodies.sheet.title"), body_address(body.id, "/mitglieder/einlesen")}};
    if (!is_of_the_plan(body.facts.kind)) return actions;
    actions.push_back({visit.text("bodies.series.new"), body_address(body.id, "/reihen/neu"), "add"});
    actions.push_back({visit.text("bodies.session.new"), body_address(body.id, "/sitzungen/neu"), "add"});
    return actions;
}

void show_closing(html::Writer& w, web::Visit& visit, store::Body const& body) {
    if (!visit.actor().may(kManage) || body.closed_at) return;
    ui::button_form(
        w, visit,
        {.label = visit.text("bodies.body.close"), .action = body_address(body.id, "/ende"), .weighty = true});
}

}  // namespace

web::Response list_bodies_page(web::Visit& visit) {
    auto const title = visit.text("bodies.list.title");
    auto const bodies = store::list_bodies(visit.reader());
    web::Frame const frame{
        .title = title, .current = std::string(kNavigation), .description = visit.text("bodies.list.lead")};
    auto page = web::page(visit, frame, [&](html::Writer& w) {
        std::vector<ui::Action> actions;
        if (visit.actor().may(kManage))
            actions.push_back({visit.text("bodies.body.new"), html::Url{"/gremien/neu"}, "add"});
        ui::heading(w, {.title = title, .lead = visit.text("bodies.list.lead"), .actions = actions});
        if (bodies.empty())
            return ui::empty_state(w, {visit.text("bodies.list.none"), visit.text("bodies.list.none_text")});
        show_group(w, visit, visit.text("bodies.list.of_plan"), bodies, true);
        show_group(w, visit, visit.text("bodies.list.of_council"), bodies, false);
    });
    page.caching = web::Caching::page_cache;
    return page;
}

web::Response show_body(web::Visit& visit) {
    auto const body = body_at(visit);
    web::Frame const frame{
        .title = body.facts.name, .current = std::string(kNavigation), .breadcrumbs = above_body(visit)};
    auto page = web::page(visit, frame, [&](html::Writer& w) {
        ui::heading(
            w,
            {.title = body.facts.name, .above = kind_name(visit, body.facts.kind), .actions = actions_of(visit, body)});
        if (body.closed_at) ui::notice(w, {.title = visit.text("bodies.body.closed")});
        show_sessions(w, visit, body.id);
        show_series(w, visit, body.id);
        show_members(w, visit, body);
        web::show_panels(visit, "bodies.body", {"body", body.id.value}, w);
        show_closing(w, visit, body);
    });
    page.caching = web::Caching::page_cache;
    return page;
}

}  // namespace lenkwerk::bodies
