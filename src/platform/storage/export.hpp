#pragma once
// Everything that is kept, in a form that outlives the program: table by table, row by row.
#include "platform/storage/columns.hpp"
#include "platform/storage/database.hpp"

#include <functional>
#include <string>
#include <vector>

namespace lenkwerk::storage {

struct ExportedTable {
    std::string name;
    std::vector<Column> columns;
};

// What the rows go to: table() once for each, also for an empty one, then row() for each of its rows in the order of the first
// column, its key. The cells stand as the columns do.
class Exporter {
public:
    virtual ~Exporter() = default;
    virtual void table(ExportedTable const& table) = 0;
    virtual void row(ExportedTable const& table, std::vector<Value> const& cells) = 0;
};

// On one snapshot and in constant memory.
void export_to(Database& database, Exporter& exporter);

// A value as JSON writes it; bytes as {"base64":"…"}; what is no UTF-8 is replaced.
std::string as_json(Value const& value);

// Calls `line` with {"table":"plan_topics","row":{"id":1,…}} for each row. Passwords and tokens are in it as they are kept: as
// hashes.
void export_all(Database& database, std::function<void(std::string const& line)> const& line);

}  // namespace lenkwerk::storage
