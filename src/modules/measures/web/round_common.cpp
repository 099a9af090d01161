#include "modules/measures/web/round_common.hpp"

namespace lenkwerk::measures {

html::Url round_address(StatusRoundId id, std::string_view rest) {
    return html::Url::checked(fmt::format("{}/{}{}", kRounds, id.value, rest));
}

html::Url round_address(StatusRoundId id, people::OrganisationId organisation, std::string_view rest) {
    return html::Url::checked(fmt::format("{}/{}/organisationen/{}{}", kRounds, id.value, organisation.value, rest));
}

store::Round round_at(web::Visit& visit) {
    auto const round = store::find_round(visit.reader(), visit.id<StatusRoundId>("id"));
    if (!round) throw web::NotFound{};
    return *round;
}

RoundForm round_form_at(web::Visit& visit) {
    auto const round = round_at(visit);
    auto const id = visit.id<people::OrganisationId>("organisation");
    visit.require(visit.actor().may(kReport, {"organisation", id.value}));
    auto const organisation = people::organisation(visit.reader(), id);
    if (!organisation) throw web::NotFound{};
    return {round, *organisation, store::open_of_organisation(visit.reader(), reading_of(visit), round.plan, id)};
}

std::vector<web::Crumb> crumbs(web::Visit& visit, store::Round const& round) {
    return {{visit.text("measures.rounds.title"), html::Url{"/sachstandsrunden"}},
            {round.title, round_address(round.id)}};
}

std::string state_text(web::Visit& visit, store::Round const& round) {
    if (round.closed_at) return visit.text("measures.rounds.closed");
    return visit.text("measures.rounds.until", {{"day", visit.locale().day(round.deadline)}});
}

std::string period_text(web::Visit& visit, store::Round const& round) {
    if (!round.period) return "";
    return visit.text("measures.rounds.period_text",
                      {{"period", period_text(visit, round.period->first, round.period->last)}});
}

AnswerState state_of(web::Visit& visit, store::Round const& round, store::Answer const& answer) {
    auto const answered = answer.answered_at ? std::optional{visit.locale().day_of(*answer.answered_at)} : std::nullopt;
    return answer_state(answered, round.deadline, visit.today());
}

}  // namespace lenkwerk::measures
