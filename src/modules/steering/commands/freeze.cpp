#include "modules/steering/commands/freeze.hpp"

#include "modules/steering/commands/overview.hpp"
#include "modules/steering/store/overview_json.hpp"
#include "modules/steering/store/overviews.hpp"
#include "platform/documents/print_job.hpp"
#include "platform/jobs/queue.hpp"
#include "platform/settings.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace lenkwerk::steering {
namespace {

std::string payload_of(OverviewId id) { return fmt::format(R"({{"overview":{}}})", id.value); }

storage::NewJob print_job(OverviewId id) {
    return {std::string(kPrintJob), payload_of(id), std::nullopt, print_key(id)};
}

void freeze(storage::Transaction& tx, bodies::SessionLine const& session, Form form) {
    auto const content = store::json_of(make_overview(tx, session, form, day_in_city(tx, tx.now())));
    auto const digest = documents::digest_of(content);
    auto const id = store::insert_frozen(tx, {session.id, session.body, form, content, digest});
    tx.record({"steering.overview_frozen",
               {"session", session.id.value},
               fmt::format(R"({{"form":"{}","digest":"{}"}})", word(form), digest)});
    tx.enqueue(print_job(id));
}

}  // namespace

std::string print_key(OverviewId id) { return fmt::format("steering.print:{}", id.value); }

void freeze_overviews(storage::Transaction& tx, storage::Event const& invited) {
    auto const session = bodies::session(tx, Viewer::everything(), {invited.subject.id});
    if (!session || !has_overview(*session)) return;
    for (auto const form : kForms) freeze(tx, *session, form);
}

void print_redacted_anew(storage::Transaction& tx, storage::Event const&) {
    for (auto const id : store::drop_emptied_documents(tx)) tx.enqueue(print_job(id));
}

void print_overview(City& city, Job const& job, Print const& print) {
    OverviewId const id{nlohmann::json::parse(job.payload).at("overview").get<std::int64_t>()};
    std::optional<store::Frozen> frozen;
    documents::print_in_job(city, job,
                            {.compose = [&](storage::Reader const& reader) -> std::optional<documents::PrintDocument> {
                                 if (!store::has_document(reader, id)) frozen = store::find_frozen(reader, id);
                                 if (!frozen) return std::nullopt;
                                 return print(frozen->overview, frozen->frozen_at,
                                              city.locale(city.settings()->language));
                             },
                             .keep =
                                 [&](storage::Transaction& tx, std::string const& pdf) {
                                     store::keep_document(tx, id, pdf);
                                     tx.record({"steering.overview_printed",
                                                {"session", frozen->overview.session},
                                                fmt::format(R"({{"form":"{}"}})", word(frozen->overview.form))});
                                 }});
}

void print_missing(City& city, Job const&) {
    if (!documents::pdf_is_available()) return;
    auto const actor = access::Actor::system("job:steering.print_missing");
    city.database().keep(city.clock(), [&](storage::Upkeep& upkeep) {
        for (auto const id : store::without_document(upkeep)) jobs::insert(upkeep, actor, print_job(id));
    });
}

}  // namespace lenkwerk::steering
