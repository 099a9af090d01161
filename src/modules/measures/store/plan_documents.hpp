#pragma once
// The printed plan as it is kept: at most one PDF for each form, replaced by the next.
#include "modules/measures/rules/plan_form.hpp"
#include "modules/plan/ids.hpp"
#include "platform/storage/database.hpp"

namespace lenkwerk::measures::store {

// Whether the PDF that is kept was made of a text with this digest.
bool is_printed(storage::Reader const& reader, plan::PlanId plan, PlanForm form, std::string const& digest);
// That PDF; none where another text was printed last.
std::optional<std::string> printed(storage::Reader const& reader, plan::PlanId plan, PlanForm form,
                                   std::string const& digest);
void keep_printed(storage::Transaction& tx, plan::PlanId plan, PlanForm form, std::string const& digest,
                  std::string const& bytes);
void drop_printed(storage::Transaction& tx);  // all of them

}  // namespace lenkwerk::measures::store
