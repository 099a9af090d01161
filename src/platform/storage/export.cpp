#include "platform/storage/export.hpp"

#include <fmt/format.h>
#include <sodium.h>
#include <nlohmann/json.hpp>

namespace lenkwerk::storage {
namespace {

std::string base64(std::string const& bytes) {
    constexpr int kVariant = sodium_base64_VARIANT_ORIGINAL;
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), kVariant), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size(),
                      kVariant);
    text.pop_back();  // the terminating null
    return text;
}

struct AsJson {
    nlohmann::ordered_json operator()(Bytes const& bytes) const { return {{"base64", base64(bytes.content)}}; }
    template <class Plain> nlohmann::ordered_json operator()(Plain const& plain) const { return plain; }
};

std::vector<ExportedTable> tables_of(Connection& connection) {
    std::vector<ExportedTable> tables;
    for (auto& column : columns_of(connection)) {
        if (tables.empty() || tables.back().name != column.table) tables.push_back({column.table, {}});
        tables.back().columns.push_back(std::move(column));
    }
    return tables;
}

// SELECT "id", "name" FROM "parks" ORDER BY 1: the first column of every table is its key.
std::string select_all(ExportedTable const& table) {
    std::string names;
    for (auto const& column : table.columns) names += fmt::format("{}\"{}\"", names.empty() ? "" : ", ", column.name);
    return fmt::format("SELECT {} FROM \"{}\" ORDER BY 1", names, table.name);
}

std::vector<Value> cells_of(ExportedTable const& table, Row const& row) {
    std::vector<Value> cells;
    for (auto const& column : table.columns) cells.push_back(cell(row, static_cast<int>(cells.size()), column.kind));
    return cells;
}

class Lines final : public Exporter {
public:
    explicit Lines(std::function<void(std::string const&)> const& line) : line_(line) {}

    void table(ExportedTable const&) override {}
    void row(ExportedTable const& table, std::vector<Value> const& cells) override {
        std::string row;
        for (std::size_t at = 0; at < cells.size(); ++at)
            row += fmt::format("{}\"{}\":{}", at == 0 ? "" : ",", table.columns[at].name, as_json(cells[at]));
        line_(fmt::format(R"({{"table":"{}","row":{{{}}}}})", table.name, row));
    }

private:
    std::function<void(std::string const&)> const& line_;
};

}  // namespace

std::string as_json(Value const& value) {
    return std::visit(AsJson{}, value).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

void export_to(Database& database, Exporter& exporter) {
    database.administer([&](Connection& connection) {
        connection.begin(Access::read);
        for (auto const& table : tables_of(connection)) {
            exporter.table(table);
            auto const sql = select_all(table);
            connection.stream({sql, sql}, {}, [&](Row const& row) { exporter.row(table, cells_of(table, row)); });
        }
        connection.commit();
    });
}

void export_all(Database& database, std::function<void(std::string const& line)> const& line) {
    Lines lines{line};
    export_to(database, lines);
}

}  // namespace lenkwerk::storage
