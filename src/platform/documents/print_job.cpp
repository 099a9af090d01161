#include "platform/documents/print_job.hpp"

#include "platform/jobs/queue.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <array>

namespace lenkwerk::documents {
namespace {

constexpr std::chrono::seconds kLongestPrinting{280};  // shorter than the lease of a job

}  // namespace

void print_in_job(City& city, Job const& job, PrintJob const& work) {
    auto const document = city.database().read([&](storage::Reader const& reader) { return work.compose(reader); });
    if (!document) return;
    auto const made = print_pdf(*document, kLongestPrinting);
    auto const* const pdf = std::get_if<Pdf>(&made);
    if (!pdf) return;
    city.database().write(access::Actor::system("job:" + job.kind), city.clock(), [&](storage::Transaction& tx) {
        jobs::done(tx, job);
        work.keep(tx, pdf->bytes);
    });
}

std::string digest_of(std::string_view content) {
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<unsigned char const*>(content.data()), content.size(),
                       nullptr, 0);
    std::string digits;
    for (auto const byte : hash) digits += fmt::format("{:02x}", byte);
    return digits;
}

}  // namespace lenkwerk::documents
