#pragma once
// Which tables a statement reads and writes, so that a kept page is thrown away when one of them changes.
#include "platform/storage/sql.hpp"

#include <bitset>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::storage {

inline constexpr std::size_t kMostTables = 512;
using TableSet = std::bitset<kMostTables>;

// A relation of the schema: of a view the text that defines it, of a table the ones that vanish or change with its
// rows (ON DELETE CASCADE or SET NULL).
struct Relation {
    std::string name;
    std::string view_definition = {};
    std::vector<std::string> cascades_to = {};
};

// The tables of one schema, by number. Names are found in the text of a statement as words: a column that is named like
// a table makes a page live shorter than it could, never longer than it may.
class Tables {
public:
    Tables() = default;
    explicit Tables(std::vector<Relation> const& relations);

    TableSet read_by(std::string_view sql) const;
    TableSet written_by(std::string_view sql) const;
    std::vector<std::string> names(TableSet const& tables) const;
    // Nothing set where no such table is known.
    TableSet named(std::string_view table) const;

private:
    void number_tables(std::vector<Relation> const& relations);
    void follow_cascades(std::vector<Relation> const& relations);
    void open_views(std::vector<Relation> const& relations);

    std::vector<std::string> names_;
    std::map<std::string, TableSet, std::less<>> reads_;   // by table or view: the tables behind it
    std::map<std::string, TableSet, std::less<>> writes_;  // by table: itself and what it cascades to
};

}  // namespace lenkwerk::storage
