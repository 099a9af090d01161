#include "modules/home/commands/barriers.hpp"

#include "modules/home/rules/refusals.hpp"
#include "modules/home/store/barriers.hpp"

namespace lenkwerk::home {

Outcome<std::int64_t> report_barrier(storage::Transaction& tx, BarrierReport const& report) {
    auto const checked = check_barrier(report);
    if (!checked) return checked.problems();
    if (store::count_barriers_since(tx, tx.now() - std::chrono::days{1}) >= kMostReportsADay)
        return too_many_barriers();
    auto const id = store::insert_barrier(tx, *checked);
    tx.record({"home.barrier_reported", {"barrier", id}});
    return id;
}

Outcome<Done> answer_barrier(storage::Transaction& tx, std::int64_t id, std::string const& answer,
                             std::int64_t version) {
    if (!tx.actor().may(kAnswerBarriers)) return refuse("access.denied");
    auto const checked = check_answer(answer);
    if (!checked) return checked.problems();
    if (!store::answer_barrier(tx, id, *checked, version)) return refuse("form.changed_meanwhile");
    tx.record({"home.barrier_answered", {"barrier", id}});
    return Done{};
}

void forget_contacts(City& city) {
    auto const before = city.clock().now() - kContactKept;
    city.database().keep(city.clock(), [&](storage::Upkeep& upkeep) { store::forget_contacts(upkeep, before); });
}

}  // namespace lenkwerk::home
