#include "platform/mail/outbox.hpp"

#include "platform/mail/mime_encoding.hpp"

#include <limits>
#include <stdexcept>

namespace lenkwerk::mail {

namespace {

MailState state_of(std::string_view word) {
    if (word == "sent") return MailState::sent;
    return word == "refused" ? MailState::refused : MailState::waiting;
}

void keep_attachment(storage::Transaction& tx, MailId id, Attachment const& attachment) {
    tx.change("INSERT INTO outbox_attachments (mail, name, content_type, content) VALUES ($1, $2, $3, $4)",
              {id, attachment.name, attachment.content_type, base64(attachment.content)});
}

void ask_to_send(storage::Transaction& tx, MailId id) {
    auto const number = std::to_string(id.value);
    tx.enqueue({.kind = "mail.send", .payload = "{\"mail\":" + number + "}", .key = number});
}

std::vector<Attachment> attachments(storage::Reader const& reader, MailId id) {
    return reader.all(
        "SELECT name, content_type, content FROM outbox_attachments WHERE mail = $1 ORDER BY id", {id},
        [](storage::Row const& row) { return Attachment{row.text(0), row.text(1), from_base64(row.text(2))}; });
}

std::vector<std::string> attachment_names(storage::Reader const& reader, MailId id) {
    return reader.all("SELECT name FROM outbox_attachments WHERE mail = $1 ORDER BY id", {id},
                      [](storage::Row const& row) { return row.text(0); });
}

OutboxEntry entry(storage::Row const& row) {
    return {.id = row.id<MailId>(0),
            .recipient = row.text(1),
            .subject = row.text(2),
            .text = row.text(3),
            .attachments = {},
            .state = state_of(row.text(4)),
            .error = row.maybe_text(5).value_or(""),
            .written_at = row.instant(6),
            .settled_at = row.maybe_instant(7),
            .confidential = row.flag(8)};
}

}  // namespace

std::string_view word(MailState state) {
    switch (state) {
        case MailState::sent: return "sent";
        case MailState::refused: return "refused";
        case MailState::waiting: break;
    }
    return "waiting";
}

MailId write(storage::Transaction& tx, Mail const& mail) {
    if (!is_address(mail.to)) throw std::invalid_argument("a mail to what is no address");
    MailId const id{
        tx.insert("INSERT INTO outbox (recipient, subject, body, confidential, state, written_at) "
                  "VALUES ($1, $2, $3, $4, 'waiting', $5) RETURNING id",
                  {mail.to, mail.subject, mail.text, mail.confidential, tx.now()})};
    for (auto const& attachment : mail.attachments) keep_attachment(tx, id, attachment);
    ask_to_send(tx, id);
    return id;
}

Page<OutboxEntry> outbox(storage::Reader const& reader, std::optional<std::string> const& cursor, int most) {
    auto const before = cursor ? Cursor::read(cursor).id : std::numeric_limits<std::int64_t>::max();
    auto page = page_of(reader.all("SELECT id, recipient, subject, body, state, error, written_at, settled_at, "
                                   "confidential FROM outbox WHERE id < $1 "
                                   "ORDER BY id DESC LIMIT $2",
                                   {before, most + 1}, entry),
                        most, [](OutboxEntry const& last) { return Cursor{"", last.id.value}; });
    for (auto& item : page.items) item.attachments = attachment_names(reader, item.id);
    return page;
}

bool retry(storage::Transaction& tx, MailId id) {
    if (!tx.exists("SELECT 1 FROM outbox WHERE id = $1 AND state = 'refused'", {id})) return false;
    tx.change("UPDATE outbox SET state = 'waiting', error = NULL, settled_at = NULL WHERE id = $1", {id});
    tx.record({.verb = "mail.retried", .subject = {"mail", id.value}});
    ask_to_send(tx, id);
    return true;
}

std::optional<Outgoing> outgoing(storage::Reader const& reader, MailId id) {
    auto found = reader.first(
        "SELECT recipient, subject, body, written_at FROM outbox WHERE id = $1 AND state = 'waiting'", {id},
        [](storage::Row const& row) { return Outgoing{{row.text(0), row.text(1), row.text(2)}, row.instant(3)}; });
    if (found) found->mail.attachments = attachments(reader, id);
    return found;
}

void settle_sent(storage::Upkeep& upkeep, MailId id) {
    upkeep.change("UPDATE outbox SET state = 'sent', body = '', error = NULL, settled_at = $2 WHERE id = $1",
                  {id, upkeep.now()});
    upkeep.change("DELETE FROM outbox_attachments WHERE mail = $1", {id});
}

void settle_refused(storage::Upkeep& upkeep, MailId id, std::string_view error) {
    upkeep.change("UPDATE outbox SET state = 'refused', error = $2, settled_at = $3 WHERE id = $1",
                  {id, error, upkeep.now()});
}

std::vector<MailId> waiting(storage::Reader const& reader) {
    return reader.all(
        "SELECT o.id FROM outbox o WHERE o.state = 'waiting' AND NOT EXISTS (SELECT 1 FROM jobs j WHERE j.kind = "
        "'mail.send' "
        "AND j.key = CAST(o.id AS TEXT)) ORDER BY o.id",
        {}, [](storage::Row const& row) { return row.id<MailId>(0); });
}

void forget_settled(storage::Upkeep& upkeep) {
    auto const before = upkeep.now() - std::chrono::days{30};
    upkeep.change("DELETE FROM outbox_attachments WHERE mail IN (SELECT id FROM outbox WHERE settled_at < $1)",
                  {before});
    upkeep.change("DELETE FROM outbox WHERE settled_at < $1", {before});
}

}  // namespace lenkwerk::mail
