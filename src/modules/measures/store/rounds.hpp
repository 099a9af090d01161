#pragma once
// Status rounds as they are kept: who is asked, who has answered, and what is written but not sent.
#include "modules/measures/rules/round.hpp"
#include "modules/measures/store/activities.hpp"

#include <map>

namespace lenkwerk::measures::store {

struct Round {
    StatusRoundId id;
    plan::PlanId plan;
    std::string title;
    Day deadline;
    Instant opened_at;
    std::optional<Instant> closed_at;
    std::optional<Period> period;
};
struct Answer {
    people::OrganisationId organisation;
    std::string name;
    std::optional<Instant> answered_at;
};
std::vector<Round> rounds_of(storage::Reader const& reader, plan::PlanId plan);  // newest first
std::optional<Round> find_round(storage::Reader const& reader, StatusRoundId id);
std::vector<Answer> answers_of(storage::Reader const& reader, StatusRoundId id);  // by name
StatusRoundId insert_round(storage::Transaction& tx, plan::PlanId plan, RoundDraft const& draft);
void ask_organisation(storage::Transaction& tx, StatusRoundId id, people::OrganisationId organisation);
bool is_asked(storage::Reader const& reader, StatusRoundId id, people::OrganisationId organisation);
bool note_answer(storage::Transaction& tx, StatusRoundId id, people::OrganisationId organisation);
void close_round(storage::Transaction& tx, StatusRoundId id);

// Organisations that are responsible for something that is not over.
std::vector<people::OrganisationId> responsible_organisations(storage::Reader const& reader, plan::PlanId plan);
// How many activities each of them has to report on.
std::map<people::OrganisationId, std::int64_t> open_activities(storage::Reader const& reader, plan::PlanId plan);

// What an organisation wrote and did not send yet, by activity. For those who may report for it alone: ask before.
std::map<ActivityId, ReportDraft> drafts_of(storage::Reader const& reader, StatusRoundId id,
                                            people::OrganisationId organisation);
void put_draft(storage::Transaction& tx, StatusRoundId id, ActivityId activity, ReportDraft const& draft);
void remove_draft(storage::Transaction& tx, StatusRoundId id, ActivityId activity);

}  // namespace lenkwerk::measures::store
