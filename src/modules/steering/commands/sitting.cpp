#include "modules/steering/commands/sitting.hpp"

#include "modules/steering/commands/findings.hpp"
#include "modules/steering/rules/refusals.hpp"
#include "modules/steering/store/overviews.hpp"

namespace lenkwerk::steering {

Outcome<Sitting> sitting(storage::Transaction& tx, bodies::SessionId id) {
    if (!tx.actor().may(kManage)) return refuse("access.denied");
    auto const session = bodies::session(tx, Viewer::everything(), id);
    auto const frozen = store::find_frozen(tx, id, Form::body);
    if (!session || !frozen || session->state != "invited") return verdict_not_now();
    Sitting found{*session, {}};
    for (auto const& field : frozen->overview.fields)
        if (!field.number.empty()) found.fields.insert({field.id});
    return found;
}

}  // namespace lenkwerk::steering
