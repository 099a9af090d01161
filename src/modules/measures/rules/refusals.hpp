#pragma once
// What the commands of measures refuse for reasons that only the database knows: each key once, with the field it belongs to.
#include "base/outcome.hpp"

namespace lenkwerk::measures {

inline Problems activity_publishing_is_for_the_office() {
    return refuse("measures.activity.publishing_is_for_the_office", "audience");
}
inline Problems activity_responsible_closed() { return refuse("measures.activity.responsible_closed", "responsible"); }
inline Problems activity_target_gone() { return refuse("measures.activity.target_gone", "into"); }
inline Problems activity_topic_gone() { return refuse("measures.activity.topic_gone", "topic"); }
inline Problems activity_unknown() { return refuse("measures.activity.unknown"); }
inline Problems phase_unknown(std::string const& typed) {
    return refuse("measures.table.phase_unknown", "phase", {{"value", typed}});
}
inline Problems report_audience_unknown(std::string const& typed) {
    return refuse("measures.report.audience_unknown", "audience", {{"value", typed}});
}
inline Problems report_day_wrong(std::string const& typed) {
    return refuse("measures.report.day_wrong", "day", {{"value", typed}});
}
inline Problems report_unknown() { return refuse("measures.report.unknown"); }
inline Problems round_closed() { return refuse("measures.round.closed"); }
inline Problems round_deadline_passed() { return refuse("measures.round.deadline_passed", "deadline"); }
inline Problems round_nobody_to_ask() { return refuse("measures.round.nobody_to_ask"); }
inline Problems round_nothing_to_publish() { return refuse("measures.round.nothing_to_publish"); }
inline Problems round_not_asked() { return refuse("measures.round.not_asked"); }
inline Problems round_title_missing() { return refuse("measures.round.title_missing", "title"); }
inline Problems round_unknown() { return refuse("measures.round.unknown"); }

}  // namespace lenkwerk::measures
