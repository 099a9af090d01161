#include "modules/bodies/bodies.hpp"

#include "modules/bodies/commands/sessions.hpp"
#include "modules/bodies/store/bodies.hpp"
#include "modules/bodies/store/sessions.hpp"

namespace lenkwerk::bodies {
namespace {

BodyLine line_of(store::Body const& body) { return {body.id, body.facts.name, body.facts.kind, !body.closed_at}; }

SessionLine line_of(storage::Reader const& reader, store::Session const& session) {
    auto const body = store::find_body(reader, session.body).value();
    return {session.id,
            session.body,
            body.facts.name,
            body.facts.kind,
            std::string(word(session.facts.kind)),
            std::string(word(session.state)),
            session.facts.day,
            session.facts.start_minute,
            session.facts.minutes,
            session.facts.place,
            session.invited_at,
            session.audience};
}

std::optional<SessionLine> line_of(storage::Reader const& reader, std::optional<store::Session> const& session) {
    return session ? std::optional{line_of(reader, *session)} : std::nullopt;
}

}  // namespace

std::vector<BodyLine> bodies_of_kind(storage::Reader const& reader, std::string_view kind) {
    std::vector<BodyLine> lines;
    for (auto const& body : store::list_bodies(reader))
        if (body.facts.kind == kind) lines.push_back(line_of(body));
    return lines;
}

std::optional<BodyLine> body(storage::Reader const& reader, BodyId id) {
    auto const found = store::find_body(reader, id);
    return found ? std::optional{line_of(*found)} : std::nullopt;
}

std::optional<SessionLine> session(storage::Reader const& reader, Viewer const& viewer, SessionId id) {
    return line_of(reader, store::find_session(reader, viewer, id));
}

std::optional<SessionLine> next_regular(storage::Reader const& reader, Viewer const& viewer, BodyId body, Day from) {
    return line_of(reader, store::regular_from(reader, viewer, body, from));
}

std::optional<SessionLine> regular_before(storage::Reader const& reader, BodyId body, Day day) {
    return line_of(reader, store::regular_before(reader, body, day));
}

Outcome<Done> hold(storage::Transaction& tx, SessionId id, Day today) { return close_session(tx, id, today); }

Outcome<Done> invite(storage::Transaction& tx, SessionId id) { return invite_to_session(tx, id); }

}  // namespace lenkwerk::bodies
