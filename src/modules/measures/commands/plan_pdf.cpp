#include "modules/measures/commands/plan_pdf.hpp"

#include "modules/measures/store/plan_documents.hpp"
#include "modules/plan/plan.hpp"
#include "platform/documents/print_job.hpp"
#include "platform/jobs/queue.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::measures {
namespace {

struct Wanted {
    plan::PlanId plan;
    PlanForm form = PlanForm::everyone;
};

std::string payload_of(Wanted wanted) {
    return nlohmann::json{{"plan", wanted.plan.value}, {"form", word(wanted.form)}}.dump();
}

Wanted wanted_by(Job const& job) {
    auto const payload = nlohmann::json::parse(job.payload);
    return {{payload.at("plan").get<std::int64_t>()}, plan_form_of(payload.at("form").get<std::string>()).value()};
}

void enqueue(storage::Upkeep& upkeep, Wanted wanted) {
    jobs::insert(upkeep, access::Actor::system(std::string(kPrintPlanJob)),
                 {std::string(kPrintPlanJob), payload_of(wanted), std::nullopt, print_key(wanted.plan, wanted.form)});
}

}  // namespace

std::string print_key(plan::PlanId plan, PlanForm form) {
    return fmt::format("{}:{}:{}", kPrintPlanJob, plan.value, word(form));
}

std::string digest_of(documents::PrintDocument const& document) {
    return documents::digest_of(document.language + '\n' + document.title + '\n' + document.body.markup());
}

void ask_for_print(City& city, plan::PlanId plan, PlanForm form) {
    city.database().keep(city.clock(), [&](storage::Upkeep& upkeep) { enqueue(upkeep, {plan, form}); });
}

void print_plan_pdf(City& city, Job const& job, ComposePlan const& compose) {
    auto const [plan, form] = wanted_by(job);
    std::string digest;
    documents::print_in_job(city, job,
                            {.compose = [&, plan = plan, form = form](
                                            storage::Reader const& reader) -> std::optional<documents::PrintDocument> {
                                 auto document = compose(city, reader, plan, form);
                                 if (!document) return std::nullopt;
                                 digest = digest_of(*document);
                                 if (store::is_printed(reader, plan, form, digest)) return std::nullopt;
                                 return document;
                             },
                             .keep =
                                 [&, plan = plan, form = form](storage::Transaction& tx, std::string const& pdf) {
                                     store::keep_printed(tx, plan, form, digest, pdf);
                                     tx.record({"measures.plan_printed",
                                                {"plan", plan.value},
                                                fmt::format(R"({{"form":"{}","digest":"{}"}})", word(form), digest)});
                                 }});
}

void print_current_plan(City& city, Job const&) {
    if (!documents::pdf_is_available()) return;
    auto const plan = city.database().read(
        [](storage::Reader const& reader) { return plan::current_plan(reader, Viewer::everything()); });
    if (!plan) return;
    for (auto const form : kPlanForms) ask_for_print(city, plan->id, form);
}

void drop_printed_plans(storage::Transaction& tx, storage::Event const&) { store::drop_printed(tx); }

}  // namespace lenkwerk::measures
