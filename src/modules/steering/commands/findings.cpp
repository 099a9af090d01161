#include "modules/steering/commands/findings.hpp"

#include "modules/plan/plan.hpp"
#include "modules/steering/rules/refusals.hpp"
#include "modules/steering/store/findings.hpp"

namespace lenkwerk::steering {

Outcome<FindingId> note_finding(storage::Transaction& tx, FindingDraft const& draft, Day today) {
    if (!tx.actor().may_somewhere(kContribute)) return refuse("access.denied");
    auto checked = check_finding(draft);
    if (!checked) return checked.problems();
    auto const field = plan::topic(tx, Viewer::everything(), checked->field);
    if (!field || field->depth != 0) return finding_field_unknown();
    if (!tx.actor().may(kManage)) checked->audience = Audience::administration();
    auto const id = store::insert_finding(tx, *checked, today);
    tx.record({"steering.finding_noted",
               {"topic", checked->field.value},
               fmt::format(R"({{"finding":{},"perspective":"{}"}})", id.value, checked->perspective)});
    return id;
}

Outcome<Done> withdraw_finding(storage::Transaction& tx, FindingId id) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    auto const finding = store::find_finding(tx, id);
    if (!finding) return finding_unknown();
    store::withdraw_finding(tx, id);
    tx.record({"steering.finding_withdrawn",
               {"topic", finding->facts.field.value},
               fmt::format(R"({{"finding":{}}})", id.value)});
    return Done{};
}

}  // namespace lenkwerk::steering
