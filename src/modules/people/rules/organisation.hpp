#pragma once
// What is true of an organisation that owns activities: a department, an authority, an association, a university, a
// business.
#include "base/outcome.hpp"

#include <array>
#include <string>
#include <string_view>

namespace lenkwerk::people {

// In the order in which lists group them. "administration" is the city itself: its departments and offices.
inline constexpr std::array<std::string_view, 7> kOrganisationKinds{
    "administration", "police", "justice", "association", "university", "business", "other"};

struct OrganisationDraft {
    std::string name;        // at most 200 characters, unique
    std::string short_name;  // may be empty, at most 30 characters ("Amt 32")
    std::string kind;        // one of kOrganisationKinds
    std::string email;       // of the office that answers; may be empty
};

Outcome<OrganisationDraft> check_organisation(OrganisationDraft draft);

}  // namespace lenkwerk::people
