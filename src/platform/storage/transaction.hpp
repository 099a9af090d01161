#pragma once
// Writes. Everything a command changes, records, enqueues and indexes happens in one transaction, or not at all.
#include "base/outcome.hpp"
#include "platform/access/actor.hpp"
#include "platform/storage/upkeep.hpp"

#include <string>
#include <vector>

namespace lenkwerk::storage {

// What happened, for the audit log: `verb` like "measures.status_reported"; `details` are ids and names of changed fields as a
// JSON object, never personal data; `reason` is what a person gave as reason, if the act asks for one (redactable).
struct Event {
    std::string verb;
    Subject subject;
    std::string details = "{}";
    std::string reason = {};
};

// What happens later: `kind` names the handler ("measures.remind"), `payload` is a JSON object. A job with the same non-empty
// `key` that still waits is not enqueued twice.
struct NewJob {
    std::string kind;
    std::string payload = "{}";
    std::optional<Instant> run_at = std::nullopt;  // now
    std::string key = {};
};

// What search finds: `title` and `text` in the language of the content, `address` the page ("/massnahmen/42").
struct Document {
    Subject subject;
    Audience audience;
    std::string title, text, address;
};

class Transaction : public Reader {
public:
    Transaction(Connection& connection, access::Actor const& actor, Instant now);

    access::Actor const& actor() const { return actor_; }
    Instant now() const { return upkeep_.now(); }  // one moment for the whole transaction

    // How many rows were changed.
    std::int64_t change(WriteSql sql, Args const& args);
    // The id that `… RETURNING id` gives back.
    std::int64_t insert(WriteSql sql, Args const& args);
    // The rows of `… RETURNING …`.
    void change_each(WriteSql sql, Args const& args, EachRow const& row);

    void record(Event const& event);  // returns nothing: the seal comes later, by the sealer
    void enqueue(NewJob const& job);
    void index(Document const& document);  // replaces what was indexed for this subject
    void unindex(Subject const& subject);

    // For what the platform keeps about this change (idempotency keys, mails to send): not a change of its own.
    Upkeep& upkeep() { return upkeep_; }

    std::vector<Event> const& events() const { return events_; }
    bool recorded() const { return !events_.empty(); }
    bool changed() const { return changed_; }

private:
    access::Actor const& actor_;
    Upkeep upkeep_;
    bool changed_ = false;
    std::vector<Event> events_;
};

}  // namespace lenkwerk::storage
