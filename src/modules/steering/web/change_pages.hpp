#pragma once
// The changes of topics that a verdict carries, beside it.
#include "modules/steering/rules/topic_change.hpp"
#include "modules/steering/rules/verdict.hpp"
#include "platform/html/writer.hpp"
#include "platform/web/visit.hpp"

#include <vector>

namespace lenkwerk::steering {

struct ShownChanges {
    bodies::SessionId session;
    bool are_open = false;  // may still be written and withdrawn, by this reader
    std::vector<TopicChange> changes;
};
ShownChanges shown_changes(web::Visit& visit, bodies::SessionId session, bool is_invited);

// Those of one verdict, what is still missing, and the way to write one.
void show_changes(html::Writer& w, web::Visit& visit, ShownChanges const& shown, VerdictDraft const& verdict);

}  // namespace lenkwerk::steering
