#pragma once
// What the commands of bodies refuse for reasons that only the database knows: each key once, with the field it belongs to.
#include "base/outcome.hpp"

namespace lenkwerk::bodies {

inline Problems agenda_closed() { return refuse("bodies.agenda.closed"); }
inline Problems agenda_unknown() { return refuse("bodies.agenda.unknown"); }
inline Problems body_name_taken() { return refuse("bodies.body.name_taken", "name"); }
inline Problems body_reports_to_unknown() { return refuse("bodies.body.reports_to_unknown", "reports_to"); }
inline Problems body_unknown() { return refuse("bodies.body.unknown"); }
inline Problems member_unknown() { return refuse("bodies.member.unknown"); }
inline Problems series_unknown() { return refuse("bodies.series.unknown"); }
inline Problems session_ends_with_verdicts() { return refuse("bodies.session.ends_with_verdicts"); }
inline Problems session_lies_ahead() { return refuse("bodies.session.lies_ahead"); }
inline Problems session_unknown() { return refuse("bodies.session.unknown"); }

}  // namespace lenkwerk::bodies
