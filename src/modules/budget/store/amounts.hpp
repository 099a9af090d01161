#pragma once
// Budget lines and the amounts granted on them, as they are kept.
#include "modules/budget/rules/amount.hpp"
#include "modules/plan/ids.hpp"
#include "platform/storage/database.hpp"

namespace lenkwerk::budget::store {

struct Line {
    LineId id;
    LineFacts facts;
};

// What granted the amounts, and how readers find it.
struct Source {
    Subject subject;
    std::string label, address;
};

struct Amount {
    AmountId id;
    Line line;
    AmountFacts facts;
    std::string statement;  // who stated the basis where the paper does not; empty: nobody
    Source source;
    std::optional<plan::PlanId> plan;
    Audience audience = Audience::administration();
    std::optional<Instant> ended_at;
    std::int64_t version = 0;
};

// In the order of the lines (order, account, holder, label), then of the years. Ended ones only with their line.
std::vector<Amount> standing_amounts(storage::Reader const& reader, Viewer const& viewer);
std::vector<Amount> amounts_of_line(storage::Reader const& reader, Viewer const& viewer, LineId line);
std::vector<Amount> amounts_of_plan(storage::Reader const& reader, Viewer const& viewer, plan::PlanId plan);
std::vector<Amount> amounts_of_source(storage::Reader const& reader, Viewer const& viewer, Subject const& source);
std::optional<Amount> find_amount(storage::Reader const& reader, Viewer const& viewer, AmountId id);

// The line with these facts; made where there is none yet.
LineId keep_line(storage::Transaction& tx, LineFacts const& facts);
AmountId insert_amount(storage::Transaction& tx, Amount const& amount);
bool update_amount(storage::Transaction& tx, Amount const& amount);  // by id and version
void show_amounts(storage::Transaction& tx, Subject const& source, Audience const& audience);

}  // namespace lenkwerk::budget::store
