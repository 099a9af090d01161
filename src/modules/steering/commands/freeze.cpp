#include "modules/steering/commands/freeze.hpp"

#include "modules/steering/commands/overview.hpp"
#include "modules/steering/store/overview_json.hpp"
#include "modules/steering/store/overviews.hpp"
#include "platform/documents/pdf.hpp"
#include "platform/jobs/queue.hpp"

#include <sodium.h>
#include <nlohmann/json.hpp>

namespace lenkwerk::steering {
namespace {

constexpr std::chrono::seconds kLongestPrinting{280};  // shorter than the lease of a job

std::string digest_of(std::string const& content) {
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<unsigned char const*>(content.data()), content.size(),
                       nullptr, 0);
    std::string text;
    for (auto const byte : hash) text += fmt::format("{:02x}", byte);
    return text;
}

std::string payload_of(OverviewId id) { return fmt::format(R"({{"overview":{}}})", id.value); }
std::string key_of(OverviewId id) { return fmt::format("steering.print:{}", id.value); }

// The city's own day: what is overdue turns at its midnight.
Day today_in(storage::Transaction const& tx) {
    auto const settings = read_settings(tx);
    return i18n::Locale(settings.language, settings.time_zone).day_of(tx.now());
}

void freeze(storage::Transaction& tx, bodies::SessionLine const& session, Form form) {
    auto const content = store::json_of(make_overview(tx, session, form, today_in(tx)));
    auto const digest = digest_of(content);
    auto const id = store::insert_frozen(tx, {session.id, session.body, form, content, digest});
    tx.record({"steering.overview_frozen",
               {"session", session.id.value},
               fmt::format(R"({{"form":"{}","digest":"{}"}})", word(form), digest)});
    tx.enqueue({"steering.print", payload_of(id), std::nullopt, key_of(id)});
}

}  // namespace

void freeze_overviews(storage::Transaction& tx, storage::Event const& invited) {
    auto const session = bodies::session(tx, Viewer::everything(), {invited.subject.id});
    if (!session || !has_overview(*session)) return;
    for (auto const form : kForms) freeze(tx, *session, form);
}

void print_redacted_anew(storage::Transaction& tx, storage::Event const&) {
    for (auto const id : store::drop_emptied_documents(tx))
        tx.enqueue({"steering.print", payload_of(id), std::nullopt, key_of(id)});
}

void print_overview(City& city, Job const& job, Print const& print) {
    OverviewId const id{nlohmann::json::parse(job.payload).at("overview").get<std::int64_t>()};
    auto const frozen = city.database().read([&](storage::Reader const& reader) {
        return store::has_document(reader, id) ? std::nullopt : store::find_frozen(reader, id);
    });
    if (!frozen) return;
    auto const& language = city.settings()->language;
    auto printable = print(frozen->overview, frozen->frozen_at, city.locale(language));
    auto const made = documents::print_pdf({.title = printable.title,
                                            .language = language,
                                            .foot = printable.foot,
                                            .landscape = true,
                                            .body = std::move(printable.body)},
                                           kLongestPrinting);
    auto const* const pdf = std::get_if<documents::Pdf>(&made);
    if (!pdf) return;
    city.database().write(access::Actor::system("job:steering.print"), city.clock(), [&](storage::Transaction& tx) {
        jobs::done(tx, job);
        store::keep_document(tx, id, pdf->bytes);
        tx.record({"steering.overview_printed",
                   {"session", frozen->overview.session},
                   fmt::format(R"({{"form":"{}"}})", word(frozen->overview.form))});
    });
}

void print_missing(City& city, Job const&) {
    if (!documents::pdf_is_available()) return;
    auto const actor = access::Actor::system("job:steering.print_missing");
    city.database().keep(city.clock(), [&](storage::Upkeep& upkeep) {
        for (auto const id : store::without_document(upkeep))
            jobs::insert(upkeep, actor, {"steering.print", payload_of(id), std::nullopt, key_of(id)});
    });
}

}  // namespace lenkwerk::steering
