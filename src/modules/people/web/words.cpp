#include "modules/people/web/words.hpp"

#include "modules/people/store/organisations.hpp"

namespace lenkwerk::people {

std::string role_name(web::Visit& visit, store::Grant const& grant) {
    auto const role = visit.text("people.role." + grant.role);
    if (!grant.scope) return role;
    if (grant.scope->kind == "organisation")
        if (auto const organisation = store::find_organisation(visit.reader(), {grant.scope->id}))
            return role + " – " + organisation->facts.name;
    return visit.text("people.role.for_body", {{"role", role}, {"id", grant.scope->id}});
}

std::string period_text(i18n::Locale const& locale, Period const& period) {
    if (!period.last) return locale.text("people.period.since", {{"first", locale.day(period.first)}});
    return locale.text("people.period.span", {{"first", locale.day(period.first)}, {"last", locale.day(*period.last)}});
}

}  // namespace lenkwerk::people
