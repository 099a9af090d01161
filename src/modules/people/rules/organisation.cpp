#include "modules/people/rules/organisation.hpp"

#include "base/text.hpp"
#include "modules/people/rules/account.hpp"

#include <algorithm>

namespace lenkwerk::people {
namespace {

constexpr std::size_t kLongestName = 200;
constexpr std::size_t kLongestShortName = 30;

}  // namespace

Outcome<OrganisationDraft> check_organisation(OrganisationDraft draft) {
    draft = {text::squeeze(draft.name), text::squeeze(draft.short_name), draft.kind, folded_email(draft.email)};
    Problems problems;
    if (draft.name.empty()) problems.push_back({"people.organisation.name_missing", "name"});
    if (text::length(draft.name) > kLongestName)
        problems.push_back({"people.organisation.name_too_long", "name", {{"most", std::int64_t{kLongestName}}}});
    if (text::length(draft.short_name) > kLongestShortName)
        problems.push_back(
            {"people.organisation.short_name_too_long", "short_name", {{"most", std::int64_t{kLongestShortName}}}});
    if (std::find(kOrganisationKinds.begin(), kOrganisationKinds.end(), draft.kind) == kOrganisationKinds.end())
        problems.push_back({"people.organisation.kind_unknown", "kind"});
    if (!draft.email.empty() && !is_email(draft.email))
        problems.push_back({"people.organisation.email_invalid", "email"});
    if (!problems.empty()) return problems;
    return draft;
}

}  // namespace lenkwerk::people
