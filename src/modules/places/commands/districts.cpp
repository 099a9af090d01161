#include "modules/places/commands/districts.hpp"
#include "modules/places/rules/refusals.hpp"

namespace lenkwerk::places {

Outcome<DistrictId> add_district(storage::Transaction& tx, District const& district, int position,
                                 store::Shape const& shape) {
    if (!tx.actor().may("places.manage")) return refuse("access.denied");
    auto const checked = check_district(district);
    if (!checked) return checked.problems();
    if (store::district_named(tx, checked->name)) return district_name_taken();
    auto const id = store::insert_district(tx, *checked, position, shape);
    tx.index(
        {{"district", id.value}, Audience::everyone(), checked->name, "", fmt::format("/stadtbezirke/{}", id.value)});
    tx.record({"places.district_added", {"district", id.value}});
    return id;
}

}  // namespace lenkwerk::places
