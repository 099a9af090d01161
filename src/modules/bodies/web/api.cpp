// Bodies and their sessions as programs read them.
#include "modules/bodies/web/api.hpp"

#include "modules/bodies/store/agenda.hpp"
#include "modules/bodies/web/common.hpp"
#include "platform/web/json.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::bodies {
namespace {

using Json = nlohmann::ordered_json;
using web::or_null;

Json line_json(store::Body const& body) {
    return {{"id", body.id.value},
            {"name", body.facts.name},
            {"kind", body.facts.kind},
            {"closed_at", or_null(body.closed_at)},
            {"version", body.version}};
}

Json shares_json(std::vector<Share> const& shares) {
    auto list = Json::array();
    for (auto const& share : shares)
        list.push_back(
            {{"word", share.what}, {"members", share.members}, {"wanted", share.wanted}, {"missing", share.is_gap()}});
    return list;
}

Json composition_json(Composition const& found) {
    return {{"members", found.members},
            {"sectors", shares_json(found.sectors)},
            {"perspectives", shares_json(found.perspectives)}};
}

// Seats, not persons; which perspective a seat brings is said of the body as a whole alone.
Json seat_json(MemberDraft const& seat) {
    return {
        {"name", seat.name}, {"function", seat.function}, {"sector", seat.sector}, {"deputy", or_null(seat.deputy)}};
}

Json session_json(store::Session const& session) {
    return {{"id", session.id.value},
            {"kind", word(session.facts.kind)},
            {"state", word(session.state)},
            {"day", session.facts.day.iso()},
            {"start", clock_of(session.facts.start_minute)},
            {"minutes", session.facts.minutes},
            {"place", session.facts.place},
            {"audience", session.audience.text()},
            {"version", session.version}};
}

Json item_json(store::AgendaItem const& item) {
    return {{"id", item.id.value},
            {"position", item.position},
            {"title", item.facts.title},
            {"text", or_null(item.facts.text)},
            {"audience", item.facts.audience.text()},
            {"version", item.version}};
}

}  // namespace

web::Response list_bodies_as_json(web::Visit& visit) {
    auto list = Json::array();
    for (auto const& body : store::list_bodies(visit.reader())) list.push_back(line_json(body));
    return web::kept_json({{"bodies", std::move(list)}});
}

web::Response show_body_as_json(web::Visit& visit) {
    auto const body = body_at(visit);
    auto json = line_json(body);
    json["reports_to"] = or_null(web::value_of(body.facts.reports_to));
    json["quorum_percent"] = body.facts.quorum_percent;
    std::vector<MemberDraft> seats;
    for (auto const& member : store::members_of(visit.reader(), body.id)) seats.push_back(member.facts);
    json["composition"] = composition_json(composition(body.facts, seats, visit.today()));
    json["seats"] = Json::array();
    for (auto const& seat : seats)
        if (seat.term.contains(visit.today())) json["seats"].push_back(seat_json(seat));
    json["sessions"] = Json::array();
    for (auto const& session : store::sessions_of(visit.reader(), visit.viewer(), body.id))
        json["sessions"].push_back(session_json(session));
    return web::kept_json(json);
}

web::Response show_session_as_json(web::Visit& visit) {
    auto const session = session_at(visit);
    auto const body = store::find_body(visit.reader(), session.body).value();
    auto json = session_json(session);
    json["body"] = {{"id", body.id.value}, {"name", body.facts.name}};
    json["invited_at"] = or_null(session.invited_at);
    json["held_at"] = or_null(session.held_at);
    json["agenda"] = Json::array();
    for (auto const& item : store::agenda_of(visit.reader(), visit.viewer(), session.id))
        json["agenda"].push_back(item_json(item));
    return web::kept_json(json);
}

}  // namespace lenkwerk::bodies
