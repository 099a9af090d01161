#pragma once
// The whole plan as PDF: printed by a job, once for each form and each text, when somebody asks for it.
#include "modules/measures/rules/plan_form.hpp"
#include "modules/plan/ids.hpp"
#include "platform/city.hpp"
#include "platform/documents/pdf.hpp"

#include <functional>
#include <optional>

namespace lenkwerk::measures {

inline constexpr std::string_view kPrintPlanJob = "measures.print_plan";
std::string print_key(plan::PlanId plan, PlanForm form);

// How the plan looks on paper now is the web's to say; nothing where this form has no such plan.
using ComposePlan =
    std::function<std::optional<documents::PrintDocument>(City&, storage::Reader const&, plan::PlanId, PlanForm)>;

// Of everything on the paper but its foot, which holds the moment of printing.
std::string digest_of(documents::PrintDocument const& document);

// Enqueues the job, unless it waits already. No event: the same plan on paper is nothing that anybody did.
void ask_for_print(City& city, plan::PlanId plan, PlanForm form);
// The job measures.print_plan; does nothing where that text is printed already.
void print_plan_pdf(City& city, Job const& job, ComposePlan const& compose);
// The job measures.print_plans: the plan that is worked on, so that the first reader of the day finds it ready.
void print_current_plan(City& city, Job const& job);

// Hears redaction.performed, in its transaction: whatever was printed before goes, and is printed anew when somebody asks.
void drop_printed_plans(storage::Transaction& tx, storage::Event const& redacted);

}  // namespace lenkwerk::measures
