#include "commands/export_archive.hpp"

#include "platform/documents/temporary_folder.hpp"
#include "platform/documents/zip_file.hpp"
#include "platform/storage/backup_files.hpp"
#include "platform/storage/export.hpp"

#include <fmt/format.h>

#include <fstream>

namespace lenkwerk::commands {
namespace {

using storage::Bytes;
using storage::ExportedTable;
using storage::Value;

constexpr std::string_view kReadMe =
    "Alles, was diese Stadt in Lenkwerk aufbewahrt, zu einem Zeitpunkt.\n"
    "tabellen/NAME.csv und tabellen/NAME.json enthalten dasselbe. CSV: RFC 4180, UTF-8, Komma; ein leeres Feld ist "
    "NULL,\n"
    "\"\" ein leerer Text. Zeitpunkte sind Millisekunden seit 1970-01-01T00:00Z, Beträge Cent. Dateien stehen unter "
    "dateien/.\n"
    "Spalten, die auf _hash enden (Passwörter, Zugänge), fehlen. Die Datei enthält personenbezogene Daten.\n\n"
    "Everything this city keeps in Lenkwerk, at one moment.\n"
    "tabellen/NAME.csv and tabellen/NAME.json hold the same. CSV: RFC 4180, UTF-8, comma; an empty cell is NULL, \"\" "
    "an\n"
    "empty text. Instants are milliseconds since 1970-01-01T00:00Z, amounts are cents. Files stand below dateien/.\n"
    "Columns that end in _hash (passwords, tokens) are left out. The file holds personal data.\n";

std::string quoted(std::string const& text) {
    std::string cell = "\"";
    for (char const c : text) cell.append(c == '"' ? 2 : 1, c);
    return cell + '"';
}

struct AsCsv {
    std::string operator()(std::nullptr_t) const { return ""; }
    std::string operator()(std::int64_t number) const { return fmt::format("{}", number); }
    std::string operator()(double number) const { return fmt::format("{}", number); }
    std::string operator()(std::string const& text) const { return quoted(text); }
    std::string operator()(Bytes const&) const { throw std::logic_error("bytes are files of their own"); }
};

bool is_left_out(storage::Column const& column) { return column.name.ends_with("_hash"); }

class Archive final : public storage::Exporter {
public:
    explicit Archive(std::filesystem::path const& file) : zip_(file) {
        documents::write_file(folder_ / "read-me", kReadMe);
        entries_.emplace_back("READ-ME.txt", folder_ / "read-me");
    }

    void table(ExportedTable const& table) override {
        end_table();
        ++done_.tables;
        csv_ = open("csv", table.name);
        json_ = open("json", table.name);
        json_ << '[';
        first_ = true;
        for (std::string separator; auto const& column : table.columns)
            if (!is_left_out(column)) csv_ << std::exchange(separator, ",") << column.name;
        csv_ << "\r\n";
    }

    void row(ExportedTable const& table, std::vector<Value> const& cells) override {
        ++done_.rows;
        json_ << (std::exchange(first_, false) ? "\n{" : ",\n{");
        std::string separator;
        for (std::size_t at = 0; at < cells.size(); ++at) {
            if (is_left_out(table.columns[at])) continue;
            auto const value = with_file(table.columns[at], cells[at]);
            csv_ << separator << std::visit(AsCsv{}, value);
            json_ << separator << '"' << table.columns[at].name << "\":" << storage::as_json(value);
            separator = ",";
        }
        csv_ << "\r\n";
        json_ << '}';
    }

    Exported close() {
        end_table();
        for (auto const& [name, path] : entries_) zip_.add(name, path);
        zip_.close();
        return done_;
    }

private:
    std::ofstream open(std::string_view kind, std::string const& table) {
        auto const path = folder_ / fmt::format("{}.{}", table, kind);
        entries_.emplace_back(fmt::format("tabellen/{}.{}", table, kind), path);
        std::ofstream file{path, std::ios::binary};
        file.exceptions(std::ios::failbit | std::ios::badbit);
        return file;
    }

    void end_table() {
        if (!json_.is_open()) return;
        json_ << "\n]\n";
        json_.close();
        csv_.close();
    }

    // The content of a file becomes its name in the archive.
    Value with_file(storage::Column const& column, Value const& value) {
        auto const* const bytes = std::get_if<Bytes>(&value);
        if (bytes == nullptr) return value;
        auto const name = fmt::format("dateien/{}_{}_{}", column.table, column.name, ++done_.files);
        auto const path = folder_ / fmt::format("file{}", done_.files);
        documents::write_file(path, bytes->content);
        entries_.emplace_back(name, path);
        return name;
    }

    documents::TemporaryFolder folder_;
    documents::ZipFile zip_;
    std::vector<std::pair<std::string, std::filesystem::path>>
        entries_;  // added when they are whole: their size is read then
    std::ofstream csv_, json_;
    bool first_ = true;
    Exported done_;
};

}  // namespace

Exported export_archive(storage::Database& database, std::filesystem::path const& file) {
    storage::PartialFile partial{file};
    Archive archive{partial.path()};
    storage::export_to(database, archive);
    auto const done = archive.close();
    std::filesystem::permissions(partial.path(),
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    partial.keep();
    return done;
}

}  // namespace lenkwerk::commands
