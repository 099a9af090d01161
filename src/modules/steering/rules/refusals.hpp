#pragma once
// What the commands of steering refuse for reasons that only the database knows: each key once, with the field it belongs to.
#include "base/outcome.hpp"

namespace lenkwerk::steering {

inline Problems change_missing() { return refuse("steering.change.missing"); }
inline Problems change_topic_unknown() { return refuse("steering.change.topic_unknown"); }
inline Problems change_unknown() { return refuse("steering.change.unknown"); }
inline Problems change_without_verdict() { return refuse("steering.change.without_verdict"); }
inline Problems finding_field_unknown() { return refuse("steering.finding.field_unknown", "field"); }
inline Problems finding_unknown() { return refuse("steering.finding.unknown"); }
inline Problems signal_body_unknown() { return refuse("steering.signal.body_unknown", "body"); }
inline Problems signal_answered() { return refuse("steering.signal.answered"); }
inline Problems signal_unknown() { return refuse("steering.signal.unknown"); }
inline Problems verdict_field_unknown() { return refuse("steering.verdict.field_unknown", "verdict"); }
inline Problems verdict_missing() { return refuse("steering.verdict.missing"); }
inline Problems verdict_not_now() { return refuse("steering.verdict.not_now"); }

}  // namespace lenkwerk::steering
