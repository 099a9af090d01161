#pragma once
// Mails that commands write: kept in the command's own transaction, sent afterwards by a job. Without a mail server they stay
// where the administration can read them.
#include "platform/mail/message.hpp"
#include "platform/module.hpp"
#include "platform/storage/page.hpp"
#include "platform/storage/transaction.hpp"
#include "platform/storage/upkeep.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lenkwerk::mail {

using MailId = Id<struct MailTag>;

// Writes the mail into the outbox and asks for it to be sent. std::invalid_argument for an address that is none: forms ask
// is_address() before.
MailId write(storage::Transaction& tx, Mail const& mail);

enum class MailState { waiting, sent, refused };
std::string_view word(MailState state);

struct OutboxEntry {
    MailId id;
    std::string recipient, subject;
    std::string text;                      // empty once it is sent
    std::vector<std::string> attachments;  // names
    MailState state = MailState::waiting;
    std::string error;  // why the server refused it
    Instant written_at;
    std::optional<Instant> settled_at = std::nullopt;
    bool confidential = false;
};

inline constexpr std::string_view kRead = "mail.read";
inline constexpr std::string_view kReadConfidential = "mail.read_confidential";

// For the outbox page: the latest first. Whoever shows it asks for the permissions above.
Page<OutboxEntry> outbox(storage::Reader const& reader, std::optional<std::string> const& cursor = std::nullopt,
                         int most = 50);

// Tries a refused mail once more; records "mail.retried". False where it is not refused.
bool retry(storage::Transaction& tx, MailId id);

// For the jobs: what is sent, and what came of it.
struct Outgoing {
    Mail mail;
    Instant written_at;
};
std::optional<Outgoing> outgoing(storage::Reader const& reader, MailId id);  // nothing where it is not waiting any more
void settle_sent(storage::Upkeep& upkeep, MailId id);
void settle_refused(storage::Upkeep& upkeep, MailId id, std::string_view error);
std::vector<MailId> waiting(storage::Reader const& reader);  // and without a job that would send it
void forget_settled(storage::Upkeep& upkeep);                // those settled more than 30 days ago

// What the platform's module announces.
std::vector<JobHandler> jobs();
std::vector<Schedule> schedules();
std::vector<access::Permission> permissions();
std::vector<Route> routes();
std::vector<NavigationEntry> navigation();

}  // namespace lenkwerk::mail
