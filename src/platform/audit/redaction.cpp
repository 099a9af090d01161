#include "platform/audit/redaction.hpp"

#include "base/text.hpp"
#include "platform/search/documents.hpp"
#include "platform/storage/columns.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <set>

namespace lenkwerk::audit {
namespace {

using storage::Column;
using storage::ColumnKind;
using storage::Connection;
using storage::Dialect;

constexpr std::size_t kShortest = 4;

std::string as_json(std::string const& text, bool ascii) {
    auto const quoted = nlohmann::json(text).dump(-1, ' ', ascii, nlohmann::json::error_handler_t::replace);
    return quoted.substr(1, quoted.size() - 2);
}

std::string as_html(std::string const& text) {
    std::string escaped;
    for (char const c : text) {
        switch (c) {
            case '&': escaped += "&amp;"; break;
            case '<': escaped += "&lt;"; break;
            case '>': escaped += "&gt;"; break;
            case '"': escaped += "&quot;"; break;
            case '\'': escaped += "&#39;"; break;
            default: escaped += c;
        }
    }
    return escaped;
}

// The forms in which the text may be kept.
std::set<std::string> forms_of(std::string const& text) {
    return {text, as_json(text, false), as_json(text, true), as_html(text)};
}

bool stays(std::string_view table) {
    return table == "audit_events" || table == "audit_seals" || table == "migrations";
}

class Sweep {
public:
    Sweep(storage::Transaction& tx, std::string const& text, TextOfFile const& text_of_file)
        : tx_(tx), text_(text), forms_(forms_of(text)), text_of_file_(text_of_file) {}

    Redacted run() {
        take_reasons();
        for (auto const& column : storage::columns_of(tx_)) {
            if (stays(column.table) || column.table == "audit_reasons") continue;
            if (column.kind == ColumnKind::text) sweep_text(column);
            if (column.kind == ColumnKind::bytes) sweep_files(column);
        }
        return std::move(found_);
    }

private:
    // A reason goes whole: what is left of it would not fit its digest, and may tell who was meant.
    void take_reasons() {
        for (auto const& form : forms_)
            tx_.upkeep().change_each(
                "DELETE FROM audit_reasons WHERE replace(reason, $1, '') <> reason RETURNING event_id", {form},
                [&](storage::Row const& row) { found_.events.push_back(row.number(0)); });
    }

    void sweep_text(Column const& column) {
        auto const sql =
            fmt::format(R"(UPDATE "{0}" SET "{1}" = replace("{1}", $1, $2) WHERE replace("{1}", $1, '') <> "{1}")",
                        column.table, column.name);
        for (auto const& form : forms_)
            if (auto const changed = storage::run_text(tx_, sql, {form, kRedacted}); changed > 0)
                found_.cells[column.table] += changed;
    }

    // One file at a time in memory.
    void sweep_files(Column const& column) {
        bool const sqlite = tx_.dialect() == Dialect::sqlite;
        auto const key = sqlite ? "rowid" : "ctid::text";
        auto const at_key = sqlite ? "rowid = $1" : "ctid = CAST($1 AS tid)";
        std::vector<storage::Value> places;
        storage::run_text(
            tx_, fmt::format(R"(SELECT {0} FROM "{1}" WHERE "{2}" IS NOT NULL)", key, column.table, column.name), {},
            [&](storage::Row const& row) {
                if (sqlite)
                    places.emplace_back(row.number(0));
                else
                    places.emplace_back(row.text(0));
            });
        for (auto const& place : places) std::visit([&](auto const& at) { sweep_file(column, at_key, at); }, place);
    }
    template <class Place> void sweep_file(Column const& column, std::string_view at_key, Place const& place) {
        bool holds = false;
        storage::run_text(tx_, fmt::format(R"(SELECT "{}" FROM "{}" WHERE {})", column.name, column.table, at_key),
                          {place}, [&](storage::Row const& row) { holds = holds_text(row.bytes(0).content); });
        if (holds)
            found_.files += storage::run_text(
                tx_, fmt::format(R"(UPDATE "{}" SET "{}" = $2 WHERE {})", column.table, column.name, at_key),
                {place, storage::Bytes{}});
    }

    // A text in a PDF is broken into lines anywhere.
    bool holds_text(std::string const& file) const {
        auto const whole = text::squeeze(text_of_file_(file));
        return file.find(text_) != std::string::npos || whole.find(text::squeeze(text_)) != std::string::npos;
    }

    storage::Transaction& tx_;
    std::string const& text_;
    std::set<std::string> forms_;
    TextOfFile const& text_of_file_;
    Redacted found_;
};

void record(storage::Transaction& tx, Subject const& subject, Redacted const& redacted, std::string const& reason) {
    nlohmann::json const details{{"events", redacted.events}, {"cells", redacted.cells}, {"files", redacted.files}};
    tx.record({"redaction.performed", subject, details.dump(), reason});
}

std::optional<Problems> refused(storage::Transaction& tx, std::string const& reason) {
    if (!tx.actor().may("audit.redact")) return refuse("redaction.not_allowed");
    if (text::trim(reason).empty()) return refuse("redaction.reason.missing", "reason");
    return std::nullopt;
}

}  // namespace

Outcome<Redacted> redact_text(storage::Transaction& tx, std::string const& text, std::string const& reason,
                              TextOfFile const& text_of_file) {
    if (auto const problems = refused(tx, reason)) return *problems;
    if (text.size() < kShortest) return refuse("redaction.text.too_short", "text");
    if (reason.find(text) != std::string::npos) return refuse("redaction.reason.repeats", "reason");
    auto redacted = Sweep{tx, text, text_of_file}.run();
    search::reindex(tx.upkeep(), kRedacted);
    record(tx, {"redaction", 0}, redacted, reason);
    return redacted;
}

Outcome<Redacted> redact_subject(storage::Transaction& tx, Subject const& subject, std::string const& reason) {
    if (auto const problems = refused(tx, reason)) return *problems;
    Redacted redacted;
    tx.upkeep().change_each(R"(
        DELETE FROM audit_reasons
        WHERE event_id IN (SELECT id FROM audit_events WHERE subject_kind = $1 AND subject_id = $2) RETURNING event_id)",
                            {subject.kind, subject.id},
                            [&](storage::Row const& row) { redacted.events.push_back(row.number(0)); });
    tx.unindex(subject);
    record(tx, subject, redacted, reason);
    return redacted;
}

void wipe(storage::Database& database, Clock const& clock) {
    database.keep(clock, search::rebuild);
    database.administer([](Connection& connection) {
        bool const sqlite = connection.dialect() == Dialect::sqlite;
        connection.script(sqlite ? "VACUUM" : "VACUUM (FULL)");
        if (sqlite) connection.script("PRAGMA wal_checkpoint(TRUNCATE)");
    });
}

}  // namespace lenkwerk::audit
