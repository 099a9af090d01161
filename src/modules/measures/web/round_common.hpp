#pragma once
// What the pages of status rounds share.
#include "modules/measures/commands/rounds.hpp"
#include "modules/measures/store/rounds.hpp"
#include "modules/measures/web/common.hpp"
#include "modules/people/people.hpp"

namespace lenkwerk::measures {

inline constexpr std::string_view kRounds = "/sachstandsrunden";

html::Url round_address(StatusRoundId id, std::string_view rest = "");
html::Url round_address(StatusRoundId id, people::OrganisationId organisation, std::string_view rest = "");

// The round of the address; NotFound otherwise.
store::Round round_at(web::Visit& visit);
// The round and the organisation of the address, for those who may answer for it; Forbidden otherwise.
struct RoundForm {
    store::Round round;
    people::OrganisationLine organisation;
    std::vector<store::Line> lines;  // what is asked
};
RoundForm round_form_at(web::Visit& visit);
std::vector<web::Crumb> crumbs(web::Visit& visit, store::Round const& round);

// "Frist: 12.03.2027", "beendet"
std::string state_text(web::Visit& visit, store::Round const& round);
std::string period_text(web::Visit& visit, store::Round const& round);
AnswerState state_of(web::Visit& visit, store::Round const& round, store::Answer const& answer);

// The round's form of an organisation, as it was sent and refused, or fresh with what was saved before; and the upload beside it.
struct RoundForms {
    web::Form answer = {}, sheet = {};
};
web::Response round_form_page(web::Visit& visit, RoundForm const& asked, RoundForms forms, int status);

}  // namespace lenkwerk::measures
