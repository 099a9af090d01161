#include "modules/home/commands/pages.hpp"

#include "modules/home/rules/refusals.hpp"
#include "modules/home/store/pages.hpp"

namespace lenkwerk::home {

Outcome<Done> save_page(storage::Transaction& tx, std::string const& address, PageText const& page,
                        std::int64_t version) {
    if (!tx.actor().may(kEditPages)) return refuse("access.denied");
    if (!is_content_page(address)) return page_unknown();
    auto const checked = check_page(page);
    if (!checked) return checked.problems();
    auto const known = store::find_page(tx, address);
    if (known && !store::update_page(tx, address, *checked, version)) return refuse("form.changed_meanwhile");
    auto const id = known ? known->id : store::insert_page(tx, address, *checked);
    tx.index({{"page", id}, Audience::everyone(), checked->title, checked->text, "/" + address});
    tx.record({"home.page_saved", {"page", id}});
    return Done{};
}

}  // namespace lenkwerk::home
