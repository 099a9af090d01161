// Organisations as programs read them.
#include "modules/people/web/api.hpp"

#include "modules/people/store/organisations.hpp"
#include "platform/web/json.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::people {

using Json = nlohmann::ordered_json;

web::Response list_organisations_as_json(web::Visit& visit) {
    auto list = Json::array();
    for (auto const& organisation : store::list_organisations(visit.reader()))
        list.push_back({{"id", organisation.id.value},
                        {"name", organisation.facts.name},
                        {"short_name", web::or_null(organisation.facts.short_name)},
                        {"kind", organisation.facts.kind},
                        {"closed_at", web::or_null(organisation.closed_at)},
                        {"version", organisation.version}});
    return web::kept_json({{"organisations", std::move(list)}});
}

}  // namespace lenkwerk::people
