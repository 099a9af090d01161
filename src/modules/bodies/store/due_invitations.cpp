#include "modules/bodies/store/due_invitations.hpp"

namespace lenkwerk::bodies::store {

std::vector<DueInvitation> due_invitations(storage::Reader const& reader, Day today) {
    auto all = reader.all(R"(
        SELECT s.id, b.name, s.day, e.invitation_days
        FROM bodies_sessions s JOIN bodies_series e ON e.id = s.series_id JOIN bodies_bodies b ON b.id = s.body_id
        WHERE s.state = 'planned' AND s.day >= $1 ORDER BY s.day, s.start_minute, s.id)",
                          {today}, [](storage::Row const& row) {
                              auto const day = row.day(2);
                              return DueInvitation{row.id<SessionId>(0), row.text(1), day,
                                                   day - static_cast<int>(row.number(3))};
                          });
    std::erase_if(all, [&](DueInvitation const& invitation) { return invitation.due > today; });
    return all;
}

std::optional<Day> invitation_due(storage::Reader const& reader, SessionId session) {
    return reader.first(
        "SELECT s.day, e.invitation_days FROM bodies_sessions s JOIN bodies_series e ON e.id = s.series_id WHERE s.id "
        "= $1",
        {session}, [](storage::Row const& row) { return row.day(0) - static_cast<int>(row.number(1)); });
}

}  // namespace lenkwerk::bodies::store
